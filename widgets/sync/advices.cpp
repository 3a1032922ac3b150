// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/advices.h"

#include "models/base/utctime.h"
#include "widgets/sync/syncwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace syncview {

namespace {

QString adviceText(const char* text)
{
    return QCoreApplication::translate("sync", text);
}

std::optional<AdviceCard> adviseRate(const RequestStatistics& requests)
{
    // One refusal is bad luck; three are a limit.
    if (requests.refused < 3 || requests.limit < 2)
        return std::nullopt;
    AdviceCard card;
    const int budget = qMax(1, requests.limit * 96 / 100);
    card.title = requests.limitFromServer
        ? adviceText(QT_TRANSLATE_NOOP("sync", "%1 requests a minute is this server’s limit.")).arg(countWords(requests.limit))
        : adviceText(QT_TRANSLATE_NOOP("sync", "About %1 requests a minute is this server’s limit.")).arg(countWords(requests.limit));
    card.text = adviceText(QT_TRANSLATE_NOOP("sync", "%1 of %2 requests were refused (429). A budget avoids the waits.")).arg(countWords(requests.refused), countWords(requests.requests));
    card.button = adviceText(QT_TRANSLATE_NOOP("sync", "Set rate limit: %1 a minute")).arg(countWords(budget));
    card.edits = {{QStringLiteral("config.rate_limit"), QStringLiteral("{requests: %1, per: minute}").arg(budget)}};
    return card;
}

std::optional<AdviceCard> adviseIncrement(const syncs::StreamPlan& plan, const syncs::TargetRows& rows)
{
    if (!plan.cursorField.isEmpty())
        return std::nullopt;
    const QString column = risingColumn(rows);
    // Without a key, a second read of the same record could only be added beside the first.
    if (column.isEmpty() || plan.primaryKey.isEmpty())
        return std::nullopt;
    AdviceCard card;
    card.title = adviceText(QT_TRANSLATE_NOOP("sync", "%1 is read in full every time.")).arg(plan.stream);
    card.text = adviceText(QT_TRANSLATE_NOOP("sync", "It has %1, rising from row to row.")).arg(column);
    card.button = adviceText(QT_TRANSLATE_NOOP("sync", "Read incrementally"));
    card.edits = {{QStringLiteral("config.streams.%1.incremental").arg(plan.stream), QStringLiteral("{cursor_field: %1}").arg(column)}};
    if (plan.disposition != QLatin1String("merge"))
        card.edits.append({QStringLiteral("sync.%1").arg(plan.stream), QStringLiteral("{disposition: merge}")});
    return card;
}

bool risesIn(const syncs::TargetRows& rows, int column)
{
    std::optional<base::UtcTime> before;
    bool moved = false;
    for (const QStringList& row : rows.rows) {
        const auto time = base::parseTime(row.value(column));
        if (!time || (before && time->at < *before))
            return false;
        moved = moved || (before && *before < time->at);
        before = time->at;
    }
    return moved;
}

} // namespace

QString risingColumn(const syncs::TargetRows& rows)
{
    static const QRegularExpression likely(QStringLiteral("updat|modif|chang|last_|creat|_at$|_on$|time|stamp"), QRegularExpression::CaseInsensitiveOption);
    for (int column = 0; column < rows.columns.size(); ++column) {
        const QString& name = rows.columns.at(column);
        if (!name.startsWith(QLatin1String("_dlt")) && likely.match(name).hasMatch() && risesIn(rows, column))
            return name;
    }
    return {};
}

QVector<AdviceCard> advise(const RequestStatistics& requests, const QVector<syncs::StreamPlan>& plans, const syncs::TargetContents& contents)
{
    QVector<AdviceCard> cards;
    if (const auto rate = adviseRate(requests))
        cards.append(*rate);
    for (const syncs::StreamPlan& plan : plans) {
        if (const auto increment = adviseIncrement(plan, contents.rows.value(plan.stream)))
            cards.append(*increment);
    }
    return cards;
}

} // namespace syncview
