// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/palettemodel.h"

#include "widgets/common/fuzzy.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace common {

void PaletteModel::setItems(QVector<PaletteItem> items)
{
    m_items = std::move(items);
    refill();
}

void PaletteModel::setPattern(const QString& pattern)
{
    m_pattern = pattern;
    refill();
}

void PaletteModel::refill()
{
    beginResetModel();
    m_rows.clear();
    QVector<int> scores(m_items.size(), 0);
    for (int i = 0; i < m_items.size(); ++i) {
        const PaletteItem& item = m_items.at(i);
        scores[i] = fuzzyScore(m_pattern, item.title);
        if (scores.at(i) < 0 && !item.category.isEmpty()) {
            const int withCategory = fuzzyScore(m_pattern, item.category + u' ' + item.title);
            scores[i] = withCategory < 0 ? -1 : withCategory / 2;
        }
        if (scores.at(i) >= 0)
            m_rows.append(i);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [&scores](int a, int b) { return scores.at(a) > scores.at(b); });
    endResetModel();
}

const PaletteItem* PaletteModel::item(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_items.at(m_rows.at(row)) : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const PaletteItem* found = index.isValid() ? item(index.row()) : nullptr;
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return found->title;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2 %3").arg(found->category, found->title, found->detail).trimmed();
    case CategoryRole:
        return found->category;
    case DetailRole:
        return found->detail;
    case EnabledRole:
        return found->enabled;
    case PositionsRole:
        return QVariant::fromValue(fuzzyPositions(m_pattern, found->title));
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    const PaletteItem* found = index.isValid() ? item(index.row()) : nullptr;
    return found && !found->enabled ? Qt::ItemFlags(Qt::ItemIsSelectable) : QAbstractListModel::flags(index);
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const painting::Tokens& t = painting::tokens(themeOf(option.palette));
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.accentSoft);
    QRect area = option.rect.adjusted(14, 0, -14, 0);
    const QFont small = sizedFont(option.font, painting::size::small);
    painter->setFont(small);
    painter->setPen(t.muted);
    const QString detail = index.data(PaletteModel::DetailRole).toString();
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, detail);
    area.setRight(area.right() - QFontMetrics(small).horizontalAdvance(detail) - 12);
    const QString category = index.data(PaletteModel::CategoryRole).toString();
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, category);
    area.setLeft(area.left() + 86);
    const QString title = index.data(Qt::DisplayRole).toString();
    const auto positions = index.data(PaletteModel::PositionsRole).value<QVector<int>>();
    painter->setPen(index.data(PaletteModel::EnabledRole).toBool() ? t.text : t.off);
    const QFont plain = sizedFont(option.font, painting::size::text);
    const QFont bold = sizedFont(option.font, painting::size::text, true);
    // In pieces: each run of matched or unmatched letters keeps its own weight.
    for (qsizetype from = 0; from < title.size() && area.width() > 0;) {
        qsizetype to = from + 1;
        const bool matched = positions.contains(int(from));
        while (to < title.size() && positions.contains(int(to)) == matched)
            ++to;
        painter->setFont(matched ? bold : plain);
        const QFontMetrics metrics(painter->font());
        const QString piece = metrics.elidedText(title.mid(from, to - from), Qt::ElideRight, area.width());
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, piece);
        area.setLeft(area.left() + metrics.horizontalAdvance(piece));
        from = to;
    }
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {200, QFontMetrics(option.font).height() + 11};
}

} // namespace common
