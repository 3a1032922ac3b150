// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "tests/widgets/diagnosis/badmorning.h"
#include "widgets/common/diffview.h"
#include "widgets/common/theme.h"
#include "widgets/common/wraptext.h"
#include "widgets/diagnosis/diagnosispanel.h"
#include "widgets/diagnosis/diffdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using diagnosis::DiagnosisPanel;

class DiagnosisPanelTest : public QObject {
    Q_OBJECT
private slots:
    void emptyItNamesTheNextStep();
    void itTellsTheRaceFromVerdictToChange();
    void applyAndDiffNameTheFinding();
    void aProposalForAnotherFindingIsIgnored();
    void whyThereIsNoProposalIsSaid();
    void theCommandIsCopiedAsItIs();
    void runIsOfferedOnlyWithARunner();
    void theMeasuredFactsUnfold();
    void itIsReachedByKeyboard();
    void noTextIsWiderThanThePanel();
    void theDialogShowsTheDiffAndApplies();
    void aLineOfDashesInsideAHunkIsRemoved();
    void itLooksRightInEveryTheme_data();
    void itLooksRightInEveryTheme();
};

static bool showsText(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    const auto texts = widget.findChildren<common::WrapText*>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel* l) { return l->isVisible() && l->text() == text; })
        || std::any_of(texts.cbegin(), texts.cend(), [&](const common::WrapText* t) { return t->isVisible() && t->text() == text; });
}

static void showRace(DiagnosisPanel& panel)
{
    panel.resize(372, 900);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    panel.showFinding(badmorning::race(), badmorning::losAngeles(), 21);
}

static bool grabInto(QWidget& widget, const QString& name)
{
    QDir().mkpath(QStringLiteral(WK_BINARY_DIR "/pictures"));
    return widget.grab().save(QStringLiteral(WK_BINARY_DIR "/pictures/%1.png").arg(name));
}

void DiagnosisPanelTest::emptyItNamesTheNextStep()
{
    DiagnosisPanel panel;
    panel.show();
    QVERIFY(showsText(panel, QStringLiteral("No problem selected")));
    QVERIFY(panel.findingId().isEmpty());
    showRace(panel);
    QVERIFY(!showsText(panel, QStringLiteral("No problem selected")));
    panel.clear();
    QVERIFY(showsText(panel, QStringLiteral("No problem selected")));
}

void DiagnosisPanelTest::itTellsTheRaceFromVerdictToChange()
{
    DiagnosisPanel panel;
    showRace(panel);
    for (const char* text : {"dbt read RAW.TRAKIT.STATUSES 5 h 27 min before its load had ended.", "Fri 3 Oct · 21 days of history · certain", "01:36:44", "07:04:12",
             "Loaded after the dbt job?", "yes, by 5 h 27 min: timing mismatch", "dbt build --select fact_trakit_statuses_with_shifts+"})
        QTRY_VERIFY2(showsText(panel, QString::fromUtf8(text)), text);
    panel.showProposal(badmorning::proposal());
    for (const char* text : {"Fri 3 Oct · 1 of 21 days · certain", "Let dbt_transformation wait for source_extraction", "Replayed on 21 days:", "1 day", "0 days", "01:59", "01:15",
             "(07:26 on 3 Oct)", "20 of 21", "21 of 21", "−44 min", "It was late because an attempt failed and was repeated."})
        QTRY_VERIFY2(showsText(panel, QString::fromUtf8(text)), text);
}

void DiagnosisPanelTest::applyAndDiffNameTheFinding()
{
    DiagnosisPanel panel;
    showRace(panel);
    QVERIFY(!panel.findChild<QPushButton*>(QStringLiteral("apply")));
    panel.showProposal(badmorning::proposal());
    QTRY_VERIFY(panel.findChild<QPushButton*>(QStringLiteral("apply"))->isVisible());
    QSignalSpy applied(&panel, &DiagnosisPanel::applyRequested);
    QSignalSpy shown(&panel, &DiagnosisPanel::diffRequested);
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("apply")), Qt::LeftButton);
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("diff")), Qt::LeftButton);
    QCOMPARE(applied.takeFirst().first().toString(), badmorning::race().id);
    QCOMPARE(shown.takeFirst().first().toString(), badmorning::race().id);
}

void DiagnosisPanelTest::aProposalForAnotherFindingIsIgnored()
{
    DiagnosisPanel panel;
    showRace(panel);
    freshness::Proposal other = badmorning::proposal();
    other.findingId = QStringLiteral("another");
    panel.showProposal(other);
    QVERIFY(!showsText(panel, other.title));
}

void DiagnosisPanelTest::whyThereIsNoProposalIsSaid()
{
    DiagnosisPanel panel;
    showRace(panel);
    const QString why = QStringLiteral("The reader is no task of this workspace, so nothing here can wait.");
    panel.showProposalProblem(why);
    QTRY_VERIFY(showsText(panel, why));
    QVERIFY(!panel.findChild<QPushButton*>(QStringLiteral("apply")));
}

void DiagnosisPanelTest::theCommandIsCopiedAsItIs()
{
    DiagnosisPanel panel;
    showRace(panel);
    auto* copy = panel.findChild<QPushButton*>(QStringLiteral("copy"));
    QTRY_VERIFY(copy->isVisible());
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("dbt build --select fact_trakit_statuses_with_shifts+"));
    QCOMPARE(copy->text(), QStringLiteral("Copied"));
}

void DiagnosisPanelTest::runIsOfferedOnlyWithARunner()
{
    DiagnosisPanel panel;
    showRace(panel);
    auto* run = panel.findChild<QPushButton*>(QStringLiteral("run"));
    QVERIFY(!run->isVisible());
    panel.setRunnerAvailable(true);
    QTRY_VERIFY(run->isVisible());
    QSignalSpy asked(&panel, &DiagnosisPanel::runRequested);
    QTest::mouseClick(run, Qt::LeftButton);
    QCOMPARE(asked.takeFirst().first().toString(), QStringLiteral("dbt build --select fact_trakit_statuses_with_shifts+"));
}

void DiagnosisPanelTest::theMeasuredFactsUnfold()
{
    DiagnosisPanel panel;
    showRace(panel);
    const QString fact = QStringLiteral("The newest load time was 2 Oct 00:50:23 when it was checked at 3 Oct 01:34:11.");
    QVERIFY(!showsText(panel, fact));
    auto* more = panel.findChild<QPushButton*>(QStringLiteral("evidence"));
    QCOMPARE(more->text(), QStringLiteral("Show the 9 measured facts"));
    more->click();
    QTRY_VERIFY(showsText(panel, fact));
    panel.showFinding(badmorning::late(), badmorning::losAngeles(), 21);
    QVERIFY(!more->isVisible());
    QTRY_VERIFY(showsText(panel, QStringLiteral("Open the log of run 8812 of source_extraction.trakit_sync.")));
}

void DiagnosisPanelTest::itIsReachedByKeyboard()
{
    DiagnosisPanel panel;
    showRace(panel);
    panel.showProposal(badmorning::proposal());
    QTRY_VERIFY(panel.findChild<QPushButton*>(QStringLiteral("diff"))->isVisible());
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.findChild<QPushButton*>(QStringLiteral("evidence"))->setFocus();
    QStringList reached;
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.append(QApplication::focusWidget()->objectName());
    }
    for (const char* name : {"copy", "apply", "diff"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)), qPrintable(reached.join(u' ')));
}

void DiagnosisPanelTest::noTextIsWiderThanThePanel()
{
    DiagnosisPanel panel;
    showRace(panel);
    panel.showProposal(badmorning::proposal());
    freshness::Finding wide = badmorning::race();
    wide.headline = QStringLiteral("dbt read ") + QString(90, u'x') + QStringLiteral(" too early");
    panel.showFinding(wide, badmorning::losAngeles(), 0);
    panel.resize(300, 700);
    const auto* area = panel.findChild<QScrollArea*>();
    QCOMPARE(area->widget()->width(), area->viewport()->width());
    const auto* headline = panel.findChild<common::WrapText*>();
    QVERIFY(headline->height() >= 4 * headline->fontMetrics().height());
    QCOMPARE(headline->text(), wide.headline + u'.');
}

void DiagnosisPanelTest::theDialogShowsTheDiffAndApplies()
{
    diagnosis::DiffDialog dialog(badmorning::proposal().title, badmorning::diff());
    QCOMPARE(dialog.view()->addedLines(), 2);
    QCOMPARE(dialog.view()->removedLines(), 1);
    QCOMPARE(dialog.view()->summary(), QStringLiteral("2 lines added, 1 line removed"));
    QCOMPARE(dialog.view()->toPlainText() + u'\n', badmorning::diff());
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
    diagnosis::DiffDialog nothing(QStringLiteral("Nothing"), {});
    QVERIFY(!nothing.findChild<QPushButton*>(QStringLiteral("apply"))->isEnabled());
}

void DiagnosisPanelTest::aLineOfDashesInsideAHunkIsRemoved()
{
    common::DiffView view;
    view.setDiff(QStringLiteral("--- a/x\n+++ b/x\n@@ -1,2 +1,1 @@\n--- not a head\n-second\n+++ nor this\n"));
    QCOMPARE(view.removedLines(), 2);
    QCOMPARE(view.addedLines(), 1);
    QVERIFY(view.showFile(QStringLiteral("x")));
    QVERIFY(!view.showFile(QStringLiteral("y")));
}

void DiagnosisPanelTest::itLooksRightInEveryTheme_data()
{
    QTest::addColumn<int>("theme");
    for (const auto theme : {painting::Theme::Light, painting::Theme::Dark, painting::Theme::HighContrast})
        QTest::newRow(qPrintable(painting::themeName(theme))) << int(theme);
}

void DiagnosisPanelTest::itLooksRightInEveryTheme()
{
    QFETCH(int, theme);
    common::applyTheme(*qApp, painting::Theme(theme));
    const QString name = painting::themeName(painting::Theme(theme));
    DiagnosisPanel panel;
    panel.resize(372, 960);
    panel.show();
    QVERIFY(grabInto(panel, QStringLiteral("diagnosis-empty-") + name));
    showRace(panel);
    panel.resize(372, 960);
    panel.showProposal(badmorning::proposal());
    QTRY_VERIFY(showsText(panel, QStringLiteral("21 of 21")));
    const auto* area = panel.findChild<QScrollArea*>();
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0 && area->widget()->height() >= area->widget()->heightForWidth(area->widget()->width()));
    QCOMPARE(area->widget()->width(), area->viewport()->width());
    QVERIFY(area->widget()->layout()->minimumSize().width() <= area->viewport()->width());
    QVERIFY(panel.grab().save(QStringLiteral(WK_BINARY_DIR "/pictures/diagnosis-top-%1.png").arg(name)));
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    for (const QLabel* label : panel.findChildren<QLabel*>())
        QVERIFY2(!label->isVisible() || label->height() >= qMin(label->sizeHint().height(), label->heightForWidth(label->width()) > 0 ? label->heightForWidth(label->width()) : 9999), qPrintable(label->text()));
    QVERIFY(grabInto(panel, QStringLiteral("diagnosis-race-") + name));
    panel.showFinding(badmorning::late(), badmorning::losAngeles(), 21);
    QTRY_VERIFY(showsText(panel, badmorning::late().advice.first().text));
    QVERIFY(grabInto(panel, QStringLiteral("diagnosis-late-") + name));
    diagnosis::DiffDialog dialog(badmorning::proposal().title, badmorning::diff());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QVERIFY(grabInto(dialog, QStringLiteral("diffdialog-") + name));
    QCOMPARE(panel.grab().toImage().pixelColor(2, 2), painting::tokens(painting::Theme(theme)).surface);
}

WK_REGISTER_TEST(DiagnosisPanelTest)
#include "tst_diagnosispanel.moc"
