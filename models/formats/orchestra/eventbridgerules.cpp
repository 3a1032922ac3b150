// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/orchestra/eventbridgecron.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace formats::orchestra {

namespace {

struct CronLimits {
    const char* name;
    int low;
    int high;
    const char* names; ///< the first stands for `low`
};

constexpr CronLimits cronLimits[] = {{"minute", 0, 59, ""}, {"hour", 0, 23, ""}, {"day of month", 1, 31, ""},
    {"month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"}, {"day of week", 1, 7, "SUN MON TUE WED THU FRI SAT"},
    {"year", 1970, 2199, ""}};

QString cronText(const char* text)
{
    return QCoreApplication::translate("formats", text);
}

int cronValue(const QString& text, const CronLimits& limits)
{
    const qsizetype named = QString::fromLatin1(limits.names).split(u' ', Qt::SkipEmptyParts).indexOf(text.toUpper());
    if (named >= 0)
        return limits.low + int(named);
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && value >= limits.low && value <= limits.high ? value : -1;
}

bool isDayWord(const QString& part, int field)
{
    static const QRegularExpression monthDay(QStringLiteral("^(L(-\\d{1,2})?|LW|([1-9]|[12]\\d|3[01])W)$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression weekDay(QStringLiteral("^(L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$"), QRegularExpression::CaseInsensitiveOption);
    return (field == 2 && monthDay.match(part).hasMatch()) || (field == 4 && weekDay.match(part).hasMatch());
}

/// One comma-separated part: `*`, a value, a range, either with a step.
bool isCronPart(const QString& part, const CronLimits& limits)
{
    const QString range = part.section(u'/', 0, 0);
    if (part.count(u'/') > 1)
        return false;
    if (part.contains(u'/')) {
        bool ok = false;
        const int step = part.section(u'/', 1).toInt(&ok);
        if (!ok || step < 1 || step > limits.high)
            return false;
    }
    if (range == QLatin1String("*"))
        return true;
    const int first = cronValue(range.section(u'-', 0, 0), limits);
    if (!range.contains(u'-'))
        return first >= 0;
    const int last = cronValue(range.section(u'-', 1), limits);
    // Days of the week may wrap (FRI-MON); the validator accepts 5-3 for hours too, though it never fires.
    return first >= 0 && last >= 0 && (first <= last || limits.high == 7);
}

/// 30 February and 31 April: only plain numbers can be judged.
bool neverComes(const QStringList& fields)
{
    const auto numbers = [](const QString& field, const CronLimits& limits) {
        QVector<int> values;
        for (const QString& part : field.split(u',')) {
            const int value = cronValue(part, limits);
            if (value < 0)
                return QVector<int>();
            values.append(value);
        }
        return values;
    };
    const QVector<int> days = numbers(fields[2], cronLimits[2]);
    const QVector<int> months = numbers(fields[3], cronLimits[3]);
    if (days.isEmpty() || months.isEmpty())
        return false;
    return std::none_of(days.begin(), days.end(), [&](int day) {
        return std::any_of(months.begin(), months.end(), [&](int month) { return QDate::isValid(2028, month, day); });
    });
}

bool onlyPast(const QString& years)
{
    const int now = QDate::currentDate().year();
    int last = -1;
    for (const QString& part : years.split(u',')) {
        const int value = cronValue(part.section(u'-', -1), cronLimits[5]);
        if (value < 0)
            return false;
        last = qMax(last, value);
    }
    return last < now;
}

} // namespace

QString eventBridgeError(const QString& expression)
{
    const QStringList fields = expression.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != 6)
        return cronText(QT_TRANSLATE_NOOP("formats", "%1 fields; expected 6: minute hour day-of-month month day-of-week year")).arg(fields.size());
    if ((fields[2] == QLatin1String("?")) == (fields[4] == QLatin1String("?")))
        return cronText(QT_TRANSLATE_NOOP("formats", "exactly one of day of month and day of week must be ?"));
    for (int i = 0; i < 6; ++i) {
        if ((i == 2 || i == 4) && fields[i] == QLatin1String("?"))
            continue;
        for (const QString& part : fields[i].split(u',')) {
            if (!isDayWord(part, i) && !isCronPart(part, cronLimits[i]))
                return cronText(QT_TRANSLATE_NOOP("formats", "\"%1\" is no %2 (%3 to %4)"))
                    .arg(part, QString::fromLatin1(cronLimits[i].name)).arg(cronLimits[i].low).arg(cronLimits[i].high);
        }
    }
    if (neverComes(fields))
        return cronText(QT_TRANSLATE_NOOP("formats", "day %1 does not occur in month %2")).arg(fields[2], fields[3]);
    if (onlyPast(fields[5]))
        return cronText(QT_TRANSLATE_NOOP("formats", "year %1 is over")).arg(fields[5]);
    return {};
}

} // namespace formats::orchestra
