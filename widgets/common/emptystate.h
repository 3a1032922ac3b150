// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace common {

/// What an empty view shows: what it is for, in a sentence, and the one or two next steps as buttons.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& title, const QString& sentence, QWidget* parent = nullptr);
    /// The first one added is the primary one.
    void addAction(QAction* action);
    void setTexts(const QString& title, const QString& sentence);

private:
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QHBoxLayout* m_buttons = nullptr;
};

} // namespace common
