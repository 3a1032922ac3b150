// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/treedelegate.h"

#include "widgets/common/theme.h"
#include "widgets/painting/icons.h"
#include "widgets/painting/statusshape.h"

#include <QPainter>

namespace window {

static void paintSection(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index, const painting::Tokens& t)
{
    QFont font = common::sizedFont(option.font, painting::size::small, true);
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    painter->setFont(font);
    painter->setPen(t.muted);
    painter->drawText(QRect(14, option.rect.top(), option.rect.right() - 14, option.rect.height() - 4), Qt::AlignLeft | Qt::AlignBottom,
        index.data().toString());
}

void TreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const painting::Tokens& t = painting::tokens(common::themeOf(option.palette));
    painter->save();
    const QRect row(0, option.rect.top(), option.rect.right() + 1, option.rect.height());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (index.data(treerole::Section).toBool()) {
        painter->fillRect(row, t.surface);
        paintSection(painter, option, index, t);
        painter->restore();
        return;
    }
    painter->fillRect(row, selected ? t.accentSoft : option.state.testFlag(QStyle::State_MouseOver) ? t.raised : t.surface);
    if (selected && option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(QRect(0, row.top(), 3, row.height()), t.accent);
    QRect area = QRect(option.rect.left(), row.top(), row.right() - option.rect.left() - 12, row.height());

    const QString right = index.data(treerole::RightText).toString();
    const QVariant mark = index.data(treerole::RightMark);
    const auto shape = mark.isValid() ? painting::Mark(mark.toInt()) : painting::Mark::Unknown;
    if (!right.isEmpty()) {
        painter->setPen(mark.isValid() ? painting::markColor(shape, t) : t.muted);
        painter->setFont(option.font);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, right);
        area.setRight(area.right() - QFontMetrics(option.font).horizontalAdvance(right) - 5);
    }
    if (mark.isValid()) {
        painting::paintMark(*painter, QRectF(area.right() - 13, area.center().y() - 6, 13, 13), shape, t);
        area.setRight(area.right() - 19);
    }
    const QString icon = index.data(treerole::Icon).toString();
    painter->drawPixmap(area.left(), area.center().y() - 7, painting::iconPixmap(icon, selected ? t.accent : t.muted, 15, painter->device()->devicePixelRatio()));
    area.setLeft(area.left() + 21);
    painter->setFont(option.font);
    painter->setPen(t.text);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(option.font).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    painter->restore();
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {120, index.data(treerole::Section).toBool() ? 30 : painting::size::row};
}

} // namespace window
