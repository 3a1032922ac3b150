// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/noticebar.h"

#include "widgets/common/theme.h"
#include "widgets/painting/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLayoutItem>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace window {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_later(new QTimer(this))
    , m_buttons(new QHBoxLayout)
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_buttons->setSpacing(8);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(36, 6, 12, 6);
    row->setSpacing(12);
    row->addWidget(m_sentence, 1);
    row->addLayout(m_buttons);
    m_later->setSingleShot(true);
    m_later->setInterval(12'000);
    connect(m_later, &QTimer::timeout, this, &NoticeBar::dismiss);
    hide();
}

void NoticeBar::show(painting::Mark mark, const QString& sentence, const QVector<Button>& buttons)
{
    dismiss();
    m_mark = mark;
    m_sentence->setText(sentence);
    setAccessibleName(QStringLiteral("%1: %2").arg(painting::markWord(mark), sentence));
    QVector<Button> all = buttons;
    all.append({tr("Close"), {}});
    for (const Button& button : std::as_const(all)) {
        auto* pushed = new QPushButton(button.text, this);
        m_buttons->addWidget(pushed);
        const auto run = button.run;
        connect(pushed, &QPushButton::clicked, this, [this, run] {
            dismiss();
            if (run)
                run();
        });
    }
    if (mark == painting::Mark::Success)
        m_later->start();
    setVisible(true);
    update();
}

void NoticeBar::dismiss()
{
    setVisible(false);
    m_later->stop();
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater(); // may be the one that was pressed
        delete item;
    }
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const painting::Tokens& t = common::tokensOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), t.raised);
    painter.setPen(t.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    painting::paintMark(painter, QRectF(14, (height() - 14) / 2.0, 14, 14), m_mark, t);
}

} // namespace window
