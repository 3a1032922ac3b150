// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "models/itemmodels/buildtimeline.h"
#include "widgets/painting/timelinepainter.h"

#include <CLI/CLI.hpp>

#include <QBuffer>
#include <QGuiApplication>

#include "models/base/files.h"

namespace cli {

namespace {

struct TimelineOptions : Common {
    std::string from;
    std::string to;
    std::string png;
    std::string theme = "light";
    std::string zone;
    int width = 1600;
};

/// The zone that most schedules speak: the picture's clock.
base::Result<base::Zone> zoneOf(const TimelineOptions& options, const pipeline::Workspace& workspace)
{
    if (!options.zone.empty())
        return base::Zone::find(QString::fromStdString(options.zone));
    QMap<QString, int> votes;
    QString best = QStringLiteral("UTC");
    for (const pipeline::Pipeline& pipeline : workspace.pipelines) {
        if (++votes[pipeline.timezone] > votes.value(best))
            best = pipeline.timezone;
    }
    return base::Zone::find(best);
}

/// A date is local midnight in the picture's zone; `--to` takes the whole day in.
base::Result<qint64> instantOf(const std::string& text, const base::Zone& zone, bool endOfDay, const char* option)
{
    const QDate date = QDate::fromString(QString::fromStdString(text), Qt::ISODate);
    if (date.isValid())
        return zone.toUtc(endOfDay ? date.addDays(1) : date, 0).us;
    const auto when = parseWhen(text, endOfDay, option);
    if (!when)
        return when.error();
    return when->us;
}

base::Result<itemmodels::Span> spanOf(const TimelineOptions& options, const base::Zone& zone, const itemmodels::TimelineData& data)
{
    itemmodels::Span span = painting::openingSpan(data, zone);
    if (!options.from.empty()) {
        const auto from = instantOf(options.from, zone, false, "--from");
        if (!from)
            return from.error();
        span.start = *from;
    }
    if (!options.to.empty()) {
        const auto to = instantOf(options.to, zone, true, "--to");
        if (!to)
            return to.error();
        span.end = *to;
    }
    if (span.end <= span.start)
        return base::makeError("usage.range", QStringLiteral("--to does not lie after --from"));
    return span;
}

int writePicture(const TimelineOptions& options, const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QString path = QString::fromStdString(options.png);
    if (!image.save(&buffer, "PNG"))
        return fail(base::makeError("file.write", QStringLiteral("the picture could not be encoded"), base::Place{path, 0, 0, {}}), options.json);
    if (const auto written = base::writeFile(path, bytes); !written)
        return fail(written.error(), options.json);
    if (options.json)
        printJson({{QStringLiteral("png"), path}, {QStringLiteral("width"), image.width()}, {QStringLiteral("height"), image.height()}});
    else
        printLine(QStringLiteral("wrote %1 (%2 x %3)").arg(path).arg(image.width()).arg(image.height()));
    return Fine;
}

int runTimeline(const TimelineOptions& options)
{
    const auto opened = openHistory(options);
    if (!opened)
        return fail(opened.error(), options.json);
    const pipeline::Workspace& workspace = opened->workspace;
    const runs::History& history = opened->history;
    const auto zone = zoneOf(options, workspace);
    if (!zone)
        return fail(zone.error(), options.json);
    const auto data = itemmodels::buildTimeline(workspace, freshness::diagnose(workspace, history), &history);
    if (data.isEmpty() && options.from.empty()) {
        return fail(base::makeError("store.empty", QStringLiteral("the run store is empty: weirctl import %1 PATH...")
                                        .arg(QString::fromStdString(options.workspace))), options.json);
    }
    const auto span = spanOf(options, *zone, data);
    if (!span)
        return fail(span.error(), options.json);
    painting::TimelineView view;
    view.span = *span;
    view.zone = *zone;
    view.theme = options.theme == "dark" ? painting::Theme::Dark : options.theme == "high-contrast" ? painting::Theme::HighContrast : painting::Theme::Light;
    view.font = QGuiApplication::font();
    view.font.setPixelSize(painting::size::text);
    view.keys = false;
    view.emptyText = QStringLiteral("No runs in the store");
    return writePicture(options, painting::renderTimeline(data, view, QSize(options.width, 0), 1.0));
}

} // namespace

Command addTimeline(CLI::App& app)
{
    auto options = std::make_shared<TimelineOptions>();
    CLI::App* command = app.add_subcommand("timeline", "draw all runs of all systems on one time axis into a PNG file");
    addCommon(*command, *options);
    command->add_option("--from", options->from, "first day (in the picture's zone) or instant; without both: the newest problem's day");
    command->add_option("--to", options->to, "last day, whole, or instant");
    command->add_option("--png", options->png, "file to write")->required();
    command->add_option("--theme", options->theme, "light, dark or high-contrast")->check(CLI::IsMember({"light", "dark", "high-contrast"}));
    command->add_option("--zone", options->zone, "IANA zone of the axis (default: the one most pipelines use)");
    command->add_option("--width", options->width, "pixels")->check(CLI::Range(400, 16000));
    return {command, [options] { return runTimeline(*options); }};
}

} // namespace cli
