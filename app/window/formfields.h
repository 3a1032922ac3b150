// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace window {

/// Small label above a field, as the inspector writes it. The label is the field's accessible name.
[[nodiscard]] QWidget* labelled(const QString& label, QWidget* field, QWidget* parent);
/// Text at the left, muted text at the right, a mark before it if there is one.
[[nodiscard]] QWidget* pairRow(QWidget* left, const QString& right, QWidget* parent);
/// A page of the inspector: margins and spacing of the mock-ups.
[[nodiscard]] QVBoxLayout* pageLayout(QWidget* page);
/// Without moving the cursor of somebody who is typing there.
void setFieldText(QLineEdit* field, const QString& text);
/// Red border and the reason as tool tip; empty: all is well.
void setFieldProblem(QWidget* field, const QString& why);

} // namespace window
