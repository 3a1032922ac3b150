// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/segmented.h"

#include "widgets/common/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace common {

namespace {

/// Painted by hand: a checked segment is bold, and its width must not change with it.
class SegmentButton : public QAbstractButton {
public:
    SegmentButton(const QString& text, QWidget* parent)
        : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void setEnds(bool first, bool last)
    {
        m_first = first;
        m_last = last;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(sizedFont(font(), QFontInfo(font()).pixelSize(), true));
        return {metrics.horizontalAdvance(text()) + 25, metrics.height() + 11};
    }

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent* event) override
    {
        // The control moves between segments; the button's own way searches by geometry.
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
            event->ignore();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    bool m_first = true;
    bool m_last = true;
};

void SegmentButton::paintEvent(QPaintEvent*)
{
    const painting::Tokens& t = tokensOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // A segment is a window on a rounded box that reaches beyond it where a neighbour follows.
    const double reach = 20;
    const QRectF box = QRectF(rect()).adjusted(m_first ? 0.5 : -reach, 0.5, m_last ? -0.5 : reach, -0.5);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(isChecked() ? t.accentSoft : underMouse() && isEnabled() ? t.raised : t.surface);
    painter.drawRoundedRect(box, painting::size::radiusButton, painting::size::radiusButton);
    if (!m_last)
        painter.drawLine(QPointF(width() - 0.5, 1), QPointF(width() - 0.5, height() - 1));
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 3, 3);
    }
    painter.setFont(sizedFont(font(), QFontInfo(font()).pixelSize(), isChecked()));
    painter.setPen(!isEnabled() ? t.off : isChecked() ? t.accent : t.text);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace

SegmentedControl::SegmentedControl(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_group->setExclusive(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit currentChanged(id);
    });
}

SegmentedControl::SegmentedControl(const QStringList& texts, QWidget* parent)
    : SegmentedControl(parent)
{
    for (const QString& text : texts)
        addSegment(text);
}

int SegmentedControl::addSegment(const QString& text, const QString& toolTip)
{
    const int id = count();
    auto* segment = new SegmentButton(text, this);
    segment->setToolTip(toolTip);
    m_row->addWidget(segment);
    {
        const QSignalBlocker quiet(m_group);
        m_group->addButton(segment, id);
        if (id == 0)
            segment->setChecked(true);
    }
    for (int i = 0; i <= id; ++i)
        static_cast<SegmentButton*>(m_group->button(i))->setEnds(i == 0, i == id);
    return id;
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton* segment = m_group->button(index))
        segment->setChecked(true);
}

QAbstractButton* SegmentedControl::button(int index) const
{
    return m_group->button(index);
}

int SegmentedControl::count() const
{
    return int(m_group->buttons().size());
}

void SegmentedControl::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int next = current() + (layoutDirection() == Qt::RightToLeft ? -step : step);
    if (step == 0 || next < 0 || next >= count()) {
        QWidget::keyPressEvent(event);
        return;
    }
    setCurrent(next);
    m_group->button(next)->setFocus(Qt::TabFocusReason);
}

} // namespace common
