// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/taskkinds.h"
#include "models/pipeline/change.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace common {
class SectionLabel;
}
namespace services {
class Session;
}

namespace window {

class ParameterEditor;
class ScheduleView;
class YamlSnippet;

/// The inspector's page of one task. Each field that is left, or confirmed with Enter, is one undoable step.
class TaskPage : public QWidget {
    Q_OBJECT
public:
    TaskPage(services::Session& session, const services::TaskKinds& kinds, QWidget* parent = nullptr);
    void showTask(const QString& qualifiedId);
    void refresh();

signals:
    void renamed(const QString& qualifiedId);
    void findingRequested(const QString& id);
    void datasetRequested(const QString& name);

private:
    void buildLayout();
    void connectFields();
    void fillChoices(const pipeline::Task& task);
    void rebuildParameters(const pipeline::Task& task);
    void hideRareParameters(const pipeline::Task& task);
    void refreshReads(const pipeline::Task& task);
    void addRead(const QString& dataset, QVBoxLayout* into);
    void change(const pipeline::Changes& changes, QWidget* field);
    void setField(const QString& key, const QVariant& value, QWidget* field);
    void commitName();
    void commitRetries();
    void commitTimeout();
    [[nodiscard]] const pipeline::Task* task() const;

    services::Session& m_session;
    const services::TaskKinds& m_kinds;
    QString m_pipeline;
    QString m_task;
    QString m_parametersOf; ///< kind and names the editors were built for
    QLineEdit* m_name = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_connection = nullptr;
    QLineEdit* m_description = nullptr;
    QLineEdit* m_retries = nullptr;
    QLineEdit* m_timeout = nullptr;
    QVBoxLayout* m_parameters = nullptr;
    QVector<ParameterEditor*> m_editors;
    QPushButton* m_more = nullptr; ///< shows the parameters that are neither required nor set
    bool m_showAll = false;
    common::SectionLabel* m_readsTitle = nullptr;
    QWidget* m_reads = nullptr;
    ScheduleView* m_schedule = nullptr;
    YamlSnippet* m_yaml = nullptr;
};

} // namespace window
