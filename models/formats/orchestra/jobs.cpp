// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/jobtable.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace formats::orchestra {

namespace {

JobParameter readParameter(const QString& text)
{
    JobParameter parameter;
    const QString head = text.section(u':', 0, 0);
    parameter.required = head.endsWith(u'*');
    parameter.name = parameter.required ? head.chopped(1) : head;
    const QString type = text.section(u':', 1);
    if (type.startsWith(u'='))
        parameter.words = type.mid(1).split(u'|');
    parameter.types = type.isEmpty() || type.startsWith(u'=') ? QStringLiteral("s") : type;
    return parameter;
}

QChar letterOf(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Bool: return u'b';
    case QMetaType::Int:
    case QMetaType::LongLong: return u'i';
    case QMetaType::Double: return u'n';
    case QMetaType::QVariantMap: return u'o';
    case QMetaType::QVariantList:
    case QMetaType::QStringList: return u'l';
    default: return u's';
    }
}

} // namespace

std::optional<QVector<JobParameter>> jobParameters(const QString& integration, const QString& job)
{
    for (int i = 0; i < jobRowCount; ++i) {
        if (integration != QLatin1String(jobRows[i].integration) || job != QLatin1String(jobRows[i].job))
            continue;
        QVector<JobParameter> parameters;
        for (const QString& part : QString::fromLatin1(jobRows[i].parameters).split(u' ', Qt::SkipEmptyParts))
            parameters.append(readParameter(part));
        return parameters;
    }
    return std::nullopt;
}

bool isIntegration(const QString& name)
{
    for (int i = 0; i < jobRowCount; ++i) {
        if (name == QLatin1String(jobRows[i].integration))
            return true;
    }
    return false;
}

QVariant fitted(const QVariant& value, const JobParameter& parameter)
{
    const QChar letter = letterOf(value);
    if (parameter.types.contains(letter) || (letter == u'i' && parameter.types.contains(u'n')))
        return value;
    if (letter == u's') {
        bool ok = false;
        const qint64 number = value.toString().toLongLong(&ok);
        if (ok && parameter.types.contains(u'i'))
            return number;
        if (parameter.types == QLatin1String("b") && value.toString() == QLatin1String("true"))
            return true;
        if (parameter.types == QLatin1String("b") && value.toString() == QLatin1String("false"))
            return false;
        if (parameter.types == QLatin1String("l"))
            return QVariantList{value};
        return value;
    }
    if (!parameter.types.contains(u's'))
        return value;
    if (letter == u'o' || letter == u'l')
        return QString::fromUtf8(QJsonDocument::fromVariant(value).toJson(QJsonDocument::Compact));
    return letter == u'b' ? QString(value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : value.toString();
}

QString parameterError(const QVariant& value, const JobParameter& parameter)
{
    const QChar letter = letterOf(value);
    if (letter == u's' && value.toString().contains(QLatin1String("${{")))
        return {};
    const bool typeFits = parameter.types.contains(letter) || (letter == u'i' && parameter.types.contains(u'n'));
    if (!typeFits)
        return QCoreApplication::translate("formats", "%1 has the wrong type").arg(parameter.name);
    if (!parameter.words.isEmpty() && !parameter.words.contains(value.toString()))
        return QCoreApplication::translate("formats", "%1 is \"%2\"; expected one of %3")
            .arg(parameter.name, value.toString(), parameter.words.join(QStringLiteral(", ")));
    return {};
}

} // namespace formats::orchestra
