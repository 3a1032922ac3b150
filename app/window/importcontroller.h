// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"

#include <QObject>
#include <QStringList>

class QMimeData;

namespace services {
struct ImportResult;
}

namespace window {

class ImportBar;

/// The Runs menu's imports, and files dropped onto the window. Progress stands under the tool bar, the result in the log.
class ImportController : public QObject {
    Q_OBJECT
public:
    ImportController(const Context& context, ImportBar& bar, QObject* parent = nullptr);
    void importPaths(const QStringList& paths);
    [[nodiscard]] static QStringList localPaths(const QMimeData* data);

signals:
    void finished(int added);

private:
    void chooseFiles();
    void chooseFolder();
    void report(const services::ImportResult& result);

    Context m;
    ImportBar& m_bar;
};

} // namespace window
