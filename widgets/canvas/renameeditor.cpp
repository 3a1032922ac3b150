// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/renameeditor.h"

#include <QKeyEvent>

namespace canvas {

RenameEditor::RenameEditor(const QString& name, QWidget* parent) : QLineEdit(name, parent), m_before(name)
{
    setAccessibleName(tr("New name of %1").arg(name));
    selectAll();
}

void RenameEditor::close(bool accept)
{
    if (m_closed) {
        return;
    }
    m_closed = true;
    const QString name = text().trimmed();
    if (accept && name != m_before) {
        emit accepted(name);
    }
    parentWidget()->setFocus();
    deleteLater();
    hide();
}

void RenameEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        close(true);
    } else if (event->key() == Qt::Key_Escape) {
        close(false);
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void RenameEditor::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        close(true);
    }
}

} // namespace canvas
