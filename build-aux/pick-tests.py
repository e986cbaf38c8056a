#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names the tests that filters mean: pick-tests.py [--needs] BUILD quick|all [FILTER ...]

A filter is a part of a test's name, or the name of its suite. With --needs it
is what has to be built for them; without a filter that is all there is.
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


def read(build, kind):
    return json.loads(Path(build, "meson-info", f"intro-{kind}.json").read_text())


def needs(build, tests):
    """Files of the build folder, and what every program reads as it runs."""
    wanted = {target for test in tests for target in test["depends"]}
    for target in read(build, "targets"):
        for name in target["filename"]:
            if target["id"] in wanted or name.endswith((".mo", "/gschemas.compiled")):
                yield str(Path(name).relative_to(build))


def main():
    options = [one for one in sys.argv[1:] if one == "--needs"]
    build, setup, *filters = sys.argv[1 + len(options):]
    tests = [test for test in read(build, "tests")
             if is_meant(test, filters) and not (setup == "quick" and "slow" in suites(test))]
    if not options:
        lines = (test["name"] for test in tests)
    else:
        lines = needs(build, tests) if filters else ()
    for line in lines:
        print(line)


main()
