// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosis/proposalcard.h"

#include "widgets/common/theme.h"
#include "widgets/diagnosis/times.h"

#include <QGridLayout>
#include <QPushButton>

namespace diagnosis {

using freshness::Replay;
using freshness::ReplayColumn;
using common::WrapText;

namespace {

/// Rows of the replay's table: the name, then now, then with the change.
class ReplayTable : public QWidget {
public:
    explicit ReplayTable(QWidget* parent)
        : QWidget(parent)
        , m_grid(new QGridLayout(this))
    {
        m_grid->setContentsMargins(0, 2, 0, 2);
        m_grid->setHorizontalSpacing(14);
        m_grid->setVerticalSpacing(6);
        m_grid->setColumnStretch(2, 1);
        m_grid->setSizeConstraint(QLayout::SetMinimumSize); // rows are never squeezed
    }

    void addHead(const QString& now, const QString& changed)
    {
        m_grid->addWidget(common::roleLabel(now, "small", this), 0, 1);
        m_grid->addWidget(common::roleLabel(changed, "small", this), 0, 2);
    }

    void addRow(const QString& name, const QString& now, const char* nowTone, const QString& changed, const char* changedTone, const QString& aside = {})
    {
        const int row = m_grid->rowCount();
        m_grid->addWidget(new QLabel(name, this), row, 0);
        m_grid->addWidget(cell(name, now, nowTone), row, 1);
        m_grid->addWidget(cell(name, changed, changedTone), row, 2);
        if (!aside.isEmpty())
            m_grid->addWidget(common::roleLabel(aside, "small", this), row + 1, 2);
    }

private:
    QLabel* cell(const QString& name, const QString& text, const char* tone)
    {
        auto* label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setAccessibleName(QStringLiteral("%1: %2").arg(name, text));
        if (tone)
            label->setProperty("tone", QString::fromLatin1(tone));
        return label;
    }

    QGridLayout* m_grid;
};

} // namespace

ProposalCard::ProposalCard(QWidget* parent)
    : Card(parent)
{
    body()->setSpacing(6);
}

void ProposalCard::empty()
{
    while (QLayoutItem* item = body()->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // not at once: the button that led here may be among them
        }
        delete item;
    }
}

void ProposalCard::setProposal(const freshness::Proposal& proposal, QDate badDay, const QStringList& advice)
{
    empty();
    addText(proposal.title, WrapText::Face::Bold);
    if (proposal.replay.days > 0)
        addReplay(proposal.replay, badDay);
    addButtons();
    // What explains stands under the buttons: they should be in sight without scrolling.
    if (proposal.replay.days > 0)
        addFit(proposal.replay);
    if (!proposal.reason.isEmpty())
        addText(proposal.reason, WrapText::Face::Plain, "muted");
    // What the proposal itself does not say: an alternative, how it came to it.
    addAdvice(advice.mid(advice.isEmpty() ? 0 : 1));
}

void ProposalCard::addText(const QString& text, WrapText::Face face, const char* tone)
{
    auto* label = new WrapText(face, this);
    if (tone)
        label->setTone(tone);
    label->setText(text);
    body()->addWidget(label);
}

void ProposalCard::addReplay(const Replay& replay, QDate badDay)
{
    QLabel* head = common::wrappedLabel(replay.days == 1 ? tr("Replayed on 1 day:") : tr("Replayed on %n days:", nullptr, replay.days), this);
    head->setProperty("tone", QStringLiteral("muted"));
    body()->addWidget(head);
    auto* table = new ReplayTable(this);
    table->addHead(tr("now"), tr("with the change"));
    const ReplayColumn& now = replay.now;
    const ReplayColumn& changed = replay.changed;
    const auto badTone = [](int days) { return days > 0 ? "race" : "success"; };
    const auto days = [](int count) { return count == 1 ? tr("1 day") : tr("%n days", nullptr, count); };
    table->addRow(tr("read too early"), days(now.mismatchDays), badTone(now.mismatchDays), days(changed.mismatchDays), badTone(changed.mismatchDays));
    const auto time = [](const std::optional<base::Micros>& at) { return at ? timeOfDayWords(*at) : tr("never"); };
    if (now.readyP95 || changed.readyP95) {
        const QString aside = changed.readyOnBadDay && badDay.isValid() ? tr("(%1 on %2)").arg(time(changed.readyOnBadDay), dayWords(badDay)) : QString();
        table->addRow(tr("ready by, P95"), time(now.readyP95), nullptr, time(changed.readyP95), nullptr, aside);
    }
    if (now.slaTotal > 0 || changed.slaTotal > 0) {
        const auto met = [](const ReplayColumn& c) { return tr("%1 of %2").arg(c.slaMet).arg(c.slaTotal); };
        const auto tone = [](const ReplayColumn& c) { return c.slaMet == c.slaTotal ? "success" : static_cast<const char*>(nullptr); };
        table->addRow(tr("SLA met"), met(now), tone(now), met(changed), tone(changed));
    }
    table->addRow(tr("extra wait, median"), QStringLiteral("–"), "muted",
        replay.extraLatencyMedian == 0 ? tr("none") : base::durationWords(replay.extraLatencyMedian), nullptr,
        replay.extraLatencyMedian < 0 ? tr("(ready sooner)") : QString());
    body()->addWidget(table);
}

void ProposalCard::addFit(const Replay& replay)
{
    QLabel* fit = common::wrappedLabel(
        tr("How good is the replay? Unchanged, it starts within a minute of the record on %1 of %2 days.").arg(replay.fitWithinMinute).arg(replay.days), this);
    fit->setProperty("role", QStringLiteral("small"));
    body()->addWidget(fit);
}

void ProposalCard::addButtons()
{
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 4, 0, 2);
    row->setSpacing(8);
    auto* apply = new QPushButton(tr("Apply to YAML…"), holder);
    apply->setObjectName(QStringLiteral("apply"));
    apply->setProperty("primary", true);
    auto* diff = new QPushButton(tr("Show diff"), holder);
    diff->setObjectName(QStringLiteral("diff"));
    connect(apply, &QPushButton::clicked, this, &ProposalCard::applyRequested);
    connect(diff, &QPushButton::clicked, this, &ProposalCard::diffRequested);
    row->addWidget(apply);
    row->addWidget(diff);
    row->addStretch();
    body()->addWidget(holder);
}

void ProposalCard::addAdvice(const QStringList& advice)
{
    for (const QString& text : advice)
        addText(text, WrapText::Face::Plain, "muted");
}

void ProposalCard::setProblem(const QString& why, const QStringList& advice)
{
    empty();
    addText(why, WrapText::Face::Plain);
    addAdvice(advice);
}

void ProposalCard::setWaiting(const QStringList& advice)
{
    empty();
    addAdvice(advice);
    setVisible(!advice.isEmpty());
}

} // namespace diagnosis
