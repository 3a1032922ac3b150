// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncjob.h"
#include "models/sync/targetreader.h"

#include <QTemporaryDir>

/// A workspace with the sample's connection, a target file with rows of an earlier sync, and the events of a sync that the
/// server made wait.
class RecordedSync {
public:
    RecordedSync();
    [[nodiscard]] QString root() const { return m_folder.path(); }
    [[nodiscard]] QString target() const { return m_folder.filePath(QStringLiteral("trial.sqlite")); }
    void writeConnection(const QByteArray& yaml) const;
    void writeTarget() const;

    [[nodiscard]] static QVector<syncs::StreamPlan> plans();
    /// statuses done, shifts waiting after a 429, sites queued.
    [[nodiscard]] static QVector<syncs::SyncEvent> events(int refusals = 3);
    [[nodiscard]] static syncs::SyncReport failedReport();
    [[nodiscard]] static syncs::TargetRows rows();

private:
    QTemporaryDir m_folder;
};
