# SPDX-License-Identifier: GPL-3.0-or-later
"""append, merge, replace, and what becomes of values."""
import decimal
import json
import threading

from .support import PAGE, Reply, case, equal, expect, items, paged

AT = {"cursor_field": "at", "parameter": "since", "initial": "0"}


def serial(t, answers, streams=None, sync=None, **config):
    """One answer (a list of records) a run."""
    turn = [0]
    server = t.server(lambda r: {"data": answers[turn[0]]})
    t.connect(server, streams, sync, **config)
    for i in range(len(answers)):
        turn[0] = i
        run = t.sync().must_be("ok")
    return server, run


def rec(key, at, **more):
    return {"id": key, "at": at, **more}


@case
def append_without_a_cursor_adds(t):
    serial(t, [items(3), items(3)])
    equal(t.ids(), [0, 0, 1, 1, 2, 2], "rows")


@case
def append_drops_the_records_at_the_stored_cursor_by_key(t):
    serial(t, [[rec(1, 5), rec(2, 5)], [rec(1, 5, x="changed"), rec(2, 5), rec(3, 5)], [rec(1, 5), rec(2, 5), rec(3, 5), rec(4, 6)], [rec(4, 6)]],
           {"items": {"primary_key": ["id"], "incremental": AT}})
    equal(t.ids(), [1, 2, 3, 4], "rows")


@case
def append_drops_the_records_at_the_stored_cursor_by_content(t):
    serial(t, [[rec(1, 5, a=1), rec(2, 5)], [{"a": 1, "at": 5, "id": 1}, rec(2, 5), rec(1, 5, a=2)], [rec(1, 5, a=1), rec(1, 5, a=2), rec(2, 5)]],
           {"items": {"incremental": AT}})
    equal(t.rows("SELECT id, a FROM items ORDER BY id, a"), [(1, 1), (1, 2), (2, None)], "rows")


@case
def append_keeps_records_below_the_cursor_that_came_late(t):
    serial(t, [[rec(1, 5)], [rec(1, 5), rec(9, 4)]], {"items": {"primary_key": ["id"], "incremental": AT}})
    equal(t.ids(), [1, 9], "rows")


@case
def append_drops_at_the_boundary_also_when_the_instant_is_written_differently(t):
    serial(t, [[rec(1, "2026-01-01T00:00:00Z")], [rec(1, "2026-01-01T02:00:00+02:00"), rec(2, "2026-01-01T00:00:00.000Z")]],
           {"items": {"primary_key": ["id"], "incremental": {**AT, "initial": "2025-01-01"}}})
    equal(t.ids(), [1, 2], "rows")


@case
def append_with_a_cursor_is_exact_over_an_interruption_in_the_middle(t):
    first = [rec(i, i) for i in range(20)]
    everything = [rec(i, min(i, 30)) for i in range(45)]
    state = {"records": first, "broken": False}

    def answer(r):
        kept = [x for x in state["records"] if x["at"] >= int(r.query["since"])]
        return 500 if state["broken"] and r.query["page"] == "2" else paged(kept, 10)(r)
    t.connect(t.server(answer), {"items": {"primary_key": ["id"], "pagination": PAGE, "incremental": AT}})
    t.sync().must_be("ok")
    state.update(records=everything, broken=True)
    t.sync().must_be("interrupted")
    state["broken"] = False
    t.sync().must_be("ok")
    t.sync().must_be("ok")
    equal(t.ids(), list(range(45)), "rows")


@case
def a_lag_without_merge_is_a_configuration_error(t):
    server = t.server(lambda r: {"data": []})
    for disposition in ("append", "replace"):
        t.connect(server, {"items": {"primary_key": ["id"], "incremental": {**AT, "lag": "PT10M"}}}, disposition)
        run = t.sync()
        equal((run.rc, run.error().get("class"), len(server.requests)), (2, "CONFIG", 0), f"exit, class, requests of {disposition}")


@case
def merge_replaces_the_row_whole_and_missing_fields_become_null(t):
    serial(t, [[{"id": 1, "a": "x", "b": {"c": 1, "d": 2}, "l": [1]}, {"id": 2, "a": "y"}], [{"id": 1, "b": {"c": 5}}, {"id": 3, "e": 1}]],
           {"items": {"primary_key": ["id"]}}, "merge")
    equal(t.rows("SELECT id, a, b__c, b__d, l, e FROM items ORDER BY id"), [(1, None, 5, None, None, None), (2, "y", None, None, None, None),
                                                                           (3, None, None, None, None, 1)], "rows")


@case
def merge_keeps_the_last_of_one_key_within_a_page_and_over_pages(t):
    records = [{"id": i % 4, "v": i} for i in range(20)]
    t.connect(t.server(paged(records, 7)), {"items": {"primary_key": ["id"], "pagination": {**PAGE, "size": 7}}}, "merge")
    t.sync().must_be("ok")
    equal(t.rows("SELECT id, v FROM items ORDER BY id"), [(0, 16), (1, 17), (2, 18), (3, 19)], "rows")


@case
def merge_by_several_key_fields(t):
    serial(t, [[{"a": 1, "b": "x", "v": 1}, {"a": 1, "b": "y", "v": 2}], [{"a": 1, "b": "y", "v": 9}, {"a": "1", "b": "y", "v": 7}]],
           {"items": {"primary_key": ["a", "b"]}}, "merge")
    equal(t.rows("SELECT b, v FROM items WHERE typeof(a) = 'integer' ORDER BY b"), [("x", 1), ("y", 9)], "rows")


@case
def merge_tells_big_and_exact_keys_apart(t):
    keys = ["9223372036854775807", "9223372036854775808", "9223372036854775809", "1.10", "12345678901234567.89", "12345678901234567.88"]
    text = '{"data": [' + ",".join(f'{{"id": {k}, "n": "{k}"}}' for k in keys) + "]}"
    t.connect(t.server(lambda r: Reply(text)), {"items": {"primary_key": ["id"]}}, "merge")
    t.sync().must_be("ok")
    t.sync().must_be("ok")
    equal(t.rows("SELECT count(*), count(DISTINCT n) FROM items"), [(6, 6)], "rows")


@case
def a_record_without_its_key_goes_to_the_refused_rows(t):
    records = [{"id": 1, "k": 1}, {"k": 1, "v": "nokey"}, {"id": None, "k": 1}, {"id": 2}, {"id": 2, "k": None}, {"id": 3, "k": 3}, 5, None, [1], "x"]
    t.connect(t.server(lambda r: {"data": records}), {"items": {"primary_key": ["id", "k"]}}, "merge")
    run = t.sync().must_be("ok")
    equal((run.stream()["refused"], run.stream()["rows_read"], run.stream()["rows_loaded"], t.ids()), (8, 10, 2, [1, 3]), "refused, read, loaded, rows")
    tables = [r[0] for r in t.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [n for n in tables if n != "items" and any("nokey" in str(r) for r in t.rows(f'SELECT * FROM "{n}"'))]
    expect(kept, f"the refused record is in none of {tables}")


@case
def merge_without_a_primary_key_is_a_configuration_error(t):
    t.connect(t.server(lambda r: {"data": []}), None, "merge")
    run = t.sync()
    equal((run.rc, run.error().get("class")), (2, "CONFIG"), "exit, class")


@case
def readers_see_the_old_table_whole_until_a_replace_has_finished(t):
    new = items(30, 100)
    go, reached, phase = threading.Event(), threading.Event(), [0]

    def answer(r):
        if phase[0] == 0:
            return {"data": items(5) if r.query["page"] == "1" else []}
        if r.query["page"] == "3":
            reached.set()
            go.wait(20)
        return paged(new, 10)(r)
    t.connect(t.server(answer), {"items": {"pagination": PAGE}}, "replace")
    t.sync().must_be("ok")
    phase[0] = 1
    process = t.start()
    try:
        expect(reached.wait(30), "page 3 was not asked for")
        equal(t.ids(), [0, 1, 2, 3, 4], "rows while a replace is under way")
    finally:
        go.set()
        process.communicate(timeout=30)
    equal(t.ids(), list(range(100, 130)), "rows afterwards")


@case
def an_interrupted_replace_keeps_the_old_rows_and_is_whole_after_resuming(t):
    state = {"records": items(25), "broken": False}
    server = t.server(lambda r: 500 if state["broken"] and r.query["page"] == "3" else paged(state["records"], 10)(r))
    t.connect(server, {"items": {"pagination": PAGE}}, "replace")
    t.sync().must_be("ok")
    state.update(records=items(25, 100), broken=True)
    t.sync().must_be("interrupted")
    equal(t.ids(), list(range(25)), "rows after the interruption")
    state["broken"] = False
    t.sync().must_be("ok")
    equal(t.ids(), list(range(100, 125)), "rows after resuming")


@case
def a_replace_with_nothing_leaves_an_empty_table(t):
    serial(t, [items(3), []], None, "replace")
    equal(t.rows("SELECT count(*) FROM items"), [(0,)], "rows")


@case
def a_failed_first_page_of_a_replace_keeps_the_old_rows(t):
    bad = [False]
    t.connect(t.server(lambda r: 404 if bad[0] else {"data": items(3)}), None, "replace")
    t.sync().must_be("ok")
    bad[0] = True
    t.sync().must_be("failed")
    equal(t.ids(), [0, 1, 2], "rows")


@case
def a_changed_disposition_keeps_what_was_loaded(t):
    server = t.server(lambda r: {"data": items(3)})
    for disposition, wanted in (("append", 3), ("merge", 3), ("append", 6), ("replace", 3)):
        t.connect(server, {"items": {"primary_key": ["id"]}}, disposition)
        run = t.sync()
        expect(run.rc in (0, 1, 2), "exit")
        if run.rc == 0:
            equal(t.rows("SELECT count(*) FROM items"), [(wanted,)], f"rows after {disposition}")


@case
def nested_objects_become_columns_and_lists_json_text(t):
    serial(t, [[{"id": 1, "a": {"b": {"c": 1}, "d": "x"}, "l": [1, {"é": [None, True]}, "t\"\n"], "e": [], "o": {}, "n": None, "t": True, "f": False}]])
    row = t.rows("SELECT a__b__c, a__d, l, t, f FROM items")[0]
    equal((row[0], row[1], json.loads(row[2]), row[3], row[4]), (1, "x", [1, {"é": [None, True]}, "t\"\n"], 1, 0), "values")


@case
def lists_stay_exact_as_json_text(t):
    text = '[12345678901234567890.123, 1.10, 1e400, 18446744073709551616, "\\u0000\\u00e9 2026-01-01T00:00:00+02:00"]'
    t.connect(t.server(lambda r: Reply('{"data": [{"id": 1, "l": ' + text + "}]}")))
    t.sync().must_be("ok")
    got = t.rows("SELECT l FROM items")[0][0]
    equal(json.loads(got, parse_float=str, parse_int=str), json.loads(text, parse_float=str, parse_int=str), "list")


@case
def lists_go_to_tables_of_their_own_if_the_stream_says_so(t):
    t.connect(t.server(lambda r: {"data": [{"id": 1, "tags": ["a", "b"], "pets": [{"n": "x"}, {"n": "y"}]}, {"id": 2, "tags": []}]}), {"items": {"lists": "tables"}})
    t.sync().must_be("ok")
    equal(t.rows("SELECT value FROM items__tags ORDER BY _dlt_list_idx"), [("a",), ("b",)], "tags")
    equal(t.rows("SELECT n, items.id FROM items__pets JOIN items ON items._dlt_id = _dlt_parent_id ORDER BY 1"), [("x", 1), ("y", 1)], "pets")


@case
def a_merge_replaces_the_lists_of_its_rows_too(t):
    serial(t, [[{"id": 1, "tags": ["a", "b"]}, {"id": 2, "tags": ["z"]}], [{"id": 1, "tags": ["c"]}], [{"id": 2}]],
           {"items": {"lists": "tables", "primary_key": ["id"]}}, "merge")
    equal(t.rows("SELECT value FROM items__tags ORDER BY 1"), [("c",)], "tags")


TEXTS = ["", " ", "  pad  ", "007", "1.10", "1e5", "0x1F", "true", "null", "NaN", "12:30", "e\u0301", "\u00e9", "a\u0000b", "\u0000",
         "line\r\nline\n", "\u2028", "\U0001f600", "'; DROP TABLE items; --", "\\u0041", "9223372036854775808", "-0", "+5", ".5", "Infinity", "\x7f\x01",
         "2026-02-30T00:00:00Z", "2026-01-01", "20260101", "2026", "2026-01", "1/2/2026", "\ufffd", "\uffff"]


@case
def texts_stay_byte_for_byte(t):
    for order in (TEXTS, [1, *TEXTS], [1.5, *TEXTS], [True, *TEXTS]):
        t.connect(t.server(lambda r, order=order: {"data": [{"n": i, "t": x} for i, x in enumerate(order)]}))
        t.into = t.folder / f"{len(t.servers)}.sqlite"
        t.sync().must_be("ok")
        got = [bytes(r[0]).decode() if r[0] is not None else None for r in t.rows("SELECT CAST(t AS BLOB) FROM items ORDER BY n")]
        skip = len(order) - len(TEXTS)
        wrong = [(w, g) for w, g in zip(TEXTS, got[skip:]) if w != g]
        expect(not wrong, f"after a first value {order[0]!r}, (sent, stored): {wrong}")


@case
def a_byte_order_mark_in_a_text_stays(t):
    for text in ('"\ufeffbom"', '"\\ufeffbom"', '"\\ufeffa\\n"'):
        t.connect(t.server(lambda r, text=text: Reply('{"data": [{"v": ' + text + ', "l": [' + text + "]}]}")))
        t.into = t.folder / f"{len(t.servers)}.sqlite"
        t.sync().must_be("ok")
        v, lists = t.rows("SELECT CAST(v AS BLOB), l FROM items")[0]
        equal((v.decode(), json.loads(lists)), (json.loads(text), [json.loads(text)]), f"value and list of {text!r}")


@case
def a_text_stays_a_text_in_a_column_of_numbers(t):
    serial(t, [[{"n": 1, "v": 5}, {"n": 2, "v": "5"}, {"n": 3, "v": "5.0"}], [{"n": 4, "v": "6"}]])
    equal(t.rows("SELECT v, typeof(v) FROM items ORDER BY n"), [(5, "integer"), ("5", "text"), ("5.0", "text"), ("6", "text")], "values")


NUMBERS = ["12345678901234567.89", "0.1000000000000000055511151231257827", "1e400", "9223372036854775808", "-9223372036854775809", "18446744073709551615",
           "0.1", "1.10", "-0.0", "1E5", "3.14159265358979323846", "9223372036854775807", "-9223372036854775808", "1e-400", "123456789012345678901234567890"]


@case
def decimals_and_big_integers_stay_exact(t):
    for shape in ("rows", "columns"):
        if shape == "rows":
            body = ",".join(f'{{"n": {i}, "v": {x}}}' for i, x in enumerate(NUMBERS))
        else:
            body = "{" + ",".join(f'"v{i}": {x}' for i, x in enumerate(NUMBERS)) + "}"
        t.connect(t.server(lambda r, body=body: Reply('{"data": [' + body + "]}")))
        t.into = t.folder / f"{shape}.sqlite"
        t.sync().must_be("ok")
        got = [r[0] for r in t.rows("SELECT v FROM items ORDER BY n")] if shape == "rows" else t.rows("SELECT " + ",".join(f"v{i}" for i in range(len(NUMBERS))) + " FROM items")[0]
        wrong = []
        for sent, stored in zip(NUMBERS, got):
            try:
                if decimal.Decimal(str(stored)) != decimal.Decimal(sent):
                    wrong.append((sent, stored))
            except decimal.InvalidOperation:
                wrong.append((sent, stored))
        expect(not wrong, f"as {shape}, (sent, stored): {wrong}")


@case
def timestamps_are_fixed_width_utc_text(t):
    serial(t, [[{"n": 1, "at": "2026-01-01T01:00:00+02:00"}, {"n": 2, "at": "2026-01-01T00:00:00.5Z"}, {"n": 3, "at": "2026-06-01T00:00:00Z"}]])
    got = [r[0] for r in t.rows("SELECT at FROM items ORDER BY n")]
    equal([g[:19] for g in got], ["2025-12-31T23:00:00", "2026-01-01T00:00:00", "2026-06-01T00:00:00"], "instants")
    equal(len({len(g) for g in got}), 1, f"widths of {got}")
    equal(sorted(got), got, "order")


@case
def a_field_named_twice_in_a_record_loses_nothing_silently(t):
    t.connect(t.server(lambda r: Reply('{"data": [{"id": 1, "a": "first", "a": "second"}]}')))
    run = t.sync()
    expect(run.rc != 0 or run.stream()["refused"] or t.rows("SELECT a FROM items") == [("second",)], f"{run.out[:300]}")


@case
def lone_surrogates_and_bad_utf8_are_an_error_or_refused_and_never_a_crash(t):
    for body in (b'{"data": [{"id": 1, "a": "\\ud800"}]}', b'{"data": [{"id": 1, "a": "\xff\xfe"}]}', b'{"data": [{"id": 1, "\xc3(": 1}]}'):
        t.connect(t.server(lambda r, body=body: Reply(body)))
        run = t.sync(into=t.folder / f"{len(t.servers)}.sqlite")
        expect(run.json is not None, f"{body!r}: {run.out[:200]} {run.err[:200]}")


@case
def deep_nesting_is_an_error_and_never_a_crash(t):
    for body in ('{"data": [' + '{"a":' * 5000 + "1" + "}" * 5000 + "]}", '{"data": [{"l": ' + "[" * 100000 + "]" * 100000 + "}]}"):
        t.connect(t.server(lambda r, body=body: Reply(body)))
        run = t.sync(into=t.folder / f"{len(t.servers)}.sqlite")
        expect(run.json is not None and (run.rc != 0 or run.stream()["rows_loaded"] + run.stream()["refused"] == 1), f"{run.out[:300]}")
