// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/import.h"

#include "models/runs/format.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <array>

namespace runs {

namespace {

QString importTr(const char* text)
{
    return QCoreApplication::translate("runs", text);
}

struct Candidate {
    QString path;
    bool named = false; ///< by the user, not found in a folder
};

bool isSideFile(const QString& name)
{
    return name.endsWith(QLatin1String("-wal")) || name.endsWith(QLatin1String("-shm")) || name.endsWith(QLatin1String("-journal"));
}

/// Endings under which run histories are kept; in a folder nothing else is opened.
bool mayHoldRuns(const QString& name)
{
    static const QStringList endings{QStringLiteral("json"), QStringLiteral("jsonl"), QStringLiteral("ndjson"), QStringLiteral("log"),
        QStringLiteral("xml"), QStringLiteral("db"), QStringLiteral("sqlite"), QStringLiteral("sqlite3"), QStringLiteral("duckdb")};
    const QString ending = QFileInfo(name).suffix().toLower();
    // Rotated logs: dbt.log.1
    return endings.contains(ending) || name.contains(QLatin1String(".log."));
}

void walk(const QString& folder, QVector<Candidate>& found, int depth)
{
    if (!QFileInfo(folder).isReadable()) {
        found << Candidate{folder, true}; // to be reported, not passed over
        return;
    }
    const QFileInfoList entries = QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::NoSort);
    QFileInfoList sorted = entries;
    std::sort(sorted.begin(), sorted.end(), [](const QFileInfo& a, const QFileInfo& b) { return a.fileName() < b.fileName(); });
    for (const QFileInfo& entry : sorted) {
        if (entry.isHidden() || entry.fileName().startsWith(u'.'))
            continue;
        if (entry.isDir()) {
            if (!entry.isSymLink() && depth < 64) // a link may lead back up
                walk(entry.filePath(), found, depth + 1);
        } else if (!isSideFile(entry.fileName()) && mayHoldRuns(entry.fileName())) {
            found << Candidate{entry.filePath(), false};
        }
    }
}

/// A file in a folder that cannot be read is worth a word only if it looks like a run history.
bool looksLikeHistory(const QString& path)
{
    QFile file(path);
    if (QFileInfo(path).fileName().startsWith(QLatin1String("run_results")) || !file.open(QIODevice::ReadOnly))
        return true;
    const QByteArray head = file.read(65536);
    static constexpr std::array marks{"schemas.getdbt.com", "\"invocation_id\"", "\"runId\"", "\"jobId\"", "\"attempts\"", "backgroundJob"};
    const auto inHead = [&](const char* mark) { return head.contains(mark); };
    return std::any_of(marks.begin(), marks.end(), inHead) || head.startsWith("SQLite format 3");
}

base::Result<std::optional<FileReport>> importOne(Store& store, const Candidate& file)
{
    FileReport report;
    report.path = file.path;
    const QFileInfo info(file.path);
    if (!info.isFile()) { // a pipe or a device would be read for ever
        report.refused = info.isDir() ? importTr(QT_TRANSLATE_NOOP("runs", "this folder cannot be read; nothing in it was imported"))
                                      : importTr(QT_TRANSLATE_NOOP("runs", "this is not a regular file"));
        return std::optional(report);
    }
    const auto batch = readRunFile(file.path);
    if (!batch) {
        const bool unknown = batch.error().code == QLatin1String("import.unknown_format");
        if (!file.named && (unknown || (batch.error().code.startsWith(QLatin1String("json.")) && !looksLikeHistory(file.path))))
            return std::optional<FileReport>();
        report.refused = batch.error().toString();
        return std::optional(report);
    }
    const auto counts = store.import(*batch);
    if (!counts)
        return counts.error();
    report.format = batch->format;
    report.counts = *counts;
    report.notes = batch->notes;
    return std::optional(report);
}

} // namespace

base::Result<ImportBatch> readRunFile(const QString& path)
{
    const auto content = openContent(path);
    if (!content)
        return content.error();
    for (const Format& format : formats()) {
        if (format.probe(*content))
            return format.read(*content);
    }
    return unknownFormat(path, importTr(QT_TRANSLATE_NOOP("runs", "no run history in a known format")));
}

base::Result<QVector<FileReport>> importPaths(Store& store, const QStringList& paths, const base::CancelToken& cancel,
    const std::function<void(const QString&, int, int)>& progress)
{
    QVector<Candidate> files;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            return base::makeError("import.not_found", importTr(QT_TRANSLATE_NOOP("runs", "there is no such file or folder")), base::Place{path, 0, 0, {}});
        if (info.isDir())
            walk(path, files, 0);
        else
            files << Candidate{path, true};
    }
    QVector<FileReport> reports;
    for (int i = 0; i < files.size() && !cancel.cancelled(); ++i) {
        if (progress)
            progress(files.at(i).path, i, int(files.size()));
        const auto report = importOne(store, files.at(i));
        if (!report)
            return report.error();
        if (*report)
            reports << **report;
    }
    if (progress)
        progress(QString(), int(files.size()), int(files.size()));
    return reports;
}

} // namespace runs
