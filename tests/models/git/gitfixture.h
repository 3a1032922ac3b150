// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

/// A repository of its own in a temporary folder, with an identity of its own; the machine's git configuration is not read.
class GitFixture {
public:
    GitFixture();
    [[nodiscard]] QString root() const { return m_root; }
    [[nodiscard]] QString outside(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& path, const QByteArray& content) const;
    /// Runs git as a user would; returns stdout. Fails the process loudly if git does.
    QByteArray git(const QStringList& arguments) const;
    /// A program that leaves `outside("ran-" + name)` when it runs; then does `rest`.
    QString trap(const QString& name, const QByteArray& rest = "exit 0\n") const;
    [[nodiscard]] bool ran(const QString& name) const;
    void hook(const QString& name, const QByteArray& body) const;

private:
    QTemporaryDir m_folder;
    QString m_root;
};
