// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/buildtimeline.h"

namespace itemmodels {

/// The steps of buildTimeline(), over several files. Internal.
class TimelineBuilder {
public:
    TimelineBuilder(const pipeline::Workspace& workspace, std::shared_ptr<const freshness::Picture> picture, const runs::History* history);
    TimelineData build();

private:
    struct Draft {
        Lane lane;
        QString groupId, groupTitle, system;
        QVector<qint32> runs;
        int kindOrder = 0;
        qint64 firstStart = 0;
        Mark worst = Mark::Unknown;
        bool hasAttempts = false;
    };

    // buildtimeline.cpp
    void measureSpan();
    void fillLanes();
    void placeGroups();
    void addAttempts(const Draft& draft);
    void addGhosts();
    void addDeadlines();
    // buildlanes.cpp
    void collectDrafts();
    void sortDrafts();
    [[nodiscard]] qint32 rootOf(qint32 run) const;
    [[nodiscard]] QString groupName(const freshness::PhysicalRun& root) const;
    // buildfindings.cpp
    void markRuns();
    void addArrows();
    void placeFindings();
    void addStops();
    [[nodiscard]] int runOf(const std::optional<freshness::Side>& side) const;
    [[nodiscard]] int laneFor(int run, bool attempts) const;
    // buildclocks.cpp
    void addClocks();
    void addClockLanes(const QString& dataset, const QVector<runs::Observation>& observations);

    const pipeline::Workspace& m_workspace;
    const runs::History* m_history;
    TimelineData m_data;
    QVector<Draft> m_drafts;
    QHash<std::pair<QString, QString>, qint32> m_byKey; ///< (job, run)
    QHash<QString, qint32> m_parents;                   ///< run id of runs that others name as parent
    qint64 m_latest = 0;
};

/// Splits runs that overlap into depths. Arrays are sorted by start; `runs` are indexes into picture->runs or attempts.
struct BarSeed {
    qint64 start = 0, end = 0;
    Mark mark = Mark::Unknown;
    runs::Kind kind = runs::Kind::Other;
    quint8 attempt = 0;
    qint32 run = -1;
};
inline constexpr int mostDepths = 8;
[[nodiscard]] QVector<Bars> splitDepths(QVector<BarSeed> seeds);

} // namespace itemmodels
