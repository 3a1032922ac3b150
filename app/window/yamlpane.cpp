// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/yamlpane.h"

#include "app/window/yamleditor.h"
#include "models/editing/pipelinedocument.h"
#include "widgets/common/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QTimer>

namespace window {

YamlPane::YamlPane(editing::PipelineDocument& document, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_files(new QComboBox(this))
    , m_note(common::roleLabel({}, "muted", this))
    , m_editor(new YamlEditor(this))
    , m_problemsTimer(new QTimer(this))
{
    buildLayout();
    connectModel();
    refillFiles();
}

void YamlPane::buildLayout()
{
    m_files->setAccessibleName(tr("Pipeline file"));
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_editor->setAccessibleName(tr("YAML text"));
    m_editor->setObjectName(QStringLiteral("yamlEditor"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(10);
    head->addWidget(m_files);
    head->addWidget(m_note, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_editor, 1);
    m_problemsTimer->setSingleShot(true);
    m_problemsTimer->setInterval(400); // annotations jump while one types
    setFocusProxy(m_editor);
}

void YamlPane::connectModel()
{
    connect(&m_document, &editing::PipelineDocument::changed, this, &YamlPane::onDocumentChanged);
    connect(&m_selection, &Selection::changed, this, &YamlPane::followSelection);
    connect(m_editor, &YamlEditor::edited, this, &YamlPane::pushText);
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &YamlPane::selectAtCursor);
    connect(m_problemsTimer, &QTimer::timeout, this, &YamlPane::showProblems);
    connect(m_files, &QComboBox::currentTextChanged, this, [this](const QString& name) {
        if (!name.isEmpty() && name != m_file)
            showFile(name);
    });
}

void YamlPane::refillFiles()
{
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    m_files->addItems(m_document.texts().keys());
    if (!m_document.texts().contains(m_file))
        m_file = m_document.texts().isEmpty() ? QString() : m_document.texts().firstKey();
    m_files->setCurrentText(m_file);
    m_files->setVisible(m_files->count() > 0);
    m_editor->setReadOnly(m_file.isEmpty());
}

void YamlPane::onDocumentChanged(const editing::DocumentChange& change)
{
    using What = editing::DocumentChange::What;
    if (change.what == What::Opened)
        m_file.clear();
    if (change.what == What::Layout || change.what == What::Saved)
        return;
    if (m_files->count() != m_document.texts().size() || change.what == What::Opened)
        refillFiles();
    if (!m_pushing)
        pullText();
    m_problemsTimer->start();
    if (!m_pushing)
        followSelection();
}

void YamlPane::pullText()
{
    m_editor->setContent(m_document.texts().value(m_file));
}

void YamlPane::pushText()
{
    if (m_file.isEmpty())
        return;
    const QScopedValueRollback<bool> pushing(m_pushing, true);
    m_document.setText(m_file, m_editor->content());
}

void YamlPane::showFile(const QString& file)
{
    if (!m_document.texts().contains(file))
        return;
    m_file = file;
    const QSignalBlocker quiet(m_files);
    m_files->setCurrentText(file);
    pullText();
    showProblems();
    followSelection();
}

void YamlPane::showPlace(const base::Place& place)
{
    if (place.file != m_file)
        showFile(place.file);
    if (place.file == m_file)
        m_editor->goTo(place.line, place.column);
}

void YamlPane::showProblems()
{
    m_editor->clearProblems();
    int count = 0;
    for (const base::Problem& problem : m_document.problems()) {
        if (problem.place.file != m_file)
            continue;
        ++count;
        m_editor->annotateProblem(problem.place.line, problem.message, problem.severity == base::Severity::Error);
    }
    m_note->setText(count == 0 ? QString() : tr("%n problem(s) in this file", nullptr, count));
}

void YamlPane::followSelection()
{
    const QString id = m_selection.current().qualified();
    const auto lines = id.isEmpty() ? editing::PipelineDocument::LineRange() : m_document.linesOf(id);
    if (lines.file != m_file && m_document.texts().contains(lines.file) && !m_editor->hasFocus()) {
        showFile(lines.file); // comes back here
        return;
    }
    m_editor->markLines(lines.file == m_file ? lines.first : 0, lines.last);
}

void YamlPane::selectAtCursor()
{
    if (!m_editor->hasFocus() || m_pushing)
        return;
    int line = 0;
    int index = 0;
    m_editor->getCursorPosition(&line, &index);
    ++line;
    const auto holds = [&](const QString& id) {
        const auto range = m_document.linesOf(id);
        return range.file == m_file && line >= range.first && line <= range.last;
    };
    for (const pipeline::Pipeline& pipeline : m_document.workspace().pipelines) {
        if (pipeline.file != m_file || !holds(pipeline.id))
            continue;
        for (const pipeline::Task& task : pipeline.tasks) {
            const QString id = pipeline.id + u'.' + task.id;
            if (holds(id)) {
                m_selection.set(Selected::Kind::Task, id);
                return;
            }
        }
        m_selection.set(Selected::Kind::Pipeline, pipeline.id);
        return;
    }
}

} // namespace window
