// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/proposal.h"
#include "widgets/common/labels.h"
#include "widgets/common/wraptext.h"

#include <QDate>

class QPushButton;

namespace diagnosis {

/// What to change for good: the change in words, what it would have done on the recorded days, and the buttons that go on.
class ProposalCard : public common::Card {
    Q_OBJECT
public:
    explicit ProposalCard(QWidget* parent = nullptr);
    /// `badDay` is the finding's; `advice` the finding's own further words, beneath.
    void setProposal(const freshness::Proposal& proposal, QDate badDay, const QStringList& advice);
    void setProblem(const QString& why, const QStringList& advice);
    void setWaiting(const QStringList& advice); ///< the replay is being computed

signals:
    void applyRequested();
    void diffRequested();

private:
    void empty();
    void addReplay(const freshness::Replay& replay, QDate badDay);
    void addFit(const freshness::Replay& replay);
    void addButtons();
    void addText(const QString& text, common::WrapText::Face face, const char* tone = nullptr);
    void addAdvice(const QStringList& advice);
};

} // namespace diagnosis
