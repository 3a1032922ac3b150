// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/secrets/providers.h"

#include "models/base/files.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace secrets {

namespace {

QString providersTr(const char* text)
{
    return QCoreApplication::translate("secrets", text);
}

class EnvironmentProvider : public Provider {
public:
    std::optional<Secret> find(const QString& name) const override
    {
        for (const QString& variable : {QStringLiteral("WEIRKEEPER_SECRET_") + environmentName(name), name, environmentName(name)}) {
            const QByteArray local = variable.toLocal8Bit();
            if (qEnvironmentVariableIsSet(local.constData()))
                return Secret{qEnvironmentVariable(local.constData()), QStringLiteral("environment %1").arg(variable)};
        }
        return std::nullopt;
    }
};

QString unquoted(const QString& written)
{
    const QString value = written.trimmed();
    if (value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'')) {
        const auto end = value.indexOf(value.front(), 1);
        if (end > 0)
            return value.mid(1, end - 1);
    }
    const auto comment = value.indexOf(QLatin1String(" #"));
    return comment < 0 ? value : value.left(comment).trimmed();
}

class FileProvider : public Provider {
public:
    explicit FileProvider(const QString& path) : m_path(path)
    {
        const auto text = QFileInfo::exists(path) ? base::readFile(path, 1 << 20) : base::Result<QByteArray>(QByteArray());
        if (!text.ok()) {
            m_warnings.append(base::toProblem(text.error()));
            return;
        }
        const auto lines = QString::fromUtf8(text.value()).split(u'\n');
        for (QString line : lines) {
            line = line.trimmed();
            if (line.startsWith(QLatin1String("export ")))
                line = line.mid(7).trimmed();
            const auto equals = line.indexOf(u'=');
            if (!line.startsWith(u'#') && equals > 0)
                m_values.insert(line.left(equals).trimmed(), unquoted(line.mid(equals + 1)));
        }
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        if (!m_values.isEmpty() && QFile::permissions(path) & others)
            m_warnings.append({base::Severity::Warning, QStringLiteral("secrets.readable"),
                providersTr(QT_TRANSLATE_NOOP("secrets", "other users may read this file of secrets; expected mode 0600")), base::Place{path, 0, 0, {}}});
    }
    std::optional<Secret> find(const QString& name) const override
    {
        for (const QString& key : {name, environmentName(name), QStringLiteral("WEIRKEEPER_SECRET_") + environmentName(name)}) {
            if (const auto value = m_values.constFind(key); value != m_values.constEnd())
                return Secret{*value, m_path};
        }
        return std::nullopt;
    }
    base::Problems warnings() const override { return m_warnings; }

private:
    QString m_path;
    QHash<QString, QString> m_values;
    base::Problems m_warnings;
};

} // namespace

Provider::~Provider() = default;

QString environmentName(const QString& name)
{
    QString result = name.toUpper();
    for (QChar& c : result) {
        if (!(c >= u'A' && c <= u'Z') && !(c >= u'0' && c <= u'9'))
            c = u'_';
    }
    return result;
}

std::unique_ptr<Provider> environmentProvider()
{
    return std::make_unique<EnvironmentProvider>();
}

std::unique_ptr<Provider> fileProvider(const QString& path)
{
    return std::make_unique<FileProvider>(path);
}

std::optional<Secret> Chain::find(const QString& name) const
{
    for (const auto& provider : m_providers) {
        if (auto secret = provider->find(name))
            return secret;
    }
    return std::nullopt;
}

base::Problems Chain::warnings() const
{
    base::Problems all;
    for (const auto& provider : m_providers)
        all += provider->warnings();
    return all;
}

Chain standardChain(const QString& workspaceRoot)
{
    Chain chain;
    chain.add(environmentProvider());
    chain.add(fileProvider(workspaceRoot + QStringLiteral("/.weirkeeper/secrets")));
    chain.add(fileProvider(workspaceRoot + QStringLiteral("/.env")));
    chain.add(fileProvider(base::dataDirectory() + QStringLiteral("/secrets.env")));
    return chain;
}

} // namespace secrets
