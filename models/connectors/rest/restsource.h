// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectors/rest/restconfig.h"

#include <memory>

namespace connectors {

/// Pages of a JSON API over HTTP GET (local-sync.md, A read). Positions: {"page", "longest"}, {"offset", "longest"}, {"token"}, {"url"}.
class RestSource : public Source {
public:
    /// `clock` must outlive it.
    RestSource(RestConfig config, net::Clock& clock, quint64 seed);
    ~RestSource() override;

    [[nodiscard]] QVector<StreamSpec> streams() const override;
    [[nodiscard]] base::Result<Page> read(const QString& stream, const QJsonObject& position, const std::optional<QString>& filter,
        const base::CancelToken& cancel) override;
    void setListener(const net::FetchListener& listener) override;
    [[nodiscard]] net::FetchCounters counters() const override;

private:
    [[nodiscard]] const RestStream* find(const QString& name) const;
    [[nodiscard]] base::Result<net::Url> urlOf(const RestStream& stream, const QJsonObject& position, const std::optional<QString>& filter) const;
    [[nodiscard]] base::Result<void> continueRead(const RestStream& stream, const QJsonObject& position, const net::HttpResponse& response, Page& page) const;
    void countOn(const Pagination& pagination, const QJsonObject& position, Page& page) const;
    [[nodiscard]] base::Result<void> followToken(const RestStream& stream, const QJsonObject& position, Page& page) const;
    [[nodiscard]] base::Result<void> followLink(const RestStream& stream, const net::HttpResponse& response, Page& page) const;

    RestConfig m_config;
    net::HttpTransport m_transport;
    net::RateBudget m_budget;
    std::unique_ptr<net::Fetcher> m_fetcher;
};

} // namespace connectors
