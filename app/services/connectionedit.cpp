// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/connectionedit.h"

#include "models/base/files.h"
#include "models/yaml/document.h"
#include "models/yaml/splice.h"

#include <QFileInfo>

namespace services {

base::Result<void> editConnection(const QString& workspaceRoot, const QString& name, const QString& key, const QString& value)
{
    QString file = QStringLiteral("%1/connections/%2.yaml").arg(workspaceRoot, name);
    if (!QFileInfo::exists(file))
        file.replace(file.size() - 4, 4, QStringLiteral("yml"));
    const base::Result<QByteArray> text = base::readFile(file);
    if (!text)
        return text.error();
    const base::Result<yaml::Document> document = yaml::parse(text.value(), file);
    if (!document)
        return document.error();
    const base::Result<yaml::Document> wanted = yaml::parse(value.toUtf8(), QStringLiteral("value"));
    if (!wanted)
        return wanted.error();
    yaml::Path path = yaml::Path{QStringLiteral("connection")} + key.split(u'.');
    yaml::Value made = yaml::Value::fromNode(wanted->root());
    made.flow = true;
    QString last = path.takeLast();
    // The deepest map that exists gets the key; what is missing below it is made with it.
    while (path.size() > 1 && !document->at(path)) {
        yaml::Value map = yaml::Value::map();
        map.set(last, made);
        made = map;
        last = path.takeLast();
    }
    const base::Result<yaml::Splice> splice = yaml::setKey(*document, path, last, made);
    if (!splice)
        return splice.error();
    const QByteArray next = yaml::applied(text.value(), *splice);
    if (const base::Result<yaml::Document> again = yaml::parse(next, file); !again)
        return again.error();
    return base::writeFile(file, next);
}

} // namespace services
