// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/taskpage.h"

#include "app/services/session.h"
#include "app/window/formfields.h"
#include "app/window/looks.h"
#include "app/window/parametereditor.h"
#include "app/window/scheduleview.h"
#include "app/window/timewords.h"
#include "app/window/yamlsnippet.h"
#include "widgets/common/labels.h"
#include "widgets/common/statuslabel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace window {

TaskPage::TaskPage(services::Session& session, const services::TaskKinds& kinds, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_kinds(kinds)
    , m_name(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_connection(new QComboBox(this))
    , m_description(new QLineEdit(this))
    , m_retries(new QLineEdit(this))
    , m_timeout(new QLineEdit(this))
    , m_parameters(new QVBoxLayout)
    , m_readsTitle(new common::SectionLabel(tr("Reads"), this))
    , m_reads(new QWidget(this))
    , m_schedule(new ScheduleView(this))
    , m_yaml(new YamlSnippet(this))
{
    buildLayout();
    connectFields();
}

void TaskPage::buildLayout()
{
    m_name->setObjectName(QStringLiteral("task.name"));
    m_kind->setObjectName(QStringLiteral("task.kind"));
    m_connection->setObjectName(QStringLiteral("task.connection"));
    m_retries->setObjectName(QStringLiteral("task.retries"));
    m_timeout->setObjectName(QStringLiteral("task.timeout"));
    m_retries->setPlaceholderText(tr("none"));
    m_timeout->setPlaceholderText(tr("none"));
    for (QComboBox* box : {m_kind, m_connection}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    auto* column = pageLayout(this);
    column->addWidget(new common::SectionLabel(tr("Task"), this));
    column->addWidget(labelled(tr("Name"), m_name, this));
    column->addWidget(labelled(tr("Kind"), m_kind, this));
    column->addWidget(labelled(tr("Connection"), m_connection, this));
    m_parameters->setSpacing(8);
    column->addLayout(m_parameters);
    m_more = new QPushButton(this);
    m_more->setProperty("flat", true);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(12);
    pair->addWidget(labelled(tr("Retries"), m_retries, this));
    pair->addWidget(labelled(tr("Timeout"), m_timeout, this));
    column->addLayout(pair);
    column->addWidget(labelled(tr("Description"), m_description, this));
    column->addSpacing(4);
    column->addWidget(m_readsTitle);
    column->addWidget(m_reads);
    column->addSpacing(4);
    column->addWidget(new common::SectionLabel(tr("Schedule"), this));
    column->addWidget(m_schedule);
    column->addSpacing(4);
    column->addWidget(new common::SectionLabel(tr("YAML"), this));
    column->addWidget(m_yaml);
    column->addStretch();
}

void TaskPage::connectFields()
{
    connect(m_name, &QLineEdit::editingFinished, this, &TaskPage::commitName);
    connect(m_retries, &QLineEdit::editingFinished, this, &TaskPage::commitRetries);
    connect(m_timeout, &QLineEdit::editingFinished, this, &TaskPage::commitTimeout);
    connect(m_description, &QLineEdit::editingFinished, this, [this] {
        if (task() && m_description->text() != task()->description)
            setField(QStringLiteral("description"), m_description->text(), m_description);
    });
    connect(m_kind, &QComboBox::activated, this, [this] {
        if (task() && m_kind->currentData().toString() != task()->kind)
            setField(QStringLiteral("kind"), m_kind->currentData(), m_kind);
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showAll = !m_showAll;
        if (task())
            hideRareParameters(*task());
    });
    connect(m_connection, &QComboBox::activated, this, [this] {
        if (task() && m_connection->currentData().toString() != task()->connection)
            setField(QStringLiteral("connection"), m_connection->currentData(), m_connection);
    });
}

const pipeline::Task* TaskPage::task() const
{
    return m_session.document().workspace().task(m_pipeline + u'.' + m_task);
}

void TaskPage::change(const pipeline::Changes& changes, QWidget* field)
{
    const base::Result<void> done = m_session.document().apply(changes);
    setFieldProblem(field, done ? QString() : done.error().message);
}

void TaskPage::setField(const QString& key, const QVariant& value, QWidget* field)
{
    const bool structured = value.typeId() == QMetaType::QVariantList || value.typeId() == QMetaType::QVariantMap;
    const bool nothing = !value.isValid() || (!structured && value.toString().isEmpty());
    change({pipeline::SetTaskField{m_pipeline, m_task, key, nothing ? QVariant() : value}}, field);
}

void TaskPage::commitName()
{
    const QString name = m_name->text().trimmed();
    if (!task() || name == m_task)
        return;
    if (name.isEmpty()) {
        m_name->setText(m_task);
        return;
    }
    const QString before = m_task;
    m_task = name; // the document says `changed` within apply(): the page must look for the new name then
    const base::Result<void> done = m_session.document().apply({pipeline::RenameTask{m_pipeline, before, name}});
    if (!done)
        m_task = before;
    setFieldProblem(m_name, done ? QString() : done.error().message);
    if (done)
        emit renamed(m_pipeline + u'.' + name);
}

void TaskPage::commitRetries()
{
    if (!task())
        return;
    const QString text = m_retries->text().trimmed();
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!text.isEmpty() && (!isNumber || number < 0)) {
        setFieldProblem(m_retries, tr("A whole number, or empty for none"));
        return;
    }
    const std::optional<int> wanted = text.isEmpty() ? std::nullopt : std::optional<int>(number);
    setFieldProblem(m_retries, {});
    if (wanted != task()->retries)
        setField(QStringLiteral("retries"), wanted ? QVariant(*wanted) : QVariant(), m_retries);
}

void TaskPage::commitTimeout()
{
    if (!task())
        return;
    const std::optional<QString> iso = isoDuration(m_timeout->text());
    if (!iso) {
        setFieldProblem(m_timeout, tr("A length of time such as 1 h, 90 min or PT1H30M"));
        return;
    }
    setFieldProblem(m_timeout, {});
    if (base::parseDuration(*iso) != base::parseDuration(task()->timeout))
        setField(QStringLiteral("timeout"), *iso, m_timeout);
    else
        m_timeout->setText(durationText(task()->timeout));
}

void TaskPage::showTask(const QString& qualifiedId)
{
    m_pipeline = qualifiedId.section(u'.', 0, 0);
    m_task = qualifiedId.section(u'.', 1);
    for (QLineEdit* field : {m_name, m_description, m_retries, m_timeout}) {
        setFieldProblem(field, {});
        field->setModified(false);
    }
    refresh();
}

void TaskPage::fillChoices(const pipeline::Task& shown)
{
    m_kind->clear();
    m_kind->addItem(tr("not chosen yet"), QString());
    for (const services::TaskKind& kind : m_kinds.all())
        m_kind->addItem(kind.title, kind.id);
    if (m_kind->findData(shown.kind) < 0)
        m_kind->addItem(shown.kind, shown.kind);
    m_kind->setCurrentIndex(m_kind->findData(shown.kind));
    m_connection->clear();
    m_connection->addItem(tr("none"), QString());
    for (const pipeline::ConnectionInfo& connection : m_session.document().workspace().connections)
        m_connection->addItem(connection.name, connection.name);
    if (m_connection->findData(shown.connection) < 0)
        m_connection->addItem(tr("%1 (no such connection)").arg(shown.connection), shown.connection);
    m_connection->setCurrentIndex(m_connection->findData(shown.connection));
}

void TaskPage::refresh()
{
    const pipeline::Task* shown = task();
    setEnabled(shown != nullptr);
    if (!shown)
        return;
    setFieldText(m_name, shown->id);
    fillChoices(*shown);
    setFieldText(m_description, shown->description);
    setFieldText(m_retries, shown->retries ? QString::number(*shown->retries) : QString());
    setFieldText(m_timeout, durationText(shown->timeout));
    rebuildParameters(*shown);
    refreshReads(*shown);
    if (const pipeline::Pipeline* pipeline = m_session.document().workspace().pipeline(m_pipeline))
        m_schedule->setPipeline(*pipeline);
    const auto lines = m_session.document().linesOf(m_pipeline + u'.' + m_task);
    m_yaml->setLines(m_session.document().texts().value(lines.file), lines);
}

void TaskPage::rebuildParameters(const pipeline::Task& shown)
{
    const services::TaskKind* kind = m_kinds.find(shown.kind);
    const QVector<services::TaskParameter> known = kind ? kind->parameters : QVector<services::TaskParameter>();
    QStringList names;
    for (const services::TaskParameter& parameter : known)
        names.append(parameter.name);
    for (auto it = shown.with.cbegin(); it != shown.with.cend(); ++it) {
        if (!names.contains(it.key())) // in the file, but not in the catalogue: shown all the same
            names.append(it.key());
    }
    const QString key = shown.kind + u'\n' + names.join(u'\n');
    if (key != m_parametersOf) {
        m_parametersOf = key;
        for (ParameterEditor* editor : std::as_const(m_editors))
            editor->deleteLater();
        m_editors.clear();
        for (const QString& name : std::as_const(names)) {
            const auto it = std::find_if(known.cbegin(), known.cend(), [&](const auto& p) { return p.name == name; });
            auto* editor = new ParameterEditor(name, it == known.cend() ? QJsonObject() : it->schema, it != known.cend() && it->required, this);
            connect(editor, &ParameterEditor::edited, this, [this, editor](const QString& parameter, const QVariant& value) {
                setField(QStringLiteral("with.") + parameter, value, editor->field());
            });
            m_parameters->addWidget(editor);
            m_editors.append(editor);
        }
    }
    for (ParameterEditor* editor : std::as_const(m_editors))
        editor->setValue(shown.with.value(editor->name()));
    hideRareParameters(shown);
}

void TaskPage::hideRareParameters(const pipeline::Task& shown)
{
    const services::TaskKind* kind = m_kinds.find(shown.kind);
    int rare = 0;
    int index = 0;
    for (ParameterEditor* editor : std::as_const(m_editors)) {
        bool required = false;
        if (kind) {
            for (const services::TaskParameter& parameter : kind->parameters)
                required = required || (parameter.name == editor->name() && parameter.required);
        }
        // The catalogue asks for what matters first.
        const bool isRare = !required && !shown.with.contains(editor->name()) && index++ >= 2;
        rare += isRare ? 1 : 0;
        editor->setVisible(!isRare || m_showAll);
    }
    m_more->setVisible(rare > 0);
    m_more->setText(m_showAll ? tr("Fewer parameters") : tr("%n more parameter(s)", nullptr, rare));
}

void TaskPage::addRead(const QString& dataset, QVBoxLayout* into)
{
    auto* status = new common::StatusLabel(m_reads);
    const QString me = m_pipeline + u'.' + m_task;
    const freshness::EdgeVerdict* newest = nullptr;
    for (const freshness::EdgeVerdict& verdict : m_session.picture().diagnosis.verdicts) {
        const bool same = verdict.dataset.compare(dataset, Qt::CaseInsensitive) == 0;
        if (same && verdict.consumerTask == me && (!newest || newest->slot < verdict.slot))
            newest = &verdict;
    }
    const painting::Mark mark = newest ? paintMark(newest->verdict) : painting::Mark::Unknown;
    status->setStatus(mark, dataset.section(u'.', -2).toLower(), false);
    status->setToolTip(newest ? freshness::verdictWord(newest->verdict) : tr("Not judged yet: no run of both sides is known"));
    const QString producer = producerOf(m_session.document().workspace(), dataset).section(u'.', 1);
    into->addWidget(pairRow(status, producer.isEmpty() ? tr("nobody here writes it") : producer, m_reads));
    if (newest && !newest->findingId.isEmpty()) {
        auto* why = new QPushButton(tr("Show why"), m_reads);
        why->setProperty("flat", true);
        why->setAccessibleDescription(dataset);
        connect(why, &QPushButton::clicked, this, [this, id = newest->findingId] { emit findingRequested(id); });
        into->addWidget(why, 0, Qt::AlignLeft);
    }
}

void TaskPage::refreshReads(const pipeline::Task& shown)
{
    auto* fresh = new QWidget(this);
    auto* column = new QVBoxLayout(fresh);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    delete layout()->replaceWidget(m_reads, fresh);
    m_reads->deleteLater(); // a button in it may be what was pressed
    m_reads = fresh;
    for (const QString& dataset : shown.consumes)
        addRead(dataset, column);
    m_readsTitle->setVisible(!shown.consumes.isEmpty());
    m_reads->setVisible(!shown.consumes.isEmpty());
}

} // namespace window
