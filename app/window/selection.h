// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace window {

/// What tree, canvas, timeline, inspector and YAML pane speak of: one thing at a time.
struct Selected {
    enum class Kind { None, Pipeline, Task, Dataset, Connection, Finding, Edge };
    Kind kind = Kind::None;
    QString id; ///< pipeline, `pipeline.task`, dataset name, connection name, finding id, `a.x -> b.y`
    bool operator==(const Selected&) const = default;
    /// `pipeline` or `pipeline.task` for places in the YAML; empty for the rest.
    [[nodiscard]] QString qualified() const { return kind == Kind::Pipeline || kind == Kind::Task ? id : QString(); }
};

/// Shared state that all views watch, instead of wires between views.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] const Selected& current() const { return m_current; }
    void set(Selected::Kind kind, const QString& id);
    void clear() { set(Selected::Kind::None, {}); }

signals:
    void changed(const window::Selected& selected);

private:
    Selected m_current;
};

} // namespace window
