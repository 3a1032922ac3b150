// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/workspace.h"

#include <algorithm>
#include <numeric>

namespace pipeline {

namespace {

/// Levenshtein distance, without regard to case.
qsizetype editDistance(const QString& a, const QString& b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const bool same = a[i].toCaseFolded() == b[j].toCaseFolded();
            const qsizetype cost = std::min({row[size_t(j)] + 1, row[size_t(j) + 1] + 1, diagonal + (same ? 0 : 1)});
            diagonal = row[size_t(j) + 1];
            row[size_t(j) + 1] = cost;
        }
    }
    return row.back();
}

} // namespace

bool isValidId(const QString& id)
{
    return !id.isEmpty() && id.size() <= 200 && std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
    });
}

QString nearestWord(const QString& word, const QStringList& known)
{
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, word.size() / 3) + 1;
    if (word.size() > 200)
        return best;
    for (const QString& candidate : known) {
        if (std::abs(candidate.size() - word.size()) >= bestDistance)
            continue;
        const qsizetype distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    // The tool alone, "airbyte" for "airbyte.sync"
    for (qsizetype i = 0; best.isEmpty() && !word.isEmpty() && i < known.size(); ++i) {
        if (known[i].startsWith(word + u'.', Qt::CaseInsensitive))
            best = known[i];
    }
    return best;
}

} // namespace pipeline
