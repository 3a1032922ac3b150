#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random histories of invented companies, as raw files of the systems, with the findings that oracle.py expects.

usage: worlds.py --weirctl BIN [--seeds FROM-TO] [--keep DIR]     compares `weirctl diagnose --json` with the oracle
"""
import argparse
import base64
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import uuid
import zlib

from oracle import (BAD, DAY, HOUR, MIN, RULES, SEC, Job, Run, at, firings, iso, judge, lateness, pair, side, us, wall_to_utc)
import datetime as dt
import zoneinfo

START = us(dt.datetime(2026, 2, 20, tzinfo=dt.timezone.utc))
ZONES = ["UTC", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney"]


class World:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.days = self.r.choice([10, 16, 24, 33])
        self.end = START + self.days * DAY
        self.pipelines, self.extractions, self.projects, self.readers, self.lineage = {}, [], [], [], []
        self.build()

    def uid(self, *parts):
        return str(uuid.uuid5(uuid.NAMESPACE_URL, "world-" + "-".join(map(str, parts)) + str(self.days)))

    # ------------------------------------------------------------------ invention
    def cron(self):
        r = self.r
        return r.choice(["%d %d * * *" % (r.randrange(0, 60, 5), r.randrange(0, 6))] * 5 + ["%d %d * * 1-5" % (r.randrange(0, 60, 5), r.randrange(0, 6)),
                        "%d * * * *" % r.randrange(0, 60, 5), "%d */4 * * *" % r.randrange(0, 60, 5), "%d 2 * * 1" % r.randrange(0, 60, 5)])

    def build(self):
        r = self.r
        zone = r.choice(ZONES)
        for n in range(r.randint(1, 3)):
            cron = self.cron() if r.random() < 0.9 else None
            name = "load_%d" % n
            job = Job("%s.sync" % name, cron, zone if r.random() < 0.7 else r.choice(ZONES), cron is not None, "%s.sync" % name)
            kind = r.choice(["config", "config", "public", "dlt", "lineage"])
            tables = ["RAW.S%d.T%d" % (n, i) for i in range(r.randint(1, 2))]
            self.extractions.append(dict(name=name, job=job, kind=kind, tables=tables, key=self.uid("connection", n)))
            self.pipelines[name] = dict(schedule=cron, timezone=job.zone, deps=[])
            self.load_runs(self.extractions[-1])
        for n in range(r.randint(1, 2)):
            self.project(n)
        for n in range(r.randint(0, 2)):
            self.refresh(n)
        if r.random() < 0.5:
            self.lineage_job()

    def slots_for_runs(self, cron, zone):
        if cron:
            return firings(cron, zone, START, self.end)
        return [START + d * DAY + 3 * HOUR + self.r.randrange(600) * SEC for d in range(self.days)]

    def load_runs(self, x):
        r, job, n = self.r, x["job"], 1000 * len(self.extractions)  # job ids are unique in an Airbyte
        slots = self.slots_for_runs(job.cron, job.zone)
        step = (slots[1] - slots[0]) if len(slots) > 1 else DAY
        usual = min(r.randint(3, 50) * MIN, step // 3)
        free = 0
        for s in slots:
            if r.random() < 0.06:
                continue                                            # a slot without a run
            begin = max(s + r.randint(0, 40) * SEC, free)
            if begin > s + step:
                continue                                            # an engine that never runs a job twice at once
            length = usual * r.uniform(0.8, 1.2) if r.random() < 0.85 else usual * r.uniform(2, 9)
            end = begin + max(10, int(length / SEC)) * SEC
            ok = r.random() > 0.07
            tries = 1
            if x["kind"] == "config" and r.random() < 0.1:
                tries, end = 2, end + r.randint(5, 200) * MIN
            job.runs.append(Run(job.name, str(1000 + n), begin, end, ok, begin, tries if x["kind"] == "config" else 1))
            n, free = n + 1, end + SEC
            if not ok and r.random() < 0.6 or r.random() < 0.05:    # repeated by hand, or a backfill
                again = end + r.randint(1, 120) * MIN
                stop = again + max(10, int(usual / SEC)) * SEC
                if stop < s + step:
                    job.runs.append(Run(job.name, str(1000 + n), again, stop, True, again, 1))
                    n, free = n + 1, stop + SEC
        job.runs = [x2 for x2 in job.runs if x2.end < self.end]
        if x["kind"] == "dlt":
            job.runs = [x2 for x2 in job.runs if x2.ok]             # a failed load leaves no row
            for x2 in job.runs:
                x2.run = "%d.25" % (x2.start // SEC)
                x2.start += 250_000
                x2.created = x2.start
        if x["kind"] == "lineage":
            for x2 in job.runs:
                x2.run = self.uid(job.name, x2.run)

    def project(self, n):
        r = self.r
        name, pipe = "shop%d" % n, "build_%d" % n
        raw = [(e, t) for e in self.extractions for t in e["tables"]]
        sources = {"source.%s.raw.t%d" % (name, i): t for i, (_, t) in enumerate(r.sample(raw, r.randint(1, len(raw))))}
        if n and r.random() < 0.6:
            other = self.projects[0]
            m = r.choice([k for k, v in other["nodes"].items() if v["mat"] != "ephemeral"])
            sources["source.%s.mart.m" % name] = other["nodes"][m]["relation"]
        nodes = {}
        for i in range(r.randint(2, 5)):
            pool = list(sources) + list(nodes)
            u = "model.%s.m%d" % (name, i)
            nodes[u] = dict(mat=r.choice(["table", "table", "view", "incremental", "ephemeral"]), relation="DW.%s.M%d" % (name.upper(), i),
                            deps=r.sample(pool, r.randint(1, min(2, len(pool)))))
        own = r.random() < 0.8
        cron = self.cron() if own else None
        zone = r.choice(ZONES)
        up = r.choice(self.extractions)
        base = (cron, zone) if own else (up["job"].cron, up["job"].zone if up["job"].cron else zone)
        p = dict(name=name, pipe=pipe, nodes=nodes, sources=sources, cron=base[0], zone=base[1], own=own, invocations=[], task="%s.dbt" % pipe)
        self.pipelines[pipe] = dict(schedule=cron, timezone=zone, deps=[] if own else [up["name"]], sla=None)
        if own and r.random() < 0.4:
            p["sla"] = self.pipelines[pipe]["sla"] = "%02d:00" % r.randint(3, 9)
        self.projects.append(p)
        slots = self.slots_for_runs(*base)
        step = (slots[1] - slots[0]) if len(slots) > 1 else DAY
        for k, s in enumerate(slots):
            if r.random() < 0.04:
                continue
            begin = s + r.randint(0, 50) * SEC if own or r.random() < 0.3 else s + r.randint(5, 90) * MIN
            which = "build" if r.random() < 0.93 else r.choice(["docs", "empty", "run", "retry"])
            t, rows = begin + r.randint(3, 30) * SEC, {}
            room = min(step, DAY) // (12 * max(1, len(nodes)))
            for u, node in nodes.items():
                if node["mat"] == "ephemeral" or (which in ("run", "retry") and r.random() < 0.4):
                    continue
                status = r.choice(["success"] * 18 + ["error", "skipped"])
                length = 1 * SEC if node["mat"] == "view" else max(SEC, int(room * r.uniform(0.2, 0.9)))
                rows[u] = (status, t + r.randint(0, 999_999), t + length) if status != "skipped" else (status, None, None)
                t += length
            p["invocations"].append(dict(id=self.uid(name, k, which), which=which, start=begin, end=t + 5 * SEC, rows=rows))
        p["invocations"] = [i for i in p["invocations"] if i["end"] < self.end]

    def refresh(self, n):
        r = self.r
        p = r.choice(self.projects)
        models = [u for u, v in p["nodes"].items() if v["mat"] in ("table", "incremental")]
        if not models or self.readers:
            return
        cron, zone = "%d %d * * *" % (r.randrange(0, 60, 10), r.randint(4, 12)), r.choice(ZONES)
        job = Job("dash_%d.refresh" % n, cron, zone, True, "dash_%d.refresh" % n)
        for k, s in enumerate(firings(cron, zone, START, self.end - HOUR)):
            if r.random() < 0.95:
                job.runs.append(Run(job.name, self.uid("tableau", n, k), s + 11 * SEC, s + r.randint(2, 9) * MIN, r.random() > 0.05, s + SEC))
        self.readers.append(dict(job=job, consumes=[p["nodes"][r.choice(models)]["relation"]], pipe="dash_%d" % n))
        self.pipelines["dash_%d" % n] = dict(schedule=cron, timezone=zone, deps=[])

    def lineage_job(self):
        r = self.r
        x = r.choice(self.extractions)
        job = Job("etl.copy_%s" % x["name"])
        for d in range(self.days):
            s = START + d * DAY + r.randint(1, 5) * HOUR + r.randrange(3600) * SEC
            job.runs.append(Run(job.name, self.uid("lineage", d), s, s + r.randint(1, 30) * MIN, r.random() > 0.05))
        self.lineage.append(dict(job=job, inputs=[r.choice(x["tables"])], outputs=["DW.COPY.%s" % x["name"].upper()] if r.random() < 0.7 else []))

    # ------------------------------------------------------------------ expectation
    def expected(self):
        latest = max([r.end for x in self.extractions for r in x["job"].runs] + [i["end"] for p in self.projects for i in p["invocations"]]
                     + [r.end for x in self.readers + self.lineage for r in x["job"].runs])
        model_of = {}                                               # relation -> (project, unique_id)
        for p in self.projects:
            for u, v in p["nodes"].items():
                model_of[v["relation"]] = (p, u)
        producers = {}                                              # relation -> [Job]
        for x in self.extractions:
            for t in x["tables"]:
                producers.setdefault(t, []).append(x["job"])
        for x in self.lineage:
            for t in x["outputs"]:
                producers.setdefault(t, []).append(x["job"])
        node_jobs, task_jobs = {}, {}
        for p in self.projects:
            own = p["own"]
            task = Job(p["task"], p["cron"], p["zone"], own, p["task"])
            task.runs = [Run(p["task"], i["id"], i["start"], i["end"], None) for i in p["invocations"] if i["which"] not in ("docs",)]
            task_jobs[p["name"]] = task
            for u, v in p["nodes"].items():
                if v["mat"] == "ephemeral":
                    continue
                job = Job(u, p["cron"], p["zone"], own, p["task"])
                for i in p["invocations"]:
                    if u in i["rows"] and i["which"] != "docs" and i["which"] != "empty":
                        status, a, b = i["rows"][u]
                        job.runs.append(Run(u, i["id"], i["start"], b if status == "success" else i["end"], status == "success", i["start"]))
                node_jobs[u] = job
                if v["mat"] != "view":
                    producers.setdefault(v["relation"], []).append(job)
        for jobs in list(producers.values()) + [[x["job"]] for x in self.readers + self.lineage] + [[j] for j in node_jobs.values()] + [[j] for j in task_jobs.values()]:
            for j in jobs:
                if not j.slots and j.runs or j.cron and not j.slots:
                    j.settle(START, latest)

        def reads(p, u, seen=()):
            """Relations that a node selects from, seen through views and ephemerals; (relation, is_same_manifest)."""
            out = set()
            for d in p["nodes"][u]["deps"]:
                if d in p["nodes"]:
                    if p["nodes"][d]["mat"] in ("view", "ephemeral"):
                        out |= reads(p, d)
                    else:
                        out.add((p["nodes"][d]["relation"], True))
                else:
                    out |= through(p["sources"][d])
            return out

        def through(relation):
            if relation in model_of and model_of[relation][0]["nodes"][model_of[relation][1]]["mat"] in ("view", "ephemeral"):
                q, u = model_of[relation]
                return {(x, False) for x, _ in reads(q, u)}
            return {(relation, False)}

        edges = []                                                  # (P, X, C job, [(run id, r, start)])
        for p in self.projects:
            for u, v in p["nodes"].items():
                if v["mat"] in ("view", "ephemeral"):
                    continue
                rs = [(i["id"], i["rows"][u][1], i["start"]) for i in p["invocations"]
                      if i["which"] in ("run", "build", "retry") and u in i["rows"] and i["rows"][u][0] == "success"]
                for x, same in sorted(reads(p, u)):
                    for P in producers.get(x, []):
                        if not (P.name in p["nodes"]):
                            edges.append((P, x, node_jobs[u], rs))
        for x in self.readers:
            for d in x["consumes"]:
                for P in producers.get(d, []):
                    edges.append((P, d, x["job"], [(q.run, q.start, q.start) for q in x["job"].runs if q.ok]))
        for x in self.lineage:
            for d in x["inputs"]:
                for P in producers.get(d, []):
                    edges.append((P, d, x["job"], [(q.run, q.start, q.start) for q in x["job"].runs if q.ok]))
        out, verdicts = [], {}
        for P, x, C, rs in edges:
            if not P.runs:
                continue
            judged = {}
            for run, r, start in rs:
                e = pair(P, C, r, start, latest)
                if e is None:
                    continue
                v = judge(P, e, r)
                if v is None:
                    continue
                verdict, who, slot, gap = v
                judged.setdefault(e, []).append((run, verdict))
                verdicts[(C.name, run, P.name, x)] = (verdict, slot, P, who)
                if verdict in BAD:
                    out.append(dict(rule=RULES[verdict], verdict=verdict, severity="error", dataset=x, slot_date=P.date(slot),
                                    consumer=side(C.name, run, "start", r), producer=side(P.name, who.run if who else None, "end", who.end if who else None),
                                    gap_seconds=None if gap is None else gap / SEC))
        self.dashboards(out, verdicts, node_jobs, reads, through, model_of)
        for x in self.extractions:
            for e, who, late in lateness(x["job"]):
                if late:
                    out.append(dict(rule="retry_made_producer_late" if who.attempts > 1 else "producer_ended_late", verdict=None, severity="warning",
                                    dataset=None, slot_date=x["job"].date(e), consumer=None, producer=side(x["job"].name, who.run, "end", who.end), gap_seconds=None))
        for p in self.projects:
            for i in p["invocations"]:
                if i["which"] == "docs":
                    out.append(dict(rule="not_a_materialising_run", verdict=None, severity="info", dataset=None, slot_date=at(i["start"]).date().isoformat(),
                                    consumer=side(p["task"], i["id"], "start", i["start"]), producer=None, gap_seconds=None))
        return out

    def dashboards(self, out, verdicts, node_jobs, reads, through, model_of):
        bad_of = {}
        for (c, run, _, x), (verdict, slot, P, who) in verdicts.items():
            if verdict in BAD:
                bad_of.setdefault((c, run), []).append((slot, P, who, x))

        def newest(u, t):
            """The newest version of a node's relation at t: its publishing run with the largest end <= t."""
            p = next(q for q in self.projects if u in q["nodes"])
            c = [(i["rows"][u][2], i) for i in p["invocations"] if i["which"] in ("run", "build", "retry") and u in i["rows"]
                 and i["rows"][u][0] == "success" and i["rows"][u][2] <= t]
            return max(c, key=lambda a: a[0])[1] if c else None

        def causes(u, t, seen):
            i = newest(u, t)
            if i is None or (u, i["id"]) in seen:
                return []
            seen.add((u, i["id"]))
            found = list(bad_of.get((u, i["id"]), []))
            p = next(q for q in self.projects if u in q["nodes"])
            for x, _ in reads(p, u):
                if x in model_of:
                    found += causes(model_of[x][1], i["rows"][u][1], seen)
            return found

        for rd in [dict(job=x["job"], consumes=x["consumes"]) for x in self.readers]:
            for q in rd["job"].runs:
                if not q.ok:
                    continue
                for x in rd["consumes"]:
                    if x not in model_of:
                        continue
                    if any(v[0] in BAD for k, v in verdicts.items() if k[0] == rd["job"].name and k[1] == q.run and k[3] == x):
                        continue
                    c = causes(model_of[x][1], q.start, set())
                    if not c:
                        continue
                    far = float("inf")
                    key = lambda a: (-(a[1].delivered(a[0]) if a[1].delivered(a[0]) is not None else far), a[1].name, a[1].date(a[0]), a[3])
                    slot, P, who, _ = min(c, key=key)
                    d = P.delivered(slot)
                    verdict = next(v[0] for k, v in verdicts.items() if v[0] in BAD and v[1] == slot and v[2] is P and v[3] is who)
                    gap = (d - q.start) / SEC if d is not None and d > q.start else None
                    out.append(dict(rule="dashboard_refreshed_on_old_data", verdict=verdict, severity="error", dataset=x, slot_date=P.date(slot),
                                    consumer=side(rd["job"].name, q.run, "start", q.start),
                                    producer=side(P.name, who.run if who else None, "end", who.end if who else None), gap_seconds=gap))

    # ------------------------------------------------------------------ raw files
    def write(self, folder):
        folder = pathlib.Path(folder)
        w, runs = folder / "workspace", folder / "runs"
        (w / "pipelines").mkdir(parents=True)
        runs.mkdir()
        (w / "weirkeeper.yaml").write_text("name: World\n")
        y = ["pipelines:"]
        for name, p in self.pipelines.items():
            y += ["  %s:" % name, "    timezone: %s" % p["timezone"], "    outputs: [ready]"]
            if p["schedule"]:
                y.append('    schedule: "%s"' % p["schedule"])
            if p["deps"]:
                y += ["    dependencies:"] + ["      - %s.ready" % d for d in p["deps"]]
            if p.get("sla"):
                y.append('    sla: "%s"' % p["sla"])
            y.append("    tasks:")
            for x in self.extractions:
                if x["name"] == name:
                    keys = {"config": "connection_id: %s" % x["key"], "public": "connection_id: %s" % x["key"], "dlt": "pipeline_name: %s" % name,
                            "lineage": "namespace: etl, job: %s" % name}[x["kind"]]
                    y += ["      - sync:", "          kind: %s" % ("dlt.pipeline" if x["kind"] == "dlt" else "airbyte.sync"), "          with: {%s}" % keys,
                          "          produces: [%s]" % ", ".join(x["tables"])]
            for q in self.projects:
                if q["pipe"] == name:
                    y += ["      - dbt:", "          kind: dbt.build", "          with: {project: %s}" % q["name"]]
            for q in self.readers:
                if q["pipe"] == name:
                    y += ["      - refresh:", "          kind: tableau.refresh", "          consumes: [%s]" % ", ".join(q["consumes"])]
        (w / "pipelines" / "all.yaml").write_text("\n".join(y) + "\n")
        for x in self.extractions:
            getattr(self, "write_" + x["kind"])(x, runs)
        for p in self.projects:
            self.write_dbt(p, runs)
        events = []
        for x in self.lineage:
            for q in x["job"].runs:
                events += self.events("etl", x["job"].name.split(".", 1)[1], q, x["inputs"], x["outputs"])
        if events:
            (runs / "lineage.jsonl").write_text("".join(json.dumps(e) + "\n" for e in events))
        for n, q in enumerate(self.readers):
            rows = "".join('<backgroundJob id="%s" status="%s" createdAt="%s" startedAt="%s" endedAt="%s" priority="50" jobType="refresh_extracts"/>' % (
                x.run, "Success" if x.ok else "Failed", z(x.created), z(x.start), z(x.end)) for x in q["job"].runs)
            (runs / ("tableau%d.xml" % n)).write_text('<?xml version="1.0"?><tsResponse xmlns="http://tableau.com/api"><pagination pageNumber="1" pageSize="100" '
                                                      'totalAvailable="%d"/><backgroundJobs>%s</backgroundJobs></tsResponse>' % (len(q["job"].runs), rows))
        return w, runs

    def events(self, namespace, name, q, ins, outs):
        def one(kind, t):
            return {"eventType": kind, "eventTime": iso(t), "producer": "https://example.com/x", "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json",
                    "run": {"runId": q.run}, "job": {"namespace": namespace, "name": name}, "inputs": [{"namespace": "sf", "name": i} for i in ins],
                    "outputs": [{"namespace": "sf", "name": o} for o in outs]}
        return [one("START", q.start), one("COMPLETE" if q.ok else "FAIL", q.end)]

    def write_lineage(self, x, runs):
        out = []
        for q in x["job"].runs:
            out += self.events("etl", x["name"], q, [], x["tables"])
        self.r.shuffle(out)
        (runs / (x["name"] + ".jsonl")).write_text("".join(json.dumps(e) + "\n" for e in out))

    def write_config(self, x, runs):
        jobs = []
        for q in x["job"].runs:
            s, e = q.start // SEC, q.end // SEC
            cuts = [(s, e, q.ok)] if q.attempts == 1 else [(s, s + (e - s) // 3, False), (s + (e - s) // 2, e, q.ok)]
            jobs.append({"job": {"id": int(q.run), "configType": "sync", "configId": x["key"], "createdAt": s, "updatedAt": e, "startedAt": s,
                                 "status": "succeeded" if q.ok else "failed"},
                         "attempts": [{"id": n, "status": "succeeded" if ok else "failed", "createdAt": a, "updatedAt": b, "endedAt": b} for n, (a, b, ok) in enumerate(cuts)]})
        (runs / (x["name"] + ".json")).write_text(json.dumps({"jobs": jobs, "totalJobCount": len(jobs)}))

    def write_public(self, x, runs):
        data = [{"jobId": int(q.run), "status": "succeeded" if q.ok else "failed", "jobType": "sync", "startTime": z(q.start), "connectionId": x["key"],
                 "lastUpdatedAt": z(q.end), "duration": "PT1S", "bytesSynced": 1, "rowsSynced": 1} for q in x["job"].runs]
        (runs / (x["name"] + ".json")).write_text(json.dumps({"previous": "", "next": "", "data": data}))

    def write_dlt(self, x, runs):
        db = sqlite3.connect(runs / (x["name"] + ".db"))
        db.executescript("create table _dlt_loads(load_id text, schema_name text, status bigint, inserted_at timestamp, schema_version_hash text);"
                         "create table _dlt_version(version bigint, engine_version bigint, inserted_at timestamp, schema_name text, version_hash text, schema text);"
                         "create table _dlt_pipeline_state(version bigint, engine_version bigint, pipeline_name text, state text, created_at timestamp, version_hash text, _dlt_load_id text, _dlt_id text);")
        state = base64.b64encode(zlib.compress(json.dumps({"pipeline_name": x["name"], "sources": {}}).encode())).decode()
        for n, q in enumerate(x["job"].runs):
            db.execute("insert into _dlt_loads values(?,?,0,?,'h')", (q.run, x["name"], at(q.end).strftime("%Y-%m-%d %H:%M:%S.%f")))
            if n == 0:
                db.execute("insert into _dlt_pipeline_state values(1,4,?,?,?,'h',?,'i')", (x["name"], state, at(q.start).strftime("%Y-%m-%d %H:%M:%S.%f"), q.run))
        db.commit()
        db.close()

    def write_dbt(self, p, runs):
        folder = runs / p["name"]
        folder.mkdir()
        if not p["invocations"]:
            return
        nodes = {u: {"unique_id": u, "resource_type": "model", "name": u.split(".")[2], "alias": u.split(".")[2], "package_name": p["name"], "database": "DW",
                     "schema": p["name"].upper(), "relation_name": None if v["mat"] == "ephemeral" else v["relation"], "config": {"materialized": v["mat"]},
                     "depends_on": {"nodes": v["deps"]}} for u, v in p["nodes"].items()}
        sources = {u: {"unique_id": u, "resource_type": "source", "source_name": u.split(".")[2], "name": u.split(".")[3], "package_name": p["name"],
                       "relation_name": t, "database": t.split(".")[0], "schema": t.split(".")[1], "identifier": t.split(".")[2], "config": {}} for u, t in p["sources"].items()}
        first = p["invocations"][0]
        (folder / "manifest.json").write_text(json.dumps({"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json", "dbt_version": "1.12.3",
            "generated_at": iso(first["start"] + SEC), "invocation_id": first["id"], "project_name": p["name"]}, "nodes": nodes, "sources": sources,
            "exposures": {}, "parent_map": {}, "child_map": {}}))
        for n, i in enumerate(p["invocations"]):
            rows = []
            for u, (status, a, b) in i["rows"].items():
                t = [] if a is None else [{"name": "compile", "started_at": iso(a - 1000), "completed_at": iso(a)}, {"name": "execute", "started_at": iso(a), "completed_at": iso(b)}]
                rows.append({"status": status, "timing": t, "thread_id": "Thread-1 (worker)", "execution_time": 1.0, "adapter_response": {}, "message": "OK", "failures": None, "unique_id": u})
            which = {"docs": "generate", "empty": "run", "retry": "run"}.get(i["which"], i["which"])
            (folder / ("run_results_%03d.json" % n)).write_text(json.dumps({"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json",
                "dbt_version": "1.12.3", "generated_at": iso(i["end"]), "invocation_id": i["id"], "invocation_started_at": iso(i["start"]), "env": {}},
                "results": rows, "elapsed_time": 1.0, "args": {"which": which, "empty": i["which"] == "empty",
                "invocation_command": "dbt " + ("retry" if i["which"] == "retry" else which)}}))


def z(u):
    return at(u).strftime("%Y-%m-%dT%H:%M:%SZ")


FIELDS = ("rule", "verdict", "severity", "dataset", "slot_date", "consumer", "producer", "gap_seconds")
COMPARED = set(RULES.values()) - {"load_never_used"} | {"dashboard_refreshed_on_old_data", "retry_made_producer_late", "producer_ended_late", "not_a_materialising_run"}


def flat(f):
    f = dict(f)
    if f.get("gap_seconds") is not None:
        f["gap_seconds"] = round(float(f["gap_seconds"]), 3)
    return json.dumps({k: f.get(k) for k in FIELDS}, sort_keys=True)


def compare(seed, weirctl, keep):
    folder = pathlib.Path(keep or tempfile.mkdtemp()) / ("world%d" % seed)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    world = World(seed)
    w, runs = world.write(folder)
    env = dict(os.environ, WEIRKEEPER_HOME=str(folder / "home"))
    got = subprocess.run([weirctl, "import", str(w), str(runs), "--json"], env=env, capture_output=True, text=True)
    if got.returncode != 0:
        print(seed, "import failed:", got.stdout[-600:], got.stderr[-600:])
        return False
    got = subprocess.run([weirctl, "diagnose", str(w), "--json"], env=env, capture_output=True, text=True)
    if got.returncode not in (0, 1):
        print(seed, "diagnose failed:", got.stderr[-600:])
        return False
    ours = sorted(flat(f) for f in json.loads(got.stdout)["findings"] if f["rule"] in COMPARED)
    theirs = sorted(flat(f) for f in world.expected() if f["rule"] in COMPARED)
    missing, extra = [f for f in theirs if f not in ours], [f for f in ours if f not in theirs]
    if missing or extra or len(ours) != len(theirs):
        print("seed %d: %d expected, %d reported; %d missing, %d extra" % (seed, len(theirs), len(ours), len(missing), len(extra)))
        for label, fs in (("missing", missing), ("extra", extra)):
            for f in fs[:4]:
                print("  ", label, f)
        return False
    if not keep:
        shutil.rmtree(folder.parent, ignore_errors=True)
    return True


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--weirctl", required=True)
    a.add_argument("--seeds", default="1-25")
    a.add_argument("--keep")
    a = a.parse_args()
    first, last = map(int, a.seeds.split("-"))
    good = [compare(s, a.weirctl, a.keep) for s in range(first, last + 1)]
    print("%d of %d worlds agree" % (sum(good), len(good)))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
