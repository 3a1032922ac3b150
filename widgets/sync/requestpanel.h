// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/sync/advices.h"

#include <QStackedWidget>

class QVBoxLayout;

namespace common {
class SectionLabel;
}

namespace syncview {

/// Beside the Sync view: the selected request with its answer, what could be done better, what was refused.
class RequestPanel : public QStackedWidget {
    Q_OBJECT
public:
    explicit RequestPanel(QWidget* parent = nullptr);

    void setRequest(const RequestRow& request, int attempts); ///< `attempts`: the most the connection makes; 0 unknown
    void setAdvice(const QVector<AdviceCard>& cards);
    /// The newest first; `total` may be more.
    void setRefused(const QVector<syncs::RefusedRecord>& records, qint64 total);
    void clear();

signals:
    /// One key under `connection` of the connection file, and its YAML; once per edit of the card.
    void adviceRequested(const QString& key, const QString& value);

private:
    void buildLayout();
    void addAdvice(const AdviceCard& advice);
    void fold();

    common::SectionLabel* m_requestTitle = nullptr;
    QVBoxLayout* m_request = nullptr;
    common::SectionLabel* m_adviceTitle = nullptr;
    QVBoxLayout* m_advice = nullptr;
    common::SectionLabel* m_refusedTitle = nullptr;
    QVBoxLayout* m_refused = nullptr;
    QVector<AdviceCard> m_cards; ///< as shown: built anew only when they differ, so that a button keeps the focus
};

} // namespace syncview
