// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/builder.h"

#include "models/base/utctime.h"
#include "models/formats/orchestra/jobtable.h"
#include "models/formats/orchestra/losses.h"

#include <QCoreApplication>

namespace formats::orchestra {

namespace {

using base::Severity;
using pipeline::RunWhen;
using pipeline::Task;

constexpr qsizetype longestName = 100;
constexpr qint64 longestTimeout = 259200; // s, schedulers.md 1.2

QString buildText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

/// Letters that need no quoting in `task_groups['…']` nor in any YAML reader.
QString cleanId(const QString& id)
{
    QString clean = id;
    for (QChar& c : clean) {
        const bool fine = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-' || c == u'.';
        if (!fine)
            c = u'_';
    }
    return clean.isEmpty() ? QStringLiteral("task") : clean;
}

QVector<TaskRef> tasksOf(const Chain& chain)
{
    QVector<TaskRef> tasks;
    for (const pipeline::Pipeline* member : chain.pipelines) {
        for (const Task& task : member->tasks)
            tasks.append({member, &task});
    }
    return tasks;
}

QVariantMap metaOf(const Task& task)
{
    QVariantMap meta;
    if (!task.produces.isEmpty())
        meta.insert(QStringLiteral("produces"), task.produces);
    if (!task.consumes.isEmpty())
        meta.insert(QStringLiteral("consumes"), task.consumes);
    if (task.freshness)
        meta.insert(QStringLiteral("freshness"),
            QVariantMap{{QStringLiteral("error_after"),
                QVariantMap{{QStringLiteral("count"), qint64(task.freshness->count)}, {QStringLiteral("period"), task.freshness->period}}}});
    return meta;
}

} // namespace

Builder::Builder(const Chain& chain, const Speller& speller, base::Problems& findings)
    : m_chain(chain)
    , m_speller(speller)
    , m_findings(findings)
{
}

void Builder::spellTasks()
{
    for (const TaskRef& reference : tasksOf(m_chain)) {
        const auto spelling = m_speller(*reference.task);
        if (spelling)
            m_spellings.insert(reference.key(), *spelling);
        else
            note(m_findings, Severity::Error, "orchestra.no_spelling",
                buildText(QT_TRANSLATE_NOOP("formats", "Task %1 is left out, what waits for it waits for what it waited for: %2"))
                    .arg(reference.key(), spelling.error().message), reference.task->place);
    }
}

QString Builder::freeId(const QString& wanted, const QString& meant, const base::Place& place)
{
    QString id = cleanId(wanted);
    for (int n = 2; m_usedIds.contains(id); ++n)
        id = cleanId(wanted) + u'_' + QString::number(n);
    if (id != meant)
        note(m_findings, Severity::Info, "orchestra.renamed",
            buildText(QT_TRANSLATE_NOOP("formats", "%1 is called %2 in Orchestra: ids are unique there within a file")).arg(meant, id), place);
    m_usedIds.insert(id);
    return id;
}

void Builder::assignIds()
{
    const QVector<TaskRef> tasks = tasksOf(m_chain);
    QHash<QString, int> count;
    for (const TaskRef& reference : tasks) {
        if (m_spellings.contains(reference.key()))
            ++count[cleanId(reference.task->id)];
    }
    for (const TaskRef& reference : tasks) {
        if (!m_spellings.contains(reference.key()))
            continue;
        const bool shared = count.value(cleanId(reference.task->id)) > 1;
        m_groupIds.insert(reference.key(), freeId(shared ? reference.pipeline->id + u'_' + reference.task->id : reference.task->id, reference.task->id, reference.task->place));
    }
    for (const TaskRef& reference : tasks) {
        if (m_spellings.contains(reference.key())) {
            const QString wanted = m_groupIds.value(reference.key()) + QStringLiteral("_task");
            m_taskIds.insert(reference.key(), freeId(wanted, wanted, reference.task->place));
        }
    }
}

QString Builder::shortName(const QString& wanted, const QString& fallback, const base::Place& place)
{
    const QString name = wanted.isEmpty() ? fallback : wanted.simplified();
    if (name.size() <= longestName)
        return name;
    note(m_findings, Severity::Info, "orchestra.name",
        buildText(QT_TRANSLATE_NOOP("formats", "A name has at most 100 characters in Orchestra; \"%1\" is cut off")).arg(name), place);
    return name.left(longestName - 1) + QChar(0x2026);
}

QString Builder::conditionOf(const TaskRef& reference, const QStringList& before)
{
    if (reference.task->runWhen == RunWhen::Success)
        return {};
    const bool done = reference.task->runWhen == RunWhen::Done;
    if (before.isEmpty()) {
        note(m_findings, Severity::Warning, "orchestra.condition_without_upstream",
            buildText(QT_TRANSLATE_NOOP("formats", "%1 waits for nothing, so it cannot run on somebody's end or failure; the condition is left out"))
                .arg(reference.key()), reference.task->placeOf(QStringLiteral("run_when")));
        return {};
    }
    QStringList parts;
    for (const QString& key : before)
        parts.append((done ? QStringLiteral("task_groups['%1'].all().status == 'COMPLETED'") : QStringLiteral("task_groups['%1'].any().status == 'FAILED'"))
                         .arg(m_groupIds.value(key)));
    return QStringLiteral("${{ %1 }}").arg(parts.join(done ? QStringLiteral(" and ") : QStringLiteral(" or ")));
}

void Builder::addLimits(const TaskRef& reference, Group& group)
{
    const Task& task = *reference.task;
    if (task.retries && *task.retries < 0)
        note(m_findings, Severity::Error, "orchestra.retries",
            buildText(QT_TRANSLATE_NOOP("formats", "%1 retries cannot be; they are left out")).arg(*task.retries), task.placeOf(QStringLiteral("retries")));
    else
        group.retries = task.retries;
    if (task.timeout.isEmpty())
        return;
    const base::Place place = task.placeOf(QStringLiteral("timeout"));
    const auto micros = base::parseDuration(task.timeout);
    if (!micros || *micros <= 0) {
        note(m_findings, Severity::Error, "orchestra.timeout",
            buildText(QT_TRANSLATE_NOOP("formats", "Time-out \"%1\" is no length of time like PT1H; it is left out")).arg(task.timeout), place);
        return;
    }
    const qint64 seconds = (*micros + base::microsPerSecond - 1) / base::microsPerSecond;
    group.timeoutSeconds = qMin(seconds, longestTimeout);
    if (seconds > longestTimeout)
        note(m_findings, Severity::Warning, "orchestra.timeout",
            buildText(QT_TRANSLATE_NOOP("formats", "Orchestra's longest time-out is 3 days; \"%1\" is shortened")).arg(task.timeout), place);
}

void Builder::noteLosses(const TaskRef& reference)
{
    const Task& task = *reference.task;
    for (const QString& name : m_spellings.value(reference.key()).lost)
        note(m_findings, Severity::Warning, "orchestra.parameter",
            buildText(QT_TRANSLATE_NOOP("formats", "Parameter %1 of %2 has no place in Orchestra and is left out")).arg(name, reference.key()),
            task.placeOf(QStringLiteral("with.") + name));
    if (task.freshness)
        note(m_findings, Severity::Warning, "orchestra.freshness",
            buildText(QT_TRANSLATE_NOOP("formats", "Orchestra does not check how old the data of %1 are; the rule is kept as a note")).arg(reference.key()),
            task.placeOf(QStringLiteral("freshness")));
    for (const QString& need : task.needs) {
        if (!reference.pipeline->task(need))
            note(m_findings, Severity::Error, "orchestra.dangling",
                buildText(QT_TRANSLATE_NOOP("formats", "%1 needs %2, which does not exist; the edge is left out")).arg(reference.key(), need),
                task.placeOf(QStringLiteral("needs")));
    }
}

Group Builder::groupOf(const TaskRef& reference, const ChainGraph& graph)
{
    const Task& task = *reference.task;
    const Spelling spelling = m_spellings.value(reference.key());
    Group group;
    group.id = m_groupIds.value(reference.key());
    group.taskId = m_taskIds.value(reference.key());
    group.name = shortName(task.description, task.id, task.placeOf(QStringLiteral("description")));
    const QStringList before = graph.predecessors(reference);
    for (const QString& key : before)
        group.dependsOn.append(m_groupIds.value(key));
    group.condition = conditionOf(reference, before);
    group.integration = spelling.integration;
    group.job = spelling.job;
    const auto known = jobParameters(group.integration, group.job).value_or(QVector<JobParameter>());
    for (const auto& [name, given] : spelling.parameters) {
        const QString wanted = name;
        const QVariant value = withoutSecrets(given, task, m_findings);
        const auto parameter = std::find_if(known.begin(), known.end(), [&](const JobParameter& p) { return p.name == wanted; });
        group.parameters.append({name, parameter == known.end() ? value : fitted(value, *parameter)});
    }
    group.connection = connectionOf(task, m_findings);
    addLimits(reference, group);
    group.meta = metaOf(task);
    noteLosses(reference);
    return group;
}

std::optional<PipelineFile> Builder::build()
{
    const pipeline::Pipeline& first = *m_chain.pipelines.first();
    spellTasks();
    const QList<QString> spelled = m_spellings.keys();
    const ChainGraph graph(m_chain, QSet<QString>(spelled.begin(), spelled.end()));
    const QStringList cycle = m_chain.cyclic ? QStringList{first.id} : graph.cycle();
    if (!cycle.isEmpty()) {
        note(m_findings, Severity::Error, "orchestra.cycle",
            buildText(QT_TRANSLATE_NOOP("formats", "No file is written for %1: its tasks wait for each other in a circle (%2)"))
                .arg(first.id, cycle.join(QStringLiteral(" -> "))), first.place);
        return std::nullopt;
    }
    if (m_spellings.isEmpty()) {
        note(m_findings, Severity::Error, "orchestra.empty",
            buildText(QT_TRANSLATE_NOOP("formats", "No file is written for %1: it has no task that Orchestra can run")).arg(first.id), first.place);
        return std::nullopt;
    }
    assignIds();
    PipelineFile file;
    QStringList names;
    QVariantMap descriptions;
    for (const pipeline::Pipeline* member : m_chain.pipelines) {
        names.append(member->id);
        if (!member->description.isEmpty())
            descriptions.insert(member->id, member->description);
        if (!member->sla.isEmpty())
            note(m_findings, Severity::Warning, "orchestra.sla",
                buildText(QT_TRANSLATE_NOOP("formats", "Orchestra has no deadline: nobody is told if %1 is not ready at %2")).arg(member->id, member->sla),
                member->placeOf(QStringLiteral("sla")));
    }
    file.fileName = cleanId(first.id) + QStringLiteral(".yaml");
    file.name = shortName(names.join(QStringLiteral(" + ")), first.id, first.place);
    for (const TaskRef& reference : graph.tasks()) {
        if (m_spellings.contains(reference.key()))
            file.groups.append(groupOf(reference, graph));
    }
    file.schedule = scheduleOf(m_chain, m_findings);
    file.inputs = inputsOf(m_chain, m_findings);
    file.alerts = alertsOf(m_chain, m_findings);
    if (!descriptions.isEmpty())
        file.meta.insert(QStringLiteral("descriptions"), descriptions);
    return file;
}

} // namespace formats::orchestra
