// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"
#include "widgets/common/labels.h"

#include <optional>

namespace pipeline {
struct Pipeline;
}

namespace window {

/// `01:30 daily, Los Angeles` or `after source_extraction`; empty: only by hand.
[[nodiscard]] QString scheduleWords(const pipeline::Pipeline& pipeline);
/// `next Sat 4 Oct, Sun 5 Oct, Mon 6 Oct`; with times where a day has several. Empty without a schedule.
[[nodiscard]] QString nextFirings(const pipeline::Pipeline& pipeline, base::UtcTime after);

/// A card that says when a pipeline runs.
class ScheduleView : public common::Card {
    Q_OBJECT
public:
    explicit ScheduleView(QWidget* parent = nullptr);
    void setPipeline(const pipeline::Pipeline& pipeline);

private:
    QLabel* m_cron = nullptr;
    QLabel* m_words = nullptr;
    QLabel* m_next = nullptr;
};

} // namespace window
