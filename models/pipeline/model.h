// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QMap>
#include <QPointF>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVector>

#include <optional>

/// The workspace as plain values (DESIGN section 3). What the files say, resolved; never what to draw.
namespace pipeline {

/// When a task runs with respect to what it needs.
enum class RunWhen { Success, Done, Failure };

/// `freshness: {error_after: {count, period}}`: how old the data a consumer reads may be.
struct Freshness {
    int count = 0;
    QString period; ///< minute, hour, day
    bool operator==(const Freshness&) const = default;
};

/// One step of a pipeline. `kind` is a task kind of the catalogue; empty in the short form (an id only).
struct Task {
    QString id;
    QString kind;
    QString connection;             ///< name of a file in connections/, without suffix
    QString description;
    QVariantMap with;               ///< parameters; values are QString, qint64, double, bool, QVariantList, QVariantMap
    QStringList needs;              ///< ids of tasks of the same pipeline
    RunWhen runWhen = RunWhen::Success;
    std::optional<int> retries;
    QString timeout;                ///< as written, ISO 8601 (`PT1H`)
    QStringList produces;           ///< dataset names as written
    QStringList consumes;
    std::optional<Freshness> freshness;
    base::Place place;              ///< of the id
    QMap<QString, base::Place> places; ///< of values: `kind`, `connection`, `timeout`, `needs.<id>`, `with.<name>` ...
    /// Where a value stands; of the id if it is not written.
    [[nodiscard]] base::Place placeOf(const QString& key) const { return places.value(key, place); }
    [[nodiscard]] QString with_(const char* key) const { return with.value(QString::fromLatin1(key)).toString(); }
    bool operator==(const Task&) const = default;
};

/// `<pipeline>.<output>` in `dependencies`.
struct OutputRef {
    QString pipeline;
    QString output;
    base::Place place;
    [[nodiscard]] QString text() const { return pipeline + u'.' + output; }
    bool operator==(const OutputRef&) const = default;
};

/// A named DAG of tasks with a schedule *or* dependencies on other pipelines' outputs.
struct Pipeline {
    QString id;
    QString description;
    std::optional<QString> schedule; ///< five-field cron; nothing = absent or null
    QString timezone = QStringLiteral("UTC");
    QString sla;                     ///< "HH:MM" wall clock in `timezone`, or empty
    QStringList outputs;
    QVector<OutputRef> dependencies;
    QVariantMap parameters;
    QVariantList alerts;
    QVector<Task> tasks;
    QString file;                    ///< relative to the workspace root
    base::Place place;               ///< of the id
    base::Place schedulePlace;
    QMap<QString, base::Place> places; ///< of values: `timezone`, `sla`, `outputs.<name>` ...
    [[nodiscard]] base::Place placeOf(const QString& key) const { return places.value(key, place); }
    [[nodiscard]] const Task* task(const QString& taskId) const;
    bool operator==(const Pipeline&) const = default;
};

/// connections/<name>.yaml; its config is read by the connector, not here.
struct ConnectionInfo {
    QString name;
    QString kind; ///< connector id
    QString description;
    QString file; ///< relative to the workspace root
    bool operator==(const ConnectionInfo&) const = default;
};

/// Everything in the workspace folder that is text. A value; loading never stops at a bad file: see `problems`.
struct Workspace {
    QString root;                    ///< absolute path of the folder
    QString name;                    ///< `name:` in weirkeeper.yaml, else the folder's name
    QVector<Pipeline> pipelines;     ///< in file order, files by name
    QVector<ConnectionInfo> connections;
    bool singleFile = false;         ///< loaded from one pipeline file: connections and other pipelines are not known
    QMap<QString, QString> aliases;  ///< `aliases:` in weirkeeper.yaml: dataset name -> the name it stands for
    bool sampleApi = false;          ///< `sample_api: true`: the sample, whose API the program itself brings
    base::Problems problems;         ///< of reading; rules add theirs (rules.h)

    [[nodiscard]] const Pipeline* pipeline(const QString& id) const;
    /// Task by `pipeline.task`.
    [[nodiscard]] const Task* task(const QString& qualifiedId) const;
};

/// The same meaning: places, problems and the order of map keys are not compared; the order of pipelines, tasks and lists is.
/// After a splice: what the text says now against what was meant.
[[nodiscard]] bool sameMeaning(const Task& a, const Task& b);
[[nodiscard]] bool sameMeaning(const Pipeline& a, const Pipeline& b);
[[nodiscard]] bool sameMeaning(const Workspace& a, const Workspace& b);

/// Positions on the canvas, in scene units (px at 100 %), from `<file>.layout.yaml`; key `pipeline.task` or `pipeline`.
using Layout = QMap<QString, QPointF>;

} // namespace pipeline
