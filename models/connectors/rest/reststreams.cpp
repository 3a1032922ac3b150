// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/rest/reststreams.h"

#include <QCoreApplication>

namespace connectors {

namespace {

QString streamsTr(const char* text)
{
    return QCoreApplication::translate("connectors", text);
}

net::Parameters readParameters(ConfigReader& reader, const yaml::Node& stream, const QString& path)
{
    net::Parameters result;
    const yaml::Node* map = reader.map(stream, u"parameters", path);
    if (map == nullptr)
        return result;
    const QString full = joined(path, u"parameters");
    for (qsizetype i = 0; i < map->size(); ++i) {
        const QString name = map->keys[size_t(i)].text;
        if (map->children[size_t(i)].isNull())
            continue;
        for (const QString& value : reader.texts(*map, name, full))
            result.append({name, value});
    }
    return result;
}

std::optional<PaginationKind> paginationKind(const QString& word)
{
    static const QVector<QPair<QString, PaginationKind>> kinds{{QStringLiteral("none"), PaginationKind::None}, {QStringLiteral("page"), PaginationKind::Page},
        {QStringLiteral("offset"), PaginationKind::Offset}, {QStringLiteral("cursor"), PaginationKind::Cursor}, {QStringLiteral("link"), PaginationKind::Link}};
    for (const auto& [name, kind] : kinds) {
        if (name == word)
            return kind;
    }
    return std::nullopt;
}

QStringList paginationKeys(PaginationKind kind)
{
    const QString type = QStringLiteral("type");
    switch (kind) {
    case PaginationKind::None: return {type};
    case PaginationKind::Page:
    case PaginationKind::Offset:
        return {type, QStringLiteral("parameter"), QStringLiteral("start"), QStringLiteral("size_parameter"), QStringLiteral("size")};
    case PaginationKind::Cursor: return {type, QStringLiteral("parameter"), QStringLiteral("path")};
    case PaginationKind::Link: return {type, QStringLiteral("path")};
    }
    return {};
}

Pagination readPagination(ConfigReader& reader, const yaml::Node& stream, const QString& streamPath)
{
    Pagination result;
    const yaml::Node* map = reader.map(stream, u"pagination", streamPath);
    if (map == nullptr)
        return result;
    const QString path = joined(streamPath, u"pagination");
    const QString word = reader.requiredText(*map, u"type", path);
    const auto kind = paginationKind(word);
    if (!kind) {
        const yaml::Node* type = map->find(u"type");
        reader.fail(type != nullptr ? *type : *map, joined(path, u"type"),
            streamsTr(QT_TRANSLATE_NOOP("connectors", "expected page, offset, cursor, link or none, found `%1`")).arg(word));
        return result;
    }
    result.kind = *kind;
    reader.checkKeys(*map, path, paginationKeys(result.kind));
    const bool counts = result.kind == PaginationKind::Page || result.kind == PaginationKind::Offset;
    if (counts || result.kind == PaginationKind::Cursor)
        result.parameter = reader.requiredText(*map, u"parameter", path);
    if (counts) {
        result.start = reader.integer(*map, u"start", path, 0, std::numeric_limits<qint64>::max() / 2).value_or(result.kind == PaginationKind::Page ? 1 : 0);
        result.size = reader.integer(*map, u"size", path, 1, 1'000'000'000).value_or(0);
        result.sizeParameter = reader.text(*map, u"size_parameter", path).value_or(QString());
        if (!result.sizeParameter.isEmpty() && result.size == 0)
            reader.fail(*map, joined(path, u"size"), streamsTr(QT_TRANSLATE_NOOP("connectors", "missing; `size_parameter` needs a size")), "config.missing");
    }
    if (result.kind == PaginationKind::Cursor)
        result.path = reader.requiredText(*map, u"path", path);
    if (result.kind == PaginationKind::Link)
        result.path = reader.text(*map, u"path", path).value_or(QString());
    return result;
}

std::optional<Incremental> readIncremental(ConfigReader& reader, const yaml::Node& stream, const QString& streamPath)
{
    const yaml::Node* map = reader.map(stream, u"incremental", streamPath);
    if (map == nullptr)
        return std::nullopt;
    const QString path = joined(streamPath, u"incremental");
    reader.checkKeys(*map, path, {QStringLiteral("cursor_field"), QStringLiteral("parameter"), QStringLiteral("initial"), QStringLiteral("lag")});
    Incremental result;
    result.place = reader.place(*map, path);
    result.cursorField = reader.requiredText(*map, u"cursor_field", path);
    result.parameter = reader.text(*map, u"parameter", path).value_or(QString());
    result.initial = reader.text(*map, u"initial", path);
    result.lag = reader.duration(*map, u"lag", path).value_or(0);
    const yaml::Node* lag = map->find(u"lag");
    result.lagPlace = reader.place(lag != nullptr ? *lag : *map, joined(path, u"lag"));
    return result;
}

/// A parameter that two parts of the stream set would be sent twice.
void checkParameterClashes(ConfigReader& reader, const yaml::Node& node, const RestStream& stream, const QString& path)
{
    QStringList names;
    for (const auto& parameter : stream.parameters) {
        if (!names.contains(parameter.first)) // a list is one setting
            names.append(parameter.first);
    }
    const QString incremental = stream.spec.incremental ? stream.spec.incremental->parameter : QString();
    for (const QString& name : {stream.pagination.parameter, stream.pagination.sizeParameter, incremental}) {
        if (!name.isEmpty() && names.contains(name))
            reader.fail(node, path, streamsTr(QT_TRANSLATE_NOOP("connectors", "the request parameter `%1` is set twice")).arg(name));
        names.append(name);
    }
}

RestStream readRestStream(ConfigReader& reader, const QString& name, const yaml::Node& node, const QString& path)
{
    RestStream result;
    result.spec.name = name;
    result.spec.place = reader.place(node, path);
    reader.checkKeys(node, path, {QStringLiteral("path"), QStringLiteral("parameters"), QStringLiteral("records"), QStringLiteral("primary_key"),
        QStringLiteral("pagination"), QStringLiteral("incremental"), QStringLiteral("lists"), QStringLiteral("description")});
    result.path = reader.text(node, u"path", path).value_or(QString());
    result.parameters = readParameters(reader, node, path);
    result.records = reader.text(node, u"records", path).value_or(QString());
    result.spec.primaryKey = reader.texts(node, u"primary_key", path);
    result.pagination = readPagination(reader, node, path);
    result.spec.incremental = readIncremental(reader, node, path);
    const QString lists = reader.text(node, u"lists", path).value_or(QStringLiteral("json"));
    result.spec.listsAsTables = lists == QLatin1String("tables");
    if (!result.spec.listsAsTables && lists != QLatin1String("json"))
        reader.fail(*node.find(u"lists"), joined(path, u"lists"),
            streamsTr(QT_TRANSLATE_NOOP("connectors", "expected tables or json, found `%1`")).arg(lists));
    checkParameterClashes(reader, node, result, path);
    return result;
}

} // namespace

QVector<RestStream> readRestStreams(ConfigReader& reader, const yaml::Node& streams, const QString& path)
{
    QVector<RestStream> result;
    for (qsizetype i = 0; i < streams.size(); ++i) {
        const QString name = streams.keys[size_t(i)].text;
        const QString full = joined(path, name);
        const yaml::Node& node = streams.children[size_t(i)];
        if (!node.isMapping()) {
            reader.fail(node, full, streamsTr(QT_TRANSLATE_NOOP("connectors", "expected a map, found %1")).arg(node.kindWord()));
            continue;
        }
        result.append(readRestStream(reader, name, node, full));
    }
    return result;
}

} // namespace connectors
