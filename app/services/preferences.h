// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QSettings;

namespace services {

/// What is remembered between two starts, by name, in `<data directory>/settings.ini`.
class Preferences {
public:
    explicit Preferences(QSettings& settings);

    [[nodiscard]] QString theme() const; ///< system, light, dark, high-contrast
    void setTheme(const QString& word);
    [[nodiscard]] QString language() const; ///< empty: the desktop's
    void setLanguage(const QString& code);
    [[nodiscard]] bool autosave() const;
    void setAutosave(bool on);

    static constexpr int mostRecent = 12;
    [[nodiscard]] QStringList recentWorkspaces() const; ///< newest first; some may be gone
    void addRecentWorkspace(const QString& path);
    void clearRecentWorkspaces();

private:
    QSettings& m_settings;
};

} // namespace services
