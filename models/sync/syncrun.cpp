// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/syncrun.h"

#include "models/sync/connectionfile.h"
#include "models/sync/errors.h"
#include "models/sync/streamrun.h"
#include "models/sync/targetlock.h"

#include <QCoreApplication>

#include <algorithm>

namespace syncs {

namespace {

QString syncTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

void redactError(std::optional<SyncError>& error, const secrets::Redactor& redactor)
{
    if (error)
        error->error.message = redactor.redact(error->error.message);
}

SyncEvent redacted(SyncEvent event, const secrets::Redactor& redactor)
{
    if (redactor.isEmpty())
        return event;
    event.url = redactor.redact(event.url);
    event.reason = redactor.redact(event.reason);
    event.text = redactor.redact(event.text);
    for (QString& header : event.headers)
        header = redactor.redact(header);
    redactError(event.totals.error, redactor);
    return event;
}

/// The plans of the streams asked for.
base::Result<QVector<LoadPlan>> chosenPlans(const Connection& connection, const SyncRequest& request)
{
    const base::Place place{connection.file, 0, 0, {}};
    if (request.limit && *request.limit < 1)
        return base::makeError("config.limit", syncTr(QT_TRANSLATE_NOOP("syncs", "the limit is %1; expected 1 or more")).arg(*request.limit));
    if (request.streams.isEmpty())
        return connection.plans;
    QVector<LoadPlan> chosen;
    QStringList names;
    for (const LoadPlan& plan : connection.plans) {
        names.append(plan.spec.name);
        if (request.streams.contains(plan.spec.name))
            chosen.append(plan);
    }
    for (const QString& name : request.streams) {
        if (!names.contains(name))
            return base::makeError("config.stream", syncTr(QT_TRANSLATE_NOOP("syncs", "there is no stream `%1`; expected one of: %2"))
                    .arg(name, names.join(QStringLiteral(", "))), place);
    }
    return chosen;
}

Outcome outcomeOf(const QVector<StreamReport>& streams, bool cancelled)
{
    const auto any = [&](Outcome outcome) {
        return std::any_of(streams.begin(), streams.end(), [&](const StreamReport& stream) { return stream.status == outcome; });
    };
    if (any(Outcome::Failed))
        return Outcome::Failed;
    if (cancelled && (any(Outcome::Cancelled) || any(Outcome::Interrupted)))
        return Outcome::Cancelled;
    return any(Outcome::Interrupted) ? Outcome::Interrupted : Outcome::Ok;
}

QStringList streamNames(const QVector<LoadPlan>& plans)
{
    QStringList names;
    for (const LoadPlan& plan : plans)
        names.append(plan.spec.name);
    return names;
}

base::Result<qint64> openTarget(const StateStore& store, const QVector<LoadPlan>& chosen, const QVector<LoadPlan>& all)
{
    Transaction transaction(store.database());
    if (!transaction.begun().ok())
        return transaction.begun().error();
    if (const auto made = store.createTables(); !made.ok())
        return made.error();
    const auto sync = store.openSync(streamNames(chosen), streamNames(all));
    if (!sync.ok())
        return sync;
    const auto committed = transaction.commit();
    return committed.ok() ? sync : base::Result<qint64>(committed.error());
}

StreamReport notRun(const LoadPlan& plan)
{
    StreamReport report;
    report.stream = plan.spec.name;
    report.disposition = plan.disposition;
    return report;
}

base::Result<void> runStreams(Surroundings& surroundings, const SyncRequest& request, const base::CancelToken& cancel,
    Connection& connection, const std::function<void(SyncEvent)>& send, SyncReport& report)
{
    const auto plans = chosenPlans(connection, request);
    if (!plans.ok())
        return plans.error();
    const auto lock = TargetLock::take(report.into);
    if (!lock.ok())
        return lock.error();
    auto database = Database::open(report.into);
    if (!database.ok())
        return database.error();
    StateStore store(*database.value(), connection.name, connection.redactor);
    const auto sync = openTarget(store, plans.value(), connection.plans);
    if (!sync.ok())
        return sync.error();
    SyncContext context{connection, store, sync.value(), request.limit, cancel, surroundings.clock, send, false};
    for (const LoadPlan& plan : plans.value()) {
        context.lastStream = &plan == &plans.value().last();
        if (cancel.cancelled())
            report.streams.append(notRun(plan));
        else
            report.streams.append(StreamRun(context, plan).run());
    }
    report.status = outcomeOf(report.streams, cancel.cancelled());
    return {};
}

} // namespace

SyncReport runSyncIn(Surroundings& surroundings, const SyncRequest& request, const base::CancelToken& cancel,
    const std::function<void(const SyncEvent&)>& onEvent)
{
    SyncReport report;
    report.connection = request.connection;
    report.into = request.into.isEmpty() ? defaultTarget(request.workspaceRoot, request.connection) : request.into;
    report.status = Outcome::Failed;
    secrets::Redactor redactor;
    const auto send = [&](SyncEvent event) {
        if (onEvent)
            onEvent(redacted(std::move(event), redactor));
    };
    auto connection = openConnection(request.workspaceRoot, request.connection, &surroundings.chain, surroundings.clock, surroundings.seed);
    if (connection.ok()) {
        redactor = connection->redactor;
        for (const base::Problem& warning : connection->warnings) {
            SyncEvent said;
            said.kind = SyncEvent::Kind::Note;
            said.text = base::Error{warning.code, warning.message, warning.place}.toString();
            send(said);
        }
        if (const auto done = runStreams(surroundings, request, cancel, connection.value(), send, report); !done.ok())
            report.error = toSyncError(done.error());
    } else {
        report.error = toSyncError(connection.error());
    }
    redactError(report.error, redactor);
    for (StreamReport& stream : report.streams)
        redactError(stream.error, redactor);
    SyncEvent ended;
    ended.kind = SyncEvent::Kind::SyncEnded;
    ended.text = report.error ? report.error->error.toString() : QStringLiteral("sync %1").arg(outcomeWord(report.status));
    send(ended);
    return report;
}

} // namespace syncs
