# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials, redirects, secrets."""
import base64
import json
import urllib.parse

from .support import CURSOR, LINK, PAGE, Broken, Reply, case, equal, expect, items

BEARER = {"type": "bearer", "token": "${secret:tok}"}
GOOD = {"data": items(1)}


def guarded(t, answer, **more):
    t.environment["TOK"] = "s3cr3t-t0ken-value"
    server = t.server(answer)
    t.connect(server, more.pop("streams", None), authentication=BEARER, headers={"X-Extra": "extra ${env:TOK}"}, **more)
    t.into = t.folder / f"{len(t.servers)}.sqlite"
    return server


def must_refuse(t, run, what):
    equal((run.rc, run.stream()["status"], run.error().get("class")), (1, "failed", "PROTOCOL"), f"exit, status, class for {what} ({run.error().get('message')})")


@case
def credentials_and_headers_go_to_the_base_url(t):
    server = guarded(t, lambda r: GOOD)
    t.sync().must_be("ok")
    equal((server.requests[0].headers.get("authorization"), server.requests[0].headers.get("x-extra")),
          ("Bearer s3cr3t-t0ken-value", "extra s3cr3t-t0ken-value"), "headers")


@case
def a_redirect_to_another_origin_fails(t):
    other = t.server(lambda r: GOOD)
    for place in (f"{other.url}/items", f"//127.0.0.1:{other.port}/x", f"http://localhost:{other.port}/", f"http://127.0.0.1:1@127.0.0.1:{other.port}/"):
        for status in (301, 302, 303, 307, 308):
            guarded(t, lambda r: Reply("", status, {"Location": place}))
            must_refuse(t, t.sync(), f"{status} to {place}")
    equal(len(other.requests), 0, "requests to the other origin")


@case
def a_redirect_to_the_same_machine_by_another_name_fails(t):
    server = guarded(t, lambda r: Reply("", 302, {"Location": f"http://localhost:{server.port}/ok"}) if r.path == "/items" else GOOD)
    must_refuse(t, t.sync(), "localhost instead of 127.0.0.1")
    equal(len(server.requests), 1, "requests")


@case
def a_next_link_to_another_origin_fails(t):
    other = t.server(lambda r: GOOD)
    for place in (f"{other.url}/items", f"//127.0.0.1:{other.port}/x", f"http://127.0.0.1:1@127.0.0.1:{other.port}/", "https://{self}/x", f"\\\\127.0.0.1:{other.port}/x"):
        for header in (False, True):
            server = guarded(t, lambda r: GOOD if r.number else Reply({"data": items(1), "next": said} if not header else GOOD, headers={"Link": f'<{said}>; rel="next"'} if header else {}),
                             streams={"items": {"pagination": {"type": "link"} if header else LINK}})
            said = place.replace("{self}", f"127.0.0.1:{server.port}")
            if said.startswith("\\"):
                t.sync()  # a path or an error, as one likes; the other origin must not be asked
            else:
                must_refuse(t, t.sync(), said)
    equal(len(other.requests), 0, "requests to the other origin")


@case
def redirects_and_next_links_to_anything_but_http_fail(t):
    for place in ("file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:1", "data:application/json,{}", "gopher://x/", "qrc:/x", "mailto:a@b", "unix:/x"):
        guarded(t, lambda r: Reply("", 302, {"Location": place}))
        must_refuse(t, t.sync(), f"redirect to {place}")
        guarded(t, lambda r: {"data": items(1), "next": place}, streams={"items": {"pagination": LINK}})
        must_refuse(t, t.sync(), f"next link to {place}")


@case
def a_redirect_within_the_origin_is_followed_with_credentials(t):
    for status in (301, 302, 303, 307, 308):
        server = guarded(t, lambda r: Reply("", status, {"Location": "/b?x=1"}) if r.path == "/items" else GOOD)
        t.sync().must_be("ok")
        equal([r.headers.get("authorization") for r in server.requests], ["Bearer s3cr3t-t0ken-value"] * 2, "authorization")
        equal(server.requests[1].raw, "/b?x=1", "second request")


@case
def at_most_ten_redirects(t):
    for hops, good in ((10, True), (11, False)):
        server = guarded(t, lambda r: GOOD if r.number == hops else Reply("", 302, {"Location": f"/h{r.number}"}))
        run = t.sync()
        run.must_be("ok") if good else must_refuse(t, run, "11 redirects")
    server = guarded(t, lambda r: Reply("", 302, {"Location": "/items"}))
    must_refuse(t, t.sync(), "a redirect to itself")
    expect(len(server.requests) <= 11, f"{len(server.requests)} requests")


@case
def a_redirect_without_a_place_fails(t):
    for headers in ({}, {"Location": ""}, {"Location": "http://"}):
        guarded(t, lambda r: Reply("", 302, headers))
        run = t.sync()
        equal((run.rc, run.stream()["status"]), (1, "failed"), f"{headers}: {run.error()}")


@case
def an_unresolved_name_ends_the_sync_before_the_first_request(t):
    server = t.server(lambda r: GOOD)
    for text in ("${secret:nosuch}", "${env:NOSUCH}", "x ${env:NOSUCH} y"):
        for where in ({"authentication": {"type": "bearer", "token": text}}, {"headers": {"X": text}}, {"streams": {"a": {}, "items": {"parameters": {"p": text}}}},
                      {"streams": {"a": {}, "items": {"path": "/" + text}}}, {"streams": {"a": {}, "items": {"incremental": {"cursor_field": "id", "parameter": "s", "initial": text}}}}):
            t.connect(server, where.get("streams"), **{k: v for k, v in where.items() if k != "streams"})
            run = t.sync()
            equal((run.rc, (run.json or {}).get("error", {}) and run.json["error"]["class"], len(server.requests)), (2, "CONFIG", 0), f"exit, class, requests for {where}")
            expect("nosuch" in run.out.lower(), f"the name is not in {run.out}")
            run = t.sync(json_out=False)
            equal(run.rc, 2, "exit status without --json")


@case
def secrets_come_from_environment_then_workspace_files(t):
    server = t.server(lambda r: GOOD)
    t.connect(server, authentication=BEARER)
    (t.space / ".env").write_text("TOK=from-dotenv\n")
    t.sync()
    (t.space / ".weirkeeper").mkdir(exist_ok=True)
    (t.space / ".weirkeeper" / "secrets").write_text("tok=from-secrets\n")
    t.sync()
    t.environment["WEIRKEEPER_SECRET_TOK"] = "from-environment"
    t.sync()
    equal([r.headers["authorization"] for r in server.requests], ["Bearer from-dotenv", "Bearer from-secrets", "Bearer from-environment"], "tokens")


@case
def a_value_is_not_expanded_again(t):
    t.environment.update(TOK="a${env:HOME}b$(id)", EXTRA="z")
    server = t.server(lambda r: GOOD)
    t.connect(server, {"items": {"parameters": {"p": "${env:TOK}"}}})
    t.sync().must_be("ok")
    equal(server.values("p"), ["a${env:HOME}b$(id)"], "parameter")


@case
def basic_is_user_name_and_password(t):
    t.environment["PW"] = "pä:ss wörd"
    server = t.server(lambda r: GOOD)
    t.connect(server, authentication={"type": "basic", "username": "üser", "password": "${secret:pw}"})
    t.sync().must_be("ok")
    equal(server.requests[0].headers["authorization"], "Basic " + base64.b64encode("üser:pä:ss wörd".encode()).decode(), "header")


@case
def an_api_key_goes_into_its_header_or_query(t):
    for place in ("header", "query"):
        server = t.server(lambda r: GOOD)
        t.connect(server, authentication={"type": "api_key", "name": "X-Key", "value": "v w&1", "in": place})
        t.sync().must_be("ok")
        equal((server.requests[0].headers.get("x-key"), server.requests[0].query.get("X-Key")), ("v w&1", None) if place == "header" else (None, "v w&1"), place)


@case
def a_line_break_in_a_secret_cannot_add_a_header(t):
    server = t.server(lambda r: GOOD)
    t.connect(server, authentication=BEARER)
    for value in ("abc\r\nX-Evil: 1", "abc\nX-Evil: 1"):
        t.environment["TOK"] = value
        run = t.sync()
        expect(all("x-evil" not in r.headers for r in server.requests), "a header was added")
        expect(run.rc in (1, 2), f"exit status {run.rc}")


SECRETS = ('Zq7/wX+9 "p&k<é\\Lm5', "hunter2hunter2")


def encodings(secret, user="joe"):
    raw = secret.encode()
    pair = f"{user}:{secret}".encode()
    b64 = base64.b64encode(raw).decode()
    every = {
        "raw": secret, "percent": urllib.parse.quote(secret, safe=""), "percent, slash kept": urllib.parse.quote(secret), "form": urllib.parse.quote_plus(secret),
        "percent of every byte": "".join(f"%{b:02X}" for b in raw), "percent in lower case": "".join(f"%{b:02x}" for b in raw),
        "percent twice": urllib.parse.quote(urllib.parse.quote(secret, safe=""), safe=""), "base64": b64, "base64 unpadded": b64.rstrip("="),
        "base64url": base64.urlsafe_b64encode(raw).decode(), "base64 of user:password": base64.b64encode(pair).decode(),
        "base64 after one byte": base64.b64encode(b"x" + raw).decode(), "base64 after two bytes": base64.b64encode(b"xy" + raw + b"z").decode(),
        "hex": raw.hex(), "HEX": raw.hex().upper(), "json": json.dumps(secret)[1:-1], "json, all escaped": "".join(f"\\u{ord(c):04x}" for c in secret),
        "html": secret.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;"), "html numbers": "".join(f"&#{ord(c)};" for c in secret),
    }
    lower = urllib.parse.quote(secret, safe="")
    every["percent, mixed case"] = "".join(c.lower() if i and lower[max(0, i - 2):i + 1].find("%") >= 0 else c for i, c in enumerate(lower))
    return every


def leaks(t, secret, runs, also=()):
    found = set()
    blobs = [(f"output of run {i}", (r.out + "\n" + r.err).encode()) for i, r in enumerate(runs)]
    for root in (t.folder,):
        blobs += [(str(p.relative_to(t.folder)), p.read_bytes()) for p in root.rglob("*") if p.is_file() and p.name != "c.yaml"]
    for name, text in encodings(secret).items():
        core = text
        if name.startswith("base64 after"):
            core = text[4:-4]
        for where, blob in blobs:
            forms = {core.encode(), json.dumps(core)[1:-1].encode(), json.dumps(core, ensure_ascii=False)[1:-1].encode()}
            if any(f in blob for f in forms):
                found.add((name, where))
    return sorted(found)


def echo_case(t, secret, answer, authentication=None, streams=None, sync=None):
    t.environment["PW"] = secret
    t.connect(t.server(answer), streams, sync, authentication=authentication or {"type": "basic", "username": "joe", "password": "${secret:pw}"})
    runs = [t.sync(), t.sync(json_out=False)]
    found = leaks(t, secret, runs)
    expect(not found, f"secret {secret!r} leaks (encoding, where): {found}")
    return runs


@case
def a_secret_that_an_error_answer_repeats_appears_nowhere(t):
    wrong = []
    for secret in SECRETS:
        for n, (name, text) in enumerate(encodings(secret).items()):
            status = (400, 401, 404, 500, 200)[n % 5]
            for body in (text, f"{text} was wrong", '{"message": "' + text + '"}'):
                try:
                    echo_case(t, secret, lambda r: Reply(body, status))
                except Broken as broken:
                    wrong.append((secret, name, status, str(broken)[-60:]))
    expect(not wrong, f"{len(wrong)}: {wrong}")


@case
def a_secret_that_records_repeat_does_not_reach_the_database(t):
    for i, secret in enumerate(SECRETS[:2]):
        t.into = t.folder / f"{i}.sqlite"
        records = [{"id": n, "v": text, "w": f"before {text} after", "l": [text, {"k": text}], "o": {"p": text}} for n, text in enumerate(encodings(secret).values())]
        echo_case(t, secret, lambda r: {"data": records}, streams={"items": {"primary_key": ["id"]}}, sync="merge")


@case
def a_secret_in_json_escapes_does_not_reach_the_database(t):
    secret = SECRETS[0]
    escaped = "".join(f"\\u{ord(c):04x}" for c in secret)
    echo_case(t, secret, lambda r: Reply('{"data": [{"id": 1, "v": "' + escaped + '", "l": ["' + escaped + '"], "' + escaped + '": 1}]}'))


@case
def a_secret_in_refused_rows_field_names_and_keys_does_not_reach_the_database(t):
    for i, secret in enumerate(SECRETS[:2]):
        t.into = t.folder / f"{i}.sqlite"
        records = [{"v": secret}, {"id": 1, secret: 1}, {"id": secret}, secret, [secret], {"id": 2, "at": secret}]
        echo_case(t, secret, lambda r: {"data": records}, streams={"items": {"primary_key": ["id"], "incremental": {"cursor_field": "at", "parameter": "s"}}}, sync="merge")


@case
def a_secret_in_child_tables_does_not_reach_the_database(t):
    secret = SECRETS[1]
    echo_case(t, secret, lambda r: {"data": [{"id": 1, "l": [secret, {"x": secret}, [secret]], "m": [{secret: 1}]}]}, streams={"items": {"lists": "tables"}})


@case
def a_secret_in_next_tokens_links_and_redirects_appears_nowhere(t):
    secret = SECRETS[1]
    quoted = urllib.parse.quote(secret, safe="")
    broken = lambda r: Reply("no", 500)
    for i, (pagination, first) in enumerate(((CURSOR, {"data": items(1), "next": secret}), (LINK, {"data": items(1), "next": f"/x?key={quoted}&z=1"}),
                                             (LINK, {"data": items(1), "next": f"http://evil.invalid/?key={quoted}"}), (PAGE, Reply("", 302, {"Location": f"http://evil.invalid/{quoted}"})),
                                             (PAGE, Reply("", 302, {"Location": f"gopher:{quoted}"})), (PAGE, Reply("", 500, {"X-" + quoted: quoted})))):
        t.into = t.folder / f"{i}.sqlite"
        echo_case(t, secret, lambda r, first=first: first if r.path == "/items" and "token" not in r.query else broken(r), streams={"items": {"pagination": pagination}},
                  authentication={"type": "api_key", "name": "key", "value": "${secret:pw}", "in": "query"})


@case
def a_read_whose_next_url_holds_the_key_can_still_be_resumed(t):
    secret, bad = "topsecretkey99", [True]
    t.environment["PW"] = secret
    server = t.server(lambda r: {"data": items(1), "next": f"/items?after=1&key={secret}"} if "after" not in r.query else 500 if bad[0] else {"data": items(1, 1)})
    t.connect(server, {"items": {"pagination": LINK}}, authentication={"type": "api_key", "name": "key", "value": "${secret:pw}", "in": "query"})
    runs = [t.sync().must_be("interrupted")]
    bad[0] = False
    runs.append(t.sync().must_be("ok"))
    equal([v for k, v in server.requests[-1].pairs if k == "key"], [secret], "keys sent")
    equal(t.ids(), [0, 1], "rows")
    expect(not leaks(t, secret, runs), f"{leaks(t, secret, runs)}")


@case
def a_secret_in_the_connection_file_itself_is_kept_out_too(t):
    secret = SECRETS[1]
    for i, authentication in enumerate(({"type": "bearer", "token": secret}, {"type": "basic", "username": "joe", "password": secret})):
        t.into = t.folder / f"{i}.sqlite"
        echo_case(t, secret, lambda r: {"data": [{"id": 1, "v": secret}]}, authentication=authentication)


@case
def a_secret_in_headers_parameters_and_path_is_kept_out(t):
    secret = SECRETS[1]
    t.environment["PW"] = secret
    t.connect(t.server(lambda r: Reply(secret + r.raw, 404)), {"items": {"path": "/x/${secret:pw}", "parameters": {"p": "${secret:pw}"}}}, headers={"X": "${secret:pw}"})
    runs = [t.sync(), t.sync(json_out=False)]
    expect(not leaks(t, secret, runs), f"{leaks(t, secret, runs)}")
