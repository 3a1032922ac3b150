// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/runs/runsupport.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>

namespace runsupport {

QString writeTemporary(const QString& folder, const QString& name, const QByteArray& content)
{
    const QString path = folder + u'/' + name;
    QFile::remove(path); // truncating a file makes ext4 write it out at once, a new one not
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QJsonObject readObject(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

const runs::Run* runOf(const QVector<runs::Run>& all, const QString& runKey)
{
    for (const runs::Run& run : all) {
        if (run.runKey == runKey)
            return &run;
    }
    return nullptr;
}

QMap<QString, int> rawWords(const QVector<runs::Run>& all, const QString& parent)
{
    QMap<QString, int> words;
    for (const runs::Run& run : all) {
        if (run.parentKey == parent)
            ++words[run.rawState];
    }
    return words;
}

namespace {
template <class T> QString firstDifference(const char* what, const QVector<T>& a, const QVector<T>& b)
{
    if (a.size() != b.size())
        return QStringLiteral("%1: %2 and %3").arg(QLatin1String(what)).arg(a.size()).arg(b.size());
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (!(a.at(i) == b.at(i)))
            return QStringLiteral("%1: number %2 differs").arg(QLatin1String(what)).arg(i);
    }
    return {};
}
} // namespace

QString difference(const runs::History& a, const runs::History& b)
{
    QString text = firstDifference("runs", a.runs, b.runs);
    if (text.isEmpty())
        text = firstDifference("checks", a.sourceChecks, b.sourceChecks);
    if (text.isEmpty())
        text = firstDifference("observations", a.observations, b.observations);
    return text.isEmpty() ? firstDifference("manifests", a.manifests, b.manifests) : text;
}

QStringList filesUnder(const QString& folder, const QStringList& patterns)
{
    QStringList files;
    QDirIterator walker(folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (walker.hasNext())
        files << walker.next();
    files.sort();
    return files;
}

} // namespace runsupport
