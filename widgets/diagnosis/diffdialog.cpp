// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosis/diffdialog.h"

#include "widgets/common/diffview.h"
#include "widgets/common/labels.h"

#include <QPushButton>

namespace diagnosis {

DiffDialog::DiffDialog(const QString& title, const QString& diff, QWidget* parent)
    : QDialog(parent)
    , m_view(new common::DiffView(this))
{
    setWindowTitle(tr("Change of the YAML"));
    m_view->setDiff(diff);
    buildLayout(title);
    m_apply->setEnabled(m_view->addedLines() + m_view->removedLines() > 0);
    resize(720, 460);
}

void DiffDialog::buildLayout(const QString& title)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    auto* head = common::roleLabel(title, "headline", this);
    head->setWordWrap(true);
    column->addWidget(head);
    column->addWidget(common::roleLabel(tr("%1. Everything else stays as it is; Undo takes it back.").arg(m_view->summary()), "muted", this));
    auto* frame = new common::Card(this);
    frame->body()->setContentsMargins(1, 1, 1, 1);
    frame->body()->addWidget(m_view);
    column->addWidget(frame, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_apply = new QPushButton(tr("Apply"), this);
    m_apply->setObjectName(QStringLiteral("apply"));
    m_apply->setProperty("primary", true);
    m_apply->setDefault(true);
    cancel->setAutoDefault(false);
    row->addWidget(cancel);
    row->addWidget(m_apply);
    column->addLayout(row);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_apply->setFocus();
}

} // namespace diagnosis
