// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosis/pathview.h"

#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

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

QString stepTone(const Step& step)
{
    switch (step.mark) {
    case painting::Mark::ReadTooEarly:
        return QStringLiteral("race");
    case painting::Mark::Failed:
        return QStringLiteral("failed");
    case painting::Mark::Late:
        return QStringLiteral("late");
    default:
        return QStringLiteral("muted");
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
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        if (!step.question.isEmpty()) {
            QLabel* question = common::wrappedLabel(step.question, row);
            if (step.decisive)
                question->setProperty("role", QStringLiteral("bold"));
            texts->addWidget(question);
        }
        QLabel* answer = common::wrappedLabel(step.answer, row);
        answer->setProperty("tone", step.question.isEmpty() ? QVariant() : QVariant(stepTone(step)));
        answer->setAccessibleName(QStringLiteral("%1 %2").arg(step.question, step.answer).trimmed());
        texts->addWidget(answer);
        line->addLayout(texts, 1);
        m_column->addWidget(row);
    }
}

} // namespace diagnosis
