// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "tests/widgets/canvas/story.h"
#include "widgets/canvas/canvasstate.h"
#include "widgets/canvas/gridindex.h"
#include "widgets/canvas/scenebuilder.h"

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
    void anEdgeSwingsAroundTheNodesInBetween();
    void framesOneAboveTheOtherAreJoinedStraightDown();
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

void TestScene::anEdgeSwingsAroundTheNodesInBetween()
{
    SceneInput input = story::input();
    input.layout.clear();
    CanvasState state;
    state.setScene(buildScene(input)); // dbt_build_models -> pre_post_trip would run straight behind accepted_statuses
    for (int edge = 0; edge < state.scene().edges.size(); ++edge) {
        const Edge& e = state.scene().edges[edge];
        for (int node = 0; node < state.scene().nodes.size(); ++node) {
            for (int i = 1; i < 100 && node != e.fromNode && node != e.toNode; ++i) {
                QVERIFY2(!state.nodeRect(node).contains(state.edgePath(edge).at(i / 100.0)), qPrintable(state.scene().edgeId(edge)));
            }
        }
    }
}

void TestScene::framesOneAboveTheOtherAreJoinedStraightDown()
{
    SceneInput input = story::input();
    input.workspace.pipelines[2].tasks[0].consumes.clear();
    CanvasState state;
    state.setScene(buildScene(input));
    const EdgePath path = state.edgePath(3);
    QCOMPARE(path.from.x(), path.to.x());
    QCOMPARE(path.from.y(), state.frameRect(1).bottom());
    QCOMPARE(path.to.y(), state.frameRect(2).top());
    input.layout[QStringLiteral("dashboards.pre_post_trip")] = QPointF(1210, 110); // beside it
    state.setScene(buildScene(input));
    QCOMPARE(state.edgePath(3).from.x(), state.frameRect(1).right());
    QCOMPARE(state.edgePath(3).to.x(), state.frameRect(2).left());
}

WK_REGISTER_TEST(TestScene)
#include "tst_scene.moc"
