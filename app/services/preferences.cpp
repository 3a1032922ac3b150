// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/preferences.h"

#include <QSettings>

namespace services {

static const QString prefTheme = QStringLiteral("view/theme");
static const QString prefLanguage = QStringLiteral("view/language");
static const QString prefAutosave = QStringLiteral("file/autosave");
static const QString prefRecent = QStringLiteral("file/recent");

Preferences::Preferences(QSettings& settings)
    : m_settings(settings)
{
}

QString Preferences::theme() const
{
    return m_settings.value(prefTheme, QStringLiteral("system")).toString();
}

void Preferences::setTheme(const QString& word)
{
    m_settings.setValue(prefTheme, word);
}

QString Preferences::language() const
{
    return m_settings.value(prefLanguage).toString();
}

void Preferences::setLanguage(const QString& code)
{
    m_settings.setValue(prefLanguage, code);
}

bool Preferences::autosave() const
{
    return m_settings.value(prefAutosave, true).toBool();
}

void Preferences::setAutosave(bool on)
{
    m_settings.setValue(prefAutosave, on);
}

QStringList Preferences::recentWorkspaces() const
{
    return m_settings.value(prefRecent).toStringList();
}

void Preferences::addRecentWorkspace(const QString& path)
{
    QStringList recent = recentWorkspaces();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(prefRecent, QStringList(recent.mid(0, mostRecent)));
}

void Preferences::clearRecentWorkspaces()
{
    m_settings.remove(prefRecent);
}

} // namespace services
