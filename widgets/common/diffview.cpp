// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/diffview.h"

#include "widgets/common/theme.h"

#include <QEvent>
#include <QLocale>
#include <QTextBlock>

namespace common {

namespace {
enum class DiffLine { Same, Added, Removed, File, Hunk };

// A removed line `-- x` looks like a file's head; only outside of hunks it is one.
QVector<DiffLine> diffKinds(const QStringList& lines)
{
    QVector<DiffLine> kinds;
    kinds.reserve(lines.size());
    bool inHunk = false;
    for (const QString& line : lines) {
        if (line.startsWith(QLatin1String("@@"))) {
            inHunk = true;
            kinds.append(DiffLine::Hunk);
        } else if (line.startsWith(QLatin1String("diff ")) || (line.startsWith(QLatin1String("--- ")) && !inHunk)) {
            inHunk = false;
            kinds.append(DiffLine::File);
        } else if (!inHunk) {
            kinds.append(line.startsWith(QLatin1String("+++ ")) ? DiffLine::File : DiffLine::Hunk);
        } else if (line.startsWith(u'+')) {
            kinds.append(DiffLine::Added);
        } else if (line.startsWith(u'-')) {
            kinds.append(DiffLine::Removed);
        } else {
            inHunk = line.startsWith(u' ') || line.startsWith(u'\\');
            kinds.append(DiffLine::Same);
        }
    }
    return kinds;
}
} // namespace

DiffView::DiffView(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setFont(monospaceFont());
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Differences"));
    document()->setDocumentMargin(8);
}

void DiffView::setDiff(const QString& unified)
{
    QStringList lines = unified.split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    const QVector<DiffLine> kinds = diffKinds(lines);
    m_added = int(kinds.count(DiffLine::Added));
    m_removed = int(kinds.count(DiffLine::Removed));
    if (lines.size() > mostLines) {
        const qsizetype cut = lines.size() - mostLines;
        lines = lines.mid(0, mostLines);
        lines.append(tr("… %1 more lines").arg(locale().toString(qlonglong(cut))));
    }
    setPlainText(lines.join(u'\n'));
    colour();
    moveCursor(QTextCursor::Start);
}

QString DiffView::summary() const
{
    if (m_added == 0 && m_removed == 0)
        return tr("No line differs");
    const QString added = m_added == 1 ? tr("1 line added") : tr("%n lines added", nullptr, m_added);
    const QString removed = m_removed == 1 ? tr("1 line removed") : tr("%n lines removed", nullptr, m_removed);
    return m_removed == 0 ? added : m_added == 0 ? removed : QStringLiteral("%1, %2").arg(added, removed);
}

bool DiffView::showFile(const QString& path)
{
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next()) {
        const QString line = block.text();
        if (line != QStringLiteral("+++ b/") + path && line != QStringLiteral("--- a/") + path)
            continue;
        QTextCursor cursor(block);
        moveCursor(QTextCursor::End); // from below, the head comes to the top
        setTextCursor(cursor);
        return true;
    }
    return false;
}

void DiffView::colour()
{
    const painting::Tokens& t = tokensOf(*this);
    const QVector<DiffLine> kinds = diffKinds(toPlainText().split(u'\n'));
    QList<QTextEdit::ExtraSelection> selections;
    QTextBlock block = document()->firstBlock();
    for (const DiffLine kind : kinds) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        if (kind == DiffLine::Added || kind == DiffLine::Removed) {
            const QColor colour = kind == DiffLine::Added ? t.success : t.failed;
            selection.format.setForeground(painting::mix(colour, t.text, 0.75));
            QTextEdit::ExtraSelection ground;
            ground.cursor = QTextCursor(block);
            ground.format.setBackground(painting::mix(colour, t.surface, 0.12));
            ground.format.setProperty(QTextFormat::FullWidthSelection, true);
            selections.append(ground);
        } else if (kind == DiffLine::File) {
            selection.format.setFontWeight(QFont::Bold);
        } else if (kind == DiffLine::Hunk) {
            selection.format.setForeground(t.muted);
        }
        selections.append(selection);
        block = block.next();
    }
    setExtraSelections(selections);
}

void DiffView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        colour();
}

} // namespace common
