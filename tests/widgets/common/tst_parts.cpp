// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/labels.h"
#include "widgets/common/segmented.h"
#include "widgets/common/statuslabel.h"
#include "widgets/common/theme.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using painting::Theme;

class TestParts : public QObject {
    Q_OBJECT
private slots:
    void aThemeCanBeReadBackFromItsPalette_data();
    void aThemeCanBeReadBackFromItsPalette();
    void theStyleSheetLeavesNoPlaceholder_data();
    void theStyleSheetLeavesNoPlaceholder();
    void switchingTheThemeReachesWidgetsThatExist();
    void arrowsMoveWithinTheSegments();
    void aSegmentsWidthDoesNotChangeWithTheChoice();
    void aStatusSaysItsWordAndShowsItsColour();
    void anEmptyStateOffersItsFirstActionFirst();
    void themeWordsAreReadBack();
};

void TestParts::aThemeCanBeReadBackFromItsPalette_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
    QTest::newRow("high contrast") << Theme::HighContrast;
}

void TestParts::aThemeCanBeReadBackFromItsPalette()
{
    QFETCH(Theme, theme);
    QCOMPARE(common::themeOf(common::paletteFor(theme)), theme);
}

void TestParts::theStyleSheetLeavesNoPlaceholder_data()
{
    aThemeCanBeReadBackFromItsPalette_data();
}

void TestParts::theStyleSheetLeavesNoPlaceholder()
{
    QFETCH(Theme, theme);
    const QString sheet = common::styleSheetFor(theme);
    QVERIFY(sheet.contains(painting::tokens(theme).accent.name()));
    QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
}

void TestParts::switchingTheThemeReachesWidgetsThatExist()
{
    QWidget window;
    window.resize(60, 60);
    window.show();
    common::applyTheme(*qApp, Theme::Dark);
    QCOMPARE(common::themeOf(window.palette()), Theme::Dark);
    QCOMPARE(window.grab().toImage().pixelColor(30, 30), painting::tokens(Theme::Dark).surface);
    common::applyTheme(*qApp, Theme::Light);
    QCOMPARE(window.grab().toImage().pixelColor(30, 30), painting::tokens(Theme::Light).surface);
}

void TestParts::arrowsMoveWithinTheSegments()
{
    common::SegmentedControl control({QStringLiteral("Design"), QStringLiteral("Timeline"), QStringLiteral("Sync")});
    control.show();
    QSignalSpy changed(&control, &common::SegmentedControl::currentChanged);
    QCOMPARE(control.current(), 0);
    control.button(0)->setFocus();
    QTest::keyClick(control.button(0), Qt::Key_Right);
    QCOMPARE(control.current(), 1);
    QTest::mouseClick(control.button(2), Qt::LeftButton);
    QCOMPARE(control.current(), 2);
    QCOMPARE(changed.size(), 2);
    QTest::keyClick(control.button(2), Qt::Key_Right);
    QCOMPARE(control.current(), 2);
}

void TestParts::aSegmentsWidthDoesNotChangeWithTheChoice()
{
    common::SegmentedControl control({QStringLiteral("Design"), QStringLiteral("Timeline")});
    const int before = control.sizeHint().width();
    control.setCurrent(1);
    QCOMPARE(control.sizeHint().width(), before);
}

void TestParts::aStatusSaysItsWordAndShowsItsColour()
{
    common::applyTheme(*qApp, Theme::Light);
    common::StatusLabel label;
    label.setStatus(painting::Mark::ReadTooEarly, QStringLiteral("5 h 27 min"));
    QVERIFY(label.accessibleName().contains(QStringLiteral("5 h 27 min")));
    QVERIFY(label.accessibleName().contains(painting::markWord(painting::Mark::ReadTooEarly)));
    label.resize(label.sizeHint());
    const QImage picture = label.grab().toImage();
    bool found = false;
    for (int y = 0; y < picture.height() && !found; ++y) {
        for (int x = 0; x < picture.width() && !found; ++x)
            found = picture.pixelColor(x, y) == painting::tokens(Theme::Light).race;
    }
    QVERIFY(found);
}

void TestParts::anEmptyStateOffersItsFirstActionFirst()
{
    common::EmptyState state(QStringLiteral("No workspace"), QStringLiteral("Open one."));
    QAction open(QStringLiteral("&Open…"));
    QAction sample(QStringLiteral("Open sample"));
    state.addAction(&open);
    state.addAction(&sample);
    const auto buttons = state.findChildren<QToolButton*>();
    QCOMPARE(buttons.size(), 2);
    QVERIFY(buttons.first()->property("primary").toBool());
    QVERIFY(!buttons.last()->property("primary").toBool());
    QSignalSpy opened(&open, &QAction::triggered);
    buttons.first()->click();
    QCOMPARE(opened.size(), 1);
}

void TestParts::themeWordsAreReadBack()
{
    using common::ThemeChoice;
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast})
        QCOMPARE(common::themeChoiceFromWord(common::themeWord(choice)), choice);
    QCOMPARE(common::themeChoiceFromWord(QStringLiteral("pink")), ThemeChoice::System);
}

WK_REGISTER_TEST(TestParts)
#include "tst_parts.moc"
