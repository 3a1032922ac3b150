// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/document.h"

namespace yaml {

Document::Document(QByteArray text, QString file, std::shared_ptr<const Node> root)
    : m_text(std::move(text))
    , m_file(std::move(file))
    , m_root(std::move(root))
{
}

const Node* Document::at(const Path& path) const
{
    const Node* node = m_root.get();
    for (const QString& part : path) {
        if (node->isSequence()) {
            bool ok = false;
            const qsizetype index = part.toLongLong(&ok);
            if (!ok || index < 0 || index >= node->size())
                return nullptr;
            node = &node->children[size_t(index)];
        } else {
            node = node->find(part);
        }
        if (node == nullptr)
            return nullptr;
    }
    return node;
}

base::Place Document::placeOf(const Node& node, const QString& keyPath) const
{
    return {m_file, node.line, node.column, keyPath};
}

QString pathText(const Path& path, const Node& root)
{
    QString text;
    const Node* node = &root;
    for (const QString& part : path) {
        if (node != nullptr && node->isSequence()) {
            text += QStringLiteral("[%1]").arg(part);
            const qsizetype index = part.toLongLong();
            node = index >= 0 && index < node->size() ? &node->children[size_t(index)] : nullptr;
        } else {
            text += (text.isEmpty() ? QString() : QStringLiteral(".")) + part;
            node = node != nullptr ? node->find(part) : nullptr;
        }
    }
    return text;
}

} // namespace yaml
