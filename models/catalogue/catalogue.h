// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/kind.h"

#include <QByteArray>

namespace catalogue {

/// The task kinds that are known, by id. A value; cheap to copy; any thread.
class Catalogue {
public:
    [[nodiscard]] const QVector<TaskKind>& kinds() const { return m_kinds; } ///< sorted by id
    [[nodiscard]] const TaskKind* find(const QString& id) const;             ///< nullptr if there is none
    [[nodiscard]] QStringList ids() const;                                   ///< for pipeline::checkWorkspace
    /// Of reading: codes of yaml, and `catalogue.type`, `catalogue.missing`, `catalogue.id`, `catalogue.category`,
    /// `catalogue.template`, `catalogue.unknown_key` (warning), `catalogue.replaced` (info: a workspace's kind replaces a built-in one).
    [[nodiscard]] const base::Problems& problems() const { return m_problems; }
    /// Kinds whose spelling in `dialect` has all of `fixed` (e.g. `{integration_job: DBT_RUNJOB}`): for readers of that dialect.
    [[nodiscard]] QVector<const TaskKind*> spelledAs(const QString& dialect, const QVariantMap& fixed) const;

    /// Reads one kind's text; what is wrong becomes a problem and the kind is left out. A later kind replaces one with its id.
    void readKind(const QByteArray& text, const QString& file);

private:
    QVector<TaskKind> m_kinds;
    base::Problems m_problems;
};

/// The built-in kinds (resources/catalogue), then `<workspaceRoot>/catalogue/*.yaml` if a root is given.
[[nodiscard]] Catalogue loadCatalogue(const QString& workspaceRoot = {});

} // namespace catalogue
