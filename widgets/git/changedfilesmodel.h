// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/repository.h"

#include <QAbstractListModel>
#include <QSet>

namespace gitview {

/// Files that git sees as changed, each with a box that says whether it is committed.
class ChangedFilesModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// All of `files` are ticked, except conflicted ones, which cannot be.
    void setFiles(const QVector<git::ChangedFile>& files);
    [[nodiscard]] const git::ChangedFile& file(int row) const { return m_files.at(row); }
    [[nodiscard]] QStringList ticked() const;
    [[nodiscard]] int conflicts() const;
    void setLocked(bool locked); ///< while a commit runs

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void tickedChanged();

private:
    QVector<git::ChangedFile> m_files;
    QSet<QString> m_ticked;
    bool m_locked = false;
};

/// `modified`, `new`: git's state in words for people.
[[nodiscard]] QString stateWords(const git::ChangedFile& file);
/// `M`, `A`, `D`, `R`, `U` as git's short format writes it (`?` becomes A: it will be added).
[[nodiscard]] QChar stateLetter(const git::ChangedFile& file);

} // namespace gitview
