// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/splice.h"

#include <functional>

namespace editing {

/// One file being changed by splices, read again after each. The first error stops all that follow.
class FileEdit {
public:
    FileEdit(const QByteArray& text, const QString& file);

    /// `step` gets the document as it is now.
    void run(const std::function<base::Result<yaml::Splice>(const yaml::Document&)>& step);
    [[nodiscard]] const yaml::Document& document() const { return m_document; }
    [[nodiscard]] base::Result<QByteArray> result() const;
    void fail(const base::Error& error);

    /// Sets a key that exists, or adds it at its place in the house order: after the nearest of `before` that the map has,
    /// else first.
    void setKey(const yaml::Path& map, const QString& key, const yaml::Value& value, const QStringList& before);
    /// Adds to the list under `key`, which is made at its place if there is none.
    void addToList(const yaml::Path& map, const QString& key, const QString& item, const QStringList& before, bool flow);
    /// Removes an item, and the list with its last one.
    void removeFromList(const yaml::Path& map, const QString& key, const QString& item);
    /// Removes a key if it is there; comment lines above stay.
    void removeKey(const yaml::Path& map, const QString& key);

private:
    void insertKey(const yaml::Path& map, const QString& key, const yaml::Value& value, const QStringList& before);

    yaml::Document m_document;
    std::optional<base::Error> m_error;
};

} // namespace editing
