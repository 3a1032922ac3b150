// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/rest/restconfig.h"

#include "models/connectors/rest/reststreams.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace connectors {

namespace {

QString restTr(const char* text)
{
    return QCoreApplication::translate("connectors", text);
}

using Use = ConfigReader::Use;

void addHeader(ConfigReader& reader, const yaml::Node& node, const QString& path, const QString& name, const QString& value, RestConfig& into)
{
    const net::Header header{name.toUtf8(), value.toUtf8()};
    if (const auto checked = net::checkHeader(header); !checked.ok())
        reader.fail(node, path, checked.error().message);
    for (const net::Header& other : into.headers) {
        if (other.name.compare(header.name, Qt::CaseInsensitive) == 0)
            reader.fail(node, path, restTr(QT_TRANSLATE_NOOP("connectors", "the header `%1` is set twice")).arg(name));
    }
    into.headers.append(header);
}

void readHeaders(ConfigReader& reader, const yaml::Node& config, const QString& path, RestConfig& into)
{
    static const QRegularExpression credential(
        QStringLiteral("auth|token|key|secret|cookie|passw|credential"), QRegularExpression::CaseInsensitiveOption);
    const yaml::Node* map = reader.map(config, u"headers", path);
    for (qsizetype i = 0; map != nullptr && i < map->size(); ++i) {
        const QString name = map->keys[size_t(i)].text;
        const QString full = joined(joined(path, u"headers"), name);
        const yaml::Node& node = map->children[size_t(i)];
        // A variable in a header may be a token, whatever the header is called; a literal only under such a name.
        const bool secret = node.text.contains(QLatin1String("${env:")) || credential.match(name).hasMatch();
        addHeader(reader, node, full, name, reader.scalar(node, full, secret ? Use::Credential : Use::Plain), into);
    }
}

void readApiKey(ConfigReader& reader, const yaml::Node& map, const QString& path, RestConfig& into)
{
    reader.checkKeys(map, path, {QStringLiteral("type"), QStringLiteral("name"), QStringLiteral("value"), QStringLiteral("in")});
    const QString name = reader.requiredText(map, u"name", path);
    const QString value = reader.requiredText(map, u"value", path, Use::Credential);
    const QString where = reader.text(map, u"in", path).value_or(QStringLiteral("header"));
    if (where == QLatin1String("query"))
        into.secretQuery.append({name, value});
    else if (where == QLatin1String("header"))
        addHeader(reader, map, path, name, value, into);
    else
        reader.fail(*map.find(u"in"), joined(path, u"in"), restTr(QT_TRANSLATE_NOOP("connectors", "expected header or query, found `%1`")).arg(where));
}

void readAuthentication(ConfigReader& reader, const yaml::Node& config, const QString& configPath, RestConfig& into)
{
    const yaml::Node* map = reader.map(config, u"authentication", configPath);
    if (map == nullptr)
        return;
    const QString path = joined(configPath, u"authentication");
    const QString type = reader.requiredText(*map, u"type", path);
    const QString authorization = QStringLiteral("Authorization");
    if (type == QLatin1String("none")) {
        reader.checkKeys(*map, path, {QStringLiteral("type")});
    } else if (type == QLatin1String("bearer")) {
        reader.checkKeys(*map, path, {QStringLiteral("type"), QStringLiteral("token")});
        addHeader(reader, *map, path, authorization, QStringLiteral("Bearer ") + reader.requiredText(*map, u"token", path, Use::Credential), into);
    } else if (type == QLatin1String("basic")) {
        reader.checkKeys(*map, path, {QStringLiteral("type"), QStringLiteral("username"), QStringLiteral("password")});
        const QString user = reader.requiredText(*map, u"username", path);
        const QString password = reader.text(*map, u"password", path, Use::Credential).value_or(QString());
        if (user.contains(u':'))
            reader.fail(*map, joined(path, u"username"), restTr(QT_TRANSLATE_NOOP("connectors", "a user name of `basic` cannot hold a colon")));
        const QString both = QString::fromLatin1((user + u':' + password).toUtf8().toBase64());
        if (!password.isEmpty())
            reader.addSecret(joined(path, u"basic"), both);
        addHeader(reader, *map, path, authorization, QStringLiteral("Basic ") + both, into);
    } else if (type == QLatin1String("api_key")) {
        readApiKey(reader, *map, path, into);
    } else if (const yaml::Node* node = map->find(u"type"); node != nullptr) {
        reader.fail(*node, joined(path, u"type"), restTr(QT_TRANSLATE_NOOP("connectors", "expected none, bearer, basic or api_key, found `%1`")).arg(type));
    }
}

void readRateLimit(ConfigReader& reader, const yaml::Node& config, const QString& configPath, RestConfig& into)
{
    const yaml::Node* map = reader.map(config, u"rate_limit", configPath);
    if (map == nullptr)
        return;
    const QString path = joined(configPath, u"rate_limit");
    reader.checkKeys(*map, path, {QStringLiteral("requests"), QStringLiteral("per")});
    if (map->find(u"requests") == nullptr)
        reader.fail(*map, joined(path, u"requests"), restTr(QT_TRANSLATE_NOOP("connectors", "missing; expected a whole number")), "config.missing");
    into.rateRequests = int(reader.integer(*map, u"requests", path, 1, 1'000'000).value_or(0));
    const QString per = reader.requiredText(*map, u"per", path);
    if (per == QLatin1String("second"))
        into.rateWindow = base::microsPerSecond;
    else if (per == QLatin1String("minute"))
        into.rateWindow = base::microsPerMinute;
    else if (per == QLatin1String("hour"))
        into.rateWindow = base::microsPerHour;
    else if (const yaml::Node* node = map->find(u"per"); node != nullptr)
        reader.fail(*node, joined(path, u"per"), restTr(QT_TRANSLATE_NOOP("connectors", "expected second, minute or hour, found `%1`")).arg(per));
}

void readRetry(ConfigReader& reader, const yaml::Node& config, const QString& configPath, net::RetryPolicy& into)
{
    const yaml::Node* map = reader.map(config, u"retry", configPath);
    if (map == nullptr)
        return;
    const QString path = joined(configPath, u"retry");
    reader.checkKeys(*map, path, {QStringLiteral("attempts"), QStringLiteral("base"), QStringLiteral("longest")});
    into.attempts = int(reader.integer(*map, u"attempts", path, 1, 1000).value_or(into.attempts));
    into.base = reader.duration(*map, u"base", path).value_or(into.base);
    into.longest = reader.duration(*map, u"longest", path).value_or(into.longest);
}

void readLimits(ConfigReader& reader, const yaml::Node& config, const QString& configPath, net::Limits& into)
{
    const yaml::Node* map = reader.map(config, u"limits", configPath);
    if (map == nullptr)
        return;
    const QString path = joined(configPath, u"limits");
    reader.checkKeys(*map, path, {QStringLiteral("connect"), QStringLiteral("idle"), QStringLiteral("body")});
    into.connect = reader.duration(*map, u"connect", path).value_or(into.connect);
    into.idle = reader.duration(*map, u"idle", path).value_or(into.idle);
    const auto body = reader.text(*map, u"body", path);
    if (!body)
        return;
    const auto size = net::parseByteSize(*body);
    if (size)
        into.body = *size;
    else if (reader.resolves())
        reader.fail(*map->find(u"body"), joined(path, u"body"), restTr(QT_TRANSLATE_NOOP("connectors", "expected a size such as 64MiB, found `%1`")).arg(*body));
}

void readBaseUrl(ConfigReader& reader, const yaml::Node& config, const QString& path, RestConfig& into)
{
    const QString written = reader.requiredText(config, u"base_url", path);
    const yaml::Node* node = config.find(u"base_url");
    if (node == nullptr || reader.error() || (!reader.resolves() && written.contains(QLatin1String("${"))))
        return;
    const auto url = net::Url::parse(written);
    if (!url.ok())
        reader.fail(*node, joined(path, u"base_url"), url.error().message);
    else if (url->hasQuery())
        reader.fail(*node, joined(path, u"base_url"), restTr(QT_TRANSLATE_NOOP("connectors", "expected a URL without a query; parameters belong to the streams")));
    else
        into.baseUrl = url.value();
}

} // namespace

RestConfig readRestConfig(ConfigReader& reader, const yaml::Node& config, const QString& path)
{
    RestConfig result;
    reader.checkKeys(config, path, {QStringLiteral("base_url"), QStringLiteral("authentication"), QStringLiteral("headers"), QStringLiteral("rate_limit"),
        QStringLiteral("retry"), QStringLiteral("limits"), QStringLiteral("streams")});
    readBaseUrl(reader, config, path, result);
    readHeaders(reader, config, path, result);
    readAuthentication(reader, config, path, result);
    readRateLimit(reader, config, path, result);
    readRetry(reader, config, path, result.retry);
    readLimits(reader, config, path, result.limits);
    if (const yaml::Node* streams = reader.map(config, u"streams", path, true)) {
        result.streams = readRestStreams(reader, *streams, joined(path, u"streams"));
        if (result.streams.isEmpty())
            reader.fail(*streams, joined(path, u"streams"), restTr(QT_TRANSLATE_NOOP("connectors", "expected at least one stream")));
    }
    for (const RestStream& stream : result.streams) {
        const auto url = result.baseUrl.text().isEmpty() ? base::Result<net::Url>(net::Url()) : result.baseUrl.appended(stream.path);
        if (!url.ok())
            reader.fail(config, stream.spec.place.keyPath, url.error().message);
    }
    return result;
}

} // namespace connectors
