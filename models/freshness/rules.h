// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/edges.h"
#include "models/freshness/facts.h"

namespace freshness {

/// What a rule is given, and where it puts its findings.
struct RuleContext {
    World& world;
    Judgements& judgements;
    const Facts& facts;
    QVector<Finding> findings;
    QHash<int, QString> findingOfRun; ///< index into Judgements::runs -> finding id
    QHash<int, std::optional<base::Micros>> p95OfJob; ///< cache of deliveryP95
};

/// One entry of the closed list of runs.md 12.7.
struct Rule {
    const char* id;
    base::Severity severity;
    const char* description; ///< English: shown by `weirctl`, in tooltips through the translation of its finding
    /// Rules that come out of one computation share it: the first of them runs it.
    void (*find)(RuleContext&);
};

[[nodiscard]] const QVector<Rule>& rules();
/// Runs every rule once.
void applyRules(RuleContext& context);

// The computations, one file each.
void findEdgeVerdicts(RuleContext& context);        // RACE, EARLY, ON_FAILED, STALE
void findNeverUsed(RuleContext& context);
void findMissedDeadlines(RuleContext& context);
void findOldDashboards(RuleContext& context);
void findLateProducers(RuleContext& context);
void findSourceSystemsBehind(RuleContext& context);
void findClockChangeShifts(RuleContext& context);
void findSourceProblems(RuleContext& context);
void findMissingSourceResults(RuleContext& context);
void findIdleCommands(RuleContext& context);

/// A finding with id, rule, verdict, severity filled in. `slotKey` is the instant (or run) that the id is made of.
struct FindingSeed {
    const char* rule = "";
    std::optional<Verdict> verdict;
    QString dataset;    ///< as shown
    QString datasetKey; ///< for the id: key of the dataset, or the source's unique_id
    std::optional<Side> consumer;
    std::optional<Side> producer;
    QString slotKey;
};
[[nodiscard]] Finding makeFinding(const FindingSeed& seed);
/// What of a slot goes into an id: its instant; of a job without schedule its run, whose times a later import may refine.
[[nodiscard]] QString slotKey(const World& world, const Job& job, int slot);
[[nodiscard]] Side consumerSide(const World& world, const Execution& execution);
/// `slotRun` -1: a side without a run.
[[nodiscard]] Side producerSide(const World& world, const Job& job, int slotRun);
[[nodiscard]] inline double seconds(base::Micros micros) { return double(micros) / double(base::microsPerSecond); }

} // namespace freshness
