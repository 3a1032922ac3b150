// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/pipelinedocument.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using editing::unifiedDiff;

class TestUnifiedDiff : public QObject {
    Q_OBJECT
private slots:
    void showsThreeLinesAround();
    void isEmptyForEqualTexts();
    void saysThatTheLastLineIsOpen();
    void gitAppliesItToTheSameBytes();
    void aWholeNewFileIsOneHunk();
};

void TestUnifiedDiff::showsThreeLinesAround()
{
    QCOMPARE(unifiedDiff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", QStringLiteral("a.yaml")),
        QByteArray("--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"));
}

void TestUnifiedDiff::isEmptyForEqualTexts()
{
    QCOMPARE(unifiedDiff("a\n", "a\n", QStringLiteral("x")), QByteArray());
    QCOMPARE(unifiedDiff({}, {}, QStringLiteral("x")), QByteArray());
}

void TestUnifiedDiff::saysThatTheLastLineIsOpen()
{
    QCOMPARE(unifiedDiff("a\n", "a", QStringLiteral("x")),
        QByteArray("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"));
}

void TestUnifiedDiff::gitAppliesItToTheSameBytes()
{
    const QTemporaryDir folder;
    QRandomGenerator random(7);
    const auto file = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
    for (int round = 0; round < 60; ++round) {
        QList<QByteArray> lines;
        for (int i = 0; i < 60; ++i)
            lines.append("line " + QByteArray::number(random.bounded(12)) + '\n');
        const QByteArray before = lines.join();
        for (int edits = random.bounded(1, 9); edits > 0; --edits) {
            const int at = random.bounded(int(lines.size()));
            if (random.bounded(2) == 0)
                lines.removeAt(at);
            else
                lines.insert(at, "new " + QByteArray::number(random.bounded(12)) + '\n');
        }
        QByteArray after = lines.join();
        if (random.bounded(4) == 0)
            after.chop(1);
        if (before == after)
            continue;
        QFile text(file("x"));
        QFile patch(file("p"));
        QVERIFY(text.open(QIODevice::WriteOnly) && patch.open(QIODevice::WriteOnly));
        text.write(before);
        text.close();
        patch.write(unifiedDiff(before, after, QStringLiteral("x")));
        patch.close();
        QProcess git;
        git.setWorkingDirectory(folder.path());
        git.start(QStringLiteral("git"), {QStringLiteral("apply"), QStringLiteral("--unsafe-paths"), QStringLiteral("p")});
        QVERIFY(git.waitForFinished());
        QVERIFY2(git.exitCode() == 0, git.readAllStandardError().constData());
        QCOMPARE(support::readAll(file("x")), after);
    }
}

void TestUnifiedDiff::aWholeNewFileIsOneHunk()
{
    QCOMPARE(unifiedDiff({}, "a\nb\n", QStringLiteral("x")), QByteArray("--- a/x\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n"));
    QByteArray many;
    for (int i = 0; i < 4000; ++i)
        many += QByteArray::number(i) + '\n';
    const QByteArray diff = unifiedDiff("other\n", many, QStringLiteral("x"));
    QCOMPARE(diff.count("\n+"), 4001);
}

WK_REGISTER_TEST(TestUnifiedDiff)
#include "tst_unifieddiff.moc"
