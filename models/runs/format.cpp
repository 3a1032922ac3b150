// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/format.h"

#include "models/base/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace runs {

namespace {

QString formatTr(const char* text)
{
    return QCoreApplication::translate("runs", text);
}

/// The first line that is a JSON object by itself, if more text follows it: then the file is JSON lines.
std::optional<base::Json> firstObjectLine(const QByteArray& bytes, const QString& path, bool anyLine)
{
    qsizetype from = 0;
    for (int line = 0; from < bytes.size() && line < 200; ++line) {
        qsizetype end = bytes.indexOf('\n', from);
        end = end < 0 ? bytes.size() : end;
        const QByteArray text = bytes.mid(from, end - from).trimmed();
        from = end + 1;
        if (text.startsWith('{')) {
            auto json = base::Json::parse(text, path);
            if (json && json->root().is_object())
                return std::move(*json);
        }
        if (!text.isEmpty() && !anyLine)
            break;
    }
    return std::nullopt;
}

base::Result<Content> jsonContent(Content content)
{
    const QByteArray trimmed = content.bytes.trimmed();
    const qsizetype lineEnd = trimmed.indexOf('\n');
    if (lineEnd > 0) {
        if (auto first = firstObjectLine(trimmed, content.path, false)) {
            content.json = std::move(*first);
            content.shape = Content::Shape::JsonLines;
            return content;
        }
    }
    auto whole = base::Json::parse(content.bytes, content.path);
    if (whole) {
        content.json = std::move(*whole);
        return content;
    }
    // A log can begin with something else than its first event.
    if (auto first = firstObjectLine(trimmed, content.path, true)) {
        content.json = std::move(*first);
        content.shape = Content::Shape::JsonLines;
        return content;
    }
    if (!trimmed.isEmpty() && !trimmed.startsWith('{') && !trimmed.startsWith('[') && !trimmed.startsWith("\xEF\xBB\xBF"))
        return unknownFormat(content.path, formatTr(QT_TRANSLATE_NOOP("runs", "neither JSON nor XML nor an SQLite database")));
    return whole.error();
}

} // namespace

base::Error unknownFormat(const QString& path, const QString& what)
{
    QStringList looked;
    for (const Format& format : formats())
        looked << QString::fromLatin1(format.description);
    return base::makeError("import.unknown_format",
        formatTr(QT_TRANSLATE_NOOP("runs", "%1; looked for: %2")).arg(what, looked.join(QStringLiteral(", "))), base::Place{path, 0, 0, {}});
}

base::Result<Content> openContent(const QString& path)
{
    Content content;
    content.path = path;
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return base::makeError("file.open", formatTr(QT_TRANSLATE_NOOP("runs", "cannot be read: %1")).arg(file.errorString()), content.place());
    content.bytes = file.read(64);
    if (content.bytes.startsWith("SQLite format 3")) {
        content.shape = Content::Shape::Sqlite;
        return content;
    }
    if (content.bytes.mid(8, 4) == "DUCK") {
        return base::makeError("import.duckdb",
            formatTr(QT_TRANSLATE_NOOP("runs", "a DuckDB database, which only DuckDB itself can open: export `_dlt_loads` to SQLite, or import another record of these loads")),
            content.place());
    }
    auto all = base::readFile(path);
    if (!all)
        return all.error();
    content.bytes = std::move(*all);
    const QByteArray head = content.bytes.left(4096);
    const QByteArray text = (head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head).trimmed();
    if (text.startsWith('<')) {
        content.shape = Content::Shape::Xml;
        return content;
    }
    if (head.contains('\0'))
        return unknownFormat(path, formatTr(QT_TRANSLATE_NOOP("runs", "a binary file of an unknown kind")));
    return jsonContent(std::move(content));
}

bool forEachObject(const Content& content, QStringList& notes, const std::function<void(simdjson::dom::element, int)>& use)
{
    if (content.shape == Content::Shape::Json) {
        simdjson::dom::array array;
        if (content.root().get(array) != simdjson::SUCCESS) {
            use(content.root(), 0);
            return true;
        }
        for (const simdjson::dom::element element : array)
            use(element, 0);
        return true;
    }
    simdjson::dom::parser parser;
    qsizetype from = 0;
    int passed = 0;
    bool any = false;
    for (int line = 1; from < content.bytes.size(); ++line) {
        qsizetype end = content.bytes.indexOf('\n', from);
        end = end < 0 ? content.bytes.size() : end;
        const QByteArray text = content.bytes.mid(from, end - from).trimmed();
        from = end + 1;
        if (text.isEmpty())
            continue;
        simdjson::dom::element element;
        if (parser.parse(text.constData(), size_t(text.size())).get(element) == simdjson::SUCCESS && element.is_object()) {
            use(element, line);
            any = true;
        } else if (++passed <= 20) {
            const auto error = base::Json::parse(text, content.path);
            const base::Place where = error ? base::Place{} : error.error().place;
            notes << QStringLiteral("line %1, column %2: no JSON object, passed over").arg(line).arg(where.column > 0 ? where.column : 1);
        }
    }
    if (passed > 20)
        notes << QStringLiteral("%1 lines in all are no JSON object and were passed over").arg(passed);
    return any;
}

std::optional<base::UtcTime> instantOf(simdjson::dom::element object, const char* key, base::ZoneSource* zone)
{
    const auto parsed = base::parseTime(base::jsonText(object, key));
    if (!parsed)
        return std::nullopt;
    if (zone != nullptr && parsed->zone == base::ZoneSource::AssumedUtc)
        *zone = base::ZoneSource::AssumedUtc;
    return parsed->at;
}

const QVector<Format>& formats()
{
    static const QVector<Format> all{
        {"dbt.artifact", "dbt artifacts (run_results.json, sources.json, manifest.json)", isDbtArtifact, readDbtArtifact},
        {"dbt.log", "dbt JSON logs", isDbtLog, readDbtLog},
        {"openlineage", "OpenLineage events", isOpenLineage, readOpenLineage},
        {"airbyte", "Airbyte job lists (public or config API)", isAirbyteJobs, readAirbyteJobs},
        {"tableau", "Tableau background jobs (XML or JSON)", isTableauJobs, readTableauJobs},
        {"dlt", "SQLite destinations of dlt", isSqlite, readDltDestination},
    };
    return all;
}

} // namespace runs
