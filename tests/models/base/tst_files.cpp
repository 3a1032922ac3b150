// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/files.h"
#include "models/base/jobs.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace base;

class TestFiles : public QObject {
    Q_OBJECT
private slots:
    void writesAndReadsBack();
    void namesTheFileThatCannotBeRead();
    void aNewQuestionOutdatesTheOldAnswer();
    void whatWasOutdatedBeforeItsTurnIsNeverWorkedOn();
    void cancelledWorkIsDoneWhereItsAnswerIsWanted();
    void workspacesOfOneNameHaveStoresOfTheirOwn();
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

void TestFiles::whatWasOutdatedBeforeItsTurnIsNeverWorkedOn()
{
    JobTracker tracker;
    QSignalSpy running(&tracker, &JobTracker::runningChanged);
    QSemaphore begun;
    QSemaphore gate;
    std::atomic<int> worked = 0;
    QVector<int> answers;
    const auto take = [&](int answer) { answers.append(answer); };
    tracker.start([&](const CancelToken&) { begun.release(); gate.acquire(); return ++worked; }, take);
    begun.acquire();
    for (int i = 0; i < 3; ++i)
        tracker.start([&](const CancelToken&) { return ++worked; }, take);
    gate.release();
    QTRY_VERIFY(!tracker.isRunning());
    QCOMPARE(worked.load(), 2); // the one that had begun and the newest
    QCOMPARE(answers, QVector<int>{2});
    QCOMPARE(running.size(), 5);
    QCOMPARE(running.last().first().toBool(), false);

    running.clear();
    tracker.start([&](const CancelToken&) { begun.release(); gate.acquire(); return ++worked; }, take);
    begun.acquire();
    tracker.start([&](const CancelToken&) { return ++worked; }, take);
    tracker.cancel();
    gate.release();
    QTRY_VERIFY(!tracker.isRunning());
    QCOMPARE(worked.load(), 3);
    QCOMPARE(answers, QVector<int>{2});
    QCOMPARE(running.size(), 3);
    QCOMPARE(running.last().first().toBool(), false);
}

void TestFiles::cancelledWorkIsDoneWhereItsAnswerIsWanted()
{
    JobTracker tracker;
    tracker.setDeliverCancelled(true);
    QVector<bool> cancelled;
    QSemaphore gate;
    tracker.start([&](const CancelToken& token) { gate.acquire(); return token.cancelled(); }, [&](bool was) { cancelled.append(was); });
    tracker.cancel();
    gate.release();
    QTRY_COMPARE(cancelled, QVector<bool>{true});
}

void TestFiles::workspacesOfOneNameHaveStoresOfTheirOwn()
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    for (const QTemporaryDir* folder : {&one, &two})
        QVERIFY(QDir(folder->path()).mkdir(QStringLiteral("clinic")));
    const QString stem = workspaceStem(one.filePath(QStringLiteral("clinic")));
    QVERIFY2(QRegularExpression(QStringLiteral("^clinic-[0-9a-f]{12}$")).match(stem).hasMatch(), qPrintable(stem));
    QCOMPARE(workspaceStem(one.filePath(QStringLiteral("../%1/clinic/.")).arg(QFileInfo(one.path()).fileName())), stem);
    QVERIFY(workspaceStem(two.filePath(QStringLiteral("clinic"))) != stem);
}

WK_REGISTER_TEST(TestFiles)
#include "tst_files.moc"
