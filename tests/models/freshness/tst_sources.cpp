// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/sourcechecks.h"
#include "tests/models/freshness/histories.h"
#include "tests/support/register.h"

#include <QTest>

using namespace freshness;
using histories::History;
using histories::at;

/// The source rules of runs.md 12.7: what `dbt source freshness` says about clocks and columns.
class TestSources : public QObject {
    Q_OBJECT
private slots:
    void theFirstRuleThatHoldsWins_data();
    void theFirstRuleThatHoldsWins();
    void aMultipleIsNearWithinItsTolerance();
    void aZoneLeakNeedsFiveResultsAndFourFifths();
    void aLoadByAnotherLoaderIsReported();
    void aMissingResultIsReportedOnItsFirstDay();
};

namespace {

const char* const source = "source.shop.raw.a";

pipeline::Workspace loadingWorkspace()
{
    return histories::workspace(QStringLiteral("pipelines:\n  extraction:\n    schedule: \"10 0 * * *\"\n    tasks:\n"
                                               "      - load: {kind: airbyte.sync, with: {connection_id: c1}, produces: [RAW.A]}\n"));
}

History withSource(const char* field = "LOADEDON")
{
    History history;
    history.manifest("shop", "2026-07-01T01:36").source(source, "RAW.A", field);
    return history;
}

QStringList rulesOf(const Picture& picture)
{
    QStringList result;
    for (const Finding& finding : picture.diagnosis.findings)
        result.append(finding.rule + u' ' + finding.slotDate.toString(Qt::ISODate));
    result.sort();
    return result;
}

} // namespace

void TestSources::theFirstRuleThatHoldsWins_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("checks"); // start max_loaded_at snapshotted_at; ...
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* field, const char* checks, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(checks) << QString::fromLatin1(expected);
    };
    row("nothing wrong", "LOADEDON", "2026-08-02T01:34 2026-08-02T00:49 2026-08-02T01:34", "");
    row("midnight and a cast", "D::TIMESTAMP", "2026-08-02T01:34 2026-08-01T00:00 2026-08-02T01:34", "loaded_at_is_a_business_date 2026-08-02");
    row("midnight and cast(", "cast(D as timestamp)", "2026-08-02T01:34 2026-08-01T00:00 2026-08-02T01:34", "loaded_at_is_a_business_date 2026-08-02");
    row("midnight twice is not enough", "D", "2026-08-02T01:34 2026-08-01T00:00 2026-08-02T01:34; 2026-08-03T01:34 2026-08-02T00:00 2026-08-03T01:34", "");
    row("midnight three times", "D",
        "2026-08-02T01:34 2026-08-01T00:00 2026-08-02T01:34; 2026-08-03T01:34 2026-08-02T00:00 2026-08-03T01:34; 2026-08-04T01:34 2026-08-03T00:00 2026-08-04T01:34",
        "loaded_at_is_a_business_date 2026-08-02");
    row("another zone's midnight over a clock change", "D",
        "2026-03-28T05:34 2026-03-26T23:00 2026-03-28T05:34; 2026-03-30T05:34 2026-03-29T22:00 2026-03-30T05:34; 2026-03-31T05:34 2026-03-30T22:00 2026-03-31T05:34",
        "loaded_at_is_a_business_date 2026-03-28");
    row("no whole quarter", "D",
        "2026-08-02T01:34 2026-08-01T00:10 2026-08-02T01:34; 2026-08-03T01:34 2026-08-02T00:10 2026-08-03T01:34; 2026-08-04T01:34 2026-08-03T00:10 2026-08-04T01:34", "");
    row("future by 60 s", "LOADEDON", "2026-08-02T01:34 2026-08-02T01:35:00 2026-08-02T01:34:00", "");
    row("future by more", "LOADEDON", "2026-08-02T01:34 2026-08-02T01:35:00.000001Z 2026-08-02T01:34:00", "negative_age_time_zone 2026-08-02");
    row("business date before negative age", "D::timestamp", "2026-08-02T01:34 2026-08-03T00:00 2026-08-02T01:34", "loaded_at_is_a_business_date 2026-08-02");
    row("empty in year 1", "LOADEDON", "2026-08-02T01:34 0001-01-01T00:00:00Z 2026-08-02T01:34", "table_is_empty_sentinel_year_0001 2026-08-02");
    row("empty stands beside another, and is left out of it", "D::timestamp",
        "2026-08-02T01:34 0001-01-01T00:00:00Z 2026-08-02T01:34; 2026-08-03T01:34 2026-08-03T01:45 2026-08-03T01:34",
        "negative_age_time_zone 2026-08-03 table_is_empty_sentinel_year_0001 2026-08-02");
}

void TestSources::theFirstRuleThatHoldsWins()
{
    QFETCH(QString, field);
    QFETCH(QString, checks);
    QFETCH(QString, expected);
    History history = withSource(qPrintable(field));
    for (const QString& check : checks.split(QStringLiteral("; "))) {
        const QStringList parts = check.split(u' ');
        history.check(source, qPrintable(parts.at(0)), qPrintable(parts.at(1)), qPrintable(parts.at(2)));
    }
    const Picture picture = history.judged(loadingWorkspace());
    QCOMPARE(rulesOf(picture).join(u' '), expected);
    if (!picture.diagnosis.findings.isEmpty())
        QCOMPARE(picture.diagnosis.findings.first().source, QString::fromLatin1(source));
}

void TestSources::aMultipleIsNearWithinItsTolerance()
{
    const base::Micros quarter = 15 * base::microsPerMinute;
    const base::Micros tolerance = 120 * base::microsPerSecond;
    QVERIFY(!nearMultiple(0, quarter, tolerance, 0));
    QVERIFY(!nearMultiple(tolerance, quarter, tolerance, 0));
    QVERIFY(nearMultiple(quarter + tolerance, quarter, tolerance, 0));
    QVERIFY(nearMultiple(-quarter + tolerance, quarter, tolerance, 0));
    QVERIFY(!nearMultiple(quarter + tolerance + 1, quarter, tolerance, 0));
    QVERIFY(nearMultiple(28 * quarter, quarter, tolerance, 28));
    QVERIFY(!nearMultiple(29 * quarter, quarter, tolerance, 28));
    History history = withSource();
    history.check(source, "2026-08-02T01:34", "2026-08-01T22:00:07", "2026-08-01T18:35"); // a clock seven hours behind
    history.value.sourceChecks.last().executeStart = at("2026-08-02T01:34:10");
    history.value.sourceChecks.last().executeEnd = at("2026-08-02T01:34:11");
    history.value.sourceChecks.last().maxLoadedAt = at("2026-08-01T17:00:07");
    QCOMPARE(rulesOf(history.judged(loadingWorkspace())), QStringList{QStringLiteral("snapshot_clock_zone_leak 2026-08-02")});
}

void TestSources::aZoneLeakNeedsFiveResultsAndFourFifths()
{
    for (const int leaking : {4, 3}) {
        History history = withSource();
        for (int day = 2; day <= 6; ++day) {
            const QByteArray date = QStringLiteral("2026-08-0%1T").arg(day).toLatin1();
            history.airbyte("c1", QByteArray::number(day).constData(), (date + "00:10").constData(), (date + "00:50").constData());
            const bool leaks = day - 2 < leaking; // two hours before the load's end, else in it
            history.check(source, (date + "01:34").constData(), leaks ? (QStringLiteral("2026-08-0%1T22:5%2:30").arg(day - 1).arg(day)).toLatin1().constData() : (date + "00:45").constData(),
                (date + "01:34").constData());
        }
        // With three of five it is no zone: then the row of the 2nd, 22:53, is newer than the load that day.
        const QString expected = leaking == 4 ? QStringLiteral("loaded_at_zone_leak 2026-08-02") : QStringLiteral("two_clocks_disagree 2026-08-03");
        QCOMPARE(rulesOf(history.judged(loadingWorkspace())), QStringList{expected});
    }
}

void TestSources::aLoadByAnotherLoaderIsReported()
{
    for (const char* newest : {"2026-08-02T00:55:00", "2026-08-02T00:55:00.000001Z"}) {
        History history = withSource();
        history.airbyte("c1", "2", "2026-08-02T00:10", "2026-08-02T00:50");
        history.check(source, "2026-08-02T01:34", newest, "2026-08-02T01:34");
        const bool later = qstrlen(newest) > 19;
        QCOMPARE(rulesOf(history.judged(loadingWorkspace())), later ? QStringList{QStringLiteral("two_clocks_disagree 2026-08-02")} : QStringList());
    }
}

void TestSources::aMissingResultIsReportedOnItsFirstDay()
{
    History history = withSource();
    history.source("source.shop.raw.b", "RAW.B").source("source.shop.raw.free", "RAW.FREE", "LOADEDON", false).source("source.shop.web.c", "WEB.C");
    history.check(source, "2026-08-02T01:34", "2026-08-02T00:49", "2026-08-02T01:34");
    history.check("source.shop.raw.b", "2026-08-02T13:34", "2026-08-02T00:49", "2026-08-02T13:34"); // another check of that day
    history.check(source, "2026-08-03T01:34", "2026-08-03T00:49", "2026-08-03T01:34");
    history.check("source.shop.raw.b", "2026-08-03T01:34", "", "", "runtime error"); // from the log: sources.json dropped it
    history.check(source, "2026-08-04T01:34", "2026-08-04T00:49", "2026-08-04T01:34");
    const Picture picture = history.judged(loadingWorkspace());
    QCOMPARE(rulesOf(picture), QStringList{QStringLiteral("freshness_configured_but_no_result 2026-08-03")});
    QCOMPARE(picture.diagnosis.findings.first().dataset, QStringLiteral("RAW.B"));
}

WK_REGISTER_TEST(TestSources)

#include "tst_sources.moc"
