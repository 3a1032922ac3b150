// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/designscene.h"

#include "app/services/taskkinds.h"
#include "app/window/looks.h"
#include "models/editing/pipelinedocument.h"
#include "models/freshness/diagnose.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace window {

static canvas::Work workOf(const QString& category)
{
    static const QHash<QString, canvas::Work> works = {{QStringLiteral("extraction"), canvas::Work::Extraction},
        {QStringLiteral("transformation"), canvas::Work::Transformation}, {QStringLiteral("refresh"), canvas::Work::Refresh},
        {QStringLiteral("test"), canvas::Work::Test}};
    return works.value(category, canvas::Work::Other);
}

static QString footerOf(const pipeline::Pipeline& pipeline, const pipeline::Task& task, const freshness::PhysicalRun& run)
{
    if (run.rows && task.produces.size() == 1 && runs::isOk(run.state)) {
        return QCoreApplication::translate("designscene", "%1 · %2 rows")
            .arg(task.produces.first().section(u'.', -2).toLower(), QLocale().toString(*run.rows));
    }
    if (!run.start)
        return run.message.section(u'\n', 0, 0);
    if (!run.end)
        return QCoreApplication::translate("designscene", "since %1").arg(timeWords(*run.start, pipeline.timezone));
    return QStringLiteral("%1 → %2 · %3")
        .arg(timeWords(*run.start, pipeline.timezone), timeWords(*run.end, pipeline.timezone), base::durationWords(*run.end - *run.start));
}

static QVector<canvas::EdgeStatus> edgeStatuses(const freshness::Diagnosis& diagnosis)
{
    struct Days {
        QSet<QDate> all;
        QSet<QDate> bad;
    };
    QMap<QPair<QString, QString>, Days> edges;
    for (const freshness::EdgeVerdict& verdict : diagnosis.verdicts) {
        if (verdict.producerTask.isEmpty() || verdict.consumerTask.isEmpty())
            continue;
        Days& days = edges[{verdict.producerTask, verdict.consumerTask}];
        days.all.insert(verdict.slotDate);
        if (paintMark(verdict.verdict) == painting::Mark::ReadTooEarly)
            days.bad.insert(verdict.slotDate);
    }
    QVector<canvas::EdgeStatus> statuses;
    for (auto it = edges.cbegin(); it != edges.cend(); ++it) {
        const bool bad = !it->bad.isEmpty();
        const QString badge = bad
            ? QCoreApplication::translate("designscene", "%1 of %n day(s)", nullptr, int(it->all.size())).arg(it->bad.size())
            : QString();
        statuses.append({it.key().first, it.key().second, bad ? painting::Mark::ReadTooEarly : painting::Mark::Success, badge});
    }
    return statuses;
}

canvas::SceneInput sceneInput(const editing::PipelineDocument& document, const services::TaskKinds& kinds, const freshness::Picture& picture)
{
    canvas::SceneInput input;
    input.workspace = document.workspace();
    input.layout = document.layout();
    for (const services::TaskKind& kind : kinds.all())
        input.kinds.insert(kind.id, {kind.title, kind.icon, workOf(kind.category)});
    QHash<QString, const freshness::PhysicalRun*> newest;
    for (const freshness::PhysicalRun& run : picture.runs) {
        if (!run.task.isEmpty() && run.parentRun.isEmpty() && run.kind != runs::Kind::Freshness) // a check is no work
            newest.insert(run.task, &run); // by start: the last one wins
    }
    for (const pipeline::Pipeline& pipeline : input.workspace.pipelines) {
        for (const pipeline::Task& task : pipeline.tasks) {
            const QString id = pipeline.id + u'.' + task.id;
            const std::optional<Status> status = statusOf(picture, id);
            if (!status)
                continue;
            const freshness::PhysicalRun* run = newest.value(id);
            input.statuses.insert(id, {status->mark, run ? footerOf(pipeline, task, *run) : QString()});
        }
    }
    input.edges = edgeStatuses(picture.diagnosis);
    return input;
}

} // namespace window
