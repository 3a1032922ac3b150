// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosis/pathview.h"

#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "widgets/common/wraptext.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace diagnosis {

namespace {

/// A mark on the first line's height, painted in the theme that holds at the time.
class StepMark : public QWidget {
public:
    StepMark(painting::Mark mark, QWidget* parent)
        : QWidget(parent)
        , m_mark(mark)
    {
        setFixedSize(14, 18);
        setAccessibleName(painting::markWord(mark));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painting::paintMark(painter, QRectF(0, 3, 13, 13), m_mark, common::tokensOf(*this));
    }

private:
    painting::Mark m_mark;
};

const char* stepTone(const Step& step)
{
    switch (step.mark) {
    case painting::Mark::ReadTooEarly:
        return "race";
    case painting::Mark::Failed:
        return "failed";
    case painting::Mark::Late:
        return "late";
    default:
        return "muted";
    }
}

} // namespace

PathView::PathView(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
}

void PathView::setSteps(const QVector<Step>& steps)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Step& step : steps) {
        auto* row = new QWidget(this);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(8);
        line->addWidget(new StepMark(step.mark, row), 0, Qt::AlignTop);
        // Beside each other while the answer keeps room to be read.
        const bool beside = !step.question.isEmpty() && step.question.size() + step.answer.size() <= 46;
        auto* texts = new QBoxLayout(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        texts->setSpacing(beside ? 8 : 0);
        if (!step.question.isEmpty()) {
            QLabel* question = common::wrappedLabel(step.question, row);
            question->setWordWrap(!beside);
            question->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            if (step.decisive)
                question->setProperty("role", QStringLiteral("bold"));
            texts->addWidget(question);
        }
        auto* answer = new common::WrapText(common::WrapText::Face::Plain, row);
        if (!step.question.isEmpty())
            answer->setTone(stepTone(step));
        answer->setText(step.answer);
        answer->setAccessibleName(QStringLiteral("%1 %2").arg(step.question, step.answer).trimmed());
        texts->addWidget(answer, beside ? 1 : 0);
        line->addLayout(texts, 1);
        m_column->addWidget(row);
    }
}

} // namespace diagnosis
