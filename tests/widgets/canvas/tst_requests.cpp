// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "tests/widgets/canvas/story.h"
#include "widgets/canvas/requests.h"

#include <QTest>

using namespace canvas;

namespace {
const QString askSync = QStringLiteral("source_extraction.trakit_sync");
const QString askShifts = QStringLiteral("source_extraction.shifts_dlt");
const QString askBuild = QStringLiteral("dbt_transformation.dbt_build_models");
const QString askCheck = QStringLiteral("dbt_transformation.accepted_statuses");
const QString askRefresh = QStringLiteral("dashboards.pre_post_trip");

pipeline::Workspace applied(pipeline::Workspace workspace, const base::Result<EditRequest>& request)
{
    if (request) {
        for (const pipeline::Change& change : request.value().changes) {
            const auto result = pipeline::applyChange(workspace, change);
            if (!result) {
                qWarning("%s", qPrintable(result.error().message));
                return {};
            }
        }
    }
    return workspace;
}
} // namespace

class TestRequests : public QObject {
    Q_OBJECT

private slots:
    void connectingInsideAPipelineAddsANeed();
    void connectingTwoPipelinesWaitsForTheOutputAndGivesUpTheSchedule();
    void aPipelineWithoutOutputGetsOne();
    void whatWouldMakeACycleIsRefusedWithASentence();
    void whatIsThereAlreadyIsRefused();
    void deletingATaskRemovesTheNeedsOfOthersFirst();
    void deletingAPipelineRemovesTheDependenciesOnIt();
    void deletingADependencyEdgeRemovesTheDependency();
    void aDatasetEdgeCannotBeDeleted();
    void renamingChecksTheName();
};

void TestRequests::connectingInsideAPipelineAddsANeed()
{
    const auto workspace = story::input().workspace;
    const auto request = connectRequest(workspace, askSync, askShifts);
    QVERIFY(request.ok());
    QCOMPARE(request.value().text, QStringLiteral("Let shifts_dlt wait for trakit_sync"));
    QCOMPARE(applied(workspace, request).task(askShifts)->needs, QStringList{QStringLiteral("trakit_sync")});
}

void TestRequests::connectingTwoPipelinesWaitsForTheOutputAndGivesUpTheSchedule()
{
    const auto workspace = story::input().workspace;
    const auto request = connectRequest(workspace, askSync, askBuild);
    QVERIFY(request.ok());
    QCOMPARE(request.value().changes.size(), 2);
    QCOMPARE(request.value().text, QStringLiteral("Let dbt_transformation wait for source_extraction.source_tables_ready instead of its schedule"));
    const auto after = applied(workspace, request);
    QVERIFY(!after.pipelines[1].schedule);
    QCOMPARE(after.pipelines[1].dependencies[0].text(), QStringLiteral("source_extraction.source_tables_ready"));
}

void TestRequests::aPipelineWithoutOutputGetsOne()
{
    auto workspace = story::input().workspace;
    workspace.pipelines[0].outputs.clear();
    const auto after = applied(workspace, connectRequest(workspace, askSync, askBuild));
    QCOMPARE(after.pipelines.value(0).outputs, QStringList{QStringLiteral("trakit_sync_ready")});
    QCOMPARE(after.pipelines[1].dependencies[0].text(), QStringLiteral("source_extraction.trakit_sync_ready"));
}

void TestRequests::whatWouldMakeACycleIsRefusedWithASentence()
{
    const auto workspace = story::input().workspace;
    const auto inside = connectRequest(workspace, askCheck, askBuild);
    QVERIFY(!inside.ok());
    QCOMPARE(inside.error().code, QStringLiteral("canvas.cycle"));
    QCOMPARE(inside.error().message, QStringLiteral("accepted_statuses already waits for dbt_build_models: the two would wait for each other."));
    const auto between = connectRequest(workspace, askRefresh, askBuild);
    QVERIFY(!between.ok());
    QCOMPARE(between.error().message, QStringLiteral("dashboards already waits for dbt_transformation: the two would wait for each other."));
    auto chain = applied(workspace, connectRequest(workspace, askSync, askBuild));
    QCOMPARE(connectRequest(chain, askRefresh, askSync).error().code, QStringLiteral("canvas.cycle")); // through dbt
    QCOMPARE(connectRequest(workspace, askSync, askSync).error().code, QStringLiteral("canvas.itself"));
}

void TestRequests::whatIsThereAlreadyIsRefused()
{
    const auto workspace = story::input().workspace;
    QCOMPARE(connectRequest(workspace, askBuild, askCheck).error().code, QStringLiteral("canvas.exists"));
    QCOMPARE(connectRequest(workspace, askBuild, askRefresh).error().message, QStringLiteral("dashboards already waits for dbt_transformation.marts_ready."));
    QCOMPARE(connectRequest(workspace, askBuild, QStringLiteral("no.where")).error().code, QStringLiteral("canvas.no_task"));
}

void TestRequests::deletingATaskRemovesTheNeedsOfOthersFirst()
{
    const CanvasScene scene = buildScene(story::input());
    const auto request = deleteRequest(scene, {askBuild});
    QVERIFY(request.ok());
    QCOMPARE(request.value().changes.size(), 2);
    QVERIFY(std::holds_alternative<pipeline::RemoveNeed>(request.value().changes[0]));
    QCOMPARE(request.value().text, QStringLiteral("Remove dbt_build_models"));
    const auto after = applied(scene.workspace, request);
    QVERIFY(after.task(askBuild) == nullptr);
    QVERIFY(after.task(askCheck)->needs.isEmpty());
    QCOMPARE(deleteRequest(scene, {askBuild, askCheck}).value().changes.size(), 2); // nobody is left whose need would have to go
}

void TestRequests::deletingAPipelineRemovesTheDependenciesOnIt()
{
    const CanvasScene scene = buildScene(story::input());
    const auto after = applied(scene.workspace, deleteRequest(scene, {QStringLiteral("dbt_transformation"), askBuild}));
    QCOMPARE(after.pipelines.size(), 2);
    QVERIFY(after.pipelines[1].dependencies.isEmpty());
}

void TestRequests::deletingADependencyEdgeRemovesTheDependency()
{
    const CanvasScene scene = buildScene(story::input());
    const auto after = applied(scene.workspace, deleteRequest(scene, {askBuild + QStringLiteral(" -> ") + askRefresh}));
    QCOMPARE(after.pipelines.size(), 3);
    QVERIFY(after.pipelines[2].dependencies.isEmpty());
    const auto needless = applied(scene.workspace, deleteRequest(scene, {askBuild + QStringLiteral(" -> ") + askCheck}));
    QVERIFY(needless.task(askCheck)->needs.isEmpty());
}

void TestRequests::aDatasetEdgeCannotBeDeleted()
{
    const CanvasScene scene = buildScene(story::input());
    QCOMPARE(deleteRequest(scene, {askSync + QStringLiteral(" -> ") + askBuild}).error().code, QStringLiteral("canvas.data_edge"));
    QCOMPARE(deleteRequest(scene, {}).error().code, QStringLiteral("canvas.nothing"));
}

void TestRequests::renamingChecksTheName()
{
    const auto workspace = story::input().workspace;
    QCOMPARE(renameRequest(workspace, askSync, QStringLiteral("shifts_dlt")).error().message, QStringLiteral("source_extraction already has a task shifts_dlt."));
    for (const QString& bad : {QString(), QStringLiteral("a.b"), QStringLiteral("a: b"), QStringLiteral(" x")}) {
        QCOMPARE(renameRequest(workspace, askSync, bad).error().code, QStringLiteral("canvas.name"));
    }
    const auto after = applied(workspace, renameRequest(workspace, askBuild, QStringLiteral("dbt_build")));
    QCOMPARE(after.task(askCheck)->needs, QStringList{QStringLiteral("dbt_build")});
}

WK_REGISTER_TEST(TestRequests)
#include "tst_requests.moc"
