# SPDX-License-Identifier: GPL-3.0-or-later
"""The cases, their reports, and the program run in a store."""

import json
import os
import subprocess

import contract
from contract import same

CASES = []

# Words that stand in every name and note of this test, and that must never be
# seen on the standard error output.
MARKS = ("Tranebær", "Sølvmåge", "Ravnsborg", "Hyldeblomst", "Lyngkaptajn", "Brombærdal")

# Verbs that a program may not have yet, and whose cases are asked for.
VERBS = ("delete", "undo", "new-epoch", "start", "search", "generate", "person")

OTHER = "00000000-0000-4000-8000-00000000000a"
ANOTHER = "00000000-0000-4000-8000-00000000000b"


class Broken(Exception):
    """The case can't go on; what went wrong has been reported."""


def case(name, needs=None):
    def note(function):
        CASES.append((name, function, needs))
        return function
    return note


class Test:
    """One case: its folder, its options and its lines of TAP."""

    def __init__(self, name, options, folder):
        self.name = name
        self.options = options
        self.folder = folder
        self.lines = []         # (good, text, diagnostics)
        self.commands = 0
        self.types = (contract.ALL_TYPES if options.types == "all" else contract.BASIC_TYPES)
        self.all = options.types == "all"
        self.counter = 0
        self.leaks = 0

    def ok(self, good, what, *diagnostics):
        self.lines.append((bool(good), what, [] if good else [str(d) for d in diagnostics]))
        return bool(good)

    def equal(self, found, expected, what):
        return self.ok(same(plain(found), plain(expected)), what,
                       "expected: " + shorten(expected), "found:    " + shorten(found))

    def none(self, problems, what):
        """Good when the list of problems is empty."""
        return self.ok(not problems, what, *problems[:20])

    def skip(self, what, why):
        self.lines.append((True, "%s # SKIP %s" % (what, why), []))

    def path(self, name):
        return os.path.join(self.folder, name)

    def fresh(self, stem):
        self.counter += 1
        return self.path("%s-%03d" % (stem, self.counter))

    def write(self, data, stem="fil"):
        path = self.fresh(stem)
        with open(path, "wb") as file:
            file.write(data)
        return path


def plain(value):
    """Tuples and sets as lists, so that `same` can compare them."""
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return [plain(item) for item in sorted(value, key=str)]
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def shorten(value):
    text = value if isinstance(value, str) else json.dumps(plain(value), ensure_ascii=False)
    return text if len(text) <= 1500 else text[:1500] + "… (%d characters)" % len(text)


def no_twice(pairs):
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name twice in an object")
    return made


def no_constant(name):
    raise ValueError(name)


class Run:
    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    def value(self):
        text = self.out.decode("utf-8", "strict")
        return json.loads(text, object_pairs_hook=no_twice, parse_constant=no_constant)


class Store:
    """One store of the program under test."""

    def __init__(self, test, name="lager"):
        self.test = test
        self.folder = test.path(name)
        self.key = test.path(name + ".key")
        with open(self.key, "w", encoding="utf-8") as file:
            file.write("en opdigtet adgangssætning til %s\n" % name)

    def run(self, *args, stdin=None, json_out=True, folder=None, key=None):
        command = list(self.test.options.command)
        command += ["--data-dir", folder or self.folder, "--passphrase-file", key or self.key]
        if json_out:
            command += ["--format", "json"]
        command += [str(arg) for arg in args]
        self.test.commands += 1
        done = subprocess.run(command, input=stdin if stdin is not None else b"",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=self.test.options.timeout, check=False)
        seen = [mark for mark in MARKS if mark.encode("utf-8") in done.stderr]
        if seen:
            self.test.leaks += 1
            self.test.ok(False, "nothing private on the standard error output",
                         "command: " + shorten(" ".join(map(str, args))), "seen: %s" % seen)
        if done.returncode not in (0, 1, 2):
            self.test.ok(False, "the exit status is 0, 1 or 2",
                         "command: " + shorten(" ".join(map(str, args))),
                         "found: %d" % done.returncode,
                         "stderr: " + shorten(done.stderr.decode("utf-8", "replace")))
        return Run(done.returncode, done.stdout, done.stderr)

    def json(self, *args, code=0, stdin=None):
        """Run, and expect an exit status and one JSON value."""
        run = self.run(*args, stdin=stdin)
        codes = code if isinstance(code, tuple) else (code,)
        what = shorten(" ".join(map(str, args)))
        if run.code not in codes:
            self.test.ok(False, "exit status of: " + what, "expected: %s" % (codes,),
                         "found:    %d" % run.code,
                         "stderr: " + shorten(run.err.decode("utf-8", "replace")))
        try:
            return run.value()
        except ValueError as error:
            self.test.ok(False, "one JSON value on the standard output of: " + what,
                         "error: %s" % error,
                         "stdout: " + shorten(run.out.decode("utf-8", "replace")),
                         "stderr: " + shorten(run.err.decode("utf-8", "replace")))
            raise Broken() from error

    def refused(self, what, *args, code=1, stdin=None, **more):
        """Run, and expect a refusal or wrong use: a reason, and no result."""
        run = self.run(*args, stdin=stdin, **more)
        codes = code if isinstance(code, tuple) else (code,)
        good = run.code in codes and run.err.strip()
        if run.out.strip():
            # The page of the commands does not say that there is nothing.
            try:
                run.value()
            except ValueError:
                good = False
        self.test.ok(good, what, "expected: exit status %s, a reason on stderr and nothing but "
                     "JSON on stdout" % (codes,), "found:    exit status %d" % run.code,
                     "stdout: " + shorten(run.out.decode("utf-8", "replace")),
                     "stderr: " + shorten(run.err.decode("utf-8", "replace")))

    def init(self, rolle="leder", cvr="99999926", navn="Lyngkaptajn"):
        args = ["init", "--role", rolle, "--name", navn, "--company", "Eksempelbutikken ApS"]
        if cvr:
            args += ["--cvr", cvr]
        value = self.json(*args)
        if not isinstance(value, dict) or not contract.UUID.form(value.get("id")):
            self.test.ok(False, "init gives an id", "found: " + shorten(value))
            raise Broken()
        return value
