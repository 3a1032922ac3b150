# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a read ends, what it follows, what it sends."""
from .support import CURSOR, LINK, OFFSET, PAGE, Reply, case, equal, expect, items, paged


def lengths(*sizes):
    """Page after page of these sizes, then empty ones."""
    def answer(request):
        page = int(request.query["page"])
        first = sum(sizes[:page - 1])
        return {"data": items(sizes[page - 1], first) if page <= len(sizes) else []}
    return answer


def read_pages(t, sizes, wanted_requests, pagination=PAGE):
    server = t.server(lengths(*sizes))
    t.connect(server, {"items": {"pagination": pagination}})
    t.sync().must_be("ok")
    equal(t.ids(), list(range(sum(sizes))), "rows")
    equal(len(server.requests), wanted_requests, f"requests for pages of {sizes}")


@case
def a_page_shorter_than_the_size_and_the_longest_page_ends_the_read(t):
    read_pages(t, (10, 10, 5), 3)


@case
def an_api_that_caps_the_size_is_read_to_its_end(t):
    read_pages(t, (7, 7, 7, 2), 4)


@case
def a_full_capped_page_is_followed_by_an_empty_one(t):
    read_pages(t, (7, 7), 3)


@case
def a_single_short_page_is_not_shorter_than_the_longest(t):
    read_pages(t, (4,), 2)


@case
def pages_that_grow_do_not_end_the_read(t):
    read_pages(t, (3, 5, 8, 8, 2), 5)


@case
def an_empty_first_page_ends_the_read(t):
    server = t.server(lambda r: {"data": []})
    t.connect(server, {"items": {"pagination": PAGE}})
    t.sync().must_be("ok")
    equal(len(server.requests), 1, "requests")


@case
def pages_without_a_size_are_read_to_the_empty_one(t):
    server = t.server(lengths(10, 10, 3))
    t.connect(server, {"items": {"pagination": {"type": "page", "parameter": "page"}}})
    t.sync().must_be("ok")
    equal(t.ids(), list(range(23)), "rows")
    equal(server.values("page")[0], "1", "first page")


@case
def the_longest_page_is_remembered_over_an_interruption(t):
    broken = [True]

    def answer(r):
        if r.query["page"] == "3" and broken[0]:
            return 500
        return lengths(7, 7, 5)(r)
    server = t.server(answer)
    t.connect(server, {"items": {"pagination": PAGE}})
    t.sync().must_be("interrupted")
    broken[0] = False
    del server.requests[:]
    t.sync().must_be("ok")
    equal(server.values("page"), ["3"], "pages asked after the interruption")
    equal(t.ids(), list(range(19)), "rows")


@case
def the_offset_grows_by_the_records_received(t):
    records = items(20)
    server = t.server(lambda r: {"data": records[int(r.query["offset"]):][:7]})
    t.connect(server, {"items": {"pagination": OFFSET}})
    t.sync().must_be("ok")
    equal(server.values("offset"), ["0", "7", "14"], "offsets")
    equal(server.values("size")[0], "10", "size")
    equal(t.ids(), list(range(20)), "rows")


@case
def the_offset_counts_refused_records_too(t):
    records = items(20)
    records[3] = {"name": "no key"}
    server = t.server(lambda r: {"data": records[int(r.query["offset"]):][:10]})
    t.connect(server, {"items": {"pagination": OFFSET, "primary_key": ["id"]}}, "merge")
    equal(t.sync().must_be("ok").stream()["refused"], 1, "refused")
    equal(server.values("offset"), ["0", "10", "20"], "offsets")


def chain(pages):
    """token -> (records, next token)"""
    return lambda r: {"data": pages[r.query.get("token")][0], "next": pages[r.query.get("token")][1]}


@case
def an_empty_page_does_not_end_a_cursor_read(t):
    server = t.server(chain({None: (items(2), "a"), "a": ([], "b"), "b": ([], "c"), "c": (items(2, 2), None)}))
    t.connect(server, {"items": {"pagination": CURSOR, "parameters": {"limit": 2}}})
    t.sync().must_be("ok")
    equal(t.ids(), [0, 1, 2, 3], "rows")
    equal(server.values("limit"), ["2"] * 4, "page size through parameters")


@case
def an_empty_page_does_not_end_a_link_read(t):
    server = t.server(lambda r: {"data": items(1, 5) if r.path == "/z" else [], "next": {"/items": "/y", "/y": "/z", "/z": None}[r.path]})
    t.connect(server, {"items": {"pagination": LINK}})
    t.sync().must_be("ok")
    equal(t.ids(), [5], "rows")


@case
def an_empty_or_missing_token_ends_a_cursor_read(t):
    for end in ({"next": ""}, {"next": None}, {}):
        server = t.server(lambda r, end=end: {"data": items(1), **end})
        t.connect(server, {"items": {"pagination": CURSOR}})
        t.sync(into=t.folder / f"{len(t.servers)}.sqlite").must_be("ok")
        equal(len(server.requests), 1, f"requests when the answer says {end}")


@case
def a_token_of_odd_characters_arrives_as_it_was_named(t):
    token = "a b&c=+/é#%25?;\u4fa1'\"\\"
    server = t.server(chain({None: (items(1), token), token: (items(1, 1), None)}))
    t.connect(server, {"items": {"pagination": CURSOR}})
    t.sync().must_be("ok")
    equal(server.values("token")[1], token, "token")


@case
def a_token_that_is_a_big_number_is_sent_exactly(t):
    server = t.server(lambda r: Reply('{"data": [{"id": 1}], "next": 12345678901234567890}') if "token" not in r.query else {"data": [{"id": 2}]})
    t.connect(server, {"items": {"pagination": CURSOR}})
    t.sync().must_be("ok")
    equal(server.values("token"), [None, "12345678901234567890"], "token")


@case
def a_token_at_a_dotted_path_is_found(t):
    server = t.server(lambda r: {"data": items(1, r.number), "meta": {"page": {"next": "x" if r.number == 0 else None}}})
    t.connect(server, {"items": {"pagination": {**CURSOR, "path": "meta.page.next"}}})
    t.sync().must_be("ok")
    equal(server.values("token"), [None, "x"], "tokens")


def must_fail_as_loop(t, run, rows):
    run.must_be("failed")
    equal(run.error().get("class"), "PAGINATION", "error class")
    equal(t.ids(), rows, "rows that stay")


@case
def a_token_already_followed_fails_the_read_and_rows_stay(t):
    server = t.server(chain({None: (items(1), "a"), "a": (items(1, 1), "b"), "b": (items(1, 2), "a")}))
    t.connect(server, {"items": {"pagination": CURSOR}})
    must_fail_as_loop(t, t.sync(), [0, 1, 2])
    equal(len(server.requests), 3, "requests")


@case
def a_token_that_names_itself_fails_the_read(t):
    server = t.server(chain({None: (items(1), "a"), "a": (items(1, 1), "a")}))
    t.connect(server, {"items": {"pagination": CURSOR}})
    must_fail_as_loop(t, t.sync(), [0, 1])


@case
def a_token_followed_before_an_interruption_fails_the_read_after_it(t):
    broken = [True]
    pages = chain({None: (items(1), "a"), "a": (items(1, 1), "b"), "b": (items(1, 2), "c"), "c": (items(1, 3), "a")})
    server = t.server(lambda r: 500 if r.query.get("token") == "c" and broken[0] else pages(r))
    t.connect(server, {"items": {"pagination": CURSOR}})
    t.sync().must_be("interrupted")
    broken[0] = False
    must_fail_as_loop(t, t.sync(), [0, 1, 2, 3])


@case
def a_url_already_followed_fails_the_read(t):
    server = t.server(lambda r: {"data": items(1, {"/items": 0, "/b": 1, "/c": 2}[r.path]), "next": {"/items": "/b", "/b": "/c", "/c": "/b"}[r.path]})
    t.connect(server, {"items": {"pagination": LINK}})
    must_fail_as_loop(t, t.sync(), [0, 1, 2])


@case
def a_next_url_that_is_the_first_url_fails_the_read(t):
    server = t.server(lambda r: {"data": items(1, 0 if r.path == "/items" else 1), "next": "/b" if r.path == "/items" else "/items"})
    t.connect(server, {"items": {"pagination": LINK}})
    must_fail_as_loop(t, t.sync(), [0, 1])


@case
def a_followed_token_may_come_again_in_the_next_read(t):
    server = t.server(chain({None: (items(1), "a"), "a": (items(1, 1), None)}))
    t.connect(server, {"items": {"pagination": CURSOR, "primary_key": ["id"]}}, "merge")
    t.sync().must_be("ok")
    t.sync().must_be("ok")


def follow(t, first_path, said, wanted):
    server = t.server(lambda r: {"data": items(1, r.number), "next": said if r.number == 0 else None})
    t.connect(server, {"items": {"path": first_path, "pagination": LINK, "parameters": {"p": "1"}}})
    t.sync(into=t.folder / f"{len(t.servers)}.sqlite").must_be("ok")
    equal([r.raw for r in server.requests[1:]], [wanted], f"request for the next URL {said!r} on {first_path}")


@case
def a_relative_next_url_is_taken_against_the_page(t):
    for said, wanted in (("?page=2", "/v1/items?page=2"), ("more", "/v1/more"), ("/x/y?z=1", "/x/y?z=1"), ("../z", "/z"), ("./q?a", "/v1/q?a")):
        follow(t, "/v1/items", said, wanted)


@case
def a_next_url_is_used_as_it_stands(t):
    for query in ("a=%2F%7e~+b%20c&a=2", "q=%5B1%5D&z=[1]", "b=2&a=1&&c", "t=MTIz==&u=%e4%bb%b7", "x=a|b", "p=%25&r='(*)!"):
        follow(t, "/items", "/n?" + query, "/n?" + query)


@case
def parameters_and_filter_are_not_added_to_a_next_url_but_an_api_key_is(t):
    server = t.server(lambda r: {"data": items(1, r.number), "next": "/items?after=1" if r.number == 0 else None})
    t.connect(server, {"items": {"pagination": LINK, "parameters": {"site": "main"},
                                 "incremental": {"cursor_field": "id", "parameter": "since", "initial": "0"}}},
              authentication={"type": "api_key", "name": "key", "value": "k 1&", "in": "query"})
    t.sync().must_be("ok")
    equal(sorted(server.requests[0].pairs), [("key", "k 1&"), ("since", "0"), ("site", "main")], "first request")
    equal(sorted(server.requests[1].pairs), [("after", "1"), ("key", "k 1&")], "second request")


@case
def an_api_key_that_the_next_url_repeats_is_sent_once(t):
    server = t.server(lambda r: {"data": items(1, r.number), "next": "/items?after=1&key=topsecretkey" if r.number == 0 else None})
    t.connect(server, {"items": {"pagination": LINK}}, authentication={"type": "api_key", "name": "key", "value": "topsecretkey", "in": "query"})
    t.sync().must_be("ok")
    equal([v for k, v in server.requests[1].pairs if k == "key"], ["topsecretkey"], "keys sent")


@case
def the_link_header_names_the_next_url_when_no_path_is_given(t):
    header = '<{0}/prev>; rel="prev", </items?c=a,b;c>; title="x, rel=no"; rel="first next"'

    def answer(r):
        return Reply({"data": items(1, r.number)}, headers={"Link": header.format(server.url)} if r.number == 0 else {"Link": '</items>; rel="prev"'})
    server = t.server(answer)
    t.connect(server, {"items": {"pagination": {"type": "link"}}})
    t.sync().must_be("ok")
    equal([r.raw for r in server.requests], ["/items", "/items?c=a,b;c"], "requests")


BAD = {"html": Reply("<html>login</html>", kind="text/html"), "empty body": Reply(b""), "no array": Reply({"other": []}),
       "null": Reply({"data": None}), "an object": Reply({"data": {"a": 1}}), "a text": Reply({"data": "[]"}), "a bare list": Reply([1, 2]),
       "a bare number": Reply("5"), "null body": Reply("null"), "two documents": Reply('{"data": []} {"data": []}'),
       "cut JSON": Reply('{"data": [{"id": 1}'), "error object": Reply({"error": "maintenance"})}


@case
def a_200_without_json_or_array_is_a_protocol_error_and_never_the_end(t):
    wrong = []
    for name, reply in BAD.items():
        server = t.server(lambda r, reply=reply: reply if r.query["page"] == "2" else {"data": items(10)})
        t.connect(server, {"items": {"pagination": PAGE}})
        t.into = t.folder / f"{len(t.servers)}.sqlite"
        run = t.sync()
        got = (run.rc, run.stream()["status"], run.error().get("class"), len(t.ids()))
        if got[0] != 1 or got[1] not in ("failed", "interrupted") or got[2:] != ("PROTOCOL", 10):
            wrong.append((name, got))
        tries = len(server.requests) - 1
        if tries > (3 if name in ("html", "empty body", "two documents", "cut JSON") else 1):
            wrong.append((name, f"{tries} tries"))
    expect(not wrong, f"(exit, status, class, rows): {wrong}")


@case
def records_at_the_body_itself_and_at_dotted_paths(t):
    for path, body in (("", items(2)), ("a.b", {"a": {"b": items(2)}}), ("a b.c-d", {"a b": {"c-d": items(2)}})):
        t.connect(t.server(lambda r, body=body: body), {"items": {"records": path}})
        t.into = t.folder / f"{len(t.servers)}.sqlite"
        t.sync().must_be("ok")
        equal(t.ids(), [0, 1], f"rows at {path!r}")


@case
def a_stream_without_a_records_key_is_the_body_itself(t):
    server = t.server(lambda r: items(3))
    t.write(f'connection: {{kind: rest, config: {{base_url: "{server.url}", streams: {{items: {{path: /items}}}}}}}}\n')
    t.sync().must_be("ok")
    equal(t.ids(), [0, 1, 2], "rows")


@case
def a_byte_order_mark_before_the_json_does_not_matter_or_is_an_error_but_loses_nothing(t):
    t.connect(t.server(lambda r: Reply(b'\xef\xbb\xbf{"data": [{"id": 1}]}')))
    run = t.sync()
    expect((run.rc == 0 and t.ids() == [1]) or run.error().get("class") == "PROTOCOL", f"{run.out}")


@case
def a_page_server_that_repeats_its_last_page_for_ever_is_bounded_by_nothing_but_limit(t):
    t.connect(t.server(paged(items(1000), 10)), {"items": {"pagination": PAGE}})
    t.sync("--limit", "25").must_be("interrupted")
    equal(t.ids(), list(range(25)), "rows")
