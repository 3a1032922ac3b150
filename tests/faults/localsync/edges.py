# SPDX-License-Identifier: GPL-3.0-or-later
"""Where two sentences meet."""
import json
import signal
import subprocess
import time
import urllib.parse

from .kills import finish, kill_often, pages_server, whole
from .loading import AT, rec, serial
from .support import CURSOR, LINK, OFFSET, PAGE, Reply, case, equal, expect, items, paged
from .trust import leaks


@case
def append_with_a_key_loads_other_keyless_records_at_the_boundary(t):
    serial(t, [[{"at": 5, "v": 1}], [{"at": 5, "v": 1}, {"at": 5, "v": 2}, {"id": None, "at": 5, "v": 3}]], {"items": {"primary_key": ["id"], "incremental": AT}})
    expect({2, 3} <= {r[0] for r in t.rows("SELECT v FROM items")}, f"rows {t.rows('SELECT v FROM items')}: records that were never loaded are lost")


@case
def append_tells_a_number_and_a_text_apart_at_the_boundary(t):
    serial(t, [[rec(1, 5, v="number")], [rec("1", 5, v="text"), rec(1, 5, v="number")]], {"items": {"primary_key": ["id"], "incremental": AT}})
    equal(sorted(r[0] for r in t.rows("SELECT v FROM items")), ["number", "text"], "rows")


@case
def append_tells_composite_keys_apart_at_the_boundary(t):
    serial(t, [[{"a": "x\u001fy", "b": "z", "at": 5}], [{"a": "x", "b": "y\u001fz", "at": 5}]], {"items": {"primary_key": ["a", "b"], "incremental": AT}})
    equal(t.rows("SELECT count(*) FROM items"), [(2,)], "rows")


@case
def append_tells_content_apart_at_the_boundary(t):
    serial(t, [[rec(1, 5, v=1, w=None)], [rec(1, 5, v="1", w=None), rec(1, 5, v=1, l=[]), rec(1, 5, v=1, w=None)]], {"items": {"incremental": AT}})
    equal(t.rows("SELECT count(*) FROM items"), [(3,)], "rows")


@case
def a_record_without_a_cursor_value_is_loaded_or_refused_but_never_lost_silently(t):
    server, run = serial(t, [[rec(1, 5), {"id": 2}, {"id": 3, "at": None}]], {"items": {"primary_key": ["id"], "incremental": AT}})
    equal(len(t.ids()) + run.stream()["refused"], 3, "rows and refused rows")


@case
def a_cursor_of_mixed_kinds_ends_with_a_word_or_all_rows(t):
    t.connect(t.server(lambda r: {"data": [rec(1, 5), rec(2, "2026-01-01T00:00:00Z"), rec(3, "zz"), rec(4, 1.5)]}), {"items": {"incremental": AT}})
    run = t.sync()
    expect(run.json is not None and (run.rc == 1 or len(t.ids()) + run.stream()["refused"] == 4), run.out[:400])


@case
def keys_and_cursors_may_be_nested_or_written_in_camel_case(t):
    answers = [[{"userId": 1, "meta": {"updatedAt": "2026-01-01T00:00:00Z"}, "v": 1}], [{"userId": 1, "meta": {"updatedAt": "2026-01-02T00:00:00Z"}, "v": 2}]]
    server, _ = serial(t, answers, {"items": {"primary_key": ["userId"], "incremental": {**AT, "cursor_field": "meta.updatedAt"}}}, "merge")
    equal(t.rows("SELECT user_id, v FROM items"), [(1, 2)], "rows")
    expect(server.values("since")[1].startswith("2026-01-01"), f"filters {server.values('since')}")


@case
def the_filter_stays_fixed_when_initial_is_changed_during_an_interruption(t):
    broken = [True]
    server = t.server(lambda r: 500 if broken[0] and r.query["page"] == "2" else paged([rec(i, i) for i in range(15)], 10)(r))
    for initial in ("0", "7"):
        t.connect(server, {"items": {"pagination": PAGE, "incremental": {**AT, "initial": initial}}})
        t.sync()
        broken[0] = False
    equal(set(server.values("since")), {"0"}, "filters of one read")


@case
def an_interrupted_read_survives_a_change_of_its_pagination(t):
    for before, after in ((PAGE, CURSOR), (OFFSET, LINK), (PAGE, {"type": "none"})):
        broken = [True]
        server = t.server(lambda r: {"data": items(10, 10 * r.number)} if r.number == 0 else 500 if broken[0] else {"data": items(3, 100)})
        t.connect(server, {"items": {"pagination": before}})
        t.into = t.folder / f"{len(t.servers)}.sqlite"
        t.sync().must_be("interrupted")
        broken[0] = False
        t.connect(server, {"items": {"pagination": after}})
        expect(t.sync().json is not None, "no JSON")


@case
def a_stream_taken_out_of_the_file_does_not_keep_the_sync_open_for_ever(t):
    server = t.server(lambda r: 500 if r.path == "/b" else {"data": items(2)})
    t.connect(server, {"a": {}, "b": {}})
    t.sync()
    t.connect(server, {"a": {}})
    t.sync()
    equal(t.sync().stream("a")["status"], "ok", "status of the stream that is left, two syncs later")


@case
def a_stream_that_fails_does_not_keep_the_others_from_being_read(t):
    server = t.server(lambda r: 404 if r.path == "/a" else {"data": items(2)})
    t.connect(server, {"a": {}, "b": {}})
    run = t.sync()
    equal((run.rc, run.stream("a")["status"], run.stream("b")["status"]), (1, "failed", "ok"), "exit, statuses")


@case
def killed_runs_refuse_each_bad_record_once(t):
    records = [{"id": i} if i % 5 else {"bad": i} for i in range(205)]
    pages_server(t, PAGE, lambda: records)
    t.connect(t.servers[0], {"items": {"pagination": PAGE, "primary_key": ["id"]}}, "merge")
    gate_free = t.servers[0].answer
    t.servers[0].answer = lambda r: Reply("", 503, {"Retry-After": "30"}) if r.query["page"] == "21" else gate_free(r)
    kill_often(t)
    t.servers[0].answer = gate_free
    finish(t)
    equal(len(t.ids()), 164, "rows")
    tables = [r[0] for r in t.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '\\_sync%' ESCAPE '\\'")]
    counts = {n: t.rows(f'SELECT count(*) FROM "{n}"')[0][0] for n in tables}
    expect(41 in counts.values(), f"no table of the 41 refused records: {counts}")
    whole(t)


@case
def killed_runs_with_lists_in_tables_are_exact(t):
    for disposition in ("append", "merge", "replace"):
        t.into = t.folder / f"{disposition}.sqlite"
        gate = [True]
        pages_server(t, CURSOR, lambda: [{"id": i, "tags": [i, {"k": i}]} for i in range(155)], gate)
        t.connect(t.servers[-1], {"items": {"pagination": CURSOR, "primary_key": ["id"], "lists": "tables"}}, disposition)
        kill_often(t, 8)
        gate[0] = False
        finish(t)
        equal(t.rows("SELECT count(*), count(DISTINCT id), count(DISTINCT _dlt_id) FROM items"), [(155, 155, 155)], f"{disposition}: rows, ids")
        equal(t.rows("SELECT count(*), sum(p._dlt_id IS NULL) FROM items__tags c LEFT JOIN items p ON p._dlt_id = c._dlt_parent_id"), [(310, 0)], f"{disposition}: list rows, orphans")
        whole(t)


@case
def a_secret_that_is_a_number_does_not_reach_the_database_as_a_number(t):
    t.environment["PW"] = "84736251"
    t.connect(t.server(lambda r: Reply('{"data": [{"id": 1, "v": 84736251, "w": 84736251.0, "l": [84736251], "o": {"p": 84736251}}, {"id": 84736251}]}')),
              authentication={"type": "basic", "username": "joe", "password": "${secret:pw}"})
    runs = [t.sync(), t.sync(json_out=False)]
    found = leaks(t, "84736251", runs)
    numbers = [r for r in t.rows("SELECT * FROM items") if any(str(v).startswith("84736251") for v in r)]
    expect(not found and not numbers, f"{found} {numbers}")


@case
def a_token_that_holds_a_secret_works_over_an_interruption_without_being_stored(t):
    secret, bad = "hunter2hunter2", [True]
    t.environment["PW"] = secret
    for token in (f"a-{secret}-b", urllib.parse.quote(f"q {secret}/"), secret.encode().hex()):
        bad[0] = True
        server = t.server(lambda r: {"data": items(1), "next": token} if "token" not in r.query else 500 if bad[0] else {"data": items(1, 1)})
        t.connect(server, {"items": {"pagination": CURSOR}}, authentication={"type": "bearer", "token": "${secret:pw}"})
        t.into = t.folder / f"{len(t.servers)}.sqlite"
        runs = [t.sync().must_be("interrupted")]
        bad[0] = False
        runs.append(t.sync().must_be("ok"))
        equal(set(server.values("token")[1:]), {token}, "tokens sent")
        expect(not leaks(t, secret, runs), f"{leaks(t, secret, runs)}")


@case
def a_short_secret_is_kept_out_of_errors_too(t):
    t.environment["PW"] = "k9!"
    t.connect(t.server(lambda r: Reply({"error": "bad password k9!"}, 401)), authentication={"type": "basic", "username": "joe", "password": "${secret:pw}"})
    for run in (t.sync(), t.sync(json_out=False)):
        expect("k9!" not in run.out + run.err, f"{(run.out + run.err)[-300:]}")


@case
def a_password_in_the_base_url_does_not_appear(t):
    t.environment["PW"] = "hunter2hunter2"
    for url in ("http://joe:${secret:pw}@127.0.0.1:1/", "http://127.0.0.1:1/${secret:pw}/", "http://${secret:pw}.invalid/"):
        t.connect(url)
        runs = [t.sync(), t.sync(json_out=False)]
        expect(not leaks(t, "hunter2hunter2", runs), f"{url}: {leaks(t, 'hunter2hunter2', runs)}")


@case
def base_url_and_path_are_joined(t):
    for base, path, wanted in (("/api", "/v1/x", "/api/v1/x"), ("/api/", "/v1/x", "/api/v1/x"), ("/api", "v1/x", "/api/v1/x"), ("", "/v1/x", "/v1/x"), ("/api", "/x?a=1", "/api/x?a=1&q=z")):
        server = t.server(lambda r: {"data": []})
        t.connect(server.url + base, {"items": {"path": path, **({"parameters": {"q": "z"}} if "?" in path else {})}})
        t.sync(into=t.folder / "x.sqlite").must_be("ok")
        equal(server.requests[-1].raw, wanted, f"{base} + {path}")


@case
def parameters_arrive_as_they_are_written(t):
    server = t.server(lambda r: {"data": []})
    t.connect(server, {"items": {"parameters": {"a": "x y&z=é+%", "n": 5, "b": True, "d": "007", "e": ""}}})
    t.sync().must_be("ok")
    equal(sorted(server.requests[0].pairs), [("a", "x y&z=é+%"), ("b", "true"), ("d", "007"), ("e", ""), ("n", "5")], "parameters")


@case
def a_page_may_start_at_zero(t):
    server = t.server(paged(items(15), 10, start=0))
    t.connect(server, {"items": {"pagination": {**PAGE, "start": 0}}})
    t.sync().must_be("ok")
    equal(server.values("page"), ["0", "1"], "pages")


@case
def a_signal_ends_the_sync_as_cancelled_with_its_json(t):
    gate = [True]
    for sent in (signal.SIGINT, signal.SIGTERM):
        t.into = t.folder / f"{sent}.sqlite"
        pages_server(t, PAGE, lambda: items(35), gate)
        t.connect(t.servers[-1], {"items": {"pagination": PAGE}})
        process = t.start()
        for _ in range(100):
            time.sleep(0.05)
            if len(t.servers[-1].requests) >= 4:
                break
        time.sleep(0.2)
        process.send_signal(sent)
        try:
            out, _ = process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            expect(False, f"{sent!r}: still running after 10 s")
        try:
            status = json.loads(out)["status"]
        except ValueError:
            status = f"no JSON: {out[:100]!r}"
        equal((process.returncode, status), (1, "cancelled"), f"exit, status after {sent!r}")


@case
def a_connection_file_cut_anywhere_is_an_error_with_a_place_or_valid_and_never_a_crash(t):
    t.connect("http://127.0.0.1:1", {"items": {"pagination": PAGE, "primary_key": ["id"], "incremental": AT}}, "merge", authentication={"type": "bearer", "token": "é"})
    data = (t.space / "connections" / "c.yaml").read_bytes()
    for cut in range(0, len(data), 17):
        (t.space / "connections" / "c.yaml").write_bytes(data[:cut])
        run = t.sync()
        error = (run.json or {}).get("error") or {}
        equal((run.rc, error.get("class"), "c.yaml" in str(error.get("place"))), (2, "CONFIG", True), f"exit, class, place when cut at {cut} ({error})")


@case
def a_view_and_an_index_of_the_user_survive_a_replace(t):
    import sqlite3
    t.connect(t.server(lambda r: {"data": items(3, r.number * 10)}), None, "replace")
    t.sync().must_be("ok")
    with sqlite3.connect(t.into) as db:
        db.execute("CREATE VIEW mine AS SELECT id FROM items")
    db.close()
    t.sync().must_be("ok")
    equal(t.rows("SELECT id FROM mine ORDER BY 1"), [(10,), (11,), (12,)], "rows of the view")


@case
def a_null_field_or_an_empty_record_loses_no_row(t):
    t.connect(t.server(lambda r: {"data": [{}, {"a": None}, {"a": {}}, {"a": {"b": None}}, {"a": 1}]}))
    run = t.sync().must_be("ok")
    table = t.rows("SELECT count(*) FROM items")[0][0]
    equal(table + run.stream()["refused"], 5, "rows and refused rows")


@case
def a_field_that_is_object_scalar_and_list_by_turns_loses_nothing(t):
    serial(t, [[{"id": 1, "a": "v1"}, {"id": 2, "a": {"b": "v2"}}, {"id": 3, "a": ["v3"]}, {"id": 4, "a": 4.5}]])
    stored = json.dumps(t.rows("SELECT * FROM items"))
    expect(all(v in stored for v in ("v1", "v2", "v3", "4.5")), stored)


@case
def a_column_changes_from_numbers_to_times_to_texts_without_loss(t):
    values = [5, "2026-01-01T00:00:00Z", "n/a", 1.25, True, None, "5", "12345678901234567890"]
    serial(t, [[{"id": i, "v": v}] for i, v in enumerate(values)])
    got = [r[0] for r in t.rows("SELECT v FROM items ORDER BY id")]
    equal([got[0], got[2], str(got[3]), got[4], got[5], got[6], got[7]], [5, "n/a", "1.25", 1, None, "5", "12345678901234567890"], "values")
    expect(str(got[1]).startswith("2026-01-01T00:00:00"), f"{got[1]}")


@case
def a_stream_taken_out_of_the_sync_section_does_not_keep_the_sync_open_for_ever(t):
    server = t.server(lambda r: 500 if r.path == "/b" else {"data": items(2)})
    both = {"a": {}, "b": {}}
    t.connect(server, both)
    t.sync()
    t.connect(server, both, {"a": {"disposition": "append"}})
    t.sync()
    equal(t.sync().stream("a")["status"], "ok", "status of the stream that is left, two syncs later")


@case
def a_byte_order_mark_within_a_text_or_key_stays(t):
    t.connect(t.server(lambda r: Reply('{"data": [{"v": "a\\ufeffb", "w": "a\\ufffeb\\uffff", "x": "\\u2060\\u00ad\\u200b"}]}')))
    t.sync().must_be("ok")
    row = t.rows("SELECT CAST(v AS BLOB), CAST(w AS BLOB), CAST(x AS BLOB) FROM items")[0]
    equal([c.decode() for c in row], ["a\ufeffb", "a\ufffeb\uffff", "\u2060\u00ad\u200b"], "texts")


@case
def each_escaped_character_of_unicode_stays(t):
    every = [c for c in [*range(1, 0xD800), *range(0xE000, 0x10000)]]
    records = [{"n": i, "v": "".join(f"<{chr(c)}>" for c in every[i:i + 64])} for i in range(0, len(every), 64)]
    t.connect(t.server(lambda r: {"data": records}))
    t.sync().must_be("ok")
    got = {n: bytes(v).decode() for n, v in t.rows("SELECT n, CAST(v AS BLOB) FROM items")}
    wrong = [hex(c) for r in records if got[r["n"]] != r["v"] for c in every[r["n"]:r["n"] + 64] if f"<{chr(c)}>" not in got[r["n"]]]
    expect(not wrong, f"characters that were lost: {wrong[:20]}")


@case
def a_replace_with_a_cursor_keeps_to_its_words(t):
    everything = [rec(i, i) for i in range(6)]
    server = t.server(lambda r: {"data": [x for x in everything if x["at"] >= int(r.query["since"])]})
    t.connect(server, {"items": {"incremental": AT}}, "replace")
    t.sync().must_be("ok")
    t.sync()
    expect(len(t.ids()) == 6, f"a replace with a cursor left {len(t.ids())} of 6 rows; filters {server.values('since')}")


@case
def two_connections_with_a_stream_of_one_name_do_not_mix_in_one_file(t):
    """Not settled by the page: both may be in one table, but neither state nor rows may be lost."""
    server = t.server(paged(items(15), 10))
    t.connect(server, {"items": {"pagination": PAGE}})
    t.sync().must_be("ok")
    text = (t.space / "connections" / "c.yaml").read_text()
    (t.space / "connections" / "d.yaml").write_text(text)
    command = t.command()
    command[3] = "d"
    done = subprocess.run(command, env=t.env(), capture_output=True, check=False)
    expect(done.returncode != 0 or len(t.ids()) == 30, f"exit {done.returncode}, {len(t.ids())} rows")


@case
def a_merge_over_rows_that_an_append_left_doubled_ends_with_a_word(t):
    server = t.server(lambda r: {"data": items(3)})
    t.connect(server, {"items": {"primary_key": ["id"]}}, "append")
    t.sync()
    t.sync()
    t.connect(server, {"items": {"primary_key": ["id"]}}, "merge")
    run = t.sync()
    expect(run.rc == 1 and run.error().get("message") or len(t.ids()) in (3, 6), f"{run.out[:300]}")


@case
def a_primary_key_that_changes_is_honoured(t):
    server = t.server(lambda r: {"data": [{"a": 1, "b": r.number, "v": r.number}]})
    for key in (["a"], ["a", "b"], ["a", "b"]):
        t.connect(server, {"items": {"primary_key": key}}, "merge")
        run = t.sync()
    expect(run.rc == 1 and run.error().get("message") or t.rows("SELECT count(*) FROM items") == [(3,)], f"{t.rows('SELECT * FROM items')} {run.out[:200]}")
