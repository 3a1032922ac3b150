// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/yamlsnippet.h"

#include "widgets/common/theme.h"

#include <QEvent>
#include <QRegularExpression>

namespace window {

static constexpr int snippetMostLines = 18;

YamlSnippet::YamlSnippet(QWidget* parent)
    : Card(parent, Kind::Code)
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::RichText);
    m_text->setFont(common::monospaceFont(11));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // long lines are cut, the panel stays narrow
    body()->addWidget(m_text);
}

void YamlSnippet::setLines(const QByteArray& text, const editing::PipelineDocument::LineRange& lines)
{
    QStringList shown;
    m_cut = 0;
    if (lines.first > 0) {
        const QStringList all = QString::fromUtf8(text).split(u'\n');
        shown = all.mid(lines.first - 1, lines.last - lines.first + 1);
    }
    while (!shown.isEmpty() && shown.last().trimmed().isEmpty())
        shown.removeLast();
    if (shown.size() > snippetMostLines) {
        m_cut = int(shown.size()) - snippetMostLines;
        shown = shown.mid(0, snippetMostLines);
    }
    qsizetype indent = -1;
    for (const QString& line : std::as_const(shown)) {
        qsizetype own = 0;
        while (own < line.size() && line.at(own) == u' ')
            ++own;
        if (own < line.size())
            indent = indent < 0 ? own : qMin(indent, own);
    }
    for (QString& line : shown) {
        line = line.mid(qMax<qsizetype>(0, indent));
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    m_plain = shown.join(u'\n');
    render();
    setVisible(!m_plain.isEmpty());
}

static QString yamlLineAsHtml(const QString& line, const painting::Tokens& t)
{
    static const QRegularExpression key(QStringLiteral("^(\\s*(?:- )?)([A-Za-z0-9_.\"'-]+)(:)(.*)$"));
    const auto colour = [](const QString& text, const QColor& with) {
        return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(with.name(), text.toHtmlEscaped());
    };
    qsizetype comment = line.trimmed().startsWith(u'#') ? line.indexOf(u'#') : line.indexOf(QLatin1String(" #"));
    const QString code = comment < 0 ? line : line.left(comment);
    const QString rest = comment < 0 ? QString() : line.mid(comment);
    const QRegularExpressionMatch match = key.match(code);
    const QString body = match.hasMatch()
        ? match.captured(1).toHtmlEscaped() + colour(match.captured(2), t.accent) + match.captured(3) + match.captured(4).toHtmlEscaped()
        : code.toHtmlEscaped();
    return body + (rest.isEmpty() ? QString() : colour(rest, t.muted));
}

void YamlSnippet::render()
{
    const painting::Tokens& t = common::tokensOf(*this);
    QStringList html;
    for (const QString& line : m_plain.split(u'\n'))
        html.append(yamlLineAsHtml(line, t));
    if (m_cut > 0)
        html.append(QStringLiteral("<span style=\"color:%1\">%2</span>").arg(t.muted.name(), tr("… %n more line(s)", nullptr, m_cut).toHtmlEscaped()));
    m_text->setText(QStringLiteral("<pre style=\"line-height:140%;margin:0\">%1</pre>").arg(html.join(u'\n')));
    m_text->setAccessibleName(tr("YAML of the selection"));
}

void YamlSnippet::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

} // namespace window
