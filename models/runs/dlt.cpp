// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/dlt.h"

#include "models/runs/format.h"

#include <QJsonArray>
#include <QSet>

namespace runs {

namespace {

using Step = Statement::Step;

/// Reads one destination; every query may fail on a damaged file.
class DltReader {
public:
    DltReader(Database& database, const Content& content) : m_database(database), m_content(content) { }
    base::Result<ImportBatch> read();

private:
    bool readTables();
    bool readLoads();
    bool readStates();
    bool countRows(const QString& table);
    void addCursors(const QString& loadId, const dlt::PipelineState& state);
    [[nodiscard]] bool has(const char* table) const { return m_tables.contains(QString::fromLatin1(table)); }

    Database& m_database;
    const Content& m_content;
    ImportBatch m_batch;
    QStringList m_tables;                     ///< all
    QStringList m_roots;                      ///< with a column _dlt_load_id, none of dlt's own
    QHash<QString, qsizetype> m_places;       ///< load id -> run
    QHash<QString, QSet<QString>> m_pipelines; ///< schema -> names
    int m_chained = 0;
};

bool DltReader::readTables()
{
    Statement names = m_database.prepare(QStringLiteral("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name"));
    if (!names.valid())
        return false;
    Step step = names.step();
    for (; step == Step::Row; step = names.step())
        m_tables << names.text(0);
    if (step == Step::Failed)
        return false;
    for (const QString& table : std::as_const(m_tables)) {
        if (table.startsWith(QLatin1String("_dlt")) || table.startsWith(QLatin1String("sqlite_")))
            continue;
        Statement columns = m_database.prepare(QStringLiteral("PRAGMA table_info(%1)").arg(sqlName(table)));
        if (!columns.valid())
            return false;
        for (step = columns.step(); step == Step::Row; step = columns.step()) {
            if (columns.text(1) == QLatin1String("_dlt_load_id"))
                m_roots << table;
        }
        if (step == Step::Failed)
            return false;
    }
    return true;
}

bool DltReader::readLoads()
{
    Statement rows = m_database.prepare(QStringLiteral("SELECT load_id,schema_name,status,inserted_at FROM _dlt_loads ORDER BY load_id"));
    if (!rows.valid())
        return false;
    Step step = rows.step();
    for (; step == Step::Row; step = rows.step()) {
        const QString loadId = rows.text(0);
        if (rows.integer(2) != 0) { // a chained step's own row: the load's end is the row with status 0
            ++m_chained;
            continue;
        }
        Run run;
        run.record = QStringLiteral("dlt.loads");
        run.jobKey = rows.text(1);
        run.runKey = loadId;
        run.kind = Kind::Load;
        run.state = State::Ok;
        run.rawState = QStringLiteral("0");
        run.start = dlt::loadTime(loadId);
        const auto ended = base::parseTime(rows.text(3));
        if (ended) {
            run.end = ended->at;
            run.zone = ended->zone;
        }
        if (!run.start || !run.end)
            m_batch.notes << QStringLiteral("load '%1': `%2` is no time").arg(loadId, run.start ? rows.text(3) : loadId);
        run.detail.insert(QStringLiteral("status"), 0);
        if (!m_places.contains(loadId)) {
            m_places.insert(loadId, m_batch.runs.size());
            m_batch.runs << run;
        }
    }
    return step == Step::Done;
}

bool DltReader::readStates()
{
    Statement rows = m_database.prepare(
        QStringLiteral("SELECT pipeline_name,state,_dlt_load_id FROM _dlt_pipeline_state ORDER BY pipeline_name,version,_dlt_load_id"));
    if (!rows.valid())
        return false;
    Step step = rows.step();
    for (; step == Step::Row; step = rows.step()) {
        const QString name = rows.text(0);
        const QString loadId = rows.text(2);
        const auto state = dlt::decodeState(rows.text(1));
        if (!state) {
            m_batch.notes << QStringLiteral("the state of pipeline '%1' in load '%2' cannot be decoded").arg(name, loadId);
            continue;
        }
        for (const QString& schema : state->schemas)
            m_pipelines[schema].insert(name);
        const auto place = m_places.constFind(loadId);
        if (place != m_places.constEnd())
            m_pipelines[m_batch.runs.at(*place).jobKey].insert(name);
        addCursors(loadId, *state);
    }
    return step == Step::Done;
}

void DltReader::addCursors(const QString& loadId, const dlt::PipelineState& state)
{
    const auto place = m_places.constFind(loadId);
    if (place == m_places.constEnd() || !m_batch.runs.at(*place).end)
        return; // the load never completed: nothing is true yet
    const Run& run = m_batch.runs.at(*place);
    for (const dlt::Cursor& cursor : state.cursors) {
        Observation seen;
        seen.dataset = cursor.resource;
        seen.at = *run.end;
        seen.kind = cursor.isDate ? Observation::Kind::BusinessDate : Observation::Kind::Cursor;
        seen.value = cursor.value;
        seen.instant = cursor.instant;
        seen.record = run.record;
        seen.jobKey = run.jobKey;
        seen.runKey = run.runKey;
        seen.cursorField = cursor.field;
        m_batch.observations << seen;
    }
}

bool DltReader::countRows(const QString& table)
{
    Statement rows = m_database.prepare(QStringLiteral("SELECT _dlt_load_id,count(*) FROM %1 GROUP BY 1 ORDER BY 1").arg(sqlName(table)));
    if (!rows.valid())
        return false;
    Step step = rows.step();
    for (; step == Step::Row; step = rows.step()) {
        const QString loadId = rows.text(0);
        const qint64 count = rows.integer(1);
        const auto place = m_places.constFind(loadId);
        if (place == m_places.constEnd()) { // rows become visible before their load completes, and stay if it never does
            m_batch.notes << QStringLiteral("%1 rows of table '%2' belong to load '%3', which never completed").arg(count).arg(table, loadId);
            continue;
        }
        Run& run = m_batch.runs[*place];
        run.rows = run.rows.value_or(0) + count;
        run.outputs << table;
        if (!run.end)
            continue;
        Observation seen;
        seen.dataset = table;
        seen.at = *run.end;
        seen.kind = Observation::Kind::RowCount;
        seen.value = QString::number(count);
        seen.record = run.record;
        seen.jobKey = run.jobKey;
        seen.runKey = loadId;
        m_batch.observations << seen;
    }
    return step == Step::Done;
}

base::Result<ImportBatch> DltReader::read()
{
    m_batch.format = QStringLiteral("dlt destination (SQLite)");
    if (!readTables())
        return m_database.error("sqlite.read");
    if (!has("_dlt_loads")) {
        if (has("_dlt_version")) {
            m_batch.notes << QStringLiteral("a staging dataset of dlt: it holds no loads");
            return m_batch;
        }
        return unknownFormat(m_content.path,
            m_tables.isEmpty() ? QStringLiteral("an SQLite database without tables (dlt keeps the dataset beside it, in <name>__<dataset>.db)")
                               : QStringLiteral("an SQLite database without the table _dlt_loads"));
    }
    if (!readLoads() || (has("_dlt_pipeline_state") && !readStates()))
        return m_database.error("sqlite.read");
    for (const QString& table : std::as_const(m_roots)) {
        if (!countRows(table))
            return m_database.error("sqlite.read");
    }
    for (Run& run : m_batch.runs) {
        QStringList names = m_pipelines.value(run.jobKey).values();
        names.sort();
        if (!names.isEmpty())
            run.detail.insert(QStringLiteral("pipelines"), QJsonArray::fromStringList(names));
        run.outputs.sort();
    }
    if (m_chained > 0)
        m_batch.notes << QStringLiteral("%1 rows of _dlt_loads with a status above 0 are chained steps, no loads").arg(m_chained);
    if (m_batch.runs.isEmpty())
        m_batch.notes << QStringLiteral("a dlt destination without a completed load");
    return m_batch;
}

} // namespace

bool isSqlite(const Content& content)
{
    return content.shape == Content::Shape::Sqlite;
}

base::Result<ImportBatch> readDltDestination(const Content& content)
{
    auto opened = dlt::openReadOnly(content.path);
    if (!opened)
        return opened.error();
    return DltReader(opened->database, content).read();
}

} // namespace runs
