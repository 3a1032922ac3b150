// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/freshness/finding.h"
#include "widgets/common/labels.h"

class QPushButton;

namespace diagnosis {

/// What to do at once: sentences, and each command in a code box with Copy and, where somebody can run it, Run….
class NowCard : public common::Card {
    Q_OBJECT
public:
    explicit NowCard(QWidget* parent = nullptr);
    void setAdvice(const QVector<freshness::Advice>& advice); ///< hides itself if empty
    void setRunnerAvailable(bool available);

signals:
    void runRequested(const QString& command);

private:
    void addCommand(const QString& command, bool first);

    bool m_canRun = false;
};

} // namespace diagnosis
