// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "widgets/painting/statusshape.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using painting::Mark;

namespace {
constexpr Mark allMarks[] = {Mark::Success, Mark::Running, Mark::Late, Mark::Failed, Mark::ReadTooEarly, Mark::Skipped, Mark::Unknown};

QImage paintedMark(Mark mark, const painting::Tokens& tokens, const QRectF& rect = QRectF(4, 4, 24, 24))
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(tokens.surface);
    QPainter painter(&image);
    painting::paintMark(painter, rect, mark, tokens);
    return image;
}
} // namespace

class TestStatusShape : public QObject {
    Q_OBJECT

private slots:
    void everyMarkHasItsOwnShapeEvenWithoutColour();
    void everyMarkHasItsOwnWord();
    void aMarkIsPaintedInTheColourOfItsMeaning();
    void nothingIsPaintedOutsideTheRectangle();
    void readTooEarlyIsTheWorst();
};

void TestStatusShape::everyMarkHasItsOwnShapeEvenWithoutColour()
{
    painting::Tokens grey = painting::tokens(painting::Theme::Light);
    grey.success = grey.running = grey.late = grey.failed = grey.race = grey.off = QColor(Qt::black);
    for (const Mark a : allMarks) {
        for (const Mark b : allMarks) {
            QCOMPARE(paintedMark(a, grey) == paintedMark(b, grey), a == b);
        }
    }
}

void TestStatusShape::everyMarkHasItsOwnWord()
{
    QSet<QString> words;
    for (const Mark mark : allMarks) {
        words.insert(painting::markWord(mark));
    }
    QCOMPARE(words.size(), 7);
    QCOMPARE(painting::markWord(Mark::ReadTooEarly), QStringLiteral("Read too early"));
}

void TestStatusShape::aMarkIsPaintedInTheColourOfItsMeaning()
{
    const painting::Tokens& t = painting::tokens(painting::Theme::Dark);
    const QImage late = paintedMark(Mark::Late, t);
    QCOMPARE(late.pixelColor(16, 20), t.late); // inside the filled triangle
    QCOMPARE(late.pixelColor(6, 6), t.surface);
}

void TestStatusShape::nothingIsPaintedOutsideTheRectangle()
{
    const painting::Tokens& t = painting::tokens(painting::Theme::Light);
    for (const Mark mark : allMarks) {
        const QImage image = paintedMark(mark, t, QRectF(8, 8, 16, 16));
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x) {
                if (!QRect(8, 8, 16, 16).contains(x, y)) {
                    QCOMPARE(image.pixelColor(x, y), t.surface);
                }
            }
        }
    }
}

void TestStatusShape::readTooEarlyIsTheWorst()
{
    for (const Mark mark : allMarks) {
        QCOMPARE(painting::worse(mark, Mark::ReadTooEarly), Mark::ReadTooEarly);
        QCOMPARE(painting::worse(Mark::Success, mark), mark);
    }
    QCOMPARE(painting::worse(Mark::Late, Mark::Failed), Mark::Failed);
}

WK_REGISTER_TEST(TestStatusShape)
#include "tst_statusshape.moc"
