// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/fuzzy.h"

namespace common {

static bool startsWord(const QString& text, int index)
{
    if (index == 0)
        return true;
    const QChar before = text.at(index - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(index).isUpper());
}

QVector<int> fuzzyPositions(const QString& pattern, const QString& text)
{
    QString letters = pattern.toCaseFolded();
    letters.remove(u' ');
    const QString folded = text.toCaseFolded();
    if (folded.size() != text.size()) // a letter that folds to two: positions would lie
        return {};
    // A whole occurrence beats scattered letters.
    const qsizetype whole = folded.indexOf(pattern.toCaseFolded().trimmed());
    QVector<int> positions;
    if (whole >= 0 && !letters.isEmpty()) {
        for (qsizetype i = 0; i < pattern.trimmed().size(); ++i)
            positions.append(int(whole + i));
        return positions;
    }
    int from = 0;
    for (const QChar letter : letters) {
        int found = -1;
        for (int i = from; i < folded.size(); ++i) {
            if (folded.at(i) != letter)
                continue;
            if (found < 0)
                found = i;
            if (startsWord(text, i)) {
                // Take the word's start only if the letters that remain still fit behind it.
                found = folded.indexOf(letters.mid(positions.size() + 1, 1), i + 1) >= 0 ? i : found;
                break;
            }
        }
        if (found < 0)
            return {};
        positions.append(found);
        from = found + 1;
    }
    return positions;
}

int fuzzyScore(const QString& pattern, const QString& text)
{
    if (pattern.trimmed().isEmpty())
        return 0;
    const QVector<int> positions = fuzzyPositions(pattern, text);
    if (positions.isEmpty())
        return -1;
    int score = 100;
    for (qsizetype i = 0; i < positions.size(); ++i) {
        if (startsWord(text, positions.at(i)))
            score += 12;
        if (i > 0 && positions.at(i) == positions.at(i - 1) + 1)
            score += 8;
        else if (i > 0)
            score -= qMin(10, positions.at(i) - positions.at(i - 1));
    }
    score -= qMin(20, positions.first());
    return qMax(1, score - int(text.size()) / 8);
}

} // namespace common
