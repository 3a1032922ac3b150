// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/labels.h"

#include "widgets/common/theme.h"

namespace common {

SectionLabel::SectionLabel(const QString& text, QWidget* parent)
    : QLabel(parent)
{
    setProperty("role", QStringLiteral("section"));
    QFont spaced = font();
    spaced.setLetterSpacing(QFont::PercentageSpacing, 104);
    setFont(spaced);
    setTextFormat(Qt::PlainText);
    setTitle(text);
}

void SectionLabel::setTitle(const QString& text)
{
    setText(text.toUpper());
    setAccessibleName(text);
}

Card::Card(QWidget* parent, Kind kind)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    setProperty("card", kind == Kind::Code ? QStringLiteral("code") : QStringLiteral("true"));
    m_body->setContentsMargins(12, 10, 12, 10);
    m_body->setSpacing(4);
}

QLabel* wrappedLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* roleLabel(const QString& text, const char* role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

} // namespace common
