// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace dialogs {

/// Help > First steps: the way from an empty window to a fixed pipeline, on one page.
class FirstSteps : public QDialog {
    Q_OBJECT
public:
    explicit FirstSteps(QWidget* parent = nullptr);
};

} // namespace dialogs
