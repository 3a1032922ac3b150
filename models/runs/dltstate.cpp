// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/json.h"
#include "models/runs/dlt.h"

#include <QJsonDocument>

#include <zlib.h>

namespace runs::dlt {

namespace {

using simdjson::dom::element;

constexpr qsizetype inflateLimit = qsizetype(64) << 20;

std::optional<QByteArray> inflated(const QByteArray& packed)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    QByteArray input = packed;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = uInt(input.size());
    QByteArray output;
    QByteArray part(65536, Qt::Uninitialized);
    int code = Z_OK;
    while (code == Z_OK && output.size() < inflateLimit) {
        stream.next_out = reinterpret_cast<Bytef*>(part.data());
        stream.avail_out = uInt(part.size());
        code = inflate(&stream, Z_NO_FLUSH);
        output.append(part.constData(), part.size() - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    return code == Z_STREAM_END ? std::optional(output) : std::nullopt;
}

/// dlt's typed JSON puts one private-use character before a value that JSON has no type for (U+F026 decimal, U+F027
/// datetime, U+F028 date, ...).
QString withoutTypeMark(QString text, bool* isDate = nullptr)
{
    if (!text.isEmpty() && text.at(0).unicode() >= 0xF000 && text.at(0).unicode() <= 0xF0FF) {
        if (isDate != nullptr)
            *isDate = text.at(0).unicode() == 0xF028;
        text.remove(0, 1);
    }
    return text;
}

bool looksLikeDate(const QString& text)
{
    return text.size() == 10 && text.at(4) == u'-' && text.at(7) == u'-' && QDate::fromString(text, Qt::ISODate).isValid();
}

/// The value as text, and what it is. Objects and lists are no cursor.
bool readCursorValue(element value, Cursor& cursor)
{
    std::string_view text;
    int64_t integer = 0;
    double real = 0;
    if (value.get(text) == simdjson::SUCCESS) {
        cursor.value = withoutTypeMark(base::toQString(text), &cursor.isDate);
        cursor.isDate = cursor.isDate || looksLikeDate(cursor.value);
        if (cursor.isDate) {
            const QDate date = QDate::fromString(cursor.value.left(10), Qt::ISODate);
            cursor.isDate = date.isValid();
            if (date.isValid())
                cursor.instant = base::UtcTime::fromUtc(date);
        } else if (const auto parsed = base::parseTime(cursor.value)) {
            cursor.instant = parsed->at;
        }
        return !cursor.value.isEmpty();
    }
    if (value.get(integer) == simdjson::SUCCESS) {
        cursor.value = QString::number(integer);
        return true;
    }
    if (value.get(real) == simdjson::SUCCESS) {
        cursor.value = QString::number(real, 'g', 17);
        return true;
    }
    return false;
}

void readResource(simdjson::dom::object cursors, const QString& schema, const QString& resource, PipelineState& state)
{
    for (const auto entry : cursors) {
        element last;
        Cursor cursor{schema, resource, base::toQString(entry.key), {}, {}, false};
        if (entry.value["last_value"].get(last) == simdjson::SUCCESS && readCursorValue(last, cursor))
            state.cursors << cursor;
    }
}

} // namespace

std::optional<base::UtcTime> loadTime(const QString& loadId)
{
    bool secondsOk = false;
    bool fractionOk = true;
    const qint64 seconds = loadId.section(u'.', 0, 0).toLongLong(&secondsOk);
    const QString digits = loadId.section(u'.', 1, 1).left(6);
    const qint64 fraction = digits.isEmpty() ? 0 : digits.leftJustified(6, u'0').toLongLong(&fractionOk);
    if (!secondsOk || !fractionOk || seconds <= 0 || fraction < 0 || seconds > qint64(100'000'000'000))
        return std::nullopt;
    return base::UtcTime{seconds * base::microsPerSecond + fraction};
}

std::optional<PipelineState> decodeState(const QString& text)
{
    QByteArray bytes = text.trimmed().toUtf8();
    if (!bytes.startsWith('{')) {
        const auto unpacked = inflated(QByteArray::fromBase64(bytes));
        if (!unpacked)
            return std::nullopt;
        bytes = *unpacked;
    }
    const auto json = base::Json::parse(bytes, QString());
    if (!json || !json->root().is_object())
        return std::nullopt;
    PipelineState state;
    if (const auto names = base::jsonArray(json->root(), "schema_names")) {
        for (const element name : *names) {
            std::string_view schema;
            if (name.get(schema) == simdjson::SUCCESS)
                state.schemas << base::toQString(schema);
        }
    }
    if (const QString name = base::jsonText(json->root(), "default_schema_name"); !name.isEmpty() && !state.schemas.contains(name))
        state.schemas << name;
    // sources.<schema>.resources.<resource>.incremental.<field>.last_value
    simdjson::dom::object sources;
    if (json->root()["sources"].get(sources) != simdjson::SUCCESS)
        return state;
    for (const auto source : sources) {
        simdjson::dom::object resources;
        if (source.value["resources"].get(resources) != simdjson::SUCCESS)
            continue;
        for (const auto resource : resources) {
            simdjson::dom::object cursors;
            if (resource.value["incremental"].get(cursors) == simdjson::SUCCESS)
                readResource(cursors, base::toQString(source.key), base::toQString(resource.key), state);
        }
    }
    return state;
}

} // namespace runs::dlt
