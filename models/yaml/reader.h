// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/document.h"
#include "models/yaml/positions.h"

#include <QHash>

#include <yaml.h>

namespace yaml {

/// Turns libyaml's events into a Node tree within the budgets. One use.
class Reader {
public:
    Reader(const QByteArray& text, const QString& file);
    base::Result<Document> read();

private:
    struct Frame {
        Node node;
        QString anchor;
        QHash<QString, base::Place> seen; ///< keys of a mapping and where they stand
        [[nodiscard]] bool expectsKey() const { return node.isMapping() && node.keys.size() == node.children.size(); }
    };

    bool handle(const yaml_event_t& event);
    bool startCollection(const yaml_event_t& event);
    bool endCollection(const yaml_event_t& event);
    bool scalar(const yaml_event_t& event);
    bool alias(const yaml_event_t& event);
    bool addKey(Node key);
    bool finish(Node node, const QString& anchor);
    bool applyTag(Node& node, const yaml_char_t* tag);
    bool countNodes(qsizetype count, const Node& at);
    void setRange(Node& node, const yaml_mark_t& begin, const yaml_mark_t& end) const;
    void trimBlockScalar(Node& node) const;
    bool fail(const char* code, const QString& message, const base::Place& place);
    bool failAt(const char* code, const QString& message, const Node& node);
    void failFromParser(const yaml_parser_t& parser);
    [[nodiscard]] QString keyPath() const;

    QByteArray m_text;
    QString m_file;
    qsizetype m_skip;
    Positions m_positions;
    std::vector<Frame> m_frames;
    QHash<QString, Node> m_anchors;
    qsizetype m_nodes = 0;
    int m_documents = 0;
    std::shared_ptr<Node> m_root;
    std::optional<base::Error> m_error;
};

} // namespace yaml
