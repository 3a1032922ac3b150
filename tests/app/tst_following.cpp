// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fixture.h"
#include "tests/support/register.h"

#include "app/services/repositorywatch.h"
#include "models/base/files.h"
#include "widgets/sync/requestpanel.h"
#include "widgets/sync/syncview.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// What goes on in the background while the user goes somewhere else.
class TestFollowing : public QObject {
    Q_OBJECT
private slots:
    void anotherWorkspaceOpenedDuringASyncIsShownAfterIt();
    void aSlowGitIsAskedOnceMoreAndItsFirstAnswerCounts();
};

namespace {

/// A sync of it would wait for minutes between its tries.
const QByteArray patientConnection = "connection:\n  kind: rest\n  config:\n    base_url: http://127.0.0.1:1\n"
                                     "    retry: {attempts: 8, base: PT50S, longest: PT60S}\n"
                                     "    streams:\n      sites: {path: /sites, records: \"\", primary_key: [id]}\n";

QString writtenOther(const QTemporaryDir& folder)
{
    const QString root = folder.filePath(QStringLiteral("shop"));
    const bool made = QDir().mkpath(root + QStringLiteral("/connections"))
        && base::writeFile(root + QStringLiteral("/weirkeeper.yaml"), "name: Other\n").ok()
        && base::writeFile(root + QStringLiteral("/connections/shop_api.yaml"), patientConnection).ok();
    return made ? root : QString();
}

} // namespace

void TestFollowing::anotherWorkspaceOpenedDuringASyncIsShownAfterIt()
{
    WindowFixture f;
    f.writeFile(QStringLiteral("connections/shop_api.yaml"), patientConnection);
    const QTemporaryDir folder;
    const QString other = writtenOther(folder);
    QVERIFY(!other.isEmpty());
    f.openWorkspace();
    auto* view = f.win().findChild<syncview::SyncView*>();
    QVERIFY(view);
    QTRY_COMPARE(view->connectionName(), QStringLiteral("shop_api"));
    const QString first = view->workspaceRoot();
    f.action("sync.start")->trigger();
    QVERIFY(view->isRunning());
    QVERIFY(f.win().openWorkspace(other));
    QCOMPARE(view->workspaceRoot(), first);

    // Advice is about the connection that is shown, not about its namesake in the workspace now open.
    emit view->detail()->adviceRequested(QStringLiteral("config.rate_limit"), QStringLiteral("{requests: 480, per: minute}"));
    QVERIFY(base::readFile(first + QStringLiteral("/connections/shop_api.yaml")).value().contains("480"));
    QCOMPARE(base::readFile(other + QStringLiteral("/connections/shop_api.yaml")).value(), patientConnection);

    f.action("sync.cancel")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!view->isRunning(), 20000);
    QCOMPARE(QDir(view->workspaceRoot()).canonicalPath(), QDir(other).canonicalPath());
    QCOMPARE(view->connectionName(), QStringLiteral("shop_api"));
    QVERIFY(f.action("sync.start")->isEnabled());
}

void TestFollowing::aSlowGitIsAskedOnceMoreAndItsFirstAnswerCounts()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("asked"));
    const QString gate = folder.filePath(QStringLiteral("gate"));
    QFile git(folder.filePath(QStringLiteral("git")));
    QVERIFY(git.open(QIODevice::WriteOnly));
    git.write(QStringLiteral("#!/bin/sh\necho x >> '%1'\nwhile [ ! -e '%2' ]; do /bin/sleep 0.02; done\necho no >&2\nexit 128\n").arg(log, gate).toUtf8());
    git.close();
    QVERIFY(git.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const auto back = qScopeGuard([path = qgetenv("PATH")] { qputenv("PATH", path); });
    qputenv("PATH", QFile::encodeName(folder.path()) + ':' + qgetenv("PATH"));
    const auto asked = [&log] { return QFileInfo(log).size() / 2; };

    services::RepositoryWatch watch;
    QSignalSpy changed(&watch, &services::RepositoryWatch::changed);
    watch.setFolder(folder.path());
    QTRY_COMPARE(asked(), 1);
    for (int i = 0; i < 4; ++i)
        watch.setFolder(folder.path());
    QVERIFY(base::writeFile(gate, {}).ok());
    // Five times it was told the folder, twice git answered: the question that was under way, and one for all that came since.
    QTRY_COMPARE(changed.size(), 7);
    QCOMPARE(asked(), 2);
    QVERIFY(watch.state().known);
    QVERIFY(!watch.state().isRepository);
}

WK_REGISTER_TEST(TestFollowing)
#include "tst_following.moc"
