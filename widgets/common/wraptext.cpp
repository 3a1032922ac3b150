// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/wraptext.h"

#include "widgets/common/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QTextLayout>
#include <QWheelEvent>
#include <QtMath>

namespace common {

static constexpr QTextOption::WrapMode wrapTextMode = QTextOption::WrapAtWordBoundaryOrAnywhere;

WrapText::WrapText(Face face, QWidget* parent)
    : QTextEdit(parent)
    , m_face(face)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setFocusPolicy(Qt::ClickFocus);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(wrapTextMode);
    document()->setDocumentMargin(0);
    // The ground is the card's, not that of an item view or a text field.
    setObjectName(QStringLiteral("wrapText"));
    viewport()->setAutoFillBackground(false);
    setFont(faceFont());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont WrapText::faceFont() const
{
    switch (m_face) {
    case Face::Monospace:
        return monospaceFont();
    case Face::Bold:
        return sizedFont(QApplication::font(), QFontInfo(QApplication::font()).pixelSize(), true);
    case Face::Headline:
        return sizedFont(QApplication::font(), painting::size::headline, true);
    case Face::Plain:
        break;
    }
    return QApplication::font();
}

void WrapText::setTone(const char* tone)
{
    setProperty("tone", QString::fromLatin1(tone));
}

void WrapText::setText(const QString& text)
{
    m_text = text;
    setPlainText(text);
    setAccessibleName(toPlainText());
    updateGeometry();
}

int WrapText::heightForWidth(int width) const
{
    double height = 0;
    QTextOption option;
    option.setWrapMode(wrapTextMode);
    // A layout of its own: laying out the shown document for a width that is only asked about would make it flicker.
    for (const QString& paragraph : m_text.split(u'\n')) {
        QTextLayout layout(paragraph, font());
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(qMax(1, width));
            height += qMax(line.height(), double(fontMetrics().lineSpacing()));
        }
        layout.endLayout();
    }
    return qCeil(height) + 2;
}

QSize WrapText::sizeHint() const
{
    return {240, heightForWidth(240)};
}

QSize WrapText::minimumSizeHint() const
{
    return {40, fontMetrics().lineSpacing() + 2};
}

void WrapText::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        setFont(faceFont());
        updateGeometry();
    }
}

void WrapText::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the panel scrolls, not its text
}

} // namespace common
