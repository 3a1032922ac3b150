// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/losses.h"

#include "models/base/cron.h"
#include "models/formats/orchestra/eventbridgecron.h"

#include <QCoreApplication>

namespace formats::orchestra {

namespace {

using base::Severity;
using pipeline::Pipeline;

QString scheduleText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

base::Place schedulePlace(const Pipeline& member)
{
    return member.schedulePlace.line > 0 ? member.schedulePlace : member.place;
}

bool sameSchedule(const Pipeline& a, const Pipeline& b)
{
    return a.schedule == b.schedule && a.timezone == b.timezone;
}

QVector<ScheduleItem> itemsOf(const Pipeline& root, base::Problems& findings)
{
    const auto cron = base::Cron::parse(*root.schedule);
    if (!cron) {
        note(findings, Severity::Error, "orchestra.cron", cron.error().message, schedulePlace(root));
        return {};
    }
    const auto zone = base::Zone::find(root.timezone);
    if (!zone) {
        note(findings, Severity::Error, "orchestra.zone",
            scheduleText(QT_TRANSLATE_NOOP("formats", "%1 is no time zone; Orchestra would accept it and never fire at the right time. The schedule is left out."))
                .arg(root.timezone), root.placeOf(QStringLiteral("timezone")));
        return {};
    }
    if (!cron->firstAfter(*zone, base::UtcTime::fromUtc(QDate(2026, 1, 1))))
        note(findings, Severity::Warning, "orchestra.cron_never",
            scheduleText(QT_TRANSLATE_NOOP("formats", "\"%1\" names a day that never comes")).arg(*root.schedule), schedulePlace(root));
    const QStringList expressions = toEventBridge(*cron);
    QVector<ScheduleItem> items;
    for (const QString& expression : expressions)
        items.append({root.id, expression, root.timezone});
    if (items.size() == 2) {
        items[0].name += QStringLiteral(" (day of month)");
        items[1].name += QStringLiteral(" (day of week)");
        note(findings, Severity::Info, "orchestra.cron_split",
            scheduleText(QT_TRANSLATE_NOOP("formats", "\"%1\" fires on the day of the month or the day of the week. Orchestra needs two schedules for that; on a day that both name, it starts twice."))
                .arg(*root.schedule), schedulePlace(root));
    }
    return items;
}

} // namespace

QVector<ScheduleItem> scheduleOf(const Chain& chain, base::Problems& findings)
{
    const QVector<const Pipeline*> roots = chain.roots();
    const Pipeline* chosen = nullptr;
    for (const Pipeline* root : roots) {
        if (root->schedule && !chosen)
            chosen = root;
    }
    for (const Pipeline* member : chain.pipelines) {
        const bool isRoot = roots.contains(member);
        if (!member->schedule && isRoot && chosen)
            note(findings, Severity::Warning, "orchestra.schedule_added",
                scheduleText(QT_TRANSLATE_NOOP("formats", "%1 has no schedule; in one file with %2 it starts on that one's"))
                    .arg(member->id, chosen->id), member->place);
        if (!member->schedule || member == chosen)
            continue;
        if (!isRoot)
            note(findings, Severity::Warning, "orchestra.schedule_dropped",
                scheduleText(QT_TRANSLATE_NOOP("formats", "%1 waits for other pipelines, so its own schedule \"%2\" is left out"))
                    .arg(member->id, *member->schedule), schedulePlace(*member));
        else if (!sameSchedule(*member, *chosen))
            note(findings, Severity::Error, "orchestra.schedules_differ",
                scheduleText(QT_TRANSLATE_NOOP("formats", "%1 and %2 feed the same pipelines and share one Orchestra file, which has one schedule: \"%3\" of %2 is used, \"%4\" of %1 is lost"))
                    .arg(member->id, chosen->id, *chosen->schedule, *member->schedule), schedulePlace(*member));
    }
    return chosen ? itemsOf(*chosen, findings) : QVector<ScheduleItem>();
}

} // namespace formats::orchestra
