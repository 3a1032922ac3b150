// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/interpolate.h"
#include "models/secrets/redactor.h"
#include "tests/support/register.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace secrets;

class TestSecrets : public QObject {
    Q_OBJECT
private slots:
    void everyFormIsRemoved_data();
    void everyFormIsRemoved();
    void shortValuesAreLeftAloneInDataAndMaskedInMessages();
    void theLongestGoesFirst();
    void protectedTextsComeBack();
    void aNumberIsKnownInEveryWriting();
    void theFirstProviderWins();
    void filesAreReadAndTheirModeIsLookedAt();
    void referencesAreReplaced_data();
    void referencesAreReplaced();
};

void TestSecrets::everyFormIsRemoved_data()
{
    QTest::addColumn<QByteArray>("form");
    const QByteArray raw = "p\xC3\xA4 ss/w\"o+rd\\&";
    QTest::newRow("raw") << raw;
    QTest::newRow("percent") << raw.toPercentEncoding();
    QTest::newRow("percent, lower case") << raw.toPercentEncoding().toLower();
    QTest::newRow("percent twice") << raw.toPercentEncoding().toPercentEncoding();
    QTest::newRow("form") << raw.toPercentEncoding().replace("%20", "+");
    QTest::newRow("JSON") << QByteArray("p\xC3\xA4 ss/w\\\"o+rd\\\\&");
    QTest::newRow("JSON in ASCII") << QByteArray("p\\u00e4 ss/w\\\"o+rd\\\\&");
    QTest::newRow("JSON with escaped slash") << QByteArray("p\xC3\xA4 ss\\/w\\\"o+rd\\\\&");
    QByteArray escapes;
    QByteArray references;
    QByteArray hexReferences;
    for (const QChar c : QString::fromUtf8(raw)) {
        escapes += "\\u00" + QByteArray::number(c.unicode(), 16);
        references += "&#" + QByteArray::number(c.unicode()) + ';';
        hexReferences += "&#x" + QByteArray::number(c.unicode(), 16).toUpper() + ';';
    }
    QTest::newRow("JSON, all escaped") << escapes;
    QTest::newRow("JSON, all escaped, upper case") << escapes.toUpper().replace('U', 'u');
    QTest::newRow("JSON in JSON") << QByteArray(escapes).replace("\\", "\\\\");
    QTest::newRow("JSON, some escaped") << QByteArray("p\xC3\xA4\\u0020s\\u0073/w\\\"o\\u002brd\\u005C&");
    QTest::newRow("HTML, decimal") << references;
    QTest::newRow("HTML, hexadecimal") << hexReferences;
    QTest::newRow("all of it mixed") << QByteArray("&#112;\xC3\xA4+\\u0073s%2fw\"o%252Br&#x64;\\\\&amp;");
    QTest::newRow("base64") << raw.toBase64();
    QTest::newRow("base64 for URLs") << raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QTest::newRow("hex") << raw.toHex();
    QTest::newRow("HTML") << QByteArray("p\xC3\xA4 ss/w&quot;o+rd\\&amp;");
    QTest::newRow("within base64") << ("user:" + raw + ":x").toBase64();
    QTest::newRow("within base64, shifted") << ("users:" + raw + ":x").toBase64();
}

void TestSecrets::everyFormIsRemoved()
{
    QFETCH(QByteArray, form);
    const QByteArray raw = "p\xC3\xA4 ss/w\"o+rd\\&";
    Redactor redactor;
    redactor.add(QStringLiteral("x"), QString::fromUtf8(raw));
    QVERIFY(redactor.occursIn("before " + form + " after"));
    const QByteArray clean = redactor.redactData("before " + form + " after");
    QVERIFY2(!clean.contains(form), clean.constData());
    QVERIFY(!QByteArray::fromBase64(clean.mid(7)).contains(raw));
    QVERIFY(clean.startsWith("before ") && clean.endsWith(" after"));
    QVERIFY(clean.contains("\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2"));
}

void TestSecrets::shortValuesAreLeftAloneInDataAndMaskedInMessages()
{
    Redactor redactor;
    redactor.add(QStringLiteral("empty"), QString());
    redactor.add(QStringLiteral("short"), QStringLiteral("abc"));
    QCOMPARE(redactor.redactData(QStringLiteral("abc")), QStringLiteral("abc"));
    QCOMPARE(redactor.protect(QStringLiteral("abc")), QStringLiteral("abc"));
    QVERIFY(!redactor.occursIn("abc") && !redactor.isSecret("abc"));
    QCOMPARE(redactor.redact(QStringLiteral("xabcx \\u0061bc")), QString::fromUtf8("x•••x •••"));
}

void TestSecrets::theLongestGoesFirst()
{
    Redactor redactor;
    redactor.add(QStringLiteral("a"), QStringLiteral("open"));
    redactor.add(QStringLiteral("b"), QStringLiteral("open-sesame"));
    QCOMPARE(redactor.redact(QStringLiteral("x open-sesame y open")), QString::fromUtf8("x ••• y •••"));
}

void TestSecrets::protectedTextsComeBack()
{
    Redactor redactor;
    redactor.add(QStringLiteral("a\"b"), QStringLiteral("t/k+n=1"));
    const QString text = QStringLiteral("{\"url\":\"http://x/?a=t%2Fk%2Bn%3D1&b=t/k+n=1&c=t%2fk+n\\u003d1&d=")
        + QString::fromLatin1(QByteArray("t/k+n=1").toHex()) + QStringLiteral("\"}");
    const QString kept = redactor.protect(text);
    QVERIFY(!kept.contains(QLatin1String("t%2Fk")) && !kept.contains(QLatin1String("t/k")) && !kept.contains(QLatin1String("t%2fk")));
    QCOMPARE(redactor.restore(kept), text);
}

void TestSecrets::aNumberIsKnownInEveryWriting()
{
    Redactor redactor;
    redactor.add(QStringLiteral("pin"), QStringLiteral("84736251"));
    for (const char* same : {"84736251", "84736251.0", "8.4736251e7", "8473625100E-2"})
        QVERIFY2(redactor.isSecret(same), same);
    for (const char* other : {"84736250", "-84736251", "84736251.5", "847362510", "x", "", "1e", "."})
        QVERIFY2(!redactor.isSecret(other), other);
}

void TestSecrets::theFirstProviderWins()
{
    const QTemporaryDir home;
    const QTemporaryDir workspace;
    QDir(workspace.path()).mkpath(QStringLiteral(".weirkeeper"));
    const auto write = [](const QString& path, const QByteArray& text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    const QByteArray before = qgetenv("WEIRKEEPER_HOME");
    qputenv("WEIRKEEPER_HOME", home.path().toLocal8Bit());
    write(home.filePath(QStringLiteral("secrets.env")), "WK_T_ONE=home\nWK_T_TWO=home\nWK_T_THREE=home\n");
    write(workspace.filePath(QStringLiteral(".env")), "WK_T_TWO=dotenv\nWK_T_THREE=dotenv\n");
    write(workspace.filePath(QStringLiteral(".weirkeeper/secrets")), "wk-t/three=folder\n");
    const Chain chain = standardChain(workspace.path());
    QCOMPARE(chain.find(QStringLiteral("wk-t/one"))->value, QStringLiteral("home"));
    QCOMPARE(chain.find(QStringLiteral("wk-t/two"))->value, QStringLiteral("dotenv"));
    QCOMPARE(chain.find(QStringLiteral("wk-t/three"))->value, QStringLiteral("folder"));
    qputenv("WEIRKEEPER_SECRET_WK_T_THREE", "environment");
    QCOMPARE(chain.find(QStringLiteral("wk-t/three"))->value, QStringLiteral("environment"));
    qunsetenv("WEIRKEEPER_SECRET_WK_T_THREE");
    QVERIFY(!chain.find(QStringLiteral("wk-t/four")));
    qputenv("WEIRKEEPER_HOME", before);
}

void TestSecrets::filesAreReadAndTheirModeIsLookedAt()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("secrets"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# comment\r\nA=1 # note\r\nexport B=\"two words\"\nC='#3'\n\nbroken\nD=a=b\n");
    file.close();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const auto quiet = fileProvider(path);
    QCOMPARE(quiet->find(QStringLiteral("A"))->value, QStringLiteral("1"));
    QCOMPARE(quiet->find(QStringLiteral("b"))->value, QStringLiteral("two words"));
    QCOMPARE(quiet->find(QStringLiteral("C"))->value, QStringLiteral("#3"));
    QCOMPARE(quiet->find(QStringLiteral("D"))->value, QStringLiteral("a=b"));
    QVERIFY(quiet->warnings().isEmpty());
    QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup);
    QCOMPARE(fileProvider(path)->warnings().size(), 1);
}

void TestSecrets::referencesAreReplaced_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result"); // empty: an error
    QTest::newRow("none") << QStringLiteral("plain $5 {x}") << QStringLiteral("plain $5 {x}");
    QTest::newRow("variable") << QStringLiteral("a${env:WK_T_V}b") << QStringLiteral("avalueb");
    QTest::newRow("secret") << QStringLiteral("${secret:wk_t_v}${secret:wk_t_v}") << QStringLiteral("valuevalue");
    QTest::newRow("default unused") << QStringLiteral("${env:WK_T_V:-other}") << QStringLiteral("value");
    QTest::newRow("default") << QStringLiteral("${env:WK_T_NONE:-other}") << QStringLiteral("other");
    QTest::newRow("escaped") << QStringLiteral("$${env:WK_T_V}") << QStringLiteral("${env:WK_T_V}");
    QTest::newRow("unset") << QStringLiteral("${env:WK_T_NONE}") << QString();
    QTest::newRow("unknown secret") << QStringLiteral("${secret:wk_t_none}") << QString();
    QTest::newRow("unknown kind") << QStringLiteral("${vault:x}") << QString();
    QTest::newRow("open") << QStringLiteral("${env:WK_T_V") << QString();
}

void TestSecrets::referencesAreReplaced()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    qputenv("WK_T_V", "value");
    Chain chain;
    chain.add(environmentProvider());
    const auto resolved = interpolate(text, chain, base::Place{QStringLiteral("f.yaml"), 3, 4, {}});
    qunsetenv("WK_T_V");
    QCOMPARE(resolved.ok(), !result.isEmpty());
    if (resolved.ok())
        QCOMPARE(resolved->text, result);
    else
        QCOMPARE(resolved.error().place.line, 3);
}

WK_REGISTER_TEST(TestSecrets)
#include "tst_secrets.moc"
