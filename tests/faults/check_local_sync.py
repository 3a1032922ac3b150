#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds `weirctl sync` against every sentence of reference/local-sync.md, from outside.

usage: check_local_sync.py --weirctl BIN [--only NAME]... [--seed N] [--jobs N] [--list]

Each case is a sentence; --only takes a part of its name. Exit status 1 if one does not hold.
"""
import argparse
import concurrent.futures
import sys
import time
import traceback

from localsync import edges, kills, later, loading, names, reads, support, syncing, trust, waits  # noqa: F401 (the modules register their cases)


def judge(function, weirctl, seed):
    begun = time.monotonic()
    trial = support.Trial(weirctl, f"{seed}/{function.__name__}")
    said = None
    try:
        function(trial)
    except support.Broken as broken:
        said = str(broken)
    except Exception:
        said = "".join(traceback.format_exc().splitlines(keepends=True)[-4:])
    finally:
        try:
            trial.close()
        except RuntimeError as mistake:
            said = said or str(mistake)
    return said, time.monotonic() - begun


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weirctl", required=True)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    cases = [c for c in support.CASES if not options.only or any(o in c.__name__ for o in options.only)]
    if options.list:
        print("\n".join(c.__name__ for c in cases))
        return 0
    print(f"seed {options.seed}, {len(cases)} cases")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        jobs = [(c, pool.submit(judge, c, options.weirctl, options.seed)) for c in cases]
        for function, job in jobs:
            said, seconds = job.result()
            failed += said is not None
            print(f"{'FAIL' if said else 'pass'} {function.__name__} ({seconds:.1f} s)" + (f"\n     {said}" if said else ""), flush=True)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
