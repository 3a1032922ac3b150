// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/painting/icons.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// A static library's resources are dropped by the linker unless somebody names them; the macro wants the global namespace.
static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace painting {
namespace {

QString iconPath(const QString& name)
{
    return QStringLiteral(":/icons/") + name + QStringLiteral(".svg");
}

} // namespace

QStringList iconNames()
{
    initIconResources();
    QStringList names;
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        names.append(file.chopped(4));
    }
    return names;
}

bool hasIcon(const QString& name)
{
    initIconResources();
    return QFile::exists(iconPath(name));
}

QPixmap iconPixmap(const QString& name, const QColor& color, int size, double dpr)
{
    const QString key = QStringLiteral("wk-icon-%1-%2-%3-%4").arg(name, color.name(QColor::HexArgb)).arg(size).arg(dpr);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(iconPath(hasIcon(name) ? name : QStringLiteral("task")));
    const QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    QSvgRenderer renderer(QByteArray(svg).replace("currentColor", color.name().toLatin1()));
    const int pixels = int(size * dpr + 0.5);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(qreal(color.alphaF()));
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    pixmap.setDevicePixelRatio(dpr);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, const QColor& color, const QColor& disabled)
{
    QIcon result;
    for (const int size : {16, 20, 24, 32}) {
        for (const double dpr : {1.0, 2.0}) {
            result.addPixmap(iconPixmap(name, color, size, dpr), QIcon::Normal);
            result.addPixmap(iconPixmap(name, disabled, size, dpr), QIcon::Disabled);
        }
    }
    return result;
}

QIcon icon(const QString& name, const QColor& color)
{
    QColor disabled = color;
    disabled.setAlphaF(0.4F);
    return icon(name, color, disabled);
}

} // namespace painting
