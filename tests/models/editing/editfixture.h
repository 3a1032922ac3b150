// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/pipelinedocument.h"

#include <QTemporaryDir>

/// A workspace folder on the disk and the document over it.
class EditFixture {
public:
    explicit EditFixture(const QMap<QString, QByteArray>& files);
    [[nodiscard]] QString path(const QString& file = {}) const;
    void write(const QString& file, const QByteArray& content) const;
    [[nodiscard]] QByteArray onDisk(const QString& file) const;
    [[nodiscard]] QByteArray text(const QString& file = QStringLiteral("pipelines/a.yaml")) const;

    editing::PipelineDocument document;

private:
    QTemporaryDir m_folder;
};

/// The pipeline of DESIGN section 3, long form and comments included.
[[nodiscard]] QByteArray commentedPipelines();
