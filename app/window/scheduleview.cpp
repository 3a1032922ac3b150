// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/scheduleview.h"

#include "models/base/cron.h"
#include "models/pipeline/model.h"
#include "widgets/common/theme.h"

#include <QCoreApplication>
#include <QLocale>

namespace window {

static QString zoneWords(const QString& zone)
{
    return zone == QLatin1String("UTC") ? zone : zone.section(u'/', -1).replace(u'_', u' ');
}

QString scheduleWords(const pipeline::Pipeline& pipeline)
{
    if (pipeline.schedule) {
        const base::Result<base::Cron> cron = base::Cron::parse(*pipeline.schedule);
        if (!cron)
            return cron.error().message;
        return QStringLiteral("%1, %2").arg(cron->words(), zoneWords(pipeline.timezone));
    }
    QStringList before;
    for (const pipeline::OutputRef& dependency : pipeline.dependencies)
        before.append(dependency.text());
    return before.isEmpty() ? QString() : QCoreApplication::translate("schedule", "after %1").arg(before.join(QStringLiteral(", ")));
}

QString nextFirings(const pipeline::Pipeline& pipeline, base::UtcTime after)
{
    if (!pipeline.schedule)
        return {};
    const base::Result<base::Cron> cron = base::Cron::parse(*pipeline.schedule);
    const base::Result<base::Zone> zone = base::Zone::find(pipeline.timezone);
    if (!cron || !zone)
        return {};
    QVector<base::UtcTime> firings;
    for (std::optional<base::UtcTime> at = cron->firstAfter(*zone, after); at && firings.size() < 3; at = cron->firstAfter(*zone, *at))
        firings.append(*at);
    if (firings.isEmpty())
        return {};
    const bool sameTime = zone->localMicrosOfDay(firings.first()) == zone->localMicrosOfDay(firings.last())
        && zone->localDate(firings.first()) != zone->localDate(firings.last());
    QStringList words;
    for (const base::UtcTime at : std::as_const(firings)) {
        QString text = QLocale().toString(zone->localDate(at), QStringLiteral("ddd d MMM"));
        if (!sameTime)
            text += QTime::fromMSecsSinceStartOfDay(int(zone->localMicrosOfDay(at) / 1000)).toString(QStringLiteral(" HH:mm"));
        words.append(text);
    }
    return QCoreApplication::translate("schedule", "next %1").arg(words.join(QStringLiteral(", ")));
}

ScheduleView::ScheduleView(QWidget* parent)
    : Card(parent)
    , m_cron(common::wrappedLabel({}, this))
    , m_words(common::wrappedLabel({}, this))
    , m_next(common::roleLabel({}, "muted", this))
{
    m_cron->setFont(common::monospaceFont());
    m_cron->setWordWrap(false);
    m_next->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_cron);
    row->addWidget(m_words, 1);
    body()->addLayout(row);
    body()->addWidget(m_next);
}

void ScheduleView::setPipeline(const pipeline::Pipeline& pipeline)
{
    m_cron->setText(pipeline.schedule.value_or(QString()));
    m_cron->setVisible(pipeline.schedule.has_value());
    const QString words = scheduleWords(pipeline);
    m_words->setText(words.isEmpty() ? tr("No schedule: runs when somebody starts it.") : words);
    const QString next = nextFirings(pipeline, base::UtcTime::now());
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
}

} // namespace window
