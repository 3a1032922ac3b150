// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/sync/syncwords.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace common {
class Card;
class StatusLabel;
class WrapText;
}

namespace syncview {

/// Over the streams: from where to where, the counters, how far, Cancel; after a failure the sentence that says why.
class SyncHeader : public QWidget {
    Q_OBJECT
public:
    explicit SyncHeader(QWidget* parent = nullptr);

    void setTitle(const QString& connection, const QString& target);
    void setCounters(const QString& text);
    void setProgress(int done, int all, bool running); ///< in hundredths of a stream
    void setRunning(bool running);
    void setCancelling();
    /// `title` empty: nothing to say.
    void setNotice(painting::Mark mark, const QString& title, const QString& text);
    [[nodiscard]] QString noticeText() const;

signals:
    void cancelRequested();

private:
    void buildLayout();

    QLabel* m_title = nullptr;
    QLabel* m_counters = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_bar = nullptr;
    common::Card* m_notice = nullptr;
    common::StatusLabel* m_noticeTitle = nullptr;
    common::WrapText* m_noticeText = nullptr;
};

} // namespace syncview
