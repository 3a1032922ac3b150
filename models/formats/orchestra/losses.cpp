// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/losses.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace formats::orchestra {

namespace {

using base::Severity;

QString lossText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

QString environmentName(const QString& name)
{
    QString upper = name.toUpper();
    for (QChar& c : upper) {
        if (!(c >= u'A' && c <= u'Z') && !(c >= u'0' && c <= u'9'))
            c = u'_';
    }
    return upper;
}

QString inputType(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Bool: return QStringLiteral("boolean");
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double: return QStringLiteral("number");
    case QMetaType::QVariantMap: return QStringLiteral("dict");
    case QMetaType::QVariantList:
    case QMetaType::QStringList: return QStringLiteral("list");
    default: return QStringLiteral("string");
    }
}

} // namespace

void note(base::Problems& findings, Severity severity, const char* code, const QString& message, const base::Place& place)
{
    const base::Problem finding{severity, QString::fromLatin1(code), message, place};
    if (!findings.contains(finding))
        findings.append(finding);
}

QVariantMap inputsOf(const Chain& chain, base::Problems& findings)
{
    QVariantMap inputs;
    for (const pipeline::Pipeline* member : chain.pipelines) {
        for (auto it = member->parameters.begin(); it != member->parameters.end(); ++it) {
            QVariantMap input{{QStringLiteral("type"), inputType(it.value())}};
            if (it.value().isValid())
                input.insert(QStringLiteral("default"), it.value());
            if (inputs.contains(it.key()) && inputs.value(it.key()) != QVariant(input))
                note(findings, Severity::Error, "orchestra.inputs_differ",
                    lossText(QT_TRANSLATE_NOOP("formats", "Parameter %1 of %2 has another value in a pipeline of the same Orchestra file; the first is used"))
                        .arg(it.key(), member->id), member->placeOf(QStringLiteral("parameters.") + it.key()));
            else
                inputs.insert(it.key(), input);
        }
    }
    return inputs;
}

QString connectionOf(const pipeline::Task& task, base::Problems& findings)
{
    static const QRegularExpression known(QStringLiteral("^(.*_\\d{5}|\\$\\{\\{.*\\}\\})$"));
    if (task.connection.isEmpty() || known.match(task.connection).hasMatch())
        return task.connection;
    const QString name = environmentName(task.connection);
    note(findings, Severity::Info, "orchestra.connection",
        lossText(QT_TRANSLATE_NOOP("formats", "Connection %1: set the environment variable %2 in Orchestra to the id of its connection there (like airbyte_12345)"))
            .arg(task.connection, name), task.placeOf(QStringLiteral("connection")));
    return QStringLiteral("${{ ENV.%1 }}").arg(name);
}

QVariant withoutSecrets(const QVariant& value, const pipeline::Task& task, base::Problems& findings)
{
    if (value.typeId() == QMetaType::QVariantMap) {
        QVariantMap map = value.toMap();
        for (QVariant& item : map)
            item = withoutSecrets(item, task, findings);
        return map;
    }
    if (value.typeId() == QMetaType::QVariantList || value.typeId() == QMetaType::QStringList) {
        QVariantList list = value.toList();
        for (QVariant& item : list)
            item = withoutSecrets(item, task, findings);
        return list;
    }
    if (value.typeId() != QMetaType::QString)
        return value;
    static const QRegularExpression secret(QStringLiteral("\\$\\{secret:([^}]+)\\}"));
    QString text = value.toString();
    for (auto match = secret.match(text); match.hasMatch(); match = secret.match(text)) {
        const QString name = environmentName(match.captured(1));
        note(findings, Severity::Info, "orchestra.secret",
            lossText(QT_TRANSLATE_NOOP("formats", "Secret %1: set the environment variable %2 in Orchestra")).arg(match.captured(1), name),
            task.placeOf(QStringLiteral("with")));
        text.replace(match.capturedStart(), match.capturedLength(), QStringLiteral("${{ ENV.%1 }}").arg(name));
    }
    return text;
}

} // namespace formats::orchestra
