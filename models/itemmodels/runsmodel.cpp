// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/runsmodel.h"

#include "models/itemmodels/findingwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

#include <algorithm>

namespace itemmodels {

QString momentWords(qint64 at, const base::Zone& zone, bool seconds)
{
    const QTime time = QTime::fromMSecsSinceStartOfDay(int(zone.localMicrosOfDay({at}) / 1000));
    return dayWords(zone.localDate({at}), zone.localDate({at}).year()) + u' '
        + time.toString(seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString stateWords(runs::State state)
{
    switch (state) {
    case runs::State::Unknown: return QCoreApplication::translate("states", "unknown");
    case runs::State::Planned: return QCoreApplication::translate("states", "planned");
    case runs::State::Queued: return QCoreApplication::translate("states", "queued");
    case runs::State::Running: return QCoreApplication::translate("states", "running");
    case runs::State::RetryWait: return QCoreApplication::translate("states", "waiting to retry");
    case runs::State::Ok: return QCoreApplication::translate("states", "ok");
    case runs::State::Warn: return QCoreApplication::translate("states", "ok, with warnings");
    case runs::State::Failed: return QCoreApplication::translate("states", "failed");
    case runs::State::Cancelled: return QCoreApplication::translate("states", "cancelled");
    case runs::State::Skipped: return QCoreApplication::translate("states", "skipped");
    }
    return {};
}

QString markWords(Mark mark)
{
    switch (mark) {
    case Mark::Unknown: return QCoreApplication::translate("states", "unknown");
    case Mark::Skipped: return QCoreApplication::translate("states", "skipped");
    case Mark::Ok: return QCoreApplication::translate("states", "ok");
    case Mark::Running: return QCoreApplication::translate("states", "running");
    case Mark::Warn: return QCoreApplication::translate("states", "warning");
    case Mark::Late: return QCoreApplication::translate("states", "late");
    case Mark::Failed: return QCoreApplication::translate("states", "failed");
    case Mark::ReadTooEarly: return QCoreApplication::translate("states", "read too early");
    }
    return {};
}

RunsModel::RunsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void RunsModel::setTimeline(std::shared_ptr<const TimelineData> data, const base::Zone& zone)
{
    beginResetModel();
    m_data = std::move(data);
    m_zone = zone;
    fill();
    endResetModel();
}

void RunsModel::setJob(const QString& job)
{
    beginResetModel();
    m_job = job;
    fill();
    endResetModel();
}

void RunsModel::fill()
{
    m_rows.clear();
    const qsizetype count = m_data && m_data->picture ? m_data->picture->runs.size() : 0;
    for (qsizetype i = count - 1; i >= 0; --i) {
        if (m_job.isEmpty() || m_data->run(i).job == m_job)
            m_rows.append(int(i));
    }
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunsModel::text(int index, int column) const
{
    const freshness::PhysicalRun& run = m_data->run(index);
    switch (column) {
    case State: return stateWords(run.state);
    case Job: return shortJob(run.job);
    case System: return run.system;
    case Start: return run.start ? momentWords(run.start->us, m_zone) : QString();
    case End: return run.end ? momentWords(run.end->us, m_zone) : QString();
    case Duration: return run.start && run.end ? base::durationWords(*run.end - *run.start) : QString();
    case Attempts: return run.attempts.isEmpty() ? QString() : QLocale().toString(run.attempts.size());
    case Rows: return run.rows ? QLocale().toString(*run.rows) : QString();
    case RunId: return run.run;
    default: return {};
    }
}

QVariant RunsModel::sortValue(int index, int column) const
{
    const freshness::PhysicalRun& run = m_data->run(index);
    switch (column) {
    case State: return -int(m_data->runMarks[index]);
    case Start: return run.start ? run.start->us : 0;
    case End: return run.end ? run.end->us : 0;
    case Duration: return run.start && run.end ? *run.end - *run.start : -1;
    case Attempts: return run.attempts.size();
    case Rows: return run.rows.value_or(-1);
    default: return text(index, column);
    }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int run = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(run, index.column());
    case Qt::ToolTipRole: return m_data->run(run).message;
    case Qt::TextAlignmentRole:
        return index.column() >= Duration && index.column() <= Rows ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case MarkRole: return int(m_data->runMarks[run]);
    case RunIndexRole: return run;
    case SortRole: return sortValue(run, index.column());
    default: return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State: return tr("State");
    case Job: return tr("Job");
    case System: return tr("System");
    case Start: return tr("Start");
    case End: return tr("End");
    case Duration: return tr("Duration");
    case Attempts: return tr("Attempts");
    case Rows: return tr("Rows");
    case RunId: return tr("Run");
    default: return {};
    }
}

} // namespace itemmodels
