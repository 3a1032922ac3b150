// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/interpolate.h"

#include <QCoreApplication>

namespace secrets {

namespace {

QString interpolateTr(const char* text)
{
    return QCoreApplication::translate("secrets", text);
}

/// One reference, without `${` and `}`.
base::Result<void> replaceReference(const QString& reference, const Chain& chain, const base::Place& place, Resolved& into)
{
    const QString scheme = reference.section(u':', 0, 0);
    const QString rest = reference.section(u':', 1);
    if (scheme == QLatin1String("secret") && !rest.isEmpty()) {
        const auto secret = chain.find(rest);
        if (!secret || secret->value.isEmpty())
            return base::makeError("secrets.unresolved", interpolateTr(QT_TRANSLATE_NOOP("secrets",
                "the secret `%1` is not known; expected it in the environment as WEIRKEEPER_SECRET_%2 or in .weirkeeper/secrets")).arg(rest, environmentName(rest)), place);
        into.text += secret->value;
        into.secrets.append({rest, secret->value});
        return {};
    }
    if (scheme == QLatin1String("env") && !rest.isEmpty()) {
        const auto dash = rest.indexOf(QLatin1String(":-"));
        const QString name = dash < 0 ? rest : rest.left(dash);
        const QByteArray local = name.toLocal8Bit();
        if (!qEnvironmentVariableIsSet(local.constData()) && dash < 0)
            return base::makeError("secrets.unresolved",
                interpolateTr(QT_TRANSLATE_NOOP("secrets", "the environment variable `%1` is not set")).arg(name), place);
        const bool isSet = qEnvironmentVariableIsSet(local.constData());
        const QString value = isSet ? qEnvironmentVariable(local.constData()) : rest.mid(dash + 2);
        into.text += value;
        if (isSet)
            into.variables.append({name, value});
        return {};
    }
    return base::makeError("secrets.syntax", interpolateTr(QT_TRANSLATE_NOOP("secrets",
        "`${%1}` is no reference; expected ${secret:NAME} or ${env:NAME}, or $${ for a plain ${")).arg(reference), place);
}

} // namespace

base::Result<Resolved> interpolate(const QString& text, const Chain& chain, const base::Place& place)
{
    Resolved result;
    qsizetype at = 0;
    for (;;) {
        const qsizetype dollar = text.indexOf(QLatin1String("${"), at);
        if (dollar < 0)
            break;
        if (dollar > at && text.at(dollar - 1) == u'$') {
            result.text += QStringView(text).mid(at, dollar - 1 - at);
            result.text += QLatin1String("${");
            at = dollar + 2;
            continue;
        }
        const qsizetype end = text.indexOf(u'}', dollar);
        if (end < 0)
            return base::makeError("secrets.syntax", interpolateTr(QT_TRANSLATE_NOOP("secrets", "a `${` without its `}`")), place);
        result.text += QStringView(text).mid(at, dollar - at);
        const auto replaced = replaceReference(text.mid(dollar + 2, end - dollar - 2), chain, place, result);
        if (!replaced.ok())
            return replaced.error();
        at = end + 1;
    }
    result.text += QStringView(text).mid(at);
    return result;
}

} // namespace secrets
