// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/canvasstate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace canvas {

QPointF EdgePath::at(double t) const
{
    const double s = 1 - t;
    return s * s * s * from + 3 * s * s * t * control1 + 3 * s * t * t * control2 + t * t * t * to;
}

QRectF EdgePath::bounds() const
{
    const auto x = std::minmax({from.x(), control1.x(), control2.x(), to.x()});
    const auto y = std::minmax({from.y(), control1.y(), control2.y(), to.y()});
    return {QPointF(x.first, y.first), QPointF(x.second, y.second)};
}

double EdgePath::distanceTo(const QPointF& point) const
{
    constexpr int steps = 24;
    double least = std::numeric_limits<double>::max();
    QPointF a = from;
    for (int i = 1; i <= steps; ++i) {
        const QPointF b = at(double(i) / steps);
        const QPointF ab = b - a;
        const double length = QPointF::dotProduct(ab, ab);
        const double t = length > 0 ? std::clamp(QPointF::dotProduct(point - a, ab) / length, 0.0, 1.0) : 0.0;
        const QPointF gap = point - (a + t * ab);
        least = std::min(least, std::hypot(gap.x(), gap.y()));
        a = b;
    }
    return least;
}

} // namespace canvas
