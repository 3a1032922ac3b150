// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagnosis/decisionpath.h"

#include "models/itemmodels/findingwords.h"
#include "widgets/diagnosis/times.h"

#include <QCoreApplication>
#include <QLocale>

namespace diagnosis {

using freshness::Evidence;
using freshness::Finding;
using freshness::Verdict;
using painting::Mark;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("diagnosis", text);
}

/// The last of its kind: of a dashboard's two reads it is the one that raced.
const Evidence* evidenceOf(const Finding& finding, QLatin1String kind)
{
    const Evidence* found = nullptr;
    for (const Evidence& evidence : finding.evidence) {
        if (evidence.kind == kind)
            found = &evidence;
    }
    return found;
}

bool hasReader(const Finding& finding)
{
    return finding.verdict && *finding.verdict != Verdict::NeverUsed && *finding.verdict != Verdict::Late && evidenceOf(finding, QLatin1String("read_at"));
}

QString readerOf(const Finding& finding)
{
    const bool dbt = finding.evidence.isEmpty() || evidenceOf(finding, QLatin1String("read_at"))->label.startsWith(QLatin1String("dbt "));
    if (dbt)
        return say(QT_TRANSLATE_NOOP("diagnosis", "the dbt job"));
    return finding.consumer ? itemmodels::shortJob(finding.consumer->job) : say(QT_TRANSLATE_NOOP("diagnosis", "the reader"));
}

qsizetype attemptsOf(const Finding& finding)
{
    return std::count_if(finding.evidence.cbegin(), finding.evidence.cend(), [](const Evidence& e) { return e.kind == QLatin1String("attempt"); });
}

/// `1,951 rows`, by the user's locale, from the load's evidence.
QString rowsOf(const Finding& finding)
{
    for (const Evidence& evidence : finding.evidence) {
        if (evidence.kind != QLatin1String("note") || evidence.at || evidence.value.isEmpty())
            continue;
        bool isNumber = false;
        const qlonglong rows = evidence.value.section(u' ', 0, 0).toLongLong(&isNumber);
        if (isNumber)
            return QLocale().toString(rows) + u' ' + evidence.value.section(u' ', 1);
    }
    return {};
}

QString businessDay(const Evidence& evidence)
{
    const QDate day = QDate::fromString(evidence.value.left(10), Qt::ISODate);
    return day.isValid() ? dayWords(day) : evidence.value;
}

/// A stale read names the last delivery there was: its day is its own slot's, and still not the reader's.
bool wasOldWhenRead(const Finding& finding, base::UtcTime loaded, const base::Zone& zone)
{
    const Evidence* read = evidenceOf(finding, QLatin1String("read_at"));
    return *finding.verdict == Verdict::Stale && read && read->at && zone.localDate(loaded) < zone.localDate(*read->at);
}

Step loadedToday(const Finding& finding, const base::Zone& zone)
{
    Step step{Mark::Success, say(QT_TRANSLATE_NOOP("diagnosis", "Loaded today?")), {}, false};
    const Evidence* ended = evidenceOf(finding, QLatin1String("load_ended"));
    const Evidence* loaded = evidenceOf(finding, QLatin1String("loaded_at"));
    const std::optional<base::UtcTime> at = ended ? ended->at : loaded ? loaded->at : std::nullopt;
    if (*finding.verdict == Verdict::OnFailed) {
        step.mark = Mark::Failed;
        step.answer = say(QT_TRANSLATE_NOOP("diagnosis", "no, the load failed: extraction problem"));
        step.decisive = true;
    } else if (!at) {
        step.mark = Mark::Failed;
        step.answer = say(QT_TRANSLATE_NOOP("diagnosis", "no load has ended for this day: extraction problem"));
        step.decisive = true;
    } else if ((finding.slotDate.isValid() && zone.localDate(*at) < finding.slotDate) || wasOldWhenRead(finding, *at, zone)) {
        step.mark = Mark::Failed;
        step.answer = say(QT_TRANSLATE_NOOP("diagnosis", "no, the last load ended %1: extraction problem")).arg(dayAndClock(*at, zone));
        step.decisive = true;
    } else {
        step.answer = say(QT_TRANSLATE_NOOP("diagnosis", "yes, load ended %1")).arg(dayAndClock(*at, zone));
    }
    return step;
}

Step datesCurrent(const Finding& finding, bool decided)
{
    Step step{Mark::Unknown, say(QT_TRANSLATE_NOOP("diagnosis", "Business dates current?")), {}, false};
    const Evidence* newest = evidenceOf(finding, QLatin1String("business_date"));
    if (!newest) {
        step.answer = say(QT_TRANSLATE_NOOP("diagnosis", "no business date was recorded"));
        return step;
    }
    const QDate day = QDate::fromString(newest->value.left(10), Qt::ISODate);
    // A day is complete when it is over: on the slot's day, data through the day before is all there can be.
    if (!day.isValid() || !finding.slotDate.isValid() || day >= finding.slotDate.addDays(-1)) {
        step.mark = Mark::Success;
        step.answer = say(QT_TRANSLATE_NOOP("diagnosis", "yes, through %1")).arg(businessDay(*newest));
        return step;
    }
    step.mark = Mark::Late;
    step.decisive = !decided && *finding.verdict != Verdict::Race && *finding.verdict != Verdict::Early;
    step.answer = say(QT_TRANSLATE_NOOP("diagnosis", "no, only through %1: the source system is behind")).arg(businessDay(*newest));
    return step;
}

Step loadedAfter(const Finding& finding)
{
    Step step{Mark::Success, say(QT_TRANSLATE_NOOP("diagnosis", "Loaded after %1?")).arg(readerOf(finding)), say(QT_TRANSLATE_NOOP("diagnosis", "no")), false};
    const Evidence* read = evidenceOf(finding, QLatin1String("read_at"));
    const Evidence* ended = evidenceOf(finding, QLatin1String("load_ended"));
    if (!ended || !ended->at || !read->at) {
        step.mark = Mark::Unknown;
        step.answer = say(QT_TRANSLATE_NOOP("diagnosis", "the load's end is not recorded"));
    } else if (*ended->at > *read->at) {
        step.mark = Mark::ReadTooEarly;
        step.decisive = true;
        step.answer = say(QT_TRANSLATE_NOOP("diagnosis", "yes, by %1: timing mismatch")).arg(base::durationWords(*ended->at - *read->at));
    }
    return step;
}

} // namespace

QVector<Fact> clocksOf(const Finding& finding, const base::Zone& zone)
{
    QVector<Fact> facts;
    const Evidence* ended = evidenceOf(finding, QLatin1String("load_ended"));
    const Evidence* read = evidenceOf(finding, QLatin1String("read_at"));
    // One day: the clock is enough. Else every line says its day.
    const bool oneDay = read && ended && read->at && ended->at && zone.localDate(*read->at) == zone.localDate(*ended->at);
    const auto at = [&](base::UtcTime time) { return oneDay ? clockWords(time, zone) : dayAndClock(time, zone); };
    for (const Evidence& evidence : finding.evidence) {
        if (evidence.kind == QLatin1String("read_at") && evidence.at)
            facts.append({evidence.label, at(*evidence.at), false});
    }
    if (ended && ended->at) {
        const qsizetype attempts = attemptsOf(finding);
        const QString label = attempts > 1 ? say(QT_TRANSLATE_NOOP("diagnosis", "%1 (attempt %2)")).arg(ended->label).arg(attempts) : ended->label;
        facts.append({label, at(*ended->at), read && read->at && *ended->at > *read->at});
    }
    if (const Evidence* limit = evidenceOf(finding, QLatin1String("learned_limit")))
        facts.append({say(QT_TRANSLATE_NOOP("diagnosis", "late after")), limit->at ? at(*limit->at) : limit->value, false});
    if (const Evidence* loaded = evidenceOf(finding, QLatin1String("loaded_at")); loaded && loaded->at) {
        const bool early = read && read->at && *loaded->at < *read->at && ended && ended->at && *loaded->at < *ended->at;
        facts.append({early ? say(QT_TRANSLATE_NOOP("diagnosis", "LOADEDON at the read")) : loaded->label, dayAndClock(*loaded->at, zone), false});
    }
    const QString rows = rowsOf(finding);
    if (const Evidence* date = evidenceOf(finding, QLatin1String("business_date"))) {
        const QString value = rows.isEmpty() ? businessDay(*date) : businessDay(*date) + QStringLiteral("   ") + rows;
        facts.append({say(QT_TRANSLATE_NOOP("diagnosis", "latest business date")), value, false});
    } else if (!rows.isEmpty()) {
        facts.append({say(QT_TRANSLATE_NOOP("diagnosis", "the load brought")), rows, false});
    }
    return facts;
}

QVector<Step> pathOf(const Finding& finding, const base::Zone& zone)
{
    if (hasReader(finding)) {
        QVector<Step> steps{loadedToday(finding, zone)};
        const bool failed = steps.first().decisive;
        steps.append(datesCurrent(finding, failed));
        if (!failed && !steps.last().decisive)
            steps.append(loadedAfter(finding));
        return steps;
    }
    QVector<Step> steps;
    for (const Evidence& evidence : finding.evidence) {
        const bool failed = evidence.kind == QLatin1String("attempt") && evidence.value == QLatin1String("failed");
        const bool late = evidence.kind == QLatin1String("load_ended") && finding.verdict == Verdict::Late;
        const Mark mark = failed ? Mark::Failed : late ? Mark::Late : evidence.kind == QLatin1String("attempt") ? Mark::Success : Mark::Skipped;
        steps.append({mark, {}, inZone(evidence.text, zone), false});
    }
    return steps;
}

bool isCertain(const Finding& finding)
{
    return finding.verdict && finding.consumer && finding.consumer->time && finding.producer && finding.producer->time;
}

} // namespace diagnosis
