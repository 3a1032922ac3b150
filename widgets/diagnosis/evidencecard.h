// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/labels.h"
#include "widgets/diagnosis/decisionpath.h"

class QGridLayout;

namespace diagnosis {

/// Both clocks of a finding, one line each: what, and when in monospace.
class EvidenceCard : public common::Card {
    Q_OBJECT
public:
    explicit EvidenceCard(QWidget* parent = nullptr);
    void setFacts(const QVector<Fact>& facts);

private:
    QGridLayout* m_grid = nullptr;
};

} // namespace diagnosis
