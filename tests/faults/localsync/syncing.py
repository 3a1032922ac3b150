# SPDX-License-Identifier: GPL-3.0-or-later
"""What is a sync, what is interrupted, where the next one starts, filters and cursors, the JSON, bad files."""
import datetime
import pathlib

from .support import CURSOR, LINK, OFFSET, PAGE, STREAM_KEYS, Reply, case, equal, expect, items, paged

INCREMENTAL = {"cursor_field": "at", "parameter": "since", "initial": "2026-01-01"}


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def stamped(*stamps):
    return [{"id": i, "at": s} for i, s in enumerate(stamps)]


@case
def the_filter_is_kept_over_pages_and_resumption_and_the_cursor_moves_at_the_end(t):
    records = stamped(*[f"2026-02-{d:02d}T00:00:00Z" for d in range(1, 26)])
    broken = [True]
    server = t.server(lambda r: 500 if r.query["page"] == "3" and broken[0] else paged(records, 10)(r))
    t.connect(server, {"items": {"pagination": PAGE, "primary_key": ["id"], "incremental": {**INCREMENTAL, "lag": "PT10M"}}}, "merge")
    t.sync().must_be("interrupted")
    broken[0] = False
    t.sync().must_be("ok")
    equal(set(server.values("since")), {"2026-01-01"}, "filters of the read")
    del server.requests[:]
    t.sync().must_be("ok")
    equal(len(set(server.values("since"))), 1, "filters of the next read")
    equal(instant(server.values("since")[0]), instant("2026-02-24T23:50:00Z"), "stored cursor minus lag")


@case
def the_lag_is_not_subtracted_from_initial_which_is_sent_as_written(t):
    for initial in ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00+02:00", "2026-01-01", "2026-01-01T00:00:00.5Z"):
        server = t.server(lambda r: {"data": []})
        t.connect(server, {"items": {"primary_key": ["id"], "incremental": {**INCREMENTAL, "initial": initial, "lag": "PT10M"}}}, "merge")
        into = t.folder / f"{len(t.servers)}.sqlite"
        t.sync(into=into).must_be("ok")
        t.sync(into=into).must_be("ok")
        equal(server.values("since"), [initial, initial], "filter of two reads that found nothing")


@case
def the_cursor_is_the_latest_instant_not_the_greatest_text(t):
    server = t.server(lambda r: {"data": stamped("2026-02-01T00:30:00Z", "2026-02-01T01:00:00+02:00", "2026-01-31T23:59:59Z")})
    t.connect(server, {"items": {"incremental": INCREMENTAL}})
    t.sync().must_be("ok")
    t.sync().must_be("ok")
    equal(instant(server.values("since")[1]), instant("2026-02-01T00:30:00Z"), "cursor")


@case
def fractions_of_a_second_order_after_the_whole_second(t):
    server = t.server(lambda r: {"data": stamped("2026-02-01T00:00:00.5Z", "2026-02-01T00:00:00Z")})
    t.connect(server, {"items": {"incremental": INCREMENTAL}})
    t.sync()
    t.sync()
    equal(instant(server.values("since")[1].replace(".5Z", ".500000Z")), instant("2026-02-01T00:00:00.500000Z"), "cursor")


@case
def an_integer_cursor_compares_as_a_number_and_is_sent_exactly(t):
    for values, wanted in (((9, 10, 8), "10"), ((9007199254740993, 9007199254740992), "9007199254740993"), ((18446744073709551615, 5), "18446744073709551615")):
        server = t.server(lambda r, values=values: {"data": stamped(*values)})
        t.connect(server, {"items": {"incremental": {**INCREMENTAL, "initial": "0"}}})
        into = t.folder / f"{len(t.servers)}.sqlite"
        t.sync(into=into).must_be("ok")
        t.sync(into=into).must_be("ok")
        equal(server.values("since"), ["0", wanted], "filters")


@case
def without_initial_the_first_read_sends_no_filter(t):
    server = t.server(lambda r: {"data": stamped("2026-02-01T00:00:00Z")})
    t.connect(server, {"items": {"incremental": {"cursor_field": "at", "parameter": "since"}}})
    t.sync().must_be("ok")
    equal(server.values("since"), [None], "filter")


@case
def a_cursor_never_moves_back(t):
    stamps = ["2026-02-05T00:00:00Z", "2026-02-01T00:00:00Z", "2026-02-01T00:00:00Z"]
    server = t.server(lambda r: {"data": [{"id": r.number, "at": stamps[r.number]}]})
    t.connect(server, {"items": {"incremental": INCREMENTAL}})
    for _ in range(3):
        t.sync().must_be("ok")
    equal([instant(v) for v in server.values("since")[1:]], [instant(stamps[0])] * 2, "filters")


def two_streams(t, bad=500, where="3"):
    broken = [True]
    records = items(25)
    server = t.server(lambda r: bad if r.path == "/b" and broken[0] and r.query["page"] == where else paged(records, 10)(r))
    t.connect(server, {"a": {"pagination": PAGE}, "b": {"pagination": PAGE}})
    return server, broken


@case
def an_interrupted_sync_is_gone_on_with_and_skips_what_had_finished(t):
    server, broken = two_streams(t)
    run = t.sync()
    equal((run.rc, run.json["status"], run.stream("a")["status"], run.stream("b")["status"]), (1, "interrupted", "ok", "interrupted"), "first")
    equal(run.error("b")["class"], "SERVER", "class")
    broken[0] = False
    del server.requests[:]
    run = t.sync()
    equal((run.rc, run.json["status"], run.stream("a")["status"], run.stream("b")["status"]), (0, "ok", "skipped", "ok"), "second")
    equal((run.stream("a")["requests"], run.stream("b")["resumed"], run.stream("b")["pages"]), (0, True, 1), "second")
    equal([(r.path, r.query["page"]) for r in server.requests], [("/b", "3")], "requests of the second")
    equal((t.ids("a"), t.ids("b")), (list(range(25)), list(range(25))), "rows")
    run = t.sync()
    equal((run.stream("a")["status"], run.stream("b")["status"], run.stream("a")["resumed"]), ("ok", "ok", False), "third is a new sync")
    equal(len(t.ids("a")), 50, "append adds")


@case
def a_failed_stream_leaves_the_sync_unfinished_and_the_next_skips_the_others(t):
    server, broken = two_streams(t, 404)
    run = t.sync()
    equal((run.rc, run.stream("a")["status"], run.stream("b")["status"]), (1, "ok", "failed"), "first")
    broken[0] = False
    run = t.sync()
    equal((run.rc, run.stream("a")["status"], run.stream("b")["status"]), (0, "skipped", "ok"), "second")
    equal((len(t.ids("a")), len(t.ids("b"))), (25, 25), "rows")


@case
def an_interrupted_read_resumes_after_its_last_committed_page_under_each_pagination(t):
    for pagination in (PAGE, OFFSET, CURSOR, LINK, {"type": "link"}):
        broken = [True]
        records = items(45)

        def answer(r):
            at = int(r.query.get("at", 0)) if pagination["type"] in ("cursor", "link") else \
                (int(r.query["page"]) - 1) * 10 if pagination["type"] == "page" else int(r.query["offset"])
            if at == 30 and broken[0]:
                return Reply({"data": records[at:at + 10]}, how="cut")
            following = None if at + 10 >= 45 else str(at + 10) if pagination["type"] == "cursor" else f"/items?at={at + 10}"
            return Reply({"data": records[at:at + 10], "next": following},
                         headers={"Link": f'<{following}>; rel=next'} if following else {})
        server = t.server(answer)
        used = {**pagination, "parameter": "at"} if pagination["type"] == "cursor" else pagination
        t.connect(server, {"items": {"pagination": used}})
        t.into = t.folder / f"{len(t.servers)}.sqlite"
        equal(t.sync().rc, 1, "exit status")
        broken[0] = False
        del server.requests[:]
        run = t.sync().must_be("ok")
        equal((len(server.requests), run.stream()["pages"], run.stream()["rows_read"]), (2, 2, 15), f"requests, pages, rows after resuming {used}")
        equal(t.ids(), list(range(45)), "rows")


@case
def a_limit_ends_each_stream_after_exactly_n_records_of_this_run(t):
    server = t.server(paged(items(23), 5))
    t.connect(server, {"a": {"pagination": {**PAGE, "size": 5}}, "b": {"pagination": {**PAGE, "size": 5}}})
    for count, wanted, status in ((7, 7, "interrupted"), (7, 14, "interrupted"), (1, 15, "interrupted"), (8, 23, None), (9, 23, "ok")):
        run = t.sync("--limit", str(count))
        if status:
            equal((run.rc, run.json["status"]), (0 if status == "ok" else 1, status), f"after {wanted} records")
        elif run.rc == 0:
            break  # the read had ended with the last record: there is nothing to go on with
        equal((t.ids("a"), t.ids("b")), (list(range(wanted)),) * 2, f"rows after --limit {count}")
    equal((t.ids("a"), t.ids("b")), (list(range(23)),) * 2, "rows")


@case
def a_limit_counts_records_not_rows(t):
    records = [{"id": 1}, {}, {"id": 2}, {}, {"id": 3}]
    t.connect(t.server(lambda r: {"data": records}), {"items": {"primary_key": ["id"]}}, "merge")
    run = t.sync("--limit", "3").must_be("interrupted")
    equal((run.stream()["rows_read"], run.stream()["refused"], t.ids()), (3, 1, [1, 2]), "read, refused, rows")
    run = t.sync().must_be("ok")
    equal((run.stream()["rows_read"], run.stream()["refused"], t.ids()), (2, 1, [1, 2, 3]), "read, refused, rows")


@case
def a_limited_read_does_not_move_the_cursor(t):
    server = t.server(lambda r: {"data": stamped("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z")})
    t.connect(server, {"items": {"incremental": INCREMENTAL}})
    t.sync("--limit", "2")
    t.sync().must_be("ok")
    equal(server.values("since"), ["2026-01-01"] * 2, "filters")
    equal(t.ids(), [0, 1, 2], "rows")


@case
def a_limit_of_zero_or_less_or_no_number_is_bad_usage(t):
    t.connect(t.server(lambda r: {"data": []}))
    for limit in ("0", "-1", "x", "1.5"):
        equal(t.sync("--limit", limit).rc, 2, f"exit status of --limit {limit}")


@case
def an_empty_or_comment_only_weirkeeper_yaml_is_a_valid_workspace(t):
    t.connect(t.server(lambda r: {"data": items(1)}))
    for text in ("", "\n\n", "# only this\n", "---\n# c\n...\n", "\ufeff# c\n"):
        (t.space / "weirkeeper.yaml").write_text(text, encoding="utf-8")
        equal(t.sync(into=t.folder / "x.sqlite").rc, 0, f"exit status with {text!r}")


@case
def the_json_has_exactly_the_keys_of_the_page(t):
    server, _ = two_streams(t)
    run = t.sync()
    expect(run.json is not None, f"not one JSON document: {run.out[:300]!r}")
    equal(set(run.json), {"connection", "into", "status", "streams", "error"}, "keys")
    for stream in run.json["streams"]:
        equal(set(stream), STREAM_KEYS, "keys of a stream")
        expect(isinstance(stream["state"], dict) and isinstance(stream["resumed"], bool), "types")
    equal(set(run.error("b")), {"class", "code", "message", "place"}, "keys of an error")
    equal((run.json["connection"], pathlib.Path(run.json["into"])), ("c", t.into), "connection, into")
    b = run.stream("b")
    equal((b["requests"], b["retries"], b["pages"], b["rows_read"], b["rows_loaded"], b["refused"]), (5, 2, 2, 20, 20, 0), "numbers of b")


@case
def only_the_named_stream_is_synced_and_an_unknown_one_is_bad_usage(t):
    server = t.server(paged(items(5), 10))
    t.connect(server, {"a": {"pagination": PAGE}, "b": {"pagination": PAGE}})
    run = t.sync("--stream", "b")
    equal((run.rc, {r.path for r in server.requests}), (0, {"/b"}), "exit status, paths")
    run = t.sync("--stream", "nosuch")
    equal((run.rc, run.json is not None and (run.json["error"] or {}).get("class")), (2, "CONFIG"), "unknown stream")
    expect("nosuch" in run.out, f"the message does not name the stream: {run.out}")


@case
def an_unknown_connection_is_a_configuration_error_in_json(t):
    run = t.sync()
    equal((run.rc, run.json is not None and (run.json["error"] or {}).get("class")), (2, "CONFIG"), "no connections/c.yaml")


GOOD = """connection:
  kind: rest
  config:
    base_url: {url}
    retry:
      attempts: 2
    limits:
      body: 1MiB
    rate_limit:
      requests: 500
      per: second
    authentication:
      type: none
    streams:
      items:
        path: /items
        records: data
        primary_key: [id]
        pagination:
          type: page
          parameter: page
        incremental:
          cursor_field: id
          parameter: since
  sync:
    items:
      disposition: merge
"""


@case
def an_unknown_key_is_a_configuration_error_with_line_and_column(t):
    server = t.server(lambda r: {"data": []})
    good = GOOD.format(url=server.url)
    t.write(good)
    equal(t.sync().rc, 0, "the file without mistakes")
    wrong = []
    lines = good.splitlines(keepends=True)
    for i, line in enumerate(lines):
        if ":" not in line or line.strip() == "items:" and i < 15:  # there it would be a stream
            continue
        column = len(line) - len(line.lstrip()) + 1
        t.write("".join(lines[:i]) + " " * (column - 1) + "bogus_key: 1\n" + "".join(lines[i:]))
        run = t.sync()
        error = (run.json or {}).get("error") or {}
        if run.rc == 0 and f"c.yaml:{i + 1}:{column}" in run.err:
            continue  # for the connection itself a warning will do
        if run.rc != 2 or error.get("class") != "CONFIG" or f"c.yaml:{i + 1}:{column}" not in str(error.get("place")):
            wrong.append((i + 1, column, run.rc, error.get("class"), str(error.get("place"))[-40:], str(error.get("message"))[:80]))
    expect(not wrong, f"(line, column, exit, class, place, message): {wrong}")


@case
def a_wrong_value_is_a_configuration_error_with_line_and_column(t):
    server = t.server(lambda r: {"data": []})
    good = GOOD.format(url=server.url)
    wrong = []
    for key, value in (("attempts", "0"), ("attempts", "many"), ("per", "day"), ("requests", "0"), ("requests", "-3"), ("disposition", "upsert"),
                       ("kind", "rset"), ("body", "64 bananas"), ("type: page", "pages"), ("base_url", "ftp://x/"), ("base_url", "nonsense"),
                       ("primary_key", "{a: 1}"), ("path: /items", "[1]"), ("cursor_field", "[x]"), ("type: none", "beerer")):
        key, old = (key.split(": ") + [None])[:2]
        for i, line in enumerate(good.splitlines()):
            if line.strip().startswith(key + ":") and (old is None or line.strip() == f"{key}: {old}"):
                break
        lines = good.splitlines()
        lines[i] = lines[i].split(":")[0] + ": " + value
        t.write("\n".join(lines) + "\n")
        run = t.sync()
        error = (run.json or {}).get("error") or {}
        if run.rc != 2 or error.get("class") != "CONFIG" or f"c.yaml:{i + 1}:" not in str(error.get("place")):
            wrong.append((f"{key}: {value}", run.rc, error.get("class"), str(error.get("place"))[-30:], str(error.get("message"))[:80]))
    equal(len(server.requests), 0, "requests")
    expect(not wrong, f"(line, exit, class, place, message): {wrong}")


@case
def a_disposition_for_a_stream_that_is_not_there_is_a_configuration_error(t):
    t.connect(t.server(lambda r: {"data": []}), None, {"nosuch": {"disposition": "append"}})
    equal(t.sync().rc, 2, "exit status")


@case
def a_connection_name_cannot_leave_its_folder(t):
    t.connect(t.server(lambda r: {"data": items(1)}))
    (t.space / "outside.yaml").write_text((t.space / "connections" / "c.yaml").read_text())
    command = t.command()
    command[3] = "../outside"
    import subprocess
    equal(subprocess.run(command, env=t.env(), capture_output=True, check=False).returncode, 2, "exit status")
