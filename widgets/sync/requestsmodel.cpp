// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/requestsmodel.h"

#include "widgets/common/statuslabel.h"
#include "widgets/common/theme.h"
#include "widgets/sync/syncwords.h"

#include <QGuiApplication>
#include <QLocale>

namespace syncview {

using syncs::SyncEvent;

static const painting::Tokens& requestTokens()
{
    return painting::tokens(common::themeOf(QGuiApplication::palette()));
}

QString RequestRow::answerHeader(QLatin1String name) const
{
    for (const QString& header : answerHeaders) {
        const qsizetype colon = header.indexOf(u':');
        if (colon > 0 && header.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return header.mid(colon + 1).trimmed();
    }
    return {};
}

/// `RateLimit-Limit`, `X-RateLimit-Limit` (draft-ietf-httpapi-ratelimit-headers): `500`, `500, 500;w=60`; per window, a minute if it says none.
static int saidLimit(const RequestRow& row)
{
    QString text = row.answerHeader(QLatin1String("RateLimit-Limit"));
    if (text.isEmpty())
        text = row.answerHeader(QLatin1String("X-RateLimit-Limit"));
    const int limit = text.section(u',', 0, 0).section(u';', 0, 0).trimmed().toInt();
    const int window = text.section(QStringLiteral("w="), 1).section(u';', 0, 0).section(u',', 0, 0).trimmed().toInt();
    return window > 0 ? limit * 60 / window : limit;
}

void RequestsModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_perStream.clear();
    m_beforeRefusal.clear();
    m_total = m_refused = 0;
    m_counted = m_said = 0;
    endResetModel();
}

void RequestsModel::take(const QVector<SyncEvent>& events, base::UtcTime now)
{
    QVector<RequestRow> fresh;
    int firstChanged = int(m_rows.size());
    for (const SyncEvent& event : events) {
        if (event.kind == SyncEvent::Kind::Request) {
            fresh.append({event.stream, ++m_perStream[event.stream], event.page, now, event.method, event.url, event.headers, event.attempt, 0, 0, {}, 0, {}});
            ++m_total;
            continue;
        }
        if (event.kind != SyncEvent::Kind::Response && event.kind != SyncEvent::Kind::Waiting)
            continue;
        if (fresh.isEmpty() && m_rows.isEmpty())
            continue;
        if (fresh.isEmpty())
            firstChanged = qMin(firstChanged, int(m_rows.size()) - 1);
        answer(fresh.isEmpty() ? m_rows.last() : fresh.last(), event);
    }
    if (firstChanged < m_rows.size())
        emit dataChanged(index(firstChanged, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    append(fresh);
}

void RequestsModel::answer(RequestRow& row, const SyncEvent& event)
{
    if (event.kind == SyncEvent::Kind::Waiting) {
        // A wait for the budget comes before a request: it belongs to none that was answered well.
        if (row.status >= 400 || row.status == 0 || event.reason != QLatin1String("rate limit")) {
            row.waitSeconds = event.waitSeconds;
            row.waitReason = event.reason;
        }
        return;
    }
    row.status = event.httpStatus;
    row.milliseconds = event.milliseconds;
    row.answerHeaders = event.headers;
    m_said = qMax(m_said, saidLimit(row));
    if (row.status == 429) {
        if (m_refused++ == 0)
            m_counted = int(m_beforeRefusal.size());
        m_beforeRefusal.clear();
    } else if (m_refused == 0) {
        m_beforeRefusal.append(row.at);
        const base::UtcTime minuteAgo = row.at - base::microsPerMinute;
        m_beforeRefusal.removeIf([&](base::UtcTime at) { return at < minuteAgo; });
    }
}

void RequestsModel::append(const QVector<RequestRow>& rows)
{
    if (rows.isEmpty())
        return;
    const QVector<RequestRow> kept = rows.mid(qMax(qsizetype(0), rows.size() - mostRequests));
    const int over = int(m_rows.size() + kept.size()) - mostRequests;
    if (over > 0) {
        const int gone = qMin(over, int(m_rows.size()));
        if (gone > 0) {
            beginRemoveRows({}, 0, gone - 1);
            m_rows.remove(0, gone);
            endRemoveRows();
        }
    }
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + kept.size()) - 1);
    m_rows += kept;
    endInsertRows();
}

RequestStatistics RequestsModel::statistics() const
{
    const bool said = m_said > 0;
    return {m_total, m_refused, said ? m_said : m_counted, said};
}

int RequestsModel::notable() const
{
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (m_rows.at(i).status >= 400)
            return i;
    }
    return int(m_rows.size()) - 1;
}

int RequestsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RequestsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RequestsModel::text(const RequestRow& row, int column) const
{
    switch (column) {
    case Number:
        return countWords(row.number);
    case Stream:
        return row.stream;
    case Page:
        return countWords(row.page + 1);
    case Status:
        return row.status == 0 ? tr("no answer") : QString::number(row.status);
    case Took:
        return row.status == 0 ? QString() : QStringLiteral("%1 ms").arg(QLocale().toString(row.milliseconds, 'f', row.milliseconds < 10 ? 1 : 0));
    case Attempt:
        return row.attempt > 1 ? countWords(row.attempt) : QString();
    case Waited:
        return row.waitSeconds > 0 ? QStringLiteral("%1 s").arg(QLocale().toString(row.waitSeconds, 'f', 1)) : QString();
    default:
        return row.method + u' ' + row.url;
    }
}

QVariant RequestsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const RequestRow& row = m_rows.at(index.row());
    const int column = index.column();
    const bool number = column != Stream && column != Status && column != Url;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        return column == Stream ? QVariant() : QVariant(common::monospaceFont());
    case Qt::DecorationRole:
        return column == Status ? QVariant(common::markIcon(statusMark(row.status), requestTokens())) : QVariant();
    case Qt::ForegroundRole:
        return column == Status ? QVariant(painting::markColor(statusMark(row.status), requestTokens())) : QVariant();
    case Qt::AccessibleTextRole:
        return column == Status ? QVariant(text(row, Status) + u' ' + statusWords(row.status)) : QVariant();
    default:
        return {};
    }
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const bool number = section != Stream && section != Status && section != Url;
    if (role == Qt::TextAlignmentRole)
        return QVariant(number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    const QString names[] = {tr("No."), tr("Stream"), tr("Page"), tr("Answer"), tr("Took"), tr("Attempt"), tr("Waited"), tr("Request")};
    return role == Qt::DisplayRole ? QVariant(names[section]) : QVariant();
}

} // namespace syncview
