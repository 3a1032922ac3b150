// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painting/statusshape.h"

#include <QIcon>
#include <QWidget>

namespace common {

/// Shape + word + colour on one line. Without a text the mark's own word stands there.
class StatusLabel : public QWidget {
    Q_OBJECT
public:
    explicit StatusLabel(QWidget* parent = nullptr);
    void setStatus(painting::Mark mark, const QString& text = {}, bool colouredText = true);
    [[nodiscard]] painting::Mark mark() const { return m_mark; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    painting::Mark m_mark = painting::Mark::Unknown;
    QString m_text;
    bool m_coloured = true;
};

/// The mark as an icon, for item views.
[[nodiscard]] QIcon markIcon(painting::Mark mark, const painting::Tokens& tokens, int size = 14);

} // namespace common
