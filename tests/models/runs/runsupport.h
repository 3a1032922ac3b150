// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runs/store.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace runsupport {

QString writeTemporary(const QString& folder, const QString& name, const QByteArray& content);
QJsonObject readObject(const QString& path);
const runs::Run* runOf(const QVector<runs::Run>& all, const QString& runKey);
/// `2 failed, 5 ok`: states of the runs that have the parent (all if empty) by raw word.
QMap<QString, int> rawWords(const QVector<runs::Run>& all, const QString& parent);
/// Empty if equal; else what differs first.
QString difference(const runs::History& a, const runs::History& b);
QStringList filesUnder(const QString& folder, const QStringList& patterns);

} // namespace runsupport
