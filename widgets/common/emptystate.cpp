// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"

#include "widgets/common/actions.h"
#include "widgets/common/labels.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace common {

EmptyState::EmptyState(const QString& title, const QString& sentence, QWidget* parent)
    : QWidget(parent)
    , m_title(roleLabel(title, "headline", this))
    , m_sentence(roleLabel(sentence, "muted", this))
    , m_buttons(new QHBoxLayout)
{
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(460);
    m_sentence->setMinimumWidth(200);
    m_buttons->setSpacing(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(m_title);
    auto* centred = new QHBoxLayout;
    centred->addStretch();
    centred->addWidget(m_sentence, 1);
    centred->addStretch();
    column->addLayout(centred);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(m_buttons);
    row->addStretch();
    column->addSpacing(6);
    column->addLayout(row);
    column->addStretch(3);
}

void EmptyState::addAction(QAction* action)
{
    m_buttons->addWidget(actionButton(action, this, m_buttons->count() == 0));
}

void EmptyState::setTexts(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

} // namespace common
