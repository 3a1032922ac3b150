// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/pipeline/model.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>
#include <QVector>

#include <memory>

namespace catalogue {
class Catalogue;
}

/// Schedulers' file formats behind a registry; one folder per dialect (DESIGN section 5).
namespace formats {

struct ExportOptions {
    QStringList pipelines; ///< only these (and what they are chained to); empty: all
};

/// What a dialect wrote, and every loss with the place in the workspace it comes from. An Error among the findings means that
/// something is left out or would not work; the files are valid for the target all the same.
struct Export {
    QMap<QString, QByteArray> files; ///< key = file name relative to the target folder
    base::Problems findings;         ///< sorted by place; codes `<dialect>.…`
};

/// One scheduler's format. Stateless; any thread. A reader of foreign files will be a second virtual function here.
class Dialect {
public:
    virtual ~Dialect() = default;
    [[nodiscard]] virtual QString id() const = 0;    ///< `orchestra`: the key under `dialects` in the catalogue
    [[nodiscard]] virtual QString title() const = 0; ///< for people
    /// Deterministic: the same workspace gives the same bytes. Error `formats.no_such_pipeline`, `formats.nothing_to_export`.
    [[nodiscard]] virtual base::Result<Export> write(
        const pipeline::Workspace& workspace, const catalogue::Catalogue& kinds, const ExportOptions& options) const = 0;
};

/// The dialects that this program knows, in the order menus show them. A value.
class Registry {
public:
    void add(std::shared_ptr<const Dialect> dialect) { m_dialects.append(std::move(dialect)); }
    [[nodiscard]] const QVector<std::shared_ptr<const Dialect>>& dialects() const { return m_dialects; }
    /// nullptr if there is none.
    [[nodiscard]] const Dialect* find(const QString& id) const;

private:
    QVector<std::shared_ptr<const Dialect>> m_dialects;
};

[[nodiscard]] Registry builtInDialects();

} // namespace formats
