// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/yamleditor.h"

#include "widgets/common/theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QScopedValueRollback>
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qscistyle.h>

#include <algorithm>

namespace window {

static constexpr int yamlNumbersMargin = 0;
static constexpr int yamlSelectionMarker = 1;
static constexpr int yamlErrorMarker = 2;
static constexpr int yamlFontSize = 13;

YamlEditor::YamlEditor(QWidget* parent)
    : QsciScintilla(parent)
    , m_lexer(new QsciLexerYAML(this))
{
    setUtf8(true);
    setLexer(m_lexer);
    setFrameShape(QFrame::NoFrame);
    setIndentationsUseTabs(false);
    setIndentationWidth(2);
    setTabWidth(2);
    setAutoIndent(true);
    setBackspaceUnindents(true);
    setTabIndents(true);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setFolding(QsciScintilla::NoFoldStyle);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setMarginType(yamlNumbersMargin, QsciScintilla::NumberMargin);
    setMarginWidth(1, 6);
    setMarginType(1, QsciScintilla::SymbolMargin);
    setMarginSensitivity(1, false);
    setMarginMarkerMask(1, 1 << yamlErrorMarker);
    markerDefine(QsciScintilla::Background, yamlSelectionMarker);
    markerDefine(QsciScintilla::LeftRectangle, yamlErrorMarker);
    setAnnotationDisplay(QsciScintilla::AnnotationIndented);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setUpKeys();
    dress();
    connect(this, &QsciScintilla::textChanged, this, [this] {
        if (!m_setting)
            emit edited();
    });
    connect(this, &QsciScintilla::linesChanged, this, [this] {
        setMarginWidth(yamlNumbersMargin, QStringLiteral("00%1").arg(qMax(99, lines())));
    });
}

void YamlEditor::setUpKeys()
{
    // These belong to the window: one undo for everything, Ctrl+L arranges, Ctrl+D and friends stay what they are elsewhere.
    const QVector<int> keys = {QKeyCombination(Qt::CTRL, Qt::Key_Z).toCombined(), QKeyCombination(Qt::CTRL, Qt::Key_Y).toCombined(),
        QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_Z).toCombined(), QKeyCombination(Qt::CTRL, Qt::Key_L).toCombined(),
        QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_L).toCombined(), QKeyCombination(Qt::CTRL, Qt::Key_T).toCombined(),
        QKeyCombination(Qt::CTRL, Qt::Key_U).toCombined(), QKeyCombination(Qt::ALT, Qt::Key_Backspace).toCombined(),
        QKeyCombination(Qt::CTRL, Qt::Key_Backspace).toCombined()};
    for (QsciCommand* command : standardCommands()->commands()) {
        if (keys.contains(command->key()))
            command->setKey(0);
        if (keys.contains(command->alternateKey()))
            command->setAlternateKey(0);
    }
}

QByteArray YamlEditor::content() const
{
    return bytes(0, length()).left(length()); // bytes() adds the terminating zero
}

void YamlEditor::setContent(const QByteArray& text)
{
    const QByteArray before = content();
    if (before == text)
        return;
    const QScopedValueRollback<bool> setting(m_setting, true);
    const auto [a, b] = std::mismatch(before.cbegin(), before.cend(), text.cbegin(), text.cend());
    const qsizetype start = a - before.cbegin();
    Q_UNUSED(b)
    qsizetype tail = 0;
    while (tail < before.size() - start && tail < text.size() - start
        && before.at(before.size() - 1 - tail) == text.at(text.size() - 1 - tail))
        ++tail;
    setEolMode(text.contains("\r\n") ? QsciScintilla::EolWindows : QsciScintilla::EolUnix);
    const QByteArray middle = text.mid(start, text.size() - start - tail);
    SendScintilla(SCI_SETTARGETSTART, static_cast<unsigned long>(start));
    SendScintilla(SCI_SETTARGETEND, static_cast<unsigned long>(before.size() - tail));
    SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(middle.size()), middle.constData());
}

void YamlEditor::markLines(int first, int last)
{
    markerDeleteAll(yamlSelectionMarker);
    for (int line = first; line > 0 && line <= last; ++line)
        markerAdd(line - 1, yamlSelectionMarker);
    if (first > 0)
        ensureLineVisible(first - 1);
}

void YamlEditor::annotateProblem(int line, const QString& message, bool isError)
{
    if (line < 1 || line > lines())
        return;
    const painting::Tokens& t = common::tokensOf(*this);
    QFont small(QFontInfo(common::monospaceFont()).family());
    small.setPointSizeF(painting::size::small * 72.0 / logicalDpiY());
    const QsciStyle style(-1, QStringLiteral("problem"), isError ? t.failed : t.late, t.raised, small);
    const QString before = annotation(line - 1);
    annotate(line - 1, before.isEmpty() ? message : before + u'\n' + message, style);
    markerAdd(line - 1, yamlErrorMarker);
    ++m_problems;
}

void YamlEditor::clearProblems()
{
    if (m_problems == 0)
        return;
    clearAnnotations();
    markerDeleteAll(yamlErrorMarker);
    m_problems = 0;
}

void YamlEditor::goTo(int line, int column)
{
    if (line < 1)
        return;
    setCursorPosition(line - 1, qMax(0, column - 1));
    ensureLineVisible(line - 1);
    SendScintilla(SCI_VERTICALCENTRECARET);
}

void YamlEditor::dress()
{
    const painting::Tokens& t = common::tokensOf(*this);
    // Scintilla knows points only; a font in pixels has none.
    const QFont wanted = common::monospaceFont();
    QFont font(QFontInfo(wanted).family()); // and one family only
    font.setPointSizeF(yamlFontSize * 72.0 / logicalDpiY());
    m_lexer->setDefaultFont(font);
    m_lexer->setDefaultPaper(t.surface);
    m_lexer->setDefaultColor(t.text);
    // Every style by hand: the lexer's own defaults are dark blue on white in any theme.
    const auto colourOf = [&t](int style) {
        switch (style) {
        case QsciLexerYAML::Comment:
            return t.muted;
        case QsciLexerYAML::Identifier:
        case QsciLexerYAML::Keyword:
        case QsciLexerYAML::DocumentDelimiter:
            return t.accent;
        case QsciLexerYAML::Reference:
        case QsciLexerYAML::Number:
            return t.running;
        case QsciLexerYAML::SyntaxErrorMarker:
            return t.failed;
        default:
            return t.text;
        }
    };
    for (int style = 0; style < 128; ++style) {
        if (style != QsciLexerYAML::Default && m_lexer->description(style).isEmpty())
            continue;
        m_lexer->setFont(font, style);
        m_lexer->setPaper(t.surface, style);
        m_lexer->setColor(colourOf(style), style);
    }
    setPaper(t.surface);
    setColor(t.text);
    setFont(font);
    setCaretForegroundColor(t.text);
    setCaretWidth(2);
    setSelectionBackgroundColor(t.accent);
    setSelectionForegroundColor(t.onAccent);
    setMarginsFont(font);
    setMarginsBackgroundColor(t.surface);
    setMarginsForegroundColor(t.muted);
    setMarginWidth(yamlNumbersMargin, QStringLiteral("00%1").arg(qMax(99, lines())));
    setMarkerBackgroundColor(t.accentSoft, yamlSelectionMarker);
    setMarkerBackgroundColor(t.failed, yamlErrorMarker);
    setMarkerForegroundColor(t.failed, yamlErrorMarker);
    setMatchedBraceBackgroundColor(t.accentSoft);
    setMatchedBraceForegroundColor(t.accent);
    setUnmatchedBraceForegroundColor(t.failed);
    setUnmatchedBraceBackgroundColor(t.surface);
}

void YamlEditor::changeEvent(QEvent* event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_lexer)
        dress();
}

} // namespace window
