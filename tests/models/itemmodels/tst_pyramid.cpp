// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/barpieces.h"
#include "models/itemmodels/timelinebuilder.h"
#include "tests/support/register.h"

#include <QRandomGenerator>
#include <QTest>

using namespace itemmodels;

class PyramidTest : public QObject {
    Q_OBJECT
private slots:
    void theWorstOfEveryRangeIsTheWorstByScan();
    void noZoomHidesAFailureOrAMismatch_data();
    void noZoomHidesAFailureOrAMismatch();
    void aPieceNeverShowsWorseThanItHolds();
    void panningByWholeCellsDoesNotRegroup();
    void runsThatOverlapGetDepths();
    void crowdedDepthsStillFindTheLongRun();
};

static QVector<BarSeed> randomSeeds(int count, int overlap)
{
    QRandomGenerator random(42);
    QVector<BarSeed> seeds;
    qint64 at = 0;
    for (int i = 0; i < count; ++i) {
        BarSeed seed;
        at += 1 + random.bounded(1'000'000'000);
        seed.start = at;
        seed.end = at + (overlap > 0 ? qint64(random.bounded(1'000'000'000)) * overlap : random.bounded(2));
        const int dice = random.bounded(1000);
        seed.mark = dice < 3 ? Mark::ReadTooEarly : dice < 30 ? Mark::Failed : dice < 100 ? Mark::Warn : Mark::Ok;
        seed.run = i;
        seeds.append(seed);
    }
    return seeds;
}

void PyramidTest::theWorstOfEveryRangeIsTheWorstByScan()
{
    QRandomGenerator random(7);
    QVector<quint8> values(5000);
    for (quint8& value : values)
        value = quint8(random.bounded(200) == 0 ? 7 : random.bounded(4));
    Pyramid pyramid;
    pyramid.build(values);
    for (int i = 0; i < 20'000; ++i) {
        const qsizetype from = random.bounded(int(values.size()));
        const qsizetype to = from + random.bounded(int(values.size() - from) + 1);
        const auto worst = from == to ? quint8(0) : *std::max_element(values.cbegin() + from, values.cbegin() + to);
        QCOMPARE(pyramid.worst(values, from, to), worst);
    }
    QVERIFY(pyramid.bytes() <= values.size() / 14);
}

void PyramidTest::noZoomHidesAFailureOrAMismatch_data()
{
    QTest::addColumn<int>("overlap");
    QTest::addColumn<double>("width");
    for (const int overlap : {0, 1, 40}) {
        for (const double width : {60.0, 1000.0, 50'000.0, 5'000'000.0})
            QTest::addRow("overlap %d, %g pixels", overlap, width) << overlap << width;
    }
}

void PyramidTest::noZoomHidesAFailureOrAMismatch()
{
    QFETCH(int, overlap);
    QFETCH(double, width);
    const QVector<Bars> depths = splitDepths(randomSeeds(20'000, overlap));
    int shown = 0;
    QVector<BarPiece> pieces;
    for (const Bars& bars : depths) {
        const TimeScale scale {{0, bars.start.last() + 2'000'000'000'000}, 0, width};
        barPieces(bars, scale, pieces);
        QVector<quint8> best(bars.size(), 0);
        for (const BarPiece& piece : pieces) {
            for (qsizetype i = piece.first; i < piece.first + piece.count; ++i)
                best[i] = std::max(best[i], quint8(piece.mark));
        }
        for (qsizetype i = 0; i < bars.size(); ++i) {
            QVERIFY2(best[i] >= bars.mark[i], qPrintable(QString::number(i)));
            ++shown;
        }
    }
    QCOMPARE(shown, 20'000);
}

void PyramidTest::aPieceNeverShowsWorseThanItHolds()
{
    const Bars bars = splitDepths(randomSeeds(5000, 0)).first();
    QVector<BarPiece> pieces;
    barPieces(bars, {{0, bars.end.last() + 1}, 0, 700}, pieces);
    QVERIFY(pieces.size() <= 360);
    qsizetype next = 0;
    for (const BarPiece& piece : pieces) {
        QCOMPARE(piece.first, next);
        next += piece.count;
        const auto from = bars.mark.cbegin() + piece.first;
        QCOMPARE(int(piece.mark), int(*std::max_element(from, from + piece.count)));
    }
    QCOMPARE(next, bars.size());
}

void PyramidTest::panningByWholeCellsDoesNotRegroup()
{
    const Bars bars = splitDepths(randomSeeds(5000, 0)).first();
    TimeScale scale {{bars.start[1000], bars.start[1000] + 1'000'000'000'000}, 0, 500};
    QVector<BarPiece> before, after;
    barPieces(bars, scale, before);
    scale.span = panned(scale.span, 3 * qint64(scale.microsPerPixel()) + 17);
    barPieces(bars, scale, after);
    QSet<std::pair<qsizetype, qsizetype>> known;
    for (const BarPiece& piece : before)
        known.insert({piece.first, piece.count});
    int same = 0;
    for (const BarPiece& piece : after)
        same += known.contains({piece.first, piece.count}) ? 1 : 0;
    QVERIFY(same >= after.size() - 5); // only those that came into view
}

void PyramidTest::runsThatOverlapGetDepths()
{
    const auto seed = [](qint64 start, qint64 end) { return BarSeed {start, end, Mark::Ok, runs::Kind::Load, 0, qint32(start)}; };
    const QVector<Bars> depths = splitDepths({seed(20, 40), seed(0, 30), seed(30, 35), seed(45, 50)});
    QCOMPARE(depths.size(), 2);
    QCOMPARE(depths[0].start, (QVector<qint64> {0, 30, 45}));
    QCOMPARE(depths[1].start, (QVector<qint64> {20}));
}

void PyramidTest::crowdedDepthsStillFindTheLongRun()
{
    QVector<BarSeed> seeds;
    for (int i = 0; i < 3 * mostDepths; ++i)
        seeds.append({i, 1'000'000 - i, i == mostDepths ? Mark::Failed : Mark::Ok, runs::Kind::Load, 0, i});
    const QVector<Bars> depths = splitDepths(seeds);
    QCOMPARE(depths.size(), qsizetype(mostDepths));
    QVector<BarPiece> pieces;
    barPieces(depths.last(), {{500'000, 600'000}, 0, 100}, pieces);
    QVERIFY(std::any_of(pieces.cbegin(), pieces.cend(), [](const BarPiece& p) { return p.mark == Mark::Failed; }));
}

WK_REGISTER_TEST(PyramidTest)
#include "tst_pyramid.moc"
