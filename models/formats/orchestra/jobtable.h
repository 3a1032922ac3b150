// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVector>

#include <optional>

namespace formats::orchestra {

struct JobRow {
    const char* integration;
    const char* job;
    const char* parameters;
};
extern const JobRow jobRows[];
extern const int jobRowCount;

/// One parameter of a job.
struct JobParameter {
    QString name;
    bool required = false;
    QString types;     ///< of the letters s i b n o l
    QStringList words; ///< not empty: one of these
};

/// The parameters of a pair that Orchestra knows; nothing for a pair that it does not (its own validator lets those pass).
[[nodiscard]] std::optional<QVector<JobParameter>> jobParameters(const QString& integration, const QString& job);
[[nodiscard]] bool isIntegration(const QString& name);

/// `value` in the form the parameter wants: numbers as text where it takes texts only, maps and lists as JSON text.
[[nodiscard]] QVariant fitted(const QVariant& value, const JobParameter& parameter);
/// What is wrong with the value; empty if nothing. An expression `${{ … }}` always passes.
[[nodiscard]] QString parameterError(const QVariant& value, const JobParameter& parameter);

} // namespace formats::orchestra
