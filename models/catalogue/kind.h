// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QJsonObject>
#include <QStringList>
#include <QVariant>
#include <QVector>

#include <optional>
#include <utility>

/// Task kinds as data (DESIGN section 4): a new kind, or a new dialect's spelling of one, is a YAML file, no C++.
namespace catalogue {

enum class Category { Extraction, Transformation, Refresh, Test, Other };
[[nodiscard]] QString categoryWord(Category category); ///< `extraction` ...

/// How one parameter of a dialect is made from the task's `with`:
///     connection_id: {from: connection_id}                 copies with.connection_id; left out if that is absent
///     aws_region: {from: region, default: eu-west-1}       with a fallback
///     payload: {from: payload, as: json}                   `as`: json (a map or list becomes JSON text), csv (a list, joined), text
///     job_type: {value: sync}                              a constant of any type
///     commands: {text: "dbt build[ --select {select}];"}   `{name}` is with.name as text, or its default in the schema; `[…]` goes
///                                                          if a name inside is absent; `{?name}` writes nothing and counts as absent
///                                                          if it is false or empty; `\` before `{ } [ ] \` takes them literally
struct Template {
    enum class Source { From, Value, Text };
    enum class As { Same, Json, Csv, Text };
    Source source = Source::Value;
    As as = As::Same;
    QString from;      ///< the parameter's name, or the text with braces
    QVariant value;    ///< constant, or the fallback of From (invalid: none)
};

/// One way a dialect says a kind. Under `dialects.<dialect>` stands one map or a list of them; the first whose `when` fits is used:
///     when: {has: workbook_name}   or   when: {absent: code}   or   when: {equals: {target: cloud}}; several must all fit
/// `parameters` are templates. Every other key is taken as it stands (`integration`, `integration_job`, `operator`, `uses` ...).
struct Spelling {
    QString dialect;
    QStringList has;
    QStringList absent;
    QVariantMap equals;
    QVariantMap fixed;
    QVector<std::pair<QString, Template>> parameters; ///< in the file's order
    QStringList required; ///< of the dialect's parameters; `required: [commands]`
};

/// A spelling applied to a task's `with`.
struct Spelled {
    QVariantMap fixed;                               ///< e.g. `integration`, `integration_job`
    QVector<std::pair<QString, QVariant>> parameters; ///< in order, only those that have a value
    QStringList lost;    ///< names in `with` that this dialect cannot say
    QStringList missing; ///< required parameters of the dialect without a value
    [[nodiscard]] QVariantMap parameterMap() const;
};

struct TaskKind {
    QString id;
    QString title;
    QString icon;        ///< name in painting::iconNames()
    QString description; ///< one sentence
    Category category = Category::Other;
    QString connection;  ///< connector kind that its `connection` should have; empty: any or none
    /// JSON Schema of `with`: `{type: object, required, properties}`; each property has `order` (the file's order), `type`,
    /// `title`, `description`, maybe `default`, `enum`, `multiline`, `airbyte_secret` (airbyte.md's dialect),
    /// `weirkeeper_only: true` (no dialect has to say it).
    QJsonObject parameters;
    QStringList produces; ///< hints: datasets this kind usually makes, as text with `{parameter}`
    QStringList consumes;
    QVector<Spelling> spellings;
    QString file; ///< where it was read; `:/catalogue/…` is built in

    /// Nothing if the dialect has no spelling for this kind or none whose `when` fits.
    [[nodiscard]] std::optional<Spelled> spelledFor(const QString& dialect, const QVariantMap& with) const;
    [[nodiscard]] bool knownIn(const QString& dialect) const;
    [[nodiscard]] QStringList requiredParameters() const;
};

/// Replaces `{name}` and drops `[…]` as described at Template; nothing if a name outside of brackets is absent.
[[nodiscard]] std::optional<QString> fillText(const QString& text, const QVariantMap& with);
/// Names used in such a text.
[[nodiscard]] QStringList namesIn(const QString& text);

} // namespace catalogue
