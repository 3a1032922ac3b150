// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectors/jsontree.h"

namespace connectors {

/// The scanner behind JsonTree::parse: one pass, no recursion. One use.
class JsonScan {
public:
    explicit JsonScan(JsonTree& tree);
    /// False: not JSON; position() says where.
    [[nodiscard]] bool run();
    [[nodiscard]] qsizetype position() const { return m_at - m_begin; }

private:
    struct Open {
        quint32 node;
        bool object;
    };
    [[nodiscard]] bool value();
    [[nodiscard]] bool afterValue();
    [[nodiscard]] bool memberKey();
    [[nodiscard]] bool string(quint32& begin, quint32& size, bool& escaped);
    [[nodiscard]] bool number();
    [[nodiscard]] bool word(const char* text, JsonNode::Kind kind);
    [[nodiscard]] bool open(bool object);
    void close();
    void blanks();
    [[nodiscard]] bool digits();
    [[nodiscard]] quint32 offset() const { return quint32(m_at - m_begin); }
    JsonNode& add(JsonNode::Kind kind);

    JsonTree& m_tree;
    const char* m_begin;
    const char* m_at;
    const char* m_end;
    std::vector<Open> m_open;
    JsonNode m_key; ///< carries the key of the member being read
    bool m_done = false;
};

} // namespace connectors
