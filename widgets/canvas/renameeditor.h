// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace canvas {

/// The line over a node's title. Enter or a click elsewhere accepts, Esc gives up; one signal, then it deletes itself.
class RenameEditor : public QLineEdit {
    Q_OBJECT
public:
    RenameEditor(const QString& name, QWidget* parent);

signals:
    void accepted(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void close(bool accept);

    QString m_before;
    bool m_closed = false;
};

} // namespace canvas
