// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/buildtimeline.h"
#include "tests/models/itemmodels/trakitscene.h"
#include "tests/support/register.h"
#include "widgets/painting/timelineframe.h"
#include "widgets/painting/timelinepainter.h"

#include <QDir>
#include <QTest>

using itemmodels::buildTimeline;
using itemmodels::TimelineData;
using painting::barBand;
using painting::Theme;
using painting::TimelineView;

class PictureTest : public QObject {
    Q_OBJECT
private slots:
    void theSceneOfTheMockupIsDrawn_data();
    void theSceneOfTheMockupIsDrawn();
    void everyFailureHasAPixelOfItsColour_data();
    void everyFailureHasAPixelOfItsColour();
    void aFrameHasAtMostFiveHundredArrows();
    void aCollapsedGroupStillShowsTheMismatch();
    void thePictureIsTheSameTwice();
    void theOpeningSpanIsTheDayOfTheNewestMismatch();
};

static TimelineView viewOf(Theme theme, itemmodels::Span span)
{
    TimelineView view;
    view.theme = theme;
    view.span = span;
    view.zone = *base::Zone::find(QStringLiteral("America/Los_Angeles"));
    view.font.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    return view;
}

static int countPixels(const QImage& image, const QRectF& where, const QColor& color)
{
    int count = 0;
    const QRect area = QRectF(where.topLeft() * image.devicePixelRatio(), where.size() * image.devicePixelRatio()).toRect() & image.rect();
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

void PictureTest::theSceneOfTheMockupIsDrawn_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("hours");
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        for (const int hours : {9, 24, 21 * 24})
            QTest::addRow("%s, %d h", qPrintable(painting::themeName(theme)), hours) << int(theme) << hours;
    }
}

void PictureTest::theSceneOfTheMockupIsDrawn()
{
    QFETCH(int, theme);
    QFETCH(int, hours);
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    const qint64 start = hours > 24 ? scene::la(-17, 0, 0).us : scene::la(3, 0, 0).us;
    TimelineView view = viewOf(Theme(theme), {start, start + hours * base::microsPerHour});
    const QImage image = renderTimeline(data, view, QSize(997, 758), 1.0);
    QDir().mkpath(QStringLiteral(WK_BINARY_DIR "/pictures"));
    QVERIFY(image.save(QStringLiteral(WK_BINARY_DIR "/pictures/timeline-%1-%2h.png").arg(painting::themeName(Theme(theme))).arg(hours)));
    const painting::Tokens& t = painting::tokens(Theme(theme));
    const auto g = timelineGeometry(data, view, QSizeF(997, 758));
    QVERIFY(countPixels(image, g.plot, t.race) > 20);          // arrow or mark
    QVERIFY(countPixels(image, g.overview, t.race) > 20);      // the bad day
    QVERIFY(countPixels(image, g.plot, t.extraction) > 5 || hours > 24);
    QCOMPARE(countPixels(image, g.plot, t.accentSoft) > 500, true);
    QVERIFY(hours != 9 || countPixels(image, g.plot, t.raceSoft) > 800); // the sentence
}

void PictureTest::everyFailureHasAPixelOfItsColour_data()
{
    QTest::addColumn<int>("days");
    for (const int days : {92, 30, 3, 1})
        QTest::addRow("%d days", days) << days;
}

void PictureTest::everyFailureHasAPixelOfItsColour()
{
    QFETCH(int, days);
    const TimelineData data = buildTimeline({}, scene::crowd(20'000, 10, 333));
    TimelineView view = viewOf(Theme::Light, {data.span.start, data.span.start + days * base::microsPerDay});
    view.zone = base::Zone();
    const QSizeF size(1206, 600);
    const QImage image = renderTimeline(data, view, size.toSize(), 1.0);
    const auto g = timelineGeometry(data, view, size);
    const auto layout = layoutTimeline(data, view);
    int failures = 0;
    for (int lane = 0; lane < data.lanes.size(); ++lane) {
        const itemmodels::Bars& bars = data.lanes[lane].depths.first();
        const QRectF band = barBand(data.lanes[lane], 0).translated(0, g.plot.top() + layout.rows[layout.rowOfLane[lane]].y);
        for (qsizetype i = 0; i < bars.size(); ++i) {
            if (itemmodels::Mark(bars.mark[i]) != itemmodels::Mark::Failed || !view.span.contains(bars.start[i]))
                continue;
            const double x0 = g.scale.toX(bars.start[i]);
            const double x1 = std::max(x0 + 2, g.scale.toX(bars.end[i]));
            const QRectF where(x0 - 2, band.top(), x1 - x0 + 3, band.height());
            QVERIFY2(countPixels(image, where, painting::tokens(Theme::Light).failed) > 0, qPrintable(QStringLiteral("lane %1 bar %2").arg(lane).arg(i)));
            ++failures;
        }
    }
    QVERIFY(failures > 0 || days == 1);
}

void PictureTest::aFrameHasAtMostFiveHundredArrows()
{
    freshness::Picture picture = scene::picture();
    const freshness::Finding race = picture.diagnosis.findings.first();
    for (int i = 0; i < 2000; ++i) {
        freshness::Finding more = race;
        more.id = QStringLiteral("f-%1").arg(i);
        more.producer->time = *more.producer->time + i * base::microsPerSecond;
        picture.diagnosis.findings.append(more);
    }
    const TimelineData data = buildTimeline(scene::workspace(), picture);
    QCOMPARE(data.arrows.size(), 2001);
    TimelineView view = viewOf(Theme::Light, {scene::la(3, 0, 0).us, scene::la(3, 9, 0).us});
    view.selectedFinding = data.findingIndex(QStringLiteral("f-1777"));
    const auto layout = layoutTimeline(data, view);
    QImage image(997, 758, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painting::TimelineFrame frame(painter, data, view, layout, QSizeF(997, 758));
    QCOMPARE(frame.visibleArrows().size(), painting::mostArrows);
    QCOMPARE(data.arrows[frame.visibleArrows().first()].finding, view.selectedFinding);
    frame.paint();
    QVERIFY(!frame.sentences().isEmpty());
    QCOMPARE(frame.sentences().first().finding, view.selectedFinding);
    view.span = {scene::la(-17, 0, 0).us, scene::la(4, 0, 0).us}; // seen from afar the marks tell it
    QVERIFY(painting::TimelineFrame(painter, data, view, layout, QSizeF(200, 758)).visibleArrows().isEmpty());
}

void PictureTest::aCollapsedGroupStillShowsTheMismatch()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    TimelineView view = viewOf(Theme::Light, {scene::la(3, 0, 0).us, scene::la(3, 9, 0).us});
    for (const itemmodels::Group& group : data.groups)
        view.collapsed.insert(group.id);
    const auto layout = layoutTimeline(data, view);
    QCOMPARE(layout.rows.size(), data.groups.size());
    const QImage image = renderTimeline(data, view, QSize(997, 400), 1.0);
    const auto g = timelineGeometry(data, view, QSizeF(997, 400));
    const double x = g.scale.toX(scene::la(3, 1, 38).us);
    const QRectF dbtRow(x - 4, g.plot.top() + layout.rows[1].y, 8, painting::timelineGroupHeight);
    QVERIFY(countPixels(image, dbtRow, painting::tokens(Theme::Light).race) > 10);
}

void PictureTest::thePictureIsTheSameTwice()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    const TimelineView view = viewOf(Theme::Dark, {});
    const QImage first = renderTimeline(data, view, QSize(800, 0), 2.0);
    QCOMPARE(first.width(), 1600);
    QVERIFY(first.height() > 2 * 400);
    QCOMPARE(renderTimeline(data, view, QSize(800, 0), 2.0), first);
}

void PictureTest::theOpeningSpanIsTheDayOfTheNewestMismatch()
{
    const TimelineData data = buildTimeline(scene::workspace(), scene::picture());
    const auto zone = *base::Zone::find(QStringLiteral("America/Los_Angeles"));
    QCOMPARE(painting::openingSpan(data, zone), (itemmodels::Span {scene::la(3, 0, 0).us, scene::la(4, 0, 0).us}));
    QCOMPARE(painting::openingSpan({}, zone), itemmodels::Span());
}

WK_REGISTER_TEST(PictureTest)
#include "tst_picture.moc"
