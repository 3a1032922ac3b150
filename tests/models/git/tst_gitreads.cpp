// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/addedfiles.h"
#include "models/git/repository.h"
#include "models/git/statusreader.h"
#include "tests/models/git/gitfixture.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QFile>
#include <QTest>

using git::Repository;

namespace {

QString stateOf(const git::Status& status, const QString& path)
{
    for (const git::ChangedFile& file : status.files) {
        if (file.path == path)
            return file.state;
    }
    return {};
}

void commitAll(const GitFixture& fixture)
{
    fixture.git({QStringLiteral("add"), QStringLiteral("-A")});
    fixture.git({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("all")});
}

} // namespace

class TestGitReads : public QObject {
    Q_OBJECT
private slots:
    void findsTheRepositoryOfASubfolder();
    void saysThatAFolderIsNoRepository();
    void readsABranchWithoutCommits();
    void readsStatesAndOddNames();
    void countsAheadAndBehind();
    void aDetachedHeadHasNoBranch();
    void aConflictIsAState();
    void refusesAnUnknownRecord();
    void diffShowsStagedUnstagedAndNewFiles();
    void diffOfManyNewFilesIsCut();
    void theDiffCanBeAppliedByGit();
    void noTrapRunsOnReads();
    void anInheritedGitDirDoesNotMisleadUs();
    void linksAndBinariesAreNamedNotRead();
};

void TestGitReads::findsTheRepositoryOfASubfolder()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("etl/pipelines/a.yaml"), "a\n");
    fixture.write(QStringLiteral("other.txt"), "o\n");
    const auto repository = Repository::find(fixture.root() + QStringLiteral("/etl"));
    QVERIFY_RESULT(repository);
    QCOMPARE(QDir(repository->root()).canonicalPath(), QDir(fixture.root()).canonicalPath());
    QCOMPARE(repository->workspaceFolder(), QStringLiteral("etl"));
    const auto diff = repository->diff({});
    QVERIFY_RESULT(diff);
    QVERIFY(diff->contains(QStringLiteral("b/etl/pipelines/a.yaml")));
    QVERIFY(!diff->contains(QStringLiteral("other.txt")));
}

void TestGitReads::saysThatAFolderIsNoRepository()
{
    const GitFixture fixture;
    const auto repository = Repository::find(fixture.outside(QString()));
    QVERIFY(!repository.ok());
    QCOMPARE(repository.error().code, QStringLiteral("git.no_repository"));
}

void TestGitReads::readsABranchWithoutCommits()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a.yaml"), "a: 1\n");
    fixture.write(QStringLiteral("b.yaml"), "b: 1\n");
    fixture.git({QStringLiteral("add"), QStringLiteral("a.yaml")});
    const auto repository = Repository::find(fixture.root());
    QVERIFY_RESULT(repository);
    const auto status = repository->status();
    QVERIFY_RESULT(status);
    QCOMPARE(status->branch, QStringLiteral("main"));
    QCOMPARE(stateOf(*status, QStringLiteral("a.yaml")), QStringLiteral("added"));
    QCOMPARE(stateOf(*status, QStringLiteral("b.yaml")), QStringLiteral("untracked"));
    const auto diff = repository->diff({});
    QVERIFY_RESULT(diff);
    QVERIFY(diff->contains(QStringLiteral("+a: 1")));
    QVERIFY(diff->contains(QStringLiteral("+b: 1")));
}

void TestGitReads::readsStatesAndOddNames()
{
    const GitFixture fixture;
    const QString blank = QStringLiteral("a file -- with blanks.yaml");
    const QString quoted = QStringLiteral("say \"hi\"\\ \t.yaml");
    const QString umlaut = QStringLiteral("\u00fcber/\u65e5\u672c.yaml");
    for (const QString& name : {blank, quoted, umlaut, QStringLiteral("gone.yaml"), QStringLiteral("old.yaml")})
        fixture.write(name, "some: content that is long enough to be found again\nname: " + name.toUtf8().toHex() + "\n");
    commitAll(fixture);
    fixture.write(blank, "changed\n");
    fixture.write(quoted, "changed\n");
    fixture.write(umlaut, "changed\n");
    QVERIFY(QFile::remove(fixture.root() + QStringLiteral("/gone.yaml")));
    fixture.git({QStringLiteral("mv"), QStringLiteral("--"), QStringLiteral("old.yaml"), QStringLiteral("-new [1].yaml")});
    fixture.write(QStringLiteral("*.txt"), "new\n");
    const auto status = Repository::find(fixture.root())->status();
    QVERIFY_RESULT(status);
    QCOMPARE(status->files.size(), 6);
    for (const QString& name : {blank, quoted, umlaut})
        QCOMPARE(stateOf(*status, name), QStringLiteral("modified"));
    QCOMPARE(stateOf(*status, QStringLiteral("gone.yaml")), QStringLiteral("deleted"));
    QCOMPARE(stateOf(*status, QStringLiteral("-new [1].yaml")), QStringLiteral("renamed"));
    QCOMPARE(stateOf(*status, QStringLiteral("*.txt")), QStringLiteral("untracked"));
    for (const git::ChangedFile& file : status->files) {
        QCOMPARE(file.staged, file.state == QLatin1String("renamed"));
        QCOMPARE(file.renamedFrom, file.staged ? QStringLiteral("old.yaml") : QString());
    }
}

void TestGitReads::countsAheadAndBehind()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    commitAll(fixture);
    fixture.git({QStringLiteral("branch"), QStringLiteral("base")});
    fixture.git({QStringLiteral("branch"), QStringLiteral("--set-upstream-to=base")});
    fixture.write(QStringLiteral("a"), "2\n");
    commitAll(fixture);
    const auto status = Repository::find(fixture.root())->status();
    QVERIFY_RESULT(status);
    QCOMPARE(status->upstream, QStringLiteral("base"));
    QCOMPARE(status->ahead, 1);
    QCOMPARE(status->behind, 0);
}

void TestGitReads::aDetachedHeadHasNoBranch()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    commitAll(fixture);
    fixture.git({QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("--detach")});
    const auto status = Repository::find(fixture.root())->status();
    QVERIFY_RESULT(status);
    QVERIFY(status->branch.isEmpty());
}

void TestGitReads::aConflictIsAState()
{
    const auto status = git::readStatus(QByteArray("u UU N... 100644 100644 100644 100644 1 2 3 a b.yaml\0", 52));
    QVERIFY_RESULT(status);
    QCOMPARE(status->files.size(), 1);
    QCOMPARE(status->files.first().path, QStringLiteral("a b.yaml"));
    QCOMPARE(status->files.first().state, QStringLiteral("conflicted"));
}

void TestGitReads::refusesAnUnknownRecord()
{
    QCOMPARE(git::readStatus("x what").error().code, QStringLiteral("git.status"));
    QCOMPARE(git::readStatus("1 M").error().code, QStringLiteral("git.status"));
    QCOMPARE(git::readStatus("2 R. N... 1").error().code, QStringLiteral("git.status"));
}

void TestGitReads::diffOfManyNewFilesIsCut()
{
    const GitFixture many;
    for (int i = 0; i < 230; ++i)
        many.write(QStringLiteral("%1").arg(i, 3, 10, QLatin1Char('0')), "1\n");
    const auto counted = Repository::find(many.root())->diff({});
    QVERIFY_RESULT(counted);
    QCOMPARE(counted->count(QStringLiteral("diff --git")), 200);
    QVERIFY(counted->contains(QStringLiteral("\n# 30 more untracked files are not shown: 200, 201,")));
    const GitFixture large;
    for (int i = 0; i < 9; ++i)
        large.write(QString::number(i), QByteArray(900'000, 'x') + '\n');
    const auto weighed = Repository::find(large.root())->diff({});
    QVERIFY_RESULT(weighed);
    QCOMPARE(weighed->count(QStringLiteral("diff --git")), 4);
    QVERIFY(weighed->endsWith(QStringLiteral("# 5 more untracked files are not shown: 4, 5, 6, 7, 8\n")));
}

void TestGitReads::diffShowsStagedUnstagedAndNewFiles()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("staged"), "1\n");
    fixture.write(QStringLiteral("changed"), "1\n");
    commitAll(fixture);
    fixture.write(QStringLiteral("staged"), "2\n");
    fixture.git({QStringLiteral("add"), QStringLiteral("staged")});
    fixture.write(QStringLiteral("changed"), "3\n");
    fixture.write(QStringLiteral("new"), "4");
    const auto repository = Repository::find(fixture.root());
    const auto diff = repository->diff({});
    QVERIFY_RESULT(diff);
    QVERIFY(diff->contains(QStringLiteral("-1\n+2\n")));
    QVERIFY(diff->contains(QStringLiteral("-1\n+3\n")));
    QVERIFY(diff->contains(QStringLiteral("+++ b/new\n@@ -0,0 +1 @@\n+4\n\\ No newline at end of file\n")));
    QVERIFY(!repository->diff({QStringLiteral("new")})->contains(QStringLiteral("staged")));
}

void TestGitReads::theDiffCanBeAppliedByGit()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a"), "1\n");
    commitAll(fixture);
    const QByteArray tabbed = "say \"hi\"\\\t.yaml";
    fixture.write(QString::fromUtf8(tabbed), "x\ny\n");
    fixture.write(QStringLiteral("with blank.yaml"), "no end");
    fixture.write(QStringLiteral("empty"), "");
    const auto diff = Repository::find(fixture.root())->diff({});
    QVERIFY_RESULT(diff);
    fixture.git({QStringLiteral("clean"), QStringLiteral("-qfd")});
    QFile patch(fixture.outside(QStringLiteral("patch")));
    QVERIFY(patch.open(QIODevice::WriteOnly));
    patch.write(diff->toUtf8());
    patch.close();
    fixture.git({QStringLiteral("apply"), patch.fileName()});
    QCOMPARE(support::readAll(fixture.root() + u'/' + QString::fromUtf8(tabbed)), QByteArray("x\ny\n"));
    QCOMPARE(support::readAll(fixture.root() + QStringLiteral("/with blank.yaml")), QByteArray("no end"));
    QVERIFY(QFile::exists(fixture.root() + QStringLiteral("/empty")));
}

void TestGitReads::noTrapRunsOnReads()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("a.yaml"), "1\n");
    fixture.write(QStringLiteral(".gitattributes"), "*.yaml filter=z.z=z diff=conv\n");
    commitAll(fixture);
    const auto config = [&](const char* key, const QString& value) { fixture.git({QStringLiteral("config"), QLatin1String(key), value}); };
    config("core.fsmonitor", fixture.trap(QStringLiteral("fsmonitor")));
    config("diff.external", fixture.trap(QStringLiteral("external")));
    config("diff.conv.textconv", fixture.trap(QStringLiteral("textconv"), "cat \"$1\"\n"));
    config("diff.conv.command", fixture.trap(QStringLiteral("command")));
    config("filter.z.z=z.clean", fixture.trap(QStringLiteral("clean"), "cat\n"));
    config("filter.z.z=z.smudge", fixture.trap(QStringLiteral("smudge"), "cat\n"));
    config("filter.z.z=z.required", QStringLiteral("true"));
    const QString hooks = fixture.outside(QStringLiteral("hooks"));
    QVERIFY(QDir().mkpath(hooks));
    QVERIFY(QFile::copy(fixture.trap(QStringLiteral("hook")), hooks + QStringLiteral("/post-index-change")));
    config("core.hooksPath", hooks);
    fixture.write(QStringLiteral("a.yaml"), "2\n");
    fixture.write(QStringLiteral("new.yaml"), "3\n");

    const auto repository = Repository::find(fixture.root());
    QVERIFY_RESULT(repository);
    const auto status = repository->status();
    QVERIFY_RESULT(status);
    QCOMPARE(stateOf(*status, QStringLiteral("a.yaml")), QStringLiteral("modified"));
    const auto diff = repository->diff({});
    QVERIFY_RESULT(diff);
    QVERIFY(diff->contains(QStringLiteral("-1\n+2\n")));
    for (const char* name : {"fsmonitor", "external", "textconv", "command", "clean", "smudge", "hook"})
        QVERIFY2(!fixture.ran(QLatin1String(name)), name);

    // The traps are real: the user's own commands do spring them.
    fixture.git({QStringLiteral("status")});
    fixture.git({QStringLiteral("diff")});
    for (const char* name : {"fsmonitor", "clean", "hook"})
        QVERIFY2(fixture.ran(QLatin1String(name)), name);
}

void TestGitReads::anInheritedGitDirDoesNotMisleadUs()
{
    const GitFixture fixture;
    const GitFixture other;
    qputenv("GIT_DIR", QFile::encodeName(other.root() + QStringLiteral("/.git")));
    const auto repository = Repository::find(fixture.root());
    qunsetenv("GIT_DIR");
    QVERIFY_RESULT(repository);
    QCOMPARE(QDir(repository->root()).canonicalPath(), QDir(fixture.root()).canonicalPath());
}

void TestGitReads::linksAndBinariesAreNamedNotRead()
{
    const GitFixture fixture;
    fixture.write(QStringLiteral("blob"), QByteArray("a\0b", 3));
    QVERIFY(QFile::link(QStringLiteral("/etc/hostname"), fixture.root() + QStringLiteral("/link")));
    const auto diff = Repository::find(fixture.root())->diff({});
    QVERIFY_RESULT(diff);
    QVERIFY(diff->contains(QStringLiteral("Binary files /dev/null and b/blob differ")));
    QVERIFY(diff->contains(QStringLiteral("new file mode 120000\n--- /dev/null\n+++ b/link\n@@ -0,0 +1 @@\n+/etc/hostname")));
    QCOMPARE(git::additionDiff(fixture.root(), QStringLiteral("no such file")), QByteArray());
}

WK_REGISTER_TEST(TestGitReads)
#include "tst_gitreads.moc"
