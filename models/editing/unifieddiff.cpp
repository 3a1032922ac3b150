// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/pipelinedocument.h"

#include <algorithm>
#include <vector>

namespace editing {

namespace {

/// Beyond that many differing lines the middle is shown as replaced: still a correct diff, only a longer one.
constexpr int mostEdits = 1500;

struct DiffLine {
    char kind; ///< ' ', '-', '+'
    QByteArray text;
};

QList<QByteArray> linesWithBreaks(const QByteArray& text)
{
    QList<QByteArray> lines;
    qsizetype start = 0;
    while (start < text.size()) {
        const qsizetype end = text.indexOf('\n', start);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(text.mid(start, next - start));
        start = next;
    }
    return lines;
}

/// Myers' greedy algorithm ("An O(ND) difference algorithm", 1986); empty if more than mostEdits are needed.
std::vector<DiffLine> shortestEdit(const QList<QByteArray>& before, const QList<QByteArray>& after)
{
    const int n = int(before.size());
    const int m = int(after.size());
    const int limit = std::min(n + m, mostEdits);
    std::vector<int> furthest(size_t(2 * limit + 3), 0);
    std::vector<std::vector<int>> trace;
    const auto at = [&](int k) -> size_t { return size_t(k + limit + 1); };
    int edits = -1;
    for (int d = 0; d <= limit && edits < 0; ++d) {
        trace.push_back(furthest);
        for (int k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
            int x = down ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
            while (x < n && x - k < m && x - k >= 0 && before[x] == after[x - k])
                ++x;
            furthest[at(k)] = x;
            if (x >= n && x - k >= m) {
                edits = d;
                break;
            }
        }
    }
    std::vector<DiffLine> lines;
    int x = n;
    int y = m;
    for (int d = edits; d > 0; --d) {
        const std::vector<int>& row = trace[size_t(d)];
        const int k = x - y;
        const bool down = k == -d || (k != d && row[at(k - 1)] < row[at(k + 1)]);
        const int fromX = down ? row[at(k + 1)] : row[at(k - 1)];
        const int fromY = fromX - (down ? k + 1 : k - 1);
        while (x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0)) {
            lines.push_back({' ', before[--x]});
            --y;
        }
        lines.push_back(down ? DiffLine{'+', after[--y]} : DiffLine{'-', before[--x]});
    }
    while (edits >= 0 && x > 0 && y > 0) {
        lines.push_back({' ', before[--x]});
        --y;
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

std::vector<DiffLine> allLines(const QList<QByteArray>& before, const QList<QByteArray>& after)
{
    qsizetype prefix = 0;
    while (prefix < before.size() && prefix < after.size() && before[prefix] == after[prefix])
        ++prefix;
    qsizetype suffix = 0;
    while (suffix < before.size() - prefix && suffix < after.size() - prefix && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
        ++suffix;
    const QList<QByteArray> oldMiddle = before.mid(prefix, before.size() - prefix - suffix);
    const QList<QByteArray> newMiddle = after.mid(prefix, after.size() - prefix - suffix);
    std::vector<DiffLine> lines;
    for (const QByteArray& line : before.mid(0, prefix))
        lines.push_back({' ', line});
    std::vector<DiffLine> middle = shortestEdit(oldMiddle, newMiddle);
    if (middle.empty()) {
        for (const QByteArray& line : oldMiddle)
            middle.push_back({'-', line});
        for (const QByteArray& line : newMiddle)
            middle.push_back({'+', line});
    }
    lines.insert(lines.end(), middle.begin(), middle.end());
    for (const QByteArray& line : before.mid(before.size() - suffix))
        lines.push_back({' ', line});
    return lines;
}

QByteArray rangeText(int start, int count)
{
    if (count == 0)
        --start;
    return QByteArray::number(start) + (count == 1 ? QByteArray() : ',' + QByteArray::number(count));
}

} // namespace

QByteArray unifiedDiff(const QByteArray& before, const QByteArray& after, const QString& file)
{
    if (before == after)
        return {};
    constexpr size_t context = 3;
    const std::vector<DiffLine> lines = allLines(linesWithBreaks(before), linesWithBreaks(after));
    QByteArray out = "--- a/" + file.toUtf8() + "\n+++ b/" + file.toUtf8() + '\n';
    int oldLine = 1;
    int newLine = 1;
    size_t i = 0;
    const auto count = [&](char kind) {
        oldLine += kind != '+';
        newLine += kind != '-';
    };
    while (i < lines.size()) {
        size_t first = i;
        while (first < lines.size() && lines[first].kind == ' ')
            ++first;
        if (first == lines.size())
            break;
        const size_t start = first - i > context ? first - context : i;
        for (; i < start; ++i)
            count(lines[i].kind);
        size_t last = first;
        for (size_t j = first; j < lines.size() && j <= last + 2 * context + 1; ++j) {
            if (lines[j].kind != ' ')
                last = j;
        }
        const size_t end = std::min(lines.size(), last + context + 1);
        const int oldStart = oldLine;
        const int newStart = newLine;
        QByteArray body;
        for (; i < end; ++i) {
            count(lines[i].kind);
            body += lines[i].kind + lines[i].text;
            if (!body.endsWith('\n'))
                body += "\n\\ No newline at end of file\n";
        }
        out += "@@ -" + rangeText(oldStart, oldLine - oldStart) + " +" + rangeText(newStart, newLine - newStart) + " @@\n" + body;
    }
    return out;
}

} // namespace editing
