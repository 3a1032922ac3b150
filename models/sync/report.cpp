// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/report.h"

#include <QJsonArray>

namespace syncs {

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok: return QStringLiteral("ok");
    case Outcome::Failed: return QStringLiteral("failed");
    case Outcome::Interrupted: return QStringLiteral("interrupted");
    case Outcome::Cancelled: return QStringLiteral("cancelled");
    case Outcome::Skipped: return QStringLiteral("skipped");
    }
    return {};
}

static QJsonValue placeToJson(const base::Place& place)
{
    if (place == base::Place())
        return QJsonValue::Null;
    return place.toString();
}

static QJsonValue syncErrorToJson(const std::optional<SyncError>& error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("class"), error->errorClass}, {QStringLiteral("code"), error->error.code},
        {QStringLiteral("message"), error->error.message}, {QStringLiteral("place"), placeToJson(error->error.place)}};
}

static QJsonObject streamToJson(const StreamReport& stream)
{
    return QJsonObject{
        {QStringLiteral("stream"), stream.stream},
        {QStringLiteral("disposition"), stream.disposition},
        // A stream's read is interrupted by a cancellation; only the sync as a whole is cancelled.
        {QStringLiteral("status"), outcomeWord(stream.status == Outcome::Cancelled ? Outcome::Interrupted : stream.status)},
        {QStringLiteral("requests"), stream.requests},
        {QStringLiteral("retries"), stream.retries},
        {QStringLiteral("pages"), stream.pages},
        {QStringLiteral("rows_read"), stream.rowsRead},
        {QStringLiteral("rows_loaded"), stream.rowsLoaded},
        {QStringLiteral("refused"), stream.refused},
        {QStringLiteral("seconds"), stream.seconds},
        {QStringLiteral("asleep_seconds"), stream.asleepSeconds},
        {QStringLiteral("resumed"), stream.resumed},
        {QStringLiteral("state"), stream.state},
        {QStringLiteral("error"), syncErrorToJson(stream.error)},
    };
}

QJsonObject toJson(const SyncReport& report)
{
    QJsonArray streams;
    for (const StreamReport& stream : report.streams)
        streams.append(streamToJson(stream));
    return QJsonObject{{QStringLiteral("connection"), report.connection}, {QStringLiteral("into"), report.into},
        {QStringLiteral("status"), outcomeWord(report.status)}, {QStringLiteral("streams"), streams},
        {QStringLiteral("error"), syncErrorToJson(report.error)}};
}

int exitStatus(const SyncReport& report)
{
    const QString config = QStringLiteral("CONFIG");
    if (report.error && report.error->errorClass == config)
        return 2;
    for (const StreamReport& stream : report.streams) {
        if (stream.error && stream.error->errorClass == config)
            return 2;
    }
    return report.status == Outcome::Ok ? 0 : 1;
}

} // namespace syncs
