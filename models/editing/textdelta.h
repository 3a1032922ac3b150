// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace editing {

/// The one range in which two texts differ: small to keep, and exact both ways. A file that comes or goes has `existed` or
/// `exists` false.
struct TextDelta {
    QString file;
    qsizetype at = 0;
    QByteArray removed;
    QByteArray inserted;
    bool existed = true;
    bool exists = true;

    [[nodiscard]] static TextDelta between(const QString& file, const QByteArray& before, const QByteArray& after);
    [[nodiscard]] QByteArray applied(const QByteArray& before) const;
    [[nodiscard]] QByteArray reverted(const QByteArray& after) const;
};

} // namespace editing
