// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/markdelegate.h"

#include "app/window/looks.h"
#include "widgets/common/theme.h"

#include <QPainter>

namespace window {

void MarkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const painting::Tokens& t = painting::tokens(common::themeOf(option.palette));
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? t.accentSoft : t.surface);
    painter->setPen(t.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect area = option.rect.adjusted(12, 0, -8, -1);
    const QVariant mark = index.data(markRole);
    painter->setPen(t.text);
    if (mark.isValid()) {
        const auto shape = painting::Mark(mark.toInt());
        painting::paintMark(*painter, QRectF(area.left(), area.center().y() - 6, 13, 13), shape, t);
        painter->setPen(shape == painting::Mark::Unknown ? t.muted : painting::markColor(shape, t));
        area.setLeft(area.left() + 19);
    }
    painter->setFont(option.font);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(option.font).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    painter->restore();
}

QSize MarkDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = QFontMetrics(option.font).horizontalAdvance(index.data().toString());
    return {width + 20 + (index.data(markRole).isValid() ? 19 : 0), painting::size::row};
}

} // namespace window
