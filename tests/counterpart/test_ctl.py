#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the command line program against the exchange format, end to end.

The other end is `contract`, which was written from the page of the format
alone.  The program is run as people and scripts run it, each case in a store of
its own, and the output is TAP.

    test_ctl.py --ctl PATH [--exchange DIR] [--types basic|all] [NAME...]

All data is invented.  Texts shaped as civil registration numbers here are made
up for the purpose (010101-0000 and the like) and belong to nobody.
"""

import argparse
import concurrent.futures
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import traceback

from case import Broken, CASES, shorten, Test, VERBS

# Each notes its cases.
import cases_use  # noqa: F401
import cases_export  # noqa: F401
import cases_package  # noqa: F401
import cases_order  # noqa: F401
import cases_entries  # noqa: F401
import cases_people  # noqa: F401
import cases_random  # noqa: F401
import cases_ways  # noqa: F401


def run_case(name, function, needs, options):
    folder = tempfile.mkdtemp(prefix="makker-counterpart-", dir=options.tmp)
    t = Test(name, options, folder)
    try:
        if needs == "exchange" and not (options.exchange and os.path.isdir(options.exchange)):
            t.skip(function.__doc__.strip(), "no folder of packages given (--exchange)")
        elif needs == "slow" and not options.slow:
            t.skip(function.__doc__.strip(), "it takes its time (--slow)")
        elif needs in VERBS and needs not in options.verbs:
            t.skip(function.__doc__.strip(), "the verb is not there yet (--verbs %s)" % needs)
        else:
            function(t)
            t.ok(not t.leaks, "no name or note was seen on the standard error output")
    except Broken:
        pass
    except subprocess.TimeoutExpired as error:
        t.ok(False, "every command ends in time", shorten(str(error)))
    except Exception:
        t.ok(False, "the case runs to its end", *traceback.format_exc().splitlines())
    finally:
        if options.keep:
            t.lines.append((True, "kept in " + folder, []))
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return t


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ctl", help="the program, as a command line prefix")
    parser.add_argument("--exchange", help="a folder with packages to start from")
    parser.add_argument("--types", choices=("basic", "all"), default="basic",
                        help="the types that the program knows")
    parser.add_argument("--verbs", default="", help="further verbs to test, comma separated")
    parser.add_argument("--seed", type=int, default=1, help="for the cases by chance")
    parser.add_argument("--random", type=int, default=150, help="how many packages by chance")
    parser.add_argument("--slow", action="store_true", help="also the cases that take long")
    parser.add_argument("--timeout", type=float, default=120, help="seconds for one command")
    parser.add_argument("--jobs", type=int, default=1, help="cases at a time")
    parser.add_argument("--tmp", help="where to put temporary folders")
    parser.add_argument("--keep", action="store_true", help="keep the temporary folders")
    parser.add_argument("--list", action="store_true", help="list the cases")
    parser.add_argument("names", nargs="*", help="parts of the names of cases")
    options = parser.parse_args()
    chosen = [entry for entry in CASES
              if not options.names or any(part in entry[0] for part in options.names)]
    if options.list:
        for name, function, _ in chosen:
            print("%-22s %s" % (name, (function.__doc__ or "").strip().split("\n")[0]))
        return 0
    if not options.ctl:
        parser.error("--ctl is needed")
    if not chosen:
        parser.error("no case of that name")
    options.command = shlex.split(options.ctl)
    options.verbs = [verb for verb in options.verbs.split(",") if verb]
    number = bad = commands = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=max(1, options.jobs)) as pool:
        pending = [pool.submit(run_case, name, function, needs, options)
                   for name, function, needs in chosen]
        for future in pending:
            t = future.result()
            commands += t.commands
            for good, what, diagnostics in t.lines:
                number += 1
                bad += not good
                print("%s %d - %s: %s" % ("ok" if good else "not ok", number, t.name,
                                          what.replace("\n", " ")))
                for text in diagnostics:
                    for line in text.splitlines() or [""]:
                        print("# " + line)
            sys.stdout.flush()
    print("1..%d" % number)
    print("# %d checks, %d failed, %d commands" % (number, bad, commands))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
