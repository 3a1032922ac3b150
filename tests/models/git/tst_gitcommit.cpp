// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/repository.h"
#include "tests/models/git/gitfixture.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QTest>
#include <QThread>

#include <thread>

using git::CommitRequest;
using git::Repository;

namespace {

CommitRequest request(const QStringList& paths)
{
    return {QStringLiteral("Wait for the extraction\n\n# not a comment"), paths, {}};
}

} // namespace

class TestGitCommit : public QObject {
    Q_OBJECT
private slots:
    void commitsOnlyTheGivenPaths();
    void commitsTheFirstCommitOfABranch();
    void commitsNewDeletedAndRenamedFilesWithOddNames();
    void aRefusingHookStopsTheCommitAndIsQuoted();
    void aHookThatPassesRuns();
    void saysThatThereIsNothing();
    void asksForAnIdentity();
    void saysThatAnotherGitHoldsTheLock();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void aHangingHookCanBeStopped();
    void aHookAfterTheCommitThatIsStoppedTakesNothingBack();
    void theAuthorCanBeGiven();
};

void TestGitCommit::commitsOnlyTheGivenPaths()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    fixture.write(QStringLiteral("b"), "1\n");
    const auto repository = Repository::find(fixture.root());
    QVERIFY_RESULT(repository->commit(request({QStringLiteral("a"), QStringLiteral("b")})));
    fixture.write(QStringLiteral("a"), "2\n");
    fixture.write(QStringLiteral("b"), "2\n");
    fixture.git({QStringLiteral("add"), QStringLiteral("b")});
    const auto id = repository->commit(request({QStringLiteral("a")}));
    QVERIFY_RESULT(id);
    QCOMPARE(fixture.git({QStringLiteral("show"), QStringLiteral("--format=%H"), QStringLiteral("--name-only")}),
        id->toLatin1() + "\n\na\n");
    QCOMPARE(fixture.git({QStringLiteral("diff"), QStringLiteral("--cached"), QStringLiteral("--name-only")}), QByteArray("b\n"));
    QVERIFY(fixture.git({QStringLiteral("log"), QStringLiteral("-1"), QStringLiteral("--format=%B")}).contains("# not a comment"));
}

void TestGitCommit::commitsTheFirstCommitOfABranch()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("pipelines/a.yaml"), "a: 1\n");
    fixture.write(QStringLiteral("left.txt"), "a: 1\n");
    const auto repository = Repository::find(fixture.root());
    QVERIFY_RESULT(repository->commit(request({QStringLiteral("pipelines/a.yaml")})));
    const auto status = repository->status();
    QVERIFY_RESULT(status);
    QCOMPARE(status->files.size(), 1);
    QCOMPARE(status->files.first().path, QStringLiteral("left.txt"));
    QVERIFY_RESULT(repository->diff({}));
}

void TestGitCommit::commitsNewDeletedAndRenamedFilesWithOddNames()
{
    const GitFixture fixture;
    const QString odd = QStringLiteral("* \"odd\" [\u00e4].yaml");
    fixture.write(QStringLiteral("gone"), "this one goes\n");
    fixture.write(QStringLiteral("old"), "this one gets another name, and is long enough to be seen\n");
    const auto repository = Repository::find(fixture.root());
    QVERIFY_RESULT(repository->commit(request({QStringLiteral("gone"), QStringLiteral("old")})));
    QVERIFY(QFile::remove(fixture.root() + QStringLiteral("/gone")));
    fixture.git({QStringLiteral("mv"), QStringLiteral("old"), QStringLiteral("new")});
    fixture.write(odd, "1\n");
    fixture.write(QStringLiteral("x \"odd\" [\u00e4].yaml"), "matched if the star were a pattern\n");
    QVERIFY_RESULT(repository->commit(request({QStringLiteral("gone"), QStringLiteral("new"), odd})));
    const QByteArray tracked = fixture.git({QStringLiteral("ls-files"), QStringLiteral("-z")});
    QCOMPARE(tracked, odd.toUtf8() + QByteArray("\0new\0", 5));
    QCOMPARE(repository->status()->files.size(), 1);
}

void TestGitCommit::aRefusingHookStopsTheCommitAndIsQuoted()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    fixture.hook(QStringLiteral("pre-commit"), "echo 'yamllint: line 3 is too long' >&2\nexit 1\n");
    const auto repository = Repository::find(fixture.root());
    const auto id = repository->commit(request({QStringLiteral("a")}));
    QVERIFY(!id.ok());
    QCOMPARE(id.error().code, QStringLiteral("git.hook_failed"));
    QVERIFY(id.error().message.contains(QStringLiteral("line 3 is too long")));
    const auto status = repository->status();
    QVERIFY_RESULT(status);
    QCOMPARE(status->files.size(), 1);
    QCOMPARE(status->files.first().state, QStringLiteral("untracked")); // not left in the index
}

void TestGitCommit::aHookThatPassesRuns()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    fixture.hook(QStringLiteral("commit-msg"), "echo 'Checked: yes' >> \"$1\"\n");
    QVERIFY_RESULT(Repository::find(fixture.root())->commit(request({QStringLiteral("a")})));
    QVERIFY(fixture.git({QStringLiteral("log"), QStringLiteral("-1"), QStringLiteral("--format=%B")}).contains("Checked: yes"));
}

void TestGitCommit::saysThatThereIsNothing()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    const auto repository = Repository::find(fixture.root());
    QVERIFY_RESULT(repository->commit(request({QStringLiteral("a")})));
    fixture.hook(QStringLiteral("pre-commit"), "exit 0\n");
    QCOMPARE(repository->commit(request({QStringLiteral("a")})).error().code, QStringLiteral("git.nothing_to_commit"));
}

void TestGitCommit::asksForAnIdentity()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    fixture.git({QStringLiteral("config"), QStringLiteral("--unset"), QStringLiteral("user.email")});
    fixture.git({QStringLiteral("config"), QStringLiteral("user.useConfigOnly"), QStringLiteral("true")});
    const QByteArray saved = qgetenv("EMAIL");
    qunsetenv("EMAIL");
    const auto id = Repository::find(fixture.root())->commit(request({QStringLiteral("a")}));
    if (!saved.isEmpty())
        qputenv("EMAIL", saved);
    QVERIFY(!id.ok());
    QCOMPARE(id.error().code, QStringLiteral("git.identity"));
}

void TestGitCommit::saysThatAnotherGitHoldsTheLock()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    fixture.write(QStringLiteral(".git/index.lock"), "");
    const auto repository = Repository::find(fixture.root());
    QVERIFY_RESULT(repository->status());
    QCOMPARE(repository->commit(request({QStringLiteral("a")})).error().code, QStringLiteral("git.locked"));
}

void TestGitCommit::refusesBadRequests_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("code");
    const QString fine = QStringLiteral("m");
    QTest::newRow("no message") << QStringLiteral(" \n") << QStringList{fine} << QStringLiteral("git.no_message");
    QTest::newRow("no paths") << fine << QStringList{} << QStringLiteral("git.nothing_to_commit");
    QTest::newRow("absolute") << fine << QStringList{QStringLiteral("/etc/passwd")} << QStringLiteral("git.bad_path");
    QTest::newRow("outside") << fine << QStringList{QStringLiteral("a/../../b")} << QStringLiteral("git.bad_path");
    QTest::newRow("unknown") << fine << QStringList{QStringLiteral("no-such-file")} << QStringLiteral("git.failed");
}

void TestGitCommit::refusesBadRequests()
{
    QFETCH(QString, message);
    QFETCH(QStringList, paths);
    QFETCH(QString, code);
    const GitFixture fixture;
    const auto id = Repository::find(fixture.root())->commit({message, paths, {}});
    QVERIFY(!id.ok());
    QCOMPARE(id.error().code, code);
}

void TestGitCommit::aHangingHookCanBeStopped()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    fixture.hook(QStringLiteral("pre-commit"), "sleep 600\n");
    const base::CancelToken token;
    token.cancel();
    const auto id = Repository::find(fixture.root())->commit(request({QStringLiteral("a")}), token);
    QVERIFY(!id.ok());
    QCOMPARE(id.error().code, QStringLiteral("git.cancelled"));
}

void TestGitCommit::aHookAfterTheCommitThatIsStoppedTakesNothingBack()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    const auto repository = Repository::find(fixture.root());
    QVERIFY_RESULT(repository->commit(request({QStringLiteral("a")})));
    const QString mark = fixture.outside(QStringLiteral("hook-runs"));
    fixture.write(QStringLiteral("b"), "1\n");
    fixture.hook(QStringLiteral("post-commit"), "touch '" + QFile::encodeName(mark) + "'\nsleep 600\n");
    const base::CancelToken token;
    std::thread stopper([&] {
        for (int i = 0; i < 1000 && !QFile::exists(mark); ++i)
            QThread::msleep(20);
        token.cancel();
    });
    const auto id = repository->commit(request({QStringLiteral("b")}), token);
    stopper.join();
    QVERIFY_RESULT(id);
    QCOMPARE(fixture.git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")}), id->toLatin1() + '\n');
    QCOMPARE(fixture.git({QStringLiteral("show"), QStringLiteral("--format="), QStringLiteral("--name-only")}), QByteArray("b\n"));
    QVERIFY(repository->status()->files.isEmpty()); // no deletion is staged
}

void TestGitCommit::theAuthorCanBeGiven()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    CommitRequest given = request({QStringLiteral("a")});
    given.authorOverride = QStringLiteral("Grace <grace@example.com>");
    QVERIFY_RESULT(Repository::find(fixture.root())->commit(given));
    QCOMPARE(fixture.git({QStringLiteral("log"), QStringLiteral("-1"), QStringLiteral("--format=%an")}), QByteArray("Grace\n"));
}

WK_REGISTER_TEST(TestGitCommit)
#include "tst_gitcommit.moc"
