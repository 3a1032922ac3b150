// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/dataflow.h"
#include "models/pipeline/layeredgraph.h"
#include "models/pipeline/layeredlayout.h"
#include "tests/support/register.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace pipeline;

namespace {

Task makeTask(const QString& id, const QStringList& needs = {}, const QStringList& produces = {}, const QStringList& consumes = {})
{
    Task task;
    task.id = id;
    task.needs = needs;
    task.produces = produces;
    task.consumes = consumes;
    return task;
}

Pipeline makePipeline(const QString& id, const QVector<Task>& tasks, const QStringList& after = {})
{
    Pipeline pipeline;
    pipeline.id = id;
    pipeline.tasks = tasks;
    for (const QString& other : after) {
        pipeline.dependencies.append({other, QStringLiteral("ready"), {}});
    }
    return pipeline;
}

Workspace story()
{
    const QString statuses = QStringLiteral("RAW.STATUSES");
    Workspace workspace;
    workspace.pipelines = {
        makePipeline(QStringLiteral("extraction"), {makeTask(QStringLiteral("sync"), {}, {statuses}), makeTask(QStringLiteral("shifts"))}),
        makePipeline(QStringLiteral("dbt"), {makeTask(QStringLiteral("build"), {}, {}, {QStringLiteral("raw.statuses")}),
                                                makeTask(QStringLiteral("test"), {QStringLiteral("build")})}),
        makePipeline(QStringLiteral("dashboards"), {makeTask(QStringLiteral("refresh"))}, {QStringLiteral("dbt")}),
    };
    return workspace;
}

// splitmix64 and the `local` flavour of canvas.md, The generator.
struct Generator {
    quint64 state;
    quint64 next()
    {
        quint64 z = (state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    int below(int k) { return int(next() % quint64(k)); }
};

QVector<QPair<int, int>> localEdges(int n, quint64 seed)
{
    Generator random{seed};
    const int layers = std::max(2, int(std::lround(std::sqrt(n))));
    const auto first = [n, layers](int layer) { return (layer * n + layers - 1) / layers; };
    const auto near = [&](int node, int from, int to) {
        const int size = first(to + 1) - first(to);
        const double share = double(node - first(from)) / std::max(1, first(from + 1) - first(from));
        return first(to) + std::clamp(int(share * size) + random.below(7) - 3, 0, size - 1);
    };
    QSet<QPair<int, int>> seen;
    QVector<QPair<int, int>> edges;
    const auto add = [&](int from, int to) {
        if (!seen.contains({from, to})) {
            seen.insert({from, to});
            edges.append({from, to});
        }
    };
    for (int node = first(1); node < n; ++node) {
        const int layer = node * layers / n;
        add(near(node, layer, layer - 1), node);
    }
    for (int tries = 0; tries < 30 * n && edges.size() < n * 3 / 2; ++tries) {
        const int from = random.below(n);
        const int layer = from * layers / n;
        const int dice = random.below(10);
        const int span = dice < 7 ? 1 : (dice < 9 ? 2 : 3);
        if (layer + span < layers) {
            add(from, near(from, layer, layer + span));
        }
    }
    return edges;
}

Workspace localWorkspace(int n)
{
    Pipeline pipeline = makePipeline(QStringLiteral("big"), {});
    for (int i = 0; i < n; ++i) {
        pipeline.tasks.append(makeTask(QStringLiteral("t%1").arg(i)));
    }
    for (const auto& edge : localEdges(n, 42)) {
        pipeline.tasks[edge.second].needs.append(pipeline.tasks[edge.first].id);
    }
    Workspace workspace;
    workspace.pipelines.append(pipeline);
    return workspace;
}

int overlaps(const Layout& layout)
{
    const LayoutMetrics metrics;
    const auto places = layout.values();
    int count = 0;
    for (int i = 0; i < places.size(); ++i) {
        for (int k = i + 1; k < places.size(); ++k) {
            count += QRectF(places[i], metrics.node).intersects(QRectF(places[k], metrics.node)) ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class TestLayeredLayout : public QObject {
    Q_OBJECT

private slots:
    void edgesGoFromLeftToRight();
    void aCycleIsCutAndEveryTaskStillHasAPlace();
    void nodesDoNotOverlap_data();
    void nodesDoNotOverlap();
    void framesDoNotOverlapAndFollowTheirDependencies();
    void everythingStandsOnTheGrid();
    void theSameWorkspaceGivesTheSamePicture();
    void aTwistedLadderIsUntwisted();
    void aNewTaskMovesNobodyElse();
    void aNewPipelineGoesBelowTheOthers();
    void oneMoreLeafKeepsEverybodysColumn();
    void tasksWithoutEdgesFillRowsNotATower();
    void aThousandTasksAreQuick();
    void crossingsOfTheLocalGraphStayNearTheMeasuredYardstick();
    void datasetsJoinTasksWhateverTheirCaseOrAlias();
};

void TestLayeredLayout::edgesGoFromLeftToRight()
{
    const Workspace workspace = localWorkspace(200);
    const Layout layout = layeredLayout(workspace);
    const Pipeline& big = workspace.pipelines[0];
    for (const Task& task : big.tasks) {
        for (const QString& need : task.needs) {
            QVERIFY(layout.value(big.id + u'.' + need).x() + LayoutMetrics().node.width() < layout.value(big.id + u'.' + task.id).x());
        }
    }
}

void TestLayeredLayout::aCycleIsCutAndEveryTaskStillHasAPlace()
{
    Workspace workspace;
    workspace.pipelines = {makePipeline(QStringLiteral("p"), {makeTask(QStringLiteral("a"), {QStringLiteral("c")}),
        makeTask(QStringLiteral("b"), {QStringLiteral("a")}), makeTask(QStringLiteral("c"), {QStringLiteral("b"), QStringLiteral("c")})})};
    const Layout layout = layeredLayout(workspace);
    QCOMPARE(layout.size(), 3);
    QCOMPARE(overlaps(layout), 0);
}

void TestLayeredLayout::nodesDoNotOverlap_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 7, 50, 300, 1000}) {
        QTest::addRow("%d tasks", count) << count;
    }
}

void TestLayeredLayout::nodesDoNotOverlap()
{
    QFETCH(int, count);
    const Layout layout = layeredLayout(localWorkspace(count));
    QCOMPARE(layout.size(), count);
    QCOMPARE(overlaps(layout), 0);
}

void TestLayeredLayout::framesDoNotOverlapAndFollowTheirDependencies()
{
    const Workspace workspace = story();
    const Layout layout = layeredLayout(workspace);
    const QRectF extraction = frameRect(workspace.pipelines[0], layout);
    const QRectF dbt = frameRect(workspace.pipelines[1], layout);
    const QRectF dashboards = frameRect(workspace.pipelines[2], layout);
    QVERIFY(extraction.right() < dbt.left()); // by the dataset
    QVERIFY(dbt.right() < dashboards.left()); // by the dependency
    QVERIFY(!extraction.intersects(dashboards));
}

void TestLayeredLayout::everythingStandsOnTheGrid()
{
    const Layout layout = layeredLayout(localWorkspace(60));
    for (const QPointF& place : layout) {
        QCOMPARE(std::fmod(place.x(), 22.0), 0.0);
        QCOMPARE(std::fmod(place.y(), 22.0), 0.0);
    }
}

void TestLayeredLayout::theSameWorkspaceGivesTheSamePicture()
{
    QCOMPARE(layeredLayout(localWorkspace(150)), layeredLayout(localWorkspace(150)));
}

void TestLayeredLayout::aTwistedLadderIsUntwisted()
{
    LayeredGraph graph;
    graph.sizes.fill(QSizeF(100, 50), 8);
    graph.edges = {{0, 7}, {1, 6}, {2, 5}, {3, 4}, {0, 6}, {1, 5}, {2, 4}};
    const auto positions = layered(graph, {});
    QCOMPARE(straightCrossings(graph, positions), 0);
}

void TestLayeredLayout::aNewTaskMovesNobodyElse()
{
    Workspace workspace = story();
    const Layout before = layeredLayout(workspace);
    workspace.pipelines[1].tasks.append(makeTask(QStringLiteral("publish"), {QStringLiteral("build")}));
    workspace.pipelines[1].tasks.append(makeTask(QStringLiteral("lonely")));
    const Layout after = completedLayout(workspace, before);
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        QCOMPARE(after.value(it.key()), it.value());
    }
    QCOMPARE(after.size(), before.size() + 2);
    QCOMPARE(overlaps(after), 0);
    QVERIFY(after.value(QStringLiteral("dbt.publish")).x() > after.value(QStringLiteral("dbt.build")).x());
}

void TestLayeredLayout::aNewPipelineGoesBelowTheOthers()
{
    Workspace workspace = story();
    const Layout before = layeredLayout(workspace);
    workspace.pipelines.append(makePipeline(QStringLiteral("fresh"), {}));
    const Layout after = completedLayout(workspace, before);
    const QRectF frame = frameRect(workspace.pipelines.last(), after);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(frameRect(workspace.pipelines[i], after).bottom() < frame.top());
    }
    workspace.pipelines.last().tasks.append(makeTask(QStringLiteral("first")));
    const Layout filled = completedLayout(workspace, after);
    QVERIFY(frame.contains(filled.value(QStringLiteral("fresh.first"))));
}

void TestLayeredLayout::oneMoreLeafKeepsEverybodysColumn()
{
    Workspace workspace = localWorkspace(80);
    const Layout before = layeredLayout(workspace);
    workspace.pipelines[0].tasks.append(makeTask(QStringLiteral("leaf"), {QStringLiteral("t60")}));
    const Layout after = layeredLayout(workspace);
    int sameColumn = 0;
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        sameColumn += qFuzzyCompare(1 + it->x(), 1 + after.value(it.key()).x()) ? 1 : 0;
    }
    QVERIFY2(sameColumn >= 79, qPrintable(QString::number(sameColumn)));
}

void TestLayeredLayout::tasksWithoutEdgesFillRowsNotATower()
{
    Workspace workspace;
    workspace.pipelines = {makePipeline(QStringLiteral("p"), {})};
    for (int i = 0; i < 24; ++i) {
        workspace.pipelines[0].tasks.append(makeTask(QString::number(i)));
    }
    const Layout layout = layeredLayout(workspace);
    QCOMPARE(overlaps(layout), 0);
    const QRectF frame = frameRect(workspace.pipelines[0], layout);
    QVERIFY(frame.width() > frame.height() && frame.width() < 4 * frame.height());
}

void TestLayeredLayout::aThousandTasksAreQuick()
{
    const Workspace workspace = localWorkspace(1000);
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(layeredLayout(workspace).size(), 1000);
        best = std::min(best, timer.elapsed());
    }
    qInfo("1,000 tasks: %lld ms", best);
#ifdef NDEBUG
    QVERIFY(best <= 50);
#else
    QVERIFY(best <= 1000); // unoptimised, perhaps sanitised
#endif
}

void TestLayeredLayout::crossingsOfTheLocalGraphStayNearTheMeasuredYardstick()
{
    LayeredGraph graph;
    graph.sizes.fill(QSizeF(160, 60), 100);
    graph.edges = localEdges(100, 42);
    const qint64 crossings = straightCrossings(graph, layered(graph, {}));
    qInfo("crossings at 100 nodes: %lld (dot: 112, on its generator's graph)", crossings);
    QVERIFY(crossings < 200);
}

void TestLayeredLayout::datasetsJoinTasksWhateverTheirCaseOrAlias()
{
    Workspace workspace = story();
    workspace.aliases.insert(QStringLiteral("shown"), QStringLiteral("RAW.STATUSES"));
    workspace.pipelines[2].tasks[0].consumes = {QStringLiteral("shown"), QStringLiteral("unknown")};
    const QVector<DataEdge> expected = {{QStringLiteral("extraction.sync"), QStringLiteral("dbt.build"), QStringLiteral("raw.statuses")},
        {QStringLiteral("extraction.sync"), QStringLiteral("dashboards.refresh"), QStringLiteral("shown")}};
    QCOMPARE(dataEdges(workspace), expected);
}

WK_REGISTER_TEST(TestLayeredLayout)
#include "tst_layeredlayout.moc"
