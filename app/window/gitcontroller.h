// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"
#include "models/base/jobs.h"
#include "models/git/repository.h"

#include <QObject>

namespace window {

/// The Git menu.
class GitController : public QObject {
    Q_OBJECT
public:
    explicit GitController(const Context& context, QObject* parent = nullptr);

private:
    void commit();
    void openDialog(const base::Result<git::Repository>& repository);

    Context m;
    base::JobTracker m_job;
};

} // namespace window
