# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of columns and tables."""
from .support import PAGE, case, equal, expect, paged


def load(t, records, name="items", **stream):
    t.connect(t.server(lambda r: {"data": records}), {name: {"path": "/x", **stream}})
    return t.sync()


def values_of(t, table="items"):
    return {v for row in t.rows(f'SELECT * FROM "{table}"') for v in row}


@case
def names_follow_dlt(t):
    names = {"camelCase": "camel_case", "HTTPServer": "http_server", "a b": "a_b", "a+b": "axb", "x-y": "x_y", "9lives": "_9lives", "tail_": "tailx",
             "select": "select", 'quo"te': "quo_te", "BANANA____": "banana", "__v": "v", "  trim  ": "trim", "a.b": "a_b2", "ID": "id", "x;drop": "x_drop"}
    del names["a.b"]
    run = load(t, [{k: i for i, k in enumerate(names)}])
    run.must_be("ok")
    columns = [r[1] for r in t.rows("PRAGMA table_info(items)")]
    missing = [(k, v) for k, v in names.items() if v not in columns]
    expect(not missing, f"{missing} not in {columns}")


@case
def colliding_names_lose_nothing_silently(t):
    wrong = []
    for record in ({"価格": "v1", "数量": "v2"}, {"ID": "v1", "id": "v2"}, {"a b": "v1", "a_b": "v2"}, {"a": {"b": "v1"}, "a__b": "v2"}, {"a__b": "v2", "a": {"b": "v1"}},
                   {"": "v1", " ": "v2"}, {"Größe": "v1", "Gr_e": "v2"}, {"__": "v1", "x": "v2"}, {"_dlt_id": "v1", "b": "v2"}, {"rowid": "v1", "oid": "v2"}):
        t.into = t.folder / f"{len(t.servers)}.sqlite"
        run = load(t, [record])
        stored = values_of(t) if run.rc == 0 else set()
        if not {"v1", "v2"} <= stored and run.stream()["status"] == "ok" and not run.stream()["refused"]:
            wrong.append((record, stored))
        if run.rc and run.error().get("class") != "NAME":
            wrong.append((record, run.error()))
    expect(not wrong, f"{wrong}")


@case
def names_that_collide_on_a_later_page_lose_nothing_silently(t):
    records = [{"id": 1, "a b": "v1"}] * 2 + [{"id": 2, "a_b": "v2"}] * 2
    t.connect(t.server(paged(records, 2)), {"items": {"pagination": {**PAGE, "size": 2}}})
    run = t.sync()
    if run.rc == 0 and not run.stream()["refused"]:
        columns = [r[1] for r in t.rows("PRAGMA table_info(items)")]
        expect(len(columns) >= 3 and {"v1", "v2"} <= values_of(t), f"both in one column of {columns}")
    else:
        expect("NAME" in run.out or run.stream()["refused"], run.out[:300])


@case
def two_streams_whose_tables_collide_are_an_error_with_both_names(t):
    t.connect(t.server(lambda r: {"data": [{"id": 1}]}), {"order-items": {"path": "/a"}, "order_items": {"path": "/b"}})
    run = t.sync()
    if run.rc == 0:
        tables = [r[0] for r in t.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'order%'")]
        equal(len(tables), 2, f"tables {tables}")
    else:
        expect("order-items" in run.out and "order_items" in run.out, run.out[:400])


@case
def odd_stream_names_work_or_are_an_error(t):
    for name in ("Order Items", "select", "sqlite_master", "sqlite_x", "_sync_state", "_sync_streams", "価格", "a.b", "x;y", "a/b", 'q"', "_dlt_loads"):
        t.into = t.folder / f"{len(t.servers)}.sqlite"
        run = load(t, [{"id": 1}], name)
        expect(run.json is not None, f"{name}: {run.err[:200]}")
        if run.rc == 0:
            found = [r[0] for r in t.rows("SELECT name FROM sqlite_master WHERE type = 'table'") if "id" in [c[1] for c in t.rows(f"PRAGMA table_info(\"{r[0]}\")")]
                     and t.rows(f'SELECT id FROM "{r[0]}"') == [(1,)]]
            expect(found, f"{name}: no table holds the row")
        else:
            expect((run.json["error"] or run.error(name)).get("class") in ("NAME", "CONFIG"), f"{name}: {run.out[:300]}")


@case
def more_columns_than_sqlite_bears_are_an_error_of_class_name_and_nothing_is_lost(t):
    run = load(t, [{f"c{i}": i for i in range(2100)}])
    expect(run.rc == 1 or run.stream()["refused"] == 1, f"{run.out[:300]}")
    expect("NAME" in run.out or run.stream()["refused"] == 1, f"{run.out[:400]}")


@case
def many_columns_that_grow_over_pages_stay_exact(t):
    records = [{"id": i, **{f"c{j}": j for j in range(i * 300, i * 300 + 300)}} for i in range(6)]
    t.connect(t.server(paged(records, 1)), {"items": {"primary_key": ["id"], "pagination": {**PAGE, "size": 1}}}, "merge")
    t.sync().must_be("ok")
    equal(t.rows("SELECT count(*), sum(c0), sum(c1799) FROM items"), [(6, 0, 1799)], "rows")


@case
def an_existing_table_of_somebody_else_is_not_overwritten_silently(t):
    import sqlite3
    with sqlite3.connect(t.into) as db:
        db.execute("CREATE TABLE items (mine TEXT)")
        db.execute("INSERT INTO items VALUES ('precious')")
    db.close()
    t.connect(t.server(lambda r: {"data": [{"id": 1}]}), None, "append")
    run = t.sync()
    expect(t.rows("SELECT count(*) FROM items WHERE mine = 'precious'") == [(1,)], f"{run.out[:300]}")
