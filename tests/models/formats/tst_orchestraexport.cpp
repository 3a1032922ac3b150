// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/chains.h"
#include "models/formats/orchestra/orchestra.h"
#include "models/formats/orchestra/rules.h"
#include "models/pipeline/workspace.h"
#include "models/yaml/document.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QTest>

using formats::Export;
using formats::orchestra::exportWorkspace;
using formats::orchestra::Spelling;

namespace {

/// `unknown` has no spelling; everything else is a query.
base::Result<Spelling> spell(const pipeline::Task& task)
{
    if (task.kind == QLatin1String("unknown") || task.kind.isEmpty())
        return base::makeError("orchestra.no_spelling", QStringLiteral("no word for it"));
    Spelling spelling{QStringLiteral("SNOWFLAKE"), QStringLiteral("SNOWFLAKE_RUN_QUERY"), {{QStringLiteral("statement"), QStringLiteral("select 1")}}, {}};
    for (auto it = task.with.begin(); it != task.with.end(); ++it)
        spelling.parameters.append({it.key(), it.value()});
    return spelling;
}

pipeline::Workspace workspaceOf(const QByteArray& text)
{
    pipeline::Workspace workspace;
    pipeline::readPipelineText(text, QStringLiteral("pipelines/a.yaml"), workspace);
    return workspace;
}

Export exported(const QByteArray& text)
{
    const auto result = exportWorkspace(workspaceOf(text), spell, {});
    return result ? *result : Export{{}, {base::toProblem(result.error())}};
}

QStringList codes(const Export& result)
{
    QStringList codes;
    for (const base::Problem& finding : result.findings)
        codes.append(finding.code);
    return codes;
}

/// A value of the only file, as text: `pipeline.a.depends_on` gives `x,y`.
QString valueAt(const Export& result, const char* path, const QString& file = {})
{
    const QByteArray text = file.isEmpty() ? result.files.value(result.files.firstKey()) : result.files.value(file);
    const auto document = yaml::parse(text, QStringLiteral("x"));
    if (!document)
        return QStringLiteral("unreadable");
    const yaml::Node* node = document->at(QString::fromLatin1(path).split(u'/'));
    if (!node)
        return QStringLiteral("absent");
    QStringList items;
    for (const yaml::Node& item : node->children)
        items.append(item.text);
    return node->isSequence() ? items.join(u',') : node->text;
}

const QByteArray chain = R"(pipelines:
  source_extraction:
    schedule: "30 0 * * *"
    timezone: America/Los_Angeles
    outputs: [ready]
    tasks:
      - load: {kind: query, retries: 2, timeout: PT3H, connection: trakit_api, produces: [RAW.A]}
      - tell: {kind: query, needs: [load], run_when: failure}
      - tidy: {kind: query, needs: [load], run_when: done}
  transformation:
    dependencies: [source_extraction.ready]
    sla: "08:00"
    tasks:
      - build: {kind: query, consumes: [RAW.A]}
      - test: {kind: query, needs: [build]}
  other:
    schedule: "0 6 * * 1-5"
    tasks:
      - refresh: {kind: query}
)";

} // namespace

class TestOrchestraExport : public QObject {
    Q_OBJECT
private slots:
    void writesOneFilePerChain();
    void aConsumerWaitsForTheFinalGroupsOfItsProducer();
    void conditionsFollowRunWhen();
    void limitsHaveOrchestrasUnits();
    void connectionsAndSecretsBecomeEnvironmentVariables();
    void whatOrchestraCannotSayIsAFinding();
    void aTaskWithoutSpellingIsBridged();
    void idsAreUniqueInTheFile();
    void orOfDayFieldsBecomesTwoSchedules();
    void theRootsScheduleCounts();
    void rootsWithDifferentSchedulesAreAnError();
    void aCircleWritesNothing();
    void alertsAndParametersAreWritten();
    void longNamesAreCut();
    void onlyTheChosenChainIsWritten();
    void theSameWorkspaceGivesTheSameBytes();
    void theDesignExampleSaysWhatIsMissing();
};

void TestOrchestraExport::writesOneFilePerChain()
{
    const Export result = exported(chain);
    QCOMPARE(result.files.keys(), (QStringList{QStringLiteral("other.yaml"), QStringLiteral("source_extraction.yaml")}));
    for (auto it = result.files.begin(); it != result.files.end(); ++it) {
        QVERIFY(it->startsWith("version: v1\nname: "));
        QCOMPARE(formats::orchestra::checkText(*it, it.key()), base::Problems());
    }
    const QString file = QStringLiteral("source_extraction.yaml");
    QCOMPARE(valueAt(result, "name", file), QStringLiteral("source_extraction + transformation"));
    QCOMPARE(valueAt(result, "schedule/0/cron", file), QStringLiteral("30 0 * * ? *"));
    QCOMPARE(valueAt(result, "schedule/0/timezone", file), QStringLiteral("America/Los_Angeles"));
    QCOMPARE(valueAt(result, "schedule/0/cron", QStringLiteral("other.yaml")), QStringLiteral("0 6 ? * 2-6 *"));
    QCOMPARE(valueAt(result, "pipeline/load/tasks/load_task/integration", file), QStringLiteral("SNOWFLAKE"));
    QCOMPARE(valueAt(result, "pipeline/load/tasks/load_task/meta/produces", file), QStringLiteral("RAW.A"));
    QCOMPARE(valueAt(result, "webhook/enabled", file), QStringLiteral("false"));
}

void TestOrchestraExport::aConsumerWaitsForTheFinalGroupsOfItsProducer()
{
    const Export result = exported(chain);
    const QString file = QStringLiteral("source_extraction.yaml");
    QCOMPARE(valueAt(result, "pipeline/load/depends_on", file), QString());
    QCOMPARE(valueAt(result, "pipeline/test/depends_on", file), QStringLiteral("build"));
    // `tell` never runs where all goes well, and `tidy` alone would let the build run after a failed load.
    QCOMPARE(valueAt(result, "pipeline/build/depends_on", file), QStringLiteral("load,tidy"));
}

void TestOrchestraExport::conditionsFollowRunWhen()
{
    const Export result = exported(chain);
    const QString file = QStringLiteral("source_extraction.yaml");
    QCOMPARE(valueAt(result, "pipeline/load/condition", file), QStringLiteral("absent"));
    QCOMPARE(valueAt(result, "pipeline/tell/condition", file), QStringLiteral("${{ task_groups['load'].any().status == 'FAILED' }}"));
    QCOMPARE(valueAt(result, "pipeline/tidy/condition", file), QStringLiteral("${{ task_groups['load'].all().status == 'COMPLETED' }}"));
    const Export two = exported("pipelines:\n  p:\n    tasks:\n      - a: {kind: q}\n      - b: {kind: q}\n      - c: {kind: q, needs: [a, b], run_when: failure}\n");
    QCOMPARE(valueAt(two, "pipeline/c/condition"), QStringLiteral("${{ task_groups['a'].any().status == 'FAILED' or task_groups['b'].any().status == 'FAILED' }}"));
    const Export alone = exported("pipelines:\n  p:\n    tasks:\n      - a: {kind: q, run_when: failure}\n");
    QVERIFY(codes(alone).contains(QStringLiteral("orchestra.condition_without_upstream")));
}

void TestOrchestraExport::limitsHaveOrchestrasUnits()
{
    const Export result = exported(chain);
    const QString file = QStringLiteral("source_extraction.yaml");
    QCOMPARE(valueAt(result, "pipeline/load/tasks/load_task/configuration/retries", file), QStringLiteral("2"));
    QCOMPARE(valueAt(result, "pipeline/load/tasks/load_task/configuration/timeout", file), QStringLiteral("10800"));
    const Export odd = exported("pipelines:\n  p:\n    tasks:\n      - a: {kind: q, timeout: P4D}\n      - b: {kind: q, timeout: 1h}\n      - c: {kind: q, timeout: PT0.5S}\n");
    QCOMPARE(valueAt(odd, "pipeline/a/tasks/a_task/configuration/timeout"), QStringLiteral("259200"));
    QCOMPARE(valueAt(odd, "pipeline/b/tasks/b_task/configuration"), QStringLiteral("absent"));
    QCOMPARE(valueAt(odd, "pipeline/c/tasks/c_task/configuration/timeout"), QStringLiteral("1"));
    QCOMPARE(codes(odd).count(QStringLiteral("orchestra.timeout")), 2);
}

void TestOrchestraExport::connectionsAndSecretsBecomeEnvironmentVariables()
{
    const Export result = exported("pipelines:\n  p:\n    tasks:\n      - a: {kind: q, connection: trakit-api, with: {database: \"x-${secret:db_name}\"}}\n"
                                   "      - b: {kind: q, connection: snowflake_10001}\n");
    QCOMPARE(valueAt(result, "pipeline/a/tasks/a_task/connection"), QStringLiteral("${{ ENV.TRAKIT_API }}"));
    QCOMPARE(valueAt(result, "pipeline/a/tasks/a_task/parameters/database"), QStringLiteral("x-${{ ENV.DB_NAME }}"));
    QCOMPARE(valueAt(result, "pipeline/b/tasks/b_task/connection"), QStringLiteral("snowflake_10001"));
    QCOMPARE(codes(result), (QStringList{QStringLiteral("orchestra.connection"), QStringLiteral("orchestra.secret")}));
}

void TestOrchestraExport::whatOrchestraCannotSayIsAFinding()
{
    const Export result = exported(chain);
    QVERIFY(codes(result).contains(QStringLiteral("orchestra.sla")));
    for (const base::Problem& finding : result.findings) {
        QCOMPARE(finding.place.file, QStringLiteral("pipelines/a.yaml"));
        QVERIFY(finding.place.line > 0);
    }
    const Export dangling = exported("pipelines:\n  p:\n    dependencies: [nobody.ready]\n    tasks:\n      - a: {kind: q, needs: [b]}\n");
    QCOMPARE(codes(dangling).count(QStringLiteral("orchestra.dangling")), 2);
    QVERIFY(base::hasErrors(dangling.findings));
}

void TestOrchestraExport::aTaskWithoutSpellingIsBridged()
{
    const Export result = exported("pipelines:\n  p:\n    tasks:\n      - a: {kind: q}\n      - b: {kind: unknown, needs: [a]}\n      - c: {kind: q, needs: [b]}\n");
    QCOMPARE(valueAt(result, "pipeline/b"), QStringLiteral("absent"));
    QCOMPARE(valueAt(result, "pipeline/c/depends_on"), QStringLiteral("a"));
    QCOMPARE(codes(result), QStringList{QStringLiteral("orchestra.no_spelling")});
    QVERIFY(base::hasErrors(result.findings));
}

void TestOrchestraExport::idsAreUniqueInTheFile()
{
    const Export result = exported("pipelines:\n  p:\n    outputs: [o]\n    tasks:\n      - load: {kind: q}\n      - load_task: {kind: q}\n"
                                   "  r:\n    dependencies: [p.o]\n    tasks:\n      - load: {kind: q}\n");
    QCOMPARE(valueAt(result, "pipeline/r_load/depends_on"), QStringLiteral("p_load,load_task"));
    QCOMPARE(valueAt(result, "pipeline/p_load/tasks/p_load_task/integration"), QStringLiteral("SNOWFLAKE"));
    QVERIFY(codes(result).contains(QStringLiteral("orchestra.renamed")));
    QVERIFY(!base::hasErrors(result.findings));
    const Export collision = exported("pipelines:\n  p:\n    tasks:\n      - load: {kind: q}\n      - load_task: {kind: q}\n");
    QCOMPARE(valueAt(collision, "pipeline/load/tasks/load_task_2/integration"), QStringLiteral("SNOWFLAKE"));
    QVERIFY(!base::hasErrors(collision.findings));
}

void TestOrchestraExport::orOfDayFieldsBecomesTwoSchedules()
{
    const Export result = exported("pipelines:\n  p:\n    schedule: \"0 3 1 * 1\"\n    tasks:\n      - a: {kind: q}\n");
    QCOMPARE(valueAt(result, "schedule/0/cron"), QStringLiteral("0 3 1 * ? *"));
    QCOMPARE(valueAt(result, "schedule/1/cron"), QStringLiteral("0 3 ? * 2 *"));
    QCOMPARE(codes(result), QStringList{QStringLiteral("orchestra.cron_split")});
    const Export bad = exported("pipelines:\n  p:\n    schedule: \"61 3 * * *\"\n    tasks:\n      - a: {kind: q}\n");
    QCOMPARE(valueAt(bad, "schedule"), QStringLiteral("absent"));
    QCOMPARE(codes(bad), QStringList{QStringLiteral("orchestra.cron")});
    const Export zone = exported("pipelines:\n  p:\n    schedule: \"1 3 * * *\"\n    timezone: Europe/Atlantis\n    tasks:\n      - a: {kind: q}\n");
    QCOMPARE(codes(zone), QStringList{QStringLiteral("orchestra.zone")});
}

void TestOrchestraExport::theRootsScheduleCounts()
{
    const Export result = exported("pipelines:\n  p:\n    schedule: \"0 3 * * *\"\n    outputs: [o]\n    tasks:\n      - a: {kind: q}\n"
                                   "  r:\n    schedule: \"0 5 * * *\"\n    dependencies: [p.o]\n    tasks:\n      - b: {kind: q}\n");
    QCOMPARE(valueAt(result, "schedule/0/cron"), QStringLiteral("0 3 * * ? *"));
    QCOMPARE(codes(result), QStringList{QStringLiteral("orchestra.schedule_dropped")});
}

void TestOrchestraExport::rootsWithDifferentSchedulesAreAnError()
{
    const Export result = exported("pipelines:\n  p:\n    schedule: \"0 3 * * *\"\n    outputs: [o]\n    tasks:\n      - a: {kind: q}\n"
                                   "  q:\n    schedule: \"0 4 * * *\"\n    outputs: [o]\n    tasks:\n      - b: {kind: q}\n"
                                   "  s:\n    outputs: [o]\n    tasks:\n      - d: {kind: q}\n"
                                   "  r:\n    dependencies: [p.o, q.o, s.o]\n    tasks:\n      - c: {kind: q}\n");
    QCOMPARE(valueAt(result, "pipeline/c/depends_on"), QStringLiteral("a,b,d"));
    QCOMPARE(codes(result), (QStringList{QStringLiteral("orchestra.schedules_differ"), QStringLiteral("orchestra.schedule_added")}));
}

void TestOrchestraExport::aCircleWritesNothing()
{
    const Export tasks = exported("pipelines:\n  p:\n    tasks:\n      - a: {kind: q, needs: [b]}\n      - b: {kind: q, needs: [a]}\n");
    QVERIFY(tasks.files.isEmpty());
    QCOMPARE(codes(tasks), QStringList{QStringLiteral("orchestra.cycle")});
    const Export pipelines = exported("pipelines:\n  p:\n    outputs: [o]\n    dependencies: [r.o]\n    tasks:\n      - a: {kind: q}\n"
                                      "  r:\n    outputs: [o]\n    dependencies: [p.o]\n    tasks:\n      - b: {kind: q}\n");
    QVERIFY(pipelines.files.isEmpty());
    QCOMPARE(codes(pipelines), QStringList{QStringLiteral("orchestra.cycle")});
}

void TestOrchestraExport::alertsAndParametersAreWritten()
{
    const Export result = exported(R"(pipelines:
  p:
    parameters: {region: eu, days: 3, full: true}
    alerts:
      - {name: Tell, on: [failed, warning], email: data@example.com, slack: "#data"}
      - {on: melted, email: data@example.com}
      - {on: failed}
    tasks:
      - a: {kind: q, with: {schema: "${{ inputs.region }}"}}
)");
    QCOMPARE(valueAt(result, "inputs/region/type"), QStringLiteral("string"));
    QCOMPARE(valueAt(result, "inputs/days/default"), QStringLiteral("3"));
    QCOMPARE(valueAt(result, "inputs/full/type"), QStringLiteral("boolean"));
    QCOMPARE(valueAt(result, "alerts/0/statuses"), QStringLiteral("FAILED,WARNING"));
    QCOMPARE(valueAt(result, "alerts/0/destinations/1/destination"), QStringLiteral("#data"));
    QCOMPARE(valueAt(result, "alerts/1"), QStringLiteral("absent"));
    QCOMPARE(codes(result).count(QStringLiteral("orchestra.alert")), 2);
    QCOMPARE(codes(result).count(QStringLiteral("orchestra.alert_status")), 1);
}

void TestOrchestraExport::longNamesAreCut()
{
    const Export result = exported("pipelines:\n  p:\n    tasks:\n      - a: {kind: q, description: " + QByteArray(150, 'x') + "}\n");
    QCOMPARE(valueAt(result, "pipeline/a/name").size(), 100);
    QCOMPARE(codes(result), QStringList{QStringLiteral("orchestra.name")});
}

void TestOrchestraExport::onlyTheChosenChainIsWritten()
{
    const auto result = exportWorkspace(workspaceOf(chain), spell, {{QStringLiteral("transformation")}});
    QVERIFY_RESULT(result);
    QCOMPARE(result->files.keys(), QStringList{QStringLiteral("source_extraction.yaml")});
    QCOMPARE(exportWorkspace(workspaceOf(chain), spell, {{QStringLiteral("nope")}}).error().code, QStringLiteral("formats.no_such_pipeline"));
    QCOMPARE(exportWorkspace({}, spell, {}).error().code, QStringLiteral("formats.nothing_to_export"));
}

void TestOrchestraExport::theSameWorkspaceGivesTheSameBytes()
{
    QCOMPARE(exported(chain).files, exported(chain).files);
}

void TestOrchestraExport::theDesignExampleSaysWhatIsMissing()
{
    const Export result = exported("pipelines:\n  source_extraction:\n    schedule: \"0 3 * * *\"  # 3 AM daily\n    outputs:\n      - source_tables_ready\n\n"
                                   "  dbt_transformation:\n    dependencies:\n      - source_extraction.source_tables_ready\n    schedule: null\n    tasks:\n      - dbt_build_models\n");
    QVERIFY(result.files.isEmpty());
    QCOMPARE(codes(result), (QStringList{QStringLiteral("orchestra.empty"), QStringLiteral("orchestra.no_spelling")}));
}

WK_REGISTER_TEST(TestOrchestraExport)
#include "tst_orchestraexport.moc"
