# SPDX-License-Identifier: GPL-3.0-or-later
"""What a second sync finds, and surroundings that change between two."""
import os
import sqlite3

from .kills import pages_server, whole
from .loading import AT
from .support import CURSOR, LINK, PAGE, Reply, Run, case, equal, expect, items, paged


@case
def a_read_that_failed_in_a_circle_has_ended_and_a_later_sync_can_succeed(t):
    bad = [True]
    server = t.server(lambda r: {"data": items(1), "next": "a"} if "token" not in r.query else {"data": items(1, 1), "next": "a" if bad[0] else None})
    t.connect(server, {"items": {"pagination": CURSOR, "primary_key": ["id"]}}, "merge")
    t.sync().must_be("failed")
    bad[0] = False
    runs = [t.sync() for _ in range(2)]
    expect(runs[-1].rc == 0, f"the server has been mended, still: {runs[-1].error()}; {len(server.requests)} requests in all")


@case
def a_next_url_keeps_its_writing_when_an_api_key_is_added(t):
    said = "/n?a=%2F%7e~+b%20c&key=k%20e%20y&b=[1]&&c"
    server = t.server(lambda r: {"data": items(1, r.number), "next": said if r.number == 0 else None})
    t.connect(server, {"items": {"pagination": LINK}}, authentication={"type": "api_key", "name": "key", "value": "k e y", "in": "query"})
    t.sync().must_be("ok")
    raw = server.requests[1].raw
    expect("a=%2F%7e~+b%20c" in raw and "b=[1]" in raw and [v for k, v in server.requests[1].pairs if k == "key"] == ["k e y"], raw)


@case
def a_lag_is_subtracted_from_times_without_a_zone_as_from_others(t):
    for stamp, wanted in (("2026-02-01T00:05:00", "2026-01-31T23:55:00"), ("2026-02-01 00:05:00", "2026-01-31 23:55:00"), ("2026-02-01T00:05:00.250+02:00", "2026-01-31T23:55:00.250+02:00"),
                          ("2026-02-01T00:05Z", "2026-01-31T23:55Z"), ("2026-02-01T00:05:00+0200", "2026-01-31T23:55:00+0200")):
        server = t.server(lambda r, stamp=stamp: {"data": [{"id": 1, "at": stamp}]})
        t.connect(server, {"items": {"primary_key": ["id"], "incremental": {**AT, "initial": "2026-01-01", "lag": "PT10M"}}}, "merge")
        into = t.folder / f"{len(t.servers)}.sqlite"
        t.sync(into=into).must_be("ok")
        t.sync(into=into).must_be("ok")
        equal(server.values("since")[1], wanted, f"filter after {stamp}")


@case
def one_file_under_two_names_is_still_one_target(t):
    pages_server(t, PAGE, lambda: items(105))
    t.connect(t.servers[0], {"items": {"pagination": PAGE}})
    t.into.touch()
    other = t.folder / "link.sqlite"
    os.symlink(t.into, other)
    started = [t.start(), t.start(into=other)]
    runs = []
    for process in started:
        out, err = process.communicate(timeout=60)
        runs.append(Run(process.returncode, out.decode(), err.decode()))
    good = sum(r.rc == 0 for r in runs)
    expect(good >= 1, f"{[r.out[:200] for r in runs]}")
    equal(t.ids(), sorted(list(range(105)) * good), f"rows after {good} good runs")
    whole(t)


@case
def a_table_that_was_dropped_by_hand_is_made_again(t):
    t.connect(t.server(lambda r: {"data": items(3)}), {"items": {"primary_key": ["id"]}}, "merge")
    t.sync().must_be("ok")
    with sqlite3.connect(t.into) as db:
        db.execute("DROP TABLE items")
    db.close()
    t.sync().must_be("ok")
    equal(t.ids(), [0, 1, 2], "rows")


@case
def a_key_written_with_escapes_is_the_same_field(t):
    t.connect(t.server(lambda r: Reply('{"\\u0064ata": [{"id": 1, "\\u0061": 1}, {"\\u0069d": 2, "a": 2}, {"id": 3, "b": {"\\u0063": 3}}, {"id": 4, "b": {"c": 4}}]}')), {"items": {"primary_key": ["id"]}}, "merge")
    t.sync().must_be("ok")
    equal(t.rows("SELECT id, a, b__c FROM items ORDER BY id"), [(1, 1, None), (2, 2, None), (3, None, 3), (4, None, 4)], "rows")


@case
def credentials_do_not_go_to_a_proxy_named_in_the_environment(t):
    proxy = t.server(lambda r: {"data": items(1)})
    server = t.server(lambda r: {"data": items(1)})
    t.environment.update(http_proxy=proxy.url, ALL_PROXY=proxy.url, HTTP_PROXY=proxy.url)
    t.connect(server, authentication={"type": "bearer", "token": "topsecret"})
    t.sync()
    equal(len(proxy.requests), 0, "requests that reached the proxy")


@case
def a_netrc_file_adds_no_credentials(t):
    (t.home / ".netrc").write_text("machine 127.0.0.1 login a password b\n")
    server = t.server(lambda r: {"data": items(1)})
    t.connect(server)
    t.sync().must_be("ok")
    expect("authorization" not in server.requests[0].headers, f"{server.requests[0].headers}")


@case
def cookies_of_one_answer_are_not_written_anywhere(t):
    server = t.server(lambda r: Reply({"data": items(1, r.number), "next": None}, headers={"Set-Cookie": "session=abcdef123456"}))
    t.connect(server)
    t.sync().must_be("ok")
    found = [p for p in t.folder.rglob("*") if p.is_file() and b"abcdef123456" in p.read_bytes()]
    expect(not found, f"{found}")


@case
def a_limited_replace_leaves_the_old_rows_until_it_has_finished(t):
    turn = [0]
    t.connect(t.server(lambda r: paged(items(15, turn[0]), 5)(r)), {"items": {"pagination": {**PAGE, "size": 5}}}, "replace")
    t.sync().must_be("ok")
    turn[0] = 100
    t.sync("--limit", "7").must_be("interrupted")
    equal(t.ids(), list(range(15)), "rows")
    t.sync("--limit", "7").must_be("interrupted")
    t.sync().must_be("ok")
    equal(t.ids(), list(range(100, 115)), "rows")


@case
def a_loop_of_tokens_over_a_limited_run_is_found(t):
    pages = {None: (items(4), "a"), "a": (items(4, 4), "b"), "b": (items(4, 8), "a")}
    server = t.server(lambda r: {"data": pages[r.query.get("token")][0], "next": pages[r.query.get("token")][1]})
    t.connect(server, {"items": {"pagination": CURSOR}})
    for _ in range(5):
        run = t.sync("--limit", "3")
    equal((run.rc, run.error().get("class"), t.ids()), (1, "PAGINATION", list(range(12))), "exit, class, rows")


@case
def the_same_content_twice_at_the_boundary_is_counted(t):
    answers = [[{"at": 5, "v": 1}] * 2, [{"at": 5, "v": 1}] * 3, [{"at": 5, "v": 1}] * 3]
    turn = [0]
    t.connect(t.server(lambda r: {"data": answers[turn[0]]}), {"items": {"incremental": AT}})
    for turn[0] in range(3):
        t.sync().must_be("ok")
    equal(t.rows("SELECT count(*) FROM items"), [(3,)], "rows")


@case
def a_boundary_is_kept_when_a_read_brings_nothing(t):
    answers = [[{"id": 1, "at": 5}], [], [{"id": 1, "at": 5}], [{"id": 0, "at": 4}], [{"id": 1, "at": 5}]]
    turn = [0]
    t.connect(t.server(lambda r: {"data": answers[turn[0]]}), {"items": {"primary_key": ["id"], "incremental": AT}})
    for turn[0] in range(5):
        t.sync().must_be("ok")
    equal(t.ids(), [0, 1], "rows")


@case
def a_key_loaded_at_the_boundary_twice_in_one_read_is_loaded_once_more_never(t):
    answers = [[{"id": 1, "at": 5}], [{"id": 1, "at": 5}, {"id": 1, "at": 5}, {"id": 2, "at": 6}]]
    turn = [0]
    t.connect(t.server(lambda r: {"data": answers[turn[0]]}), {"items": {"primary_key": ["id"], "incremental": AT}})
    for turn[0] in range(2):
        t.sync().must_be("ok")
    equal(t.ids(), [1, 2], "rows")


@case
def an_interruption_after_the_boundary_page_does_not_double_it(t):
    state = {"n": 12, "bad": False}
    server = t.server(lambda r: 500 if state["bad"] and r.query["page"] == "2" else paged([{"id": i, "at": 5 if i < 12 else 6} for i in range(state["n"]) if (5 if i < 12 else 6) >= int(r.query["since"])], 5)(r))
    for stream in ({"primary_key": ["id"]}, {}):
        state.update(n=12, bad=False)
        t.into = t.folder / f"{len(stream)}.sqlite"
        t.connect(server, {"items": {**stream, "pagination": {**PAGE, "size": 5}, "incremental": AT}})
        t.sync().must_be("ok")
        state.update(n=20, bad=True)
        t.sync().must_be("interrupted")
        t.sync("--limit", "2")
        state["bad"] = False
        t.sync("--limit", "3")
        t.sync().must_be("ok")
        equal(t.ids(), list(range(20)), "rows")


@case
def a_table_of_the_target_is_never_left_half_when_a_page_is_refused_by_the_store(t):
    t.connect(t.server(paged([{"id": i, "v": i} for i in range(20)], 10)), {"items": {"pagination": PAGE, "primary_key": ["id"]}}, "merge")
    t.sync().must_be("ok")
    with sqlite3.connect(t.into) as db:
        db.execute("CREATE TRIGGER stop BEFORE INSERT ON items WHEN NEW.id = 15 BEGIN SELECT RAISE(ABORT, 'no'); END")
        db.execute("DELETE FROM items")
    db.close()
    run = t.sync()
    equal((run.rc, run.error().get("class"), t.ids()), (1, "STORE", list(range(10))), "exit, class, rows")
    with sqlite3.connect(t.into) as db:
        db.execute("DROP TRIGGER IF EXISTS stop")
    db.close()
    t.sync().must_be("ok")
    equal(t.ids(), list(range(20)), "rows")


@case
def a_line_break_in_a_token_link_or_redirect_cannot_add_a_request_or_header(t):
    evil = "/x HTTP/1.1\r\nX-Evil: 1\r\n\r\nGET /evil HTTP/1.1\r\nHost: x\r\n\r\n"
    for pagination, reply in ((LINK, {"data": items(1), "next": evil}), (CURSOR, {"data": items(1), "next": evil}), (LINK, {"data": items(1), "next": "/a b\tc\n"})):
        server = t.server(lambda r, reply=reply: reply if r.number == 0 else {"data": []})
        t.connect(server, {"items": {"pagination": pagination}})
        run = t.sync(into=t.folder / f"{len(t.servers)}.sqlite")
        expect(run.json is not None and all("x-evil" not in r.headers and r.path != "/evil" for r in server.requests), f"{[r.raw for r in server.requests]}")


@case
def a_next_url_of_the_same_origin_may_be_written_whole_in_capitals_and_with_a_fragment(t):
    server = t.server(lambda r: {"data": items(1, r.number), "next": f"HTTP://127.0.0.1:{server.port}/n?a=1#frag" if r.number == 0 else None})
    t.connect(server, {"items": {"pagination": LINK}}, authentication={"type": "bearer", "token": "topsecret"})
    t.sync().must_be("ok")
    equal((server.requests[1].raw, server.requests[1].headers.get("authorization")), ("/n?a=1", "Bearer topsecret"), "second request")


@case
def the_default_target_lies_in_the_data_directory_not_in_the_workspace(t):
    import subprocess
    t.connect(t.server(lambda r: {"data": items(3)}))
    command = [c for c in t.command() if c not in ("--into", str(t.into))]
    done = subprocess.run(command, env=t.env(), capture_output=True, check=False)
    run = Run(done.returncode, done.stdout.decode(), done.stderr.decode())
    equal(run.rc, 0, "exit")
    expect(run.json["into"].startswith(str(t.home)) and os.path.exists(run.json["into"]), run.json["into"])
    expect(not list(t.space.rglob("*.sqlite*")), "a database in the workspace")


@case
def without_json_a_person_reads_the_same_facts(t):
    t.connect(t.server(lambda r: 404), {"items": {"pagination": PAGE}})
    run = t.sync(json_out=False)
    expect(run.rc == 1 and "NOT_FOUND" in run.out + run.err and "c.yaml" in run.out + run.err and "404" in run.out + run.err, run.out + run.err)


@case
def a_warning_about_an_unknown_key_is_seen_with_json_too(t):
    server = t.server(lambda r: {"data": items(1)})
    t.connect(server)
    path = t.space / "connections" / "c.yaml"
    path.write_text(path.read_text().replace('"kind": "rest"', '"kind": "rest", "snyc": {"items": {"disposition": "replace"}}'))
    for run in (t.sync(json_out=False), t.sync()):
        expect("snyc" in run.out + run.err, f"exit {run.rc}: nothing said about `snyc`")
