// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/cursorvalue.h"
#include "models/sync/syncjob.h"
#include "tests/support/register.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <optional>

using syncs::CursorValue;

/// Cursors must mean the same on every desk, whatever its locale writes for a decimal point.
class TestCursors : public QObject {
    Q_OBJECT
private slots:
    void numbersAreComparedByValue_data();
    void numbersAreComparedByValue();
    void aDecimalCommaChangesNothing();
    void nothingReadsNumbersWithTheLocale();
    void workspacesOfOneNameSyncIntoFilesOfTheirOwn();
};

namespace {

std::optional<int> cursorOrder(const char* a, const char* b)
{
    return syncs::compare(CursorValue::ofNumber(QString::fromLatin1(a)), CursorValue::ofNumber(QString::fromLatin1(b)));
}

/// True once LC_NUMERIC writes a comma.
bool useDecimalComma()
{
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "nl_NL.UTF-8", "es_ES.UTF-8", "de_DE"}) {
        if (std::setlocale(LC_NUMERIC, name) && *std::localeconv()->decimal_point == ',')
            return true;
    }
    return false;
}

} // namespace

void TestCursors::numbersAreComparedByValue_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<int>("order");
    QTest::newRow("fractions") << QByteArray("1754899200.25") << QByteArray("1754899200.75") << -1;
    QTest::newRow("fraction and integer") << QByteArray("12") << QByteArray("12.5") << -1;
    QTest::newRow("same value") << QByteArray("12") << QByteArray("12.00") << 0;
    QTest::newRow("powers") << QByteArray("1.5e3") << QByteArray("1500.0") << 0;
    QTest::newRow("a power before a longer text") << QByteArray("2E2") << QByteArray("199.999") << 1;
    QTest::newRow("small") << QByteArray("0.001") << QByteArray("0.01") << -1;
    QTest::newRow("small power") << QByteArray("1e-3") << QByteArray("0.001") << 0;
    QTest::newRow("negative") << QByteArray("-1.5") << QByteArray("-1.25") << -1;
    QTest::newRow("signs") << QByteArray("-0.5") << QByteArray("0.5") << -1;
    QTest::newRow("zeros") << QByteArray("-0.0") << QByteArray("0e5") << 0;
    QTest::newRow("zero") << QByteArray("0.0") << QByteArray("0.1") << -1;
    QTest::newRow("more digits than a long double has") << QByteArray("1234567890123456789012345.1") << QByteArray("1234567890123456789012345.2") << -1;
    QTest::newRow("powers out of every range") << QByteArray("1e99999999999") << QByteArray("1e-99999999999") << 1;
    QTest::newRow("integers") << QByteArray("9") << QByteArray("10") << -1;
}

void TestCursors::numbersAreComparedByValue()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(int, order);
    QCOMPARE(cursorOrder(a.constData(), b.constData()), std::optional<int>(order));
    QCOMPARE(cursorOrder(b.constData(), a.constData()), std::optional<int>(-order));
}

void TestCursors::aDecimalCommaChangesNothing()
{
    const auto back = qScopeGuard([before = QByteArray(std::setlocale(LC_NUMERIC, nullptr))] { std::setlocale(LC_NUMERIC, before.constData()); });
    if (!useDecimalComma())
        QSKIP("no locale with a decimal comma is installed");
    QCOMPARE(cursorOrder("1754899200.25", "1754899200.75"), std::optional<int>(-1));
    const auto filter = syncs::filterText(CursorValue::ofNumber(QStringLiteral("1754899200.25")), base::microsPerSecond);
    QCOMPARE(filter.value(), QStringLiteral("1754899199.250000"));
}

void TestCursors::nothingReadsNumbersWithTheLocale()
{
    static const QRegularExpression reads(QStringLiteral("\\b(strtold?|strtof|strtod|atof|stold?|stof|stod|v?f?s?scanf|std::to_string|s?n?printf)\\s*\\("));
    int files = 0;
    QDirIterator all(QStringLiteral(WK_SOURCE_DIR "/models"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto match = reads.match(QString::fromUtf8(file.readAll()));
        QVERIFY2(!match.hasMatch(), qPrintable(file.fileName() + QStringLiteral(": ") + match.captured()));
        ++files;
    }
    QVERIFY(files > 50);
}

void TestCursors::workspacesOfOneNameSyncIntoFilesOfTheirOwn()
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    for (const QTemporaryDir* folder : {&one, &two})
        QVERIFY(QDir(folder->path()).mkdir(QStringLiteral("clinic")));
    const QString api = QStringLiteral("api");
    const QString target = syncs::defaultTarget(one.filePath(QStringLiteral("clinic")), api);
    const QString name = QFileInfo(target).fileName();
    QVERIFY2(QRegularExpression(QStringLiteral("^clinic-[0-9a-f]{12}-api\\.sqlite$")).match(name).hasMatch(), qPrintable(name));
    QVERIFY(QFileInfo(target).dir().exists());
    QCOMPARE(syncs::defaultTarget(one.filePath(QStringLiteral("clinic/")), api), target);
    QVERIFY(syncs::defaultTarget(two.filePath(QStringLiteral("clinic")), api) != target);
}

WK_REGISTER_TEST(TestCursors)
#include "tst_cursors.moc"
