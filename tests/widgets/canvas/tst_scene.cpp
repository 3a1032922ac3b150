// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "tests/widgets/canvas/story.h"
#include "widgets/canvas/canvasstate.h"
#include "widgets/canvas/gridindex.h"
#include "widgets/canvas/scenestatus.h"

#include <QLocale>
#include <QTest>

using namespace canvas;
using painting::Mark;

class TestScene : public QObject {
    Q_OBJECT

private slots:
    void nodesSayNameKindAndLastResult();
    void framesSayTheirScheduleInWords();
    void theRaceSitsOnTheEdgeThatRaced();
    void aDependencyUsesTheDatasetEdgeAndElseJoinsTheFrames();
    void aTaskWithoutKindSaysSo();
    void duplicateIdsMakeOneNode();
    void anEdgeStatusWithoutItsTasksIsLeftOut();
    void theGridFindsExactlyWhatMeetsTheArea();
    void zoomingKeepsWhatIsUnderTheCursor();
    void fittingShowsEverythingAndNeverEnlarges();
    void revealMovesAsLittleAsNeeded();
    void hitsAreFoundFromTheTopDown();
    void theLastRunIsShownInThePipelinesZone();
    void daysReadTooEarlyAreCountedOncePerDay();
};

void TestScene::nodesSayNameKindAndLastResult()
{
    const CanvasScene scene = buildScene(story::input());
    QCOMPARE(scene.nodes.size(), 5);
    const Node& sync = scene.nodes[scene.nodeIndex.value(QStringLiteral("source_extraction.trakit_sync"))];
    QCOMPARE(sync.title, QStringLiteral("trakit_sync"));
    QCOMPARE(sync.kindLine, QStringLiteral("Airbyte sync"));
    QCOMPARE(sync.footer, QStringLiteral("trakit.statuses · 41,208 rows"));
    QCOMPARE(sync.icon, QStringLiteral("transfer"));
    QVERIFY(sync.mark == Mark::Late);
    QCOMPARE(sync.pos, QPointF(88, 110));
    QCOMPARE(scene.frames[sync.frame].rect, QRectF(44, 44, 300, 308));
    QVERIFY(scene.frames[sync.frame].work == Work::Extraction);
}

void TestScene::framesSayTheirScheduleInWords()
{
    const CanvasScene scene = buildScene(story::input());
    QCOMPARE(scene.frames[0].schedule, QStringLiteral("00:30 daily, Los Angeles"));
    QCOMPARE(scene.frames[2].schedule, QStringLiteral("after dbt_transformation"));
    QVERIFY(scene.frames[0].hasClock && !scene.frames[2].hasClock);
    QCOMPARE(scheduleWords(pipeline::Pipeline()), QStringLiteral("started by hand"));
}

void TestScene::theRaceSitsOnTheEdgeThatRaced()
{
    const CanvasScene scene = buildScene(story::input());
    QStringList badges;
    for (int edge = 0; edge < scene.edges.size(); ++edge) {
        if (!scene.edges[edge].badge.isEmpty()) {
            badges.append(scene.edgeId(edge) + u' ' + scene.edges[edge].badge);
            QVERIFY(scene.edges[edge].kind == Edge::Kind::Data);
            QVERIFY(scene.edges[edge].mark == Mark::ReadTooEarly);
        }
    }
    QCOMPARE(badges, QStringList{QStringLiteral("source_extraction.trakit_sync -> dbt_transformation.dbt_build_models 1 of 21 days")});
}

void TestScene::aDependencyUsesTheDatasetEdgeAndElseJoinsTheFrames()
{
    SceneInput input = story::input();
    CanvasScene scene = buildScene(input);
    QCOMPARE(scene.edges.size(), 4); // need, two datasets, dataset + dependency in one
    QCOMPARE(int(scene.edges.last().kind), int(Edge::Kind::Dependency));
    QCOMPARE(scene.edgeId(3), QStringLiteral("dbt_transformation.dbt_build_models -> dashboards.pre_post_trip"));
    QCOMPARE(scene.edges[3].outputs, QStringList{QStringLiteral("dbt_transformation.marts_ready")});
    input.workspace.pipelines[2].tasks[0].consumes.clear();
    scene = buildScene(input);
    QCOMPARE(scene.edgeId(3), QStringLiteral("dbt_transformation -> dashboards"));
    QCOMPARE(scene.edges[3].fromNode, -1);
}

void TestScene::aTaskWithoutKindSaysSo()
{
    SceneInput input;
    pipeline::Pipeline pipeline;
    pipeline.id = QStringLiteral("p");
    pipeline.tasks = {story::task(QStringLiteral("short"), {})};
    input.workspace.pipelines = {pipeline};
    const CanvasScene scene = buildScene(input);
    QCOMPARE(scene.nodes[0].kindLine, QStringLiteral("no kind yet"));
    QCOMPARE(scene.nodes[0].footer, QStringLiteral("no run yet"));
    QVERIFY(!scene.nodes[0].mark);
}

void TestScene::duplicateIdsMakeOneNode()
{
    SceneInput input = story::input();
    input.workspace.pipelines[0].tasks.append(input.workspace.pipelines[0].tasks[0]);
    input.workspace.pipelines.append(input.workspace.pipelines[1]);
    const CanvasScene scene = buildScene(input);
    QCOMPARE(scene.nodes.size(), 5);
    QCOMPARE(scene.frames.size(), 3);
}

void TestScene::anEdgeStatusWithoutItsTasksIsLeftOut()
{
    SceneInput input = story::input();
    const auto before = buildScene(input).edges.size();
    input.edges.append({QStringLiteral("gone.task"), QStringLiteral("dashboards.pre_post_trip"), Mark::ReadTooEarly, QStringLiteral("1 of 1 day")});
    QCOMPARE(buildScene(input).edges.size(), before);
}

void TestScene::theGridFindsExactlyWhatMeetsTheArea()
{
    GridIndex index;
    QVector<QRectF> rects;
    quint32 random = 7;
    const auto next = [&random](int below) {
        random = random * 1664525u + 1013904223u;
        return int((random >> 8) % quint32(below));
    };
    for (int i = 0; i < 400; ++i) {
        rects.append(QRectF(next(8000) - 4000, next(8000) - 4000, 1 + next(i % 50 == 0 ? 9000 : 300), next(200)));
        index.insert(i, rects.last());
    }
    for (int i = 0; i < 100; ++i) {
        const QRectF area(next(8000) - 4000, next(8000) - 4000, next(3000), next(3000));
        QVector<int> expected;
        for (int k = 0; k < rects.size(); ++k) {
            const QRectF& r = rects[k];
            if (r.left() <= area.right() && area.left() <= r.right() && r.top() <= area.bottom() && area.top() <= r.bottom()) {
                expected.append(k);
            }
        }
        QCOMPARE(index.meeting(area), expected);
    }
}

void TestScene::zoomingKeepsWhatIsUnderTheCursor()
{
    Viewport viewport;
    viewport.panBy(QPointF(-300, 120));
    const QPointF cursor(317, 211);
    const QPointF before = viewport.toScene(cursor);
    viewport.zoomAt(cursor, 1.7);
    QVERIFY(QLineF(viewport.toScene(cursor), before).length() < 1e-9);
    viewport.zoomAt(cursor, 1000);
    QCOMPARE(viewport.scale(), Viewport::maxScale);
    QVERIFY(QLineF(viewport.toScene(cursor), before).length() < 1e-9);
}

void TestScene::fittingShowsEverythingAndNeverEnlarges()
{
    Viewport viewport;
    viewport.fit(QRectF(-500, 20, 4000, 900), QSizeF(800, 600));
    const QRectF seen = viewport.toScene(QRectF(0, 0, 800, 600));
    QVERIFY(seen.contains(QRectF(-500, 20, 4000, 900)));
    viewport.fit(QRectF(0, 0, 10, 10), QSizeF(800, 600));
    QCOMPARE(viewport.scale(), 1.0);
    QCOMPARE(viewport.toView(QPointF(5, 5)), QPointF(400, 300));
}

void TestScene::revealMovesAsLittleAsNeeded()
{
    Viewport viewport;
    viewport.reveal(QRectF(100, 100, 50, 50), QSizeF(800, 600));
    QCOMPARE(viewport.origin(), QPointF(0, 0));
    viewport.reveal(QRectF(900, -300, 50, 50), QSizeF(800, 600));
    QCOMPARE(viewport.origin(), QPointF(174, -324));
}

void TestScene::hitsAreFoundFromTheTopDown()
{
    CanvasState state;
    state.setScene(buildScene(story::input()));
    const int sync = state.scene().nodeIndex.value(QStringLiteral("source_extraction.trakit_sync"));
    QCOMPARE(state.hit(QPointF(150, 130)), (Hit{Hit::Kind::Node, sync}));
    QCOMPARE(state.hit(state.outPort(sync)), (Hit{Hit::Kind::OutPort, sync}));
    QCOMPARE(state.hit(state.inPort(sync)), (Hit{Hit::Kind::InPort, sync}));
    QCOMPARE(state.idOf(state.hit(QPointF(370, 139))), QStringLiteral("source_extraction.trakit_sync -> dbt_transformation.dbt_build_models"));
    QCOMPARE(state.idOf(state.hit(QPointF(60, 60))), QStringLiteral("source_extraction"));
    QCOMPARE(state.hit(QPointF(60, 320)), Hit()); // inside a frame, below its title: the ground
    QCOMPARE(state.hit(QPointF(-400, -400)), Hit());
}

void TestScene::theLastRunIsShownInThePipelinesZone()
{
    const SceneInput input = story::input();
    freshness::Picture picture;
    freshness::PhysicalRun run;
    run.task = QStringLiteral("dbt_transformation.dbt_build_models");
    run.run = QStringLiteral("old");
    run.start = base::UtcTime::fromUtc(QDate(2025, 10, 2), QTime(8, 30));
    run.end = *run.start + 20 * base::microsPerMinute;
    run.state = runs::State::Failed;
    picture.runs.append(run);
    run.run = QStringLiteral("new");
    run.start = base::UtcTime::fromUtc(QDate(2025, 10, 3), QTime(8, 36));
    run.end = *run.start + 22 * base::microsPerMinute;
    run.state = runs::State::Ok;
    picture.runs.append(run);
    run.parentRun = QStringLiteral("new"); // a model inside it
    run.start = *run.start + base::microsPerMinute;
    run.state = runs::State::Failed;
    picture.runs.append(run);
    auto statuses = nodeStatuses(input.workspace, picture, QLocale::c());
    QCOMPARE(statuses.size(), 1);
    QCOMPARE(statuses.value(picture.runs[0].task).footer, QStringLiteral("01:36 → 01:58 · 22 min"));
    QVERIFY(statuses.value(picture.runs[0].task).mark == Mark::Success);
    freshness::EdgeVerdict verdict;
    verdict.consumerTask = picture.runs[0].task;
    verdict.slotDate = QDate(2025, 10, 3);
    verdict.verdict = freshness::Verdict::Race;
    picture.diagnosis.verdicts.append(verdict);
    statuses = nodeStatuses(input.workspace, picture, QLocale::c());
    QVERIFY(statuses.value(verdict.consumerTask).mark == Mark::ReadTooEarly);
    verdict.slotDate = QDate(2025, 10, 4); // the day after went well
    verdict.verdict = freshness::Verdict::Ok;
    picture.diagnosis.verdicts.append(verdict);
    statuses = nodeStatuses(input.workspace, picture, QLocale::c());
    QVERIFY(statuses.value(verdict.consumerTask).mark == Mark::Success);
}

void TestScene::daysReadTooEarlyAreCountedOncePerDay()
{
    freshness::Diagnosis diagnosis;
    for (int day = 1; day <= 21; ++day) {
        for (int model = 0; model < 3; ++model) {
            freshness::EdgeVerdict verdict;
            verdict.producerTask = QStringLiteral("a.x");
            verdict.consumerTask = QStringLiteral("b.y");
            verdict.slotDate = QDate(2025, 9, day);
            verdict.verdict = day == 21 ? freshness::Verdict::Race : freshness::Verdict::Ok;
            diagnosis.verdicts.append(verdict);
        }
    }
    const auto statuses = edgeStatuses(diagnosis);
    QCOMPARE(statuses.size(), 1);
    QVERIFY(statuses[0].badge.startsWith(QStringLiteral("1 of 21 day")));
    QVERIFY(statuses[0].mark == Mark::ReadTooEarly);
}

WK_REGISTER_TEST(TestScene)
#include "tst_scene.moc"
