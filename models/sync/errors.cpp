// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/errors.h"

#include <QPair>

namespace syncs {

QString errorClass(const QString& code)
{
    // The longest prefix that fits decides; specific ones come first.
    static const QVector<QPair<QString, QString>> classes{
        {QStringLiteral("net.connect"), QStringLiteral("CONNECT")},
        {QStringLiteral("net.tls"), QStringLiteral("CONNECT")},
        {QStringLiteral("net.timeout"), QStringLiteral("TIMEOUT")},
        {QStringLiteral("net.rate_limit"), QStringLiteral("RATE_LIMIT")},
        {QStringLiteral("net.server"), QStringLiteral("SERVER")},
        {QStringLiteral("net.auth"), QStringLiteral("AUTH")},
        {QStringLiteral("net.not_found"), QStringLiteral("NOT_FOUND")},
        {QStringLiteral("net.limit"), QStringLiteral("LIMIT")},
        {QStringLiteral("net.header"), QStringLiteral("CONFIG")},
        {QStringLiteral("net."), QStringLiteral("PROTOCOL")},
        {QStringLiteral("rest."), QStringLiteral("PROTOCOL")},
        {QStringLiteral("url."), QStringLiteral("PROTOCOL")},
        {QStringLiteral("config."), QStringLiteral("CONFIG")},
        {QStringLiteral("secrets."), QStringLiteral("CONFIG")},
        {QStringLiteral("yaml."), QStringLiteral("CONFIG")},
        {QStringLiteral("file."), QStringLiteral("CONFIG")},
        {QStringLiteral("store."), QStringLiteral("STORE")},
        {QStringLiteral("sync.pagination"), QStringLiteral("PAGINATION")},
        {QStringLiteral("sync.record"), QStringLiteral("RECORD")},
        {QStringLiteral("sync.key"), QStringLiteral("KEY")},
        {QStringLiteral("sync.cursor"), QStringLiteral("CURSOR")},
        {QStringLiteral("sync.name"), QStringLiteral("NAME")},
    };
    for (const auto& [prefix, name] : classes) {
        if (code.startsWith(prefix))
            return name;
    }
    return QStringLiteral("INTERNAL");
}

SyncError toSyncError(const base::Error& error)
{
    return {errorClass(error.code), error};
}

bool isPassing(const QString& errorClass)
{
    static const QStringList passing{QStringLiteral("CONNECT"), QStringLiteral("TIMEOUT"), QStringLiteral("RATE_LIMIT"), QStringLiteral("SERVER")};
    return passing.contains(errorClass);
}

} // namespace syncs
