// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <deque>
#include <vector>

namespace syncs {

/// One value of a row. Texts are views: of the page's body, or of Batch::texts.
struct Cell {
    enum class Kind : quint8 { Null, Integer, Text };
    Kind kind = Kind::Null;
    bool fromString = false; ///< a JSON string (a Text may also be a number token or a list)
    int column = -1;
    qint64 integer = 0;
    const char* data = nullptr;
    qsizetype size = 0;
    bool boolean = false; ///< an Integer that was true or false

    [[nodiscard]] QByteArray bytes() const
    {
        return kind == Kind::Integer ? QByteArray::number(integer) : QByteArray(data, size);
    }
};

/// Rows of one table, taken from one page, before they are written.
struct Batch {
    struct Row {
        size_t first = 0;
        size_t count = 0;
    };
    std::vector<Cell> cells;
    std::vector<Row> rows;
    std::deque<QByteArray> texts; ///< what had to be copied; addresses stay

    void beginRow() { rows.push_back({cells.size(), 0}); }
    void endRow() { rows.back().count = cells.size() - rows.back().first; }
    void dropRow();
    void clear();
    void addInteger(int column, qint64 integer) { cells.push_back({Cell::Kind::Integer, false, column, integer, nullptr, 0}); }
    void addText(int column, QByteArray text, bool fromString);
    /// The last cell of a column in the last row: of a key that stands twice the later value holds. nullptr if absent.
    [[nodiscard]] const Cell* find(const Row& row, int column) const;
};

} // namespace syncs
