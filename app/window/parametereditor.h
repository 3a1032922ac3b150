// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QVariant>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace window {

/// One parameter of a task kind, as its JSON Schema says: a line, a choice, a check mark. Lists of plain texts
/// are written with commas, others as JSON; what has no simple editor (objects) is JSON too. JSON that cannot be read is no edit.
class ParameterEditor : public QWidget {
    Q_OBJECT
public:
    ParameterEditor(const QString& name, const QJsonObject& schema, bool required, QWidget* parent = nullptr);

    [[nodiscard]] QString name() const { return m_name; }
    void setValue(const QVariant& value); ///< invalid: nothing is written in the YAML
    [[nodiscard]] QVariant value() const;
    [[nodiscard]] QWidget* field() const;

signals:
    /// By leaving the field, Enter, or (many lines) Ctrl+Enter.
    void edited(const QString& name, const QVariant& value); ///< invalid: remove the key

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildText();
    void buildLine(const QJsonObject& schema);
    void buildChoice(const QJsonArray& choices);
    void commit();
    [[nodiscard]] QString typed() const;
    [[nodiscard]] bool isReadable() const;
    void markReadable();

    enum class Type { Text, Integer, Number, Boolean, List, Json };
    QString m_name;
    QString m_description;
    Type m_type = Type::Text;
    QVariant m_value;
    QLineEdit* m_line = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_check = nullptr;
};

} // namespace window
