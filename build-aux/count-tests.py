#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what the tests said in TAP and closes with one line: count-tests.py LOG

A test program that ends early counts each test that it planned and did not
reach as failed, one that says nothing of a plan, or ends badly with every test
in order, counts as one failure more. No test at all is a failure.
"""

import json
import re
import sys
from pathlib import Path

POINT = re.compile(r"(not )?ok\b[^#]*(#\s*(skip|todo)\b)?", re.IGNORECASE)
PLAN = re.compile(r"1\.\.(\d+)(\s*#\s*skip)?", re.IGNORECASE)


class Count:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def add_point(self, point):
        is_bad, _, directive = point.groups()
        if (directive or "").lower() == "skip":
            self.skipped += 1
        elif is_bad and not directive:
            self.failed += 1
        else:
            self.passed += 1

    def total(self):
        return self.passed + self.failed + self.skipped

    def __iadd__(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        return self


def count_program(run):
    """Counts one program; lines of subtests are indented, and their outcome is not."""
    count = Count()
    planned = None
    for line in run.get("stdout", "").splitlines():
        if plan := PLAN.match(line):
            planned = int(plan[1])
            if planned == 0:
                count.skipped += 1
                planned = 1
        elif point := POINT.match(line):
            count.add_point(point)
    if planned is not None and planned > count.total():
        count.failed += planned - count.total()
    elif planned is None or planned != count.total():
        count.failed += 1
    elif run["result"] not in ("OK", "SKIP") and count.failed == 0:
        count.failed += 1
    return count


def main():
    total = Count()
    log = Path(sys.argv[1])
    lines = log.read_text().splitlines() if log.exists() else []
    for line in lines:
        run = json.loads(line)
        count = count_program(run)
        if count.failed:
            print(f"Failed: {run['name']} ({run['result']})")
        total += count
    skipped = f", {total.skipped} skipped" if total.skipped else ""
    print(f"{total.passed} passed, {total.failed} failed{skipped}")
    sys.exit(1 if total.failed or total.passed + total.skipped == 0 else 0)


main()
