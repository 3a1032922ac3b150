// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/buildtimeline.h"
#include "widgets/painting/timelinepainter.h"

#include <benchmark/benchmark.h>

#include <QImage>
#include <QPainter>

#include <map>

/// Frames of the timeline at 1920 x 1080, 50 lanes, N runs in 90 days, 10 % warnings, 3 % failed. The named peer paints every bar
/// in view with fillRect and nothing else (timeline.md section 4, "Hand, no coalescing").
namespace {

constexpr QSize frameSize(1920, 1080);
constexpr int laneCount = 50;

freshness::Picture benchPicture(int count)
{
    freshness::Picture picture;
    const int perLane = count / laneCount;
    const qint64 pitch = 90 * base::microsPerDay / perLane;
    const base::UtcTime from = base::UtcTime::fromUtc(QDate(2025, 7, 1));
    picture.runs.reserve(count);
    for (int i = 0; i < perLane; ++i) {
        for (int lane = 0; lane < laneCount; ++lane) {
            freshness::PhysicalRun run;
            run.task = run.job = QStringLiteral("p%1.task%2").arg(lane / 5).arg(lane);
            run.run = QString::number(i * laneCount + lane);
            run.system = QStringLiteral("airbyte");
            run.kind = lane % 2 ? runs::Kind::Extract : runs::Kind::Transform;
            run.start = from + i * pitch + lane * (pitch / laneCount);
            run.end = *run.start + pitch * 6 / 10;
            const int dice = (i * 7919 + lane * 104729) % 100;
            run.state = dice < 3 ? runs::State::Failed : dice < 13 ? runs::State::Warn : runs::State::Ok;
            picture.runs.append(run);
        }
    }
    return picture;
}

const itemmodels::TimelineData& benchData(int count)
{
    static std::map<int, itemmodels::TimelineData> all;
    const auto it = all.find(count);
    return it != all.end() ? it->second : all.emplace(count, itemmodels::buildTimeline({}, benchPicture(count))).first->second;
}

painting::TimelineView benchView(const itemmodels::TimelineData& data, double hours, int frame)
{
    painting::TimelineView view;
    const qint64 length = hours > 0 ? qint64(hours * double(base::microsPerHour)) : data.span.length();
    const qint64 start = hours > 0 ? data.span.middle() : data.span.start;
    view.span = {start, start + length};
    view.span = itemmodels::panned(view.span, frame % 40 * length / frameSize.width());
    return view;
}

void naiveFrame(QPainter& painter, const itemmodels::TimelineData& data, const painting::TimelineView& view)
{
    const painting::Tokens& t = painting::tokens(view.theme);
    const auto g = timelineGeometry(data, view, QSizeF(frameSize));
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(frameSize)), t.surface);
    const auto layout = layoutTimeline(data, view);
    for (const painting::TimelineRow& row : layout.rows) {
        if (row.lane < 0 || row.y > g.plot.height())
            continue;
        for (const itemmodels::Bars& bars : data.lanes[row.lane].depths) {
            for (qsizetype i = bars.firstEndingAfter(view.span.start); i < bars.size() && bars.start[i] < view.span.end; ++i) {
                const double x0 = g.scale.toX(bars.start[i]);
                const auto mark = itemmodels::Mark(bars.mark[i]);
                const QColor& color = mark == itemmodels::Mark::Failed ? t.failed : mark == itemmodels::Mark::Warn ? t.late : t.extraction;
                painter.fillRect(QRectF(x0, g.plot.top() + row.y + 5, std::max(2.0, g.scale.toX(bars.end[i]) - x0), 18), color);
            }
        }
    }
}

void timelineFrame(benchmark::State& state, int count, double hours, bool naive)
{
    const itemmodels::TimelineData& data = benchData(count);
    const itemmodels::Overview overview = buildOverview(data, base::Zone());
    QImage image(frameSize, QImage::Format_ARGB32_Premultiplied);
    int frame = 0;
    for (auto _ : state) {
        painting::TimelineView view = benchView(data, hours, frame++);
        view.overview = &overview;
        QPainter painter(&image);
        if (naive)
            naiveFrame(painter, data, view);
        else
            paintTimeline(painter, data, view, layoutTimeline(data, view), QSizeF(frameSize));
        painter.end();
        benchmark::DoNotOptimize(image.constBits());
    }
}

void timelineBuild(benchmark::State& state, int count)
{
    const auto picture = std::make_shared<const freshness::Picture>(benchPicture(count));
    for (auto _ : state)
        benchmark::DoNotOptimize(itemmodels::buildTimeline({}, picture).lanes.size());
    state.SetItemsProcessed(state.iterations() * count);
}

} // namespace

#define WK_TIMELINE_FRAMES(count, name) \
    BENCHMARK_CAPTURE(timelineFrame, name##_whole, count, 0, false)->Unit(benchmark::kMillisecond); \
    BENCHMARK_CAPTURE(timelineFrame, name##_whole_naive, count, 0, true)->Unit(benchmark::kMillisecond); \
    BENCHMARK_CAPTURE(timelineFrame, name##_3days, count, 72, false)->Unit(benchmark::kMillisecond); \
    BENCHMARK_CAPTURE(timelineFrame, name##_3days_naive, count, 72, true)->Unit(benchmark::kMillisecond); \
    BENCHMARK_CAPTURE(timelineFrame, name##_2h, count, 2.2, false)->Unit(benchmark::kMillisecond); \
    BENCHMARK_CAPTURE(timelineFrame, name##_2h_naive, count, 2.2, true)->Unit(benchmark::kMillisecond)

WK_TIMELINE_FRAMES(100'000, runs100k);
WK_TIMELINE_FRAMES(1'000'000, runs1M);
BENCHMARK_CAPTURE(timelineBuild, runs100k, 100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(timelineBuild, runs1M, 1'000'000)->Unit(benchmark::kMillisecond);
