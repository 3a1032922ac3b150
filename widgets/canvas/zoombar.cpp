// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/zoombar.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <cmath>

namespace canvas {

ZoomBar::ZoomBar(QWidget* parent) : QWidget(parent)
{
    buildLayout();
}

QPushButton* ZoomBar::addButton(const QString& text, const QString& name, const QString& hint)
{
    auto* button = new QPushButton(text, this);
    button->setAccessibleName(name);
    button->setToolTip(hint.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, hint));
    button->setFocusPolicy(Qt::NoFocus); // the canvas has a key for each of them
    layout()->addWidget(button);
    return button;
}

void ZoomBar::buildLayout()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    connect(addButton(QStringLiteral("\u2212"), tr("Zoom out"), QStringLiteral("-")), &QPushButton::clicked, this, &ZoomBar::zoomOutRequested);
    m_scale = addButton(tr("%1 %").arg(100), tr("Zoom to 100 %"), QStringLiteral("Ctrl+0"));
    connect(m_scale, &QPushButton::clicked, this, &ZoomBar::zoomResetRequested);
    connect(addButton(QStringLiteral("+"), tr("Zoom in"), QStringLiteral("+")), &QPushButton::clicked, this, &ZoomBar::zoomInRequested);
    connect(addButton(tr("Fit  F"), tr("Show everything"), QStringLiteral("F")), &QPushButton::clicked, this, &ZoomBar::fitRequested);
    connect(addButton(tr("Arrange  Ctrl+L"), tr("Arrange everything from left to right"), QStringLiteral("Ctrl+L")), &QPushButton::clicked, this,
        &ZoomBar::arrangeRequested);
}

void ZoomBar::setScale(double scale)
{
    m_scale->setText(tr("%1 %").arg(std::lround(scale * 100)));
    layout()->activate(); // a longer number needs a wider button now, not at the next resize
    adjustSize();
}

void ZoomBar::setTokens(const painting::Tokens& tokens)
{
    setStyleSheet(QStringLiteral("QPushButton { background: %1; color: %2; border: 1px solid %3; border-radius: %4px; padding: 4px 11px; font-size: %5px; }"
                                 "QPushButton:hover { background: %6; } QPushButton:pressed { background: %7; }")
                      .arg(tokens.surface.name(), tokens.text.name(), tokens.line.name())
                      .arg(painting::size::radiusButton)
                      .arg(painting::size::text)
                      .arg(tokens.raised.name(), tokens.accentSoft.name()));
}

} // namespace canvas
