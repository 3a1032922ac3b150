// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/register.h"

#include "app/window/parametereditor.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using window::ParameterEditor;

class TestParameters : public QObject {
    Q_OBJECT
private slots:
    void aListIsShownSoThatItComesBack_data();
    void aListIsShownSoThatItComesBack();
    void unreadableJsonKeepsTheOldValue_data();
    void unreadableJsonKeepsTheOldValue();
};

void TestParameters::aListIsShownSoThatItComesBack_data()
{
    QTest::addColumn<QVariantList>("list");
    QTest::addColumn<QString>("shown");
    const auto t = [](const char* text) { return QVariant(QString::fromUtf8(text)); };
    QTest::newRow("plain texts") << QVariantList{t("a"), t("b c")} << QStringLiteral("a, b c");
    QTest::newRow("a comma") << QVariantList{t("a,b"), t("c")} << QStringLiteral("[\"a,b\",\"c\"]");
    QTest::newRow("edge blanks") << QVariantList{t(" a")} << QStringLiteral("[\" a\"]");
    QTest::newRow("an empty text") << QVariantList{t("a"), t("")} << QStringLiteral("[\"a\",\"\"]");
    QTest::newRow("a bracket") << QVariantList{t("[a"), t("b")} << QStringLiteral("[\"[a\",\"b\"]");
    QTest::newRow("numbers") << QVariantList{QVariant(qint64(1)), QVariant(2.5)} << QStringLiteral("[1,2.5]");
    QTest::newRow("true or false") << QVariantList{QVariant(true), t("true")} << QStringLiteral("[true,\"true\"]");
}

void TestParameters::aListIsShownSoThatItComesBack()
{
    QFETCH(QVariantList, list);
    ParameterEditor editor(QStringLiteral("p"), {{QStringLiteral("type"), QStringLiteral("array")}}, false);
    editor.setValue(list);
    QTEST(qobject_cast<QLineEdit*>(editor.field())->text(), "shown");
    QCOMPARE(editor.value().toList(), list);
    for (qsizetype i = 0; i < list.size(); ++i)
        QCOMPARE(editor.value().toList().at(i).typeId() == QMetaType::QString, list.at(i).typeId() == QMetaType::QString);
}

void TestParameters::unreadableJsonKeepsTheOldValue_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QVariant>("old");
    QTest::addColumn<QString>("broken");
    QTest::addColumn<QString>("mended");
    QTest::newRow("list") << QStringLiteral("array") << QVariant(QVariantList{QVariant(qint64(1)), QVariant(qint64(2))})
                          << QStringLiteral("[1, 2") << QStringLiteral("[1, 2, 3]");
    QTest::newRow("object") << QStringLiteral("object") << QVariant(QVariantMap{{QStringLiteral("a"), qint64(1)}})
                            << QStringLiteral("{\"a\": ") << QStringLiteral("{\"a\": 2}");
}

void TestParameters::unreadableJsonKeepsTheOldValue()
{
    QFETCH(QString, type);
    QFETCH(QVariant, old);
    QFETCH(QString, broken);
    QFETCH(QString, mended);
    ParameterEditor editor(QStringLiteral("p"), {{QStringLiteral("type"), type}}, false);
    editor.setValue(old);
    QSignalSpy edited(&editor, &ParameterEditor::edited);
    auto* line = qobject_cast<QLineEdit*>(editor.field());
    line->setText(broken);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(edited.count(), 0);
    QCOMPARE(editor.value(), old);
    QVERIFY(line->property("invalid").toBool());
    line->setText(mended);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(edited.count(), 1);
    QVERIFY(!line->property("invalid").toBool());
}

WK_REGISTER_TEST(TestParameters)
#include "tst_parameters.moc"
