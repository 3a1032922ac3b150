// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/statusreader.h"

namespace git {

namespace {

QString stateWord(char letter)
{
    switch (letter) {
    case 'A': return QStringLiteral("added");
    case 'D': return QStringLiteral("deleted");
    case 'R':
    case 'C': return QStringLiteral("renamed");
    default: return QStringLiteral("modified"); // M, T
    }
}

void readHeader(const QByteArray& record, Status& status)
{
    const QString text = QString::fromUtf8(record);
    const QString value = text.section(u' ', 2);
    if (record.startsWith("# branch.head "))
        status.branch = value == QLatin1String("(detached)") ? QString() : value;
    else if (record.startsWith("# branch.upstream "))
        status.upstream = value;
    else if (record.startsWith("# branch.ab ")) {
        status.ahead = value.section(u' ', 0, 0).toInt();
        status.behind = -value.section(u' ', 1, 1).toInt();
    }
}

/// The part after `fields` blanks: a path may hold blanks itself.
QByteArray pathAfter(const QByteArray& record, int fields)
{
    qsizetype at = 0;
    for (int i = 0; i < fields; ++i) {
        at = record.indexOf(' ', at) + 1;
        if (at == 0)
            return {};
    }
    return record.mid(at);
}

ChangedFile changed(const QByteArray& record, int fields)
{
    ChangedFile file;
    file.path = QString::fromUtf8(pathAfter(record, fields));
    const char index = record.at(2);
    const char tree = record.at(3);
    file.staged = index != '.';
    file.state = stateWord(index == 'A' || index == 'R' || index == 'C' ? (tree == 'D' ? 'D' : index) : tree != '.' ? tree : index);
    return file;
}

} // namespace

base::Result<Status> readStatus(const QByteArray& porcelain)
{
    Status status;
    const QList<QByteArray> records = porcelain.split('\0');
    for (qsizetype i = 0; i < records.size(); ++i) {
        const QByteArray& record = records.at(i);
        if (record.isEmpty())
            continue;
        const char kind = record.at(0);
        if (kind == '#') {
            readHeader(record, status);
            continue;
        }
        if (kind == '!')
            continue;
        ChangedFile file;
        if (kind == '?' && record.size() > 2) {
            file.path = QString::fromUtf8(record.mid(2));
            file.state = QStringLiteral("untracked");
        } else if (kind == '1' && record.size() > 4) {
            file = changed(record, 8);
        } else if (kind == '2' && record.size() > 4 && i + 1 < records.size()) {
            file = changed(record, 9);
            file.renamedFrom = QString::fromUtf8(records.at(++i));
        } else if (kind == 'u' && record.size() > 4) {
            file = changed(record, 10);
            file.state = QStringLiteral("conflicted");
        }
        if (file.path.isEmpty())
            return base::makeError("git.status", QStringLiteral("unknown status record: %1").arg(QString::fromUtf8(record)));
        status.files.append(file);
    }
    return status;
}

} // namespace git
