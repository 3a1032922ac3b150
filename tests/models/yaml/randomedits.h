// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/splice.h"

#include <QRandomGenerator>

/// Random edits with the tree that they intend, for the property test of the splices.
namespace splicetest {

struct RandomEdit {
    QString name;
    base::Result<yaml::Splice> splice;
    yaml::Value intended;
    bool keepsComments = false; ///< no comment of the text may go
    bool mayBeRefused = false;
};

[[nodiscard]] RandomEdit randomEdit(const yaml::Document& document, QRandomGenerator& random);
/// The markers `#~1` ... of the sample texts that are in a text, sorted.
[[nodiscard]] QStringList commentsOf(const QByteArray& text);
[[nodiscard]] QVector<QByteArray> sampleTexts();

} // namespace splicetest
