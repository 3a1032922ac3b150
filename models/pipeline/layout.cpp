// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/workspace.h"

#include "models/yaml/document.h"
#include "models/yaml/writer.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace pipeline {

namespace {

constexpr double layoutLimit = 1e7; // scene units; beyond it painting is no longer exact

qint64 layoutNumber(double value)
{
    return std::isfinite(value) ? std::llround(std::clamp(value, -layoutLimit, layoutLimit)) : 0;
}

base::Error layoutError(const yaml::Document& document, const yaml::Node& node, const QString& path)
{
    return base::makeError("pipeline.layout",
        QCoreApplication::translate("pipeline", "expected 'positions' with two numbers, [x, y], for each id; found %1").arg(node.kindWord()),
        document.placeOf(node, path));
}

} // namespace

base::Result<Layout> readLayout(const QByteArray& text, const QString& file)
{
    const auto parsed = yaml::parse(text, file);
    if (!parsed)
        return parsed.error();
    Layout layout;
    const yaml::Node& root = parsed->root();
    if (root.isNull())
        return layout;
    const yaml::Node* positions = root.find(u"positions");
    if (!root.isMapping() || (positions != nullptr && !positions->isMapping() && !positions->isNull()))
        return layoutError(parsed.value(), positions != nullptr ? *positions : root, QStringLiteral("positions"));
    for (qsizetype i = 0; positions != nullptr && i < positions->size(); ++i) {
        const QString key = positions->keys[size_t(i)].text;
        const yaml::Node& point = positions->children[size_t(i)];
        const bool two = point.isSequence() && point.size() == 2;
        const auto x = two ? point.children[0].toDouble() : std::nullopt;
        const auto y = two ? point.children[1].toDouble() : std::nullopt;
        if (!x || !y || !std::isfinite(*x) || !std::isfinite(*y))
            return layoutError(parsed.value(), point, QStringLiteral("positions.") + key);
        layout.insert(key, QPointF(*x, *y));
    }
    return layout;
}

QByteArray writeLayout(const Layout& layout)
{
    yaml::Value positions = yaml::Value::map();
    for (auto it = layout.begin(); it != layout.end(); ++it) {
        positions.keys.append(it.key());
        positions.items.push_back(
            yaml::Value::list({yaml::Value::ofInt(layoutNumber(it->x())), yaml::Value::ofInt(layoutNumber(it->y()))}, true));
    }
    return yaml::emitDocument(yaml::Value::map().set(QStringLiteral("positions"), positions));
}

QString layoutFileOf(const QString& pipelineFile)
{
    const qsizetype dot = pipelineFile.lastIndexOf(u'.');
    return (dot > pipelineFile.lastIndexOf(u'/') ? pipelineFile.left(dot) : pipelineFile) + QStringLiteral(".layout.yaml");
}

} // namespace pipeline
