// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;

namespace window {

/// A line with progress and Cancel while files are read.
class ImportBar : public QFrame {
    Q_OBJECT
public:
    explicit ImportBar(QWidget* parent = nullptr);
    void start();
    void setProgress(const QString& path, int done, int total);
    void finish();

signals:
    void cancelled();

private:
    QLabel* m_text = nullptr;
    QProgressBar* m_progress = nullptr;
};

} // namespace window
