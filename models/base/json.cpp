// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace base {

namespace {

QString jsonTr(const char* text)
{
    return QCoreApplication::translate("base", text);
}

/// simdjson's DOM names no position: the slow parser finds it once something is known to be wrong.
Error syntaxError(const QByteArray& text, const QString& file, simdjson::error_code code)
{
    QJsonParseError where;
    const QJsonDocument ignored = QJsonDocument::fromJson(text, &where);
    Q_UNUSED(ignored)
    const qsizetype offset = where.error == QJsonParseError::NoError ? text.size() : qsizetype(where.offset);
    const char* name = code == simdjson::UTF8_ERROR ? "json.utf8" : code == simdjson::DEPTH_ERROR ? "json.depth" : "json.syntax";
    const QString what = where.error == QJsonParseError::NoError ? QString::fromLatin1(simdjson::error_message(code))
                                                                 : where.errorString();
    return makeError(name, jsonTr(QT_TRANSLATE_NOOP("base", "not valid JSON: %1")).arg(what), placeOfByte(text, offset, file));
}

} // namespace

Result<Json> Json::parse(const QByteArray& text, const QString& file)
{
    const QByteArray body = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    if (body.trimmed().isEmpty())
        return makeError("json.empty", jsonTr(QT_TRANSLATE_NOOP("base", "the file is empty; expected JSON")), Place{file, 1, 1, {}});
    Json json;
    json.m_parser = std::make_unique<simdjson::dom::parser>();
    const auto code = json.m_parser->parse(body.constData(), size_t(body.size())).get(json.m_root);
    if (code != simdjson::SUCCESS)
        return syntaxError(body, file, code);
    return json;
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString jsonText(simdjson::dom::element object, const char* key)
{
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? toQString(text) : QString();
}

std::optional<qint64> jsonInt(simdjson::dom::element object, const char* key)
{
    int64_t integer = 0;
    if (object[key].get(integer) == simdjson::SUCCESS)
        return integer;
    double real = 0; // dbt's JSON log gives floats
    if (object[key].get(real) == simdjson::SUCCESS && real > -9.2e18 && real < 9.2e18)
        return qint64(real);
    return std::nullopt;
}

std::optional<double> jsonNumber(simdjson::dom::element object, const char* key)
{
    double real = 0;
    if (object[key].get(real) == simdjson::SUCCESS)
        return real;
    return std::nullopt;
}

std::optional<bool> jsonBool(simdjson::dom::element object, const char* key)
{
    bool value = false;
    if (object[key].get(value) == simdjson::SUCCESS)
        return value;
    return std::nullopt;
}

std::optional<simdjson::dom::element> jsonChild(simdjson::dom::element object, const char* key)
{
    simdjson::dom::element child;
    if (object[key].get(child) == simdjson::SUCCESS && (child.is_object() || child.is_array()))
        return child;
    return std::nullopt;
}

std::optional<simdjson::dom::array> jsonArray(simdjson::dom::element object, const char* key)
{
    simdjson::dom::array array;
    if (object[key].get(array) == simdjson::SUCCESS)
        return array;
    return std::nullopt;
}

Place placeOfByte(const QByteArray& text, qsizetype byte, const QString& file)
{
    const qsizetype end = std::min(byte, qsizetype(text.size()));
    const qsizetype lineStart = end == 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    const int line = int(text.left(end).count('\n')) + 1;
    const int column = int(QString::fromUtf8(text.mid(lineStart, end - lineStart)).size()) + 1;
    return Place{file, line, column, {}};
}

} // namespace base
