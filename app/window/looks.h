// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"
#include "models/freshness/diagnose.h"
#include "models/itemmodels/pyramid.h"
#include "models/pipeline/model.h"
#include "widgets/painting/statusshape.h"

#include <QStyledItemDelegate>

#include <optional>

/// From what the models say to what people see: one file, so that tree, table and inspector agree.
namespace window {

[[nodiscard]] painting::Mark paintMark(itemmodels::Mark mark);
[[nodiscard]] painting::Mark paintMark(base::Severity severity);
[[nodiscard]] painting::Mark paintMark(freshness::Verdict verdict);

/// A status with what stands beside its shape; nothing where nothing is known.
struct Status {
    painting::Mark mark = painting::Mark::Unknown;
    QString text; ///< beside the mark; may be empty where the mark alone says it (its word is in the accessible text)
};
/// Of the findings that concern the pipeline (or `pipeline.task`), else of its newest run.
[[nodiscard]] std::optional<Status> statusOf(const freshness::Picture& picture, const QString& qualifiedId);
/// Which task a finding is about: the reader for mismatches and missed deadlines, the loader for late loads.
[[nodiscard]] QString taskOf(const freshness::Finding& finding);
/// Who writes the dataset: `pipeline.task`, or empty.
[[nodiscard]] QString producerOf(const pipeline::Workspace& workspace, const QString& dataset);
[[nodiscard]] const freshness::PhysicalRun* newestRun(const freshness::Picture& picture, const QString& task);
/// `07:04` in the zone, seconds only where asked for.
[[nodiscard]] QString timeWords(base::UtcTime at, const QString& zone);

/// Item data: int(painting::Mark) at this role puts a mark before the text and gives the text its colour.
inline constexpr int markRole = Qt::UserRole + 40;

} // namespace window
