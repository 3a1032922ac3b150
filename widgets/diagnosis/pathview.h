// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/diagnosis/decisionpath.h"

#include <QWidget>

class QVBoxLayout;

namespace diagnosis {

/// The way through the decision tree: mark, question, answer; the deciding question bold.
class PathView : public QWidget {
    Q_OBJECT
public:
    explicit PathView(QWidget* parent = nullptr);
    void setSteps(const QVector<Step>& steps);

private:
    QVBoxLayout* m_column = nullptr;
};

} // namespace diagnosis
