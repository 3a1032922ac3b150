// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/streamsmodel.h"

#include "widgets/common/statuslabel.h"
#include "widgets/common/theme.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace syncview {

using syncs::SyncEvent;

static const painting::Tokens& streamTokens()
{
    return painting::tokens(common::themeOf(QGuiApplication::palette()));
}

void StreamsModel::setPlans(const QVector<syncs::StreamPlan>& plans)
{
    beginResetModel();
    m_plans = plans;
    m_rows = QVector<Row>(plans.size());
    endResetModel();
}

void StreamsModel::begin()
{
    for (Row& row : m_rows)
        row = {Queued, {}, 0, {}};
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void StreamsModel::take(const QVector<SyncEvent>& events)
{
    for (const SyncEvent& event : events) {
        const int at = row(event.stream);
        if (at < 0)
            continue;
        Row& changed = m_rows[at];
        changed.totals = event.totals;
        if (event.kind == SyncEvent::Kind::StreamEnded) {
            changed.phase = Ended;
        } else if (event.kind == SyncEvent::Kind::Waiting) {
            changed.phase = Waiting;
            changed.waitSeconds = event.waitSeconds;
            changed.waitReason = event.reason;
        } else if (changed.phase != Ended) {
            changed.phase = Reading;
        }
    }
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void StreamsModel::finish(const syncs::SyncReport& report)
{
    for (Row& row : m_rows) {
        if (row.phase != Ended)
            row.phase = Idle;
    }
    for (const syncs::StreamReport& stream : report.streams) {
        const int at = row(stream.stream);
        if (at >= 0)
            m_rows[at] = {Ended, stream, 0, {}};
    }
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

QString StreamsModel::stream(int row) const
{
    return row >= 0 && row < m_plans.size() ? m_plans.at(row).stream : QString();
}

int StreamsModel::row(const QString& stream) const
{
    const auto it = std::find_if(m_plans.cbegin(), m_plans.cend(), [&](const syncs::StreamPlan& plan) { return plan.stream == stream; });
    return it == m_plans.cend() ? -1 : int(it - m_plans.cbegin());
}

qint64 StreamsModel::rowsLoaded() const
{
    return std::accumulate(m_rows.cbegin(), m_rows.cend(), qint64(0), [](qint64 sum, const Row& row) { return sum + row.totals.rowsLoaded; });
}

int StreamsModel::ended() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row& row) { return row.phase == Ended; }));
}

int StreamsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int StreamsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Words StreamsModel::state(int row) const
{
    const Row& at = m_rows.at(row);
    switch (at.phase) {
    case Idle:
        return {painting::Mark::Skipped, tr("not synced in this session")};
    case Queued:
        return {painting::Mark::Skipped, tr("queued")};
    case Reading:
        return {painting::Mark::Running, at.totals.resumed ? tr("reading on, resumed") : tr("reading")};
    case Waiting:
        return {painting::Mark::Running, waitWords(at.waitSeconds, at.waitReason)};
    case Ended:
        break;
    }
    Words words = outcomeWords(at.totals.status, at.totals.resumed);
    if (at.totals.status == syncs::Outcome::Interrupted && !at.totals.error) // nothing went wrong: the limit was reached
        words = {painting::Mark::Skipped, tr("stopped at the limit, the next sync goes on")};
    if (at.totals.error)
        words.text += QStringLiteral(", ") + at.totals.error->errorClass;
    return words;
}

QString StreamsModel::text(int row, int column) const
{
    const Row& at = m_rows.at(row);
    const bool begun = at.phase == Reading || at.phase == Waiting || at.phase == Ended;
    switch (column) {
    case Stream:
        return m_plans.at(row).stream;
    case Load:
        return loadWords(m_plans.at(row));
    case Rows:
        return begun ? countWords(at.totals.rowsLoaded) : QString();
    case Pages:
        return begun ? countWords(at.totals.pages) : QString();
    case Rate:
        return begun && at.totals.seconds > 0.05 ? tr("%1/s").arg(countWords(qint64(double(at.totals.rowsLoaded) / at.totals.seconds))) : QString();
    case Retries:
        return begun ? countWords(at.totals.retries) : QString();
    case Asleep:
        return begun && at.totals.asleepSeconds > 0 ? QStringLiteral("%1 s").arg(QLocale().toString(at.totals.asleepSeconds, 'f', 1)) : QString();
    default:
        return state(row).text;
    }
}

QVariant StreamsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const bool number = index.column() >= Rows && index.column() <= Asleep;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant(number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        return number ? QVariant(common::monospaceFont()) : QVariant();
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(common::markIcon(state(index.row()).mark, streamTokens())) : QVariant();
    case Qt::ForegroundRole: {
        if (index.column() != State)
            return {};
        const painting::Mark mark = state(index.row()).mark;
        return mark == painting::Mark::Skipped ? streamTokens().muted : painting::markColor(mark, streamTokens());
    }
    case Qt::AccessibleTextRole:
        return index.column() == State ? painting::markWord(state(index.row()).mark) + QStringLiteral(": ") + text(index.row(), State) : QVariant();
    default:
        return {};
    }
}

QVariant StreamsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section >= Rows && section <= Asleep ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString names[] = {tr("Stream"), tr("Load"), tr("Rows"), tr("Pages"), tr("Rate"), tr("Retries"), tr("Asleep"), tr("State")};
    return names[section];
}

} // namespace syncview
