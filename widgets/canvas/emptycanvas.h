// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painting/tokens.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace canvas {

/// What stands in the middle of a canvas without pipelines: what it is for, and the next two steps.
class EmptyCanvas : public QWidget {
    Q_OBJECT
public:
    explicit EmptyCanvas(QWidget* parent);
    void setTokens(const painting::Tokens& tokens);

signals:
    void addRequested();
    void openRequested();

private:
    void buildLayout();

    QLabel* m_headline = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace canvas
