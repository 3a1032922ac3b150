// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"
#include "widgets/common/theme.h"
#include "widgets/sync/requestpanel.h"
#include "widgets/sync/syncheader.h"
#include "widgets/sync/syncview.h"

#include <QEvent>
#include <QHeaderView>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

/// How the Sync view is put together and what it shows of what it knows; what it does is in syncview.cpp.
namespace syncview {

using painting::Mark;
using syncs::Outcome;

enum SyncTab { RowsTab, RequestsTab, RefusedTab, StateTab };

static QTableView* syncTable(QAbstractItemModel* model, const QString& name, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(painting::size::row);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void SyncView::buildLayout()
{
    m_empty = new common::EmptyState(tr("Try a source here"),
        tr("Select a connection at the left. A sync loads its streams into a SQLite file on this machine, shows every request, and goes on where it stopped."));
    addWidget(m_empty);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header = new SyncHeader(page));
    auto* splitter = new QSplitter(Qt::Vertical, page);
    splitter->setObjectName(QStringLiteral("syncSplitter"));
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_streamTable = syncTable(&m_streams, tr("Streams"), splitter);
    m_streamTable->setObjectName(QStringLiteral("streams"));
    const int widths[] = {130, 120, 80, 64, 86, 70, 76};
    for (int i = 0; i < int(std::size(widths)); ++i)
        m_streamTable->setColumnWidth(i, qMax(widths[i], m_streamTable->horizontalHeader()->sectionSizeHint(i) + 8));
    m_tabs = new QTabWidget(splitter);
    m_tabs->setAccessibleName(tr("Rows, requests, refused rows and state"));
    m_rowPages = new QStackedWidget(m_tabs);
    m_rowPages->addWidget(m_noRows = new common::EmptyState(tr("No rows yet"), {}));
    m_rowPages->addWidget(m_rowTable = syncTable(&m_rows, tr("Rows"), m_rowPages));
    m_tabs->addTab(m_rowPages, tr("Rows"));
    m_requestTable = syncTable(&m_requests, tr("Requests"), m_tabs);
    m_requestTable->setObjectName(QStringLiteral("requests"));
    const int requestWidths[] = {60, 110, 60, 100, 80, 70, 80};
    for (int i = 0; i < int(std::size(requestWidths)); ++i)
        m_requestTable->setColumnWidth(i, qMax(requestWidths[i], m_requestTable->horizontalHeader()->sectionSizeHint(i) + 8));
    m_tabs->addTab(m_requestTable, tr("Requests"));
    QTableView* refused = syncTable(&m_refused, tr("Refused rows"), m_tabs);
    refused->setObjectName(QStringLiteral("refused"));
    const int refusedWidths[] = {130, 60, 70, 360};
    for (int i = 0; i < int(std::size(refusedWidths)); ++i)
        refused->setColumnWidth(i, refusedWidths[i]);
    m_tabs->addTab(refused, tr("Refused"));
    m_state = new QPlainTextEdit(m_tabs);
    m_state->setReadOnly(true);
    m_state->setTabChangesFocus(true);
    m_state->setFrameShape(QFrame::NoFrame);
    m_state->setFont(common::monospaceFont());
    m_state->document()->setDocumentMargin(12);
    m_state->setAccessibleName(tr("State: what the next sync goes on from"));
    m_tabs->addTab(m_state, tr("State"));
    splitter->addWidget(m_streamTable);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({132, 400});
    column->addWidget(splitter, 1);
    addWidget(page);
}

void SyncView::showStream()
{
    const QString stream = selectedStream();
    const syncs::TargetRows rows = m_contents.rows.value(stream);
    m_rows.setRows(rows);
    m_rowTable->resizeColumnsToContents();
    for (int i = 0; i < int(rows.columns.size()); ++i)
        m_rowTable->setColumnWidth(i, qBound(90, m_rowTable->columnWidth(i) + 16, 260));
    m_rowPages->setCurrentIndex(rows.rows.isEmpty() ? 0 : 1);
    m_noRows->setTexts(tr("No rows yet"),
        stream.isEmpty() ? tr("This connection syncs no stream.") : isRunning() ? tr("The first rows of %1 appear here as soon as a page is committed.").arg(stream)
                                                                              : tr("Press Sync to load %1 into this file.").arg(stream));
    const QString shown = rows.total > rows.rows.size() ? tr("Rows  %1 of %2").arg(countWords(rows.rows.size()), countWords(rows.total)) : tr("Rows  %1").arg(countWords(rows.total));
    m_tabs->setTabText(RowsTab, rows.total == 0 ? tr("Rows") : shown);
    m_tabs->setTabToolTip(RowsTab, rows.unfinished ? tr("A replacement that is still being read") : QString());
    const QJsonObject state = m_contents.state.value(stream);
    m_state->setPlainText(state.isEmpty() ? tr("%1 has no state yet: the first sync reads it from the beginning.").arg(stream)
                                          : QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Indented)));
}

void SyncView::showCounters()
{
    QStringList parts;
    const qint64 now = m_elapsed.isValid() ? m_elapsed.elapsed() : m_took;
    const int all = m_streams.rowCount();
    if (now > 0 || isRunning()) {
        parts.append(tr("%1 rows", "counter").arg(countWords(m_streams.rowsLoaded())));
        if (m_contents.bytes > 0)
            parts.append(bytesWords(m_contents.bytes));
        parts.append(elapsedWords(now));
        parts.append(all == 1 ? tr("1 stream") : tr("%1 of %n streams", nullptr, all).arg(m_streams.ended()));
    } else if (m_contents.bytes > 0) {
        parts.append(bytesWords(m_contents.bytes));
    }
    m_header->setCounters(parts.join(QStringLiteral(" · ")));
    int done = m_streams.ended() * 100;
    for (int row = 0; m_limit && *m_limit > 0 && row < all; ++row) {
        if (m_streams.phase(row) == StreamsModel::Reading || m_streams.phase(row) == StreamsModel::Waiting)
            done += int(qMin<qint64>(100, m_streams.totals(row).rowsRead * 100 / *m_limit));
    }
    m_header->setProgress(done, all * 100, isRunning());
    const qint64 requests = m_requests.total();
    m_tabs->setTabText(RequestsTab, requests == 0 ? tr("Requests") : tr("Requests  %1").arg(countWords(requests)));
    const qint64 refused = m_contents.refusedTotal;
    m_tabs->setTabText(RefusedTab, refused == 0 ? tr("Refused") : tr("Refused  %1").arg(countWords(refused)));
    m_tabs->tabBar()->setTabTextColor(RefusedTab, refused == 0 ? QColor() : common::tokensOf(*this).failed);
}

void SyncView::changeEvent(QEvent* event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_header)
        showCounters(); // a tab's colour is set by hand
}

void SyncView::showError(const QString& title, const base::Error& error)
{
    const QString place = error.place.toString();
    const QString aside = place.isEmpty() ? error.code : place + QStringLiteral(", ") + error.code;
    m_header->setNotice(Mark::Failed, title, QStringLiteral("%1 (%2)").arg(error.message, aside));
    emit logLine(title + QStringLiteral(": ") + error.toString());
}

void SyncView::showNotice(const syncs::SyncReport& report)
{
    if (report.error) {
        m_header->setNotice(Mark::Failed, tr("The sync failed"), errorSentence(*report.error) + u' ' + whatToDo(report.error->errorClass));
        return;
    }
    for (const syncs::StreamReport& stream : report.streams) {
        if (!stream.error)
            continue;
        const bool failed = stream.status == Outcome::Failed;
        m_header->setNotice(failed ? Mark::Failed : Mark::Late, failed ? tr("%1 failed").arg(stream.stream) : tr("%1 was interrupted").arg(stream.stream),
            errorSentence(*stream.error) + u' ' + whatToDo(stream.error->errorClass));
        return;
    }
    if (report.status == Outcome::Cancelled)
        m_header->setNotice(Mark::Skipped, tr("Cancelled"), tr("What was committed stays; the next sync goes on after it."));
}

} // namespace syncview
