// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncjob.h"
#include "widgets/painting/statusshape.h"

/// What a sync does and did, in words for people.
namespace syncview {

struct Words {
    painting::Mark mark = painting::Mark::Unknown;
    QString text;
};

/// `waiting 3 s, asked to by the server (429)`: the engine's reason, translated where it is one of its fixed ones.
[[nodiscard]] QString waitWords(double seconds, const QString& reason);
[[nodiscard]] Words outcomeWords(syncs::Outcome outcome, bool resumed = false);
/// `merge · id`
[[nodiscard]] QString loadWords(const syncs::StreamPlan& plan);
/// One sentence: what went wrong, its class, its place.
[[nodiscard]] QString errorSentence(const syncs::SyncError& error, const QString& stream = {});
/// What to do about an error of this class.
[[nodiscard]] QString whatToDo(const QString& errorClass);
/// `Too Many Requests`
[[nodiscard]] QString statusWords(int httpStatus);
[[nodiscard]] painting::Mark statusMark(int httpStatus);
[[nodiscard]] QString countWords(qint64 count);   ///< `43,708`
[[nodiscard]] QString bytesWords(qint64 bytes);   ///< `14.2 MB`
[[nodiscard]] QString elapsedWords(qint64 milliseconds); ///< `00:07`

} // namespace syncview
