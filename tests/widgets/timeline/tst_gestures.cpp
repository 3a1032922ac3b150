// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/buildtimeline.h"
#include "tests/models/itemmodels/trakitscene.h"
#include "tests/support/register.h"
#include "widgets/common/theme.h"
#include "widgets/timeline/timelinetips.h"
#include "widgets/timeline/timelinewidget.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

using itemmodels::Range;
using itemmodels::Span;
using itemmodels::TimelineData;
using timeline::TimelineWidget;

class GesturesTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void itOpensOnTheDayOfTheMismatch();
    void ctrlWheelZoomsAtTheCursor();
    void shiftWheelPansByAnEighth();
    void plainWheelScrollsLanes();
    void keysZoomAndPan();
    void middleDragPans();
    void aClickOnABarSelectsItAndItsFinding();
    void aClickOnTheSentenceSelectsTheFinding();
    void aClickBesideLetsGo();
    void aDoubleClickOnABarZoomsToIt();
    void aDoubleClickOnTheRulerShowsEverything();
    void altLeftGoesBackThroughTheZoomHistory();
    void aSeriesOfWheelStepsIsOneStepBack();
    void nextAndPreviousProblemGoRound();
    void bracketsWalkTheMismatch();
    void leftDragMeasuresAnAreaAndZShowsIt();
    void draggingTheOverviewMovesTheWindow();
    void aClickOnTheOverviewCentresThere();
    void rangesAndStepsFollowTheCalendar();
    void showFindingHasBothEndsInView();
    void showFindingOpensACollapsedGroupAndAHiddenSystem();
    void aClickOnAGroupFoldsIt();
    void theZoneMenuChangesTheZone();
    void theSystemMenuHidesLanes();
    void tooltipsSayWhatTheRunDid();
    void pointAndCommaVisitTheRunsOfALane();
    void tooltipsOfClocksAndGhostsSayWhatWasKnown();
    void newDataKeepsSpanAndSelection();
    void itLooksRightInEveryTheme_data();
    void itLooksRightInEveryTheme();

private:
    void wheel(const QPointF& at, int delta, Qt::KeyboardModifiers modifiers);
    void drag(Qt::MouseButton button, const QPoint& from, const QPoint& to);
    [[nodiscard]] painting::TimelineGeometry geometry() const;
    [[nodiscard]] QPoint barPoint(const char* job, const char* run) const;
    [[nodiscard]] Span span() const { return m_widget->zoom()->span(); }
    [[nodiscard]] int run(const char* job, const char* run) const;

    std::shared_ptr<const TimelineData> m_data;
    std::unique_ptr<TimelineWidget> m_widget;
};

static constexpr const char* reader = "model.concrete.fact_trakit_statuses_with_shifts";
static constexpr const char* load = "trakit_extraction.trakit_sync";

void GesturesTest::init()
{
    m_data = std::make_shared<const TimelineData>(itemmodels::buildTimeline(scene::workspace(), scene::picture()));
    m_widget = std::make_unique<TimelineWidget>();
    m_widget->resize(1006, 758);
    m_widget->setWorkspaceZone(*base::Zone::find(QStringLiteral("America/Los_Angeles")));
    m_widget->setTimeline(m_data);
    m_widget->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
}

void GesturesTest::cleanup()
{
    QToolTip::hideText();
    m_widget.reset();
}

painting::TimelineGeometry GesturesTest::geometry() const
{
    return timelineGeometry(*m_data, m_widget->view(), m_widget->canvasSize());
}

int GesturesTest::run(const char* job, const char* id) const
{
    return m_data->runIndex(QString::fromLatin1(job), QString::fromLatin1(id));
}

QPoint GesturesTest::barPoint(const char* job, const char* id) const
{
    const int index = run(job, id);
    const auto layout = layoutTimeline(*m_data, m_widget->view());
    const int lane = m_data->laneOfRun[index];
    const auto g = geometry();
    const double y = g.plot.top() + layout.rows[layout.rowOfLane[lane]].y + painting::barBand(m_data->lanes[lane], 0).center().y();
    const Span bar = m_data->runSpan(index);
    return QPointF(g.scale.toX(std::max(bar.start, span().start) + (bar.end - std::max(bar.start, span().start)) / 2), y).toPoint();
}

void GesturesTest::wheel(const QPointF& at, int delta, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, m_widget->mapToGlobal(at), {}, QPoint(0, delta), Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_widget.get(), &event);
}

void GesturesTest::drag(Qt::MouseButton button, const QPoint& from, const QPoint& to)
{
    const auto send = [&](QEvent::Type type, const QPoint& at, Qt::MouseButton which, Qt::MouseButtons held) {
        QMouseEvent event(type, at, m_widget->mapToGlobal(at), which, held, Qt::NoModifier);
        QApplication::sendEvent(m_widget.get(), &event);
    };
    send(QEvent::MouseButtonPress, from, button, button);
    send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, button);
    send(QEvent::MouseMove, to, Qt::NoButton, button);
    send(QEvent::MouseButtonRelease, to, button, Qt::NoButton);
}

void GesturesTest::itOpensOnTheDayOfTheMismatch()
{
    QCOMPARE(span(), (Span {scene::la(3, 0, 0).us, scene::la(4, 0, 0).us}));
    QCOMPARE(m_widget->zoom()->whole(), (Span {scene::la(-17, 0, 0).us, scene::la(4, 0, 0).us}));
    QVERIFY(!m_widget->zoom()->canGoBack());
}

void GesturesTest::ctrlWheelZoomsAtTheCursor()
{
    const auto before = geometry().scale;
    const QPointF at(before.left + 300, 300);
    const qint64 under = before.toTime(at.x());
    wheel(at, 120, Qt::ControlModifier);
    const auto after = geometry().scale;
    QVERIFY(std::abs(after.toX(under) - at.x()) < 0.01);
    const double factor = double(after.span.length()) / double(before.span.length());
    QVERIFY(std::abs(factor - itemmodels::wheelFactor(120)) < 1e-6);
    wheel(at, -120, Qt::ControlModifier);
    QVERIFY(std::abs(geometry().scale.toX(under) - at.x()) < 0.01);
    QVERIFY(std::abs(span().length() - before.span.length()) < base::microsPerSecond);
}

void GesturesTest::shiftWheelPansByAnEighth()
{
    const Span before = span();
    wheel({600, 300}, -120, Qt::ShiftModifier);
    QCOMPARE(span().length(), before.length());
    QVERIFY(std::abs(span().start - before.start - before.length() / 8) < 1000);
}

void GesturesTest::plainWheelScrollsLanes()
{
    m_widget->resize(1006, 260);
    const Span before = span();
    auto* bar = m_widget->findChild<QScrollBar*>();
    QVERIFY(bar->isVisible());
    wheel({600, 150}, -120, Qt::NoModifier);
    QCOMPARE(bar->value(), 2 * painting::size::lane);
    QCOMPARE(m_widget->view().scroll, 2.0 * painting::size::lane);
    QCOMPARE(span(), before);
}

void GesturesTest::keysZoomAndPan()
{
    const Span before = span();
    QCursor::setPos(0, 0);
    QTest::keyClick(m_widget.get(), Qt::Key_D);
    QCOMPARE(span().start, before.start + before.length() / 4);
    QTest::keyClick(m_widget.get(), Qt::Key_A);
    QCOMPARE(span(), before);
    QTest::keyClick(m_widget.get(), Qt::Key_Right);
    QTest::keyClick(m_widget.get(), Qt::Key_Left);
    QCOMPARE(span(), before);
    QTest::keyClick(m_widget.get(), Qt::Key_W);
    QCOMPARE(span().length(), before.length() * 8 / 10);
    QTest::keyClick(m_widget.get(), Qt::Key_S);
    QCOMPARE(span().length(), before.length());
}

void GesturesTest::middleDragPans()
{
    const auto before = geometry().scale;
    const qint64 grabbed = before.toTime(600);
    drag(Qt::MiddleButton, {600, 300}, {500, 300});
    QVERIFY(std::abs(geometry().scale.toX(grabbed) - 500) < 0.01);
    QVERIFY(!m_widget->area());
}

void GesturesTest::aClickOnABarSelectsItAndItsFinding()
{
    QSignalSpy runs(m_widget.get(), &TimelineWidget::runSelected);
    QSignalSpy findings(m_widget.get(), &TimelineWidget::findingSelected);
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, barPoint(reader, "70013"));
    QCOMPARE(runs.takeFirst().first().toInt(), run(reader, "70013"));
    QCOMPARE(findings.takeFirst().first().toString(), QStringLiteral("f-race"));
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, barPoint("dbt_transformation.dbt_build_models", "70013"));
    QCOMPARE(m_widget->selectedRun(), run("dbt_transformation.dbt_build_models", "70013"));
    QVERIFY(findings.isEmpty());
    QVERIFY(m_widget->selectedFinding().isEmpty());
}

void GesturesTest::aClickOnTheSentenceSelectsTheFinding()
{
    m_widget->grab(); // the frame says where its sentences are
    QSignalSpy findings(m_widget.get(), &TimelineWidget::findingSelected);
    const auto g = geometry();
    const double x = g.scale.toX(scene::la(3, 7, 4, 12).us) + 60; // beside the end of the load: the day is too narrow between
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, QPointF(x, g.plot.top() + 120).toPoint());
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().first().toString(), QStringLiteral("f-race"));
}

void GesturesTest::aClickBesideLetsGo()
{
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, barPoint(load, "8812"));
    QSignalSpy runs(m_widget.get(), &TimelineWidget::runSelected);
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, QPoint(900, 600));
    QCOMPARE(runs.takeFirst().first().toInt(), -1);
    QCOMPARE(m_widget->selectedRun(), -1);
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, barPoint(load, "8812"));
    QTest::keyClick(m_widget.get(), Qt::Key_Escape);
    QCOMPARE(m_widget->selectedRun(), -1);
}

void GesturesTest::aDoubleClickOnABarZoomsToIt()
{
    QTest::mouseDClick(m_widget.get(), Qt::LeftButton, {}, barPoint(load, "8812"));
    const Span bar = m_data->runSpan(run(load, "8812"));
    QCOMPARE(span(), itemmodels::framed(bar.start, bar.end, 0.25, base::microsPerMinute));
}

void GesturesTest::aDoubleClickOnTheRulerShowsEverything()
{
    QTest::mouseDClick(m_widget.get(), Qt::LeftButton, {}, QPoint(600, 60));
    QCOMPARE(span(), m_widget->zoom()->whole());
    m_widget->setRange(Range::Hour);
    QTest::keyClick(m_widget.get(), Qt::Key_Home);
    QCOMPARE(span(), m_widget->zoom()->whole());
}

void GesturesTest::altLeftGoesBackThroughTheZoomHistory()
{
    const Span first = span();
    QTest::keyClick(m_widget.get(), Qt::Key_Home);
    m_widget->showDay(QDate(2025, 9, 20));
    QTest::keyClick(m_widget.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(span(), m_widget->zoom()->whole());
    QTest::keyClick(m_widget.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(span(), first);
    QTest::keyClick(m_widget.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(span(), first);
}

void GesturesTest::aSeriesOfWheelStepsIsOneStepBack()
{
    const Span first = span();
    for (int i = 0; i < 7; ++i)
        wheel({500, 300}, 120, Qt::ControlModifier);
    wheel({500, 300}, -240, Qt::ShiftModifier);
    m_widget->zoom()->back();
    QCOMPARE(span(), first);
}

void GesturesTest::nextAndPreviousProblemGoRound()
{
    QSignalSpy findings(m_widget.get(), &TimelineWidget::findingSelected);
    QStringList order;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(m_widget.get(), Qt::Key_N);
        order.append(findings.isEmpty() ? QString() : findings.takeFirst().first().toString());
    }
    // The worst one in view first, then by time and round again.
    QCOMPARE(order, (QStringList {QStringLiteral("f-race"), QStringLiteral("f-board"), QStringLiteral("f-none"), QStringLiteral("f-late")}));
    for (const char* before : {"f-none", "f-board", "f-race"}) {
        QTest::keyClick(m_widget.get(), Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(m_widget->selectedFinding(), QString::fromLatin1(before));
    }
    QCOMPARE(m_widget->selectedRun(), run(reader, "70013"));
}

void GesturesTest::bracketsWalkTheMismatch()
{
    QVERIFY(m_widget->showFinding(QStringLiteral("f-race")));
    QTest::keyClick(m_widget.get(), Qt::Key_BracketLeft);
    QCOMPARE(m_widget->selectedRun(), run(load, "8812"));
    QTest::keyClick(m_widget.get(), Qt::Key_BracketRight);
    QCOMPARE(m_widget->selectedRun(), run(reader, "70013"));
    m_widget->clearSelection();
    QTest::keyClick(m_widget.get(), Qt::Key_BracketRight);
    QCOMPARE(m_widget->selectedRun(), -1);
}

void GesturesTest::leftDragMeasuresAnAreaAndZShowsIt()
{
    const auto g = geometry();
    const qint64 from = g.scale.toTime(400);
    const qint64 to = g.scale.toTime(300);
    drag(Qt::LeftButton, {400, 550}, {300, 540});
    QVERIFY(m_widget->area().has_value());
    QCOMPARE(*m_widget->area(), (Span {to, from}));
    QVERIFY(QToolTip::text().contains(QStringLiteral("runs")));
    QCOMPARE(m_widget->selectedRun(), -1);
    QTest::keyClick(m_widget.get(), Qt::Key_Z);
    QCOMPARE(span(), (Span {to, from}));
    QVERIFY(!m_widget->area());
    const auto s = itemmodels::areaStatistics(*m_data, {scene::la(3, 0, 0).us, scene::la(4, 0, 0).us}, {});
    QCOMPARE(s.runs, 3);
    QCOMPARE(s.nodes, 2);
    QCOMPARE(s.mismatches, 2);
    QCOMPARE(s.late, 1);
    QCOMPARE(s.busy, scene::la(3, 7, 4, 12) - scene::la(3, 0, 30));
    QCOMPARE(itemmodels::areaStatistics(*m_data, {scene::la(3, 0, 0).us, scene::la(4, 0, 0).us}, {QStringLiteral("dbt")}).runs, 2);
}

void GesturesTest::draggingTheOverviewMovesTheWindow()
{
    const auto g = geometry();
    const Span before = span();
    const int grabbed = int(g.overviewScale.toX(before.middle()));
    drag(Qt::LeftButton, {grabbed, 18}, {grabbed - 200, 18});
    QCOMPARE(span().length(), before.length());
    QVERIFY(std::abs(span().start - (before.start - qint64(200 * g.overviewScale.microsPerPixel()))) < 1000);
}

void GesturesTest::aClickOnTheOverviewCentresThere()
{
    const auto g = geometry();
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, QPoint(500, 18));
    QVERIFY(std::abs(span().middle() - g.overviewScale.toTime(500)) < 1000);
    QCOMPARE(span().length(), base::microsPerDay);
}

void GesturesTest::rangesAndStepsFollowTheCalendar()
{
    QVERIFY(m_widget->showRun(run(reader, "70013")));
    m_widget->setRange(Range::Month);
    QCOMPARE(span(), (Span {scene::la(1, 0, 0).us, scene::la(32, 0, 0).us}));
    m_widget->step(-1);
    QCOMPARE(span(), (Span {scene::la(-29, 0, 0).us, scene::la(1, 0, 0).us}));
    m_widget->step(1);
    m_widget->setRange(Range::Hour);
    QCOMPARE(span(), (Span {scene::la(3, 1, 0).us, scene::la(3, 2, 0).us}));
    m_widget->setRange(Range::Day);
    m_widget->step(1);
    QCOMPARE(span(), (Span {scene::la(4, 0, 0).us, scene::la(5, 0, 0).us}));
    m_widget->setRange(Range::Year);
    QCOMPARE(span().length(), 365 * base::microsPerDay);
    m_widget->today();
    QVERIFY(span().contains(base::UtcTime::now().us));
}

void GesturesTest::showFindingHasBothEndsInView()
{
    for (const Range range : {Range::Hour, Range::Month, Range::Year, Range::Day}) {
        m_widget->showDay(QDate(2025, 9, 15));
        m_widget->setRange(range);
        QVERIFY(m_widget->showFinding(QStringLiteral("f-race")));
        QVERIFY(span().contains(scene::la(3, 1, 36, 44).us));
        QVERIFY(span().contains(scene::la(3, 7, 4, 12).us));
        QCOMPARE(m_widget->selectedFinding(), QStringLiteral("f-race"));
    }
    QVERIFY(!m_widget->showFinding(QStringLiteral("gone")));
}

void GesturesTest::showFindingOpensACollapsedGroupAndAHiddenSystem()
{
    m_widget->setCollapsed(QStringLiteral("dbt · concrete"), true);
    m_widget->setHiddenSystems({QStringLiteral("dbt"), QStringLiteral("airbyte"), QStringLiteral("tableau")});
    QVERIFY(m_widget->showFinding(QStringLiteral("f-race")));
    QCOMPARE(m_widget->hiddenSystems(), QSet<QString> {QStringLiteral("tableau")});
    QVERIFY(m_widget->view().collapsed.isEmpty());
}

void GesturesTest::aClickOnAGroupFoldsIt()
{
    const auto g = geometry();
    const QPoint head(90, int(g.plot.top()) + 12);
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, head);
    QCOMPARE(m_widget->view().collapsed, QSet<QString> {QStringLiteral("airbyte · trakit_extraction")});
    QTest::mouseClick(m_widget.get(), Qt::LeftButton, {}, head);
    QVERIFY(m_widget->view().collapsed.isEmpty());
}

void GesturesTest::theZoneMenuChangesTheZone()
{
    QSignalSpy changed(m_widget.get(), &TimelineWidget::zoneChanged);
    QMenu* menu = m_widget->zoneMenu();
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("Workspace: America/Los_Angeles"));
    QVERIFY(menu->actions().first()->isChecked());
    menu->actions().at(1)->trigger();
    QCOMPARE(m_widget->zone().name(), QStringLiteral("UTC"));
    QCOMPARE(changed.count(), 1);
    m_widget->setWorkspaceZone(*base::Zone::find(QStringLiteral("Europe/Berlin"))); // the user's choice stays
    QCOMPARE(m_widget->zone().name(), QStringLiteral("UTC"));
}

void GesturesTest::theSystemMenuHidesLanes()
{
    QMenu menu;
    m_widget->fillSystemMenu(&menu);
    QSignalSpy changed(m_widget.get(), &TimelineWidget::hiddenSystemsChanged);
    QCOMPARE(menu.actions().size(), 5); // all, a line, three systems
    menu.actions().at(3)->trigger();
    QCOMPARE(m_widget->hiddenSystems(), QSet<QString> {QStringLiteral("dbt")});
    QCOMPARE(layoutTimeline(*m_data, m_widget->view()).rows.size(), 8);
    QCOMPARE(changed.count(), 1);
}

void GesturesTest::tooltipsSayWhatTheRunDid()
{
    const QString words = timeline::runTipText(*m_data, run(load, "8812"), m_widget->zone());
    QCOMPARE(words.split(u'\n').first(), QStringLiteral("trakit_sync #8812 · ok, late"));
    QVERIFY(words.contains(QStringLiteral("started 3 Oct 00:30:00\nended 3 Oct 07:04:12\ntook 6 h 34 min, usual 22 min")));
    QVERIFY(words.contains(QStringLiteral("attempts: 1 failed (timeout: no answer within 2 h), 2 ok")));
    QVERIFY(timeline::runTipText(*m_data, run(reader, "70013"), m_widget->zone()).contains(QStringLiteral("Read too early: dbt read trakit.statuses before its load had ended.")));
    QHelpEvent help(QEvent::ToolTip, barPoint(load, "8812"), m_widget->mapToGlobal(barPoint(load, "8812")));
    QApplication::sendEvent(m_widget.get(), &help);
    QCOMPARE(QToolTip::text(), words);
}

void GesturesTest::pointAndCommaVisitTheRunsOfALane()
{
    QTest::keyClick(m_widget.get(), Qt::Key_Period);
    QCOMPARE(m_widget->selectedRun(), run(load, "8812")); // the first in view
    QSignalSpy runs(m_widget.get(), &TimelineWidget::runSelected);
    QTest::keyClick(m_widget.get(), Qt::Key_Comma);
    QCOMPARE(runs.takeFirst().first().toInt(), run(load, "8811"));
    QVERIFY(span().contains(scene::la(2, 0, 30).us));
    QTest::keyClick(m_widget.get(), Qt::Key_Comma);
    QTest::keyClick(m_widget.get(), Qt::Key_Period);
    QTest::keyClick(m_widget.get(), Qt::Key_Period);
    QCOMPARE(m_widget->selectedRun(), run(load, "8812"));
    QTest::keyClick(m_widget.get(), Qt::Key_Period);
    QCOMPARE(m_widget->selectedRun(), run(load, "8812"));
}

void GesturesTest::tooltipsOfClocksAndGhostsSayWhatWasKnown()
{
    const auto zone = m_widget->zone();
    const itemmodels::Lane& loaded = m_data->lanes[m_data->groups[3].firstLane];
    QCOMPARE(timeline::placeTipText(loaded, scene::la(3, 7, 30).us, 1, zone), QStringLiteral("trakit.statuses: loaded at 3 Oct 07:03:58\nsince 3 Oct 07:04:12\n1,951 rows"));
    QCOMPARE(timeline::placeTipText(loaded, scene::la(-20, 0, 0).us, 1, zone), QStringLiteral("not known yet"));
    itemmodels::Lane lane;
    lane.name = QStringLiteral("trakit_sync");
    lane.ghosts = {scene::la(4, 0, 30).us};
    QCOMPARE(timeline::placeTipText(lane, scene::la(4, 0, 31).us, base::microsPerMinute, zone), QStringLiteral("trakit_sync was due 4 Oct 00:30, and no run of it is recorded"));
    QVERIFY(timeline::placeTipText(lane, scene::la(4, 3, 0).us, base::microsPerMinute, zone).isEmpty());
}

void GesturesTest::newDataKeepsSpanAndSelection()
{
    QVERIFY(m_widget->showFinding(QStringLiteral("f-race")));
    const Span before = span();
    const auto more = std::make_shared<const TimelineData>(itemmodels::buildTimeline(scene::workspace(), scene::picture(30)));
    m_widget->setTimeline(more);
    QCOMPARE(span(), before);
    QCOMPARE(m_widget->selectedFinding(), QStringLiteral("f-race"));
    QCOMPARE(more->run(m_widget->selectedRun()).run, QStringLiteral("70013"));
    m_widget->setTimeline({});
    QCOMPARE(m_widget->selectedRun(), -1);
}

void GesturesTest::itLooksRightInEveryTheme_data()
{
    QTest::addColumn<int>("theme");
    for (const auto theme : {painting::Theme::Light, painting::Theme::Dark})
        QTest::newRow(qPrintable(painting::themeName(theme))) << int(theme);
}

void GesturesTest::itLooksRightInEveryTheme()
{
    QFETCH(int, theme);
    common::applyTheme(*qApp, painting::Theme(theme));
    m_widget->showFinding(QStringLiteral("f-race"));
    m_widget->zoomToSelection();
    m_widget->setCollapsed(QStringLiteral("tableau · dashboards"), true);
    const QImage image = m_widget->grab().toImage();
    QDir().mkpath(QStringLiteral(WK_BINARY_DIR "/pictures"));
    QVERIFY(image.save(QStringLiteral(WK_BINARY_DIR "/pictures/timelinewidget-%1.png").arg(painting::themeName(painting::Theme(theme)))));
    QCOMPARE(m_widget->view().theme, painting::Theme(theme));
    QCOMPARE(image.pixelColor(500, 600), painting::tokens(painting::Theme(theme)).surface);
}

WK_REGISTER_TEST(GesturesTest)
#include "tst_gestures.moc"
