// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fixture.h"
#include "tests/support/register.h"

#include "app/services/connectionedit.h"
#include "app/window/bottomtabs.h"
#include "app/window/exportcontroller.h"
#include "app/window/inspector.h"
#include "app/window/noticebar.h"
#include "app/window/problemsmodel.h"
#include "app/window/problemspanel.h"
#include "widgets/common/theme.h"
#include "widgets/diagnosis/diagnosispanel.h"
#include "widgets/diagnosis/diffdialog.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using window::View;

class TestStory : public QObject {
    Q_OBJECT
private slots:
    void theSampleLeadsFromTheProblemToTheChangedText();
    void followingAdviceChangesOneKeyOfTheConnection_data();
    void followingAdviceChangesOneKeyOfTheConnection();
};

static QPushButton* visibleButton(const QWidget& in, const QString& start)
{
    for (auto* button : in.findChildren<QPushButton*>()) {
        if (button->text().startsWith(start) && button->isVisible() && button->isEnabled())
            return button;
    }
    return nullptr;
}

static QByteArray sampleText(WindowFixture& f)
{
    return f.win().session().document().texts().value(QStringLiteral("pipelines/trakit.yaml"));
}

/// Keeps a picture of the step in both themes, to be laid beside the mock-ups: build/<preset>/pictures/story-….
static void keepPicture(WindowFixture& f, const char* step)
{
    QDir().mkpath(QStringLiteral(WK_BINARY_DIR "/pictures"));
    for (const auto theme : {painting::Theme::Dark, painting::Theme::Light}) {
        common::applyTheme(*qApp, theme);
        const QString path = QStringLiteral(WK_BINARY_DIR "/pictures/story-%1-%2.png").arg(QString::fromLatin1(step), painting::themeName(theme));
        QVERIFY(f.win().grab().save(path));
    }
}

void TestStory::theSampleLeadsFromTheProblemToTheChangedText()
{
    qputenv("WEIRKEEPER_SAMPLES", WK_SOURCE_DIR "/resources/samples");
    WindowFixture f;
    f.action("file.sample")->trigger();
    QVERIFY(f.win().session().isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(!f.win().session().picture().diagnosis.findings.isEmpty(), 60'000);
    QTRY_VERIFY(!f.win().session().isBusy());
    const QByteArray before = sampleText(f);
    f.win().resize(1600, 1000);
    keepPicture(f, "1-design");

    // Problems, Enter: the timeline with its arrow, the diagnosis at the right.
    f.action("view.problems")->trigger();
    QTableView* table = f.win().bottom().problems()->table();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(f.win().view(), View::Timeline);
    const auto* panel = f.win().inspector().findChild<diagnosis::DiagnosisPanel*>();
    QVERIFY(panel && panel->isVisible());
    const freshness::Finding& first = f.win().session().picture().diagnosis.findings.first();
    QCOMPARE(panel->findingId(), first.id);
    QCOMPARE(*first.verdict, freshness::Verdict::Race);

    // For good: replayed in a job, then the diff, then the text.
    QTRY_VERIFY_WITH_TIMEOUT(visibleButton(*panel, QStringLiteral("Apply")) != nullptr, 60'000);
    QTest::mouseClick(visibleButton(*panel, QStringLiteral("Apply")), Qt::LeftButton);
    keepPicture(f, "2-diagnosis");
    auto* dialog = f.win().findChild<diagnosis::DiffDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(sampleText(f), before); // nothing is written before it is confirmed
    dialog->accept();
    const QByteArray after = sampleText(f);
    QVERIFY(after.contains("source_extraction.source_tables_ready"));
    f.win().showView(View::Yaml);
    keepPicture(f, "3-yaml");
    QVERIFY(!f.win().session().document().workspace().pipeline(QStringLiteral("dbt_transformation"))->schedule);
    QVERIFY(after.contains("# rebuilt every night, 22 minutes"));
    QCOMPARE(f.win().session().document().undoStack()->count(), 1);
    f.action("edit.undo")->trigger();
    QCOMPARE(sampleText(f), before);
    QVERIFY(f.win().autosave().flush());
}

void TestStory::followingAdviceChangesOneKeyOfTheConnection_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray text = "connection:\n  kind: rest   # the shop's\n  config:\n    base_url: http://x\n    rate_limit: {requests: 500, per: minute}\n";
    QTest::newRow("replace") << QStringLiteral("config.rate_limit") << QStringLiteral("{requests: 480, per: minute}") << text
                             << QByteArray(text).replace("500", "480");
    QTest::newRow("maps on the way are made") << QStringLiteral("sync.sites.disposition") << QStringLiteral("replace") << text
                                              << text + "  sync:\n    sites:\n      disposition: replace\n";
}

void TestStory::followingAdviceChangesOneKeyOfTheConnection()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const WindowFixture f;
    f.writeFile(QStringLiteral("connections/shop_api.yaml"), before);
    const auto done = services::editConnection(f.workspacePath(), QStringLiteral("shop_api"), key, value);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().toString()));
    QFile file(f.workspacePath() + QStringLiteral("/connections/shop_api.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), after);
}

WK_REGISTER_TEST(TestStory)
#include "tst_story.moc"
