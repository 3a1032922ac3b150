// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/zone.h"
#include "models/freshness/finding.h"
#include "widgets/painting/statusshape.h"

#include <QVector>

/// What the panel says about a finding, as values: which evidence stands on the card, and the way through the decision tree of
/// DESIGN section 8. Pure.
namespace diagnosis {

struct Fact {
    QString label; ///< `load ended (attempt 2)`
    QString value; ///< `07:04:12`, in the view's zone
    bool culprit = false; ///< the clock that gives the verdict
    bool operator==(const Fact&) const = default;
};

struct Step {
    painting::Mark mark = painting::Mark::Unknown;
    QString question; ///< `Loaded after the dbt job?`; empty: `answer` is a sentence of its own
    QString answer;   ///< `yes, by 5 h 27 min: timing mismatch`
    bool decisive = false;
    bool operator==(const Step&) const = default;
};

/// Both clocks, in the order of the story. Empty if the finding measured nothing.
[[nodiscard]] QVector<Fact> clocksOf(const freshness::Finding& finding, const base::Zone& zone);
/// For a finding with a reader: the questions of the tree with their answers. For others: the evidence, sentence by sentence.
[[nodiscard]] QVector<Step> pathOf(const freshness::Finding& finding, const base::Zone& zone);
/// Whether both sides' clocks were recorded, so that the verdict follows from an inequality and from no guess.
[[nodiscard]] bool isCertain(const freshness::Finding& finding);

} // namespace diagnosis
