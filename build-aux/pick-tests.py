#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names the tests that filters mean: pick-tests.py BUILD quick|all [FILTER ...]

A filter is a part of a test's name, or the name of its suite.
"""

import json
import sys
from pathlib import Path


def suites(test):
    return [suite.rpartition(":")[2] for suite in test["suite"]]


def is_meant(test, filters):
    return not filters or any(
        wanted in test["name"] or wanted in suites(test) for wanted in filters
    )


def main():
    build, setup, *filters = sys.argv[1:]
    tests = json.loads(Path(build, "meson-info", "intro-tests.json").read_text())
    for test in tests:
        if setup == "quick" and "slow" in suites(test):
            continue
        if is_meant(test, filters):
            print(test["name"])


main()
