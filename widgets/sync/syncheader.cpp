// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/syncheader.h"

#include "widgets/common/labels.h"
#include "widgets/common/statuslabel.h"
#include "widgets/common/wraptext.h"

#include <QFileInfo>
#include <QProgressBar>
#include <QPushButton>

namespace syncview {

SyncHeader::SyncHeader(QWidget* parent)
    : QWidget(parent)
{
    buildLayout();
    setRunning(false);
    setNotice(painting::Mark::Unknown, {}, {});
    connect(m_cancel, &QPushButton::clicked, this, &SyncHeader::cancelRequested);
}

void SyncHeader::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 8);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_title = common::roleLabel({}, "headline", this));
    row->addWidget(m_counters = common::roleLabel({}, "muted", this), 1);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("cancelSync"));
    m_cancel->setToolTip(tr("Commits the page in hand and stops; the next sync goes on from there"));
    // Its place stays when it goes, so that nothing jumps.
    QSizePolicy policy = m_cancel->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_cancel->setSizePolicy(policy);
    row->addWidget(m_cancel);
    column->addLayout(row);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1);
    m_bar->setAccessibleName(tr("Progress of the sync"));
    column->addWidget(m_bar);
    m_notice = new common::Card(this);
    m_notice->body()->addWidget(m_noticeTitle = new common::StatusLabel(m_notice));
    m_notice->body()->addWidget(m_noticeText = new common::WrapText(common::WrapText::Face::Plain, m_notice));
    column->addWidget(m_notice);
}

void SyncHeader::setTitle(const QString& connection, const QString& target)
{
    m_title->setText(QStringLiteral("%1 → %2").arg(connection, QFileInfo(target).fileName()));
    m_title->setToolTip(target);
}

void SyncHeader::setCounters(const QString& text)
{
    m_counters->setText(text);
}

void SyncHeader::setProgress(int done, int all, bool running)
{
    // Nobody knows how many pages there will be: while the first stream is read, the bar only says that something happens.
    const bool busy = running && done == 0;
    m_bar->setRange(0, busy ? 0 : qMax(1, all));
    m_bar->setValue(busy ? 0 : done);
}

void SyncHeader::setRunning(bool running)
{
    m_cancel->setVisible(running);
    m_cancel->setEnabled(running);
    m_cancel->setText(tr("Cancel"));
}

void SyncHeader::setCancelling()
{
    m_cancel->setEnabled(false);
    m_cancel->setText(tr("Stopping…"));
}

void SyncHeader::setNotice(painting::Mark mark, const QString& title, const QString& text)
{
    m_noticeTitle->setStatus(mark, title);
    m_noticeText->setText(text);
    m_noticeText->setVisible(!text.isEmpty());
    m_notice->setVisible(!title.isEmpty());
}

QString SyncHeader::noticeText() const
{
    return m_notice->isHidden() ? QString() : m_noticeTitle->text() + u'\n' + m_noticeText->text();
}

} // namespace syncview
