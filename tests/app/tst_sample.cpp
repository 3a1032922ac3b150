// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/sample.h"
#include "models/git/gitprocess.h"
#include "tests/app/fixture.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

class SampleTest : public QObject {
    Q_OBJECT
private slots:
    void theSampleNeverGoesIntoTheRepositoryOfTheEnvironment();
};

/// As from a git hook or `git rebase --exec`.
void SampleTest::theSampleNeverGoesIntoTheRepositoryOfTheEnvironment()
{
    const WindowFixture home;
    QTemporaryDir other;
    const auto made = git::readGit(other.path(), {QStringLiteral("init"), QStringLiteral("--quiet")});
    QVERIFY_RESULT(made);
    qputenv("GIT_DIR", QFile::encodeName(other.path() + QStringLiteral("/.git")));
    const auto opened = services::openSample(QStringLiteral("trakit"));
    qunsetenv("GIT_DIR");
    QVERIFY_RESULT(opened);
    QVERIFY(opened->fresh);
    QVERIFY(QFileInfo(opened->path + QStringLiteral("/.git")).isDir());
    const auto head = git::readGit(opened->path, {QStringLiteral("rev-parse"), QStringLiteral("HEAD^{commit}")});
    QVERIFY_RESULT(head);
    QVERIFY(!git::readGit(other.path(), {QStringLiteral("rev-parse"), QStringLiteral("--verify"), QStringLiteral("HEAD")}).ok());
}

WK_REGISTER_TEST(SampleTest)
#include "tst_sample.moc"
