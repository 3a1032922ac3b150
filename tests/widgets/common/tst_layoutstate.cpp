// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "widgets/common/statesaver.h"

#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

class TestLayoutState : public QObject {
    Q_OBJECT
private slots:
    void splittersComeBackAsTheyWereLeft();
    void nothingIsRestoredWhereNothingWasSaved();
    void aForgottenLayoutIsNotRestored();
    void settingsLieInTheDataDirectory();
};

namespace {
struct SplitWindow : QWidget {
    SplitWindow()
    {
        setObjectName(QStringLiteral("probe"));
        splitter.setObjectName(QStringLiteral("main"));
        splitter.addWidget(new QWidget);
        splitter.addWidget(new QWidget);
        auto* row = new QVBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(&splitter);
        resize(400, 200);
        show();
    }
    QSplitter splitter;
};
} // namespace

void TestLayoutState::splittersComeBackAsTheyWereLeft()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    QList<int> sizes;
    {
        SplitWindow window;
        window.splitter.setSizes({100, 295});
        sizes = window.splitter.sizes();
        common::saveLayout(settings, window);
    }
    SplitWindow again;
    again.splitter.setSizes({200, 195});
    QVERIFY(common::restoreLayout(settings, again));
    QCOMPARE(again.splitter.sizes(), sizes);
}

void TestLayoutState::nothingIsRestoredWhereNothingWasSaved()
{
    QTemporaryDir folder;
    const QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    SplitWindow window;
    QVERIFY(!common::restoreLayout(settings, window));
}

void TestLayoutState::aForgottenLayoutIsNotRestored()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    SplitWindow window;
    common::saveLayout(settings, window);
    common::forgetLayout(settings, window);
    QVERIFY(!common::restoreLayout(settings, window));
}

void TestLayoutState::settingsLieInTheDataDirectory()
{
    const QTemporaryDir folder;
    const QByteArray before = qgetenv("WEIRKEEPER_HOME");
    qputenv("WEIRKEEPER_HOME", folder.path().toLocal8Bit());
    QCOMPARE(common::settingsPath(), folder.filePath(QStringLiteral("settings.ini")));
    qputenv("WEIRKEEPER_HOME", before);
}

WK_REGISTER_TEST(TestLayoutState)
#include "tst_layoutstate.moc"
