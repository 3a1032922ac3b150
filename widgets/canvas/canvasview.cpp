// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/canvasview.h"

#include "widgets/canvas/accessiblecanvas.h"
#include "widgets/canvas/emptycanvas.h"
#include "widgets/canvas/minimap.h"
#include "widgets/canvas/scenepainter.h"
#include "widgets/canvas/zoombar.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QToolTip>

namespace canvas {
namespace {
constexpr int viewMargin = 14; ///< of the overlays from the corners
}

CanvasView::CanvasView(QWidget* parent) : QWidget(parent), m_tokens(&painting::tokens(painting::Theme::Light))
{
    installAccessibleCanvas();
    buildLayout();
    setTheme(painting::Theme::Light);
}

CanvasView::~CanvasView() = default;

void CanvasView::buildLayout()
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(320, 200);
    setAccessibleName(tr("Canvas"));
    setAccessibleDescription(tr("Pipelines and their tasks. Tab and the arrow keys go from task to task, Enter opens one, C connects it to another, E selects its edges, P its pipeline."));
    m_minimap = new Minimap(m_state, this);
    m_zoomBar = new ZoomBar(this);
    m_empty = new EmptyCanvas(this);
    connect(m_minimap, &Minimap::centreRequested, this, [this](const QPointF& scene) {
        m_state.viewport.centreOn(scene, size());
        refresh();
    });
    connect(m_zoomBar, &ZoomBar::zoomInRequested, this, &CanvasView::zoomIn);
    connect(m_zoomBar, &ZoomBar::zoomOutRequested, this, &CanvasView::zoomOut);
    connect(m_zoomBar, &ZoomBar::zoomResetRequested, this, &CanvasView::zoomTo100);
    connect(m_zoomBar, &ZoomBar::fitRequested, this, &CanvasView::fitAll);
    connect(m_zoomBar, &ZoomBar::arrangeRequested, this, &CanvasView::arrange);
    connect(m_empty, &EmptyCanvas::addRequested, this, &CanvasView::addTaskRequested);
    connect(m_empty, &EmptyCanvas::openRequested, this, &CanvasView::openWorkspaceRequested);
}

void CanvasView::setScene(const CanvasScene& scene)
{
    if (m_gesture) {
        m_gesture->cancel();
        m_gesture.reset();
    }
    m_state.setScene(scene);
    if (!m_state.scene().nodeIndex.contains(m_connectFrom)) {
        m_connectFrom.clear();
    }
    if (m_needsFit && !scene.isEmpty() && isVisible()) {
        fitFirst();
    }
    placeChildren();
    refresh();
}

// A small workspace starts at 100 % in the upper left corner, where reading begins; a large one is shown whole.
void CanvasView::fitFirst()
{
    m_needsFit = false;
    const QRectF bounds = m_state.bounds();
    const QSizeF room(width() - 32, height() - 80);
    if (bounds.width() <= room.width() && bounds.height() <= room.height()) {
        m_state.viewport = Viewport();
        m_state.viewport.panBy(QPointF(std::min(36.0, (width() - bounds.width()) / 2), std::min(40.0, (height() - bounds.height()) / 2)) - bounds.topLeft());
    } else {
        fitAll();
    }
}

void CanvasView::setTheme(painting::Theme theme)
{
    m_tokens = &painting::tokens(theme);
    m_minimap->setTokens(*m_tokens);
    m_zoomBar->setTokens(*m_tokens);
    m_empty->setTokens(*m_tokens);
    placeChildren();
    update();
}

void CanvasView::setSelection(const QStringList& ids)
{
    m_state.setSelection(ids);
    const int node = ids.isEmpty() ? -1 : scene().nodeIndex.value(ids.first(), -1);
    if (node >= 0) {
        m_state.setCurrent(node);
    }
    update();
}

void CanvasView::reveal(const QString& id)
{
    const int node = scene().nodeIndex.value(id, -1);
    const int frame = scene().frameIndex.value(id, -1);
    if (node >= 0) {
        m_state.viewport.reveal(m_state.nodeRect(node), size());
    } else if (frame >= 0) {
        m_state.viewport.reveal(m_state.frameRect(frame), size());
    }
    refresh();
}

void CanvasView::refresh()
{
    m_zoomBar->setScale(m_state.viewport.scale());
    m_minimap->setViewSize(size());
    update();
}

void CanvasView::placeChildren()
{
    m_zoomBar->adjustSize();
    m_zoomBar->move(viewMargin, height() - viewMargin - m_zoomBar->height());
    m_minimap->move(width() - viewMargin - m_minimap->width(), height() - viewMargin - m_minimap->height());
    m_empty->adjustSize();
    m_empty->move((width() - m_empty->width()) / 2, (height() - m_empty->height()) / 2);
    m_empty->setVisible(scene().isEmpty());
    m_minimap->setVisible(!scene().isEmpty() && width() > m_zoomBar->width() + m_minimap->width() + 3 * viewMargin);
    m_zoomBar->setVisible(!scene().isEmpty());
}

void CanvasView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_needsFit && !scene().isEmpty()) {
        fitFirst();
    }
    placeChildren();
    refresh();
}

void CanvasView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    PaintStyle style;
    style.tokens = m_tokens;
    style.font = font();
    style.dpr = devicePixelRatioF();
    style.showFocus = hasFocus();
    style.connectFrom = scene().nodeIndex.value(m_connectFrom, -1);
    style.connectTo = style.connectFrom >= 0 && m_state.current() != style.connectFrom ? m_state.current() : -1;
    painter.setClipRect(event->rect());
    ScenePainter(painter, m_state, style).paint(event->rect());
    if (m_gesture) {
        m_gesture->paint(painter, *m_tokens);
    }
    if (isConnecting()) {
        paintHint(painter);
    }
}

// A mode must say that it is one, and how to leave it.
void CanvasView::paintHint(QPainter& painter)
{
    const QString words = tr("Who waits for %1? Arrows choose, Enter connects, Esc cancels.").arg(m_connectFrom.section(u'.', 1));
    QFont small = font();
    small.setPixelSize(painting::size::text);
    painter.setFont(small);
    QRectF box = QFontMetricsF(small).boundingRect(words).adjusted(-12, -6, 12, 6);
    box.moveCenter(QPointF(width() / 2.0, 0));
    box.moveTop(10);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_tokens->accent, 1));
    painter.setBrush(m_tokens->accentSoft);
    painter.drawRoundedRect(box, painting::size::radiusButton, painting::size::radiusButton);
    painter.setPen(m_tokens->text);
    painter.drawText(box, Qt::AlignCenter, words);
}

QString CanvasView::tipFor(const Hit& hit) const
{
    if (hit.kind == Hit::Kind::Frame) {
        const Frame& frame = scene().frames[hit.index];
        return frame.title + QStringLiteral("\n") + frame.schedule;
    }
    if (hit.kind == Hit::Kind::Edge) {
        const Edge& edge = scene().edges[hit.index];
        QString words = scene().edgeId(hit.index) + u'\n';
        if (edge.kind == Edge::Kind::Need) {
            words += tr("waits for its success");
        } else if (edge.kind == Edge::Kind::Dependency) {
            words += tr("waits for %1").arg(edge.outputs.join(QStringLiteral(", ")));
        } else {
            words += tr("reads what it writes, without waiting for it");
        }
        return edge.mark && !edge.badge.isEmpty() ? words + u'\n' + painting::markWord(*edge.mark) + QStringLiteral(": ") + edge.badge : words;
    }
    if (hit.kind == Hit::Kind::OutPort) {
        return tr("Drag to the task that shall wait for this one");
    }
    if (hit.kind == Hit::Kind::Nothing) {
        return {};
    }
    const Node& node = scene().nodes[hit.index];
    QString words = node.title + u'\n' + node.kindLine;
    if (node.mark) {
        words += u'\n' + painting::markWord(*node.mark);
    }
    return words + u'\n' + node.footer;
}

bool CanvasView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipFor(m_state.hit(m_state.viewport.toScene(QPointF(help->pos()))));
        if (tip.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), tip, this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace canvas
