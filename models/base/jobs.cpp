// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/jobs.h"

namespace base {

JobTracker::JobTracker(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

JobTracker::~JobTracker()
{
    m_token.cancel();
    m_pool.waitForDone();
}

void JobTracker::cancel()
{
    m_token.cancel();
}

} // namespace base
