// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/catalogue.h"
#include "models/formats/dialect.h"
#include "models/formats/orchestra/rules.h"
#include "models/pipeline/workspace.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QTest>

namespace {

/// Something of the type that the kind's schema wants.
QVariant sampleOf(const QString& name, const QJsonObject& property)
{
    if (const QJsonArray words = property.value(QLatin1String("enum")).toArray(); !words.isEmpty())
        return words.first().toVariant();
    if (property.contains(QLatin1String("default")))
        return property.value(QLatin1String("default")).toVariant();
    const QString type = property.value(QLatin1String("type")).toString();
    if (type == QLatin1String("integer") || type == QLatin1String("number"))
        return qint64(5);
    if (type == QLatin1String("boolean"))
        return true;
    if (type == QLatin1String("array"))
        return QVariantList{QStringLiteral("one")};
    if (type == QLatin1String("object"))
        return QVariantMap{{QStringLiteral("a"), QStringLiteral("b")}};
    if (name == QLatin1String("warn_if") || name == QLatin1String("error_if"))
        return QStringLiteral("> 0");
    return QStringLiteral("some text");
}

pipeline::Workspace workspaceWith(const pipeline::Task& task)
{
    pipeline::Pipeline pipeline;
    pipeline.id = QStringLiteral("p");
    pipeline.file = QStringLiteral("pipelines/p.yaml");
    pipeline.tasks.append(task);
    pipeline::Workspace workspace;
    workspace.pipelines.append(pipeline);
    return workspace;
}

} // namespace

class TestOrchestraKinds : public QObject {
    Q_OBJECT
private slots:
    void everyKindOfTheCatalogueIsWrittenOrRefusedWithAReason_data();
    void everyKindOfTheCatalogueIsWrittenOrRefusedWithAReason();
    void theSampleIsWrittenWithoutErrors();
    void theRegistryKnowsOrchestra();
};

void TestOrchestraKinds::everyKindOfTheCatalogueIsWrittenOrRefusedWithAReason_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("all");
    const catalogue::Catalogue kinds = catalogue::loadCatalogue();
    QVERIFY(kinds.kinds().size() > 30);
    for (const catalogue::TaskKind& kind : kinds.kinds()) {
        QTest::newRow(qPrintable(kind.id + QStringLiteral(", required"))) << kind.id << false;
        QTest::newRow(qPrintable(kind.id + QStringLiteral(", all"))) << kind.id << true;
    }
}

void TestOrchestraKinds::everyKindOfTheCatalogueIsWrittenOrRefusedWithAReason()
{
    QFETCH(QString, kind);
    QFETCH(bool, all);
    const catalogue::Catalogue kinds = catalogue::loadCatalogue();
    const catalogue::TaskKind& known = *kinds.find(kind);
    pipeline::Task task;
    task.id = QStringLiteral("t");
    task.kind = kind;
    const QJsonObject properties = known.parameters.value(QLatin1String("properties")).toObject();
    for (const QString& name : all ? properties.keys() : known.requiredParameters())
        task.with.insert(name, sampleOf(name, properties.value(name).toObject()));
    const formats::Registry dialects = formats::builtInDialects();
    const auto result = dialects.find(QStringLiteral("orchestra"))->write(workspaceWith(task), kinds, {});
    QVERIFY_RESULT(result);
    if (result->files.isEmpty()) {
        QVERIFY(base::hasErrors(result->findings));
        return;
    }
    for (auto it = result->files.begin(); it != result->files.end(); ++it) {
        const base::Problems problems = formats::orchestra::checkText(*it, it.key());
        QVERIFY2(problems.isEmpty(), qPrintable(problems.isEmpty() ? QString() : problems.first().place.keyPath + u' ' + problems.first().message + QString::fromUtf8(*it)));
    }
}

void TestOrchestraKinds::theSampleIsWrittenWithoutErrors()
{
    const auto workspace = pipeline::loadWorkspace(QStringLiteral(WK_SOURCE_DIR "/resources/samples/trakit"));
    QVERIFY_RESULT(workspace);
    const auto result = formats::builtInDialects().find(QStringLiteral("orchestra"))->write(*workspace, catalogue::loadCatalogue(workspace->root), {});
    QVERIFY_RESULT(result);
    for (const base::Problem& finding : result->findings)
        QVERIFY2(finding.severity != base::Severity::Error, qPrintable(finding.message));
    QCOMPARE(result->files.size(), 3);
}

void TestOrchestraKinds::theRegistryKnowsOrchestra()
{
    const formats::Registry dialects = formats::builtInDialects();
    QVERIFY(dialects.find(QStringLiteral("orchestra")) != nullptr);
    QCOMPARE(dialects.find(QStringLiteral("nope")), nullptr);
    QCOMPARE(dialects.dialects().size(), 1);
}

WK_REGISTER_TEST(TestOrchestraKinds)
#include "tst_orchestrakinds.moc"
