// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/change.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace services {
class Session;
}

namespace window {

class ScheduleView;
class YamlSnippet;

/// The inspector's page of one pipeline: when it runs, what it promises, what it waits for.
class PipelinePage : public QWidget {
    Q_OBJECT
public:
    explicit PipelinePage(services::Session& session, QWidget* parent = nullptr);
    void showPipeline(const QString& id);
    void refresh();

signals:
    void pipelineRequested(const QString& id);

private:
    void buildLayout();
    void addScheduleTo(QVBoxLayout* column);
    void connectFields();
    void commitSchedule();
    void commitZone();
    void commitSla();
    void commitField(const char* key, QLineEdit* field, const QString& before);
    void refreshOutputs(const pipeline::Pipeline& pipeline);
    void refreshDependencies(const pipeline::Pipeline& pipeline);
    void addOutput();
    void change(const pipeline::Changes& changes, QWidget* field);
    [[nodiscard]] const pipeline::Pipeline* shown() const;

    services::Session& m_session;
    QString m_id;
    QLabel* m_name = nullptr;
    QLineEdit* m_schedule = nullptr;
    ScheduleView* m_words = nullptr;
    QLineEdit* m_zone = nullptr;
    QLineEdit* m_sla = nullptr;
    QLineEdit* m_description = nullptr;
    QWidget* m_outputs = nullptr;
    QLineEdit* m_newOutput = nullptr;
    QWidget* m_dependencies = nullptr;
    QComboBox* m_newDependency = nullptr;
    YamlSnippet* m_yaml = nullptr;
};

} // namespace window
