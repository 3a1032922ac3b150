// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/chains.h"

#include <QVariant>

#include <utility>

/// What goes into one Orchestra file, as values (schedulers.md 1.2, 1.3).
namespace formats::orchestra {

/// A task group with its one task: `<id>` over `<id>_task`.
struct Group {
    QString id;
    QString taskId;
    QString name;            ///< at most 100 characters
    QStringList dependsOn;   ///< group ids
    QString condition;       ///< empty: only when all went well
    QString integration;
    QString job;
    QVector<std::pair<QString, QVariant>> parameters;
    QString connection;      ///< `name_12345` or `${{ ENV.X }}`; empty: none
    std::optional<int> retries;
    std::optional<qint64> timeoutSeconds;
    QVariantMap meta;        ///< what Orchestra has no word for and ignores
};

struct ScheduleItem {
    QString name;
    QString cron; ///< six fields
    QString timezone;
};

struct PipelineFile {
    QString fileName;
    QString name;
    QVector<Group> groups;
    QVector<ScheduleItem> schedule;
    QVariantMap inputs; ///< name -> {type, default}
    QVariantList alerts;
    QVariantMap meta;
};

/// `version: v1` first, keys always in the same order.
[[nodiscard]] QByteArray textOf(const PipelineFile& file);

} // namespace formats::orchestra
