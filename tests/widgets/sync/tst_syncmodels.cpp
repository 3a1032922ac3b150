// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "tests/widgets/sync/recordedsync.h"
#include "widgets/sync/advices.h"
#include "widgets/sync/requestsmodel.h"
#include "widgets/sync/slicemodel.h"
#include "widgets/sync/streamsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using syncview::AdviceCard;
using syncview::RequestsModel;
using syncview::StreamsModel;

class SyncModelsTest : public QObject {
    Q_OBJECT
private slots:
    void streamsSayHowFarTheyAre();
    void aReportEndsWhatTheEventsBegan();
    void requestsAreNumberedPerStream();
    void onlyTheNewestRequestsAreKept();
    void rowsAndRefusedRowsAreTables();
    void waitsAreSaidInWords_data();
    void waitsAreSaidInWords();
    void manyRefusalsAdviseABudget();
    void theLimitIsCountedWhereTheServerDoesNotSay();
    void aRisingColumnAdvisesAnIncrement();
    void whatFallsOrStandsStillDoesNotRise();
    void theTargetIsReadAsItIs();
    void aMissingTargetIsEmpty();
    void aFileThatIsNoDatabaseIsAnError();
};

static QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

void SyncModelsTest::streamsSayHowFarTheyAre()
{
    StreamsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlans(RecordedSync::plans());
    QCOMPARE(cell(model, 0, StreamsModel::Load), QStringLiteral("merge · id"));
    QCOMPARE(cell(model, 2, StreamsModel::Load), QStringLiteral("replace"));
    QCOMPARE(cell(model, 0, StreamsModel::State), QStringLiteral("not synced in this session"));
    model.begin();
    model.take(RecordedSync::events());
    QCOMPARE(cell(model, 0, StreamsModel::Rows), QStringLiteral("41,208"));
    QCOMPARE(cell(model, 0, StreamsModel::State), QStringLiteral("done"));
    QCOMPARE(cell(model, 1, StreamsModel::State), QStringLiteral("waiting 3 s, asked to by the server (429)"));
    QCOMPARE(cell(model, 1, StreamsModel::Asleep), QStringLiteral("9.0 s"));
    QCOMPARE(cell(model, 1, StreamsModel::Rate), QStringLiteral("757/s"));
    QCOMPARE(cell(model, 2, StreamsModel::State), QStringLiteral("queued"));
    QCOMPARE(cell(model, 2, StreamsModel::Rows), QString());
    QCOMPARE(model.ended(), 1);
    QCOMPARE(model.rowsLoaded(), qint64(43708));
}

void SyncModelsTest::aReportEndsWhatTheEventsBegan()
{
    StreamsModel model;
    model.setPlans(RecordedSync::plans());
    model.begin();
    model.take(RecordedSync::events());
    model.finish(RecordedSync::failedReport());
    QCOMPARE(cell(model, 1, StreamsModel::State), QStringLiteral("failed, AUTH"));
    QCOMPARE(model.phase(2), StreamsModel::Idle);
}

void SyncModelsTest::requestsAreNumberedPerStream()
{
    RequestsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    // In pieces, so that an answer comes in another batch than its request.
    for (const syncs::SyncEvent& event : RecordedSync::events())
        model.take({event}, base::UtcTime {1});
    QCOMPARE(model.rowCount(), 86);
    QCOMPARE(model.total(), 86);
    const syncview::RequestRow& last = model.request(85);
    QCOMPARE(last.number, 3);
    QCOMPARE(last.stream, QStringLiteral("shifts"));
    QCOMPARE(last.status, 429);
    QCOMPARE(last.waitSeconds, 3.0);
    QCOMPARE(last.answerHeader(QLatin1String("Retry-After")), QStringLiteral("3"));
    QCOMPARE(cell(model, 85, RequestsModel::Page), QStringLiteral("6"));
    QCOMPARE(model.notable(), 85);
}

void SyncModelsTest::onlyTheNewestRequestsAreKept()
{
    RequestsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVector<syncs::SyncEvent> events;
    for (int i = 0; i < 100; ++i)
        events += RecordedSync::events(0);
    model.take(events.mid(0, 3000), base::UtcTime {1});
    model.take(events.mid(3000), base::UtcTime {1});
    QCOMPARE(model.total(), 8300);
    QCOMPARE(model.rowCount(), RequestsModel::mostRequests);
    QCOMPARE(model.request(RequestsModel::mostRequests - 1).number, 8300);
    model.take(events, base::UtcTime {2});
    QCOMPARE(model.rowCount(), RequestsModel::mostRequests);
    QCOMPARE(model.request(0).number, 16600 - RequestsModel::mostRequests + 1);
}

void SyncModelsTest::rowsAndRefusedRowsAreTables()
{
    syncview::SliceModel rows;
    const QAbstractItemModelTester rowsTester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setRows(RecordedSync::rows());
    QCOMPARE(cell(rows, 0, 1), QStringLiteral("North"));
    QCOMPARE(cell(rows, 1, 1), QStringLiteral("NULL"));
    QCOMPARE(rows.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("modified_on"));
    syncview::RefusedModel refused;
    const QAbstractItemModelTester refusedTester(&refused, QAbstractItemModelTester::FailureReportingMode::QtTest);
    refused.setRecords({{QStringLiteral("shifts"), 2, 0, QStringLiteral("KEY"), QStringLiteral("the primary key id is null"), QStringLiteral("{\"id\":null}"), {}}});
    QCOMPARE(cell(refused, 0, syncview::RefusedModel::Position), QStringLiteral("1"));
    QCOMPARE(cell(refused, 0, syncview::RefusedModel::Reason), QStringLiteral("the primary key id is null (KEY)"));
}

void SyncModelsTest::waitsAreSaidInWords_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("words");
    QTest::newRow("asked") << 3.0 << QStringLiteral("asked to by the server (503)") << QStringLiteral("waiting 3 s, asked to by the server (503)");
    QTest::newRow("budget") << 0.12 << QStringLiteral("rate limit") << QStringLiteral("waiting 0.1 s, to stay within the rate limit");
    QTest::newRow("error") << 1.5 << QStringLiteral("server error 502") << QStringLiteral("waiting 1.5 s, server error 502");
    QTest::newRow("long") << 90.0 << QStringLiteral("server error 500") << QStringLiteral("waiting 1 min 30 s, server error 500");
    QTest::newRow("unknown") << 2.0 << QStringLiteral("the connection was reset") << QStringLiteral("waiting 2 s, the connection was reset");
}

void SyncModelsTest::waitsAreSaidInWords()
{
    QFETCH(double, seconds);
    QFETCH(QString, reason);
    QTEST(syncview::waitWords(seconds, reason), "words");
}

void SyncModelsTest::manyRefusalsAdviseABudget()
{
    RequestsModel model;
    model.take(RecordedSync::events(2), base::UtcTime {1});
    QVERIFY(syncview::advise(model.statistics(), {}, {}).isEmpty());
    model.clear();
    model.take(RecordedSync::events(12), base::UtcTime {1});
    const QVector<AdviceCard> cards = syncview::advise(model.statistics(), {}, {});
    QCOMPARE(cards.size(), 1);
    QCOMPARE(cards.first().title, QStringLiteral("500 requests a minute is this server’s limit."));
    QCOMPARE(cards.first().text, QStringLiteral("12 of 95 requests were refused (429). A budget avoids the waits."));
    QCOMPARE(cards.first().button, QStringLiteral("Set rate limit: 480 a minute"));
    QCOMPARE(cards.first().edits, (QVector<syncview::AdviceEdit> {{QStringLiteral("config.rate_limit"), QStringLiteral("{requests: 480, per: minute}")}}));
}

void SyncModelsTest::theLimitIsCountedWhereTheServerDoesNotSay()
{
    RequestsModel model;
    QVector<syncs::SyncEvent> events = RecordedSync::events(3);
    for (syncs::SyncEvent& event : events)
        event.headers.removeIf([](const QString& header) { return header.startsWith(QLatin1String("RateLimit")); });
    // Fifty of the 83 answers are older than a minute when the refusals come.
    model.take(events.mid(0, 1 + 50 * 3), base::UtcTime::fromEpochSeconds(0));
    model.take(events.mid(1 + 50 * 3), base::UtcTime::fromEpochSeconds(90));
    QCOMPARE(model.statistics().limit, 33);
    QVERIFY(!model.statistics().limitFromServer);
    QCOMPARE(syncview::advise(model.statistics(), {}, {}).first().title, QStringLiteral("About 33 requests a minute is this server’s limit."));
}

void SyncModelsTest::aRisingColumnAdvisesAnIncrement()
{
    syncs::TargetContents contents;
    contents.rows.insert(QStringLiteral("sites"), RecordedSync::rows());
    contents.rows.insert(QStringLiteral("statuses"), RecordedSync::rows());
    const QVector<AdviceCard> cards = syncview::advise({}, RecordedSync::plans(), contents);
    QCOMPARE(cards.size(), 1);
    QCOMPARE(cards.first().title, QStringLiteral("sites is read in full every time."));
    QCOMPARE(cards.first().edits, (QVector<syncview::AdviceEdit> {{QStringLiteral("config.streams.sites.incremental"), QStringLiteral("{cursor_field: modified_on}")},
                                      {QStringLiteral("sync.sites"), QStringLiteral("{disposition: merge}")}}));
    QVector<syncs::StreamPlan> keyless = RecordedSync::plans();
    keyless[2].primaryKey.clear();
    QVERIFY(syncview::advise({}, keyless, contents).isEmpty());
}

void SyncModelsTest::whatFallsOrStandsStillDoesNotRise()
{
    syncs::TargetRows rows = RecordedSync::rows();
    QCOMPARE(syncview::risingColumn(rows), QStringLiteral("modified_on"));
    std::reverse(rows.rows.begin(), rows.rows.end());
    QCOMPARE(syncview::risingColumn(rows), QString());
    rows.rows = {rows.rows.first(), rows.rows.first()};
    QCOMPARE(syncview::risingColumn(rows), QString());
    rows.rows[1][2] = QStringLiteral("soon");
    QCOMPARE(syncview::risingColumn(rows), QString());
}

void SyncModelsTest::theTargetIsReadAsItIs()
{
    const RecordedSync recorded;
    recorded.writeTarget();
    const auto contents = syncs::readTarget(recorded.target(), QStringLiteral("trakit_api"), {QStringLiteral("statuses"), QStringLiteral("shifts"), QStringLiteral("sites")}, 2);
    QVERIFY2(contents.ok(), contents.ok() ? "" : qPrintable(contents.error().toString()));
    const syncs::TargetRows statuses = contents->rows.value(QStringLiteral("statuses"));
    QCOMPARE(statuses.rows.size(), 2);
    QCOMPARE(statuses.total, qint64(4));
    QCOMPARE(statuses.columns.size(), 5);
    QVERIFY(statuses.rows.at(1).at(4).isNull());
    QVERIFY(!contents->rows.contains(QStringLiteral("shifts")));
    QVERIFY(contents->rows.value(QStringLiteral("sites")).unfinished);
    QCOMPARE(contents->refusedTotal, qint64(2));
    QCOMPARE(contents->refused.first().stream, QStringLiteral("shifts"));
    QCOMPARE(contents->state.value(QStringLiteral("statuses")).value(QStringLiteral("pages")).toInt(), 83);
    QVERIFY(!contents->state.value(QStringLiteral("statuses")).contains(QStringLiteral("position")));
    QVERIFY(contents->bytes > 0);
}

void SyncModelsTest::aMissingTargetIsEmpty()
{
    const RecordedSync recorded;
    const auto contents = syncs::readTarget(recorded.target(), QStringLiteral("trakit_api"), {QStringLiteral("statuses")});
    QVERIFY(contents.ok());
    QVERIFY(contents->rows.isEmpty());
    QVERIFY(!QFile::exists(recorded.target()));
}

void SyncModelsTest::aFileThatIsNoDatabaseIsAnError()
{
    const RecordedSync recorded;
    QFile file(recorded.target());
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const auto contents = syncs::readTarget(recorded.target(), QStringLiteral("trakit_api"), {QStringLiteral("statuses")});
    QVERIFY(!contents.ok());
    QCOMPARE(contents.error().code, QStringLiteral("store.read"));
    QCOMPARE(contents.error().place.file, recorded.target());
}

WK_REGISTER_TEST(SyncModelsTest)
#include "tst_syncmodels.moc"
