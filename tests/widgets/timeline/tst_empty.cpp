// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "widgets/timeline/timelinewidget.h"

#include <QAction>
#include <QTest>

using timeline::TimelineWidget;

class EmptyTimelineTest : public QObject {
    Q_OBJECT
private slots:
    void withoutRunsItOffersAnImport();
};

void EmptyTimelineTest::withoutRunsItOffersAnImport()
{
    TimelineWidget empty;
    QAction import(QStringLiteral("Import…"));
    empty.addEmptyAction(&import);
    empty.resize(800, 500);
    empty.show();
    QVERIFY(empty.findChildren<QWidget*>().size() > 2);
    for (const int key : {Qt::Key_N, Qt::Key_Z, Qt::Key_W, Qt::Key_Home, Qt::Key_BracketLeft})
        QTest::keyClick(&empty, Qt::Key(key));
    QTest::mouseClick(&empty, Qt::LeftButton, {}, QPoint(400, 200));
    empty.nextProblem();
    empty.step(1);
    QCOMPARE(empty.selectedRun(), -1);
    QVERIFY(!empty.grab().isNull());
}

WK_REGISTER_TEST(EmptyTimelineTest)
#include "tst_empty.moc"
