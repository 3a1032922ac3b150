# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random instants, two at once, targets that cannot be written."""
import sqlite3
import subprocess
import time

from .support import CURSOR, LINK, OFFSET, PAGE, Broken, Reply, Run, case, equal, expect, items

KILLS = 15


def pages_server(t, pagination, records, gate=None, base=0):
    """A slowish server; the last page is held back while `gate[0]`."""
    kind = pagination["type"]

    def answer(r):
        kept = [x for x in records() if "since" not in r.query or x["at"] >= int(r.query["since"])]
        at = (int(r.query["page"]) - 1) * 10 if kind == "page" else int(r.query["offset"]) if kind == "offset" else int(r.query.get("token", 0))
        time.sleep(0.002)
        last = at + 10 >= len(kept)
        if last and gate and gate[0]:
            return Reply("", 503, {"Retry-After": "30"})
        following = None if last else str(at + 10) if kind == "cursor" else f"/items?token={at + 10}"
        return {"data": kept[at:at + 10], "next": following}
    return t.server(answer)


def kill_often(t, kills=KILLS):
    for _ in range(kills):
        process = t.start()
        try:
            process.wait(timeout=t.random.uniform(0.01, 0.35))
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()


def finish(t, most=4):
    for _ in range(most):
        run = t.sync()
        if run.rc == 0:
            return run
    raise Broken(f"not finished after {most} syncs: {run.out[:500]}")


def whole(t):
    equal(t.rows("PRAGMA integrity_check"), [("ok",)], "integrity_check")


def killed_append(t, pagination):
    gate = [True]
    pages_server(t, pagination, lambda: items(305), gate)
    t.connect(t.servers[0], {"items": {"pagination": pagination}}, "append")
    kill_often(t)
    gate[0] = False
    finish(t)
    equal(t.ids(), list(range(305)), "rows")
    whole(t)


@case
def killed_appends_are_exact_by_page(t):
    killed_append(t, PAGE)


@case
def killed_appends_are_exact_by_offset(t):
    killed_append(t, OFFSET)


@case
def killed_appends_are_exact_by_cursor(t):
    killed_append(t, CURSOR)


@case
def killed_appends_are_exact_by_link(t):
    killed_append(t, LINK)


@case
def killed_appends_with_a_cursor_are_exact_to_the_last_transaction(t):
    records = [{"id": i, "at": i // 3} for i in range(205)]
    pages_server(t, PAGE, lambda: records)
    t.connect(t.servers[0], {"items": {"pagination": PAGE, "primary_key": ["id"], "incremental": {"cursor_field": "at", "parameter": "since", "initial": "0"}}}, "append")
    kill_often(t)
    finish(t)
    finish(t)
    equal(t.ids(), list(range(205)), "rows")
    whole(t)


@case
def killed_merges_are_exact(t):
    version = [0]
    pages_server(t, PAGE, lambda: [{"id": i, "v": version[0], **({"old": 1} if version[0] == 0 else {})} for i in range(205)])
    t.connect(t.servers[0], {"items": {"pagination": PAGE, "primary_key": ["id"]}}, "merge")
    kill_often(t)
    finish(t)
    version[0] = 1
    kill_often(t, 5)
    finish(t)
    finish(t)
    equal(t.rows("SELECT count(*), count(DISTINCT id), min(v), max(v), count(old) FROM items"), [(205, 205, 1, 1, 0)], "rows, ids, least v, greatest v, old fields")
    whole(t)


@case
def killed_replaces_are_whole_at_every_instant(t):
    version = [0]
    gate = [False]
    pages_server(t, OFFSET, lambda: items(205, 1000 * version[0]), gate)
    t.connect(t.servers[0], {"items": {"pagination": OFFSET, "lists": "tables"}}, "replace")
    finish(t)
    version[0], gate[0] = 1, True
    for _ in range(KILLS):
        kill_often(t, 1)
        equal(t.ids(), list(range(205)), "rows between kills")
    gate[0] = False
    finish(t)
    equal(t.ids(), list(range(1000, 1205)), "rows")
    whole(t)


@case
def killed_limited_runs_lose_and_double_nothing(t):
    gate = [True]
    pages_server(t, OFFSET, lambda: items(305), gate)
    t.connect(t.servers[0], {"items": {"pagination": OFFSET}}, "append")
    for _ in range(6):
        process = t.start("--limit", "17")
        time.sleep(t.random.uniform(0.05, 0.25))
        process.kill()
        process.communicate()
    ids = t.ids()
    equal(ids, list(range(len(ids))), "rows so far")
    gate[0] = False
    finish(t)
    equal(t.ids(), list(range(305)), "rows")


@case
def two_syncs_into_one_file_at_once_lose_and_double_nothing(t):
    for disposition in ("merge", "append", "replace"):
        t.into = t.folder / f"{disposition}.sqlite"
        pages_server(t, PAGE, lambda: items(205))
        t.connect(t.servers[-1], {"items": {"pagination": PAGE, "primary_key": ["id"]}}, disposition)
        started = [t.start() for _ in range(3)]
        runs = []
        for process in started:
            out, err = process.communicate(timeout=60)
            runs.append(Run(process.returncode, out.decode(), err.decode()))
        good = [r for r in runs if r.rc == 0]
        expect(good, f"{disposition}: none succeeded: {[r.out[:300] for r in runs]}")
        for run in runs:
            expect(run.rc in (0, 1), f"exit {run.rc}")
            if run.rc:
                error = (run.json or {}).get("error") or run.error()
                equal(error.get("class"), "STORE", f"{disposition}: class of the one that had to give way ({error})")
        ids = t.ids()
        wanted = list(range(205)) * (len(good) if disposition == "append" else 1)
        equal(ids, sorted(wanted), f"{disposition}: rows after {len(good)} good runs")
        whole(t)


@case
def two_connections_into_one_file_do_not_disturb_each_other(t):
    server = t.server(lambda r: {"data": items(3)})
    t.connect(server, {"items": {"pagination": {"type": "none"}}})
    other = (t.space / "connections" / "c.yaml").read_text().replace('"items"', '"others"').replace("/items", "/others")
    t.sync().must_be("ok")
    t.write(other)
    (t.space / "connections" / "c.yaml").rename(t.space / "connections" / "d.yaml")
    command = t.command()
    command[3] = "d"
    equal(subprocess.run(command, env=t.env(), capture_output=True, check=False).returncode, 0, "exit status")
    equal((t.ids(), t.ids("others")), ([0, 1, 2], [0, 1, 2]), "rows")


@case
def a_target_that_is_no_database_is_refused_and_left_alone(t):
    server = t.server(lambda r: {"data": items(3)})
    t.connect(server)
    for name, data in (("text", b"these are my notes, not a database\n" * 100), ("cut", b"SQLite format 3\x00" + b"\x00" * 50)):
        path = t.folder / f"{name}.sqlite"
        path.write_bytes(data)
        run = t.sync(into=path)
        error = (run.json or {}).get("error") or run.error()
        equal((run.rc, error.get("class")), (1, "STORE"), f"exit, class for {name} ({error})")
        equal(path.read_bytes(), data, f"bytes of {name}")
    equal(len(server.requests), 0, "requests")


@case
def a_target_of_one_byte_is_not_taken_for_an_empty_database(t):
    t.connect(t.server(lambda r: {"data": items(3)}))
    t.into.write_bytes(b"x")
    equal((t.sync().rc, t.into.read_bytes()[:20]), (1, b"x"), "exit, bytes")


@case
def a_target_that_cannot_be_written_is_an_error_of_class_store(t):
    t.connect(t.server(lambda r: {"data": items(3)}))
    for path in (t.folder, t.folder / "no" / "such" / "x.sqlite", "/proc/x.sqlite"):
        run = t.sync(into=path)
        if path != t.folder / "no" / "such" / "x.sqlite":
            equal((run.rc, ((run.json or {}).get("error") or run.error()).get("class")), (1, "STORE"), f"exit, class for {path}")
        expect(run.json is not None, f"{run.err[:300]}")


@case
def a_target_locked_by_another_program_is_waited_for_or_an_error(t):
    t.connect(t.server(lambda r: {"data": items(3)}))
    t.sync().must_be("ok")
    db = sqlite3.connect(t.into, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    process = t.start()
    time.sleep(2)
    db.execute("ROLLBACK")
    db.close()
    out, _ = process.communicate(timeout=60)
    equal(process.returncode, 0, f"exit status after the lock was gone ({out[:300]!r})")
    equal(len(t.ids()), 6, "rows")


@case
def a_reader_that_stays_does_not_stop_the_sync(t):
    t.connect(t.server(lambda r: {"data": items(3)}), None, "replace")
    t.sync().must_be("ok")
    db = sqlite3.connect(t.into, isolation_level=None)
    db.execute("BEGIN")
    equal(db.execute("SELECT count(*) FROM items").fetchone(), (3,), "rows")
    t.sync(patience=90).must_be("ok")
    equal(db.execute("SELECT count(*) FROM items").fetchone(), (3,), "rows of the reader")
    db.close()


@case
def a_terminated_sync_ends_as_cancelled_and_can_go_on(t):
    gate = [True]
    pages_server(t, PAGE, lambda: items(105), gate)
    t.connect(t.servers[0], {"items": {"pagination": PAGE}})
    process = t.start()
    time.sleep(1.5)
    process.terminate()
    out, err = process.communicate(timeout=20)
    gate[0] = False
    finish(t)
    equal(t.ids(), list(range(105)), "rows")
