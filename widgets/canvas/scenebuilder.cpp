// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/scenebuilder.h"

#include "models/base/cron.h"
#include "models/pipeline/dataflow.h"

#include <QCoreApplication>

namespace canvas {
namespace {

class SceneBuilder {
public:
    explicit SceneBuilder(const SceneInput& input) : m_input(input), m_layout(pipeline::completedLayout(input.workspace, input.layout)) {}

    CanvasScene build()
    {
        m_scene.workspace = m_input.workspace;
        for (const pipeline::Pipeline& pipeline : m_input.workspace.pipelines) {
            addFrame(pipeline);
        }
        for (const pipeline::Pipeline& pipeline : m_input.workspace.pipelines) {
            addNeeds(pipeline);
        }
        addDataEdges();
        for (const pipeline::Pipeline& pipeline : m_input.workspace.pipelines) {
            addDependencies(pipeline);
        }
        return m_scene;
    }

private:
    [[nodiscard]] KindInfo kindOf(const pipeline::Task& task) const
    {
        const auto known = m_input.kinds.constFind(task.kind);
        KindInfo info = guessedKind(task.kind);
        if (known != m_input.kinds.constEnd()) {
            info.title = known->title.isEmpty() ? info.title : known->title;
            info.icon = known->icon.isEmpty() ? info.icon : known->icon;
            info.work = known->work == Work::Other ? info.work : known->work;
        }
        return info;
    }

    void addFrame(const pipeline::Pipeline& pipeline)
    {
        if (m_scene.frameIndex.contains(pipeline.id)) {
            return; // a duplicate id is a problem in the list, not a second frame on top of the first
        }
        const int index = int(m_scene.frames.size());
        Frame frame;
        frame.id = pipeline.id;
        frame.title = pipeline.id;
        frame.schedule = scheduleWords(pipeline);
        frame.hasClock = pipeline.schedule.has_value();
        frame.rect = pipeline::frameRect(pipeline, m_layout);
        QHash<int, int> votes;
        for (const pipeline::Task& task : pipeline.tasks) {
            const QString id = pipeline.id + u'.' + task.id;
            if (m_scene.nodeIndex.contains(id)) {
                continue;
            }
            const KindInfo kind = kindOf(task);
            Node node{id, task.id, kind.title, {}, kind.icon, {}, m_layout.value(id), index};
            const auto status = m_input.statuses.constFind(id);
            if (status != m_input.statuses.constEnd()) {
                node.mark = status->mark;
                node.footer = status->footer;
            }
            if (node.footer.isEmpty()) {
                node.footer = QCoreApplication::translate("canvas", "no run yet");
            }
            frame.nodes.append(int(m_scene.nodes.size()));
            m_scene.nodeIndex.insert(id, int(m_scene.nodes.size()));
            m_scene.nodes.append(node);
            ++votes[int(kind.work)];
        }
        int most = 0;
        for (int work = 0; work <= int(Work::Other); ++work) {
            if (votes.value(work) > most) {
                most = votes.value(work);
                frame.work = Work(work);
            }
        }
        m_scene.frameIndex.insert(pipeline.id, index);
        m_scene.frames.append(frame);
    }

    Edge* addNodeEdge(Edge::Kind kind, const QString& from, const QString& to)
    {
        const int a = m_scene.nodeIndex.value(from, -1);
        const int b = m_scene.nodeIndex.value(to, -1);
        if (a < 0 || b < 0 || a == b) {
            return nullptr;
        }
        const QPair<int, int> key(a, b);
        if (!m_edgeOf.contains(key)) {
            m_edgeOf.insert(key, int(m_scene.edges.size()));
            Edge edge;
            edge.kind = kind;
            edge.fromNode = a;
            edge.toNode = b;
            m_scene.edges.append(edge);
        }
        return &m_scene.edges[m_edgeOf.value(key)];
    }

    void addNeeds(const pipeline::Pipeline& pipeline)
    {
        for (const pipeline::Task& task : pipeline.tasks) {
            for (const QString& need : task.needs) {
                addNodeEdge(Edge::Kind::Need, pipeline.id + u'.' + need, pipeline.id + u'.' + task.id);
            }
        }
    }

    void addDataEdges()
    {
        for (const pipeline::DataEdge& data : pipeline::dataEdges(m_input.workspace)) {
            addNodeEdge(Edge::Kind::Data, data.from, data.to);
        }
        for (const EdgeStatus& status : m_input.edges) {
            Edge* edge = addNodeEdge(Edge::Kind::Data, status.from, status.to);
            if (edge != nullptr) {
                edge->mark = status.mark;
                edge->badge = status.badge;
            }
        }
    }

    void addDependencies(const pipeline::Pipeline& pipeline)
    {
        QMap<QString, QStringList> outputs;
        for (const pipeline::OutputRef& dependency : pipeline.dependencies) {
            outputs[dependency.pipeline].append(dependency.text());
        }
        const int to = m_scene.frameIndex.value(pipeline.id, -1);
        for (auto it = outputs.constBegin(); it != outputs.constEnd(); ++it) {
            const int from = m_scene.frameIndex.value(it.key(), -1);
            if (from < 0 || from == to) {
                continue;
            }
            bool explained = false;
            for (Edge& edge : m_scene.edges) {
                if (edge.kind == Edge::Kind::Data && m_scene.nodes[edge.fromNode].frame == from && m_scene.nodes[edge.toNode].frame == to) {
                    edge.kind = Edge::Kind::Dependency;
                    edge.outputs = it.value();
                    explained = true;
                }
            }
            if (!explained) {
                Edge edge;
                edge.kind = Edge::Kind::Dependency;
                edge.fromFrame = from;
                edge.toFrame = to;
                edge.outputs = it.value();
                m_scene.edges.append(edge);
            }
        }
    }

    const SceneInput& m_input;
    pipeline::Layout m_layout;
    CanvasScene m_scene;
    QHash<QPair<int, int>, int> m_edgeOf;
};

} // namespace

QString CanvasScene::edgeId(int edge) const
{
    const Edge& e = edges[edge];
    const QString from = e.fromNode >= 0 ? nodes[e.fromNode].id : frames[e.fromFrame].id;
    const QString to = e.toNode >= 0 ? nodes[e.toNode].id : frames[e.toFrame].id;
    return from + QStringLiteral(" -> ") + to;
}

CanvasScene buildScene(const SceneInput& input)
{
    return SceneBuilder(input).build();
}

QString scheduleWords(const pipeline::Pipeline& pipeline)
{
    if (pipeline.schedule) {
        const auto cron = base::Cron::parse(*pipeline.schedule);
        const QString city = pipeline.timezone.section(u'/', -1).replace(u'_', u' ');
        const QString words = cron ? cron.value().words() : *pipeline.schedule;
        return QCoreApplication::translate("canvas", "%1, %2", "schedule, city of the time zone").arg(words, city);
    }
    QStringList names;
    for (const pipeline::OutputRef& dependency : pipeline.dependencies) {
        if (!names.contains(dependency.pipeline)) {
            names.append(dependency.pipeline);
        }
    }
    if (names.isEmpty()) {
        return QCoreApplication::translate("canvas", "started by hand");
    }
    return QCoreApplication::translate("canvas", "after %1").arg(names.join(QStringLiteral(", ")));
}

KindInfo guessedKind(const QString& kind)
{
    if (kind.isEmpty()) {
        return {QCoreApplication::translate("canvas", "no kind yet"), QStringLiteral("task"), Work::Other};
    }
    struct Guess {
        const char* part;
        const char* icon;
        Work work;
    };
    static constexpr Guess guesses[] = {{"check", "test", Work::Test}, {"test", "test", Work::Test}, {"airbyte", "transfer", Work::Extraction},
        {"dlt", "transfer", Work::Extraction}, {"sync", "transfer", Work::Extraction}, {"rest", "extract", Work::Extraction},
        {"dbt", "transform", Work::Transformation}, {"tableau", "report", Work::Refresh}, {"sql", "sql", Work::Transformation},
        {"snowflake", "warehouse", Work::Transformation}, {"python", "code", Work::Transformation}, {"shell", "shell", Work::Other},
        {"http", "http", Work::Other}};
    for (const Guess& guess : guesses) {
        if (kind.contains(QLatin1String(guess.part))) {
            return {kind, QString::fromLatin1(guess.icon), guess.work};
        }
    }
    return {kind, QStringLiteral("task"), Work::Other};
}

} // namespace canvas
