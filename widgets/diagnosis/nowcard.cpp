// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosis/nowcard.h"

#include "widgets/common/wraptext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTimer>

namespace diagnosis {

NowCard::NowCard(QWidget* parent)
    : Card(parent)
{
    body()->setSpacing(8);
}

void NowCard::setAdvice(const QVector<freshness::Advice>& advice)
{
    while (QLayoutItem* item = body()->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // not at once: the button that led here may be among them
        }
        delete item;
    }
    bool first = true;
    for (const freshness::Advice& entry : advice) {
        auto* label = new common::WrapText(common::WrapText::Face::Plain, this);
        label->setText(entry.text);
        body()->addWidget(label);
        if (entry.command.isEmpty())
            continue;
        addCommand(entry.command, first);
        first = false;
    }
    setVisible(!advice.isEmpty());
}

void NowCard::addCommand(const QString& command, bool first)
{
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* box = new Card(holder, Card::Kind::Code);
    auto* text = new common::WrapText(common::WrapText::Face::Monospace, box);
    text->setText(command);
    box->body()->addWidget(text);
    column->addWidget(box);
    auto* run = new QPushButton(tr("Run…"), holder);
    run->setObjectName(QStringLiteral("run"));
    run->setProperty("primary", first);
    run->setVisible(m_canRun);
    auto* copy = new QPushButton(tr("Copy"), holder);
    copy->setObjectName(QStringLiteral("copy"));
    copy->setAccessibleName(tr("Copy the command %1").arg(command));
    auto* back = new QTimer(copy);
    back->setSingleShot(true);
    connect(run, &QPushButton::clicked, this, [this, command] { emit runRequested(command); });
    connect(copy, &QPushButton::clicked, this, [command, copy, back] {
        QGuiApplication::clipboard()->setText(command);
        copy->setText(tr("Copied"));
        back->start(2000);
    });
    connect(back, &QTimer::timeout, copy, [copy] { copy->setText(tr("Copy")); });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(run);
    row->addWidget(copy);
    row->addStretch();
    column->addLayout(row);
    body()->addWidget(holder);
}

void NowCard::setRunnerAvailable(bool available)
{
    m_canRun = available;
    for (QPushButton* run : findChildren<QPushButton*>(QStringLiteral("run")))
        run->setVisible(available);
}

} // namespace diagnosis
