// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/commandpalette.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace common {

/// The items that answer the pattern, best first.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { CategoryRole = Qt::UserRole, DetailRole, EnabledRole, PositionsRole };
    using QAbstractListModel::QAbstractListModel;

    void setItems(QVector<PaletteItem> items);
    void setPattern(const QString& pattern);
    [[nodiscard]] const PaletteItem* item(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void refill();

    QVector<PaletteItem> m_items;
    QVector<int> m_rows; ///< indices into m_items
    QString m_pattern;
};

/// Category small and muted, title with the matched letters bold, detail at the right.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace common
