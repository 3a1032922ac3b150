// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/statusline.h"

#include "app/services/autosave.h"
#include "app/services/repositorywatch.h"
#include "app/services/session.h"
#include "models/base/utctime.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QTimer>

namespace window {

StatusLine::StatusLine(services::Session& session, const services::RepositoryWatch& repository, const services::Autosave& autosave, QWidget* parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_repository(repository)
    , m_autosave(autosave)
    , m_workspace(new QLabel(this))
    , m_branch(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_right(new QLabel(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 12, 0);
    for (QLabel* label : {m_workspace, m_branch, m_counts}) {
        label->setProperty("role", QStringLiteral("muted"));
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(0, 0, 12, 0);
        addWidget(label);
    }
    m_right->setProperty("role", QStringLiteral("muted"));
    m_right->setTextFormat(Qt::PlainText);
    addPermanentWidget(m_right);
    connect(&session, &services::Session::opened, this, &StatusLine::refresh);
    connect(&session, &services::Session::historyChanged, this, &StatusLine::refresh);
    connect(&session.document(), &editing::PipelineDocument::changed, this, &StatusLine::refresh);
    connect(&repository, &services::RepositoryWatch::changed, this, &StatusLine::refresh);
    connect(&autosave, &services::Autosave::saved, this, &StatusLine::refresh);
    auto* minutes = new QTimer(this); // `imported 2 min ago`
    minutes->setInterval(60'000);
    connect(minutes, &QTimer::timeout, this, &StatusLine::refresh);
    minutes->start();
    refresh();
}

void StatusLine::setView(View view)
{
    m_view = view;
    m_viewWords.clear();
    refresh();
}

void StatusLine::setViewWords(const QString& words)
{
    m_viewWords = words;
    refresh();
}

QString StatusLine::savedWords() const
{
    if (m_autosave.hasConflict())
        return tr("not saved: changed on disk");
    if (m_session.document().isModified())
        return m_autosave.isEnabled() ? tr("saving…") : tr("not saved");
    return tr("all saved");
}

QString StatusLine::importedWords() const
{
    const qint64 seconds = m_session.lastImport().isValid() ? m_session.lastImport().secsTo(QDateTime::currentDateTime()) : -1;
    if (m_session.history().runs.isEmpty() || seconds < 0)
        return tr("nothing imported yet");
    const QString store = tr("store %1").arg(QLocale().formattedDataSize(m_session.storeBytes(), 1, QLocale::DataSizeTraditionalFormat));
    const QString when = seconds < 60 ? tr("imported just now") : tr("imported %1 ago").arg(base::durationWords(seconds / 60 * base::microsPerMinute));
    return when + QStringLiteral("   ") + store;
}

void StatusLine::refresh()
{
    if (!m_session.isOpen()) {
        m_workspace->setText(tr("no workspace"));
        for (QLabel* label : {m_branch, m_counts, m_right})
            label->clear();
        return;
    }
    const pipeline::Workspace& workspace = m_session.document().workspace();
    m_workspace->setText(workspace.name);
    const services::RepositoryState& git = m_repository.state();
    QString branch = git.status.branch;
    if (git.isRepository && git.changes() > 0)
        branch += QStringLiteral(" ● ") + tr("%n change(s)", nullptr, git.changes());
    m_branch->setText(branch);
    if (m_view == View::Timeline) {
        const auto count = m_session.picture().runs.size(); // each physical run once, as weirctl runs
        m_counts->setText(tr("%1 runs").arg(QLocale().toString(count)) + QStringLiteral(" · ")
            + tr("%n system(s)", nullptr, int(m_session.systems().size())));
    } else if (m_view == View::Sync) {
        m_counts->clear();
    } else {
        qsizetype tasks = 0;
        for (const pipeline::Pipeline& pipeline : workspace.pipelines)
            tasks += pipeline.tasks.size();
        m_counts->setText(tr("%n pipeline(s)", nullptr, int(workspace.pipelines.size())) + QStringLiteral(" · ") + tr("%n task(s)", nullptr, int(tasks)));
    }
    m_right->setText(!m_viewWords.isEmpty() ? m_viewWords : m_view == View::Timeline ? importedWords() : savedWords());
}

QString StatusLine::words() const
{
    return QStringList {m_workspace->text(), m_branch->text(), m_counts->text(), m_right->text()}.join(QStringLiteral(" | "));
}

} // namespace window
