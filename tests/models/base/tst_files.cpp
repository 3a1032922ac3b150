// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/files.h"
#include "models/base/jobs.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace base;

class TestFiles : public QObject {
    Q_OBJECT
private slots:
    void writesAndReadsBack();
    void namesTheFileThatCannotBeRead();
    void aNewQuestionOutdatesTheOldAnswer();
};

void TestFiles::writesAndReadsBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.yaml"));
    QVERIFY_RESULT(writeFile(path, "one\n"));
    QVERIFY_RESULT(writeFile(path, "two\n"));
    QCOMPARE(readFile(path).value(), QByteArray("two\n"));
    QVERIFY(!writeFile(folder.filePath(QStringLiteral("no/such/a.yaml")), "x").ok());
}

void TestFiles::namesTheFileThatCannotBeRead()
{
    const auto content = readFile(QStringLiteral("/no/such/file"));
    QVERIFY(!content.ok());
    QCOMPARE(content.error().place.file, QStringLiteral("/no/such/file"));
}

void TestFiles::aNewQuestionOutdatesTheOldAnswer()
{
    JobTracker tracker;
    QVector<int> answers;
    tracker.start([](const CancelToken&) { return 1; }, [&](int answer) { answers.append(answer); });
    tracker.start([](const CancelToken&) { return 2; }, [&](int answer) { answers.append(answer); });
    QTRY_COMPARE(answers, QVector<int>{2});
    QTRY_VERIFY(!tracker.isRunning());
}

WK_REGISTER_TEST(TestFiles)
#include "tst_files.moc"
