// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/statuslabel.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QPixmap>

namespace common {

static constexpr int statusMarkSize = 14;
static constexpr int statusMarkGap = 6;

StatusLabel::StatusLabel(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setStatus(m_mark);
}

void StatusLabel::setStatus(painting::Mark mark, const QString& text, bool colouredText)
{
    m_mark = mark;
    m_text = text.isEmpty() ? painting::markWord(mark) : text;
    m_coloured = colouredText;
    // The word may say something else than the mark; a screen reader needs both.
    setAccessibleName(text.isEmpty() ? m_text : QStringLiteral("%1: %2").arg(painting::markWord(mark), m_text));
    updateGeometry();
    update();
}

QSize StatusLabel::sizeHint() const
{
    return {statusMarkSize + statusMarkGap + fontMetrics().horizontalAdvance(m_text) + 1, qMax(fontMetrics().height(), statusMarkSize) + 4};
}

QSize StatusLabel::minimumSizeHint() const
{
    return {statusMarkSize + statusMarkGap + 40, sizeHint().height()};
}

void StatusLabel::paintEvent(QPaintEvent*)
{
    const painting::Tokens& t = tokensOf(*this);
    QPainter painter(this);
    painting::paintMark(painter, QRectF(0, (height() - statusMarkSize) / 2.0, statusMarkSize, statusMarkSize), m_mark, t);
    painter.setPen(m_coloured ? painting::markColor(m_mark, t) : t.text);
    const QRect area = rect().adjusted(statusMarkSize + statusMarkGap, 0, 0, 0);
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(m_text, Qt::ElideRight, area.width()));
}

QIcon markIcon(painting::Mark mark, const painting::Tokens& tokens, int size)
{
    QIcon icon;
    for (const int scale : {1, 2}) {
        QPixmap pixmap(size * scale, size * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painting::paintMark(painter, QRectF(0, 0, size, size), mark, tokens);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace common
