// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace window {

/// Roles of the workspace tree's rows.
namespace treerole {
enum Role { Section = Qt::UserRole + 1, Icon, Kind, Id, RightText, RightMark };
}

/// One row: icon, name, and at the right a mark and a word; sections in small capitals.
class TreeDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace window
