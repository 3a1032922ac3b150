// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/ratebudget.h"

#include <algorithm>

namespace net {

base::Micros RateBudget::waitBefore(base::Micros now) const
{
    if (!limited() || m_ends.size() < size_t(m_requests))
        return 0;
    return std::max<base::Micros>(0, m_ends.front() + m_window + 1000 - now);
}

void RateBudget::ended(base::Micros now)
{
    if (!limited())
        return;
    m_ends.push_back(now);
    while (m_ends.size() > size_t(m_requests))
        m_ends.pop_front();
}

} // namespace net
