// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/json.h"
#include "models/runs/store.h"

#include <functional>
#include <optional>

namespace runs {

/// One file, opened once and offered to every format in turn.
struct Content {
    enum class Shape {
        Json,      ///< one JSON document: `json` is set
        JsonLines, ///< one object a line: `json` holds the first one that could be read
        Xml,
        Sqlite,    ///< only the head was read
    };
    QString path;
    QByteArray bytes;
    Shape shape = Shape::Json;
    std::optional<base::Json> json;

    [[nodiscard]] bool isJson() const { return shape == Shape::Json || shape == Shape::JsonLines; }
    [[nodiscard]] simdjson::dom::element root() const { return json->root(); } ///< only if isJson()
    [[nodiscard]] base::Place place() const { return {path, 0, 0, {}}; }
};

/// One importer. `probe` looks at the content only and is cheap; `read` may refuse.
struct Format {
    const char* id;
    const char* description; ///< what was looked for, in the message of `import.unknown_format`
    bool (*probe)(const Content& content);
    base::Result<ImportBatch> (*read)(const Content& content);
};

[[nodiscard]] const QVector<Format>& formats();
/// Reads what the shape needs. Errors `file.*`, `json.*`, `import.duckdb`, `import.unknown_format`.
[[nodiscard]] base::Result<Content> openContent(const QString& path);
/// What no format claims; names what was looked for.
[[nodiscard]] base::Error unknownFormat(const QString& path, const QString& what);

/// Calls `use` with every object of a JSON lines file (or the document, or the elements of its array) and its line (0 if the
/// document is one). Lines that are no JSON object are passed over and named in `notes`. False if nothing could be read.
[[nodiscard]] bool forEachObject(const Content& content, QStringList& notes, const std::function<void(simdjson::dom::element, int)>& use);

/// `instant` of a text field, and whether its zone had to be assumed.
[[nodiscard]] std::optional<base::UtcTime> instantOf(simdjson::dom::element object, const char* key, base::ZoneSource* zone = nullptr);

// The importers.
[[nodiscard]] bool isDbtArtifact(const Content& content);
[[nodiscard]] base::Result<ImportBatch> readDbtArtifact(const Content& content);
[[nodiscard]] bool isDbtLog(const Content& content);
[[nodiscard]] base::Result<ImportBatch> readDbtLog(const Content& content);
[[nodiscard]] bool isAirbyteJobs(const Content& content);
[[nodiscard]] base::Result<ImportBatch> readAirbyteJobs(const Content& content);
[[nodiscard]] bool isOpenLineage(const Content& content);
[[nodiscard]] base::Result<ImportBatch> readOpenLineage(const Content& content);
[[nodiscard]] bool isTableauJobs(const Content& content);
[[nodiscard]] base::Result<ImportBatch> readTableauJobs(const Content& content);
[[nodiscard]] bool isSqlite(const Content& content);
[[nodiscard]] base::Result<ImportBatch> readDltDestination(const Content& content);

} // namespace runs
