// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace common {
class DiffView;
}

namespace diagnosis {

/// What a change would write, as a unified diff, before anything is written. Accepted: apply it.
class DiffDialog : public QDialog {
    Q_OBJECT
public:
    /// `title` says what it is for (`Let dbt wait for the extraction`); `diff` unified, several files after one another.
    DiffDialog(const QString& title, const QString& diff, QWidget* parent = nullptr);
    [[nodiscard]] common::DiffView* view() const { return m_view; }

private:
    void buildLayout(const QString& title);

    common::DiffView* m_view = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace diagnosis
