// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "tests/widgets/sync/recordedsync.h"
#include "widgets/common/theme.h"
#include "widgets/common/wraptext.h"
#include "widgets/sync/requestpanel.h"
#include "widgets/sync/syncview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using syncview::RequestPanel;
using syncview::SyncView;

class SyncViewTest : public QObject {
    Q_OBJECT
private slots:
    void emptyItNamesTheNextStep();
    void aConnectionListsItsStreams();
    void aConnectionFileThatCannotBeReadIsNamed();
    void rowsRefusedRowsAndStateComeFromTheTarget();
    void eventsFillRequestsAndLog();
    void theSelectedRequestIsShown();
    void adviceAsksForOneKeyAtATime();
    void aFailureIsOneSentenceWithClassPlaceAndWhatToDo();
    void theHookMayRefuseTheStart();
    void aServerThatIsNotThereEndsTheSync();
    void aConnectionAskedForDuringASyncFollows();
    void aCancelledSyncReports();
    void aTestSaysWhetherItWorks();
    void itLooksRightInEveryTheme_data();
    void itLooksRightInEveryTheme();
};

namespace {

const QString connectionName = QStringLiteral("trakit_api");

bool panelShows(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    const auto texts = widget.findChildren<common::WrapText*>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel* l) { return l->isVisible() && l->text() == text; })
        || std::any_of(texts.cbegin(), texts.cend(), [&](const common::WrapText* t) { return t->isVisible() && t->text() == text; });
}

QTableView* tableOf(const SyncView& view, const char* name)
{
    return view.findChild<QTableView*>(QString::fromLatin1(name));
}

QPushButton* buttonOf(const QWidget& widget, const QString& text)
{
    for (QPushButton* button : widget.findChildren<QPushButton*>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

void SyncViewTest::emptyItNamesTheNextStep()
{
    SyncView view;
    QAction action(QStringLiteral("New connection…"));
    view.addEmptyAction(&action);
    view.show();
    QTRY_VERIFY(panelShows(view, QStringLiteral("Try a source here")));
    QVERIFY(view.connectionName().isEmpty());
    view.start(std::nullopt);
    QVERIFY(!view.isRunning());
}

void SyncViewTest::aConnectionListsItsStreams()
{
    const RecordedSync recorded;
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    const QAbstractItemModel* streams = tableOf(view, "streams")->model();
    QCOMPARE(streams->rowCount(), 3);
    QCOMPARE(streams->index(0, 0).data().toString(), QStringLiteral("statuses"));
    QCOMPARE(streams->index(2, 1).data().toString(), QStringLiteral("replace"));
    QCOMPARE(view.noticeText(), QString());
    view.setConnection({}, {});
    QCOMPARE(streams->rowCount(), 0);
}

void SyncViewTest::aConnectionFileThatCannotBeReadIsNamed()
{
    const RecordedSync recorded;
    recorded.writeConnection("connection:\n  kind: rest\n  config: {base_url: 7\n");
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    QVERIFY2(view.noticeText().startsWith(QStringLiteral("The connection cannot be read")), qPrintable(view.noticeText()));
    QVERIFY2(view.noticeText().contains(QStringLiteral("trakit_api.yaml:")), qPrintable(view.noticeText()));
}

void SyncViewTest::rowsRefusedRowsAndStateComeFromTheTarget()
{
    const RecordedSync recorded;
    recorded.writeTarget();
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    view.setTarget(recorded.target());
    auto* tabs = view.findChild<QTabWidget*>();
    QTRY_COMPARE(tabs->tabText(0), QStringLiteral("Rows  4"));
    QCOMPARE(tabs->tabText(2), QStringLiteral("Refused  2"));
    QCOMPARE(tableOf(view, "refused")->model()->rowCount(), 2);
    QVERIFY(view.findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("\"pages\": 83")));
    tableOf(view, "streams")->selectRow(2);
    QCOMPARE(tabs->tabText(0), QStringLiteral("Rows  3"));
    QVERIFY(view.findChild<QPlainTextEdit*>()->toPlainText().startsWith(QStringLiteral("sites has no state yet")));
}

void SyncViewTest::eventsFillRequestsAndLog()
{
    const RecordedSync recorded;
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    QSignalSpy log(&view, &SyncView::logLine);
    view.take(RecordedSync::events());
    QCOMPARE(view.findChild<QTabWidget*>()->tabText(1), QStringLiteral("Requests  86"));
    QCOMPARE(tableOf(view, "requests")->model()->rowCount(), 86);
    QStringList lines;
    for (const QVariantList& arguments : log)
        lines.append(arguments.first().toString());
    // 83 pages, the stream's end, three refusals with their waits; no request that went well.
    QCOMPARE(lines.size(), 90);
    QVERIFY(lines.contains(QStringLiteral("shifts · waiting 3.0 s: asked to by the server (429)")));
    QVERIFY(lines.contains(QStringLiteral("statuses: ok, 41208 rows")));
}

void SyncViewTest::theSelectedRequestIsShown()
{
    const RecordedSync recorded;
    SyncView view;
    RequestPanel* panel = view.detail();
    panel->setParent(nullptr);
    panel->show();
    view.setConnection(recorded.root(), connectionName);
    view.take(RecordedSync::events());
    // Nothing selected: the one that the server refused.
    QTRY_VERIFY(panelShows(*panel, QStringLiteral("REQUEST 3 OF shifts")));
    QVERIFY(panelShows(*panel, QStringLiteral("Authorization: Bearer •••")));
    QVERIFY(panelShows(*panel, QStringLiteral("Retry-After: 3")));
    QVERIFY(panelShows(*panel, QStringLiteral("Waiting 3 s, asked to by the server (429). Attempt 3.")));
    tableOf(view, "requests")->selectRow(6);
    QTRY_VERIFY(panelShows(*panel, QStringLiteral("REQUEST 7 OF statuses")));
    QTRY_VERIFY(!panelShows(*panel, QStringLiteral("Retry-After: 3")));
    view.take(RecordedSync::events());
    QVERIFY(panelShows(*panel, QStringLiteral("REQUEST 7 OF statuses")));
    delete panel;
    view.take(RecordedSync::events());
    QVERIFY(!view.detail());
}

void SyncViewTest::adviceAsksForOneKeyAtATime()
{
    const RecordedSync recorded;
    recorded.writeTarget();
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    RequestPanel* panel = view.detail();
    panel->setParent(nullptr);
    panel->show();
    view.take(RecordedSync::events(12));
    view.setTarget(recorded.target());
    QTRY_VERIFY(buttonOf(*panel, QStringLiteral("Set rate limit: 480 a minute")));
    QTRY_VERIFY(panelShows(*panel, QStringLiteral("the primary key id is null")));
    QSignalSpy asked(panel, &RequestPanel::adviceRequested);
    buttonOf(*panel, QStringLiteral("Set rate limit: 480 a minute"))->click();
    QCOMPARE(asked.takeFirst(), (QVariantList {QStringLiteral("config.rate_limit"), QStringLiteral("{requests: 480, per: minute}")}));
    buttonOf(*panel, QStringLiteral("Read incrementally"))->click();
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.last().first().toString(), QStringLiteral("sync.sites"));
    delete panel;
}

void SyncViewTest::aFailureIsOneSentenceWithClassPlaceAndWhatToDo()
{
    const RecordedSync recorded;
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    QSignalSpy finished(&view, &SyncView::finished);
    view.finish(RecordedSync::failedReport());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(view.noticeText(),
        QStringLiteral("shifts failed\n401 from http://127.0.0.1:8765/api/v1/shifts: unknown token (AUTH, connections/trakit_api.yaml:21:7). "
                       "Check the secret and what it may read; Test connection tells whether it is accepted."));
}

void SyncViewTest::theHookMayRefuseTheStart()
{
    const RecordedSync recorded;
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    int asked = 0;
    view.setBeforeStart([&asked]() -> base::Result<void> {
        ++asked;
        return base::makeError("sampleapi.port", QStringLiteral("port 8765 is taken"));
    });
    QSignalSpy running(&view, &SyncView::runningChanged);
    view.start(std::nullopt);
    QCOMPARE(asked, 1);
    QVERIFY(!view.isRunning());
    QVERIFY(running.isEmpty());
    QCOMPARE(view.noticeText(), QStringLiteral("The sync was not started\nport 8765 is taken (sampleapi.port)"));
}

void SyncViewTest::aServerThatIsNotThereEndsTheSync()
{
    const RecordedSync recorded;
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    view.setTarget(recorded.target());
    QSignalSpy running(&view, &SyncView::runningChanged);
    QSignalSpy finished(&view, &SyncView::finished);
    view.start(100);
    QVERIFY(view.isRunning());
    QCOMPARE(running.takeFirst().first().toBool(), true);
    view.setConnection({}, {}); // not while it runs
    QCOMPARE(view.connectionName(), connectionName);
    view.setConnection(recorded.root(), connectionName); // back again: the outcome stays
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
    QVERIFY(!view.isRunning());
    QCOMPARE(running.takeFirst().first().toBool(), false);
    QVERIFY2(view.noticeText().contains(QStringLiteral("CONNECT")), qPrintable(view.noticeText()));
    QVERIFY2(view.noticeText().contains(QStringLiteral("goes on after the last committed page")), qPrintable(view.noticeText()));
}

void SyncViewTest::aConnectionAskedForDuringASyncFollows()
{
    const RecordedSync recorded;
    const RecordedSync other;
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    view.setTarget(recorded.target());
    QSignalSpy finished(&view, &SyncView::finished);
    QSignalSpy log(&view, &SyncView::logLine);
    view.start(100);
    view.setConnection({}, {});
    view.setConnection(other.root(), connectionName);
    QCOMPARE(view.workspaceRoot(), recorded.root());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
    QCOMPARE(view.workspaceRoot(), other.root());
    QCOMPARE(view.connectionName(), connectionName);
    QCOMPARE(view.noticeText(), QString()); // the outcome was another's: it is in the log
    QVERIFY(std::any_of(log.cbegin(), log.cend(), [](const QVariantList& line) {
        return line.first().toString().contains(QStringLiteral("goes on after the last committed page"));
    }));
    QVERIFY(!view.isRunning());
}

void SyncViewTest::aCancelledSyncReports()
{
    RecordedSync recorded;
    // A sync that would wait for minutes between its tries.
    recorded.writeConnection("connection:\n  kind: rest\n  config:\n    base_url: http://127.0.0.1:1/api\n    retry: {attempts: 8, base: PT50S, longest: PT60S}\n"
                             "    streams:\n      sites: {path: /sites, records: \"\", primary_key: [id]}\n");
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    view.setTarget(recorded.target());
    QSignalSpy finished(&view, &SyncView::finished);
    QElapsedTimer time;
    time.start();
    view.start(std::nullopt);
    view.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
    QVERIFY(time.elapsed() < 20000);
    QVERIFY2(view.noticeText().startsWith(QStringLiteral("Cancelled")), qPrintable(view.noticeText()));
}

void SyncViewTest::aTestSaysWhetherItWorks()
{
    const RecordedSync recorded;
    SyncView view;
    view.setConnection(recorded.root(), connectionName);
    view.testConnection();
    QTRY_VERIFY_WITH_TIMEOUT(view.noticeText().startsWith(QStringLiteral("The connection does not work")), 30000);
}

void SyncViewTest::itLooksRightInEveryTheme_data()
{
    QTest::addColumn<int>("theme");
    for (const auto theme : {painting::Theme::Light, painting::Theme::Dark})
        QTest::newRow(qPrintable(painting::themeName(theme))) << int(theme);
}

static bool grabSync(QWidget& widget, const QString& name)
{
    QDir().mkpath(QStringLiteral(WK_BINARY_DIR "/pictures"));
    return widget.grab().save(QStringLiteral(WK_BINARY_DIR "/pictures/%1.png").arg(name));
}

void SyncViewTest::itLooksRightInEveryTheme()
{
    QFETCH(int, theme);
    common::applyTheme(*qApp, painting::Theme(theme));
    const QString name = painting::themeName(painting::Theme(theme));
    const RecordedSync recorded;
    recorded.writeTarget();
    SyncView view;
    view.resize(996, 620);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(grabSync(view, QStringLiteral("sync-empty-") + name));
    view.setConnection(recorded.root(), connectionName);
    view.setTarget(recorded.target());
    RequestPanel* panel = view.detail();
    panel->setParent(nullptr);
    panel->resize(372, 620);
    panel->show();
    QVERIFY(grabSync(*panel, QStringLiteral("request-empty-") + name));
    view.take(RecordedSync::events(12));
    auto* tabs = view.findChild<QTabWidget*>();
    QTRY_COMPARE(tabs->tabText(0), QStringLiteral("Rows  4"));
    QTRY_VERIFY(panelShows(*panel, QStringLiteral("Retry-After: 3")));
    QVERIFY(grabSync(view, QStringLiteral("sync-rows-") + name));
    QTRY_VERIFY(panelShows(*panel, QStringLiteral("the primary key id is missing")));
    QTRY_VERIFY(buttonOf(*panel, QStringLiteral("Read incrementally")) && buttonOf(*panel, QStringLiteral("Read incrementally"))->isVisible());
    const QWidget* page = panel->findChild<QScrollArea*>()->widget();
    QTRY_VERIFY(page->height() >= page->heightForWidth(page->width()));
    QVERIFY(grabSync(*panel, QStringLiteral("request-") + name));
    tabs->setCurrentIndex(1);
    QVERIFY(grabSync(view, QStringLiteral("sync-requests-") + name));
    tabs->setCurrentIndex(2);
    view.finish(RecordedSync::failedReport());
    QTRY_VERIFY(!view.noticeText().isEmpty());
    QVERIFY(grabSync(view, QStringLiteral("sync-failed-") + name));
    QCOMPARE(view.grab().toImage().pixelColor(2, 2), painting::tokens(painting::Theme(theme)).surface);
    delete panel;
}

WK_REGISTER_TEST(SyncViewTest)
#include "tst_syncview.moc"
