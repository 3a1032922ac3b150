// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/addedfiles.h"

#include <QByteArrayList>
#include <QFile>
#include <QFileInfo>

#include <utility>

#include <unistd.h>

namespace git {

namespace {

constexpr qint64 shownLimit = 1024 * 1024;
constexpr qsizetype filesLimit = 200;
constexpr qsizetype bytesLimit = 4 * 1024 * 1024;
constexpr qsizetype namesLimit = 10;

QByteArray linkTarget(const QString& path)
{
    QByteArray target(4096, '\0');
    const auto length = ::readlink(QFile::encodeName(path).constData(), target.data(), size_t(target.size()));
    return length > 0 ? target.left(length) : QByteArray();
}

QByteArray asAddedLines(const QByteArray& content)
{
    QList<QByteArray> lines = content.split('\n');
    const bool complete = content.endsWith('\n');
    if (complete)
        lines.removeLast();
    QByteArray text = "@@ -0,0 +1" + (lines.size() == 1 ? QByteArray() : ',' + QByteArray::number(lines.size())) + " @@\n";
    for (const QByteArray& line : lines)
        text += '+' + line + '\n';
    if (!complete)
        text += "\\ No newline at end of file\n";
    return text;
}

} // namespace

QByteArray quotedPath(const QByteArray& path)
{
    QByteArray escaped;
    bool quote = false;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\' || byte < 0x20 || byte == 0x7f) {
            quote = true;
            if (c == '\n')
                escaped += "\\n";
            else if (c == '\t')
                escaped += "\\t";
            else if (c == '"' || c == '\\')
                escaped += QByteArray("\\") + c;
            else
                escaped += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
        } else {
            escaped += c;
        }
    }
    return quote ? '"' + escaped + '"' : path;
}

QByteArray additionDiff(const QString& root, const QString& path)
{
    const QString full = root + u'/' + path;
    const QFileInfo info(full);
    QByteArray content;
    QByteArray mode = "100644";
    bool shown = true;
    if (info.isSymLink()) {
        content = linkTarget(full);
        mode = "120000";
    } else {
        QFile file(full);
        if (!info.isFile() || !file.open(QIODevice::ReadOnly))
            return {};
        if (info.isExecutable())
            mode = "100755";
        content = file.read(shownLimit + 1);
        shown = content.size() <= shownLimit && !content.contains('\0');
    }
    const QByteArray name = path.toUtf8();
    const QByteArray target = quotedPath("b/" + name);
    QByteArray text = "diff --git " + quotedPath("a/" + name) + ' ' + target + "\nnew file mode " + mode + '\n';
    if (content.isEmpty())
        return text;
    if (!shown)
        return text + "Binary files /dev/null and " + target + " differ\n";
    return text + "--- /dev/null\n+++ " + target + (target.contains(' ') && !target.startsWith('"') ? "\t\n" : "\n")
        + asAddedLines(content);
}

QByteArray additionDiffs(const QString& root, const QStringList& paths)
{
    QByteArray text;
    qsizetype shown = 0;
    while (shown < paths.size() && shown < filesLimit && text.size() < bytesLimit) {
        const QByteArray one = additionDiff(root, paths.at(shown));
        if (text.size() + one.size() > bytesLimit)
            break;
        text += one;
        ++shown;
    }
    if (shown == paths.size())
        return text;
    QStringList names = paths.mid(shown, namesLimit);
    if (shown + names.size() < paths.size())
        names.append(QString(QChar(0x2026)));
    QByteArrayList quoted;
    for (const QString& name : std::as_const(names))
        quoted.append(quotedPath(name.toUtf8()));
    return text + "# " + QByteArray::number(paths.size() - shown) + " more untracked files are not shown: " + quoted.join(", ") + '\n';
}

} // namespace git
