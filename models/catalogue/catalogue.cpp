// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/catalogue.h"

#include "models/base/files.h"
#include "models/catalogue/kindreader.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

/// A static library's resources are linked only if somebody asks for them. Outside of namespaces: the macro wants that.
static void initCatalogueResources()
{
    Q_INIT_RESOURCE(catalogue);
}

namespace catalogue {

namespace {

void readFolder(Catalogue& catalogue, const QString& folder, const QString& shownAs)
{
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files, QDir::Name)) {
        const auto text = base::readFile(folder + u'/' + name, (yaml::maximumBytes + 1) * 2);
        catalogue.readKind(text ? text.value() : QByteArray(), shownAs + u'/' + name);
    }
}

} // namespace

QString categoryWord(Category category)
{
    switch (category) {
    case Category::Extraction: return QStringLiteral("extraction");
    case Category::Transformation: return QStringLiteral("transformation");
    case Category::Refresh: return QStringLiteral("refresh");
    case Category::Test: return QStringLiteral("test");
    case Category::Other: break;
    }
    return QStringLiteral("other");
}

const TaskKind* Catalogue::find(const QString& id) const
{
    const auto found = std::lower_bound(m_kinds.begin(), m_kinds.end(), id, [](const TaskKind& kind, const QString& word) { return kind.id < word; });
    return found != m_kinds.end() && found->id == id ? &*found : nullptr;
}

QStringList Catalogue::ids() const
{
    QStringList ids;
    for (const TaskKind& kind : m_kinds)
        ids.append(kind.id);
    return ids;
}

QVector<const TaskKind*> Catalogue::spelledAs(const QString& dialect, const QVariantMap& fixed) const
{
    QVector<const TaskKind*> found;
    for (const TaskKind& kind : m_kinds) {
        const bool fits = std::any_of(kind.spellings.begin(), kind.spellings.end(), [&](const Spelling& spelling) {
            return spelling.dialect == dialect && std::all_of(fixed.keyValueBegin(), fixed.keyValueEnd(),
                       [&](const auto& entry) { return spelling.fixed.value(entry.first) == entry.second; });
        });
        if (fits)
            found.append(&kind);
    }
    return found;
}

void Catalogue::readKind(const QByteArray& text, const QString& file)
{
    const auto parsed = yaml::parse(text, file);
    if (!parsed) {
        m_problems.append(base::toProblem(parsed.error()));
        return;
    }
    const auto kind = KindReader(parsed.value(), m_problems).read();
    if (!kind)
        return;
    const auto at = std::lower_bound(m_kinds.begin(), m_kinds.end(), kind->id, [](const TaskKind& k, const QString& word) { return k.id < word; });
    if (at == m_kinds.end() || at->id != kind->id) {
        m_kinds.insert(at, *kind);
        return;
    }
    m_problems.append({base::Severity::Info, QStringLiteral("catalogue.replaced"),
        QCoreApplication::translate("catalogue", "the task kind '%1' replaces the one of %2").arg(kind->id, at->file),
        parsed->placeOf(parsed->root(), kind->id)});
    *at = *kind;
}

Catalogue loadCatalogue(const QString& workspaceRoot)
{
    initCatalogueResources();
    Catalogue catalogue;
    readFolder(catalogue, QStringLiteral(":/catalogue"), QStringLiteral(":/catalogue"));
    if (!workspaceRoot.isEmpty())
        readFolder(catalogue, workspaceRoot + QStringLiteral("/catalogue"), QStringLiteral("catalogue"));
    return catalogue;
}

} // namespace catalogue
