// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"
#include "widgets/painting/tokens.h"

#include <QTest>

using painting::Theme;
using painting::Tokens;

Q_DECLARE_METATYPE(painting::Theme)

class TestTokens : public QObject {
    Q_OBJECT

private slots:
    void blackOnWhiteIsTwentyOneToOne();
    void textHoldsItsContrastOnEveryGround_data() { themes(); }
    void textHoldsItsContrastOnEveryGround();
    void marksHoldTheirContrastOnEveryGround_data() { themes(); }
    void marksHoldTheirContrastOnEveryGround();
    void labelsInsideBarsAreReadable_data() { themes(); }
    void labelsInsideBarsAreReadable();
    void barOutlinesStandOutFromTheLane_data() { themes(); }
    void barOutlinesStandOutFromTheLane();
    void highContrastHoldsSevenToOneForWords();
    void mixingGoesFromGroundToOver();

private:
    static void themes();
};

void TestTokens::themes()
{
    QTest::addColumn<Theme>("theme");
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        QTest::newRow(qPrintable(painting::themeName(theme))) << theme;
    }
}

namespace {
struct NamedColor {
    const char* name;
    QColor color;
};

void verifyContrast(const QVector<NamedColor>& colors, const QVector<NamedColor>& grounds, double least)
{
    for (const NamedColor& color : colors) {
        for (const NamedColor& ground : grounds) {
            const double ratio = painting::contrast(color.color, ground.color);
            QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 on %2 is %3 : 1").arg(QLatin1String(color.name), QLatin1String(ground.name)).arg(ratio)));
        }
    }
}

QVector<NamedColor> tokenGrounds(const Tokens& t)
{
    return {{"window", t.window}, {"surface", t.surface}, {"raised", t.raised}, {"accentSoft", t.accentSoft}, {"code", t.code},
        {"raceSoft", t.raceSoft}};
}
} // namespace

void TestTokens::blackOnWhiteIsTwentyOneToOne()
{
    QCOMPARE(painting::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(painting::contrast(Qt::white, Qt::black), 21.0);
    QVERIFY(std::abs(painting::contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01); // the well-known nearly-grey
}

void TestTokens::textHoldsItsContrastOnEveryGround()
{
    QFETCH(Theme, theme);
    const Tokens& t = painting::tokens(theme);
    // `raceSoft` carries the race colour and plain text only; `late` and `failed` may stand on a selected row.
    verifyContrast({{"text", t.text}, {"muted", t.muted}, {"accent", t.accent}, {"success", t.success}, {"running", t.running},
                       {"late", t.late}, {"failed", t.failed}, {"race", t.race}},
        tokenGrounds(t), 4.5);
    verifyContrast({{"onAccent", t.onAccent}}, {{"accent", t.accent}}, 4.5);
    verifyContrast({{"text", t.text}}, {{"paper", painting::paper(t)}}, 4.5);
}

void TestTokens::marksHoldTheirContrastOnEveryGround()
{
    QFETCH(Theme, theme);
    const Tokens& t = painting::tokens(theme);
    verifyContrast({{"success", t.success}, {"running", t.running}, {"late", t.late}, {"failed", t.failed}, {"race", t.race}, {"off", t.off}},
        tokenGrounds(t), 3.0);
}

void TestTokens::labelsInsideBarsAreReadable()
{
    QFETCH(Theme, theme);
    const Tokens& t = painting::tokens(theme);
    verifyContrast({{"text", t.text}},
        {{"extraction", t.extraction}, {"transformation", t.transformation}, {"refresh", t.refresh}, {"test", t.test}}, 4.5);
}

void TestTokens::barOutlinesStandOutFromTheLane()
{
    QFETCH(Theme, theme);
    const Tokens& t = painting::tokens(theme);
    for (const QColor& fill : {t.extraction, t.transformation, t.refresh, t.test}) {
        verifyContrast({{"outline", painting::fillEdge(fill, t)}}, {{"surface", t.surface}, {"raised", t.raised}}, 3.0);
    }
}

void TestTokens::highContrastHoldsSevenToOneForWords()
{
    const Tokens& t = painting::tokens(Theme::HighContrast);
    verifyContrast({{"text", t.text}, {"muted", t.muted}, {"accent", t.accent}, {"success", t.success}, {"running", t.running},
                       {"late", t.late}, {"failed", t.failed}, {"race", t.race}, {"line", t.line}},
        {{"window", t.window}, {"surface", t.surface}, {"raised", t.raised}}, 7.0);
}

void TestTokens::mixingGoesFromGroundToOver()
{
    QCOMPARE(painting::mix(Qt::white, Qt::black, 0.0), QColor(0, 0, 0));
    QCOMPARE(painting::mix(Qt::white, Qt::black, 0.5), QColor(128, 128, 128));
    QCOMPARE(painting::mix(Qt::white, Qt::black, 1.0), QColor(255, 255, 255));
}

WK_REGISTER_TEST(TestTokens)
#include "tst_tokens.moc"
