// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncjob.h"
#include "models/sync/syncrun.h"
#include "tests/support/httpfault.h"

#include <QTemporaryDir>
#include <QVariant>

namespace support {

/// A clock that only sleeps on paper: waits pass at once and are added up.
class PaperClock : public net::Clock {
public:
    base::Micros now() const override { return m_now; }
    base::UtcTime wallTime() const override { return base::UtcTime{1'780'000'000'000'000 + m_now}; }
    bool sleep(base::Micros duration, const base::CancelToken& cancel) override
    {
        sleeps.append(duration);
        m_now += duration;
        return !cancel.cancelled();
    }
    QVector<base::Micros> sleeps;

private:
    base::Micros m_now = 1'000'000;
};

/// A workspace with one connection `api`, a target file and a paper clock.
class SyncFixture {
public:
    SyncFixture();
    /// The streams' YAML is indented by six spaces; `sync` by four; `extra` (config keys) by four.
    void write(const QString& baseUrl, const QString& streams, const QString& sync = {}, const QString& extra = {});
    void writeFile(const QString& name, const QByteArray& text) const;

    syncs::SyncReport run(std::optional<qint64> limit = {}, const QStringList& streams = {});
    [[nodiscard]] QVariantList column(const QString& sql) const; ///< first column; text QString, integer qint64, NULL invalid
    [[nodiscard]] QVariantList row(const QString& sql) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString target() const { return path(QStringLiteral("out.sqlite")); }

    PaperClock clock;
    base::CancelToken cancel;
    QVector<syncs::SyncEvent> events;
    std::function<void(const syncs::SyncEvent&)> onEvent;

private:
    [[nodiscard]] QVariantList query(const QString& sql, bool firstRow) const;
    QTemporaryDir m_folder;
};

/// `[{"id":from},…]`
[[nodiscard]] QByteArray recordsFrom(int from, int count, const QByteArray& more = {});

} // namespace support
