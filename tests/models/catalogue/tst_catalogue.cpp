// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/files.h"
#include "models/catalogue/catalogue.h"
#include "models/pipeline/workspace.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace catalogue;

namespace {

const QString orchestra = QStringLiteral("orchestra");

QString joined(const Spelled& spelled)
{
    QStringList parts{spelled.fixed.value(QStringLiteral("integration_job")).toString()};
    for (const auto& [name, value] : spelled.parameters)
        parts.append(name + u'=' + value.toString());
    return parts.join(u' ') + QStringLiteral(" lost:") + spelled.lost.join(u',') + QStringLiteral(" missing:") + spelled.missing.join(u',');
}

const char* const minimalKind = "id: my.kind\ntitle: T\ndescription: D\ncategory: other\n";

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT
private slots:
    void theBuiltInKindsAreFaultless();
    void theKindsThatMustExistDo();
    void everyKindHasASchemaThatADialogCanShow();
    void everyOrchestraJobHasItsRequiredParameters();
    void aTaskIsSpelledForOrchestra_data();
    void aTaskIsSpelledForOrchestra();
    void textsDropBracketsWhoseNamesAreAbsent_data();
    void textsDropBracketsWhoseNamesAreAbsent();
    void aWorkspaceAddsAndReplacesKinds();
    void aBadFileIsAProblemWithItsPlace_data();
    void aBadFileIsAProblemWithItsPlace();
    void aFileCutAtAnyByteNeverCrashes();
    void aReaderOfADialectFindsTheKind();
    void theSampleWorkspaceIsWithinTheCatalogue();
};

void TestCatalogue::theBuiltInKindsAreFaultless()
{
    const Catalogue catalogue = loadCatalogue();
    for (const base::Problem& problem : catalogue.problems())
        QFAIL(qPrintable(problem.place.toString() + u' ' + problem.message));
    QVERIFY(catalogue.kinds().size() >= 35);
    QCOMPARE(catalogue.kinds().size(), QDir(QStringLiteral(WK_SOURCE_DIR "/resources/catalogue")).entryList({QStringLiteral("*.yaml")}).size());
}

void TestCatalogue::theKindsThatMustExistDo()
{
    const Catalogue catalogue = loadCatalogue();
    for (const char* id : {"airbyte.sync", "dlt.pipeline", "dbt.build", "dbt.cloud_job", "tableau.refresh", "python.script", "sql.check", "snowflake.query",
             "snowflake.copy", "snowflake.warehouse", "http.request", "shell.command", "slack.message", "airflow.dag", "prefect.deployment", "aws.lambda",
             "aws.ecs_task", "aws.glue_job", "aws.s3_file", "aws.eventbridge_event", "aws.kinesis_stream", "kafka.topic", "salesforce.dataflow", "rest.sync",
             "graphql.query", "webhook.call", "postgres.query", "mysql.query", "sqlite.query", "file.load", "schema.check", "pagerduty.event",
             "datadog.event", "email.message", "sensor.query", "approval", "orchestra.pipeline"})
        QVERIFY2(catalogue.find(QString::fromLatin1(id)) != nullptr, id);
    QCOMPARE(catalogue.find(QStringLiteral("absent")), nullptr);
    QCOMPARE(catalogue.find(QStringLiteral("dbt.build"))->category, Category::Transformation);
    QCOMPARE(catalogue.find(QStringLiteral("airbyte.sync"))->category, Category::Extraction);
    QCOMPARE(catalogue.find(QStringLiteral("tableau.refresh"))->category, Category::Refresh);
    QCOMPARE(catalogue.find(QStringLiteral("sql.check"))->category, Category::Test);
}

void TestCatalogue::everyKindHasASchemaThatADialogCanShow()
{
    const Catalogue catalogue = loadCatalogue();
    const QStringList types{QStringLiteral("string"), QStringLiteral("integer"), QStringLiteral("number"), QStringLiteral("boolean"), QStringLiteral("object"), QStringLiteral("array")};
    for (const TaskKind& kind : catalogue.kinds()) {
        QVERIFY2(kind.description.endsWith(u'.'), qPrintable(kind.id));
        QVERIFY2(QFile::exists(QStringLiteral(WK_SOURCE_DIR "/resources/icons/%1.svg").arg(kind.icon)), qPrintable(kind.id + u' ' + kind.icon));
        const QJsonObject properties = kind.parameters.value(QLatin1String("properties")).toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            const QJsonObject property = it.value().toObject();
            QVERIFY2(types.contains(property.value(QLatin1String("type")).toString()), qPrintable(kind.id + u' ' + it.key()));
            QVERIFY2(!property.value(QLatin1String("title")).toString().isEmpty() && property.contains(QLatin1String("order")), qPrintable(kind.id + u' ' + it.key()));
            const QJsonArray values = property.value(QLatin1String("enum")).toArray();
            if (!values.isEmpty() && property.contains(QLatin1String("default")))
                QVERIFY2(values.contains(property.value(QLatin1String("default"))), qPrintable(kind.id + u' ' + it.key()));
        }
    }
    const QJsonObject dbt = catalogue.find(QStringLiteral("dbt.build"))->parameters.value(QLatin1String("properties")).toObject();
    QCOMPARE(dbt.value(QLatin1String("project")).toObject().value(QLatin1String("order")).toInt(-1), 0);
    QCOMPARE(dbt.value(QLatin1String("select")).toObject().value(QLatin1String("order")).toInt(-1), 1);
}

/// Against the list of Orchestra's own model: names, and what it requires.
void TestCatalogue::everyOrchestraJobHasItsRequiredParameters()
{
    WK_SHARED_OR_SKIP(path, "schedulers/orchestra/jobs.tsv");
    QMap<QString, QMap<QString, bool>> jobs;
    for (const QByteArray& line : support::readAll(path).split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() >= 4)
            jobs[QString::fromUtf8(cells[0] + ' ' + cells[1])].insert(QString::fromUtf8(cells[2]), cells[3] == "yes");
    }
    const Catalogue catalogue = loadCatalogue();
    int checked = 0;
    for (const TaskKind& kind : catalogue.kinds()) {
        for (const Spelling& spelling : kind.spellings) {
            if (spelling.dialect != orchestra)
                continue;
            ++checked;
            const QString job = spelling.fixed.value(QStringLiteral("integration")).toString() + u' ' + spelling.fixed.value(QStringLiteral("integration_job")).toString();
            QVERIFY2(jobs.contains(job), qPrintable(kind.id + u' ' + job));
            QStringList written;
            for (const auto& entry : spelling.parameters) {
                written.append(entry.first);
                QVERIFY2(jobs[job].contains(entry.first), qPrintable(kind.id + u' ' + entry.first));
            }
            for (const QString& name : jobs[job].keys(true))
                QVERIFY2(written.contains(name), qPrintable(kind.id + u' ' + name));
        }
    }
    QVERIFY(checked >= 30);
}

void TestCatalogue::aTaskIsSpelledForOrchestra_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QVariantMap>("with");
    QTest::addColumn<QString>("spelled");
    const auto row = [](const char* kind, const QVariantMap& with, const char* spelled) {
        QTest::newRow(spelled) << QString::fromLatin1(kind) << with << QString::fromLatin1(spelled);
    };
    const auto s = [](const char* text) { return QString::fromLatin1(text); };
    row("dbt.build", {{s("project"), s("concrete")}, {s("select"), s("tag:nightly")}},
        "DBT_CORE_EXECUTE commands=dbt build --select tag:nightly; project_dir=concrete lost: missing:");
    row("dbt.build", {{s("full_refresh"), true}, {s("threads"), 4}, {s("vars"), QVariantMap{{s("a"), 1}}}},
        "DBT_CORE_EXECUTE commands=dbt build --threads 4 --full-refresh --vars '{\"a\":1}'; lost: missing:");
    row("dbt.build", {{s("full_refresh"), false}}, "DBT_CORE_EXECUTE commands=dbt build; lost: missing:");
    row("airbyte.sync", {{s("connection_id"), s("6f")}, {s("pipeline_name"), s("trakit")}}, "AIRBYTE_CLOUD_JOB connection_id=6f job_type=sync lost: missing:");
    row("airbyte.sync", {{s("connection_id"), s("6f")}, {s("server"), s("server")}, {s("colour"), 1}}, "AIRBYTE_SERVER_JOB connection_id=6f job_type=sync lost:colour missing:");
    row("dlt.pipeline", {{s("pipeline_name"), s("shifts")}}, "DLT_EXECUTE_JOB lost: missing:command");
    row("tableau.refresh", {{s("project_name"), s("Ops")}, {s("workbook_name"), s("W")}}, "TABLEAU_REFRESH_WORKBOOK project_name=Ops workbook_name=W lost: missing:");
    row("tableau.refresh", {{s("project_name"), s("Ops")}, {s("datasource_name"), s("D")}}, "TABLEAU_REFRESH_EXTRACT project_name=Ops datasource_name=D lost: missing:");
    row("sql.check", {{s("statement"), s("select 1")}, {s("system"), s("postgres")}}, "POSTGRES_RUN_TEST statement=select 1 error_threshold_expression=> 0 lost: missing:");
    row("sql.check", {{s("statement"), s("select 1")}, {s("system"), s("snowflake")}}, "SNOWFLAKE_RUN_TEST statement=select 1 error_threshold_expression=> 0 lost: missing:");
    row("python.script", {{s("code"), s("print(1)")}}, "PYTHON_EXECUTE_SCRIPT source=INLINE code=print(1) lost: missing:");
    row("aws.ecs_task", {{s("cluster"), s("c")}, {s("task_definition"), s("t")}, {s("subnets"), QVariantList{s("a"), s("b")}}},
        "AWS_ECS_RUN_TASK cluster=c task_definition=t subnet_ids=a,b assign_public_ip=false lost: missing:security_group_ids");
    row("http.request", {{s("path"), s("/x")}, {s("body"), QVariantMap{{s("k"), QVariantList{1, s("v")}}}}}, "HTTP_REQUEST path=/x method=GET body={\"k\":[1,\"v\"]} lost: missing:");
    row("snowflake.warehouse", {{s("name"), s("WH")}}, "SNOWFLAKE_RUN_QUERY statement=alter warehouse WH RESUME lost: missing:");
}

void TestCatalogue::aTaskIsSpelledForOrchestra()
{
    QFETCH(QString, kind);
    QFETCH(QVariantMap, with);
    QFETCH(QString, spelled);
    const Catalogue catalogue = loadCatalogue();
    const auto result = catalogue.find(kind)->spelledFor(orchestra, with);
    QVERIFY(result.has_value());
    QCOMPARE(joined(*result), spelled);
    QVERIFY(!catalogue.find(kind)->spelledFor(QStringLiteral("unknown"), with).has_value());
}

void TestCatalogue::textsDropBracketsWhoseNamesAreAbsent_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    const auto row = [](const char* text, const char* filled) { QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(filled); };
    row("run {a}", "run 1");
    row("run[ {a}][ {b}]", "run 1");
    row("run[ {a}[ {b}]]", "run 1");
    row("x[ -f{?yes}][ -g{?no}]", "x -f");
    row("\\{a\\} \\[{a}\\] \\\\", "{a} [1] \\");
    row("plain", "plain");
    row("{list} {map}", "p q {\"k\":2}");
    row("{a", "1");
}

void TestCatalogue::textsDropBracketsWhoseNamesAreAbsent()
{
    QFETCH(QString, text);
    QFETCH(QString, filled);
    const QVariantMap with{{QStringLiteral("a"), 1}, {QStringLiteral("yes"), true}, {QStringLiteral("no"), false},
        {QStringLiteral("list"), QStringList{QStringLiteral("p"), QStringLiteral("q")}}, {QStringLiteral("map"), QVariantMap{{QStringLiteral("k"), 2}}}};
    QCOMPARE(fillText(text, with).value_or(QStringLiteral("nothing")), filled);
    QVERIFY(!fillText(QStringLiteral("run {absent}"), with).has_value());
}

void TestCatalogue::aWorkspaceAddsAndReplacesKinds()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("catalogue")));
    QVERIFY_RESULT(base::writeFile(folder.filePath(QStringLiteral("catalogue/mine.yaml")), minimalKind));
    QVERIFY_RESULT(base::writeFile(folder.filePath(QStringLiteral("catalogue/ours.yaml")), "id: dbt.build\ntitle: Our dbt\ndescription: D\ncategory: test\n"));
    const Catalogue catalogue = loadCatalogue(folder.path());
    QCOMPARE(catalogue.find(QStringLiteral("my.kind"))->file, QStringLiteral("catalogue/mine.yaml"));
    QCOMPARE(catalogue.find(QStringLiteral("dbt.build"))->title, QStringLiteral("Our dbt"));
    QCOMPARE(catalogue.problems().size(), 1);
    QCOMPARE(catalogue.problems()[0].code, QStringLiteral("catalogue.replaced"));
    QCOMPARE(catalogue.problems()[0].severity, base::Severity::Info);
    const QStringList ids = catalogue.ids();
    QVERIFY(std::is_sorted(ids.begin(), ids.end()));
}

void TestCatalogue::aBadFileIsAProblemWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const QByteArray good = minimalKind;
    QTest::newRow("no YAML") << QByteArray("id: [\n") << QStringLiteral("yaml.syntax") << 2 << 1;
    QTest::newRow("a list") << QByteArray("- a\n") << QStringLiteral("catalogue.type") << 1 << 1;
    QTest::newRow("empty") << QByteArray() << QStringLiteral("catalogue.type") << 1 << 1;
    QTest::newRow("no title") << QByteArray("id: a.b\ndescription: D\ncategory: other\n") << QStringLiteral("catalogue.missing") << 1 << 1;
    QTest::newRow("bad id") << QByteArray("id: A B\ntitle: T\ndescription: D\ncategory: other\n") << QStringLiteral("catalogue.id") << 1 << 5;
    QTest::newRow("bad category") << QByteArray("id: a\ntitle: T\ndescription: D\ncategory: none\n") << QStringLiteral("catalogue.category") << 4 << 11;
    QTest::newRow("parameters") << QByteArray(good + "parameters: [a]\n") << QStringLiteral("catalogue.type") << 5 << 13;
    QTest::newRow("a property") << QByteArray(good + "parameters:\n  properties:\n    p: string\n") << QStringLiteral("catalogue.type") << 7 << 8;
    QTest::newRow("required") << QByteArray(good + "parameters: {required: [q]}\n") << QStringLiteral("catalogue.template") << 5 << 24;
    QTest::newRow("two sources") << QByteArray(good + "dialects:\n  orchestra:\n    parameters:\n      x: {value: 1, text: a}\n") << QStringLiteral("catalogue.template") << 8 << 10;
    QTest::newRow("no parameter") << QByteArray(good + "dialects:\n  orchestra:\n    parameters:\n      x: {from: nope}\n") << QStringLiteral("catalogue.template") << 8 << 17;
    QTest::newRow("in a text") << QByteArray(good + "dialects:\n  orchestra:\n    parameters:\n      x: {text: \"a {nope}\"}\n") << QStringLiteral("catalogue.template") << 8 << 17;
    QTest::newRow("in when") << QByteArray(good + "dialects:\n  orchestra:\n    when: {has: nope}\n") << QStringLiteral("catalogue.template") << 7 << 11;
    QTest::newRow("a spelling") << QByteArray(good + "dialects:\n  orchestra: x\n") << QStringLiteral("catalogue.type") << 6 << 14;
    QTest::newRow("as") << QByteArray(good + "dialects:\n  o:\n    parameters:\n      x: {value: 1, as: xml}\n") << QStringLiteral("catalogue.template") << 8 << 10;
}

void TestCatalogue::aBadFileIsAProblemWithItsPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(int, line);
    QFETCH(int, column);
    Catalogue catalogue;
    catalogue.readKind(text, QStringLiteral("catalogue/x.yaml"));
    QVERIFY(catalogue.kinds().isEmpty());
    QVERIFY(!catalogue.problems().isEmpty());
    QCOMPARE(catalogue.problems()[0].code, code);
    QCOMPARE(catalogue.problems()[0].place.file, QStringLiteral("catalogue/x.yaml"));
    QCOMPARE(catalogue.problems()[0].place.line, line);
    QCOMPARE(catalogue.problems()[0].place.column, column);
}

void TestCatalogue::aFileCutAtAnyByteNeverCrashes()
{
    QFile file(QStringLiteral(":/catalogue/tableau.refresh.yaml"));
    const Catalogue loaded = loadCatalogue(); // brings the resources
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        Catalogue catalogue;
        catalogue.readKind(whole.left(length), QStringLiteral("x.yaml"));
        QVERIFY2(!catalogue.problems().isEmpty() || catalogue.kinds().size() == 1, qPrintable(QString::number(length)));
        for (const base::Problem& problem : catalogue.problems())
            QVERIFY(problem.place.line >= 1);
    }
}

void TestCatalogue::aReaderOfADialectFindsTheKind()
{
    const Catalogue catalogue = loadCatalogue();
    const auto found = catalogue.spelledAs(orchestra, {{QStringLiteral("integration_job"), QStringLiteral("DBT_RUNJOB")}});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0]->id, QStringLiteral("dbt.cloud_job"));
}

void TestCatalogue::theSampleWorkspaceIsWithinTheCatalogue()
{
    const Catalogue catalogue = loadCatalogue();
    const auto workspace = pipeline::loadWorkspace(QStringLiteral(WK_SOURCE_DIR "/resources/samples/trakit"));
    QVERIFY_RESULT(workspace);
    for (const base::Problem& problem : workspace->problems + pipeline::checkWorkspace(workspace.value(), catalogue.ids()))
        QFAIL(qPrintable(problem.place.toString() + u' ' + problem.message));
    int spelledTasks = 0;
    for (const pipeline::Pipeline& pipeline : workspace->pipelines) {
        for (const pipeline::Task& task : pipeline.tasks) {
            const auto spelled = catalogue.find(task.kind)->spelledFor(orchestra, task.with);
            QVERIFY2(spelled && spelled->lost.isEmpty() && spelled->missing.isEmpty(), qPrintable(task.id));
            ++spelledTasks;
        }
    }
    QVERIFY(spelledTasks >= 5);
}

WK_REGISTER_TEST(TestCatalogue)
#include "tst_catalogue.moc"
