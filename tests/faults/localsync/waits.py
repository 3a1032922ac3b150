# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries, waits, budgets, limits."""
import email.utils
import gzip
import json
import time

from .support import FAST, PAGE, Reply, case, equal, expect, items, paged

GOOD = {"data": items(2)}


def tries(t, answer, attempts=3, **config):
    server = t.server(answer)
    t.connect(server, retry={**FAST, "attempts": attempts}, **config)
    t.into = t.folder / f"{len(t.servers)}.sqlite"
    return server, t.sync()


def fails_first(reply, times=1):
    return lambda r: reply if r.number < times else GOOD


@case
def attempts_counts_the_tries_of_one_request_the_first_included(t):
    for attempts in (1, 2, 4):
        server, run = tries(t, lambda r: 500, attempts)
        run.must_be("interrupted")
        equal((len(server.requests), run.error()["class"], run.stream()["retries"]), (attempts, "SERVER", attempts - 1), "requests, class, retries")


@case
def attempts_begin_anew_with_each_request(t):
    server = t.server(lambda r: 500 if r.number % 2 == 0 else paged(items(50), 10)(r))
    t.connect(server, {"items": {"pagination": PAGE}}, retry={**FAST, "attempts": 2})
    t.sync().must_be("ok")


@case
def what_is_tried_again(t):
    wrong = []
    for name, reply in {**{str(s): s for s in (408, 425, 429, 500, 502, 503, 504)}, "reset": Reply(how="reset"), "no answer": Reply(how="close"),
                        "cut body": Reply(GOOD, how="cut"), "invalid JSON": Reply('{"data": [')}.items():
        server, run = tries(t, fails_first(reply))
        if (run.rc, len(server.requests)) != (0, 2):
            wrong.append((name, run.rc, len(server.requests), run.error()))
    expect(not wrong, f"(fault, exit, requests, error): {wrong}")


@case
def what_is_never_tried_again(t):
    wrong = []
    for status, wanted in ((400, "PROTOCOL"), (401, "AUTH"), (403, "AUTH"), (404, "NOT_FOUND"), (410, "NOT_FOUND"), (422, "PROTOCOL"), (409, "PROTOCOL"),
                           (405, "PROTOCOL"), (418, "PROTOCOL"), (451, "PROTOCOL")):
        server, run = tries(t, lambda r, s=status: Reply("{}", s, {"Retry-After": "1"} if s == 403 else {}))
        got = (run.rc, run.stream()["status"], len(server.requests), run.error().get("class"))
        if got != (1, "failed", 1, wanted):
            wrong.append((status, got))
    expect(not wrong, f"(answer, (exit, status, requests, class)): {wrong}")


@case
def invalid_json_is_tried_again_twice_at_most(t):
    server, run = tries(t, lambda r: Reply("<html>", kind="text/html"), 8)
    equal((run.rc, len(server.requests), run.error().get("class")), (1, 3, "PROTOCOL"), "exit, requests, class")


@case
def a_cut_body_is_tried_as_often_as_attempts_says(t):
    server, run = tries(t, lambda r: Reply({"data": items(50)}, how="cut"), 4)
    equal(run.rc, 1, "exit status")
    equal(len(server.requests), 4, "requests")


@case
def a_cut_chunked_or_gzipped_body_is_not_the_end(t):
    packed = gzip.compress(json.dumps({"data": items(500)}).encode())
    server, run = tries(t, fails_first(Reply(packed[:len(packed) // 2], headers={"Content-Encoding": "gzip"})))
    expect(run.rc == 0 and len(server.requests) == 2, f"cut gzip: {run.out[:300]}")


@case
def a_gzipped_answer_is_read(t):
    server, run = tries(t, lambda r: Reply(gzip.compress(b'{"data": [{"id": 1}]}'), headers={"Content-Encoding": "gzip"}))
    run.must_be("ok")


@case
def a_refused_connection_is_class_connect_and_interrupts(t):
    t.connect(t.no_server(), retry=FAST)
    run = t.sync().must_be("interrupted")
    equal((run.error()["class"], run.stream()["requests"]), ("CONNECT", 3), "class, requests")


@case
def answers_429_do_not_count(t):
    server, run = tries(t, fails_first(429, 6), 2)
    run.must_be("ok")
    equal(len(server.requests), 7, "requests")


@case
def a_503_with_retry_after_does_not_count_but_one_without_does(t):
    server, run = tries(t, fails_first(Reply("", 503, {"Retry-After": "1"}), 3), 2)
    run.must_be("ok")
    server, run = tries(t, fails_first(503, 3), 2)
    run.must_be("interrupted")
    equal(len(server.requests), 2, "requests")


def waited(t, value, status=429):
    server, run = tries(t, fails_first(Reply("", status, {"Retry-After": value} if value is not None else {})))
    run.must_be("ok")
    return server.requests[1].time - server.requests[0].time, run.stream()["asleep_seconds"]


@case
def retry_after_in_seconds_is_waited_and_longest_does_not_cap_it(t):
    for status in (429, 503):
        gap, asleep = waited(t, "2", status)
        expect(1.95 <= gap < 4 and asleep >= 1.9, f"{status}: waited {gap:.2f} s, reported {asleep}")


@case
def retry_after_as_a_date_is_waited(t):
    for form in (lambda at: email.utils.formatdate(at, usegmt=True), lambda at: time.strftime("%A, %d-%b-%y %H:%M:%S GMT", time.gmtime(at)),
                 lambda at: time.asctime(time.gmtime(at))):
        at = int(time.time()) + 3
        begun = time.time()
        gap, _ = waited(t, form(at))
        expect(gap >= at - begun - 0.5, f"{form(at)!r}: waited {gap:.2f} s of {at - begun:.2f}")


@case
def a_retry_after_of_nothing_means_back_off(t):
    for value in ("0", "-5", "soon", "", email.utils.formatdate(time.time() - 3600, usegmt=True), "Wed, 99 Foo 2026 00:00:00 GMT", "1e9", "0x10", "99999999999999999999999"):
        gap, _ = waited(t, value)
        expect(gap < 1, f"Retry-After: {value!r}: waited {gap:.2f} s")


@case
def longest_caps_the_computed_back_off(t):
    server = t.server(lambda r: 500)
    t.connect(server, retry={"attempts": 5, "base": "PT100S", "longest": "PT0.05S"})
    begun = time.monotonic()
    t.sync(patience=30).must_be("interrupted")
    expect(time.monotonic() - begun < 5, "longest did not cap")


@case
def back_off_is_exponential_with_full_jitter(t):
    gaps = []
    for _ in range(2):
        server = t.server(lambda r: 500)
        t.connect(server, retry={"attempts": 6, "base": "PT0.02S", "longest": "PT1S"})
        t.sync(into=t.folder / f"{len(t.servers)}.sqlite")
        gaps.append([b.time - a.time for a, b in zip(server.requests, server.requests[1:])])
    for run in gaps:
        for i, gap in enumerate(run):
            expect(gap <= 0.02 * 2 ** i + 0.5, f"waits {gaps}")
    expect(any(abs(a - b) > 0.004 for a, b in zip(*gaps)), f"the same waits twice: {gaps}")


def most_in_window(server, seconds):
    times = sorted(r.time for s in (server if isinstance(server, list) else [server]) for r in s.requests)
    return max(sum(1 for u in times if x <= u < x + seconds) for x in times)


@case
def never_more_requests_than_the_budget_in_any_window_retries_included(t):
    server = t.server(lambda r: 500 if r.number % 3 == 0 else paged(items(60), 10)(r))
    t.connect(server, {"items": {"pagination": PAGE}}, rate_limit={"requests": 4, "per": "second"})
    t.sync().must_be("ok")
    expect(len(server.requests) >= 10, "requests")
    expect(most_in_window(server, 0.93) <= 4, f"{most_in_window(server, 0.93)} requests in a window of 0.93 s")


@case
def the_budget_is_shared_by_the_streams_and_counts_redirects(t):
    server = t.server(lambda r: Reply("", 302, {"Location": r.path + "2"}) if not r.path.endswith("2") else GOOD)
    t.connect(server, {"a": {}, "b": {}, "c": {}}, rate_limit={"requests": 2, "per": "second"})
    equal(t.sync().rc, 0, "exit")
    equal(len(server.requests), 6, "requests")
    expect(most_in_window(server, 0.93) <= 2, f"{most_in_window(server, 0.93)} requests in a window of 0.93 s")


@case
def a_budget_per_minute_makes_the_sync_wait(t):
    server = t.server(paged(items(60), 10))
    t.connect(server, {"items": {"pagination": PAGE}}, rate_limit={"requests": 3, "per": "minute"})
    process = t.start()
    try:
        time.sleep(4)
        expect(len(server.requests) <= 3, f"{len(server.requests)} requests in 4 s")
    finally:
        process.kill()
        process.communicate()


@case
def a_body_larger_than_the_limit_fails_as_limit(t):
    big = b'{"data": [{"id": 1, "x": "' + b"y" * 5000000 + b'"}]}'
    for reply in (Reply(big), Reply(gzip.compress(big), headers={"Content-Encoding": "gzip"})):
        server, run = tries(t, lambda r, reply=reply: reply, limits={"body": "1MiB"})
        equal((run.rc, run.stream()["status"], run.error().get("class"), len(server.requests)), (1, "failed", "LIMIT", 1), "exit, status, class, requests")
    exact = b'{"data": [{"id": 1, "x": "' + b"y" * (1048576 - 31) + b'"}]}'
    exact = exact + b" " * (1048576 - len(exact))
    tries(t, lambda r: Reply(exact), limits={"body": "1MiB"})[1].must_be("ok")
    tries(t, lambda r: Reply(exact + b" "), limits={"body": "1MiB"})[1].must_be("failed")


@case
def a_silent_connection_is_a_timeout_and_tried_again(t):
    server, run = tries(t, lambda r: Reply(how="silent"), 2, limits={"idle": "PT0.4S"})
    run.must_be("interrupted")
    equal((run.error()["class"], len(server.requests)), ("TIMEOUT", 2), "class, requests")
    server, run = tries(t, fails_first(Reply(how="silent")), 2, limits={"idle": "PT0.4S"})
    run.must_be("ok")


@case
def a_slow_connection_is_not_a_silent_one(t):
    server, run = tries(t, lambda r: Reply('{"data": [{"id": 1}]' + " " * 60 + "}", how="drip"), 1, limits={"idle": "PT0.4S"})
    run.must_be("ok")


@case
def a_peer_that_never_accepts_is_a_timeout_of_connect(t):
    import socket
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(0)
    fillers = []
    for _ in range(4):
        s = socket.socket()
        s.setblocking(False)
        s.connect_ex(listener.getsockname())
        fillers.append(s)
    t.connect(f"http://127.0.0.1:{listener.getsockname()[1]}", retry={**FAST, "attempts": 1}, limits={"connect": "PT0.5S", "idle": "PT20S"})
    begun = time.monotonic()
    run = t.sync(patience=30).must_be("interrupted")
    for s in (*fillers, listener):
        s.close()
    expect(run.error()["class"] in ("TIMEOUT", "CONNECT") and time.monotonic() - begun < 6, f"{run.error()} after {time.monotonic() - begun:.1f} s")


@case
def http_that_is_none_is_an_error_and_never_a_crash(t):
    import socket
    import threading
    for answer in (b"garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", b"\x00" * 100,
                   b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n{\"data\": [{\"id\": 1}]\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200000 + b"\r\n"):
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen(8)

        def serve(listener=listener, answer=answer):
            for _ in range(3):
                try:
                    peer, _ = listener.accept()
                    peer.recv(65536)
                    peer.sendall(answer)
                    peer.close()
                except OSError:
                    return
        threading.Thread(target=serve, daemon=True).start()
        t.connect(f"http://127.0.0.1:{listener.getsockname()[1]}", retry=FAST, limits={"idle": "PT2S"})
        run = t.sync(into=t.folder / f"{listener.getsockname()[1]}.sqlite")
        listener.close()
        equal(run.rc, 1, f"exit status for {answer[:60]!r} ({run.out[:200]})")
