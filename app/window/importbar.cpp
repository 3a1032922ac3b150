// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importbar.h"

#include "widgets/common/labels.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace window {

ImportBar::ImportBar(QWidget* parent)
    : QFrame(parent)
    , m_text(common::roleLabel({}, "muted", this))
    , m_progress(new QProgressBar(this))
{
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(260);
    m_progress->setAccessibleName(tr("Import progress"));
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(tr("Cancel the import"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 5, 12, 5);
    row->setSpacing(12);
    row->addWidget(m_progress);
    row->addWidget(m_text, 1);
    row->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, &ImportBar::cancelled);
    hide();
}

void ImportBar::start()
{
    m_progress->setRange(0, 0);
    m_text->setText(tr("Looking for run histories…"));
    show();
}

void ImportBar::setProgress(const QString& path, int done, int total)
{
    m_progress->setRange(0, qMax(1, total));
    m_progress->setValue(done);
    m_text->setText(tr("%1 of %2: %3").arg(done).arg(total).arg(QFileInfo(path).fileName()));
}

void ImportBar::finish()
{
    hide();
}

} // namespace window
