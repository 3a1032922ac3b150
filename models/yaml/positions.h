// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>

#include <vector>

namespace yaml {

/// Where characters and lines stand in a text: libyaml counts characters and takes more line breaks than editors do.
class Positions {
public:
    /// `skip`: bytes (a BOM) that libyaml does not see.
    Positions(const QByteArray& text, qsizetype skip);

    /// Byte of libyaml's character index.
    [[nodiscard]] qsizetype byteOf(size_t character) const;
    /// Line and column (characters) of a byte, from 1.
    [[nodiscard]] base::Place placeOf(qsizetype byte) const;

private:
    [[nodiscard]] qsizetype charactersBefore(qsizetype byte) const;

    QByteArray m_text;
    qsizetype m_skip;
    bool m_ascii = true;
    std::vector<qsizetype> m_every256; ///< byte of each 256th character
    std::vector<qsizetype> m_lines;    ///< byte where each line begins
};

/// Own check of what yaml-cpp and libyaml let pass or name badly: size, UTF-8, controls, foreign line breaks. Error or nothing.
[[nodiscard]] base::Result<void> checkCharacters(const QByteArray& text, const QString& file);

} // namespace yaml
