// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/emptycanvas.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace canvas {

EmptyCanvas::EmptyCanvas(QWidget* parent) : QWidget(parent)
{
    buildLayout();
}

void EmptyCanvas::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    m_headline = new QLabel(tr("No tasks yet"), this);
    m_words = new QLabel(tr("Here you draw which task waits for which. A pipeline is a frame with a schedule; its tasks are the boxes inside. "
                            "Everything you draw is written to the YAML files of the workspace."),
        this);
    m_words->setWordWrap(true);
    m_add = new QPushButton(tr("Add the first task…"), this);
    m_open = new QPushButton(tr("Open a workspace…"), this);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_add);
    row->addWidget(m_open);
    row->addStretch();
    column->addWidget(m_headline);
    column->addWidget(m_words);
    column->addSpacing(4);
    column->addLayout(row);
    setFixedWidth(440);
    connect(m_add, &QPushButton::clicked, this, &EmptyCanvas::addRequested);
    connect(m_open, &QPushButton::clicked, this, &EmptyCanvas::openRequested);
}

void EmptyCanvas::setTokens(const painting::Tokens& tokens)
{
    m_headline->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: 600; color: %2;").arg(painting::size::headline).arg(tokens.text.name()));
    m_words->setStyleSheet(QStringLiteral("font-size: %1px; color: %2;").arg(painting::size::text).arg(tokens.muted.name()));
    const QString shape = QStringLiteral("border: 1px solid %1; border-radius: %2px; padding: 4px 11px; font-size: %3px; background: %4; color: %5;");
    m_add->setStyleSheet(shape.arg(tokens.accent.name()).arg(painting::size::radiusButton).arg(painting::size::text).arg(tokens.accent.name(), tokens.onAccent.name())
        + QStringLiteral("font-weight: 600;"));
    m_open->setStyleSheet(shape.arg(tokens.line.name()).arg(painting::size::radiusButton).arg(painting::size::text).arg(tokens.surface.name(), tokens.text.name()));
}

} // namespace canvas
