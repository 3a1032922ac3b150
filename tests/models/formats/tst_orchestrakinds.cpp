// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/catalogue.h"
#include "models/formats/dialect.h"
#include "models/formats/orchestra/rules.h"
#include "models/pipeline/workspace.h"
#include "tests/models/formats/kindsamples.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QTest>

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
    const pipeline::Workspace workspace = workspaceOfKind(*kinds.find(kind), all);
    const formats::Registry dialects = formats::builtInDialects();
    const auto result = dialects.find(QStringLiteral("orchestra"))->write(workspace, kinds, {});
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
