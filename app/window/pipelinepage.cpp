// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/pipelinepage.h"

#include "app/services/session.h"
#include "app/window/formfields.h"
#include "app/window/scheduleview.h"
#include "app/window/yamlsnippet.h"
#include "models/base/cron.h"
#include "models/base/zone.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QTime>
#include <QTimeZone>

namespace window {

PipelinePage::PipelinePage(services::Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(common::roleLabel({}, "bold", this))
    , m_schedule(new QLineEdit(this))
    , m_words(new ScheduleView(this))
    , m_zone(new QLineEdit(this))
    , m_sla(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_outputs(new QWidget(this))
    , m_newOutput(new QLineEdit(this))
    , m_dependencies(new QWidget(this))
    , m_newDependency(new QComboBox(this))
    , m_yaml(new YamlSnippet(this))
{
    buildLayout();
    connectFields();
}

void PipelinePage::buildLayout()
{
    m_newOutput->setObjectName(QStringLiteral("pipeline.newOutput"));
    m_newOutput->setPlaceholderText(tr("Add an output: type its name, Enter"));
    m_newOutput->setAccessibleName(tr("Add an output"));
    m_newDependency->setObjectName(QStringLiteral("pipeline.newDependency"));
    m_newDependency->setAccessibleName(tr("Add a dependency"));
    auto* column = pageLayout(this);
    column->addWidget(new common::SectionLabel(tr("Pipeline"), this));
    column->addWidget(m_name);
    column->addWidget(labelled(tr("Description"), m_description, this));
    column->addSpacing(4);
    addScheduleTo(column);
    column->addSpacing(4);
    column->addWidget(new common::SectionLabel(tr("Waits for"), this));
    column->addWidget(m_dependencies);
    column->addWidget(m_newDependency);
    column->addSpacing(4);
    column->addWidget(new common::SectionLabel(tr("Outputs"), this));
    column->addWidget(m_outputs);
    column->addWidget(m_newOutput);
    column->addSpacing(4);
    column->addWidget(new common::SectionLabel(tr("YAML"), this));
    column->addWidget(m_yaml);
    column->addStretch();
}

void PipelinePage::addScheduleTo(QVBoxLayout* column)
{
    m_schedule->setObjectName(QStringLiteral("pipeline.schedule"));
    m_schedule->setFont(common::monospaceFont());
    m_schedule->setPlaceholderText(tr("none: by hand, or after others"));
    m_zone->setObjectName(QStringLiteral("pipeline.timezone"));
    QStringList zones;
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        zones.append(QString::fromLatin1(id));
    auto* completer = new QCompleter(zones, m_zone);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_zone->setCompleter(completer);
    m_sla->setObjectName(QStringLiteral("pipeline.sla"));
    m_sla->setPlaceholderText(tr("none"));
    column->addWidget(new common::SectionLabel(tr("Schedule"), this));
    column->addWidget(labelled(tr("Cron: minute, hour, day of month, month, day of week"), m_schedule, this));
    auto* pair = new QHBoxLayout;
    pair->setSpacing(12);
    pair->addWidget(labelled(tr("Time zone"), m_zone, this), 2);
    pair->addWidget(labelled(tr("Ready by (SLA)"), m_sla, this), 1);
    column->addLayout(pair);
    column->addWidget(m_words);
}

void PipelinePage::connectFields()
{
    connect(m_schedule, &QLineEdit::editingFinished, this, &PipelinePage::commitSchedule);
    connect(m_zone, &QLineEdit::editingFinished, this, &PipelinePage::commitZone);
    connect(m_sla, &QLineEdit::editingFinished, this, &PipelinePage::commitSla);
    connect(m_description, &QLineEdit::editingFinished, this, [this] {
        if (shown())
            commitField("description", m_description, shown()->description);
    });
    connect(m_newOutput, &QLineEdit::returnPressed, this, &PipelinePage::addOutput);
    connect(m_newDependency, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            change({pipeline::AddDependency{m_id, m_newDependency->itemText(index)}}, m_newDependency);
    });
}

const pipeline::Pipeline* PipelinePage::shown() const
{
    return m_session.document().workspace().pipeline(m_id);
}

void PipelinePage::change(const pipeline::Changes& changes, QWidget* field)
{
    const base::Result<void> done = m_session.document().apply(changes);
    setFieldProblem(field, done ? QString() : done.error().message);
}

void PipelinePage::commitSchedule()
{
    if (!shown())
        return;
    const QString text = m_schedule->text().trimmed();
    if (text == shown()->schedule.value_or(QString())) {
        setFieldProblem(m_schedule, {});
        return;
    }
    if (!text.isEmpty()) {
        const base::Result<base::Cron> cron = base::Cron::parse(text);
        if (!cron) {
            setFieldProblem(m_schedule, cron.error().message);
            return;
        }
    }
    change({pipeline::SetSchedule{m_id, text.isEmpty() ? std::nullopt : std::optional<QString>(text)}}, m_schedule);
}

void PipelinePage::commitZone()
{
    const QString zone = m_zone->text().trimmed();
    if (!zone.isEmpty() && !base::Zone::find(zone)) {
        setFieldProblem(m_zone, tr("No time zone of this name is known. Expected a name such as America/Los_Angeles or UTC."));
        return;
    }
    setFieldProblem(m_zone, {});
    if (shown())
        commitField("timezone", m_zone, shown()->timezone);
}

void PipelinePage::commitSla()
{
    const QString sla = m_sla->text().trimmed();
    if (!sla.isEmpty() && !QTime::fromString(sla, QStringLiteral("HH:mm")).isValid()) {
        setFieldProblem(m_sla, tr("Expected a time of day such as 08:00"));
        return;
    }
    setFieldProblem(m_sla, {});
    if (shown())
        commitField("sla", m_sla, shown()->sla);
}

void PipelinePage::commitField(const char* key, QLineEdit* field, const QString& before)
{
    const QString text = field->text().trimmed();
    if (text != before)
        change({pipeline::SetPipelineField{m_id, QString::fromLatin1(key), text.isEmpty() ? QVariant() : QVariant(text)}}, field);
}

void PipelinePage::addOutput()
{
    const QString name = m_newOutput->text().trimmed();
    if (name.isEmpty())
        return;
    change({pipeline::AddOutput{m_id, name}}, m_newOutput);
    if (!m_newOutput->property("invalid").toBool())
        m_newOutput->clear();
}

void PipelinePage::showPipeline(const QString& id)
{
    m_id = id;
    for (QLineEdit* field : {m_schedule, m_zone, m_sla, m_description, m_newOutput}) {
        field->setModified(false);
        setFieldProblem(field, {});
    }
    m_newOutput->clear();
    refresh();
}

void PipelinePage::refresh()
{
    const pipeline::Pipeline* pipeline = shown();
    setEnabled(pipeline != nullptr);
    if (!pipeline)
        return;
    m_name->setText(pipeline->id);
    setFieldText(m_description, pipeline->description);
    setFieldText(m_schedule, pipeline->schedule.value_or(QString()));
    setFieldText(m_zone, pipeline->timezone);
    setFieldText(m_sla, pipeline->sla);
    m_words->setPipeline(*pipeline);
    refreshOutputs(*pipeline);
    refreshDependencies(*pipeline);
    const auto lines = m_session.document().linesOf(m_id);
    m_yaml->setLines(m_session.document().texts().value(lines.file), lines);
}

static QVBoxLayout* replaceBox(QWidget*& box, QWidget* page)
{
    auto* fresh = new QWidget(page);
    auto* column = new QVBoxLayout(fresh);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    delete page->layout()->replaceWidget(box, fresh);
    box->deleteLater(); // a button in it may be what was pressed
    box = fresh;
    return column;
}

void PipelinePage::refreshOutputs(const pipeline::Pipeline& pipeline)
{
    QVBoxLayout* column = replaceBox(m_outputs, this);
    for (const QString& output : pipeline.outputs)
        column->addWidget(common::wrappedLabel(output, m_outputs));
    m_outputs->setVisible(!pipeline.outputs.isEmpty());
}

void PipelinePage::refreshDependencies(const pipeline::Pipeline& pipeline)
{
    QVBoxLayout* column = replaceBox(m_dependencies, this);
    QStringList have;
    for (const pipeline::OutputRef& dependency : pipeline.dependencies) {
        const QString text = dependency.text();
        have.append(text);
        auto* row = new QWidget(m_dependencies);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto* jump = new QPushButton(text, row);
        jump->setProperty("flat", true);
        connect(jump, &QPushButton::clicked, this, [this, id = dependency.pipeline] { emit pipelineRequested(id); });
        auto* remove = new QPushButton(tr("Remove"), row);
        remove->setAccessibleName(tr("Remove the dependency on %1").arg(text));
        connect(remove, &QPushButton::clicked, this, [this, text] { change({pipeline::RemoveDependency{m_id, text}}, m_newDependency); });
        line->addWidget(jump, 1);
        line->addWidget(remove);
        column->addWidget(row);
    }
    m_dependencies->setVisible(!have.isEmpty());
    m_newDependency->clear();
    m_newDependency->addItem(tr("Wait for…"));
    for (const pipeline::Pipeline& other : m_session.document().workspace().pipelines) {
        for (const QString& output : other.outputs) {
            const QString text = other.id + u'.' + output;
            if (other.id != m_id && !have.contains(text))
                m_newDependency->addItem(text);
        }
    }
    m_newDependency->setEnabled(m_newDependency->count() > 1);
}

} // namespace window
