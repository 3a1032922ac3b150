// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/timeticks.h"

#include <QObject>
#include <QVector>

namespace timeline {

/// The window of time that is in view, with its history. One object, shared by everything that shows time (timeline, charts).
class TimelineZoom : public QObject {
    Q_OBJECT
public:
    /// Jump: a place of its own in the history. Glide: wheel and drag, a whole series of them is one step back.
    enum class Step { Jump, Glide };

    explicit TimelineZoom(QObject* parent = nullptr);

    [[nodiscard]] itemmodels::Span span() const { return m_span; }
    [[nodiscard]] itemmodels::Span whole() const { return m_whole; }
    void setWhole(itemmodels::Span whole) { m_whole = whole; }

    void setSpan(itemmodels::Span span, Step step = Step::Jump);
    void zoomAt(qint64 fixed, double factor);
    void pan(qint64 by);
    void showWhole();
    [[nodiscard]] bool canGoBack() const { return !m_past.isEmpty(); }
    void back();
    void forgetPast() { m_past.clear(); }

signals:
    void rangeChanged(itemmodels::Span span);

private:
    itemmodels::Span m_span;
    itemmodels::Span m_whole;
    QVector<itemmodels::Span> m_past;
    Step m_last = Step::Jump;
};

} // namespace timeline
