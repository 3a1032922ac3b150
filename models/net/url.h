// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QPair>
#include <QString>
#include <QVector>

namespace net {

using Parameters = QVector<QPair<QString, QString>>;

/// An absolute http(s) URL. libcurl's parser both checks and uses it, so no two readings can differ. A value.
class Url {
public:
    Url() = default;
    /// Errors `url.syntax`, `url.scheme` (not http or https), `url.user` (carries a user or a password).
    static base::Result<Url> parse(const QString& text);
    /// `reference` may be absolute, or relative to this one (RFC 3986). Same errors.
    [[nodiscard]] base::Result<Url> resolved(const QString& reference) const;

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QString host() const { return m_host; }
    /// `scheme://host:port`, lower case, port always written: who may see credentials.
    [[nodiscard]] QString origin() const { return m_origin; }
    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] bool hasQuery() const;
    /// Adds names and values, percent-encoded, after what the query holds already.
    [[nodiscard]] Url withAdded(const Parameters& parameters) const;
    /// Without any parameter of this (decoded) name.
    [[nodiscard]] Url without(const QString& parameter) const;
    /// `segment` put behind the path with exactly one slash between; it may bring a query of its own.
    [[nodiscard]] base::Result<Url> appended(const QString& segment) const;

private:
    static base::Result<Url> read(void* handle, int code, const QString& text);

    QString m_text;
    QString m_host;
    QString m_origin;
};

} // namespace net
