// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/dialect.h"

#include <QVariant>

#include <functional>
#include <utility>

/// Orchestra (getorchestra.io), schedulers.md section 1: one file per chain of pipelines, one task group per task.
namespace formats::orchestra {

/// How Orchestra says a task kind.
struct Spelling {
    QString integration;
    QString job;
    QVector<std::pair<QString, QVariant>> parameters; ///< in the order they are written
    QStringList lost; ///< names of the task's own parameters that have no place there
};
/// Error `orchestra.no_spelling`: the kind has no word there, or a parameter that the word needs is not given. The message says which.
using Speller = std::function<base::Result<Spelling>(const pipeline::Task&)>;

class OrchestraDialect : public Dialect {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("orchestra"); }
    [[nodiscard]] QString title() const override { return QStringLiteral("Orchestra"); }
    [[nodiscard]] base::Result<Export> write(
        const pipeline::Workspace& workspace, const catalogue::Catalogue& kinds, const ExportOptions& options) const override;
};

/// The same without a catalogue. Pipelines that wait for each other's outputs share a file: an Orchestra trigger names a
/// pipeline by a uuid that only Orchestra knows.
[[nodiscard]] base::Result<Export> exportWorkspace(
    const pipeline::Workspace& workspace, const Speller& speller, const ExportOptions& options);

} // namespace formats::orchestra
