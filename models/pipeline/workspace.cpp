// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/workspace.h"

#include "models/base/files.h"
#include "models/pipeline/fields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace pipeline {

namespace {

/// YAML files of a folder by name, relative to the root. What cannot be read is listed too: reading it says why.
QStringList yamlFilesIn(const QString& folder, Workspace& workspace)
{
    QStringList files;
    const QFileInfo info(workspace.root + u'/' + folder);
    if (info.isDir() && (!info.isReadable() || !info.isExecutable())) {
        workspace.problems.append({base::Severity::Error, QStringLiteral("file.open"),
            QCoreApplication::translate("pipeline", "the folder cannot be read"), {folder, 0, 0, {}}});
        return files;
    }
    const QStringList names = QDir(info.filePath()).entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml")},
        QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
    for (const QString& name : names) {
        if (!name.endsWith(QLatin1String(".layout.yaml")) && !name.endsWith(QLatin1String(".layout.yml")))
            files.append(folder + u'/' + name);
    }
    files.sort();
    return files;
}

/// The text of a file, or a problem.
std::optional<QByteArray> textOf(const QString& root, const QString& file, Workspace& workspace)
{
    auto text = base::readFile(root + u'/' + file, (yaml::maximumBytes + 1) * 2);
    if (text)
        return std::move(text).value();
    base::Error error = text.error();
    error.place = {file, 0, 0, {}};
    workspace.problems.append(base::toProblem(error));
    return std::nullopt;
}

/// A document whose root is a map; nothing if it is empty or wrong (then it is reported).
std::optional<yaml::Document> mapDocument(const QByteArray& text, const QString& file, Workspace& workspace)
{
    const auto parsed = yaml::parse(text, file);
    if (!parsed) {
        workspace.problems.append(base::toProblem(parsed.error()));
        return std::nullopt;
    }
    const yaml::Node& root = parsed->root();
    if (!root.isMapping() && !root.isNull()) {
        workspace.problems.append({base::Severity::Error, QStringLiteral("pipeline.type"),
            QCoreApplication::translate("pipeline", "expected a map, found %1").arg(root.kindWord()), parsed->placeOf(root)});
    }
    return root.isMapping() ? std::optional(parsed.value()) : std::nullopt;
}

void readWorkspaceFile(Workspace& workspace)
{
    const QString file = QStringLiteral("weirkeeper.yaml");
    if (!QFileInfo::exists(workspace.root + u'/' + file))
        return;
    const auto text = textOf(workspace.root, file, workspace);
    const auto document = text ? mapDocument(*text, file, workspace) : std::nullopt;
    if (!document)
        return;
    Fields fields(*document, document->root(), {}, workspace.problems);
    if (const QString name = fields.text("name"); !name.isEmpty())
        workspace.name = name;
    static_cast<void>(fields.text("description"));
    if (const yaml::Node* sample = fields.child("sample_api", yaml::Node::Kind::Scalar)) {
        if (const auto on = sample->toBool())
            workspace.sampleApi = *on;
        else
            fields.report("pipeline.type", QCoreApplication::translate("pipeline", "'sample_api': expected true or false"), *sample, QStringLiteral("sample_api"));
    }
    if (const yaml::Node* aliases = fields.child("aliases", yaml::Node::Kind::Mapping)) {
        for (size_t i = 0; i < aliases->keys.size(); ++i) {
            const yaml::Node& value = aliases->children[i];
            if (value.isScalar()) {
                workspace.aliases.insert(aliases->keys[i].text, value.text);
                continue;
            }
            fields.report("pipeline.type", QCoreApplication::translate("pipeline", "'aliases': expected a dataset's name, found %1").arg(value.kindWord()),
                value, QStringLiteral("aliases.") + aliases->keys[i].text);
        }
    }
    fields.reportUnknown({QStringLiteral("sample_api")}); // read by the program that brings that API
}

void readConnectionFile(const QString& file, Workspace& workspace)
{
    const qsizetype before = workspace.problems.size();
    const auto text = textOf(workspace.root, file, workspace);
    const auto document = text ? mapDocument(*text, file, workspace) : std::nullopt;
    if (workspace.problems.size() > before)
        return;
    ConnectionInfo info;
    info.name = QFileInfo(file).completeBaseName();
    info.file = file;
    const yaml::Node* settings = nullptr;
    if (document) {
        Fields top(*document, document->root(), {}, workspace.problems);
        settings = top.child("connection", yaml::Node::Kind::Mapping);
        top.reportUnknown();
    }
    if (settings != nullptr) {
        Fields fields(*document, *settings, QStringLiteral("connection"), workspace.problems);
        info.kind = fields.text("kind");
        info.description = fields.text("description");
    }
    if (info.kind.isEmpty()) {
        const base::Place at = settings != nullptr ? document->placeOf(*settings, QStringLiteral("connection")) : base::Place{file, 1, 1, QStringLiteral("connection")};
        workspace.problems.append({base::Severity::Error, QStringLiteral("pipeline.connection_kind"),
            QCoreApplication::translate("pipeline", "'connection.kind' is missing; expected a connector, such as rest"), at});
    }
    workspace.connections.append(info);
}

} // namespace

base::Result<Workspace> loadWorkspace(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return base::makeError("pipeline.no_workspace", QCoreApplication::translate("pipeline", "there is no file or folder of this name"), {path, 0, 0, {}});
    Workspace workspace;
    if (info.isFile()) {
        workspace.root = info.absolutePath();
        workspace.name = QFileInfo(workspace.root).fileName();
        workspace.singleFile = true;
        const auto text = base::readFile(info.absoluteFilePath());
        if (!text)
            return text.error();
        readPipelineText(text.value(), info.fileName(), workspace);
        return workspace;
    }
    if (!info.isReadable() || !info.isExecutable())
        return base::makeError("pipeline.no_workspace", QCoreApplication::translate("pipeline", "the folder cannot be read"), {path, 0, 0, {}});
    workspace.root = QDir(info.absoluteFilePath()).absolutePath();
    workspace.name = QFileInfo(workspace.root).fileName();
    readWorkspaceFile(workspace);
    for (const QString& file : yamlFilesIn(QStringLiteral("pipelines"), workspace)) {
        if (const auto text = textOf(workspace.root, file, workspace))
            readPipelineText(*text, file, workspace);
    }
    for (const QString& file : yamlFilesIn(QStringLiteral("connections"), workspace))
        readConnectionFile(file, workspace);
    base::sortProblems(workspace.problems);
    return workspace;
}

} // namespace pipeline
