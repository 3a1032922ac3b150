// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

#include <memory>

namespace base {

/// A parsed JSON text (simdjson's DOM: numbers keep 64 bits, values are copied once). Movable; owns its text.
class Json {
public:
    /// Error `json.syntax` with line and column, `json.empty`, `json.utf8`, `json.depth`. `file` names the place.
    static Result<Json> parse(const QByteArray& text, const QString& file);

    [[nodiscard]] simdjson::dom::element root() const { return m_root; }

private:
    std::unique_ptr<simdjson::dom::parser> m_parser;
    simdjson::dom::element m_root;
};

/// Lenient field access: an absent field, null, or another type gives the empty value.
[[nodiscard]] QString jsonText(simdjson::dom::element object, const char* key);
[[nodiscard]] std::optional<qint64> jsonInt(simdjson::dom::element object, const char* key);
[[nodiscard]] std::optional<double> jsonNumber(simdjson::dom::element object, const char* key);
[[nodiscard]] std::optional<bool> jsonBool(simdjson::dom::element object, const char* key);
/// The child if it is an object (or array); nothing otherwise.
[[nodiscard]] std::optional<simdjson::dom::element> jsonChild(simdjson::dom::element object, const char* key);
[[nodiscard]] std::optional<simdjson::dom::array> jsonArray(simdjson::dom::element object, const char* key);
[[nodiscard]] QString toQString(std::string_view text);
/// Line and column (from 1, in characters) of a byte offset.
[[nodiscard]] Place placeOfByte(const QByteArray& text, qsizetype byte, const QString& file);

} // namespace base
