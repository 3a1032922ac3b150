// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/batch.h"

namespace syncs {

void Batch::dropRow()
{
    cells.resize(rows.back().first);
    rows.pop_back();
}

void Batch::clear()
{
    cells.clear();
    rows.clear();
    texts.clear();
}

void Batch::addText(int column, QByteArray text, bool fromString)
{
    texts.push_back(std::move(text));
    cells.push_back({Cell::Kind::Text, fromString, column, 0, texts.back().constData(), texts.back().size()});
}

const Cell* Batch::find(const Row& row, int column) const
{
    for (size_t i = row.first + row.count; column >= 0 && i > row.first; --i) {
        if (cells[i - 1].column == column)
            return &cells[i - 1];
    }
    return nullptr;
}

} // namespace syncs
