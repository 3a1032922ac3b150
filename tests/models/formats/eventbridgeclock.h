// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QVector>

/// A second, independent reading of six-field cron in UTC, for tests: by trying every minute of every matching day.
/// Knows lists, ranges (days of the week may wrap), steps and names; not `L`, `W`, `#`.
class EventBridgeClock {
public:
    explicit EventBridgeClock(const QString& expression);
    [[nodiscard]] bool known() const { return m_known; }
    [[nodiscard]] QVector<QDateTime> after(const QDateTime& from, int count) const;

private:
    QVector<QVector<int>> m_values; ///< empty: `?`
    bool m_known = true;
};
