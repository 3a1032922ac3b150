// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness/diagnose.h"
#include "models/itemmodels/buildtimeline.h"
#include "models/pipeline/workspace.h"
#include "models/runs/import.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"
#include "widgets/painting/timelinepainter.h"

#include <QDir>
#include <QTest>

/// The sample workspace through importer, diagnosis and painter: what a first user sees.
class SampleTest : public QObject {
    Q_OBJECT
private slots:
    void theSampleOpensOnItsMismatch();
};

void SampleTest::theSampleOpensOnItsMismatch()
{
    const QString folder = QStringLiteral(WK_SOURCE_DIR "/resources/samples/trakit");
    const auto workspace = pipeline::loadWorkspace(folder);
    QVERIFY_RESULT(workspace);
    auto store = runs::Store::open(QStringLiteral(":memory:"));
    QVERIFY_RESULT(store);
    QVERIFY_RESULT(runs::importPaths(*store, {folder + QStringLiteral("/runs")}));
    const auto history = store->load();
    QVERIFY_RESULT(history);
    const auto data = itemmodels::buildTimeline(*workspace, freshness::diagnose(*workspace, *history), &*history);
    painting::TimelineView view;
    view.zone = *base::Zone::find(QStringLiteral("America/Los_Angeles"));
    view.span = painting::openingSpan(data, view.zone);
    QCOMPARE(base::UtcTime {view.span.start}.toIso(), QStringLiteral("2025-10-03T07:00:00.000000Z"));
    QStringList titles;
    for (const itemmodels::Group& group : data.groups)
        titles.append(group.title);
    QVERIFY2(titles.contains(QStringLiteral("dbt · concrete")), qPrintable(titles.join(u',')));
    QVERIFY(std::any_of(data.arrows.cbegin(), data.arrows.cend(),
        [](const itemmodels::Arrow& arrow) { return arrow.sentence == QStringLiteral("read <b>5 h 27 min before</b> its load ended"); }));
    QCOMPARE(data.unplaced, 0);
    QDir().mkpath(QStringLiteral(WK_BINARY_DIR "/pictures"));
    view.font.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    QVERIFY(renderTimeline(data, view, QSize(1100, 0), 1).save(QStringLiteral(WK_BINARY_DIR "/pictures/sample.png")));
    view.span = data.span;
    QVERIFY(renderTimeline(data, view, QSize(1100, 0), 1).save(QStringLiteral(WK_BINARY_DIR "/pictures/sample-whole.png")));
}

WK_REGISTER_TEST(SampleTest)
#include "tst_sample.moc"
