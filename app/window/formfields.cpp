// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/formfields.h"

#include "widgets/common/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace window {

QWidget* labelled(const QString& label, QWidget* field, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(common::roleLabel(label, "small", box));
    column->addWidget(field);
    field->setAccessibleName(label);
    return box;
}

QWidget* pairRow(QWidget* left, const QString& right, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    left->setParent(box);
    row->addWidget(left, 1);
    row->addWidget(common::roleLabel(right, "muted", box));
    return box;
}

QVBoxLayout* pageLayout(QWidget* page)
{
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(8);
    return column;
}

void setFieldText(QLineEdit* field, const QString& text)
{
    if (field->text() == text || (field->hasFocus() && field->isModified()))
        return;
    field->setText(text);
    field->setCursorPosition(0);
}

void setFieldProblem(QWidget* field, const QString& why)
{
    if (field->property("invalid").toBool() == !why.isEmpty() && field->toolTip() == why)
        return;
    field->setProperty("invalid", !why.isEmpty());
    field->setToolTip(why);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

} // namespace window
