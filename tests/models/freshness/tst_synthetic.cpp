// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/workspace.h"
#include "models/runs/import.h"
#include "tests/models/freshness/histories.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace freshness;

/// data/runs/synthetic: the findings that its files carry, with every field, and nothing else.
class TestSynthetic : public QObject {
    Q_OBJECT
private slots:
    void reportsExactlyTheExpectedFindings();
    void idsDoNotDependOnOrderOrRepetition();
    void theHeadlineSaysWhoReadWhatTooEarly();
    void everySideOfTheSameRunIsOnePhysicalRun();
};

namespace {

const QStringList carriedFolders{QStringLiteral("dbt"), QStringLiteral("dlt"), QStringLiteral("airbyte"), QStringLiteral("openlineage"), QStringLiteral("tableau")};

runs::History importedSynthetic(const QString& root, const QStringList& folders)
{
    auto store = runs::Store::open(QStringLiteral(":memory:"));
    if (!store)
        qFatal("%s", qPrintable(store.error().toString()));
    for (const QString& folder : folders) {
        const auto report = runs::importPaths(*store, {root + u'/' + folder});
        if (!report)
            qFatal("%s", qPrintable(report.error().toString()));
    }
    const auto history = store->load();
    if (!history)
        qFatal("%s", qPrintable(history.error().toString()));
    return *history;
}

pipeline::Workspace syntheticWorkspace(const QString& root)
{
    const auto workspace = pipeline::loadWorkspace(root + QStringLiteral("/workspace"));
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().toString()));
    return *workspace;
}

/// Times written with more or fewer digits are the same instant.
QJsonValue comparableSide(const QJsonValue& side)
{
    QJsonObject object = side.toObject();
    for (const char* key : {"start", "end"}) {
        const auto parsed = base::parseTime(object.value(QLatin1String(key)).toString());
        if (parsed)
            object.insert(QLatin1String(key), parsed->at.toIso());
    }
    return side.isNull() ? side : QJsonValue(object);
}

QStringList comparable(const QJsonArray& findings)
{
    QStringList result;
    for (const QJsonValue& value : findings) {
        const QJsonObject one = value.toObject();
        QJsonObject kept;
        for (const char* key : {"rule", "verdict", "severity", "dataset", "slot_date", "gap_seconds", "source"})
            kept.insert(QLatin1String(key), one.contains(QLatin1String(key)) ? one.value(QLatin1String(key)) : QJsonValue());
        kept.insert(QStringLiteral("consumer"), comparableSide(one.value(QLatin1String("consumer"))));
        kept.insert(QStringLiteral("producer"), comparableSide(one.value(QLatin1String("producer"))));
        result.append(QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
    }
    result.sort();
    return result;
}

QStringList sortedIds(const Picture& picture)
{
    QStringList ids;
    for (const Finding& finding : picture.diagnosis.findings)
        ids.append(finding.id);
    ids.sort();
    return ids;
}

} // namespace

void TestSynthetic::reportsExactlyTheExpectedFindings()
{
    WK_SHARED_OR_SKIP(root, "runs/synthetic");
    const Picture picture = diagnose(syntheticWorkspace(root), importedSynthetic(root, carriedFolders));
    const QJsonArray expected = QJsonDocument::fromJson(support::readAll(root + QStringLiteral("/expected.json"))).object().value(QLatin1String("findings")).toArray();
    const QStringList found = comparable(toJson(picture.diagnosis).value(QLatin1String("findings")).toArray());
    QCOMPARE(found.join(u'\n'), comparable(expected).join(u'\n'));
    QCOMPARE(exitStatus(picture.diagnosis), 1);
}

void TestSynthetic::idsDoNotDependOnOrderOrRepetition()
{
    WK_SHARED_OR_SKIP(root, "runs/synthetic");
    const pipeline::Workspace workspace = syntheticWorkspace(root);
    const QStringList once = sortedIds(diagnose(workspace, importedSynthetic(root, carriedFolders)));
    QStringList reversed = carriedFolders;
    std::reverse(reversed.begin(), reversed.end());
    QCOMPARE(sortedIds(diagnose(workspace, importedSynthetic(root, reversed))), once);
    QCOMPARE(sortedIds(diagnose(workspace, importedSynthetic(root, reversed + carriedFolders))), once);
    QStringList unique = once;
    unique.removeDuplicates();
    QCOMPARE(unique.size(), once.size());
}

void TestSynthetic::theHeadlineSaysWhoReadWhatTooEarly()
{
    WK_SHARED_OR_SKIP(root, "runs/synthetic");
    const Picture picture = diagnose(syntheticWorkspace(root), importedSynthetic(root, carriedFolders));
    const auto race = std::find_if(picture.diagnosis.findings.begin(), picture.diagnosis.findings.end(),
        [](const Finding& finding) { return finding.consumer && finding.consumer->job == QLatin1String("model.shop.stg_orders"); });
    QVERIFY(race != picture.diagnosis.findings.end());
    QCOMPARE(race->headline, QStringLiteral("dbt read RAW.SHOP.ORDERS 5 h 28 min before its load had ended"));
    QCOMPARE(race->advice.first().command, QStringLiteral("dbt build --select stg_orders+"));
    QVERIFY(std::any_of(race->evidence.begin(), race->evidence.end(), [](const Evidence& one) { return one.kind == QLatin1String("loaded_at"); }));
    QCOMPARE(std::count_if(race->evidence.begin(), race->evidence.end(), [](const Evidence& one) { return one.kind == QLatin1String("attempt"); }), 2);
}

void TestSynthetic::everySideOfTheSameRunIsOnePhysicalRun()
{
    WK_SHARED_OR_SKIP(root, "runs/synthetic");
    const Picture picture = diagnose(syntheticWorkspace(root), importedSynthetic(root, carriedFolders));
    const auto loads = std::count_if(picture.runs.begin(), picture.runs.end(), [](const PhysicalRun& run) { return run.task == QLatin1String("crm_extraction.crm_to_raw"); });
    QCOMPARE(loads, 15); // fourteen days, and one that the public API shows running
    QVERIFY(picture.expected.isEmpty());
    const bool resolved = std::all_of(picture.observations.begin(), picture.observations.end(),
        [](const runs::Observation& seen) { return seen.dataset == QLatin1String("RAW.SHOP.ORDERS"); });
    QVERIFY(!picture.observations.isEmpty() && resolved);
}

WK_REGISTER_TEST(TestSynthetic)

#include "tst_synthetic.moc"
