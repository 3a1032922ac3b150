// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painting/tokens.h"

#include <QWidget>

class QPushButton;

namespace canvas {

/// − 100 % + Fit Arrange, in the lower left corner.
class ZoomBar : public QWidget {
    Q_OBJECT
public:
    explicit ZoomBar(QWidget* parent);
    void setScale(double scale);
    void setTokens(const painting::Tokens& tokens);

signals:
    void zoomOutRequested();
    void zoomResetRequested();
    void zoomInRequested();
    void fitRequested();
    void arrangeRequested();

private:
    void buildLayout();
    QPushButton* addButton(const QString& text, const QString& name, const QString& hint);

    QPushButton* m_scale = nullptr;
};

} // namespace canvas
