// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/painting/statusshape.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QTimer;


namespace window {

/// One line under the tool bar for what needs an answer, without stopping the work: a file changed on disk, an error.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    struct Button {
        QString text;
        std::function<void()> run; ///< the bar closes first
    };
    explicit NoticeBar(QWidget* parent = nullptr);
    /// Replaces what was shown. Every notice can be closed with its ✕ as well.
    void show(painting::Mark mark, const QString& sentence, const QVector<Button>& buttons = {});
    void dismiss();
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    using QFrame::show;

    painting::Mark m_mark = painting::Mark::Unknown;
    QLabel* m_sentence = nullptr;
    QTimer* m_later = nullptr; ///< good news goes by itself
    QHBoxLayout* m_buttons = nullptr;
};

} // namespace window
