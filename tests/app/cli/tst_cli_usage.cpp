// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/weirctl.h"
#include "tests/support/register.h"

#include <QTest>

class TestCliUsage : public QObject {
    Q_OBJECT
private slots:
    void badUsageIsStatusTwo_data();
    void badUsageIsStatusTwo();
    void helpIsFine();
    void aBrokenFileIsNamedWithLineAndColumn();
    void jsonIsOneDocumentAlsoForErrors();
    void anEmptyWorkspaceIsValid();
};

void TestCliUsage::badUsageIsStatusTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char* name, const char* arguments) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts);
    };
    row("nothing", "");
    row("unknown command", "frobnicate");
    row("no workspace", "check");
    row("workspace that is not there", "check /no/such/workspace");
    row("unknown option", "check --fast .");
    row("import without paths", "import .");
    row("export to nowhere known", "export . --to nowhere --out /tmp/x");
    row("limit of nothing", "sync . c --limit 0");
    row("no such date", "diagnose . --date yesterday");
}

void TestCliUsage::badUsageIsStatusTwo()
{
    QFETCH(QStringList, arguments);
    const Weirctl weirctl;
    const auto answer = weirctl(arguments);
    QCOMPARE(answer.status, 2);
    QVERIFY(!answer.err.isEmpty());
}

void TestCliUsage::helpIsFine()
{
    const Weirctl weirctl;
    for (const char* command : {"", "check", "import", "runs", "diagnose", "fix", "export", "sync", "timeline"}) {
        QStringList arguments{QStringLiteral("--help")};
        if (*command != 0)
            arguments.prepend(QString::fromLatin1(command));
        const auto answer = weirctl(arguments);
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.out.contains("Usage: weirctl"), answer.out.constData());
    }
}

void TestCliUsage::aBrokenFileIsNamedWithLineAndColumn()
{
    const Weirctl weirctl;
    QDir().mkpath(weirctl.path("w/pipelines"));
    QFile file(weirctl.path("w/pipelines/a.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("pipelines:\n  a:\n    schedule: \"0 3 * * *\"\n    dependencies:\n      - b.ready\n    tasks: [x, x]\n");
    file.close();
    const auto answer = weirctl({QStringLiteral("check"), weirctl.path("w")});
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.out.contains("pipelines/a.yaml:5:9"), answer.out.constData());
    QVERIFY2(answer.out.contains("pipeline.dangling_output"), answer.out.constData());
    QVERIFY2(answer.out.contains("pipeline.schedule_and_dependency"), answer.out.constData());
    QVERIFY2(answer.out.contains("pipeline.duplicate_id"), answer.out.constData());
}

void TestCliUsage::jsonIsOneDocumentAlsoForErrors()
{
    const Weirctl weirctl;
    const auto answer = weirctl({QStringLiteral("diagnose"), QStringLiteral("/no/such/workspace"), QStringLiteral("--json")});
    QCOMPARE(answer.status, 2);
    QVERIFY(answer.json().contains(QStringLiteral("error")));
}

void TestCliUsage::anEmptyWorkspaceIsValid()
{
    const Weirctl weirctl;
    QDir().mkpath(weirctl.path("w"));
    QFile file(weirctl.path("w/weirkeeper.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# nothing yet\n");
    file.close();
    QCOMPARE(weirctl({QStringLiteral("check"), weirctl.path("w")}).status, 0);
    QCOMPARE(weirctl({QStringLiteral("diagnose"), weirctl.path("w")}).status, 0);
}

WK_REGISTER_TEST(TestCliUsage)
#include "tst_cli_usage.moc"
