// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/changesplices.h"

#include "models/editing/blockvalues.h"
#include "models/editing/fileedit.h"

#include <QCoreApplication>

namespace editing {

namespace {

using yaml::Document;
using yaml::Path;
using yaml::Splice;
using yaml::Value;

Path pipelinePath(const QString& id)
{
    return {QStringLiteral("pipelines"), id};
}

/// One overload per kind of change.
class SpliceChange {
public:
    SpliceChange(Texts& texts, const pipeline::Workspace& workspace)
        : m_texts(texts)
        , m_workspace(workspace)
    {
    }

    base::Result<void> operator()(const pipeline::AddPipeline& change)
    {
        QString file = change.file;
        if (file.isEmpty())
            file = m_workspace.pipelines.isEmpty() ? QStringLiteral("pipelines/%1.yaml").arg(change.id) : m_workspace.pipelines.first().file;
        return inFile(file, [&](FileEdit& edit) {
            const QString pipelines = QStringLiteral("pipelines");
            const yaml::Node* known = edit.document().root().find(pipelines);
            if (!known || known->size() == 0) {
                edit.setKey({}, pipelines, Value::map().set(change.id, Value::map(true)), {});
                return;
            }
            edit.run([&](const Document& document) -> base::Result<Splice> {
                auto splice = yaml::addKey(document, {pipelines}, change.id, Value::map(true));
                if (splice && splice->text.startsWith("\r\n"))
                    splice->text.prepend("\r\n");
                else if (splice && splice->text.startsWith('\n'))
                    splice->text.prepend('\n'); // pipelines stand apart
                return splice;
            });
        });
    }

    base::Result<void> operator()(const pipeline::RemovePipeline& change)
    {
        auto done = inPipeline(change.pipeline, [&](FileEdit& edit, const Path& path) {
            edit.run([&](const Document& document) { return yaml::removeEntry(document, path); });
        });
        for (const pipeline::Pipeline& other : m_workspace.pipelines) {
            for (const pipeline::OutputRef& reference : other.dependencies) {
                if (done && other.id != change.pipeline && reference.pipeline == change.pipeline)
                    done = removeFrom(other.id, QStringLiteral("dependencies"), reference.text());
            }
        }
        return done;
    }

    base::Result<void> operator()(const pipeline::AddTask& change)
    {
        return inPipeline(change.pipeline, [&](FileEdit& edit, const Path& path) {
            const yaml::Node* block = edit.document().at(path);
            const Value item = taskItem(change.task);
            if (block && block->find(u"tasks"))
                edit.run([&](const Document& document) { return yaml::addToList(document, path, QStringLiteral("tasks"), item); });
            else
                edit.setKey(path, QStringLiteral("tasks"), Value::list({item}), lastKeys(block));
        });
    }

    base::Result<void> operator()(const pipeline::RemoveTask& change)
    {
        const pipeline::Pipeline* owner = m_workspace.pipeline(change.pipeline);
        return inPipeline(change.pipeline, [&](FileEdit& edit, const Path& path) {
            const FoundTask found = findTask(edit.document().at(path), change.task);
            edit.run([&](const Document& document) { return yaml::removeEntry(document, path + Path{QStringLiteral("tasks"), QString::number(found.index)}); });
            for (const pipeline::Task& other : owner->tasks) {
                if (other.id != change.task && other.needs.contains(change.task))
                    edit.removeFromList(bodyPath(edit, path, other.id), QStringLiteral("needs"), change.task);
            }
        });
    }

    base::Result<void> operator()(const pipeline::RenameTask& change)
    {
        const pipeline::Pipeline* owner = m_workspace.pipeline(change.pipeline);
        return inPipeline(change.pipeline, [&](FileEdit& edit, const Path& path) {
            const FoundTask found = findTask(edit.document().at(path), change.task);
            const bool shortForm = found.item && found.item->isScalar();
            const Path item = path + Path{QStringLiteral("tasks"), QString::number(found.index)};
            edit.run([&](const Document& document) {
                return shortForm ? yaml::setValue(document, item, Value::text(change.newId)) : yaml::renameKey(document, item + Path{change.task}, change.newId);
            });
            for (const pipeline::Task& other : owner->tasks) {
                const Path body = bodyPath(edit, path, other.id == change.task ? change.newId : other.id);
                for (qsizetype i = 0; i < other.needs.size(); ++i) {
                    if (other.needs.at(i) == change.task)
                        edit.run([&](const Document& document) {
                            return yaml::setValue(document, body + Path{QStringLiteral("needs"), QString::number(i)}, Value::text(change.newId));
                        });
                }
            }
        });
    }

    base::Result<void> operator()(const pipeline::AddDependency& change)
    {
        return inPipeline(change.pipeline, [&](FileEdit& edit, const Path& path) {
            edit.addToList(path, QStringLiteral("dependencies"), change.output, keysBefore(pipelineKeys(), QStringLiteral("dependencies")), false);
        });
    }

    base::Result<void> operator()(const pipeline::RemoveDependency& change)
    {
        return removeFrom(change.pipeline, QStringLiteral("dependencies"), change.output);
    }

    base::Result<void> operator()(const pipeline::AddNeed& change)
    {
        return inTask(change.pipeline, change.task, Value::map().set(QStringLiteral("needs"), Value::texts({change.need}, true)), [&](FileEdit& edit, const Path& body) {
            edit.addToList(body, QStringLiteral("needs"), change.need, keysBefore(taskKeys(), QStringLiteral("needs")), true);
        });
    }

    base::Result<void> operator()(const pipeline::RemoveNeed& change)
    {
        return inTask(change.pipeline, change.task, {}, [&](FileEdit& edit, const Path& body) { edit.removeFromList(body, QStringLiteral("needs"), change.need); });
    }

    base::Result<void> operator()(const pipeline::AddOutput& change)
    {
        return inPipeline(change.pipeline, [&](FileEdit& edit, const Path& path) {
            edit.addToList(path, QStringLiteral("outputs"), change.output, keysBefore(pipelineKeys(), QStringLiteral("outputs")), false);
        });
    }

    base::Result<void> operator()(const pipeline::SetSchedule& change)
    {
        const QString key = QStringLiteral("schedule");
        return inPipeline(change.pipeline, [&](FileEdit& edit, const Path& path) {
            if (change.cron) {
                // Behind the dependencies if there are some, as in DESIGN section 3.
                edit.setKey(path, key, Value::text(*change.cron, Value::Style::Double), {QStringLiteral("description"), QStringLiteral("dependencies")});
                return;
            }
            const yaml::Node* block = edit.document().at(path);
            const yaml::Node* schedule = block ? block->find(key) : nullptr;
            if (!schedule || schedule->isNull())
                return;
            if (yaml::hasTrailingComment(edit.document(), path + Path{key}))
                edit.run([&](const Document& document) { return yaml::setValue(document, path + Path{key}, Value::null()); });
            else
                edit.removeKey(path, key);
        });
    }

    base::Result<void> operator()(const pipeline::SetTaskField& change)
    {
        const QString with = QStringLiteral("with");
        const bool parameter = change.key.startsWith(QLatin1String("with."));
        const QString key = parameter ? change.key.mid(5) : change.key;
        const bool remove = !change.value.isValid() || (!parameter && change.value.typeId() == QMetaType::QString && change.value.toString().isEmpty());
        const Value value = !parameter && key == QLatin1String("retries") ? Value::ofInt(change.value.toLongLong()) : Value::fromVariant(change.value);
        Value expanded;
        if (!remove)
            expanded = parameter ? Value::map().set(with, Value::map().set(key, value)) : Value::map().set(key, value);
        return inTask(change.pipeline, change.task, expanded, [&](FileEdit& edit, const Path& body) {
            const yaml::Node* map = edit.document().at(body);
            const yaml::Node* parameters = map ? map->find(with) : nullptr;
            if (!parameter)
                remove ? edit.removeKey(body, key) : edit.setKey(body, key, value, keysBefore(taskKeys(), key));
            else if (remove && parameters && parameters->size() == 1)
                parameters->find(key) ? edit.removeKey(body, with) : void();
            else if (remove)
                edit.removeKey(body + Path{with}, key);
            else if (parameters)
                edit.run([&](const Document& document) { return yaml::setKey(document, body + Path{with}, key, value); });
            else
                edit.setKey(body, with, Value::map().set(key, value), keysBefore(taskKeys(), with));
        });
    }

    base::Result<void> operator()(const pipeline::SetPipelineField& change)
    {
        return inPipeline(change.pipeline, [&](FileEdit& edit, const Path& path) {
            if (change.value.toString().isEmpty())
                edit.removeKey(path, change.key);
            else
                edit.setKey(path, change.key, Value::text(change.value.toString(), change.key == QLatin1String("sla") ? Value::Style::Double : Value::Style::Automatic),
                    keysBefore(pipelineKeys(), change.key));
        });
    }

private:
    base::Result<void> inFile(const QString& file, const std::function<void(FileEdit&)>& edit)
    {
        FileEdit one(m_texts.value(file), file);
        edit(one);
        auto text = one.result();
        if (!text)
            return text.error();
        m_texts.insert(file, *text);
        return {};
    }

    base::Result<void> inPipeline(const QString& id, const std::function<void(FileEdit&, const Path&)>& edit)
    {
        const pipeline::Pipeline* known = m_workspace.pipeline(id);
        if (!known)
            return base::makeError("pipeline.no_such_pipeline", id);
        return inFile(known->file, [&](FileEdit& one) { edit(one, pipelinePath(id)); });
    }

    /// In the long form of a task. A short form becomes `expanded` (nothing happens if that is no map).
    base::Result<void> inTask(const QString& pipeline, const QString& task, const Value& expanded, const std::function<void(FileEdit&, const Path&)>& change)
    {
        return inPipeline(pipeline, [&](FileEdit& edit, const Path& path) {
            const FoundTask found = findTask(edit.document().at(path), task);
            if (found.item && !found.item->isScalar())
                change(edit, bodyPath(edit, path, task));
            else if (expanded.type == Value::Type::Map)
                edit.run([&](const Document& document) { return yaml::expandItem(document, path + Path{QStringLiteral("tasks"), QString::number(found.index)}, expanded); });
        });
    }

    base::Result<void> removeFrom(const QString& pipeline, const QString& list, const QString& item)
    {
        return inPipeline(pipeline, [&](FileEdit& edit, const Path& path) { edit.removeFromList(path, list, item); });
    }

    static Path bodyPath(const FileEdit& edit, const Path& path, const QString& task)
    {
        return path + Path{QStringLiteral("tasks"), QString::number(findTask(edit.document().at(path), task).index), task};
    }

    /// All keys of the block: what comes after them is last.
    static QStringList lastKeys(const yaml::Node* block)
    {
        QStringList keys;
        for (size_t i = 0; block && i < block->keys.size(); ++i)
            keys.append(block->keys[i].text);
        return keys;
    }

    Texts& m_texts;
    const pipeline::Workspace& m_workspace;
};

} // namespace

base::Result<void> spliceChange(Texts& texts, const pipeline::Workspace& workspace, const pipeline::Change& change)
{
    return std::visit(SpliceChange(texts, workspace), change);
}

base::Result<void> rewriteBlocks(Texts& texts, const pipeline::Workspace& before, const pipeline::Workspace& intended)
{
    for (const pipeline::Pipeline& wanted : intended.pipelines) {
        const pipeline::Pipeline* known = before.pipeline(wanted.id);
        if (known && pipeline::sameMeaning(*known, wanted))
            continue;
        FileEdit edit(texts.value(wanted.file), wanted.file);
        const Path path = pipelinePath(wanted.id);
        const Value block = pipelineBlock(wanted, edit.document().at(path));
        edit.run([&](const Document& document) { return yaml::setKey(document, {QStringLiteral("pipelines")}, wanted.id, block); });
        auto text = edit.result();
        if (!text)
            return text.error();
        texts.insert(wanted.file, *text);
    }
    return {};
}

} // namespace editing
