// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/model.h"
#include "models/yaml/value.h"

namespace editing {

/// Keys of the long forms in the order in which we write them.
[[nodiscard]] const QStringList& pipelineKeys();
[[nodiscard]] const QStringList& taskKeys();
/// The keys that stand before `key` in that order.
[[nodiscard]] QStringList keysBefore(const QStringList& order, const QString& key);

/// A list item: the id alone, or a map with the id over the long form. `old` (may be null): the item as it was; keys that the
/// dialect does not know are taken from it.
[[nodiscard]] yaml::Value taskItem(const pipeline::Task& task, const yaml::Node* old = nullptr);
/// The map under a pipeline's id.
[[nodiscard]] yaml::Value pipelineBlock(const pipeline::Pipeline& pipeline, const yaml::Node* old);

/// The list item of a task and its index; nullptr and -1 if there is none.
struct FoundTask {
    const yaml::Node* item = nullptr;
    qsizetype index = -1;
};
[[nodiscard]] FoundTask findTask(const yaml::Node* pipeline, const QString& task);

} // namespace editing
