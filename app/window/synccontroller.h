// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sampleapi/sampleapi.h"
#include "app/window/context.h"

#include <QObject>

#include <optional>

class QToolButton;
class QWidget;

namespace syncview {
class SyncView;
}

namespace window {

class Inspector;

/// The Sync view in this window: which connection, how many records, its actions, its log, and advice that is followed.
class SyncController : public QObject {
    Q_OBJECT
public:
    SyncController(const Context& context, Inspector& inspector, QObject* parent = nullptr);
    ~SyncController() override;
    [[nodiscard]] syncview::SyncView* view() const { return m_view; }
    /// Limit ▾ : for the tool strip, which takes ownership.
    [[nodiscard]] QWidget* makeControls(QWidget* parent);

signals:
    void started(); ///< the view should be seen

private:
    void connectActions();
    void connectView();
    void followSelection();
    void chooseFirst();
    void start();
    void refreshEnabled();
    void setLimit(std::optional<qint64> limit);
    void followAdvice(const QString& key, const QString& value);

    Context m;
    sampleapi::Server m_sampleServer;
    syncview::SyncView* m_view = nullptr;
    QToolButton* m_limitButton = nullptr;
    std::optional<qint64> m_limit = 1000;
};

} // namespace window
