// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/requestpanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/labels.h"
#include "widgets/common/statuslabel.h"
#include "widgets/common/wraptext.h"
#include "widgets/sync/syncwords.h"

#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

namespace syncview {

using common::Card;
using common::SectionLabel;

static void emptyColumn(QVBoxLayout* column)
{
    while (QLayoutItem* item = column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

RequestPanel::RequestPanel(QWidget* parent)
    : QStackedWidget(parent)
{
    setAccessibleName(tr("Request"));
    buildLayout();
    clear();
}

void RequestPanel::buildLayout()
{
    addWidget(new common::EmptyState(tr("No request yet"), tr("Every request of a sync is listed under Requests. The selected one is shown here with its answer.")));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* page = new common::ScrollPage;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(14, 12, 14, 16);
    column->setSpacing(8);
    const auto section = [&](SectionLabel*& title, QVBoxLayout*& body, const QString& text, int spacing) {
        if (column->count() > 0)
            column->addSpacing(6);
        column->addWidget(title = new SectionLabel(text, page));
        body = new QVBoxLayout;
        body->setSpacing(spacing);
        column->addLayout(body);
    };
    section(m_requestTitle, m_request, {}, 8);
    section(m_adviceTitle, m_advice, tr("Advice"), 8);
    section(m_refusedTitle, m_refused, tr("Refused rows"), 6);
    column->addStretch();
    scroll->setWidget(page);
    addWidget(scroll);
}

static Card* sentCard(const RequestRow& request, QWidget* parent)
{
    auto* card = new Card(parent, Card::Kind::Code);
    auto* url = new common::WrapText(common::WrapText::Face::Monospace, card);
    url->setText(request.method + u' ' + request.url);
    card->body()->addWidget(url);
    for (const QString& header : request.headers) {
        auto* line = new common::WrapText(common::WrapText::Face::Monospace, card);
        line->setText(header);
        line->setTone("muted");
        card->body()->addWidget(line);
    }
    return card;
}

void RequestPanel::setRequest(const RequestRow& request, int attempts)
{
    // Not toUpper(): a stream's name is written as it is called.
    m_requestTitle->setText(tr("REQUEST %1 OF %2").arg(countWords(request.number), request.stream));
    m_requestTitle->setAccessibleName(m_requestTitle->text());
    emptyColumn(m_request);
    QWidget* page = m_requestTitle->parentWidget();
    m_request->addWidget(sentCard(request, page));
    auto* answer = new Card(page);
    answer->body()->setSpacing(6);
    auto* status = new common::StatusLabel(answer);
    const QString took = tr("%1 ms").arg(QLocale().toString(request.milliseconds, 'f', request.milliseconds < 10 ? 1 : 0));
    const QString words = QStringList({QString::number(request.status), statusWords(request.status)}).join(u' ').trimmed();
    status->setStatus(statusMark(request.status), request.status == 0 ? tr("no answer yet") : words + QStringLiteral(" · ") + took);
    answer->body()->addWidget(status);
    const QString retryAfter = request.answerHeader(QLatin1String("Retry-After"));
    if (!retryAfter.isEmpty()) {
        auto* line = new common::WrapText(common::WrapText::Face::Monospace, answer);
        line->setText(QStringLiteral("Retry-After: ") + retryAfter);
        answer->body()->addWidget(line);
    }
    QStringList sentences;
    if (request.waitSeconds > 0) {
        QString waited = waitWords(request.waitSeconds, request.waitReason);
        waited[0] = waited.at(0).toUpper();
        sentences.append(waited + u'.');
    }
    if (request.attempt > 1 || request.status >= 400)
        sentences.append(attempts > 0 ? tr("Attempt %1 of %2.").arg(request.attempt).arg(attempts) : tr("Attempt %1.").arg(request.attempt));
    if (!sentences.isEmpty())
        answer->body()->addWidget(common::wrappedLabel(sentences.join(u' '), answer));
    m_request->addWidget(answer);
    m_requestTitle->show();
    fold();
}

void RequestPanel::addAdvice(const AdviceCard& advice)
{
    auto* card = new Card(m_adviceTitle->parentWidget());
    card->body()->setSpacing(6);
    QLabel* title = common::wrappedLabel(advice.title, card);
    title->setProperty("role", QStringLiteral("bold"));
    card->body()->addWidget(title);
    QLabel* text = common::wrappedLabel(advice.text, card);
    text->setProperty("tone", QStringLiteral("muted"));
    card->body()->addWidget(text);
    auto* button = new QPushButton(advice.button, card);
    button->setAccessibleDescription(advice.title + u' ' + advice.text);
    connect(button, &QPushButton::clicked, this, [this, edits = advice.edits] {
        for (const AdviceEdit& edit : edits)
            emit adviceRequested(edit.key, edit.value);
    });
    card->body()->addWidget(button, 0, Qt::AlignLeft);
    m_advice->addWidget(card);
}

void RequestPanel::setAdvice(const QVector<AdviceCard>& cards)
{
    if (cards != m_cards || cards.isEmpty()) {
        emptyColumn(m_advice);
        m_cards = cards;
        for (const AdviceCard& card : cards)
            addAdvice(card);
    }
    m_adviceTitle->setVisible(!cards.isEmpty());
    fold();
}

void RequestPanel::setRefused(const QVector<syncs::RefusedRecord>& records, qint64 total)
{
    constexpr int most = 8;
    emptyColumn(m_refused);
    QWidget* page = m_refusedTitle->parentWidget();
    for (const syncs::RefusedRecord& record : records.mid(0, most)) {
        auto* row = new QWidget(page);
        auto* line = new QVBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(0);
        auto* where = new common::StatusLabel(row);
        where->setStatus(painting::Mark::Failed, tr("%1, page %2, record %3").arg(record.stream, countWords(record.page), countWords(record.position + 1)), false);
        line->addWidget(where);
        QLabel* why = common::wrappedLabel(record.reason, row);
        why->setProperty("tone", QStringLiteral("muted"));
        why->setContentsMargins(20, 0, 0, 0);
        line->addWidget(why);
        m_refused->addWidget(row);
    }
    if (total > most) {
        auto* more = common::roleLabel(tr("and %1 more, under Refused").arg(countWords(total - qMin<qint64>(most, records.size()))), "muted", page);
        m_refused->addWidget(more);
    }
    m_refusedTitle->setVisible(total > 0);
    fold();
}

void RequestPanel::fold()
{
    const bool some = m_request->count() > 0 || m_advice->count() > 0 || m_refused->count() > 0;
    setCurrentIndex(some ? 1 : 0);
}

void RequestPanel::clear()
{
    emptyColumn(m_request);
    m_requestTitle->hide();
    setAdvice({});
    setRefused({}, 0);
}

} // namespace syncview
