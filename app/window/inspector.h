// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/taskkinds.h"
#include "app/window/selection.h"
#include "app/window/views.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace services {
class Session;
}

namespace window {

class DatasetPage;
class PipelinePage;
class TaskPage;

/// The right side. Which page it shows follows from the view and the selection: a finding's diagnosis, a request of a sync,
/// a task, a pipeline, a dataset.
class Inspector : public QWidget {
    Q_OBJECT
public:
    Inspector(services::Session& session, const services::TaskKinds& kinds, Selection& selection, QWidget* parent = nullptr);

    /// Pages that other folders make. The inspector takes ownership; each scrolls by itself or fits.
    void setDiagnosisPage(QWidget* page); ///< shown while a finding is selected
    void setSyncPage(QWidget* page);      ///< shown in the Sync view
    void setHistoryPage(QWidget* page);   ///< on a dataset's page: the chart of its edge
    void setView(View view);
    [[nodiscard]] TaskPage* taskPage() const { return m_task; }
    [[nodiscard]] PipelinePage* pipelinePage() const { return m_pipeline; }

signals:
    void findingRequested(const QString& id);
    void syncRequested(const QString& connection);

private:
    void choosePage();
    void refresh();
    QWidget* scrolled(QWidget* page);

    services::Session& m_session;
    Selection& m_selection;
    View m_view = View::Design;
    QStackedLayout* m_pages = nullptr;
    TaskPage* m_task = nullptr;
    PipelinePage* m_pipeline = nullptr;
    DatasetPage* m_dataset = nullptr;
    QWidget* m_taskScroll = nullptr;
    QWidget* m_pipelineScroll = nullptr;
    QWidget* m_datasetScroll = nullptr;
    QWidget* m_empty = nullptr;
    QLabel* m_emptyText = nullptr;
    QWidget* m_diagnosis = nullptr;
    QWidget* m_sync = nullptr;
};

} // namespace window
