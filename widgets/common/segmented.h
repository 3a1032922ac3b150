// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace common {

/// One choice of a few, as one control: `Design | Timeline | Sync | YAML`. Arrow keys move within it, Tab leaves it.
class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);
    explicit SegmentedControl(const QStringList& texts, QWidget* parent = nullptr);

    int addSegment(const QString& text, const QString& toolTip = {});
    [[nodiscard]] int current() const;
    void setCurrent(int index); ///< says currentChanged if it differs
    [[nodiscard]] QAbstractButton* button(int index) const;
    [[nodiscard]] int count() const;

signals:
    void currentChanged(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QButtonGroup* m_group = nullptr;
    QHBoxLayout* m_row = nullptr;
};

} // namespace common
