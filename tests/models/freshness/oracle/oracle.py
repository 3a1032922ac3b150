#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading of runs.md section 12, written without sight of the C++ engine: judges an abstract world (see worlds.py).

Slow and plain on purpose. All instants are integer microseconds UTC.
"""
import bisect
import datetime as dt
import statistics
import zoneinfo

SEC = 1_000_000
MIN, HOUR, DAY = 60 * SEC, 3600 * SEC, 86400 * SEC
UTC = dt.timezone.utc
EPOCH = dt.datetime(1970, 1, 1, tzinfo=UTC)
BAD = {"RACE", "EARLY", "ON_FAILED", "STALE"}
RULES = {"RACE": "consumer_started_before_producer_finished", "EARLY": "consumer_started_before_producer_started",
         "ON_FAILED": "consumer_read_after_failed_load", "STALE": "consumer_read_stale_data", "NEVER_USED": "load_never_used"}


def us(t):
    d = t - EPOCH
    return (d.days * 86400 + d.seconds) * SEC + d.microseconds


def at(u):
    return EPOCH + dt.timedelta(microseconds=u)


def iso(u):
    return None if u is None else at(u).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def field(text, low, high):
    out = set()
    for part in text.split(","):
        body, _, step = part.partition("/")
        if body == "*":
            a, b = low, high
        elif "-" in body:
            a, b = map(int, body.split("-"))
        else:
            a = int(body)
            b = high if step else a
        out |= set(range(a, b + 1, int(step or 1)))
    return out


def wall_to_utc(day, minute, zone):
    """First of two, and the same distance after the gap: both are what fold=0 means, read backwards through UTC."""
    local = dt.datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone, fold=0)
    return us(local.astimezone(UTC))


def firings(cron, zone, begin, end):
    mi, ho, dm, mo, dw = cron.split()
    minutes, hours = field(mi, 0, 59), field(ho, 0, 23)
    dms, mos, dws = field(dm, 1, 31), field(mo, 1, 12), {x % 7 for x in field(dw, 0, 7)}
    z = zoneinfo.ZoneInfo(zone)
    day = at(begin).date() - dt.timedelta(days=2)
    out = set()
    while day <= at(end).date() + dt.timedelta(days=2):
        by_m, by_w = day.day in dms, (day.isoweekday() % 7) in dws
        ok = (by_m and by_w) if "*" in (dm, dw) else (by_m or by_w)
        if ok and day.month in mos:
            out |= {wall_to_utc(day, h * 60 + m, z) for h in hours for m in minutes}
        day += dt.timedelta(days=1)
    return sorted(x for x in out if begin <= x <= end)


class Run:
    """One physical run of a job. `own` runs name themselves in findings."""
    def __init__(self, job, run, start, end, ok, created=None, attempts=1):
        self.job, self.run, self.start, self.end, self.ok = job, run, start, end, ok  # ok: True, False, None (not ended)
        self.created = start if created is None else created
        self.attempts = attempts
        self.slot = None
        self.extra = False


class Job:
    """A producer or consumer: cron from its pipeline (own or inherited), else one slot per run."""
    def __init__(self, name, cron=None, zone="UTC", own_cron=False, task=None):
        self.name, self.cron, self.zone, self.own_cron, self.task = name, cron, zone, own_cron, task
        self.runs = []
        self.slots = []
        self.served = {}

    def settle(self, begin, end):
        self.runs.sort(key=lambda r: (r.start, r.run))
        if self.cron:
            self.slots = firings(self.cron, self.zone, begin - 40 * DAY, end + 40 * DAY)
            for r in self.runs:
                i = bisect.bisect_right(self.slots, r.created + 60 * SEC)
                r.slot = self.slots[i - 1] if i else None
        else:
            for r in self.runs:
                r.slot = r.created
            self.slots = sorted({r.slot for r in self.runs})
        by_slot = {}
        for r in self.runs:
            by_slot.setdefault(r.slot, []).append(r)
        for rs in by_slot.values():
            for r in rs:
                r.extra = any(o is not r and o.ok and o.end <= r.start for o in rs)
        self.by_slot = by_slot
        self.served = dict(by_slot)
        for s in self.slots:
            if s not in by_slot:
                c = [r for r in self.runs if not r.extra and r.end is not None and r.slot is not None and r.slot < s and r.start <= s < r.end]
                if c:
                    self.served[s] = [max(c, key=lambda r: r.start)]

    def delivered(self, slot):
        ends = [(r.end, r.start) for r in self.served.get(slot, []) if r.ok]
        return min(ends)[0] if ends else None

    def delivering(self, slot):
        c = [r for r in self.served.get(slot, []) if r.ok]
        return min(c, key=lambda r: (r.end, r.start)) if c else None

    def latest_slot(self, t):
        i = bisect.bisect_right(self.slots, t)
        return self.slots[i - 1] if i else None

    def date(self, slot):
        return at(slot).astimezone(zoneinfo.ZoneInfo(self.zone)).date().isoformat()


def pair(P, C, r, start, world_end):
    e = P.latest_slot(r)
    if C.own_cron and P.runs and C.runs:
        begin = max(min(x.start for x in P.runs), min(x.start for x in C.runs))
        cs = [k for k in C.slots if begin <= k <= world_end]
        ps = [k for k in P.slots if begin <= k <= world_end]
        lags = sorted(k - P.latest_slot(k) for k in cs if P.latest_slot(k) is not None)
        if lags and len(cs) <= 1.2 * len(ps):
            m = lags[(len(lags) - 1) // 2]
            k = C.latest_slot(start + 60 * SEC)
            if k is not None:
                n = min(P.slots, key=lambda s: (abs(s - (k - m)), s))
                if (e is None or n > e) and n <= r + 2 * HOUR:
                    e = n
    if e is None or not P.runs:
        return None
    first = min(x.slot for x in P.runs if x.slot is not None)
    return e if e >= first else None


def judge(P, e, r, limit=None):
    """-> (verdict, run or None, slot, gap) or None."""
    d = P.delivered(e)
    serving = P.served.get(e, [])
    if d is not None and d <= r:
        for x in sorted(P.runs, key=lambda x: -x.start):
            if not x.extra and x.ok and x.slot is not None and x.slot < e and x.start <= r < x.end:
                return "RACE", x, x.slot, x.end - r
        newest = max(x.end for x in P.runs if x.ok and x.end <= r)
        if limit is not None and r - newest > limit:
            return "STALE", P.delivering(e), e, None
        return "OK", P.delivering(e), e, None
    c = [x for x in serving if x.ok and x.start <= r < x.end]
    if c:
        x = min(c, key=lambda x: x.end)
        return "RACE", x, e, x.end - r
    c = [x for x in serving if x.ok is False and x.start <= r]
    gap = None if d is None else d - r
    if c:
        return "ON_FAILED", max(c, key=lambda x: x.start), e, gap
    if serving:
        return "EARLY", P.delivering(e) or min(serving, key=lambda x: x.start), e, gap
    if any(s > e for s in P.by_slot if s is not None):
        c = [x for x in P.runs if x.ok and x.end <= r]
        return "STALE", max(c, key=lambda x: x.end) if c else None, e, None
    return None


def side(job, run, key, t):
    return {"job": job, "run": run, key: iso(t)}


def lateness(job):
    """12.8 for every delivered slot: yields (slot, delivering run, is late)."""
    ell = {s: job.delivered(s) - s for s in job.slots if job.delivered(s) is not None}
    zone = zoneinfo.ZoneInfo(job.zone)
    weekend = lambda s: at(s).astimezone(zone).weekday() >= 5
    for e, own in sorted(ell.items()):
        old = [(s, v) for s, v in ell.items() if e - 28 * DAY <= s < e]
        same = [v for s, v in old if weekend(s) == weekend(e)]
        sample = same if len(same) >= 7 else [v for _, v in old]
        if len(sample) < 7:
            continue
        m = statistics.median(sample)
        mad = statistics.median(abs(v - m) for v in sample)
        yield e, job.delivering(e), own > m + max(15 * MIN, 3 * 1.4826 * mad)
