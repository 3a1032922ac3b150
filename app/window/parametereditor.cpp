// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/parametereditor.h"

#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleValidator>
#include <QIntValidator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QStyle>

namespace window {

static QString parameterText(const QVariant& value)
{
    if (!value.isValid() || value.isNull())
        return {};
    if (value.typeId() == QMetaType::QVariantMap)
        return QString::fromUtf8(QJsonDocument(QJsonObject::fromVariantMap(value.toMap())).toJson(QJsonDocument::Compact));
    if (value.typeId() == QMetaType::QVariantList) {
        QStringList parts;
        for (const QVariant& part : value.toList()) {
            // With commas only what comes back as the same texts.
            const QString text = part.toString();
            if (part.typeId() != QMetaType::QString || text.isEmpty() || text != text.trimmed() || text.contains(u',') || text.startsWith(u'['))
                return QString::fromUtf8(QJsonDocument(QJsonArray::fromVariantList(value.toList())).toJson(QJsonDocument::Compact));
            parts.append(text);
        }
        return parts.isEmpty() ? QStringLiteral("[]") : parts.join(QStringLiteral(", "));
    }
    return value.toString();
}

ParameterEditor::ParameterEditor(const QString& name, const QJsonObject& schema, bool required, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
{
    const QString title = schema.value(QLatin1String("title")).toString(name);
    m_description = schema.value(QLatin1String("description")).toString();
    const QString type = schema.value(QLatin1String("type")).toString(QStringLiteral("string"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    if (type == QLatin1String("boolean")) {
        m_type = Type::Boolean;
        m_check = new QCheckBox(title, this);
        connect(m_check, &QCheckBox::clicked, this, &ParameterEditor::commit);
    } else {
        auto* label = common::roleLabel(required ? tr("%1 (required)").arg(title) : title, "small", this);
        column->addWidget(label);
        m_type = type == QLatin1String("integer") ? Type::Integer
            : type == QLatin1String("number")     ? Type::Number
            : type == QLatin1String("array")      ? Type::List
            : type == QLatin1String("object")     ? Type::Json
                                                  : Type::Text;
        if (schema.value(QLatin1String("multiline")).toBool() && m_type == Type::Text)
            buildText();
        else if (const QJsonArray choices = schema.value(QLatin1String("enum")).toArray(); !choices.isEmpty())
            buildChoice(choices);
        else
            buildLine(schema);
    }
    column->addWidget(field());
    field()->setAccessibleName(title);
    field()->setToolTip(m_description);
    field()->setObjectName(QStringLiteral("parameter.") + name);
    setFocusProxy(field());
}

void ParameterEditor::buildLine(const QJsonObject& schema)
{
    m_line = new QLineEdit(this);
    m_line->setFont(common::monospaceFont());
    if (m_type == Type::Integer)
        m_line->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("-?[0-9]*|\\$\\{.*\\}")), m_line));
    const QJsonValue fallback = schema.value(QLatin1String("default"));
    const QJsonArray examples = schema.value(QLatin1String("examples")).toArray();
    if (!fallback.isUndefined() && !fallback.isNull())
        m_line->setPlaceholderText(parameterText(fallback.toVariant()));
    else if (!examples.isEmpty())
        m_line->setPlaceholderText(tr("for example %1").arg(parameterText(examples.first().toVariant())));
    connect(m_line, &QLineEdit::editingFinished, this, &ParameterEditor::commit);
}

void ParameterEditor::buildText()
{
    m_text = new QPlainTextEdit(this);
    m_text->setProperty("field", true);
    m_text->setFont(common::monospaceFont());
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(92);
    m_text->installEventFilter(this);
}

bool ParameterEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        commit();
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::ControlModifier) {
            commit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QString ParameterEditor::typed() const
{
    return m_text ? m_text->toPlainText() : m_line->text().trimmed();
}

void ParameterEditor::buildChoice(const QJsonArray& choices)
{
    m_choice = new QComboBox(this);
    m_choice->addItem(QString());
    for (const QJsonValue& choice : choices)
        m_choice->addItem(parameterText(choice.toVariant()), choice.toVariant());
    connect(m_choice, &QComboBox::activated, this, &ParameterEditor::commit);
}

QWidget* ParameterEditor::field() const
{
    if (m_text)
        return m_text;
    if (m_line)
        return m_line;
    if (m_choice)
        return m_choice;
    return m_check;
}

void ParameterEditor::setValue(const QVariant& value)
{
    m_value = value;
    if (m_check) {
        m_check->setChecked(value.toBool());
    } else if (m_choice) {
        const QString text = parameterText(value);
        if (m_choice->findText(text) < 0)
            m_choice->addItem(text, value); // not in the schema, but in the file: shown as it is
        m_choice->setCurrentText(text);
    } else if (m_text) {
        if (m_text->toPlainText() != parameterText(value) && !(m_text->hasFocus() && m_text->document()->isModified()))
            m_text->setPlainText(parameterText(value));
    } else if (m_line->text() != parameterText(value)) {
        m_line->setText(parameterText(value));
        m_line->setCursorPosition(0);
        markReadable();
    }
}

QVariant ParameterEditor::value() const
{
    if (m_check)
        return m_check->isChecked();
    if (m_choice)
        return m_choice->currentText().isEmpty() ? QVariant() : m_choice->currentData();
    const QString text = typed();
    if (text.isEmpty())
        return {};
    bool number = false;
    switch (m_type) {
    case Type::Integer:
        if (const qint64 whole = text.toLongLong(&number); number)
            return whole;
        return text;
    case Type::Number:
        if (const double real = text.toDouble(&number); number)
            return real;
        return text;
    case Type::List: {
        if (text.startsWith(u'[')) {
            const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
            return document.isArray() ? QVariant(document.array().toVariantList()) : m_value; // unfinished: nothing is lost
        }
        QVariantList parts;
        for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
            if (!part.trimmed().isEmpty())
                parts.append(part.trimmed());
        }
        return parts;
    }
    case Type::Json: {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        if (document.isObject())
            return document.object().toVariantMap();
        return isReadable() ? QVariant(text) : m_value;
    }
    case Type::Text:
    case Type::Boolean:
        break;
    }
    return text;
}

bool ParameterEditor::isReadable() const
{
    const QString text = m_line ? typed() : QString();
    if (m_type == Type::List && text.startsWith(u'['))
        return QJsonDocument::fromJson(text.toUtf8()).isArray();
    if (m_type == Type::Json && text.startsWith(u'{'))
        return QJsonDocument::fromJson(text.toUtf8()).isObject();
    return true;
}

void ParameterEditor::markReadable()
{
    const bool wrong = !isReadable();
    if (m_line && m_line->property("invalid").toBool() != wrong) {
        m_line->setProperty("invalid", wrong);
        m_line->setToolTip(wrong ? tr("This cannot be read as JSON; the file keeps the old value.") : m_description);
        m_line->setAccessibleDescription(wrong ? m_line->toolTip() : QString());
        m_line->style()->unpolish(m_line);
        m_line->style()->polish(m_line);
    }
}

void ParameterEditor::commit()
{
    markReadable();
    if (!isReadable())
        return;
    // Leaving a field is no edit: compare what it says, so that a 1 in the file does not become a text.
    if ((m_line || m_text) && typed() == parameterText(m_value))
        return;
    const QVariant now = value();
    if (now == m_value)
        return;
    m_value = now;
    emit edited(m_name, now);
}

} // namespace window
