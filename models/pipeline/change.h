// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/pipeline/model.h"

#include <variant>

/// What a user or a proposal wants changed, as values. models/editing turns each into the smallest splice of the text.
namespace pipeline {

struct AddPipeline { QString id; QString file; /* relative; empty: the first pipeline file, else `pipelines/<id>.yaml` */ };
/// Others' dependencies on its outputs go too.
struct RemovePipeline { QString pipeline; };
struct AddTask { QString pipeline; Task task; };
/// Needs of other tasks on it go too.
struct RemoveTask { QString pipeline; QString task; };
/// Needs of other tasks follow.
struct RenameTask { QString pipeline; QString task; QString newId; };
/// Dependency of a pipeline on another pipeline's output.
struct AddDependency { QString pipeline; QString output; /* `source_extraction.source_tables_ready` */ };
struct RemoveDependency { QString pipeline; QString output; };
/// Dependency between two tasks of one pipeline.
struct AddNeed { QString pipeline; QString task; QString need; };
struct RemoveNeed { QString pipeline; QString task; QString need; };
struct AddOutput { QString pipeline; QString output; };
/// Nothing = remove the schedule: its line goes, or its value becomes null where a comment stands beside it.
struct SetSchedule { QString pipeline; std::optional<QString> cron; };
/// `key` is a key of the task's long form (`kind`, `connection`, `retries`, `timeout`, `description`) or `with.<name>`.
/// An invalid QVariant removes it.
struct SetTaskField { QString pipeline; QString task; QString key; QVariant value; };
/// `timezone`, `sla`, `description`.
struct SetPipelineField { QString pipeline; QString key; QVariant value; };

using Change = std::variant<AddPipeline, RemovePipeline, AddTask, RemoveTask, RenameTask, AddDependency, RemoveDependency, AddNeed,
    RemoveNeed, AddOutput, SetSchedule, SetTaskField, SetPipelineField>;
using Changes = QVector<Change>;

/// The same change on the values: what the text must say afterwards. Errors `pipeline.no_such_pipeline`, `_task`, `_output`,
/// `_dependency`, `_need`, `_field`; `pipeline.duplicate_id`, `_dependency`, `_need`; `pipeline.bad_id`, `pipeline.bad_dependency`. Nothing
/// is changed on error.
[[nodiscard]] base::Result<void> applyChange(Workspace& workspace, const Change& change);
/// One sentence for the undo menu: `Remove the schedule of dbt_transformation`.
[[nodiscard]] QString changeText(const Change& change);

} // namespace pipeline
