// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/context.h"

#include <QObject>
#include <QPointer>
#include <QVector>
#include <QWidget>

namespace window {

/// View > Theme, Language, and F6 through the panes.
class LookController : public QObject {
    Q_OBJECT
public:
    explicit LookController(const Context& context, QObject* parent = nullptr);
    /// In the order of F6. Each is given the focus itself, or its first child that takes it.
    void setPanes(const QVector<QWidget*>& panes) { m_panes = panes; }
    void chooseTheme(const QString& word);

private:
    void fillThemes();
    void fillLanguages();
    void cycle(int step);

    Context m;
    QVector<QWidget*> m_panes;
};

} // namespace window
