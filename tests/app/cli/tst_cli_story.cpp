// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/weirctl.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QImage>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <cmath>

/// The main job in the shell: the sample's story, and the synthetic company of shared/data.
class TestCliStory : public QObject {
    Q_OBJECT
private slots:
    void theSampleNamesTheRaceWithBothTimes();
    void theFixIsThreeLinesAndNoComment();
    void afterTheFixTheReplayShowsNoMismatch();
    void theTimelineIsAPicture();
    void theSampleSyncsFromItsOwnApi();
    void theSyntheticCompanyGivesItsExpectedFindings();
    void importingAgainOrInAnotherOrderChangesNothing();

private:
    static QJsonObject findingOf(const QJsonObject& document, const char* rule, const char* consumer);
};

static QString sample()
{
    return QStringLiteral(WK_SOURCE_DIR "/resources/samples/trakit");
}

static QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ');
}

QJsonObject TestCliStory::findingOf(const QJsonObject& document, const char* rule, const char* consumer)
{
    for (const QJsonValue& value : document[QStringLiteral("findings")].toArray()) {
        const QJsonObject finding = value.toObject();
        if (finding[QStringLiteral("rule")].toString() == QLatin1String(rule)
            && finding[QStringLiteral("consumer")].toObject()[QStringLiteral("job")].toString() == QLatin1String(consumer))
            return finding;
    }
    return {};
}

static void prepare(const Weirctl& weirctl)
{
    Weirctl::copyFolder(sample(), weirctl.path("trakit"));
    const auto imported = weirctl({QStringLiteral("import"), weirctl.path("trakit"), weirctl.path("trakit/runs"), QStringLiteral("--json")});
    QVERIFY2(imported.status == 0, (imported.out + imported.err).constData());
}

void TestCliStory::theSampleNamesTheRaceWithBothTimes()
{
    const Weirctl weirctl;
    prepare(weirctl);
    const auto answer = weirctl({QStringLiteral("diagnose"), weirctl.path("trakit"), QStringLiteral("--json")});
    QCOMPARE(answer.status, 1);
    const QJsonObject race = findingOf(answer.json(), "consumer_started_before_producer_finished", "model.concrete.fact_trakit_statuses_with_shifts");
    QCOMPARE(race[QStringLiteral("verdict")].toString(), QStringLiteral("RACE"));
    QCOMPARE(race[QStringLiteral("slot_date")].toString(), QStringLiteral("2025-10-03"));
    QCOMPARE(race[QStringLiteral("consumer")].toObject()[QStringLiteral("start")].toString(), QStringLiteral("2025-10-03T08:36:44.000000Z"));
    QCOMPARE(race[QStringLiteral("producer")].toObject()[QStringLiteral("end")].toString(), QStringLiteral("2025-10-03T14:04:12.000000Z"));
    QCOMPARE(race[QStringLiteral("gap_seconds")].toDouble(), 19648.0);
    const auto text = weirctl({QStringLiteral("diagnose"), weirctl.path("trakit")});
    QVERIFY2(text.out.contains("dbt build --select fact_trakit_statuses_with_shifts+"), text.out.constData());
    QVERIFY2(text.out.contains("2025-10-02"), text.out.constData()); // the latest business date that had been loaded
    int errors = 0;
    for (const QJsonValue& finding : answer.json()[QStringLiteral("findings")].toArray())
        errors += finding.toObject()[QStringLiteral("severity")].toString() == QStringLiteral("error") ? 1 : 0;
    QCOMPARE(errors, 2); // the race, and the dashboard that showed it
}

void TestCliStory::theFixIsThreeLinesAndNoComment()
{
    const Weirctl weirctl;
    prepare(weirctl);
    const QString file = weirctl.path("trakit/pipelines/trakit.yaml");
    const QByteArray before = support::readAll(file);
    const auto diagnosed = weirctl({QStringLiteral("diagnose"), weirctl.path("trakit"), QStringLiteral("--json")});
    const QString id = findingOf(diagnosed.json(), "consumer_started_before_producer_finished",
        "model.concrete.fact_trakit_statuses_with_shifts")[QStringLiteral("id")].toString();
    QVERIFY(!id.isEmpty());
    const auto proposed = weirctl({QStringLiteral("fix"), weirctl.path("trakit"), id});
    QVERIFY2(proposed.status == 0, proposed.err.constData());
    QCOMPARE(support::readAll(file), before); // nothing is written without --apply
    const auto applied = weirctl({QStringLiteral("fix"), weirctl.path("trakit"), id, QStringLiteral("--apply")});
    QVERIFY2(applied.status == 0, applied.err.constData());
    QByteArray expected = before;
    expected.replace("  dbt_transformation:\n    schedule: \"30 1 * * *\"\n", "  dbt_transformation:\n");
    const QByteArray after = support::readAll(file);
    QByteArray rest = after;
    const QByteArray added = "    dependencies:\n      - source_extraction.source_tables_ready\n";
    QVERIFY2(after.count(added) == 1, after.constData());
    rest.replace(added, "");
    QCOMPARE(rest, expected);
    QCOMPARE(weirctl({QStringLiteral("check"), weirctl.path("trakit")}).status, 0);
}

void TestCliStory::afterTheFixTheReplayShowsNoMismatch()
{
    const Weirctl weirctl;
    prepare(weirctl);
    const auto diagnosed = weirctl({QStringLiteral("diagnose"), weirctl.path("trakit"), QStringLiteral("--json")});
    const QString id = findingOf(diagnosed.json(), "consumer_started_before_producer_finished",
        "model.concrete.fact_trakit_statuses_with_shifts")[QStringLiteral("id")].toString();
    const QJsonObject replay = weirctl({QStringLiteral("fix"), weirctl.path("trakit"), id, QStringLiteral("--json")}).json()[QStringLiteral("replay")].toObject();
    QCOMPARE(replay[QStringLiteral("days")].toInt(), 21);
    QCOMPARE(replay[QStringLiteral("now")].toObject()[QStringLiteral("mismatch_days")].toInt(), 1);
    QCOMPARE(replay[QStringLiteral("changed")].toObject()[QStringLiteral("mismatch_days")].toInt(-1), 0);
}

void TestCliStory::theTimelineIsAPicture()
{
    const Weirctl weirctl;
    prepare(weirctl);
    const QString png = weirctl.path("timeline.png");
    const auto answer = weirctl(QStringList{QStringLiteral("timeline"), weirctl.path("trakit")} + words("--from 2025-10-03 --to 2025-10-03 --png") + QStringList{png});
    QVERIFY2(answer.status == 0, answer.err.constData());
    const QImage picture(png);
    QVERIFY(picture.width() >= 800);
    QVERIFY(picture.height() >= 300);
}

void TestCliStory::theSampleSyncsFromItsOwnApi()
{
    const Weirctl weirctl;
    Weirctl::copyFolder(sample(), weirctl.path("trakit"));
    const QString into = weirctl.path("trial.sqlite");
    const auto answer = weirctl(QStringList{QStringLiteral("sync"), weirctl.path("trakit")} + words("trakit_api --stream sites --stream shifts --json --into") + QStringList{into});
    QVERIFY2(answer.status == 0, (answer.out + answer.err).constData());
    QCOMPARE(answer.json()[QStringLiteral("status")].toString(), QStringLiteral("ok"));
    for (const QJsonValue& stream : answer.json()[QStringLiteral("streams")].toArray()) {
        const bool isShifts = stream.toObject()[QStringLiteral("stream")].toString() == QStringLiteral("shifts");
        QCOMPARE(stream.toObject()[QStringLiteral("rows_loaded")].toInt(), isShifts ? 3114 : 4);
    }
    QVERIFY(!(answer.out + answer.err).contains("sample-token"));
}

/// Everything of the synthetic folder that this version reads.
static QStringList syntheticPaths(const QString& root)
{
    QStringList paths;
    for (const char* folder : {"dbt", "dlt", "airbyte", "openlineage", "tableau"})
        paths.append(root + u'/' + QString::fromLatin1(folder));
    return paths;
}

void TestCliStory::theSyntheticCompanyGivesItsExpectedFindings()
{
    WK_SHARED_OR_SKIP(root, "runs/synthetic");
    const Weirctl weirctl;
    const QString workspace = root + QStringLiteral("/workspace");
    const QString store = weirctl.path("store.sqlite");
    const auto imported = weirctl(QStringList{QStringLiteral("import"), workspace, QStringLiteral("--store"), store} + syntheticPaths(root));
    QVERIFY2(imported.status == 0, (imported.out + imported.err).constData());
    const QJsonObject document = weirctl({QStringLiteral("diagnose"), workspace, QStringLiteral("--store"), store, QStringLiteral("--json")}).json();
    QJsonArray expected = QJsonDocument::fromJson(support::readAll(root + QStringLiteral("/expected.json"))).object()[QStringLiteral("findings")].toArray();
    const QJsonArray found = document[QStringLiteral("findings")].toArray();
    for (const QJsonValue& value : expected) {
        const QJsonObject want = value.toObject();
        const bool present = std::any_of(found.begin(), found.end(), [&](const QJsonValue& candidate) {
            const QJsonObject got = candidate.toObject();
            for (const char* key : {"rule", "verdict", "severity", "dataset", "slot_date", "consumer", "producer"}) {
                if (got[QLatin1String(key)] != want[QLatin1String(key)])
                    return false;
            }
            const QJsonValue gap = want[QStringLiteral("gap_seconds")];
            return gap.isNull() ? got[QStringLiteral("gap_seconds")].isNull()
                                : std::abs(gap.toDouble() - got[QStringLiteral("gap_seconds")].toDouble()) <= 1;
        });
        QVERIFY2(present, QJsonDocument(want).toJson().constData());
    }
    QCOMPARE(found.size(), expected.size());
}

void TestCliStory::importingAgainOrInAnotherOrderChangesNothing()
{
    WK_SHARED_OR_SKIP(root, "runs/synthetic");
    const Weirctl weirctl;
    const QString workspace = root + QStringLiteral("/workspace");
    QStringList paths = syntheticPaths(root);
    QByteArray documents[2];
    for (int turn = 0; turn < 2; ++turn) {
        const QStringList store{QStringLiteral("--store"), weirctl.path(turn == 0 ? "a.sqlite" : "b.sqlite"), QStringLiteral("--json")};
        QCOMPARE(weirctl(QStringList{QStringLiteral("import"), workspace} + paths + store).status, 0);
        const QJsonObject again = weirctl(QStringList{QStringLiteral("import"), workspace} + paths + store).json();
        QCOMPARE(again[QStringLiteral("new")].toInt(-1), 0);
        QCOMPARE(again[QStringLiteral("updated")].toInt(-1), 0);
        documents[turn] = weirctl(QStringList{QStringLiteral("diagnose"), workspace} + store).out;
        std::reverse(paths.begin(), paths.end());
    }
    QCOMPARE(documents[0], documents[1]);
    QVERIFY(documents[0].contains("\"id\""));
}

WK_REGISTER_TEST(TestCliStory)
#include "tst_cli_story.moc"
