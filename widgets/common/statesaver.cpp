// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/statesaver.h"

#include "models/base/files.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QScreen>
#include <QSplitter>
#include <QWidget>

namespace common {

QString settingsPath()
{
    return base::dataDirectory() + QStringLiteral("/settings.ini");
}

std::unique_ptr<QSettings> openSettings()
{
    return std::make_unique<QSettings>(settingsPath(), QSettings::IniFormat);
}

static QString layoutGroup(const QWidget& window)
{
    return QStringLiteral("layout%1/%2/").arg(layoutVersion).arg(window.objectName());
}

void saveLayout(QSettings& settings, const QWidget& window)
{
    const QString group = layoutGroup(window);
    settings.setValue(group + QStringLiteral("geometry"), window.saveGeometry());
    for (const auto* splitter : window.findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty())
            settings.setValue(group + splitter->objectName(), splitter->saveState());
    }
    for (const auto* header : window.findChildren<QHeaderView*>()) {
        if (!header->objectName().isEmpty())
            settings.setValue(group + header->objectName(), header->saveState());
    }
}

static void clampToScreens(QWidget& window)
{
    const QRect frame = window.frameGeometry();
    for (const QScreen* screen : QGuiApplication::screens()) {
        if (screen->availableGeometry().intersects(frame.adjusted(40, 10, -40, -10)))
            return;
    }
    if (const QScreen* screen = QGuiApplication::primaryScreen())
        window.move(screen->availableGeometry().topLeft());
}

bool restoreLayout(const QSettings& settings, QWidget& window)
{
    const QString group = layoutGroup(window);
    const QByteArray geometry = settings.value(group + QStringLiteral("geometry")).toByteArray();
    if (geometry.isEmpty())
        return false;
    window.restoreGeometry(geometry);
    clampToScreens(window);
    for (auto* splitter : window.findChildren<QSplitter*>()) {
        const QByteArray state = settings.value(group + splitter->objectName()).toByteArray();
        if (!splitter->objectName().isEmpty() && !state.isEmpty())
            splitter->restoreState(state);
    }
    for (auto* header : window.findChildren<QHeaderView*>()) {
        const QByteArray state = settings.value(group + header->objectName()).toByteArray();
        if (!header->objectName().isEmpty() && !state.isEmpty())
            header->restoreState(state);
    }
    return true;
}

void forgetLayout(QSettings& settings, const QWidget& window)
{
    settings.remove(QStringLiteral("layout%1/%2").arg(layoutVersion).arg(window.objectName()));
}

} // namespace common
