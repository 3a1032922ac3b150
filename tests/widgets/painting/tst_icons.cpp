// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "widgets/painting/icons.h"
#include "widgets/painting/tokens.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTest>

class TestIcons : public QObject {
    Q_OBJECT

private slots:
    void everyIconDrawsSomethingInTheColourAsked();
    void everyIconIsColouredAtRunTimeOnly();
    void theDevicePixelRatioMakesMorePixelsNotALargerIcon();
    void anUnknownNameGivesTheTaskIcon();
    void theSheetOfAllIconsIsWritten();
};

void TestIcons::everyIconDrawsSomethingInTheColourAsked()
{
    const QStringList names = painting::iconNames();
    QVERIFY(names.size() > 80);
    for (const QString& name : names) {
        const QImage image = painting::iconPixmap(name, Qt::red, 32).toImage();
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                painted += pixel.alpha() > 128 ? 1 : 0;
                QVERIFY2(pixel.alpha() < 255 || pixel == QColor(Qt::red), qPrintable(name));
            }
        }
        QVERIFY2(painted > 20, qPrintable(name));
    }
}

void TestIcons::everyIconIsColouredAtRunTimeOnly()
{
    for (const QString& name : painting::iconNames()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY2(!svg.contains('#') && svg.contains("currentColor") && svg.contains("stroke-width=\"1.5\""), qPrintable(name));
    }
}

void TestIcons::theDevicePixelRatioMakesMorePixelsNotALargerIcon()
{
    const QPixmap pixmap = painting::iconPixmap(QStringLiteral("dataset"), Qt::black, 16, 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(16, 16));
}

void TestIcons::anUnknownNameGivesTheTaskIcon()
{
    QVERIFY(!painting::hasIcon(QStringLiteral("no-such-icon")));
    QCOMPARE(painting::iconPixmap(QStringLiteral("no-such-icon"), Qt::black).toImage(), painting::iconPixmap(QStringLiteral("task"), Qt::black).toImage());
}

void TestIcons::theSheetOfAllIconsIsWritten()
{
    const painting::Tokens& t = painting::tokens(painting::Theme::Light);
    const QStringList names = painting::iconNames();
    QImage sheet(12 * 96, int(names.size() + 11) / 12 * 64, QImage::Format_RGB32);
    sheet.fill(t.surface);
    QPainter painter(&sheet);
    painter.setPen(t.muted);
    for (int i = 0; i < names.size(); ++i) {
        const QRect cell(i % 12 * 96, i / 12 * 64, 96, 64);
        painter.drawPixmap(cell.center().x() - 16, cell.y() + 8, painting::iconPixmap(names[i], t.text, 32));
        painter.drawText(cell.adjusted(0, 44, 0, 0), Qt::AlignHCenter | Qt::AlignTop, names[i]);
    }
    painter.end();
    QVERIFY(sheet.save(QStringLiteral(WK_BINARY_DIR "/icons.png")));
}

WK_REGISTER_TEST(TestIcons)
#include "tst_icons.moc"
