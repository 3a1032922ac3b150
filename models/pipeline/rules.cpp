// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/rules.h"

#include "models/base/cron.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace pipeline {

namespace {

void ruleProblem(base::Problems& problems, const char* code, const QString& message, const base::Place& place)
{
    problems.append({base::Severity::Error, QString::fromLatin1(code), message, place});
}

QString ruleSuggestion(const QString& word, const QStringList& known)
{
    const QString nearest = nearestWord(word, known);
    return nearest.isEmpty() ? QString() : QCoreApplication::translate("pipeline", "; did you mean '%1'?").arg(nearest);
}

void checkId(const QString& id, const QString& what, const base::Place& place, base::Problems& problems)
{
    if (!isValidId(id)) {
        ruleProblem(problems, "pipeline.bad_id",
            QCoreApplication::translate("pipeline", "%1 '%2': expected letters, digits, _ and - only").arg(what, id), place);
    }
}

QString whereText(const base::Place& place)
{
    return QCoreApplication::translate("pipeline", "%1, line %2, column %3").arg(place.file).arg(place.line).arg(place.column);
}

/// Reports an id that was seen before, naming both places.
void checkDuplicate(QHash<QString, base::Place>& seen, const QString& id, const QString& what, const base::Place& place, base::Problems& problems)
{
    const auto known = seen.constFind(id);
    if (known != seen.constEnd()) {
        ruleProblem(problems, "pipeline.duplicate_id",
            QCoreApplication::translate("pipeline", "%1 '%2' stands at %3 and at %4").arg(what, id, whereText(*known), whereText(place)), place);
        return;
    }
    seen.insert(id, place);
}

void checkTimes(const Pipeline& pipeline, QHash<QString, bool>& zones, base::Problems& problems)
{
    if (pipeline.schedule) {
        const auto cron = base::Cron::parse(*pipeline.schedule);
        if (!cron) {
            ruleProblem(problems, "pipeline.bad_cron",
                QCoreApplication::translate("pipeline", "the schedule '%1': %2").arg(*pipeline.schedule, cron.error().message), pipeline.schedulePlace);
        }
        if (!pipeline.dependencies.isEmpty()) {
            ruleProblem(problems, "pipeline.schedule_and_dependency",
                QCoreApplication::translate("pipeline", "'%1' has a schedule and depends on %2; expected one of both, or it starts before its data is ready")
                    .arg(pipeline.id, pipeline.dependencies.first().text()), pipeline.schedulePlace);
        }
    }
    auto zone = zones.constFind(pipeline.timezone);
    if (zone == zones.constEnd())
        zone = zones.insert(pipeline.timezone, base::Zone::find(pipeline.timezone).ok());
    if (!*zone) {
        ruleProblem(problems, "pipeline.unknown_zone",
            QCoreApplication::translate("pipeline", "the time zone '%1' is not known; expected an IANA name, such as Europe/Berlin").arg(pipeline.timezone),
            pipeline.placeOf(QStringLiteral("timezone")));
    }
    static const QRegularExpression clock(QStringLiteral("\\A(?:[01][0-9]|2[0-3]):[0-5][0-9]\\z"));
    if (!pipeline.sla.isEmpty() && !clock.match(pipeline.sla).hasMatch()) {
        ruleProblem(problems, "pipeline.bad_sla",
            QCoreApplication::translate("pipeline", "the sla '%1': expected a time of day, HH:MM, such as 07:30").arg(pipeline.sla),
            pipeline.placeOf(QStringLiteral("sla")));
    }
}

void checkTask(const Workspace& workspace, const Pipeline& pipeline, const Task& task, const QSet<QString>& ids, const QStringList& kinds,
    base::Problems& problems)
{
    checkId(task.id, QCoreApplication::translate("pipeline", "the task"), task.place, problems);
    if (!kinds.isEmpty() && !task.kind.isEmpty() && !kinds.contains(task.kind)) {
        ruleProblem(problems, "pipeline.unknown_kind",
            QCoreApplication::translate("pipeline", "the task kind '%1' is not in the catalogue%2").arg(task.kind, ruleSuggestion(task.kind, kinds)),
            task.placeOf(QStringLiteral("kind")));
    }
    for (const QString& need : task.needs) {
        if (ids.contains(need))
            continue;
        ruleProblem(problems, "pipeline.unknown_need",
            QCoreApplication::translate("pipeline", "'%1' needs '%2', which is no task of '%3'%4")
                .arg(task.id, need, pipeline.id, ruleSuggestion(need, ids.values())), task.placeOf(QStringLiteral("needs.") + need));
    }
    if (task.connection.isEmpty() || workspace.singleFile)
        return;
    QStringList connections;
    for (const ConnectionInfo& info : workspace.connections)
        connections.append(info.name);
    if (!connections.contains(task.connection)) {
        ruleProblem(problems, "pipeline.unknown_connection",
            QCoreApplication::translate("pipeline", "there is no connections/%1.yaml%2").arg(task.connection, ruleSuggestion(task.connection, connections)),
            task.placeOf(QStringLiteral("connection")));
    }
}

void checkDependencies(const Workspace& workspace, const Pipeline& pipeline, base::Problems& problems)
{
    for (const OutputRef& ref : pipeline.dependencies) {
        const Pipeline* producer = workspace.pipeline(ref.pipeline);
        if (producer != nullptr && producer->outputs.contains(ref.output))
            continue;
        if (producer == nullptr && workspace.singleFile)
            continue;
        QStringList known;
        for (const Pipeline& other : workspace.pipelines) {
            for (const QString& output : other.outputs)
                known.append(other.id + u'.' + output);
        }
        const QString message = producer == nullptr
            ? QCoreApplication::translate("pipeline", "'%1' depends on '%2', but there is no pipeline '%3'%4")
            : QCoreApplication::translate("pipeline", "'%1' depends on '%2', but '%3' has no such output%4");
        ruleProblem(problems, "pipeline.dangling_output",
            message.arg(pipeline.id, ref.text(), ref.pipeline, ruleSuggestion(ref.text(), known)), ref.place);
    }
}

void checkPipeline(const Workspace& workspace, const Pipeline& pipeline, const QStringList& kinds, base::Problems& problems)
{
    checkId(pipeline.id, QCoreApplication::translate("pipeline", "the pipeline"), pipeline.place, problems);
    QHash<QString, base::Place> outputs;
    for (const QString& output : pipeline.outputs) {
        const base::Place place = pipeline.placeOf(QStringLiteral("outputs.") + output);
        checkId(output, QCoreApplication::translate("pipeline", "the output"), place, problems);
        checkDuplicate(outputs, output, QCoreApplication::translate("pipeline", "the output"), place, problems);
    }
    QHash<QString, base::Place> seen;
    QSet<QString> ids;
    for (const Task& task : pipeline.tasks) {
        checkDuplicate(seen, task.id, QCoreApplication::translate("pipeline", "the task"), task.place, problems);
        ids.insert(task.id);
    }
    for (const Task& task : pipeline.tasks)
        checkTask(workspace, pipeline, task, ids, kinds, problems);
    checkDependencies(workspace, pipeline, problems);
}

} // namespace

base::Problems checkWorkspace(const Workspace& workspace, const QStringList& knownKinds)
{
    base::Problems problems;
    QHash<QString, base::Place> ids;
    QHash<QString, bool> zones;
    for (const Pipeline& pipeline : workspace.pipelines) {
        checkDuplicate(ids, pipeline.id, QCoreApplication::translate("pipeline", "the pipeline"), pipeline.place, problems);
        checkTimes(pipeline, zones, problems);
        checkPipeline(workspace, pipeline, knownKinds, problems);
    }
    problems += cyclesOf(workspace);
    base::sortProblems(problems);
    return problems;
}

} // namespace pipeline
