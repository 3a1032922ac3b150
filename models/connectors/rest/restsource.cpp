// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectors/rest/restsource.h"

#include "models/connectors/rest/linkheader.h"

#include <QCoreApplication>

namespace connectors {

namespace {

QString sourceTr(const char* text)
{
    return QCoreApplication::translate("connectors", text);
}

const QString restPageKey = QStringLiteral("page");
const QString restOffsetKey = QStringLiteral("offset");
const QString restLongestKey = QStringLiteral("longest");
const QString restTokenKey = QStringLiteral("token");
const QString restUrlKey = QStringLiteral("url");

qint64 restInteger(const QJsonObject& position, const QString& key, qint64 fallback)
{
    return position.contains(key) ? position.value(key).toInteger(fallback) : fallback;
}

/// The text that names the next page: a text or a number; nothing where it is absent, null, false or empty.
base::Result<QString> restNextText(const JsonTree& tree, const QString& path)
{
    const auto index = tree.find(path);
    if (!index)
        return QString();
    const JsonNode& node = tree.at(*index);
    switch (node.kind) {
    case JsonNode::Kind::Null:
    case JsonNode::Kind::False:
        return QString();
    case JsonNode::Kind::Number:
        return QString::fromUtf8(tree.raw(node).data(), qsizetype(tree.raw(node).size()));
    case JsonNode::Kind::String:
        if (const auto text = tree.text(node))
            return QString::fromUtf8(*text);
        [[fallthrough]];
    default:
        return base::makeError("rest.shape", sourceTr(QT_TRANSLATE_NOOP("connectors", "`%1` should name the next page as a text, but is %2"))
                .arg(path, kindWord(node.kind)));
    }
}

} // namespace

RestSource::RestSource(RestConfig config, net::Clock& clock, quint64 seed)
    : m_config(std::move(config)), m_budget(m_config.rateRequests, m_config.rateWindow)
{
    const auto transport = [this](const net::Url& url, const net::Headers& headers, const base::CancelToken& cancel) {
        return m_transport.get(url, headers, m_config.limits, cancel);
    };
    m_fetcher = std::make_unique<net::Fetcher>(transport, clock, m_budget, m_config.retry, seed);
    m_fetcher->setRedirectLimit(m_config.limits.redirects);
}

RestSource::~RestSource() = default;

void RestSource::setListener(const net::FetchListener& listener)
{
    m_fetcher->setListener(listener);
}

net::FetchCounters RestSource::counters() const
{
    return m_fetcher->counters();
}

QVector<StreamSpec> RestSource::streams() const
{
    QVector<StreamSpec> all;
    for (const RestStream& stream : m_config.streams)
        all.append(stream.spec);
    return all;
}

const RestStream* RestSource::find(const QString& name) const
{
    for (const RestStream& stream : m_config.streams) {
        if (stream.spec.name == name)
            return &stream;
    }
    return nullptr;
}

base::Result<net::Url> RestSource::urlOf(const RestStream& stream, const QJsonObject& position, const std::optional<QString>& filter) const
{
    if (const QString next = position.value(restUrlKey).toString(); !next.isEmpty())
        return net::Url::parse(next);
    const auto url = m_config.baseUrl.appended(stream.path);
    if (!url.ok())
        return url;
    net::Parameters parameters = stream.parameters;
    const Pagination& pagination = stream.pagination;
    const bool page = pagination.kind == PaginationKind::Page;
    if (page || pagination.kind == PaginationKind::Offset) {
        const qint64 at = restInteger(position, page ? restPageKey : restOffsetKey, pagination.start);
        parameters.append({pagination.parameter, QString::number(at)});
    }
    if (!pagination.sizeParameter.isEmpty())
        parameters.append({pagination.sizeParameter, QString::number(pagination.size)});
    if (position.contains(restTokenKey))
        parameters.append({pagination.parameter, position.value(restTokenKey).toString()});
    if (filter && stream.spec.incremental && !stream.spec.incremental->parameter.isEmpty())
        parameters.append({stream.spec.incremental->parameter, *filter});
    return url->withAdded(parameters);
}

base::Result<Page> RestSource::read(
    const QString& streamName, const QJsonObject& position, const std::optional<QString>& filter, const base::CancelToken& cancel)
{
    const RestStream* stream = find(streamName);
    if (stream == nullptr)
        return base::makeError("config.stream", sourceTr(QT_TRANSLATE_NOOP("connectors", "there is no stream `%1`")).arg(streamName));
    const auto url = urlOf(*stream, position, filter);
    if (!url.ok())
        return url.error();
    const net::FetchRequest request{url.value(), m_config.headers, m_config.secretQuery, m_config.baseUrl.origin()};
    Page page;
    auto response = m_fetcher->fetch(request, cancel, [&](const net::HttpResponse& answer) -> base::Result<void> {
        auto tree = JsonTree::parse(answer.body);
        if (!tree.ok())
            return tree.error();
        page.tree = std::move(tree).value();
        return {};
    });
    if (!response.ok())
        return response.error();
    const auto records = page.tree.find(stream->records);
    if (!records || page.tree.at(*records).kind != JsonNode::Kind::Array) {
        const QString found = records ? kindWord(page.tree.at(*records).kind) : sourceTr(QT_TRANSLATE_NOOP("connectors", "nothing"));
        return base::makeError("rest.shape", sourceTr(QT_TRANSLATE_NOOP("connectors", "the answer has no array at records `%1`, but %2")).arg(stream->records, found));
    }
    page.records = page.tree.children(*records);
    if (stream->pagination.kind == PaginationKind::Link)
        page.identity = url->text();
    const auto continued = continueRead(*stream, position, response.value(), page);
    return continued.ok() ? base::Result<Page>(std::move(page)) : base::Result<Page>(continued.error());
}

base::Result<void> RestSource::continueRead(
    const RestStream& stream, const QJsonObject& position, const net::HttpResponse& response, Page& page) const
{
    switch (stream.pagination.kind) {
    case PaginationKind::None:
        return {};
    case PaginationKind::Page:
    case PaginationKind::Offset:
        countOn(stream.pagination, position, page);
        return {};
    case PaginationKind::Cursor:
        return followToken(stream, position, page);
    case PaginationKind::Link:
        return followLink(stream, response, page);
    }
    return {};
}

/// Ends at an empty page, or at one shorter than both the size asked and the longest of this read: an API may cap the size.
void RestSource::countOn(const Pagination& pagination, const QJsonObject& position, Page& page) const
{
    const auto received = qint64(page.records.size());
    const qint64 longest = std::max(received, restInteger(position, restLongestKey, 0));
    if (received == 0 || (pagination.size > 0 && received < pagination.size && received < longest))
        return;
    const bool byPage = pagination.kind == PaginationKind::Page;
    const QString key = byPage ? restPageKey : restOffsetKey;
    const qint64 at = restInteger(position, key, pagination.start);
    page.next = QJsonObject{{key, at + (byPage ? 1 : received)}, {restLongestKey, longest}};
}

base::Result<void> RestSource::followToken(const RestStream& stream, const QJsonObject& position, Page& page) const
{
    page.identity = position.value(restTokenKey).toString();
    const auto token = restNextText(page.tree, stream.pagination.path);
    if (!token.ok())
        return token.error();
    if (!token->isEmpty()) {
        page.nextIdentity = token.value();
        page.next = QJsonObject{{restTokenKey, token.value()}};
    }
    return {};
}

base::Result<void> RestSource::followLink(const RestStream& stream, const net::HttpResponse& response, Page& page) const
{
    QString link = nextLink(response.values("Link"));
    if (!stream.pagination.path.isEmpty()) {
        const auto named = restNextText(page.tree, stream.pagination.path);
        if (!named.ok())
            return named.error();
        link = named.value();
    }
    if (link.isEmpty())
        return {};
    auto next = response.url.resolved(link);
    if (!next.ok())
        return base::makeError("rest.next", sourceTr(QT_TRANSLATE_NOOP("connectors", "the next page cannot be followed: %1")).arg(next.error().message));
    if (next->origin() != m_config.baseUrl.origin())
        return base::makeError("rest.next", sourceTr(QT_TRANSLATE_NOOP("connectors", "the next page is at %1; credentials may go to %2 only"))
                .arg(next->origin(), m_config.baseUrl.origin()));
    net::Url plain = next.value();
    for (const auto& parameter : m_config.secretQuery)
        plain = plain.without(parameter.first);
    page.nextIdentity = plain.text();
    page.next = QJsonObject{{restUrlKey, plain.text()}};
    return {};
}

} // namespace connectors
