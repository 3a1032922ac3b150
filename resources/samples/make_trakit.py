#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the run history of the sample workspace: three weeks in the systems' own formats, good days and the bad one.

Content is invented, shapes are those of Airbyte's config API, dbt 1.12, a dlt SQLite destination and Tableau's REST API.
No clock and no random seed from outside: running it again writes the same bytes (the SQLite file: the same rows).
"""
import base64
import datetime as dt
import json
import pathlib
import random
import sqlite3
import uuid
import zlib

HERE = pathlib.Path(__file__).parent / "trakit" / "runs"
UTC = dt.timezone.utc
R = random.Random(20251003)
BAD = dt.date(2025, 10, 3)
DAYS = [BAD - dt.timedelta(days=n) for n in range(20, -1, -1)]
CONNECTION = "6f1d3c52-8a0e-4b57-9c2d-7a41f0b6e913"


def la(day, hour, minute, second=0, us=0):
    """Los Angeles is seven hours behind UTC in all three weeks."""
    return dt.datetime(day.year, day.month, day.day, hour, minute, second, us, UTC) + dt.timedelta(hours=7)


def z(t):
    return t.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def uid(name):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "weirkeeper-sample-" + name))


def seconds(n):
    return dt.timedelta(seconds=n)


def write(path, value):
    path = HERE / path
    path.parent.mkdir(parents=True, exist_ok=True)
    text = value if isinstance(value, str) else json.dumps(value, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")


def statuses_attempts(day):
    start = la(day, 0, 30, 4)
    if day == BAD:
        return [(start, la(day, 3, 2, 41), False), (la(day, 6, 10, 0), la(day, 7, 4, 12), True)]
    return [(start, la(day, 0, 51, 0) + seconds(R.randint(-150, 150)), True)]


ATTEMPTS = {day: statuses_attempts(day) for day in DAYS}
SHIFTS = {day: (la(day, 0, 30, 9, 250000), la(day, 0, 49, 0) + seconds(R.randint(-60, 60))) for day in DAYS}
ROWS = {day: 1951 if day == BAD else 1850 + R.randint(0, 230) for day in DAYS}
SHIFT_ROWS = {day: 130 + R.randint(0, 36) for day in DAYS}


def airbyte():
    jobs = []
    for number, day in enumerate(DAYS):
        tries = ATTEMPTS[day]
        attempts = []
        for n, (begin, end, ok) in enumerate(tries):
            rows = ROWS[day] if ok else 0
            attempt = {"id": n, "status": "succeeded" if ok else "failed", "createdAt": int(begin.timestamp()),
                       "updatedAt": int(end.timestamp()), "endedAt": int(end.timestamp()), "bytesSynced": rows * 344, "recordsSynced": rows,
                       "totalStats": {"recordsEmitted": rows, "bytesEmitted": rows * 344, "recordsCommitted": rows},
                       "streamStats": [{"streamName": "statuses", "stats": {"recordsEmitted": rows, "recordsCommitted": rows}}]}
            if not ok:
                attempt["failureSummary"] = {"failures": [{"failureOrigin": "source", "failureType": "transient_error",
                    "externalMessage": "timeout: the Trakit API did not answer for 2 h 30 min", "timestamp": int(end.timestamp() * 1000),
                    "retryable": True}], "partialSuccess": False}
            attempts.append(attempt)
        jobs.append({"job": {"id": 8792 + number, "configType": "sync", "configId": CONNECTION, "enabledStreams": [{"name": "statuses"}],
                             "createdAt": int(tries[0][0].timestamp()), "updatedAt": int(tries[-1][1].timestamp()),
                             "startedAt": int(tries[0][0].timestamp()), "status": "succeeded",
                             "aggregatedStats": {"recordsEmitted": ROWS[day], "recordsCommitted": ROWS[day], "bytesEmitted": ROWS[day] * 344}},
                     "attempts": attempts})
    write("airbyte/jobs_list.json", {"jobs": list(reversed(jobs)), "totalJobCount": len(jobs)})


MODELS = [  # name, materialized, seconds after the invocation's start, seconds it takes, depends on
    ("stg_trakit_statuses", "view", 31, 1.2, ["source.concrete.trakit.statuses"]),
    ("stg_trakit_shifts", "view", 32, 1.1, ["source.concrete.trakit.shifts"]),
    ("fact_trakit_statuses_with_shifts", "table", 40, 244.0, ["model.concrete.stg_trakit_statuses", "model.concrete.stg_trakit_shifts"]),
    ("rpt_pre_post_trip", "table", 830, 141.0, ["model.concrete.fact_trakit_statuses_with_shifts"]),
]
TEST = "test.concrete.not_null_fact_trakit_statuses_with_shifts_status.7c1e2a90b4"


def relation(name, materialized):
    return "ANALYTICS.%s.%s" % ("STAGING" if materialized == "view" else "MARTS", name.upper())


def timing(begin, end):
    middle = begin + dt.timedelta(milliseconds=18)
    return [{"name": "compile", "started_at": z(begin - dt.timedelta(milliseconds=30)), "completed_at": z(begin - dt.timedelta(milliseconds=2))},
            {"name": "execute", "started_at": z(begin), "completed_at": z(max(end, middle))}]


def build_start(day):
    return la(day, 1, 36, 4) if day == BAD else la(day, 1, 36, 4) + seconds(R.randint(-20, 45))


BUILDS = {day: build_start(day) for day in DAYS}


def run_results(day):
    start = BUILDS[day]
    factor = 1.0 if day == BAD else 0.9 + R.random() / 5
    results = []
    for n, (name, kind, offset, length, _) in enumerate(MODELS):
        begin = start + seconds(offset)
        end = begin + seconds(length * factor)
        results.append({"status": "success", "timing": timing(begin, end), "thread_id": "Thread-%d (worker)" % (n % 4 + 1),
                        "execution_time": round((end - begin).total_seconds() + 0.03, 6),
                        "adapter_response": {"_message": "SUCCESS 1", "code": "SUCCESS", "rows_affected": 1}, "message": "SUCCESS 1",
                        "failures": None, "unique_id": "model.concrete." + name, "compiled": True, "compiled_code": "select ...",
                        "relation_name": relation(name, kind), "batch_results": None})
    tested = start + seconds(1200)
    results.append({"status": "pass", "timing": timing(tested, tested + seconds(3)), "thread_id": "Thread-2 (worker)", "execution_time": 3.03,
                    "adapter_response": {"_message": "SUCCESS 1", "code": "SUCCESS", "rows_affected": 1}, "message": None, "failures": 0,
                    "unique_id": TEST, "compiled": True, "compiled_code": "select ...", "relation_name": None, "batch_results": None})
    end = start + seconds(22 * 60 * factor)
    write("dbt/%s/run_results.json" % day.isoformat(), {
        "metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json", "dbt_version": "1.12.3", "generated_at": z(end),
                     "invocation_id": uid("build-%s" % day), "invocation_started_at": z(start), "env": {}},
        "results": results, "elapsed_time": round((end - start).total_seconds() - 24, 3),
        "args": {"which": "build", "invocation_command": "dbt build --select tag:nightly", "select": ["tag:nightly"], "target": "prod"}})


def source_row(name, loaded, checked, status):
    return {"unique_id": "source.concrete.trakit." + name, "max_loaded_at": loaded.strftime("%Y-%m-%dT%H:%M:%S.%f+00:00"),
            "snapshotted_at": checked.strftime("%Y-%m-%dT%H:%M:%S.%f+00:00"),
            "max_loaded_at_time_ago_in_s": (checked - loaded).total_seconds(), "status": status,
            "criteria": {"warn_after": {"count": 36, "period": "hour"}, "error_after": {"count": 48, "period": "hour"}, "filter": None},
            "adapter_response": {"_message": "SUCCESS 1", "code": "SUCCESS", "rows_affected": 1},
            "timing": timing(checked - seconds(0.6), checked + seconds(0.4)), "thread_id": "Thread-1 (worker)", "execution_time": 1.0}


def last_loads(at):
    """LOADEDON of both tables at an instant: stamped a few seconds before the load's end."""
    statuses = max(tries[-1][1] for tries in ATTEMPTS.values() if tries[-1][1] <= at) if any(t[-1][1] <= at for t in ATTEMPTS.values()) else None
    shifts = max(end for _, end in SHIFTS.values() if end <= at)
    return statuses - seconds(14) if statuses else None, shifts - seconds(9)


def source_freshness(day, label, start, without_shifts):
    checked = start + seconds(9)
    statuses, shifts = last_loads(checked)
    rows = [source_row("statuses", statuses, checked, "pass")]
    if not without_shifts:  # dbt 1.8 to 1.12 leave out a source whose query failed
        rows.append(source_row("shifts", shifts, checked + dt.timedelta(milliseconds=40), "pass"))
    write("dbt/%s/%s/sources.json" % (day.isoformat(), label), {
        "metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/sources/v3.json", "dbt_version": "1.12.3", "generated_at": z(start + seconds(12)),
                     "invocation_id": uid("%s-%s" % (label, day)), "invocation_started_at": z(start), "env": {}},
        "results": rows, "elapsed_time": 3.2})


def manifest():
    nodes = {}
    for name, kind, _, _, depends in MODELS:
        nodes["model.concrete." + name] = {
            "unique_id": "model.concrete." + name, "resource_type": "model", "name": name, "alias": name, "database": "ANALYTICS",
            "schema": "STAGING" if kind == "view" else "MARTS", "relation_name": relation(name, kind), "fqn": ["concrete", name],
            "package_name": "concrete", "path": name + ".sql", "original_file_path": "models/%s.sql" % name, "tags": ["nightly"],
            "config": {"materialized": kind, "tags": ["nightly"]}, "depends_on": {"macros": [], "nodes": depends}, "created_at": 1757750000.0}
    nodes[TEST] = {"unique_id": TEST, "resource_type": "test", "name": TEST.split(".")[2], "alias": "not_null", "database": "ANALYTICS",
                   "schema": "DBT_TEST__AUDIT", "relation_name": None, "fqn": ["concrete", "not_null"], "package_name": "concrete", "path": "t.sql",
                   "original_file_path": "models/schema.yml", "tags": [], "config": {"materialized": "test"},
                   "depends_on": {"macros": [], "nodes": ["model.concrete.fact_trakit_statuses_with_shifts"]}, "created_at": 1757750000.0}
    criteria = {"warn_after": {"count": 36, "period": "hour"}, "error_after": {"count": 48, "period": "hour"}, "filter": None}
    sources = {}
    for name in ("statuses", "shifts"):
        sources["source.concrete.trakit." + name] = {
            "unique_id": "source.concrete.trakit." + name, "resource_type": "source", "source_name": "trakit", "name": name,
            "identifier": name.upper(), "database": "RAW", "schema": "TRAKIT", "relation_name": "RAW.TRAKIT." + name.upper(), "loader": "airbyte",
            "package_name": "concrete", "path": "models/sources.yml", "original_file_path": "models/sources.yml", "fqn": ["concrete", "trakit", name],
            "tags": [], "loaded_at_field": "LOADEDON", "loaded_at_query": None, "freshness": criteria,
            "config": {"enabled": True, "freshness": criteria, "loaded_at_field": "LOADEDON", "loaded_at_query": None}, "created_at": 1757750000.0}
    exposure = "exposure.concrete.pre_post_trip"
    first = BUILDS[DAYS[0]]
    parents = {key: node["depends_on"]["nodes"] for key, node in nodes.items()}
    write("dbt/manifest.json", {
        "metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json", "dbt_version": "1.12.3", "generated_at": z(first + seconds(20)),
                     "invocation_id": uid("build-%s" % DAYS[0]), "invocation_started_at": z(first), "project_name": "concrete", "adapter_type": "snowflake"},
        "nodes": nodes, "sources": sources, "macros": {}, "docs": {}, "metrics": {}, "groups": {}, "selectors": {}, "disabled": {},
        "saved_queries": {}, "semantic_models": {}, "unit_tests": {}, "parent_map": parents, "child_map": {},
        "exposures": {exposure: {"unique_id": exposure, "resource_type": "exposure", "name": "pre_post_trip", "label": "Concrete pre/post trip",
                                 "type": "dashboard", "package_name": "concrete", "owner": {"name": "Operations", "email": "operations@example.com"},
                                 "depends_on": {"macros": [], "nodes": ["model.concrete.rpt_pre_post_trip"]}}}})


def dlt():
    path = HERE / "dlt" / "warehouse__raw.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript("""
        create table _dlt_loads(load_id TEXT not null, schema_name TEXT, status BIGINT not null, inserted_at DATETIME not null, schema_version_hash TEXT);
        create table _dlt_version(version BIGINT not null, engine_version BIGINT not null, inserted_at DATETIME not null, schema_name TEXT not null,
                                  version_hash TEXT not null, schema TEXT not null);
        create table _dlt_pipeline_state(version BIGINT not null, engine_version BIGINT not null, pipeline_name TEXT not null, state TEXT not null,
                                         created_at DATETIME not null, version_hash TEXT, _dlt_load_id TEXT not null, _dlt_id TEXT not null);
        create table statuses(id BIGINT, business_date DATE, status TEXT, _dlt_load_id TEXT not null);
        create table shifts(id BIGINT, business_date DATE, _dlt_load_id TEXT not null);""")
    stamp = lambda t: t.strftime("%Y-%m-%d %H:%M:%S.%f")
    words = ["LOADING", "PRE_TRIP", "POST_TRIP", "POURING", "WASHING"]
    row = {"statuses": 46000, "shifts": 9000}
    for version, day in enumerate(DAYS, 1):
        loads = [("trakit", "statuses", ATTEMPTS[day][-1][0] + seconds(3.25), ATTEMPTS[day][-1][1] - seconds(2), ROWS[day]),
                 ("shifts", "shifts", SHIFTS[day][0], SHIFTS[day][1], SHIFT_ROWS[day])]
        for schema, table, begin, end, count in loads:
            load_id = ("%.6f" % begin.timestamp()).rstrip("0")
            business = (day - dt.timedelta(days=1)).isoformat()
            db.execute("insert into _dlt_loads values(?,?,0,?,?)", (load_id, schema, stamp(end), uid(schema)[:22]))
            state = {"_state_version": version, "_state_engine_version": 4, "pipeline_name": schema, "sources": {schema: {"resources": {table: {
                "incremental": {"business_date": {"initial_value": "\uf0282025-09-01", "last_value": "\uf028" + business, "unique_hashes": []}}}}}}}
            packed = base64.b64encode(zlib.compress(json.dumps(state, ensure_ascii=False).encode(), 9)).decode()
            db.execute("insert into _dlt_pipeline_state values(?,4,?,?,?,?,?,?)",
                       (version, schema, packed, stamp(begin), uid("%s%d" % (schema, version))[:22], load_id, uid(load_id)[:14]))
            for n in range(count):
                row[table] += 1
                if table == "statuses":
                    db.execute("insert into statuses values(?,?,?,?)", (row[table], business, words[n % 5], load_id))
                else:
                    db.execute("insert into shifts values(?,?,?)", (row[table], business, load_id))
    for schema in ("trakit", "shifts"):
        db.execute("insert into _dlt_version values(1,11,?,?,?,?)", (stamp(SHIFTS[DAYS[0]][1]), schema, uid(schema)[:22], '{"name":"%s","tables":{}}' % schema))
    db.commit()
    db.execute("vacuum")
    db.close()


def tableau():
    jobs = "".join('\n  <backgroundJob id="%s" status="Success" createdAt="%s" startedAt="%s" endedAt="%s" priority="50" jobType="refresh_extracts"/>' % (
        uid("refresh-%s" % day), z(la(day, 6, 0))[:19] + "Z", z(la(day, 6, 0, 11))[:19] + "Z", z(la(day, 6, 3, 30))[:19] + "Z") for day in reversed(DAYS))
    write("tableau/jobs.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<tsResponse xmlns="http://tableau.com/api"><pagination pageNumber="1" '
          'pageSize="100" totalAvailable="%d"/><backgroundJobs>%s\n</backgroundJobs></tsResponse>\n' % (len(DAYS), jobs))


airbyte()
for d in DAYS:
    run_results(d)
    source_freshness(d, "source_freshness", la(d, 1, 34, 2), d == BAD)
source_freshness(BAD, "source_freshness_by_hand", la(BAD, 7, 31, 40), True)
manifest()
dlt()
tableau()
