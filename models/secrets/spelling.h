// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace secrets {

/// A value in any writing that texts are escaped with, character by character and mixed: as it is, percent-encoded (also twice),
/// JSON and C escapes (also escaped once more), HTML character references. Upper and lower case digits are the same.
class Spelling {
public:
    Spelling() = default;
    explicit Spelling(const QString& value);

    struct Match {
        qsizetype size = 0; ///< 0: the value does not stand here
        QByteArray letters; ///< how each character is written: what spelled() needs to write the same again
    };
    [[nodiscard]] Match matchAt(const QByteArray& utf8, qsizetype at) const;
    [[nodiscard]] QByteArray spelled(const QByteArray& letters) const;
    [[nodiscard]] bool mayStartWith(char byte) const;

private:
    QVector<QVector<QByteArray>> m_ways; ///< of each character
};

} // namespace secrets
