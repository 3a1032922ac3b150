// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runs/merge.h"
#include "models/runs/storeprivate.h"
#include "models/runs/storerows.h"

#include <QCryptographicHash>

namespace runs {

namespace {

QByteArray digestOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

QString marks(int count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

} // namespace

StoreWriter::StoreWriter(Database& database) : m_database(database)
{
    const QString columns = runColumns();
    m_insertRun = database.prepare(QStringLiteral("INSERT INTO run(%1,digest) VALUES(%2) ON CONFLICT DO NOTHING").arg(columns, marks(23)));
    m_findRun = database.prepare(QStringLiteral("SELECT id,digest FROM run WHERE record=? AND connection=? AND run_key=?"));
    m_readRun = database.prepare(QStringLiteral("SELECT %1 FROM run WHERE id=?").arg(columns));
    m_updateRun = database.prepare(QStringLiteral("UPDATE run SET (%1,digest)=(%2) WHERE id=?").arg(columns, marks(23)));
    m_insertAttempt = database.prepare(QStringLiteral("INSERT INTO attempt VALUES(%1)").arg(marks(9)));
    m_insertIo = database.prepare(QStringLiteral("INSERT OR IGNORE INTO run_io VALUES(?,?,?)"));
    m_readAttempts = database.prepare(QStringLiteral("SELECT number,start_us,end_us,state,raw_state,message,rows FROM attempt WHERE run_id=? ORDER BY position"));
    m_readIo = database.prepare(QStringLiteral("SELECT direction,name FROM run_io JOIN dataset ON dataset.id=dataset_id WHERE run_id=?"));
    m_deleteAttempts = database.prepare(QStringLiteral("DELETE FROM attempt WHERE run_id=?"));
    m_deleteIo = database.prepare(QStringLiteral("DELETE FROM run_io WHERE run_id=?"));
    m_insertDataset = database.prepare(QStringLiteral("INSERT INTO dataset(name) VALUES(?)"));
    m_findDataset = database.prepare(QStringLiteral("SELECT id FROM dataset WHERE name=?"));
    m_findCheck = database.prepare(QStringLiteral("SELECT %1 FROM source_check WHERE invocation_id=? AND unique_id=?").arg(sourceCheckColumns()));
    m_putCheck = database.prepare(QStringLiteral("INSERT OR REPLACE INTO source_check(%1) VALUES(%2)").arg(sourceCheckColumns(), marks(13)));
    m_findObservation = database.prepare(QStringLiteral("SELECT at_us,value,instant_us FROM observation WHERE record=? AND job_key=? AND "
                                                        "run_key=? AND dataset_id=? AND kind=? AND cursor_field=?"));
    m_putObservation = database.prepare(QStringLiteral("INSERT OR REPLACE INTO observation VALUES(%1)").arg(marks(9)));
}

bool StoreWriter::write(const ImportBatch& batch)
{
    for (const Statement* statement : {&m_insertRun, &m_findRun, &m_readRun, &m_updateRun, &m_insertAttempt, &m_insertIo, &m_readAttempts,
             &m_readIo, &m_deleteAttempts, &m_deleteIo, &m_insertDataset, &m_findDataset, &m_findCheck, &m_putCheck, &m_findObservation,
             &m_putObservation}) {
        if (!statement->valid())
            return false;
    }
    const auto all = [](const auto& items, const auto& one) { return std::all_of(items.begin(), items.end(), one); };
    return all(batch.runs, [this](const Run& run) { return writeRun(run); })
        && all(batch.sourceChecks, [this](const SourceCheck& check) { return writeCheck(check); })
        && all(batch.observations, [this](const Observation& seen) { return writeObservation(seen); })
        && all(batch.manifests, [this](const Manifest& manifest) { return writeManifest(manifest); });
}

bool StoreWriter::writeRun(const Run& given)
{
    Run run = given;
    for (QStringList* names : {&run.inputs, &run.outputs}) {
        names->sort();
        names->removeDuplicates();
    }
    const QByteArray digest = digestOf(canonicalBytes(run));
    bindRun(m_insertRun, run, digest);
    if (!m_insertRun.run())
        return false;
    if (m_database.changes() == 1) {
        ++m_counts.added;
        return writeNeighbours(m_database.lastInsertId(), run);
    }
    m_findRun.bind(1, run.record);
    m_findRun.bind(2, run.connection);
    m_findRun.bind(3, run.runKey);
    if (m_findRun.step() != Statement::Step::Row)
        return false;
    const qint64 id = m_findRun.integer(0);
    const bool same = m_findRun.blob(1) == digest;
    m_findRun.reset();
    if (same) {
        ++m_counts.unchanged;
        return true;
    }
    const auto stored = storedRun(id);
    if (!stored)
        return false;
    const Run both = merged(*stored, run);
    if (both == *stored) {
        ++m_counts.unchanged;
        return true;
    }
    ++m_counts.updated;
    return replaceRun(id, both, digestOf(canonicalBytes(both)));
}

bool StoreWriter::replaceRun(qint64 id, const Run& run, const QByteArray& digest)
{
    m_updateRun.bind(bindRun(m_updateRun, run, digest), id);
    m_deleteAttempts.bind(1, id);
    m_deleteIo.bind(1, id);
    return m_updateRun.run() && m_deleteAttempts.run() && m_deleteIo.run() && writeNeighbours(id, run);
}

bool StoreWriter::writeNeighbours(qint64 id, const Run& run)
{
    for (int i = 0; i < run.attempts.size(); ++i) {
        m_insertAttempt.bind(1, id);
        m_insertAttempt.bind(2, qint64(i));
        bindAttempt(m_insertAttempt, 3, run.attempts.at(i));
        if (!m_insertAttempt.run())
            return false;
    }
    for (const bool out : {false, true}) {
        for (const QString& name : out ? run.outputs : run.inputs) {
            const auto dataset = datasetId(name);
            if (!dataset)
                return false;
            m_insertIo.bind(1, id);
            m_insertIo.bind(2, out ? QStringLiteral("out") : QStringLiteral("in"));
            m_insertIo.bind(3, *dataset);
            if (!m_insertIo.run())
                return false;
        }
    }
    return true;
}

std::optional<Run> StoreWriter::storedRun(qint64 id)
{
    m_readRun.bind(1, id);
    if (m_readRun.step() != Statement::Step::Row)
        return std::nullopt;
    Run run = readRun(m_readRun, 0);
    m_readRun.reset();
    m_readAttempts.bind(1, id);
    while (m_readAttempts.step() == Statement::Step::Row)
        run.attempts << readAttempt(m_readAttempts, 0);
    m_readAttempts.reset();
    m_readIo.bind(1, id);
    while (m_readIo.step() == Statement::Step::Row)
        (m_readIo.text(0) == QLatin1String("in") ? run.inputs : run.outputs) << m_readIo.text(1);
    m_readIo.reset();
    run.inputs.sort();
    run.outputs.sort();
    return run;
}

std::optional<qint64> StoreWriter::datasetId(const QString& name)
{
    const auto known = m_datasets.constFind(name);
    if (known != m_datasets.constEnd())
        return *known;
    m_findDataset.bind(1, name);
    const auto step = m_findDataset.step();
    qint64 id = step == Statement::Step::Row ? m_findDataset.integer(0) : 0;
    m_findDataset.reset();
    if (step == Statement::Step::Failed)
        return std::nullopt;
    if (step == Statement::Step::Done) {
        m_insertDataset.bind(1, name);
        if (!m_insertDataset.run())
            return std::nullopt;
        id = m_database.lastInsertId();
    }
    m_datasets.insert(name, id);
    return id;
}

bool StoreWriter::writeCheck(const SourceCheck& check)
{
    m_findCheck.bind(1, check.invocationId);
    m_findCheck.bind(2, check.uniqueId);
    const auto step = m_findCheck.step();
    const bool known = step == Statement::Step::Row;
    const SourceCheck stored = known ? readSourceCheck(m_findCheck) : SourceCheck();
    m_findCheck.reset();
    if (step == Statement::Step::Failed)
        return false;
    const SourceCheck both = known ? merged(stored, check) : check;
    ++(known ? (both == stored ? m_counts.unchanged : m_counts.updated) : m_counts.added);
    if (known && both == stored)
        return true;
    bindSourceCheck(m_putCheck, both);
    return m_putCheck.run();
}

bool StoreWriter::writeObservation(const Observation& given)
{
    const auto dataset = datasetId(given.dataset);
    if (!dataset)
        return false;
    const auto bindKey = [&](Statement& statement) {
        statement.bind(1, given.record);
        statement.bind(2, given.jobKey);
        statement.bind(3, given.runKey);
        statement.bind(4, *dataset);
        statement.bind(5, qint64(given.kind));
        statement.bind(6, given.cursorField);
    };
    bindKey(m_findObservation);
    const auto step = m_findObservation.step();
    const bool known = step == Statement::Step::Row;
    Observation stored = given;
    if (known) {
        stored.at = base::UtcTime{m_findObservation.integer(0)};
        stored.value = m_findObservation.text(1);
        stored.instant = m_findObservation.isNull(2) ? std::nullopt : std::optional(base::UtcTime{m_findObservation.integer(2)});
    }
    m_findObservation.reset();
    if (step == Statement::Step::Failed)
        return false;
    const Observation both = known ? merged(stored, given) : given;
    ++(known ? (both == stored ? m_counts.unchanged : m_counts.updated) : m_counts.added);
    if (known && both == stored)
        return true;
    bindKey(m_putObservation);
    m_putObservation.bind(7, both.at.us);
    m_putObservation.bind(8, both.value);
    m_putObservation.bind(9, both.instant ? std::optional<qint64>(both.instant->us) : std::nullopt);
    return m_putObservation.run();
}

bool StoreWriter::writeManifest(const Manifest& given)
{
    const auto stored = loadManifest(m_database, given.invocationId);
    const Manifest both = stored ? merged(*stored, given) : given;
    ++(stored ? (both == *stored ? m_counts.unchanged : m_counts.updated) : m_counts.added);
    if (stored && both == *stored)
        return true;
    const QByteArray nodes = packNodes(both.nodes);
    const QByteArray digest = QCryptographicHash::hash(nodes, QCryptographicHash::Sha256);
    Statement putNodes = m_database.prepare(QStringLiteral("INSERT OR IGNORE INTO manifest_nodes VALUES(?,?)"));
    Statement put = m_database.prepare(QStringLiteral("INSERT OR REPLACE INTO manifest VALUES(%1)").arg(marks(7)));
    if (!putNodes.valid() || !put.valid())
        return false;
    putNodes.bind(1, digest);
    putNodes.bind(2, nodes);
    put.bind(1, both.invocationId);
    put.bind(2, both.project);
    put.bind(3, both.dbtVersion);
    put.bind(4, both.generatedAt ? std::optional<qint64>(both.generatedAt->us) : std::nullopt);
    put.bind(5, both.invocationStartedAt ? std::optional<qint64>(both.invocationStartedAt->us) : std::nullopt);
    put.bind(6, both.adapter);
    put.bind(7, digest);
    return putNodes.run() && put.run();
}

} // namespace runs
