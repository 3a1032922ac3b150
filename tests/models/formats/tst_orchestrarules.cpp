// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/jobtable.h"
#include "models/formats/orchestra/rules.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QTest>

using formats::orchestra::checkText;

class TestOrchestraRules : public QObject {
    Q_OBJECT
private slots:
    void acceptsEveryFileThatWorks();
    void refusesEveryFileThatCannotWork_data();
    void refusesEveryFileThatCannotWork();
    void knowsEveryJobOfTheModel();
    void aCommandThatOrchestraWouldNotStartIsRefused_data();
    void aCommandThatOrchestraWouldNotStartIsRefused();
    void brokenYamlIsAProblemWithAPlace();
};

void TestOrchestraRules::acceptsEveryFileThatWorks()
{
    WK_SHARED_OR_SKIP(folder, "schedulers/orchestra/valid");
    WK_SHARED_OR_SKIP(example, "schedulers/examples/orchestra.yml");
    QStringList paths{example};
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.yml")}))
        paths.append(folder + u'/' + name);
    QVERIFY(paths.size() > 20);
    for (const QString& path : paths) {
        const base::Problems problems = checkText(support::readAll(path), path);
        QStringList lines;
        for (const base::Problem& problem : problems)
            lines.append(problem.place.toString() + u' ' + problem.message);
        QVERIFY2(problems.isEmpty(), qPrintable(lines.join(u'\n')));
    }
}

void TestOrchestraRules::refusesEveryFileThatCannotWork_data()
{
    WK_SHARED_OR_SKIP(table, "schedulers/orchestra/verdicts.tsv");
    QTest::addColumn<QString>("file");
    for (const QByteArray& line : support::readAll(table).split('\n')) {
        const QList<QByteArray> columns = line.split('\t');
        if (columns.size() > 3 && columns[1] == "wrong")
            QTest::newRow(columns[0].constData()) << QString::fromUtf8(columns[0]);
    }
}

void TestOrchestraRules::refusesEveryFileThatCannotWork()
{
    QFETCH(QString, file);
    const QString path = support::sharedPath(WK_SHARED_DATA, QStringLiteral("schedulers/orchestra/") + file);
    const base::Problems problems = checkText(support::readAll(path), file);
    QVERIFY(!problems.isEmpty());
    QVERIFY(problems.first().place.line > 0);
}

void TestOrchestraRules::knowsEveryJobOfTheModel()
{
    WK_SHARED_OR_SKIP(table, "schedulers/orchestra/jobs.tsv");
    int parameters = 0;
    for (const QByteArray& line : support::readAll(table).split('\n').mid(1)) {
        const QStringList columns = QString::fromUtf8(line).split(u'\t');
        if (columns.size() < 4)
            continue;
        const auto job = formats::orchestra::jobParameters(columns[0], columns[1]);
        QVERIFY2(job.has_value(), line.constData());
        if (columns[2].isEmpty())
            continue;
        const bool found = std::any_of(job->begin(), job->end(), [&](const formats::orchestra::JobParameter& parameter) {
            return parameter.name == columns[2] && parameter.required == (columns[3] == QLatin1String("yes"));
        });
        QVERIFY2(found, line.constData());
        ++parameters;
    }
    QVERIFY(parameters > 500);
}

void TestOrchestraRules::aCommandThatOrchestraWouldNotStartIsRefused_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<bool>("fine");
    QTest::newRow("one") << QByteArray("dbt build --select tag:nightly") << true;
    QTest::newRow("two") << QByteArray("dbt deps; dbt build;") << true;
    QTest::newRow("and") << QByteArray("dbt deps && dbt build") << true;
    QTest::newRow("expression") << QByteArray("${{ inputs.command }}") << true;
    QTest::newRow("other program") << QByteArray("rm -rf target") << false;
    QTest::newRow("pipe") << QByteArray("dbt ls | wc") << false;
    QTest::newRow("second program") << QByteArray("dbt build; ls") << false;
}

void TestOrchestraRules::aCommandThatOrchestraWouldNotStartIsRefused()
{
    QFETCH(QByteArray, command);
    QFETCH(bool, fine);
    const QByteArray text = "version: v1\nname: n\ninputs: {command: {type: string, default: dbt build}}\npipeline:\n  g:\n    tasks:\n      t:\n"
                            "        integration: DBT_CORE\n        integration_job: DBT_CORE_EXECUTE\n        parameters:\n          commands: \"" + command + "\"\n";
    const base::Problems problems = checkText(text, QStringLiteral("x.yaml"));
    QCOMPARE(problems.isEmpty(), fine);
    if (!fine)
        QCOMPARE(problems.first().code, QStringLiteral("orchestra.command"));
}

void TestOrchestraRules::brokenYamlIsAProblemWithAPlace()
{
    const base::Problems problems = checkText("version: v1\nname: [\n", QStringLiteral("x.yaml"));
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().place.line > 0);
}

WK_REGISTER_TEST(TestOrchestraRules)
#include "tst_orchestrarules.moc"
