// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosis/evidencecard.h"

#include "widgets/common/theme.h"

#include <QGridLayout>

namespace diagnosis {

EvidenceCard::EvidenceCard(QWidget* parent)
    : Card(parent)
    , m_grid(new QGridLayout)
{
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnStretch(0, 1); // long words of other languages wrap; what is measured stays whole
    body()->addLayout(m_grid);
}

void EvidenceCard::setFacts(const QVector<Fact>& facts)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Fact& fact : facts) {
        auto* label = common::roleLabel(fact.label, "muted", this);
        label->setWordWrap(true);
        auto* value = new QLabel(fact.value, this);
        value->setTextFormat(Qt::PlainText);
        QFont mono = common::monospaceFont();
        mono.setBold(fact.culprit);
        value->setFont(mono);
        if (fact.culprit)
            value->setProperty("tone", QStringLiteral("race"));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(QStringLiteral("%1: %2").arg(fact.label, fact.value));
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(value, row, 1);
        ++row;
    }
    setVisible(!facts.isEmpty());
}

} // namespace diagnosis
