// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/canvasstate.h"

#include <QFont>

class QPainter;

namespace canvas {

struct PaintStyle {
    const painting::Tokens* tokens = nullptr;
    QFont font;              ///< the view's; sizes are set here
    double dpr = 1.0;
    bool showFocus = false;  ///< ring around the current node
    int connectFrom = -1;    ///< connect mode: its source
    int connectTo = -1;      ///< and the node it points at
};

/// Paints what `area` (view pixels) shows of the scene. Below `lodScale` without text, ports and curves.
class ScenePainter {
public:
    static constexpr double lodScale = 0.4, fewWordsScale = 0.6;

    ScenePainter(QPainter& painter, const CanvasState& state, const PaintStyle& style);
    void paint(const QRectF& area);

private:
    void paintGround(const QRectF& area);
    void paintFrames(const QVector<int>& frames);
    void paintFrameWords(const QVector<int>& frames);
    void paintEdges(const QVector<int>& edges);
    void paintBadges(const QVector<int>& edges);
    void paintNodesSmall(const QVector<int>& nodes);
    void paintEdgesSmall(const QVector<int>& edges);
    void paintNode(int node);
    void paintNodeText(const Node& node, const QRectF& rect);
    void paintPort(const QPointF& centre, bool active);
    void paintRing(int node, const QColor& color, Qt::PenStyle pen);
    [[nodiscard]] QColor smallColor(const Node& node) const;
    [[nodiscard]] QPen edgePen(int edge) const;

    QPainter& m_painter;
    const CanvasState& m_state;
    const PaintStyle& m_style;
    const painting::Tokens& m_tokens;
    QFont m_titleFont, m_textFont, m_smallFont;
};

/// Fill of a kind of work.
[[nodiscard]] QColor workColor(Work work, const painting::Tokens& tokens);

} // namespace canvas
