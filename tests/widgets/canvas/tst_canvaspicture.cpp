// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "tests/widgets/canvas/story.h"
#include "widgets/canvas/canvasview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QWheelEvent>

using canvas::CanvasView;
using painting::Theme;

class TestCanvasPicture : public QObject {
    Q_OBJECT

private slots:
    void thePictureIsWrittenInEveryTheme_data();
    void thePictureIsWrittenInEveryTheme();
    void farAwayTheWordsGoAndTheMarksStay();
    void tenThousandTasksPanSmoothly();

private:
    static void show(CanvasView& view, const canvas::SceneInput& input, Theme theme);
    static bool hasColor(const QImage& image, const QColor& color);
};

void TestCanvasPicture::show(CanvasView& view, const canvas::SceneInput& input, Theme theme)
{
    view.resize(995, 759);
    view.setTheme(theme);
    view.show();
    view.setScene(canvas::buildScene(input));
}

bool TestCanvasPicture::hasColor(const QImage& image, const QColor& color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) {
                return true;
            }
        }
    }
    return false;
}

void TestCanvasPicture::thePictureIsWrittenInEveryTheme_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<bool>("empty");
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        QTest::newRow(qPrintable(QStringLiteral("canvas-") + painting::themeName(theme))) << int(theme) << false;
        QTest::newRow(qPrintable(QStringLiteral("canvas-empty-") + painting::themeName(theme))) << int(theme) << true;
    }
}

void TestCanvasPicture::thePictureIsWrittenInEveryTheme()
{
    QFETCH(int, theme);
    QFETCH(bool, empty);
    CanvasView view;
    show(view, empty ? canvas::SceneInput() : story::input(), Theme(theme));
    view.setSelection({QStringLiteral("dbt_transformation.dbt_build_models")});
    const QImage picture = view.grab().toImage();
    QVERIFY(picture.save(QStringLiteral(WK_BINARY_DIR "/%1.png").arg(QLatin1String(QTest::currentDataTag()))));
    const painting::Tokens& tokens = painting::tokens(Theme(theme));
    QVERIFY(hasColor(picture, tokens.window));
    QCOMPARE(hasColor(picture, tokens.race), !empty);
    QCOMPARE(hasColor(picture, tokens.late), !empty);
    QVERIFY(hasColor(picture, tokens.accent)); // the selection; the empty view's button
}

void TestCanvasPicture::farAwayTheWordsGoAndTheMarksStay()
{
    CanvasView view;
    show(view, story::input(), Theme::Light);
    for (int i = 0; i < 9; ++i) {
        view.zoomOut();
    }
    QVERIFY(view.state().viewport.scale() < 0.4);
    const QImage picture = view.grab().toImage();
    QVERIFY(picture.save(QStringLiteral(WK_BINARY_DIR "/canvas-far.png")));
    QVERIFY(hasColor(picture, painting::tokens(Theme::Light).race));
    QVERIFY(hasColor(picture, painting::tokens(Theme::Light).late));
}

void TestCanvasPicture::tenThousandTasksPanSmoothly()
{
    QElapsedTimer timer;
    timer.start();
    const canvas::CanvasScene scene = canvas::buildScene(story::large(10000));
    const qint64 build = timer.restart();
    CanvasView view;
    view.resize(1600, 1000);
    view.show();
    view.setScene(scene);
    const qint64 set = timer.restart();
    const QImage all = view.grab().toImage();
    const qint64 fit = timer.restart();
    QVERIFY(all.save(QStringLiteral(WK_BINARY_DIR "/canvas-10000.png")));
    view.zoomTo100();
    timer.restart();
    constexpr int steps = 20;
    QImage image(view.size(), QImage::Format_RGB32);
    for (int i = 0; i < steps; ++i) {
        QWheelEvent wheel(QPointF(800, 500), view.mapToGlobal(QPointF(800, 500)), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &wheel);
        view.render(&image);
    }
    const double pan = double(timer.elapsed()) / steps;
    qInfo("10,000 tasks: scene and layout %lld ms, set %lld ms, whole picture %lld ms, pan step %.1f ms", build, set, fit, pan);
#ifdef NDEBUG
    QVERIFY(pan < 16);
    QVERIFY(fit < 60);
#else
    QVERIFY(pan < 160);
    QVERIFY(fit < 600);
#endif
}

WK_REGISTER_TEST(TestCanvasPicture)
#include "tst_canvaspicture.moc"
