// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/streamrun.h"

#include "models/sync/errors.h"

#include <QCoreApplication>

#include <algorithm>

namespace syncs {

static QString streamTr(const char* text)
{
    return QCoreApplication::translate("syncs", text);
}

StreamRun::StreamRun(SyncContext& context, const LoadPlan& plan)
    : m_context(context), m_plan(plan), m_loader(context.store, plan, context.connection.redactor, context.sync)
{
    m_report.stream = plan.spec.name;
    m_report.disposition = plan.disposition;
}

SyncEvent StreamRun::event(SyncEvent::Kind kind) const
{
    SyncEvent event;
    event.kind = kind;
    event.stream = m_plan.spec.name;
    event.page = m_state.pages;
    event.totals = m_report;
    return event;
}

void StreamRun::listen()
{
    net::FetchListener listener;
    listener.redact = [this](const QString& text) { return m_context.connection.redactor.redact(text); };
    listener.onRequest = [this](const net::Url& url, const net::Headers& headers, int attempt) {
        countRequests();
        SyncEvent sent = event(SyncEvent::Kind::Request);
        sent.method = QStringLiteral("GET");
        sent.url = url.text();
        sent.attempt = attempt;
        for (const net::Header& header : headers)
            sent.headers.append(QString::fromUtf8(header.name + ": " + header.value));
        sent.text = QStringLiteral("GET %1").arg(url.text());
        m_context.send(sent);
    };
    listener.onResponse = [this](const net::HttpResponse& response, double milliseconds, int attempt) {
        SyncEvent got = event(SyncEvent::Kind::Response);
        got.httpStatus = response.status;
        got.milliseconds = milliseconds;
        got.attempt = attempt;
        for (const net::Header& header : response.headers)
            got.headers.append(QString::fromUtf8(header.name + ": " + header.value));
        got.text = QStringLiteral("%1 in %2 ms, %3 bytes").arg(response.status).arg(milliseconds, 0, 'f', 1).arg(response.body.size());
        m_context.send(got);
    };
    listener.onWait = [this](base::Micros wait, const QString& reason) {
        countRequests();
        SyncEvent waiting = event(SyncEvent::Kind::Waiting);
        waiting.waitSeconds = double(wait) / 1e6;
        waiting.reason = reason;
        waiting.text = QStringLiteral("waiting %1 s: %2").arg(waiting.waitSeconds, 0, 'f', 1).arg(reason);
        m_context.send(waiting);
    };
    m_context.connection.source->setListener(listener);
}

void StreamRun::countRequests()
{
    const net::FetchCounters now = m_context.connection.source->counters();
    m_report.requests = now.requests - m_before.requests;
    m_report.retries = now.retries - m_before.retries;
    m_report.asleepSeconds = double(now.asleep - m_before.asleep) / 1e6;
    m_report.seconds = double(m_context.clock.now() - m_started) / 1e6;
}

StreamReport StreamRun::run()
{
    m_started = m_context.clock.now();
    m_before = m_context.connection.source->counters();
    listen();
    auto done = begin();
    if (done.ok() && m_report.status != Outcome::Skipped) {
        m_context.send(event(SyncEvent::Kind::StreamStarted));
        done = readPages();
    }
    if (!done.ok() && done.error().code == QLatin1String("net.cancelled")) {
        m_report.status = Outcome::Cancelled;
    } else if (!done.ok()) {
        m_report.error = toSyncError(done.error());
        if (m_report.error->error.place == base::Place())
            m_report.error->error.place = m_plan.spec.place;
        m_report.status = isPassing(m_report.error->errorClass) ? Outcome::Interrupted : Outcome::Failed;
    } else if (m_report.status != Outcome::Skipped) {
        m_report.status = m_finished ? Outcome::Ok : Outcome::Interrupted;
    }
    countRequests();
    m_report.state = m_state.toJson(m_context.connection.redactor);
    m_context.connection.source->setListener({});
    SyncEvent ended = event(SyncEvent::Kind::StreamEnded);
    ended.text = QStringLiteral("%1: %2, %3 rows").arg(m_report.stream, outcomeWord(m_report.status)).arg(m_report.rowsLoaded);
    m_context.send(ended);
    return m_report;
}

/// Goes on with an interrupted read, or fixes what a new one asks for.
base::Result<void> StreamRun::begin()
{
    auto state = m_context.store.load(m_plan.spec.name);
    if (!state.ok())
        return state.error();
    m_state = std::move(state).value();
    if (m_state.finishedIn == m_context.sync) {
        m_report.status = Outcome::Skipped;
        return {};
    }
    // A replacement is built beside the table: an append cannot go on with it, nor the other way round.
    const bool sameWay = (m_state.disposition == QLatin1String("replace")) == m_plan.replaces();
    m_report.resumed = m_state.reading && sameWay;
    if (m_report.resumed) {
        auto followed = m_context.store.followed(m_plan.spec.name);
        if (!followed.ok())
            return followed.error();
        m_followed = std::move(followed).value();
    } else {
        m_fresh = true;
        const CursorValue cursor = m_state.cursor;
        m_state = StreamState();
        m_state.cursor = cursor;
        m_state.reading = true;
        const auto& incremental = m_plan.spec.incremental;
        if (m_plan.increments() && !cursor.isNone()) {
            const auto filter = filterText(cursor, incremental->lag);
            if (!filter.ok())
                return filter.error();
            m_state.filter = filter.value();
        } else if (incremental) {
            m_state.filter = incremental->initial;
        }
    }
    m_state.disposition = m_plan.disposition;
    return m_loader.load(m_fresh);
}

base::Result<void> StreamRun::readPages()
{
    for (;;) {
        if (m_context.cancel.cancelled())
            return base::makeError("net.cancelled", streamTr(QT_TRANSLATE_NOOP("syncs", "cancelled")));
        if (!m_state.nextIdentity.isEmpty() && m_followed.contains(StateStore::hashOf(m_state.nextIdentity)))
        {
            const base::Error circle = base::makeError("sync.pagination", streamTr(QT_TRANSLATE_NOOP("syncs",
                "the pages go in a circle: page %1 leads to `%2`, which this read has followed already")).arg(m_state.pages).arg(m_state.nextIdentity));
            const auto given = giveUp();
            return given.ok() ? circle : given.error();
        }
        const auto more = readPage();
        if (!more.ok())
            return more.error();
        if (!more.value())
            return {};
    }
}

base::Result<bool> StreamRun::readPage()
{
    const auto page = m_context.connection.source->read(m_plan.spec.name, m_state.position, m_state.filter, m_context.cancel);
    countRequests();
    if (!page.ok())
        return page.error();
    const size_t count = page->records.size();
    const size_t from = std::min(count, size_t(m_state.skip));
    size_t to = count;
    if (m_context.limit)
        to = std::min(to, from + size_t(std::max<qint64>(0, *m_context.limit - m_report.rowsRead)));
    const bool whole = to == count;
    const bool ends = whole && !page->next;
    const auto counts = m_loader.stage(page.value(), from, to, m_state);
    if (!counts.ok())
        return counts.error();
    m_state.skip = whole ? 0 : qint64(to);
    if (const auto committed = commit(page.value(), counts.value(), whole, ends); !committed.ok())
        return committed.error();
    m_finished = ends;
    m_limited = !ends && m_context.limit && m_report.rowsRead >= *m_context.limit;
    return !ends && !m_limited;
}

base::Result<void> StreamRun::commitState(const connectors::Page& page, bool whole, bool ends)
{
    const QString& stream = m_plan.spec.name;
    if (whole && !page.identity.isEmpty()) {
        const QString hash = StateStore::hashOf(page.identity);
        m_followed.insert(hash);
        if (const auto added = m_context.store.addFollowed(stream, hash); !added.ok())
            return added;
    }
    if (whole) {
        m_state.position = page.next.value_or(QJsonObject());
        m_state.nextIdentity = page.nextIdentity;
    }
    ++m_state.pages;
    if (ends) {
        m_state.finishedIn = m_context.sync;
        endRead();
    }
    if (const auto saved = m_context.store.save(stream, m_state); !saved.ok())
        return saved;
    return ends ? m_context.store.closeIfFinished(m_context.sync) : base::Result<void>();
}

void StreamRun::endRead()
{
    m_state.reading = false;
    m_state.filter.reset();
    m_state.highest = {};
    m_state.position = {};
    m_state.nextIdentity.clear();
    m_state.skip = 0;
}

base::Result<void> StreamRun::giveUp()
{
    Transaction transaction(m_context.store.database());
    if (!transaction.begun().ok())
        return transaction.begun();
    endRead();
    m_followed.clear();
    if (const auto cleared = m_context.store.clearFollowed(m_plan.spec.name); !cleared.ok())
        return cleared;
    if (const auto forgotten = m_loader.forgetRead(); !forgotten.ok())
        return forgotten;
    if (const auto saved = m_context.store.save(m_plan.spec.name, m_state); !saved.ok())
        return saved;
    return transaction.commit();
}

base::Result<void> StreamRun::commit(const connectors::Page& page, const Loader::Counts& counts, bool whole, bool ends)
{
    // A process that is killed after the transaction that finishes a sync, but before it could say so, is started again as a new
    // sync: the less there is to do in between, the better, where that would add the rows again. Merge and replace do not mind, and
    // their readers are never asked to wait.
    if (ends && m_context.lastStream && !m_plan.merges() && !m_plan.replaces())
        m_context.store.database().leaveWal();
    Transaction transaction(m_context.store.database());
    if (!transaction.begun().ok())
        return transaction.begun();
    if (m_fresh) {
        if (const auto cleared = m_context.store.clearFollowed(m_plan.spec.name); !cleared.ok())
            return cleared;
        if (const auto begun = m_loader.beginRead(); !begun.ok())
            return begun;
    }
    if (const auto written = m_loader.write(m_state.pages + 1); !written.ok())
        return written;
    if (ends) {
        const bool moves = m_plan.increments() && !m_state.highest.isNone()
            && (m_state.cursor.isNone() || compare(m_state.highest, m_state.cursor).value_or(1) > 0);
        if (const auto ended = m_loader.finishRead(moves); !ended.ok())
            return ended;
        if (moves) // only now, and never backwards
            m_state.cursor = m_state.highest;
    }
    if (const auto saved = commitState(page, whole, ends); !saved.ok())
        return saved;
    if (const auto committed = transaction.commit(); !committed.ok())
        return committed;
    m_fresh = false;
    ++m_report.pages;
    m_report.rowsRead += counts.read;
    m_report.rowsLoaded += counts.loaded;
    m_report.refused += counts.refused;
    sendPageEvents(counts);
    return {};
}

void StreamRun::sendPageEvents(const Loader::Counts& counts)
{
    countRequests();
    for (const QString& notice : m_loader.takeNotices()) {
        SyncEvent said = event(SyncEvent::Kind::Note);
        said.text = notice;
        m_context.send(said);
    }
    SyncEvent committed = event(SyncEvent::Kind::PageCommitted);
    committed.rows = counts.loaded;
    committed.text = QStringLiteral("page %1: %2 rows").arg(m_state.pages).arg(counts.loaded);
    m_context.send(committed);
    if (counts.refused == 0)
        return;
    SyncEvent refused = event(SyncEvent::Kind::RowsRefused);
    refused.rows = counts.refused;
    refused.text = QStringLiteral("page %1: %2 rows refused").arg(m_state.pages).arg(counts.refused);
    m_context.send(refused);
}

} // namespace syncs
