// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/dbt.h"
#include "models/runs/import.h"
#include "tests/models/runs/runsupport.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace runs;
using runsupport::rawWords;
using runsupport::runOf;

class TestDbt : public QObject {
    Q_OBJECT
private slots:
    void readsEveryArtifactOfEveryVersion_data();
    void readsEveryArtifactOfEveryVersion();
    void agreesWithTheTableOfRealRuns_data();
    void agreesWithTheTableOfRealRuns();
};

void TestDbt::readsEveryArtifactOfEveryVersion_data()
{
    QTest::addColumn<QString>("path");
    WK_SHARED_OR_SKIP(folder, "runs/dbt");
    for (const QString& path : runsupport::filesUnder(folder, {QStringLiteral("*.json"), QStringLiteral("*.jsonl")})) {
        if (!path.contains(QLatin1String("/schemas/")))
            QTest::newRow(qPrintable(path.mid(folder.size()))) << path;
    }
}

void TestDbt::readsEveryArtifactOfEveryVersion()
{
    QFETCH(QString, path);
    const auto batch = readRunFile(path);
    QVERIFY_RESULT(batch);
    QVERIFY(batch->format.startsWith(QLatin1String("dbt ")));
    if (path.contains(QLatin1String("run_results")) || path.endsWith(QLatin1String(".jsonl"))) {
        QVERIFY(!batch->runs.isEmpty());
        QVERIFY2(batch->runs.first().start.has_value() && batch->runs.first().end.has_value(), "the invocation's window");
    } else if (path.contains(QLatin1String("manifest"))) {
        QCOMPARE(batch->manifests.size(), 1);
        QVERIFY(!batch->manifests.first().nodes.isEmpty());
        QVERIFY(!batch->manifests.first().project.isEmpty());
    } else {
        QVERIFY(path.contains(QLatin1String("catalog")));
        QVERIFY(batch->runs.isEmpty() && batch->notes.size() == 1);
    }
}

void TestDbt::agreesWithTheTableOfRealRuns_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("wrote");
    WK_SHARED_OR_SKIP(real, "real/dbt");
    const QStringList lines = QString::fromUtf8(support::readAll(real + QStringLiteral("/README.md"))).split(u'\n');
    static const QRegularExpression heading(QStringLiteral("^### ([0-9].*)$"));
    QString version;
    for (const QString& line : lines) {
        if (const auto match = heading.match(line); match.hasMatch())
            version = match.captured(1);
        const QStringList cells = line.split(u'|');
        if (version.isEmpty() || cells.size() < 6 || !cells.at(1).trimmed().contains(u'_'))
            continue;
        const QString folder = real + u'/' + version + u'/' + cells.at(1).trimmed();
        if (QDir(folder).exists())
            QTest::newRow(qPrintable(version + u' ' + cells.at(1).trimmed())) << folder << cells.at(3).trimmed();
    }
}

namespace {

/// `run_results (which=build): 3 error, 12 success` -> {"error": 3, ...}
QMap<QString, int> countsOf(const QString& cell)
{
    QMap<QString, int> counts;
    static const QRegularExpression part(QStringLiteral("(\\d+) ([A-Za-z-]+(?: [a-z]+)?)"));
    auto matches = part.globalMatch(cell.section(QStringLiteral(": "), 1));
    while (matches.hasNext()) {
        const auto match = matches.next();
        counts[match.captured(2)] = match.captured(1).toInt();
    }
    return counts;
}

int sum(const QMap<QString, int>& counts)
{
    int total = 0;
    for (const int count : counts)
        total += count;
    return total;
}

} // namespace

void TestDbt::agreesWithTheTableOfRealRuns()
{
    QFETCH(QString, folder);
    QFETCH(QString, wrote);
    const QString results = folder + QStringLiteral("/run_results.json");
    const QString sources = folder + QStringLiteral("/sources.json");
    QCOMPARE(QFile::exists(results), wrote.startsWith(QLatin1String("run_results")));
    QCOMPARE(QFile::exists(sources), wrote.startsWith(QLatin1String("sources")));
    if (QFile::exists(results)) {
        const auto batch = readRunFile(results);
        QVERIFY_RESULT(batch);
        const Run& invocation = batch->runs.first();
        const QString which = wrote.section(QStringLiteral("which="), 1).section(u')', 0, 0);
        QCOMPARE(invocation.detail.value(QStringLiteral("which")).toString(), which);
        const QMap<QString, int> stored = rawWords(batch->runs, invocation.runKey);
        QMap<QString, int> expected = countsOf(wrote);
        if (!dbt::isWork(which)) {
            QVERIFY(stored.isEmpty());
            QCOMPARE(invocation.kind, Kind::Other);
            return;
        }
        // Hooks and exposures are rows of the file, but no work items.
        const QJsonObject file = runsupport::readObject(results);
        for (const auto& row : file.value(QStringLiteral("results")).toArray()) {
            const QString id = row[QStringLiteral("unique_id")].toString();
            if (id.startsWith(QLatin1String("operation.")) || id.startsWith(QLatin1String("exposure."))) {
                int& count = expected[row[QStringLiteral("status")].toString()];
                if (--count == 0)
                    expected.remove(row[QStringLiteral("status")].toString());
            }
        }
        QCOMPARE(stored, expected);
    } else if (QFile::exists(sources)) {
        const auto batch = readRunFile(sources);
        QVERIFY_RESULT(batch);
        QMap<QString, int> stored;
        for (const SourceCheck& check : batch->sourceChecks)
            ++stored[check.status];
        QMap<QString, int> expected;
        const QMap<QString, int> written = countsOf(wrote);
        for (auto it = written.begin(); it != written.end(); ++it)
            expected[it.key().toLower()] += it.value();
        QCOMPARE(stored, expected);
        QCOMPARE(int(batch->sourceChecks.size()), sum(expected));
    } else {
        QVERIFY(wrote == QLatin1String("manifest.json only") || wrote == QLatin1String("none of them"));
    }
}

WK_REGISTER_TEST(TestDbt)
#include "tst_dbt.moc"
