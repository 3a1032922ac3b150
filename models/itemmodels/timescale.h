// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/utctime.h"

#include <algorithm>
#include <cmath>

namespace itemmodels {

/// A span of time in UTC microseconds, [start, end).
struct Span {
    qint64 start = 0;
    qint64 end = 0;
    [[nodiscard]] qint64 length() const { return end - start; }
    [[nodiscard]] qint64 middle() const { return start + length() / 2; }
    [[nodiscard]] bool contains(qint64 at) const { return start <= at && at < end; }
    [[nodiscard]] bool overlaps(qint64 from, qint64 to) const { return from < end && to >= start; }
    bool operator==(const Span&) const = default;
};

/// Time <-> pixel. `left` is the pixel of span.start, `width` that of the whole span, in logical pixels.
struct TimeScale {
    Span span;
    double left = 0;
    double width = 1;

    [[nodiscard]] double microsPerPixel() const { return double(std::max<qint64>(1, span.length())) / std::max(1.0, width); }
    [[nodiscard]] double toX(qint64 at) const { return left + double(at - span.start) / microsPerPixel(); }
    [[nodiscard]] qint64 toTime(double x) const { return span.start + qint64(std::llround((x - left) * microsPerPixel())); }
};

/// No nearer than a tenth of a second, no farther than two centuries.
inline constexpr qint64 shortestSpan = base::microsPerSecond / 10;
inline constexpr qint64 longestSpan = 200 * 366 * base::microsPerDay;

/// Scales a span about the instant `fixed`, which keeps its place. factor < 1 zooms in.
[[nodiscard]] inline Span zoomed(Span span, qint64 fixed, double factor)
{
    const double length = double(std::max<qint64>(1, span.length()));
    const double wanted = std::clamp(length * factor, double(shortestSpan), double(longestSpan));
    const double share = double(fixed - span.start) / length;
    const qint64 start = fixed - qint64(std::llround(share * wanted));
    return {start, start + qint64(std::llround(wanted))};
}

[[nodiscard]] inline Span panned(Span span, qint64 by) { return {span.start + by, span.end + by}; }

/// The span that shows [from, to] with `margin` (a share of the length) on both sides, at least `least` long.
[[nodiscard]] inline Span framed(qint64 from, qint64 to, double margin, qint64 least)
{
    const qint64 low = std::min(from, to);
    const qint64 inner = std::max(least, std::max(from, to) - low);
    const qint64 middle = low + (std::max(from, to) - low) / 2;
    const auto half = qint64(std::llround(double(inner) * (0.5 + margin)));
    return {middle - half, middle + half};
}

/// Wheel deltas of trackpads and wheels feel alike (Perfetto's curve): a notch of 120 changes the span by about 15 %.
[[nodiscard]] inline double wheelFactor(double delta)
{
    const double step = std::log2(1.0 + std::abs(delta)) * 0.02;
    return delta > 0 ? 1.0 / (1.0 + step) : 1.0 + step;
}

} // namespace itemmodels
