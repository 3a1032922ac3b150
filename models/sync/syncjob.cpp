// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/syncjob.h"

#include "models/base/files.h"
#include "models/sync/connectionfile.h"
#include "models/sync/syncrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>

namespace syncs {

SyncReport runSync(const SyncRequest& request, const base::CancelToken& cancel, const std::function<void(const SyncEvent&)>& onEvent)
{
    const auto clock = net::systemClock();
    Surroundings surroundings{*clock, secrets::standardChain(request.workspaceRoot), QRandomGenerator::global()->generate64()};
    return runSyncIn(surroundings, request, cancel, onEvent);
}

base::Result<QVector<StreamPlan>> planOf(const QString& workspaceRoot, const QString& connection)
{
    const auto clock = net::systemClock();
    const auto opened = openConnection(workspaceRoot, connection, nullptr, *clock, 0);
    if (!opened.ok())
        return opened.error();
    QVector<StreamPlan> plans;
    for (const LoadPlan& plan : opened->plans)
        plans.append({plan.spec.name, plan.disposition, plan.spec.primaryKey, plan.spec.incremental ? plan.spec.incremental->cursorField : QString()});
    return plans;
}

QString defaultTarget(const QString& workspaceRoot, const QString& connection)
{
    const QString folder = base::dataDirectory() + QStringLiteral("/syncs");
    QDir().mkpath(folder);
    return QStringLiteral("%1/%2-%3.sqlite").arg(folder, base::workspaceStem(workspaceRoot), connection);
}

base::Result<QString> testConnection(const QString& workspaceRoot, const QString& connection, const base::CancelToken& cancel)
{
    const auto clock = net::systemClock();
    const secrets::Chain chain = secrets::standardChain(workspaceRoot);
    auto opened = openConnection(workspaceRoot, connection, &chain, *clock, 0);
    if (!opened.ok())
        return opened.error();
    if (opened->plans.isEmpty())
        return base::makeError("config.stream", QCoreApplication::translate("syncs", "the connection syncs no stream"), base::Place{opened->file, 0, 0, {}});
    const auto& spec = opened->plans.first().spec;
    net::FetchListener listener;
    listener.redact = [&](const QString& text) { return opened->redactor.redact(text); };
    opened->source->setListener(listener);
    const auto page = opened->source->read(spec.name, {}, spec.incremental ? spec.incremental->initial : std::nullopt, cancel);
    if (!page.ok()) {
        base::Error error = page.error();
        error.message = opened->redactor.redact(error.message);
        return error;
    }
    return QCoreApplication::translate("syncs", "%1 answered with %n record(s).", nullptr, int(page->records.size())).arg(spec.name);
}

} // namespace syncs
