#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the command line program against the exchange format, end to end.

The other end is `contract.py`, which was written from the page of the format
alone.  The program is run as people and scripts run it, each case in a store of
its own, and the output is TAP.

    test_ctl.py --ctl PATH [--exchange DIR] [--types basic|all] [NAME...]

All data is invented.  Texts shaped as civil registration numbers here are made
up for the purpose (010101-0000 and the like) and belong to nobody.
"""

import argparse
import concurrent.futures
import copy
import datetime
import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import traceback

import contract
from contract import Raw, Pairs, encode, same, sha256, write_json

CASES = []

# Words that stand in every name and note of this test, and that must never be
# seen on the standard error output.
MARKS = ("Tranebær", "Sølvmåge", "Ravnsborg", "Hyldeblomst", "Lyngkaptajn", "Brombærdal")

# Verbs that a program may not have yet, and whose cases are asked for.
VERBS = ("delete", "undo", "new-epoch", "start", "search", "generate")

OTHER = "00000000-0000-4000-8000-00000000000a"
ANOTHER = "00000000-0000-4000-8000-00000000000b"


class Broken(Exception):
    """The case can't go on; what went wrong has been reported."""


def case(name, needs=None):
    def note(function):
        CASES.append((name, function, needs))
        return function
    return note


# --------------------------------------------------------------------------
# Reporting.
# --------------------------------------------------------------------------

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


# --------------------------------------------------------------------------
# A workplace with its authority, and the judge beside it.
# --------------------------------------------------------------------------

class World:
    """A store, an authority, and a mirror: the judge in the store's place."""

    def __init__(self, test, rolle="leder", cvr="99999926", seed=1, start=True, name="lager",
                 contacts=2):
        self.test = test
        self.store = Store(test, name)
        self.id = self.store.init(rolle, cvr)["id"]
        self.mirror = contract.Judge(self.id, rolle, cvr, test.types)
        self.authority = contract.Authority(rolle=rolle, receiver_cvr=cvr, seed=seed)
        self.authorities = {self.authority.id: self.authority}
        self.seen = {}          # (authority, number) to the bytes that were exported.
        self.receipts = 0       # Receipts that the store has made, at most.
        self.loose = set()      # Packages whose refusal may be told in two ways.
        self.placement = None
        if start:
            self.start(contacts)

    def start(self, contacts=2):
        self.placement = self.authority.uuid()
        entries = [self.authority.make("forloeb", forloeb(), self.placement)]
        self.contacts = []
        for number in range(contacts):
            entries.append(self.authority.make("kontakt", kontakt(number)))
            self.contacts.append(entries[-1]["id"])
        self.first = self.authority.package(entries)
        self.deliver([self.first], accept=True, expect=["modtaget"],
                     what="the start package is taken")

    # Towards the store.

    def deliver(self, packages, accept=False, expect=None, what=None, released=None,
                verb="import", quiet=False, rivals=False):
        """Give the store packages and compare what it says with the mirror.

        `expect` holds what the test itself says, as `status` or `status:kode`;
        the mirror must say the same, or the test is at fault.  With `rivals`,
        packages of one number may wait side by side; the page does not say
        which of them is judged first, so that a broken one may be released as
        `kaede` or as `genbrug`.
        """
        paths = [self.test.write(data) for data in packages]
        args = [verb] + paths + (["--accept"] if accept else [])
        if verb == "import":
            pairs = [self.mirror.take(data, accept) for data in packages]
        else:
            pairs = [[self.mirror.check(data, accept)] for data in packages]
        results = [pair[0] for pair in pairs]
        freed = [result for pair in pairs for result in pair[1:]]
        for mine, wish in ((results, expect), (freed, released)):
            if wish is not None and [result.brief() for result in mine] != list(wish):
                raise AssertionError("the judge disagrees with the test: %s, %s"
                                     % ([result.brief() for result in mine], wish))
        bad = any(result.status == "afvist" or result.kode == "fjernelse"
                  for result in results + freed)
        rows = self.store.json(*args, code=(0, 1))
        if rivals:
            self.loose |= {result.pakkeId for result in freed if result.status == "afvist"}
            rows, freed = rival_order(rows, len(paths), freed)
        problems = compare_rows(rows, paths, results, freed)
        # What waits again for a yes when its turn comes may be listed or not.
        told = [row for index, row in enumerate(rows) if index < len(paths)
                or row.get("status") != "venter"] if isinstance(rows, list) else rows
        found = self.rows_code(told)
        if found is not None and bad != found:
            problems.append("the exit status does not follow the rows")
        if verb == "import":
            self.receipts += len(results) + len(freed)
        if not quiet:
            self.test.none(problems, what or "the packages are judged by the page")
        return rows if not quiet else (rows, problems)

    def rows_code(self, rows):
        if not isinstance(rows, list):
            return None
        return any(isinstance(row, dict) and (row.get("status") == "afvist"
                                              or row.get("kode") == "fjernelse") for row in rows)

    def listing(self, type_, *more):
        rows = self.store.json("list", type_, *more)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.test.ok(False, "list gives an array of objects", "found: " + shorten(rows))
            raise Broken()
        return rows

    def status(self):
        return self.store.json("status")

    def partner(self, status, authority=None):
        for row in status.get("partnere", []):
            if row.get("id") == (authority or self.authority).id:
                return row
        self.test.ok(False, "status names the authority", "found: " + shorten(status))
        raise Broken()

    def snapshot(self):
        """Everything that a refusal must leave as it is."""
        seen = {}
        for type_ in ("forloeb", "kontakt", "checkin"):
            seen[type_] = self.listing(type_)
            seen[type_ + " --deleted"] = self.listing(type_, "--deleted")
        if self.test.all:
            seen["klippekort"] = self.listing("klippekort")
        status = self.status()
        # Receipts may be counted among a store's own records, or may not.
        status.pop("antal", None)
        seen["status"] = status
        return seen

    def unchanged(self, before, what):
        after = self.snapshot()
        problems = ["%s: expected %s" % (name, shorten(before[name])) + "\n  found "
                    + shorten(after[name]) for name in before
                    if not same(before[name], after[name])]
        self.test.none(problems, what)

    def agree(self, what, types=("forloeb", "kontakt"), deleted=True):
        """The store's records from outside are those of the mirror."""
        problems = []
        for type_ in types:
            for option in ((), ("--deleted",)) if deleted else ((),):
                rows = self.listing(type_, *option)
                mine = {record.id: record for record in self.mirror.records.values()
                        if record.type == type_ and record.living() != bool(option)}
                found = {row.get("id"): row for row in rows}
                if len(found) != len(rows):
                    problems.append("%s%s: an id twice" % (type_, option))
                for id, record in mine.items():
                    row = found.pop(id, None)
                    if row is None:
                        # A tombstone without content may have nothing to list.
                        if record.last is not None:
                            problems.append("%s %s is not listed %s" % (type_, id, option))
                        continue
                    problems += compare_record(row, record)
                problems += ["%s %s is listed %s but should not be" % (type_, id, option)
                             for id in found]
        self.test.none(problems, what)

    # From the store.

    def save(self, data, type_="checkin", id=None, by_file=False, code=0):
        args = ["save", type_] + (["--id", id] if id else [])
        body = write_json(data).encode("utf-8")
        if by_file:
            value = self.store.json(*args, self.test.write(body), code=code)
        else:
            value = self.store.json(*args, code=code, stdin=body)
        if (not isinstance(value, dict) or not contract.UUID.form(value.get("id"))
                or not isinstance(value.get("revision"), int)):
            self.test.ok(False, "save gives an id and a revision", "found: " + shorten(value))
            raise Broken()
        self.mirror.own[value["id"]] = type_
        return value["id"]

    def states(self, type_="checkin"):
        return {row.get("id"): row.get("tilstand") for row in self.listing(type_)}

    def expect_states(self, expected, what, type_="checkin"):
        states = self.states(type_)
        self.test.equal({id: states.get(id) for id in expected}, expected, what)

    def collect(self, what, start=None, folder=None, count=None, loose=(), quiet=False):
        """Export; judge every file; let the authorities take what is new.

        Returns the new packages as values.  The receipts among them are held
        against those that the mirror owes; `loose` names packages for which a
        receipt may be there or not.
        """
        folder = folder or self.test.fresh("ud")
        args = ["export", folder] + (["--from", start] if start else [])
        rows = self.store.json(*args)
        problems, new = [], []
        if not isinstance(rows, list):
            self.test.ok(False, what, "export gives no array: " + shorten(rows))
            raise Broken()
        names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
        listed = sorted(os.path.basename(str(row.get("fil"))) for row in rows)
        if not set(listed) <= set(names):
            problems.append("listed %s but the folder holds %s" % (listed, names))
        if len(set(listed)) != len(listed):
            problems.append("a file is listed twice")
        read = {}
        for row in rows:
            name = os.path.basename(str(row.get("fil")))
            if name not in names:
                continue
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            try:
                root = contract.read_package(data)
            except contract.Fault as fault:
                problems.append("%s: %s (%s)" % (name, fault.kode, fault.grund))
                continue
            if name != contract.file_name(root):
                problems.append("%s should be %s" % (name, contract.file_name(root)))
            problems += compare_export(row, root)
            read[(str(row.get("modtager")), root["loebenummer"], name)] = (root, data)
        for key in sorted(read):
            root, data = read[key]
            problems += self.receive(root, data, new)
        owed = {}
        for id in self.authorities:
            owed[id] = self.mirror.due.pop(id, [])
        problems += compare_receipts(new, owed, set(loose) | self.loose)
        if count is not None and len(new) != count:
            problems.append("expected %d new packages, found %d" % (count, len(new)))
        if not quiet:
            self.test.none(problems, what)
        elif problems:
            self.test.none(problems, what)
        self.rows = rows
        return [root for root, _ in new]

    def receive(self, root, data, new):
        """What the authority that a package is for says of it."""
        number = root["loebenummer"]
        for authority in self.authorities.values():
            receiver = root["modtager"]
            if receiver.get("id", authority.id) != authority.id \
                    or receiver.get("cvrNummer", authority.cvr) != authority.cvr:
                continue
            known = self.seen.get((authority.id, root["epoke"], number))
            if known is not None:
                return [] if known == data else ["package %d has other bytes than before" % number]
            problems = []
            partner = self.mirror.partners.get(authority.id)
            if partner and partner.taken and receiver.get("id") != authority.id:
                problems.append("package %d: modtager.id is missing though a package was taken"
                                % number)
            self.seen[(authority.id, root["epoke"], number)] = data
            new.append((root, data))
            problems += judge_writing(root, self.id)
            results = authority.take(data, accept=self.id not in authority.partners)
            if results[0].brief() != "modtaget":
                problems.append("package %d: the authority says %s %s, %s"
                                % (number, results[0].brief(), results[0].grund,
                                   shorten(results[0].poster)))
            return problems
        return ["package %d is for nobody here" % number]


def compare_rows(rows, paths, results, freed):
    """How the rows of `import` or `check` differ from what the judge said."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return ["no array of objects: " + shorten(rows)]
    problems = []
    if len(rows) < len(paths):
        return ["%d rows for %d files: %s" % (len(rows), len(paths), shorten(rows))]
    for index, (path, result) in enumerate(zip(paths, results)):
        row = rows[index]
        where = "file %d (%s %s)" % (index + 1, os.path.basename(path), result.pakkeId)
        if row.get("fil") != path:
            problems.append("%s: fil is %s" % (where, shorten(row.get("fil"))))
        problems += compare_result(where, row, result)
    # A package whose turn came, and that waits again for a person's yes, may
    # be listed or not.
    rest = [row for row in rows[len(paths):] if row.get("status") != "venter"]
    expected = {(result.pakkeId, result.sha256): result for result in freed}
    if len(rest) != len(expected):
        problems.append("expected %d released packages, found %s"
                        % (len(expected), shorten([[row.get("pakkeId"), row.get("status"),
                                                    row.get("kode")] for row in rest])))
    else:
        for row, result in zip(rest, freed):
            problems += compare_result("released %s" % result.pakkeId, row, result)
    return problems


def rival_order(rows, count, freed):
    """Released rows in the mirror's order, either code for a broken rival."""
    places = {result.pakkeId: index for index, result in enumerate(freed)}
    tail = sorted(rows[count:], key=lambda row: places.get(row.get("pakkeId"), 0))
    codes = {row.get("pakkeId"): row.get("kode") for row in tail}
    made = []
    for result in freed:
        if result.kode in ("kaede", "genbrug") and codes.get(result.pakkeId) in ("kaede",
                                                                                 "genbrug"):
            result = copy.copy(result)
            result.kode = codes[result.pakkeId]
        made.append(result)
    return rows[:count] + tail, made


def compare_result(where, row, result):
    problems = []
    found = str(row.get("status")) + (":" + str(row["kode"]) if "kode" in row else "")
    if found != result.brief():
        problems.append("%s: expected %s (%s), found %s (%s)"
                        % (where, result.brief(), result.grund, found, row.get("grund")))
        return problems
    for name in ("pakkeId", "loebenummer"):
        if getattr(result, name) is not None and result.status != "afvist" \
                and row.get(name) != getattr(result, name):
            problems.append("%s: %s is %s" % (where, name, row.get(name)))
        if name in row and getattr(result, name) is not None \
                and row[name] != getattr(result, name):
            problems.append("%s: %s is %s" % (where, name, row.get(name)))
    if result.status == "afvist" and not row.get("grund"):
        problems.append("%s: no grund" % where)
    if result.mangler and row.get("mangler") != result.mangler:
        problems.append("%s: expected mangler %s, found %s"
                        % (where, result.mangler, row.get("mangler")))
    poster = [item for item in row.get("poster") or [] if item.get("kode") != "ukendt"]
    codes = {item.get("id"): item.get("kode") for item in poster}
    for id in sorted(set(codes) | set(result.codes())):
        if codes.get(id) != result.codes().get(id):
            problems.append("%s: entry %s: expected %s, found %s"
                            % (where, id, result.codes().get(id), codes.get(id)))
    unknown = {item.get("id") for item in row.get("poster") or []
               if item.get("kode") == "ukendt"}
    if result.status in ("modtaget", "delvist") and unknown != set(result.ukendt):
        problems.append("%s: expected as ukendt %s, found %s"
                        % (where, shorten(sorted(result.ukendt)), shorten(sorted(unknown))))
    return problems


def moment(text):
    try:
        return datetime.datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return text


def compare_record(row, record):
    problems = []
    if set(row) != {"id", "revision", "ophav", "aendret", "tilstand", "data"}:
        problems.append("%s: fields are %s" % (record.id, sorted(row)))
    for name, expected in (("revision", record.revision), ("ophav", record.writer),
                           ("tilstand", "hentet")):
        if row.get(name) != expected:
            problems.append("%s: expected %s %s, found %s"
                            % (record.id, name, expected, row.get(name)))
    if moment(row.get("aendret")) != moment(record.aendret):
        problems.append("%s: aendret is %s and not %s"
                        % (record.id, row.get("aendret"), record.aendret))
    if record.last is not None and not same(row.get("data"), record.last):
        problems.append("%s: expected data %s, found %s"
                        % (record.id, shorten(record.last), shorten(row.get("data"))))
    return problems


def compare_export(row, root):
    problems = []
    if set(row) != {"fil", "pakkeId", "modtager", "loebenummer", "antal"}:
        problems.append("a row of export has %s" % sorted(row))
    for name in ("pakkeId", "loebenummer", "antal"):
        if row.get(name) != root[name]:
            problems.append("export says %s %s, the package %s"
                            % (name, row.get(name), root[name]))
    return problems


def judge_writing(root, own_id):
    """What a writer must keep beyond what a receiver would refuse."""
    problems = []
    where = "package %d" % root["loebenummer"]
    if root["afsender"]["id"] != own_id:
        problems.append("%s: afsender.id is another's" % where)
    if root["loebenummer"] == 1 and root["forrigeSha256"] is not None:
        problems.append("%s: forrigeSha256 is not null" % where)
    if root["loebenummer"] > 1 and "afloeser" in root:
        problems.append("%s: afloeser stands beyond number 1" % where)
    for entry in root["poster"]:
        name = "%s, %s %s" % (where, entry["type"], entry["id"])
        if entry.get("ophav", own_id) != own_id:
            problems.append("%s: an own record names another writer" % name)
        if entry["type"] not in contract.TYPES:
            problems.append("%s: a type that is not of the page" % name)
            continue
        data = entry.get("data", {})
        strange = set(data) - set(contract.TYPES[entry["type"]].fields)
        if strange:
            problems.append("%s: unknown fields %s" % (name, sorted(strange)))
        if entry["type"] == "kvittering":
            problems += judge_receipt(name, entry, data)
    return problems


def judge_receipt(name, entry, data):
    problems = []
    if entry["revision"] != 1 or entry["handling"] != "gem" or "ophav" in entry:
        problems.append("%s: a receipt is revision 1, gem, without ophav" % name)
    if data.get("status") == "afvist":
        if data.get("kode") not in contract.PACKAGE_CODES or not data.get("grund"):
            problems.append("%s: afvist with kode %s and grund %s"
                            % (name, data.get("kode"), data.get("grund")))
        if ("epoke" in data) != (data.get("kode") == "epoke"):
            problems.append("%s: epoke stands where it should not, or is missing" % name)
    else:
        for field in ("kode", "grund", "epoke"):
            if field in data:
                problems.append("%s: %s stands in a receipt %s" % (name, field, data["status"]))
    if ("poster" in data) != (data.get("status") == "delvist") or data.get("poster") == []:
        problems.append("%s: poster in a receipt %s" % (name, data.get("status")))
    for item in data.get("poster", []):
        if item.get("kode") not in contract.ENTRY_CODES:
            problems.append("%s: an entry refused with %s" % (name, item.get("kode")))
    return problems


def receipt_key(data):
    return (data["pakkeId"], data["sha256"], data["status"], data.get("kode"),
            data.get("epoke"),
            tuple(sorted((item["id"], item["revision"], item["kode"])
                         for item in data.get("poster", []))))


def compare_receipts(new, owed, loose):
    problems = []
    found, wanted = [], []
    for root, _ in new:
        receiver = root["modtager"].get("id")
        for entry in root["poster"]:
            if entry["type"] == "kvittering":
                found.append((receiver, receipt_key(entry["data"])))
                number = entry["data"].get("loebenummer")
                for data in owed.get(receiver, []):
                    if receipt_key(data) == receipt_key(entry["data"]) and number is not None \
                            and number != data.get("loebenummer"):
                        problems.append("a receipt with the number %s for %s"
                                        % (number, data.get("loebenummer")))
    for id, rows in owed.items():
        wanted += [(id, receipt_key(data)) for data in rows]
    for key in wanted:
        if key in found:
            found.remove(key)
        elif key[1][0] not in loose:
            problems.append("a receipt is missing: %s" % shorten(key[1]))
    problems += ["a receipt too many: %s" % shorten(key[1]) for key in found
                 if key[1][0] not in loose]
    return problems


# --------------------------------------------------------------------------
# Data.
# --------------------------------------------------------------------------

def forloeb(number=1, **more):
    data = {"kandidat": {"alias": "Kandidat Tranebær %d" % number},
            "sagsreference": "EKS-%04d" % number, "stilling": "Medarbejder i varemodtagelsen",
            "startDato": "2026-09-07", "forventetSlutDato": "2027-09-06",
            "maalMinutterPrMaaned": 1800, "loftMinutterPrUge": 900,
            "jobformidler": {"navn": "Sølvmåge", "telefon": "+45 70 10 10 10",
                             "email": "jobformidler@eksempelby.example"}}
    data.update(more)
    return data


def kontakt(number=1, **more):
    data = {"navn": "Sølvmåge %d" % number, "funktion": "Vagttelefon",
            "organisation": "Jobcenter Eksempelby", "telefon": "+45 70 10 10 99",
            "prioritet": number + 1,
            "aabningstider": [{"dage": [1, 2, 3], "fra": "07:30", "til": "16:00"},
                              {"dage": [5], "fra": "22:00", "til": "06:00"}],
            "beskrivelse": "Ring, når noget haster.", "bekraeftetDato": "2026-11-16"}
    data.update(more)
    return data


def checkin(placement, **more):
    data = {"forloebId": placement, "tidspunkt": "2026-11-17T15:00:00+01:00",
            "forfatter": "Ravnsborg", "fremmoede": "moedt", "loennedeMinutter": 120,
            "uloennedeMinutter": 60, "trivsel": 4,
            "puls": {"autonomi": 3, "kompetence": 4, "samhoerighed": 5}, "bane": "indad",
            "pauserMedKolleger": True, "lilleSejr": "Åbnede butikken selv. Hyldeblomst.",
            "svaert": "Kassen", "naesteSkridt": "Prøve kassen sammen",
            "note": "Hyldeblomst: det gik godt.", "behovForHjaelp": False}
    data.update(more)
    return data


def klippekort(placement=None, **more):
    data = {"antalKlip": 10, "gyldigFra": "2026-09-07", "gyldigTil": "2027-03-06",
            "ydelser": [{"kode": "SAMTALE", "navn": "Samtale på arbejdspladsen", "klip": 1},
                        {"kode": "KONFLIKT", "navn": "Mægling ved konflikt", "klip": 2}]}
    if placement:
        data["forloebId"] = placement
    data.update(more)
    return data


def kvittering(pakke_id, digest, status="modtaget", **more):
    data = {"pakkeId": pakke_id, "sha256": digest, "status": status}
    data.update(more)
    return data


def samples(placement, card):
    """One good `data` of each type, with every optional field."""
    lesson = "# Velkommen\n\nTak, fordi du vil være buddy.\n"
    return {
        "forloeb": forloeb(), "kontakt": kontakt(forloebId=placement, email="x@y.example"),
        "klippekort": klippekort(placement),
        "svar": {"anmodningId": OTHER, "klippekortId": card, "status": "leveret",
                 "klipBrugt": 1, "tidspunkt": "2026-11-20T10:00:00+01:00",
                 "planlagtTil": "2026-11-21T10:00:00+01:00", "besked": "Vi kommer."},
        "bevilling": {"forloebId": placement, "minutterIAlt": 1560, "fra": "2026-09-07",
                      "til": "2026-12-06", "ordning": "Mentorstøtte", "hjemmel": "Kapitel 26"},
        "materiale": {"titel": "Velkommen", "sprog": "da", "format": "markdown",
                      "indhold": lesson, "sha256": sha256(lesson.encode("utf-8")), "modul": 1},
        "maaleskema": {"titel": "Tre hurtige", "respondent": "kandidat",
                       "spoergsmaal": [{"kode": "TRO", "tekst": "Jeg tror på det"},
                                       {"kode": "VIDEN", "tekst": "Jeg ved det"}],
                       "intervalDage": 91},
        "checkin": checkin(placement),
        "anmodning": {"klippekortId": card, "forloebId": placement, "ydelse": "SAMTALE",
                      "hast": "snart", "beskrivelse": "Hyldeblomst: hjælp ønskes.",
                      "oensketDato": "2026-12-01", "status": "sendt"},
        "fase": {"forloebId": placement, "fase": "seAn", "fraDato": "2026-11-16",
                 "grund": "Det går godt."},
        "tildeling": {"forloebId": placement, "navn": "Ravnsborg", "rolle": "buddy",
                      "installation": OTHER, "fraDato": "2026-11-16", "tilDato": "2026-12-16"},
        "kvittering": kvittering(OTHER, "0" * 64, "delvist", loebenummer=3, poster=[
            {"id": ANOTHER, "revision": 1, "kode": "felt", "grund": "Et felt mangler."}]),
    }


# --------------------------------------------------------------------------
# Faults of a field, made from the kinds of section 2.
# --------------------------------------------------------------------------

LONG = "x" * (contract.MAX_TEXT + 1)


def wrong_kinds(kind):
    """Values that are not of the kind: `felt`."""
    yield "null", None
    if isinstance(kind, (contract.Text, contract.Choice)):
        yield from (("a number", 7), ("a boolean", True), ("an array", []), ("an object", {}))
    elif isinstance(kind, contract.Integer):
        yield from (("a text", "3"), ("a fraction", 1.5), ("a fraction of zero", Raw("3.0")),
                    ("an exponent", Raw("3e0")), ("a boolean", True), ("an array", [3]))
    elif isinstance(kind, contract.Boolean):
        yield from (("a text", "true"), ("a number", 1), ("an array", []))
    elif isinstance(kind, contract.Date):
        yield from (("a number", 20261116), ("short", "2026-11-1"), ("basic form", "20261116"),
                    ("with a time", "2026-11-16T00:00:00Z"), ("empty", ""),
                    ("a space", "2026-11-16 "), ("other order", "16-11-2026"),
                    ("letters", "2026-xx-16"), ("a sign", "+2026-11-16"))
    elif isinstance(kind, contract.Time):
        yield from (("a number", 730), ("short", "7:30"), ("with seconds", "07:30:00"),
                    ("empty", ""), ("a point", "07.30"))
    elif isinstance(kind, contract.DateTime):
        yield from (("a number", 1700000000), ("empty", ""),
                    ("no offset", "2026-11-16T09:00:00"),
                    ("a small t", "2026-11-16t09:00:00Z"),
                    ("a small z", "2026-11-16T09:00:00z"),
                    ("a space for T", "2026-11-16 09:00:00Z"),
                    ("no seconds", "2026-11-16T09:00Z"),
                    ("an empty fraction", "2026-11-16T09:00:00.Z"),
                    ("a comma", "2026-11-16T09:00:00,5Z"),
                    ("a bare offset", "2026-11-16T09:00:00+0100"),
                    ("hours only", "2026-11-16T09:00:00+01"),
                    ("a date", "2026-11-16"), ("a tail", "2026-11-16T09:00:00Z "))
    elif isinstance(kind, contract.Uuid):
        yield from (("a number", 7), ("empty", ""), ("upper case", OTHER.upper()),
                    ("no hyphens", OTHER.replace("-", "")), ("braces", "{%s}" % OTHER),
                    ("short", OTHER[:-1]), ("long", OTHER + "0"),
                    ("a letter g", OTHER[:-1] + "g"), ("a urn", "urn:uuid:" + OTHER),
                    ("hyphens elsewhere", "0000000-00000-4000-8000-00000000000a"))
    elif isinstance(kind, contract.Sha256):
        yield from (("a number", 7), ("empty", ""), ("upper case", "A" * 64),
                    ("short", "a" * 63), ("long", "a" * 65), ("a letter g", "g" * 64))
    elif isinstance(kind, contract.List):
        yield from (("an object", {}), ("a text", "x"), ("an item null", [None]))
    elif isinstance(kind, contract.Part):
        yield from (("an array", []), ("a text", "x"), ("a number", 7))


def bad_values(kind, required):
    """Values of the kind, but out of range: `vaerdi`."""
    if isinstance(kind, contract.Text):
        if required:
            yield "empty", ""
        if kind.most:
            yield "too long", "x" * (kind.most + 1)
        yield from (("a bell", "a\x07b"), ("a carriage return", "a\r\nb"),
                    ("a delete", "a\x7fb"), ("a C1 control", "a\x85b"))
    elif isinstance(kind, contract.Integer):
        yield from (("below the least", kind.least - 1), ("far below", -contract.MAX_INTEGER))
        if kind.least == 1:
            yield "minus nought", Raw("-0")
        if kind.most is not None:
            yield "above the most", kind.most + 1
    elif isinstance(kind, contract.Date):
        yield from (("month 13", "2026-13-01"), ("month 0", "2026-00-10"),
                    ("day 0", "2026-11-00"), ("31 November", "2026-11-31"),
                    ("29 February", "2026-02-29"), ("29 February 2100", "2100-02-29"))
    elif isinstance(kind, contract.Time):
        yield from (("24:00", "24:00"), ("minute 60", "23:60"))
    elif isinstance(kind, contract.DateTime):
        yield from (("31 November", "2026-11-31T09:00:00Z"),
                    ("hour 24", "2026-11-16T24:00:00Z"), ("minute 60", "2026-11-16T09:60:00Z"),
                    ("second 60", "2026-12-31T23:59:60Z"),
                    ("offset beyond 14 hours", "2026-11-16T09:00:00+14:01"),
                    ("offset below -14 hours", "2026-11-16T09:00:00-15:00"),
                    ("offset minute 60", "2026-11-16T09:00:00+01:60"))
    elif isinstance(kind, contract.Choice):
        yield from (("another choice", "etAndet"), ("empty", ""),
                    ("other case", kind.names[0].upper()), ("a space", kind.names[0] + " "))


def good_values(kind, required):
    """Values at the edge that are in range."""
    if isinstance(kind, contract.Text):
        if not required:
            yield "empty", ""
        if kind.most:
            yield "at the limit", "x" * kind.most
            yield "beyond the basic plane", "\U0001F600" * kind.most
        yield from (("line feed and tab", "a\n\tb"), ("a byte order mark inside", "a\ufeffb"),
                    ("spaces", "  "), ("a line separator", "a\u2028b"))
    elif isinstance(kind, contract.Integer):
        yield "the least", kind.least
        if kind.least == 0:
            yield "minus nought", Raw("-0")
        yield "the most", kind.most if kind.most is not None else contract.MAX_INTEGER
    elif isinstance(kind, contract.Date):
        yield from (("a leap day", "2028-02-29"), ("a leap day of a century", "2000-02-29"),
                    ("long ago", "1900-01-01"), ("far ahead", "9999-12-31"))
    elif isinstance(kind, contract.Time):
        yield from (("midnight", "00:00"), ("the last minute", "23:59"))
    elif isinstance(kind, contract.DateTime):
        yield from (("offset 14 hours", "2026-11-16T09:00:00+14:00"),
                    ("offset -14 hours", "2026-11-16T09:00:00-14:00"),
                    ("a fraction", "2026-11-16T09:00:00.123456789Z"),
                    ("a leap day", "2028-02-29T23:59:59Z"))
    elif isinstance(kind, contract.Boolean):
        yield from (("true", True), ("false", False))
    elif isinstance(kind, contract.Choice):
        for name in kind.names:
            yield name, name
    elif isinstance(kind, contract.List):
        yield "an empty list", []


def paths_of(kind, value, at=()):
    """Every named field below a part: path, kind and whether it is required."""
    for name, (inner, required) in kind.fields.items():
        yield at + (name,), inner, required
        if isinstance(inner, contract.Part):
            yield from paths_of(inner, value.get(name, {}), at + (name,))
        elif isinstance(inner, contract.List):
            yield at + (name, 0), inner.item, True
            if isinstance(inner.item, contract.Part):
                yield from paths_of(inner.item, {}, at + (name, 0))


def place(data, path, value):
    """A copy of data with one field changed, or left out for `Ellipsis`."""
    made = copy.deepcopy(data)
    spot = made
    for step in path[:-1]:
        spot = spot[step]
    if value is Ellipsis:
        del spot[path[-1]]
    else:
        spot[path[-1]] = value
    return made


def has(data, path):
    for step in path:
        if isinstance(data, dict) and step not in data:
            return False
        data = data[step]
    return True


def field_faults(kind, data):
    """Label, data and code (None where it is good) for every field of a part."""
    for path, inner, required in paths_of(kind, data):
        name = ".".join(map(str, path))
        if not isinstance(path[-1], int) and (required or has(data, path)):
            yield (name + " missing", place(data, path, Ellipsis),
                   "felt" if required else None)
        for label, value in wrong_kinds(inner):
            yield "%s: %s" % (name, label), place(data, path, value), "felt"
        for label, value in bad_values(inner, required):
            yield "%s: %s" % (name, label), place(data, path, value), "vaerdi"
        for label, value in good_values(inner, required):
            yield "%s: %s" % (name, label), place(data, path, value), None


# --------------------------------------------------------------------------
# The cases.
# --------------------------------------------------------------------------

@case("use")
def use(t):
    """Wrong use, refusals, and the shapes of a fresh store."""
    store = Store(t)
    value = store.init()
    t.equal(sorted(value), ["gendannelsesnoegle", "id"], "init gives an id and a recovery key")
    t.ok(isinstance(value.get("gendannelsesnoegle"), str) and value["gendannelsesnoegle"],
         "the recovery key is a text")
    status = store.json("status")
    t.equal(sorted(status), ["antal", "installation", "partnere"], "the shape of status")
    t.equal(status.get("partnere"), [], "a fresh store has no partners")
    t.equal(status.get("antal"), dict.fromkeys(("gemt", "sendt", "modtaget", "afvist",
                                                "tilbageholdt"), 0),
            "a fresh store counts nothing")
    t.ok(value["id"] in json.dumps(status.get("installation")), "status names the installation",
         shorten(status.get("installation")))
    for type_ in t.types:
        t.equal(store.json("list", type_), [], "a fresh store lists no " + type_)
    t.equal(store.json("export", t.path("ud")), [], "there is nothing to export")
    preview = store.json("preview")
    t.equal(sorted(preview), ["pakker", "tilbageholdt"], "the shape of preview")
    t.equal(preview.get("tilbageholdt"), [], "nothing is held back")

    store.refused("init refuses what is in the way", "init", "--role", "leder",
                  "--name", "Lyngkaptajn")
    t.equal(store.json("status"), status, "the store in the way is left as it was")
    busy = t.path("optaget")
    os.mkdir(busy)
    with open(os.path.join(busy, "fremmed.txt"), "w", encoding="utf-8") as file:
        file.write("urørt")
    store.refused("init refuses a folder with something in it", "init", "--role", "leder",
                  "--name", "Lyngkaptajn", folder=busy)
    t.equal(sorted(os.listdir(busy)), ["fremmed.txt"], "that folder is left as it was")
    empty = t.path("tom")
    os.mkdir(empty)
    run = store.run("init", "--role", "buddy", "--name", "Lyngkaptajn", folder=empty)
    t.equal(run.code, 0, "init takes an empty folder, and needs no company")

    new = t.path("ny")
    for label, args in (
            ("a role that is none", ("init", "--role", "myndighed", "--name", "Lyngkaptajn")),
            ("no role", ("init", "--name", "Lyngkaptajn")),
            ("no name", ("init", "--role", "leder")),
            ("a CVR number that fails its check", ("init", "--role", "leder", "--name",
                                                   "Lyngkaptajn", "--cvr", "12345678")),
            ("a CVR number with letters", ("init", "--role", "leder", "--name", "Lyngkaptajn",
                                           "--cvr", "9999992X"))):
        store.refused("wrong use: " + label, *args, code=2, folder=new)
        t.ok(not os.path.exists(new) or not os.listdir(new), "nothing is made by " + label)
    for label, args in (("no verb", ()), ("an unknown verb", ("dans",)),
                        ("an unknown option", ("status", "--dans")),
                        ("list without a type", ("list",)),
                        ("import without a file", ("import",)),
                        ("export without a folder", ("export",)),
                        ("save without a type", ("save",)),
                        ("a limit that is no number", ("list", "kontakt", "--limit", "x"))):
        store.refused("wrong use: " + label, *args, code=2)
    run = store.run("status", json_out=False)
    t.ok(run.code == 0 and run.out.strip(), "status for people", run.code, run.out)

    store.refused("no store there", "status", folder=t.path("ingen"))
    wrong = t.path("forkert.key")
    with open(wrong, "w", encoding="utf-8") as file:
        file.write("en anden opdigtet sætning\n")
    store.refused("another passphrase does not open it", "status", key=wrong)
    store.refused("no passphrase file", "status", key=t.path("findes-ikke.key"), code=(1, 2))
    with open(store.key, "a", encoding="utf-8") as file:
        file.write("en linje mere\n")
    t.equal(store.json("status"), status, "only the first line of the passphrase file counts")


@case("start")
def start(t):
    """The first package: unknown sender, records, shapes of list and status."""
    world = World(t, start=False)
    authority = world.authority
    placement = authority.uuid()
    first = authority.package([
        authority.make("kontakt", kontakt(1, forloebId=placement, ekstra={"a": [1, 2.5, None]},
                                          tal=Raw("1e3"))),
        authority.make("forloeb", forloeb(1, nytFelt="følger med"), placement),
        authority.make("kontakt", kontakt(2)),
        authority.make("etHeltNytSlags", {"hvad": "som helst"})])
    before = world.snapshot()
    world.deliver([first], expect=["afvist:afsender"],
                  what="an unknown sender is refused without a yes")
    world.unchanged(before, "that refusal changes nothing")
    world.deliver([first], accept=True, verb="check", expect=["modtaget"],
                  what="check says what a yes would do")
    world.unchanged(before, "check changes nothing")
    world.deliver([first], accept=True, expect=["modtaget"],
                  what="with a yes it is taken, and an unknown type is ukendt")
    world.agree("the records are there, with fields that are not named")
    world.deliver([first], expect=["kendt"], what="the same file again is kendt")
    world.deliver([first], accept=True, expect=["kendt"], what="and so it is with a yes")

    status = world.status()
    partner = world.partner(status)
    t.equal(sorted(partner), ["epokeInd", "epokeUd", "id", "mangler", "naesteInd", "naesteUd",
                              "navn", "rolle"], "the shape of a partner")
    t.equal([partner.get(name) for name in ("rolle", "navn", "epokeInd", "naesteInd", "mangler")],
            ["myndighed", "Jobcenter Eksempelby", authority.stream.epoch, 2, []],
            "the partner is known, with its epoch and next number")
    t.equal(partner.get("naesteUd"), 1, "the next number out is 1")

    second = authority.package([authority.make("kontakt", kontakt(3))])
    world.deliver([second], expect=["modtaget"], what="the sender is known from then on")
    rows = world.listing("kontakt")
    newest = max(world.mirror.records.values(), key=lambda record: record.stored)
    t.equal(rows[0].get("id"), newest.id, "last stored first")
    t.equal(world.listing("kontakt", "--limit", "1"), rows[:1], "--limit")
    t.equal(world.listing("kontakt", "--limit", "1", "--offset", "1"), rows[1:2], "--offset")
    t.equal(world.listing("kontakt", "--offset", "9"), [], "--offset beyond the end")
    t.equal([row.get("id") for row in world.listing("kontakt", "--placement", placement)
             if row.get("data", {}).get("forloebId") != placement], [],
            "--placement gives nothing of another placement")
    t.ok(any(row.get("data", {}).get("forloebId") == placement
             for row in world.listing("kontakt", "--placement", placement)),
         "--placement gives what belongs to it")
    run = world.store.run("list", "kontakt", json_out=False)
    t.ok(run.code == 0 and run.out.strip(), "a table for people", run.code, run.out)

    out = world.collect("the first export holds one receipt for each package", count=1)
    t.equal([len(root["poster"]) for root in out], [2], "and nothing else")
    empty = authority.package(receipts=False)
    world.deliver([empty], expect=["modtaget"], what="an empty package takes a number")
    world.collect("an empty package gets no receipt", count=0)
    both = authority.package([authority.entry("kvittering", kvittering(OTHER, "0" * 64))],
                             receipts=False)
    world.deliver([both], expect=["modtaget"], what="a package of receipts alone is taken")
    world.collect("and gets no receipt", count=0)


def read_folder(folder):
    found = []
    for name in sorted(os.listdir(folder)):
        if name.endswith(".json"):
            with open(os.path.join(folder, name), "rb") as file:
                found.append(file.read())
    return found


@case("exchange", needs="exchange")
def exchange(t):
    """The packages to start from: in order, reversed and doubled."""
    def fresh(name, packages, role, cvr):
        world = World(t, role, cvr, start=False, name=name)
        world.authorities = {}
        for data in packages:
            # Whoever wrote them gets an authority here that takes receipts.
            root = contract.read_package(data)
            if root["afsender"]["id"] not in world.authorities:
                other = contract.Authority(cvr=root["afsender"]["cvrNummer"], rolle=role)
                other.id = root["afsender"]["id"]
                world.authority = other
                world.authorities[other.id] = other
        return world

    leader = read_folder(t.options.exchange)
    buddy = read_folder(os.path.join(t.options.exchange, "buddy"))
    for name, packages, role, cvr in (("leder", leader, "leder", "99999926"),
                                      ("buddy", buddy, "buddy", "99999934")):
        world = fresh(name, packages, role, cvr)
        before = world.snapshot()
        world.deliver(packages, what="%s: none is taken without a yes" % name)
        world.unchanged(before, "%s: and nothing is changed" % name)
        world.deliver(packages, accept=True, expect=["modtaget"] * len(packages),
                      what="%s: taken in order" % name)
        types = [type_ for type_ in t.types if type_ in contract.AUTHORITY_TYPES]
        world.agree("%s: the records are those of the files" % name, types)
        world.deliver(packages + packages, expect=["kendt"] * 2 * len(packages),
                      what="%s: doubled, they are known" % name)
        world.agree("%s: and nothing is changed by that" % name, types)
        world.collect("%s: the receipts" % name, count=1)

        wrong = fresh(name + "-modtager", packages, "buddy" if role == "leder" else "leder", cvr)
        wrong.deliver(packages, accept=True, what="%s: refused in another role" % name)
        t.equal(wrong.status().get("partnere"), [], "%s: nobody is known by that" % name)

    world = fresh("omvendt", leader, "leder", "99999926")
    world.deliver(leader[::-1], accept=True, what="leder: reversed, the later one waits")
    world.agree("leder: reversed, the records are the same")
    world.collect("leder: reversed, the receipts", count=1)
    world = fresh("dobbelt", leader, "leder", "99999926")
    world.deliver([data for data in leader[::-1] for _ in (1, 2)], accept=True,
                  what="leder: reversed and doubled")
    world.agree("leder: reversed and doubled, the records are the same")


@case("save")
def save(t):
    """Records of this installation, and the faults of their data."""
    world = World(t)
    good = checkin(world.placement)
    value = world.store.json("save", "checkin", stdin=write_json(good).encode("utf-8"))
    t.equal(sorted(value), ["id", "revision"], "save gives id and revision")
    t.equal(value.get("revision"), 1, "the first revision is 1")
    id = value["id"]
    row = [row for row in world.listing("checkin") if row.get("id") == id]
    t.equal(len(row), 1, "the record is listed")
    t.equal([row[0].get(name) for name in ("revision", "ophav", "tilstand", "data")],
            [1, world.id, "gemt", good], "with all that was saved")
    path = t.write(write_json(dict(good, note="Hyldeblomst igen",
                                   privatNote="Brombærdal")).encode("utf-8"))
    value = world.store.json("save", "checkin", "--id", id, path)
    t.equal(value, {"id": id, "revision": 2}, "with --id and a file, the next revision")
    row = world.listing("checkin")[0]
    t.equal(row.get("data", {}).get("privatNote"), "Brombærdal",
            "what is private stands under its own name")
    world.save(checkin(world.placement, note="Hyldeblomst\r\nlinje to"), id=id)
    t.equal(world.listing("checkin")[0].get("data", {}).get("note"), "Hyldeblomst\nlinje to",
            "CR LF becomes LF")
    lean = {name: good[name] for name in ("forloebId", "tidspunkt", "forfatter", "fremmoede",
                                          "loennedeMinutter", "uloennedeMinutter",
                                          "behovForHjaelp")}
    world.save(lean)
    t.equal(world.listing("checkin")[0].get("data"), lean, "optional fields may be left out")

    before = world.snapshot()
    for label, body in (
            ("a required field is missing", place(good, ("forfatter",), Ellipsis)),
            ("a field is of the wrong kind", dict(good, loennedeMinutter="120")),
            ("a field is null", dict(good, note=None)),
            ("a value is out of range", dict(good, trivsel=6)),
            ("more minutes than a day has", dict(good, loennedeMinutter=1441)),
            ("a required text is empty", dict(good, forfatter="")),
            ("a choice that is none", dict(good, fremmoede="sov")),
            ("a day that is none", dict(good, tidspunkt="2026-02-30T10:00:00Z")),
            ("an unknown name", dict(good, vejret="regn")),
            ("an unknown name below", dict(good, puls=dict(good["puls"], mere=1))),
            ("a placement that is unknown", dict(good, forloebId=OTHER)),
            ("a private field of the wrong kind", dict(good, privatNote=7)),
            ("an array", [good]), ("a control character", dict(good, note="a\x07b"))):
        world.store.refused("save refuses: " + label, "save", "checkin",
                            stdin=write_json(body).encode("utf-8"))
    body = write_json(good).encode("utf-8")
    for label, raw in (("nothing", b""), ("a tail", body + b"x"), ("a name twice",
                       body[:-1] + b',"note":"a"}'), ("invalid UTF-8", body[:-2] + b"\xff\"}"),
                       ("a byte order mark", b"\xef\xbb\xbf" + body)):
        world.store.refused("save refuses: " + label, "save", "checkin", stdin=raw)
    world.store.refused("save refuses: an id that is unknown", "save", "checkin", "--id", OTHER,
                        stdin=body)
    world.store.refused("save refuses: an id that is no id", "save", "checkin", "--id", "x",
                        stdin=body, code=(1, 2))
    world.store.refused("save refuses: a type that is the authority's", "save", "kontakt",
                        stdin=write_json(kontakt()).encode("utf-8"))
    world.store.refused("save refuses: a record that is the authority's", "save", "kontakt",
                        "--id", world.contacts[0], stdin=write_json(kontakt()).encode("utf-8"))
    world.store.refused("save refuses: a file that is not there", "save", "checkin",
                        t.path("findes-ikke"))
    world.unchanged(before, "refused saves change nothing")


@case("export")
def export(t):
    """Packing, names, numbers, chain, and the same bytes again."""
    world = World(t)
    one = world.save(checkin(world.placement, privatNote="Brombærdal hemmelig"))
    two = world.save(checkin(world.placement, lilleSejr="Hyldeblomst to"))
    preview = world.store.json("preview")
    packed = [entry for package in preview.get("pakker", []) for entry in package["poster"]]
    t.equal(sorted(entry.get("id") for entry in packed), sorted([one, two]),
            "preview holds both records")
    t.ok("Brombærdal" not in json.dumps(packed, ensure_ascii=False),
         "preview holds no private note")
    t.ok(all(world.authority.id in json.dumps(package.get("modtager"))
             for package in preview["pakker"]), "preview names the recipient", shorten(preview))
    folder = t.path("ud")
    roots = world.collect("the first export", folder=folder, count=1)
    sent = [entry for root in roots for entry in root["poster"]
            if entry["type"] != "kvittering"]
    order = {entry["id"]: entry for entry in sent}
    t.equal({entry["id"]: entry for entry in packed}, order,
            "preview was exactly what was packed, receipts aside")
    t.equal([entry.get("data", {}).get("privatNote") for entry in sent], [None, None],
            "no private note is packed")
    t.equal(world.rows[0].get("loebenummer"), 1, "the first number is 1")
    t.ok(world.authority.id in json.dumps(world.rows[0].get("modtager")),
         "export names the recipient", shorten(world.rows))
    preview = world.store.json("preview")
    t.equal([entry for package in preview.get("pakker", []) for entry in package["poster"]], [],
            "afterwards preview holds nothing")
    partner = world.partner(world.status())
    t.equal([partner.get("epokeUd"), partner.get("naesteUd")], [roots[0]["epoke"], 2],
            "status names the epoch and the next number")

    world.collect("exported again to the same folder: the same bytes", folder=folder, count=0)
    t.equal(len(os.listdir(folder)), 1, "and no further file")
    world.collect("exported to another folder: the same bytes", count=0)
    world.save(checkin(world.placement, lilleSejr="Hyldeblomst to, rettet"), id=two)
    world.save(checkin(world.placement, lilleSejr="Hyldeblomst to, rettet igen"), id=two)
    roots = world.collect("a correction", count=1)
    t.equal([(entry["id"], entry["revision"]) for entry in roots[0]["poster"]], [(two, 3)],
            "is one entry: the newest revision alone, in a later package")
    t.equal([row.get("loebenummer") for row in world.rows], [1, 2],
            "and what is not received is written again")

    os.makedirs(t.path("optaget"))
    name = os.path.basename(str(world.rows[1]["fil"]))
    with open(os.path.join(t.path("optaget"), name), "w", encoding="utf-8") as file:
        file.write("andre bytes")
    world.store.refused("a file of that name with other bytes is refused", "export",
                        t.path("optaget"))
    with open(os.path.join(t.path("optaget"), name), encoding="utf-8") as file:
        t.equal(file.read(), "andre bytes", "and is left untouched")
    world.store.refused("a folder that is a file is refused", "export",
                        t.write(b"ingen mappe"))

    world.deliver([world.authority.package()], expect=["modtaget"], what="receipts for both")
    t.equal(world.store.json("export", t.path("intet")), [],
            "when all is received there is nothing to write")
    world.collect("--from 1 writes all, with the same bytes", start=1, count=0)
    t.equal([row.get("loebenummer") for row in world.rows], [1, 2], "both of them")
    world.collect("--from 2", start=2, count=0)
    t.equal([row.get("loebenummer") for row in world.rows], [2], "writes the second alone")
    leaked = [name for root, _, files in os.walk(t.folder) for name in files
              if name.startswith("makker-") and b"hemmelig" in
              open(os.path.join(root, name), "rb").read()]
    t.equal(leaked, [], "no exported file holds a private note")
    world.store.refused("--from 0 is wrong use", "export", t.path("nul"), "--from", "0",
                        code=(1, 2))


def counts(world, what):
    """The counts of status are those of the listed check-ins, receipts aside."""
    states = list(world.states().values())
    antal = world.status().get("antal", {})
    problems = []
    for name in ("gemt", "sendt", "modtaget", "afvist", "tilbageholdt"):
        extra = antal.get(name, -1) - states.count(name)
        if not 0 <= extra <= (world.receipts if name in ("gemt", "sendt", "modtaget") else 0):
            problems.append("%s: %s in status, %s in list" % (name, antal.get(name),
                                                             states.count(name)))
    world.test.none(problems, what)


@case("receipts")
def receipts(t):
    """gemt, sendt, modtaget, afvist: what receipts do and what they don't."""
    world = World(t)
    authority = world.authority

    def tell(root, status, digest=None, what=None, **more):
        data = world.seen[(authority.id, root["epoke"], root["loebenummer"])]
        entry = authority.entry("kvittering", kvittering(
            root["pakkeId"], digest or sha256(data), status, **more))
        world.deliver([authority.package([entry], receipts=False)], expect=["modtaget"],
                      what=what or "a receipt %s is taken" % status)

    def refused(id, revision=1):
        return [{"id": id, "revision": revision, "kode": "vaerdi", "grund": "Uden for."}]

    a = world.save(checkin(world.placement))
    world.expect_states({a: "gemt"}, "saved: gemt")
    counts(world, "status counts gemt")
    first = world.collect("number 1", count=1)[0]
    authority.receipts()
    world.expect_states({a: "sendt"}, "exported: sendt")
    counts(world, "status counts sendt")

    tell(first, "modtaget", digest="0" * 64, what="a receipt for other bytes is taken")
    world.expect_states({a: "sendt"}, "and changes nothing")
    entry = authority.entry("kvittering", kvittering(OTHER, sha256(b"x")))
    own = authority.entry("kvittering", kvittering(
        contract.read_package(world.first)["pakkeId"], sha256(world.first)))
    crossed = authority.entry("kvittering", kvittering(
        OTHER, sha256(world.seen[(authority.id, first["epoke"], 1)])))
    world.deliver([authority.package([entry, own, crossed], receipts=False)],
                  expect=["modtaget"],
                  what="receipts for unknown packages and the sender's own are taken")
    world.expect_states({a: "sendt"}, "and change nothing either")

    tell(first, "afvist", kode="felt", grund="Et felt mangler.")
    world.expect_states({a: "afvist"}, "afvist: its entries show it")
    counts(world, "status counts afvist")
    world.collect("a package that was refused is written again", count=0)
    t.equal([row.get("loebenummer") for row in world.rows], [1], "with its number")
    b = world.save(checkin(world.placement, note="Hyldeblomst b"))
    c = world.save(checkin(world.placement, note="Hyldeblomst c"))
    second = world.collect("number 2", count=1)[0]
    authority.receipts()
    world.expect_states({a: "afvist", b: "sendt", c: "sendt"}, "the next goes its own way")
    tell(first, "modtaget", what="a later receipt modtaget is taken")
    world.expect_states({a: "modtaget", b: "sendt"}, "and counts: of two the later one")
    tell(first, "afvist", kode="felt", grund="Alligevel ikke.")
    world.expect_states({a: "modtaget"}, "modtaget is final")

    tell(second, "delvist", poster=refused(b))
    world.expect_states({a: "modtaget", b: "afvist", c: "modtaget"},
                        "delvist: the refused entry is afvist, the other modtaget")
    counts(world, "status counts them")
    tell(second, "modtaget", what="a receipt after delvist is taken")
    world.expect_states({b: "afvist", c: "modtaget"}, "delvist is final")
    t.equal(world.store.json("export", t.path("intet")), [], "both packages are received")

    world.save(checkin(world.placement, note="Hyldeblomst b rettet"), id=b)
    world.expect_states({b: "gemt"}, "a corrected revision is gemt")
    third = world.collect("number 3", count=1)[0]
    t.equal([(e["id"], e["revision"]) for e in third["poster"]], [(b, 2)],
            "and goes in a later package")
    world.save(checkin(world.placement, note="Hyldeblomst b rettet igen"), id=b)
    authority.receipts()
    tell(third, "modtaget")
    world.expect_states({b: "gemt"}, "a receipt for an older revision leaves the newest gemt")
    d = world.save(checkin(world.placement, note="Hyldeblomst d"))
    fourth = world.collect("number 4", count=1)[0]
    e = world.save(checkin(world.placement, note="Hyldeblomst e"))
    fifth = world.collect("number 5", count=1)[0]
    f = world.save(checkin(world.placement, note="Hyldeblomst f"))
    sixth = world.collect("number 6", count=1)[0]
    authority.receipts()
    tell(fourth, "afvist", kode="kaede", grund="Forkert.")
    world.expect_states({b: "afvist", d: "afvist", e: "sendt", f: "sendt"}, "number 4 is refused")
    tell(fifth, "delvist", poster=refused(e))
    world.expect_states({b: "modtaget", d: "modtaget", e: "afvist", f: "sendt"},
                        "a receipt for number 5 stands for all lower numbers")
    tell(sixth, "delvist", poster=[{"id": OTHER, "revision": 1, "kode": "felt", "grund": "x"},
                                   {"id": f, "revision": 7, "kode": "felt", "grund": "x"}],
         what="a receipt with entries that were not in the package is taken")
    world.agree("the records from outside are as they were")
    rows = world.listing("kvittering")
    told = {row.get("id") for row in rows}
    sent = {id for id, record in world.mirror.records.items() if record.type == "kvittering"}
    t.ok(sent <= told, "receipts that were taken are shown by list",
         "missing: %s" % sorted(sent - told))


@case("round trip")
def round_trip(t):
    """Several rounds with the authority's own receipts, as it is every day."""
    world = World(t)
    ids = []
    for number in range(4):
        ids.append(world.save(checkin(world.placement, note="Hyldeblomst %d" % number),
                              by_file=True))
        if number:
            world.save(checkin(world.placement, note="Hyldeblomst rettet %d" % number),
                       id=ids[number - 1])
        world.collect("round %d: out" % number, count=1)
        world.deliver([world.authority.package(
            [world.authority.revise(world.contacts[0], kontakt(number, navn="Sølvmåge ny"))])],
            expect=["modtaget"], what="round %d: back" % number)
    world.expect_states(dict.fromkeys(ids, "modtaget"), "all is received")
    counts(world, "and counted so")
    mine = {id: record.data for id, record in world.authority.records.items()
            if record.type == "checkin"}
    listed = {row.get("id"): row.get("data") for row in world.listing("checkin")}
    t.equal(listed, mine, "the authority has the same records as the workplace")
    world.agree("and the workplace those of the authority")
    partner = world.partner(world.status())
    t.equal([partner.get("naesteUd"), partner.get("naesteInd")],
            [5, world.authority.stream.next_number()], "the numbers go on")


def with_text(draft, old, new):
    """The bytes of a package with a piece of its text replaced, once."""
    text = write_json(draft)
    if old not in text:
        raise AssertionError("nothing to replace: " + old)
    return text.replace(old, new, 1).encode("utf-8")


def byte_faults(world):
    """Label and bytes of everything that can't be read (`laesning`)."""
    authority = world.authority

    def draft(**more):
        entry = authority.entry("kontakt", dict(kontakt(), **more))
        return authority.next_draft([entry])

    good = draft()
    body = encode(good)
    yield "an empty file", b""
    yield "white space alone", b" \n\t\r\n"
    yield "a byte order mark", b"\xef\xbb\xbf" + body
    yield "UTF-16", write_json(good).encode("utf-16")
    yield "a letter after the value", body + b"x"
    yield "a second value", body + body
    yield "NUL after the value", body + b"\x00"
    yield "a comma after the value", body.rstrip() + b","
    yield "no-break space after the value", body + b"\xc2\xa0"
    yield "a vertical tab before the value", b"\x0b" + body
    yield "cut off", body[:len(body) // 2]
    yield "cut off by one", body.rstrip()[:-1]
    yield "plain text", "Hej fra kommunen".encode()
    for word in ("NaN", "Infinity", "-Infinity", "nan", "True", "None", "01", "+1", ".5", "1.",
                 "-", "1e", "1e+", "0x10", "1_000", "--1", "'x'", "undefined", "-01", "1.e3",
                 "\u0661"):
        yield "the value %s" % word, encode(draft(ekstra=Raw(word)))
    for number in ("9007199254740993", "-9007199254740993", "18446744073709551616",
                   "123456789012345678901234567890", "1e400", "-1e400", "1.8e308",
                   "1" + "0" * 400 + ".0"):
        yield "the number %s" % number[:40], encode(draft(ekstra=Raw(number)))
    yield "a great integer in the head", encode(dict(good, ekstra=Raw("9007199254740993")))
    yield "a great integer as loebenummer", encode(dict(good, loebenummer=Raw("9007199254740993")))
    for label, raw in (("a lone high surrogate", '"\\ud800"'),
                       ("a lone low surrogate", '"\\udc00"'),
                       ("surrogates in wrong order", '"\\udc00\\ud800"'),
                       ("a high surrogate before a letter", '"\\ud800x"'),
                       ("a high surrogate before another escape", '"\\ud83d\\n"'),
                       ("a high surrogate before an ordinary unit", '"\\ud83d\\u0041"'),
                       ("two high surrogates", '"\\ud83d\\ud83d\\ude00"'),
                       ("an escaped NUL", '"a\\u0000b"'),
                       ("a bare NUL", '"a\x00b"'), ("a bare line feed", '"a\nb"'),
                       ("a bare tab", '"a\tb"'), ("a bare unit separator", '"a\x1fb"'),
                       ("a bad escape", '"\\x41"'), ("a short unit", '"\\u12"'),
                       ("a bad unit", '"\\u12g4"'), ("a signed unit", '"\\u+123"'),
                       ("a capital unit", '"\\U0041"'),
                       ("an unended string", '"abc'), ("a trailing comma", "[1,]"),
                       ("a leading comma", "[,1]"), ("no comma", "[1 2]"),
                       ("a trailing comma in an object", '{"a":1,}'),
                       ("a name without quotes", "{a:1}"), ("no colon", '{"a" 1}'),
                       ("a number as name", "{1:1}"), ("a comment", "/* x */ 1"),
                       ("a line comment", "1 // x\n"), ("wrong brackets", "[1}"),
                       ("a name twice", '{"a":1,"a":1}'),
                       ("a name twice by escape", '{"a":1,"\\u0061":2}'),
                       ("a name twice, empty", '{"":1,"":1}'),
                       ("an escaped NUL in a name", '{"a\\u0000":1}'),
                       ("a lone surrogate in a name", '{"\\ud800":1}')):
        yield label, encode(draft(ekstra=Raw(raw)))
    yield "a name twice in the head", encode(Pairs(list(good.items()) + [("antal", 1)]))
    yield "a name twice in an entry", encode(dict(good, poster=[
        Pairs(list(good["poster"][0].items()) + [("revision", 1)])]))
    yield "a name twice in data", encode(dict(good, poster=[dict(
        good["poster"][0], data=Pairs(list(kontakt().items()) + [("navn", "Sølvmåge")]))]))
    for label, raw in (("a bad byte", b"\xff"), ("an overlong form", b"\xc0\xaf"),
                       ("an overlong NUL", b"\xc0\x80"), ("a surrogate in UTF-8", b"\xed\xa0\x80"),
                       ("a pair of surrogates in UTF-8", b"\xed\xa0\xbd\xed\xb8\x80"),
                       ("beyond Unicode", b"\xf4\x90\x80\x80"), ("a cut sequence", b"\xe2\x82"),
                       ("a lone continuation", b"\x80"), ("ISO 8859-1", b"S\xf8lv"),
                       ("five bytes", b"\xf8\x88\x80\x80\x80")):
        yield label, encode(draft(ekstra="HER")).replace(b"HER", raw)
    # The package is depth 1, its entries 2 and 3, and data 4.
    yield "arrays of depth 33", encode(draft(ekstra=Raw("[" * 29 + "]" * 29)))
    yield "objects of depth 33", encode(draft(ekstra=Raw('{"a":' * 28 + "{}" + "}" * 28)))
    yield "depth 33 in the head", encode(dict(good, ekstra=Raw("[" * 32 + "]" * 32)))
    yield "very deep", b"[" * 200000
    yield "very deep objects", b'{"a":' * 200000
    yield "more than 8 MiB", body + b" " * (contract.MAX_BYTES - len(body) + 1)
    yield "5,001 entries", encode(authority.next_draft(
        [{"type": "x", "id": "%08d-0000-4000-8000-000000000000" % number, "revision": 1,
          "handling": "slet", "aendret": "2026-11-16T09:00:00Z"} for number in range(5001)]))
    for label, value in (("an array", [good]), ("a text", "makker"), ("null", None),
                         ("a number", 1), ("an empty object", {})):
        yield "instead of an object: " + label, encode(value)
    yield "format missing", encode(place(good, ("format",), Ellipsis))
    for label, value in (("another", "makker"), ("null", None), ("a number", 1),
                         ("other case", "Makker-Udveksling"), ("a tail", "makker-udveksling ")):
        yield "format: " + label, encode(dict(good, format=value))
    yield "another format of a later version", encode(dict(good, format="x", version=2))


@case("laesning")
def laesning(t):
    """Section 2, bytes: what can't be read is refused, without a receipt."""
    world = World(t)
    world.collect("the receipt for the start", quiet=True)
    before = world.snapshot()
    faults = list(byte_faults(world))
    rows = many(world, faults, "afvist:laesning")
    t.ok(all("pakkeId" not in row or contract.UUID.form(row["pakkeId"]) for row in rows),
         "what is not known is left out")
    world.unchanged(before, "what can't be read changes nothing")
    world.collect("and gets no receipt", count=0)
    world.deliver([world.authority.package([world.authority.make("kontakt", kontakt(5))])],
                  expect=["modtaget"], what="the number is still free")


def many(world, faults, expected, verb="import", accept=False):
    """Give many files in one call, and report each by its label."""
    t = world.test
    paths = [t.write(data) for _, data in faults]
    if verb == "import":
        results = [world.mirror.take(data, accept) for _, data in faults]
    else:
        results = [[world.mirror.check(data, accept)] for _, data in faults]
    world.receipts += len(faults)
    rows = world.store.json(verb, *paths, *(["--accept"] if accept else []), code=(0, 1))
    if not isinstance(rows, list) or len(rows) < len(paths):
        t.ok(False, "one row for each file", "found: " + shorten(rows))
        raise Broken()
    for (label, _), result, row, path in zip(faults, results, rows, paths):
        wish = expected if isinstance(expected, str) else expected[label]
        if result[0].brief() != wish:
            raise AssertionError("the judge says %s and the test %s of: %s"
                                 % (result[0].brief(), wish, label))
        problems = compare_result(label, row, result[0])
        if row.get("fil") != path:
            problems.append("fil is %s" % shorten(row.get("fil")))
        t.none(problems, "%s is %s" % (label, wish))
    return rows


@case("readable")
def readable(t):
    """Section 2, bytes: what looks odd but must be taken, judged by check."""
    world = World(t)
    authority = world.authority

    def draft(**more):
        return authority.next_draft([authority.entry("kontakt", dict(kontakt(), **more))])

    good = draft()
    body = encode(good)
    files = [
        ("the plain one", body),
        ("white space of every kind", b" \n\r\n\t" + body.replace(b":", b" :\r\n\t ") + b"\r\n"
         if b"07:30" not in body else b" \n\r\n\t" + body.replace(b'":', b'" :\r\n\t ') + b"\r\n"),
        ("the keys in reverse", encode(Pairs(reversed(list(good.items()))))),
        ("escaped names", with_text(good, '"antal"', '"\\u0061nt\\u0061l"')),
        ("escaped text", with_text(good, "makker-udveksling", "\\u006dakker\\u002Dudveksling")),
        ("escaped solidus and quotes", encode(draft(ekstra=Raw('"\\/\\"\\\\\\b\\f\\n\\r\\t"')))),
        ("a pair of surrogates", encode(draft(beskrivelse=Raw('"\\ud83d\\ude00"')))),
        ("the last pair of surrogates", encode(draft(beskrivelse=Raw('"\\udbff\\udfff"')))),
        ("noncharacters", encode(draft(beskrivelse="a\uffff\ufffe\U0010ffffb"))),
        ("controls in a field that is not named", encode(draft(ekstra="a\x7f\x85\x07b"))),
        ("null in a field that is not named", encode(draft(ekstra=None))),
        ("an empty name", encode(draft(**{"": 1}))),
        ("names that differ by case", encode(draft(ekstra={"a": 1, "A": 2}))),
        ("the integers at the limit", encode(draft(ekstra=[9007199254740992,
                                                           -9007199254740992]))),
        ("the doubles at the limit", encode(draft(ekstra=[Raw("1.7976931348623157e308"),
                                                          Raw("-1.7976931348623157E+308"),
                                                          Raw("5e-324"), Raw("-0.0")]))),
        ("great numbers with fraction or exponent", encode(draft(
            ekstra=[Raw("1e16"), Raw("12345678901234567890.5"), Raw("0.1"), Raw("1E0")]))),
        ("arrays of depth 32", encode(draft(ekstra=Raw("[" * 28 + "]" * 28)))),
        ("objects of depth 32", encode(draft(ekstra=Raw('{"a":' * 27 + "{}" + "}" * 27)))),
        ("brackets within a text", encode(draft(ekstra="[" * 100))),
        ("exactly 8 MiB", body + b" " * (contract.MAX_BYTES - len(body))),
        ("minus nought as a count", encode(authority.next_draft([], antal=Raw("-0")))),
        ("fields that are not named everywhere", encode(dict(
            draft(), nyt=1, afsender=dict(authority.party(), nyt=[1]),
            modtager=dict(authority.receiver, nyt={}),
            poster=[dict(good["poster"][0], nyt="x", data=kontakt(
                aabningstider=[{"dage": [], "fra": "00:00", "til": "00:00", "nyt": 1}]))]))),
        ("no CVR number of the receiver", encode(authority.next_draft(
            [], modtager={"rolle": "leder", "navn": "En butik"}))),
        ("P numbers of any text", encode(authority.next_draft(
            [], afsender=dict(authority.party(), pNummer="?")))),
        ("the id of the receiver", encode(authority.next_draft(
            [], modtager=dict(authority.receiver, id=world.id)))),
        ("another name of the sender", encode(authority.next_draft(
            [], afsender=dict(authority.party(), navn="Et nyt navn", cvrNummer="1")))),
        ("another name of the receiver", encode(authority.next_draft(
            [], modtager=dict(authority.receiver, navn="Et andet navn")))),
        ("uuids of other versions", encode(authority.next_draft(
            [], pakkeId="018f0000-0000-7000-8000-000000000001"))),
        ("5,000 entries", encode(authority.next_draft(
            [{"type": "x", "id": "%08d-0000-4000-8000-000000000000" % number, "revision": 1,
              "handling": "gem", "aendret": "2026-11-16T09:00:00Z", "data": {}}
             for number in range(5000)]))),
    ]
    before = world.snapshot()
    many(world, files, "modtaget", verb="check")
    world.unchanged(before, "check changes nothing")
    far = authority.craft([], loebenummer=contract.MAX_INTEGER)
    world.deliver([far], verb="check", expect=["venter"],
                  what="the greatest number waits, with 100 missing ones named")


@case("felt")
def felt(t):
    """Section 3: each field of the package missing, of the wrong kind, out of range."""
    world = World(t)
    authority = world.authority
    world.collect("the receipt for the start", quiet=True)
    loose, faults = set(), []

    def add(label, spoil):
        root = authority.next_draft([authority.entry("kontakt", kontakt())])
        root = spoil(root)
        faults.append((label, encode(root)))
        if label.startswith("afsender"):
            loose.add(root.get("pakkeId") if isinstance(root.get("pakkeId"), str) else None)

    add("version missing", lambda root: place(root, ("version",), Ellipsis))
    for label, value in list(wrong_kinds(contract.ORDINAL)) + [("0", 0), ("-1", -1),
                                                               ("1.0", Raw("1.0"))]:
        add("version: " + label, lambda root, v=value: dict(root, version=v))
    full = contract.Part({
        "pakkeId": contract.UUID, "afsender": contract.PARTY, "modtager": contract.RECEIVER,
        "epoke": contract.UUID, "afloeser?": contract.List(contract.UUID),
        "loebenummer": contract.ORDINAL, "oprettet": contract.DATETIME,
        "antal": contract.COUNT})
    for path, kind, required in paths_of(full, {}):
        name = ".".join(map(str, path))
        if required and not isinstance(path[-1], int):
            add(name + " missing", lambda root, p=path: place(root, p, Ellipsis))
        for label, value in list(wrong_kinds(kind)) + list(bad_values(kind, required)):
            def spoil(root, path=path, value=value):
                root = dict(root, afloeser=[OTHER])
                return place(root, path, value)
            add("%s: %s" % (name, label), spoil)
    add("antal: one too many", lambda root: dict(root, antal=2))
    add("antal: one too few", lambda root: dict(root, antal=0))
    add("forrigeSha256 missing", lambda root: place(root, ("forrigeSha256",), Ellipsis))
    for label, value in wrong_kinds(contract.SHA256):
        if value is not None:
            add("forrigeSha256: " + label, lambda root, v=value: dict(root, forrigeSha256=v))
    add("poster missing", lambda root: place(root, ("poster",), Ellipsis))
    for label, value in (("null", None), ("an object", {}), ("a text", "x"), ("a number", 1)):
        add("poster: " + label, lambda root, v=value: dict(root, poster=v))
    for label, value in (("null", None), ("a text", "x"), ("an array", []), ("a number", 1)):
        add("an entry: " + label, lambda root, v=value: dict(root, poster=[v]))
    for name, kind in (("type", contract.TEXT), ("id", contract.UUID),
                       ("revision", contract.ORDINAL)):
        add("an entry without " + name,
            lambda root, n=name: place(root, ("poster", 0, n), Ellipsis))
        for label, value in list(wrong_kinds(kind)) + list(bad_values(kind, True)):
            add("an entry with %s: %s" % (name, label),
                lambda root, n=name, v=value: place(root, ("poster", 0, n), v))

    def twice(root, type_="kontakt"):
        extra = dict(root["poster"][0], type=type_)
        return dict(root, poster=root["poster"] + [extra], antal=2)
    add("an id twice", twice)
    add("an id twice, of other types", lambda root: twice(root, "forloeb"))
    add("an id twice, of an unknown type", lambda root: twice(root, "nyt"))

    before = world.snapshot()
    many(world, faults, "afvist:felt")
    world.unchanged(before, "nothing is changed by them")
    world.collect("each gets its receipt afvist", count=1, loose=loose)
    many(world, faults[:5], "afvist:felt")
    world.collect("the same refusal is told once", count=0, loose=loose)

    for label, value in (("2", 2), ("999", 999), ("the greatest", contract.MAX_INTEGER)):
        root = authority.next_draft([], version=value)
        rows = world.deliver([encode(root)], expect=["afvist:version"],
                             what="version %s is refused as such" % label)
    t.ok("pdat" in str(rows[0].get("grund", "")), "and the message asks for an update",
         shorten(rows))
    bare = encode({"format": contract.FORMAT, "version": 2, "nyt": True})
    world.deliver([bare], expect=["afvist:version"], what="even when it has nothing else")
    world.collect("version is told to a known sender", count=1)
    world.deliver([authority.package([authority.make("kontakt", kontakt(5))])],
                  expect=["modtaget"], what="the number is still free")


@case("afsender")
def afsender(t):
    """Step 2: the sender and the receiver."""
    world = World(t)
    authority = world.authority
    world.collect("the receipt for the start", quiet=True)
    before = world.snapshot()
    stranger = contract.Authority("Jobcenter Anderledesby", "99999942", seed=77)
    own = authority.craft([], afsender=dict(authority.party(), id=world.id))
    rolle = authority.craft([], afsender=dict(authority.party(), rolle="leder"))
    world.deliver([stranger.craft()], expect=["afvist:afsender"], what="an unknown sender")
    world.deliver([own], expect=["afvist:afsender"], what="the installation's own id")
    world.deliver([own], accept=True, expect=["afvist:afsender"], what="even with a yes")
    world.deliver([rolle], expect=["afvist:afsender"], what="a known id in another role")
    world.deliver([rolle], accept=True, expect=["afvist:afsender"], what="and with a yes")
    receiver = {name: value for name, value in authority.receiver.items() if name != "id"}
    for label, change in (("another role", dict(receiver, rolle="buddy")),
                          ("the role of an authority", dict(receiver, rolle="myndighed")),
                          ("another CVR number", dict(receiver, cvrNummer="99999934")),
                          ("another id", dict(receiver, id=OTHER)),
                          ("another id, all else right", dict(receiver, id=authority.id))):
        data = authority.craft([], modtager=change)
        world.deliver([data], expect=["afvist:modtager"], what="modtager: " + label)
        if label == "another id":
            world.deliver([data], accept=True, expect=["afvist:modtager"],
                          what="modtager: and no yes helps")
    misled = stranger.craft([], modtager=dict(stranger.receiver, id=OTHER))
    world.deliver([misled], accept=True, expect=["afvist:modtager"],
                  what="an unknown sender with a yes, but for someone else")
    world.deliver([stranger.craft()], expect=["afvist:afsender"],
                  what="is not known by a package that was refused")
    world.unchanged(before, "nothing is changed by any of it")
    world.collect("receipts go to the known sender alone", count=1)
    world.deliver([authority.package([authority.make("kontakt", kontakt(5))])],
                  expect=["modtaget"], what="the number is still free")

    bare = World(t, cvr=None, name="uden-cvr", start=False)
    bare.authority.receiver["cvrNummer"] = "99999926"
    bare.deliver([bare.authority.craft()], accept=True, expect=["modtaget"],
                 what="without a CVR number of its own, any will do")


@case("kendt")
def kendt(t):
    """Step 3: known packages, and numbers and ids used again."""
    world = World(t)
    authority = world.authority
    root = contract.read_package(world.first)
    second = authority.package([authority.make("kontakt", kontakt(5))])
    world.deliver([second, second], expect=["modtaget", "kendt"], what="twice in one call")
    before = world.snapshot()
    respaced = json.dumps(root, ensure_ascii=False, indent=1).encode("utf-8")
    world.deliver([respaced], expect=["afvist:genbrug"],
                  what="the same id and content in other bytes is genbrug")
    other = authority.craft([], loebenummer=1, forrigeSha256=None)
    world.deliver([other], expect=["afvist:genbrug"], what="a number that is taken is genbrug")
    third = authority.craft([], pakkeId=root["pakkeId"])
    world.deliver([third], expect=["afvist:genbrug"], what="a taken id with a free number too")
    far = authority.craft([], pakkeId=root["pakkeId"], loebenummer=9)
    world.deliver([far], accept=True, expect=["afvist:genbrug"],
                  what="before a gap is looked at, and with a yes")
    world.deliver([world.first, second], expect=["kendt", "kendt"], what="the known stay known")
    world.unchanged(before, "nothing is changed by any of it")
    world.collect("the receipts: one for each package, one for each refusal", count=1)
    world.deliver([world.first, respaced, other], expect=["kendt", "afvist:genbrug",
                                                         "afvist:genbrug"],
                  what="all of it again")
    world.collect("no receipt comes twice", count=0)


@case("venter")
def venter(t):
    """Step 5: gaps, and what is released when they close."""
    world = World(t, start=False)
    authority = world.authority
    packages = [authority.package([authority.make("forloeb", forloeb())])]
    packages += [authority.package([authority.make("kontakt", kontakt(number))])
                 for number in range(2, 7)]
    one, two, three, four, five, six = packages
    world.deliver([two], accept=True, expect=["venter"], what="number 2 first: it waits")
    t.equal(world.listing("kontakt"), [], "and nothing of it is taken")
    partner = world.partner(world.status())
    t.equal(partner.get("mangler"), [1], "status names what is missing")
    world.collect("nothing is packed for what waits", count=0)
    world.deliver([one], expect=["modtaget"], released=["modtaget"],
                  what="its sender is known by it; number 1 releases it")
    world.deliver([five], expect=["venter"], what="number 5 waits for 3 and 4")
    world.deliver([five], expect=["venter"], what="and again")
    world.deliver([four], expect=["venter"], what="number 4 waits for 3")
    t.equal(world.partner(world.status()).get("mangler"), [3], "status: 3 is missing")
    before = world.snapshot()
    world.deliver([six], verb="check", expect=["venter"],
                  what="for number 6, those that wait are not missing")
    world.deliver([three], verb="check", expect=["modtaget"], what="check of number 3")
    world.unchanged(before, "check changes nothing")
    world.collect("receipts for what was taken, none for what waits", count=1)
    world.deliver([three, six], expect=["modtaget", "modtaget"],
                  released=["modtaget", "modtaget"],
                  what="number 3 releases 4 and 5 in order, after the files as given")
    world.agree("all of it is there")
    world.collect("and its receipts", count=1)
    t.equal(world.partner(world.status()).get("mangler"), [], "nothing is missing any more")

    # What waits blocks no number and is judged when its turn comes.
    fork = authority.next_draft([authority.entry("kontakt", kontakt(50))])
    seven = authority.package([authority.make("kontakt", kontakt(7))])
    bad = authority.craft([authority.entry("kontakt", kontakt(51))],
                          forrigeSha256="0" * 64)
    eight = authority.package([authority.make("kontakt", kontakt(8))])
    nine = authority.package([authority.make("kontakt", kontakt(9))])
    world.deliver([bad, nine], expect=["venter", "venter"],
                  what="a number 8 with a broken chain waits, and number 9")
    rows = world.deliver([seven], expect=["modtaget"], released=["afvist:kaede"],
                         what="when its turn comes the broken one is refused")
    world.deliver([eight], expect=["modtaget"], released=["modtaget"],
                  what="the right one is taken, and releases the next")
    world.deliver([encode(fork)], expect=["afvist:genbrug"], what="another number 7 is late")
    world.agree("nothing of the refused one is taken")
    world.collect("the receipts of all that", count=1)

    # Two packages with one number wait side by side.
    ten = authority.package([authority.make("kontakt", kontakt(10))])
    rival = authority.craft([authority.entry("kontakt", kontakt(52))],
                            forrigeSha256="1" * 64)
    eleven = authority.package([authority.make("kontakt", kontakt(11))])
    world.deliver([eleven, rival], expect=["venter", "venter"],
                  what="two packages with the number 11 wait")
    rows, problems = world.deliver([ten], expect=["modtaget"], quiet=True)
    briefs = sorted("%s:%s" % (row.get("status"), row.get("kode", "-")) for row in rows)
    t.ok(briefs in (["afvist:genbrug", "modtaget:-", "modtaget:-"],
                    ["afvist:kaede", "modtaget:-", "modtaget:-"]),
         "number 10 releases the right one and refuses the other", briefs, *problems)
    world.agree("the right one is there")
    gone = world.mirror.due
    loose = {data["pakkeId"] for rows in gone.values() for data in rows
             if data["status"] == "afvist"}
    world.collect("the receipts", count=1, loose=loose)
    t.equal(world.partner(world.status()).get("naesteInd"), 12, "the next number is 12")


@case("kaede")
def kaede(t):
    """Step 5: the chain."""
    world = World(t, start=False)
    authority = world.authority
    start_with = authority.craft([], forrigeSha256="0" * 64)
    world.deliver([start_with], accept=True, expect=["afvist:kaede"],
                  what="number 1 with a hash is refused")
    t.equal(world.status().get("partnere"), [], "its sender is not known by it")
    world.start()
    before = world.snapshot()
    for label, value in (("another hash", "0" * 64), ("null", None),
                         ("the hash of respaced bytes", sha256(world.first + b"\n"))):
        world.deliver([authority.craft([authority.entry("kontakt", kontakt())],
                                       forrigeSha256=value)],
                      expect=["afvist:kaede"], what="number 2 with %s is refused" % label)
    world.deliver([authority.craft([], forrigeSha256="2" * 64)], accept=True,
                  expect=["afvist:kaede"], what="no yes helps")
    world.unchanged(before, "nothing is changed")
    world.collect("the receipts", count=1)
    world.deliver([authority.package([authority.make("kontakt", kontakt(5))])],
                  expect=["modtaget"], what="the right one is taken")


@case("epoke")
def epoke(t):
    """Step 4 and section 6: epochs of the sender."""
    world = World(t, contacts=3)
    authority = world.authority
    old = authority.stream
    a, b, c = world.contacts
    two = authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge gammel"), step=4),
                             authority.make("kontakt", kontakt(9))])
    three = authority.package([authority.make("kontakt", kontakt(10))])
    four = authority.package([authority.make("kontakt", kontakt(11))])
    authority.package()
    six = authority.package([authority.make("kontakt", kontakt(12))])
    late = authority.craft([], loebenummer=5, forrigeSha256=sha256(four))
    world.deliver([two, four], expect=["modtaget", "venter"], what="the old epoch, with a gap")

    new = authority.restart(replaces=[])
    lone = authority.craft([authority.entry("kontakt", kontakt(60))])
    before = world.snapshot()
    world.deliver([lone], expect=["afvist:epoke"],
                  what="number 1 of an unknown epoch that names none is refused")
    world.deliver([authority.craft([], afloeser=[OTHER])], expect=["afvist:epoke"],
                  what="and one that names another than the present")
    world.unchanged(before, "nothing is changed by them")
    world.collect("the receipt names the present epoch", count=1)

    new.replaces = [old.epoch]
    authority.versions[a] = ["kontakt", 1, kontakt(1, navn="Sølvmåge genskabt")]
    first = authority.package([authority.entry("kontakt", kontakt(1, navn="Sølvmåge genskabt"),
                                               a, 1),
                               authority.entry("kontakt", None, b, 1),
                               authority.entry("kontakt", kontakt(2), c, 1)],
                              receipts=False)
    second = authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge ny"))])
    world.deliver([second], expect=["venter"], what="a later package of the new epoch waits")
    world.deliver([three], expect=["modtaget"], released=["modtaget"],
                  what="and the old epoch goes on")
    world.deliver([six], expect=["venter"], what="with another gap")
    world.deliver([first], expect=["modtaget"], released=["modtaget"],
                  what="number 1 that names the present epoch begins the new one")
    partner = world.partner(world.status())
    t.equal([partner.get("epokeInd"), partner.get("naesteInd"), partner.get("mangler")],
            [new.epoch, 3, []], "status: the new epoch, and nothing missing")
    world.agree("the newer epoch replaces whatever the revisions; the rest stays")
    world.deliver([late], expect=["afvist:epoke"], what="a package of the old epoch is refused")
    world.deliver([six], accept=True, expect=["afvist:epoke"],
                  what="and so is the one that waited, even with a yes")
    world.deliver([world.first, two, three], expect=["kendt"] * 3,
                  what="what was taken in it stays known")
    other = encode(authority.draft(old, dict(authority.receiver), [], loebenummer=2,
                                   pakkeId=authority.uuid()))
    world.deliver([other], expect=["afvist:genbrug"], what="and its numbers taken")
    world.collect("the receipts", count=1)

    authority.restart(replaces=[old.epoch])
    behind = authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge tre"))],
                               receipts=False)
    world.deliver([behind], expect=["afvist:epoke"],
                  what="an epoch that names only an older one is refused")
    world.deliver([behind], accept=True, expect=["modtaget"], what="but a person may accept it")
    forgotten = authority.uuid()
    third = authority.stream
    authority.restart(replaces=[forgotten, third.epoch])
    chained = authority.craft([], forrigeSha256=third.sent[-1].sha256)
    world.deliver([chained], expect=["afvist:kaede"],
                  what="number 1 of a new epoch has no package before it")
    again = authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge fire"))])
    world.deliver([again], expect=["modtaget"], what="an epoch may replace several")
    ghost = contract.Stream(forgotten)
    world.deliver([encode(authority.draft(ghost, dict(authority.receiver), []))],
                  expect=["afvist:epoke"], what="one of them was never seen, and is replaced")
    world.deliver([encode(authority.draft(ghost, dict(authority.receiver), [], loebenummer=4))],
                  expect=["afvist:epoke"], what="its later numbers do not wait")
    world.deliver([authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge fem"))])],
                  expect=["modtaget"], what="the present epoch goes on")
    world.agree("the records are those of the newest epoch")
    world.collect("the receipts of all that", count=1)

    # The workplace's own packages live on through the authority's epochs.
    id = world.save(checkin(world.placement))
    world.collect("a check-in", count=1)
    world.expect_states({id: "sendt"}, "is sendt")
    authority.restart()
    world.deliver([authority.package()], expect=["modtaget"],
                  what="a new epoch that holds the receipts alone")
    world.expect_states({id: "modtaget"}, "and they count")


@case("fjernelse")
def fjernelse(t):
    """Step 6: packages that delete much wait for a person."""
    world = World(t, contacts=30)
    authority = world.authority
    left = list(world.contacts)

    def drop(count):
        gone = [authority.remove(left.pop()) for _ in range(count)]
        return gone

    world.deliver([authority.package(drop(6))], expect=["modtaget"],
                  what="six of thirty, a fifth, are taken")
    world.deliver([authority.package(drop(4))], expect=["modtaget"], what="four are never many")
    unknown = [authority.entry("kontakt") for _ in range(10)]
    world.deliver([authority.package(unknown)], expect=["modtaget"],
                  what="tombstones of unknown records delete nothing")
    world.collect("the receipts so far", count=1)
    before = world.snapshot()
    big = authority.package(drop(5) + [authority.make("kontakt", kontakt(70))])
    harmless = authority.package([authority.make("kontakt", kontakt(71))])
    world.deliver([big], verb="check", expect=["venter:fjernelse"], what="check sees it")
    world.unchanged(before, "check changes nothing")
    world.deliver([big], expect=["venter:fjernelse"], what="five of twenty wait for a yes")
    world.deliver([big], expect=["venter:fjernelse"], what="and again")
    world.deliver([harmless], expect=["venter"], what="what comes after it waits too")
    t.equal(world.partner(world.status()).get("mangler"), [5],
            "its number is counted among those missing")
    world.agree("nothing is deleted before the yes")
    world.collect("no receipt before", count=0)
    world.deliver([big], accept=True, expect=["modtaget"], released=["modtaget"],
                  what="with a yes it is taken, and the next is released")
    world.agree("then they are deleted")
    world.collect("and the receipts come", count=1)

    # The yes is for the file that was named, and for no other.
    plain = authority.package([authority.make("kontakt", kontakt(72))])
    sweep = authority.package(drop(6))
    world.deliver([sweep], expect=["venter"], what="a deletion that came too early waits")
    world.deliver([plain], accept=True, expect=["modtaget"],
                  what="a yes for the file before is no yes for it")
    world.agree("nothing is deleted")
    world.deliver([sweep], accept=True, expect=["modtaget"], what="until its own yes comes")
    chained = authority.craft([authority.entry("kontakt", None, id, 9) for id in left[:6]],
                              forrigeSha256="0" * 64)
    world.deliver([chained], expect=["afvist:kaede"], what="the chain is judged before")
    mixed = [authority.entry("kontakt", None, id, 9) for id in left[:3]]
    mixed += [authority.make("forloeb", forloeb(number)) for number in range(3)]
    world.deliver([authority.package(mixed)], expect=["modtaget"], what="three more go")
    left = left[3:]
    rest = [authority.entry("nytSlags", {"nr": number}) for number in range(6)]
    world.deliver([authority.package(rest)], expect=["modtaget"], what="six of an unknown type")
    gone = [authority.entry("nytSlags", None, entry["id"], 2) for entry in rest]
    world.deliver([authority.package(gone)], expect=["venter:fjernelse"],
                  what="deleting them waits as well")


@case("fjernelse, counted")
def removal_counted(t):
    """Step 6 counts what is deleted indeed, and a number may be taken while a file waits."""
    world = World(t, contacts=8)
    authority = world.authority
    jump = [authority.revise(id, kontakt(1), step=4) for id in world.contacts]
    world.deliver([authority.package(jump)], expect=["modtaget"], what="revision 5 of all")
    stale = [authority.entry("kontakt", None, id, 3) for id in world.contacts]
    world.deliver([authority.package(stale)], expect=["modtaget"],
                  what="tombstones that are older delete nothing")
    refused = [authority.entry("kontakt", None, id, 9, ophav=OTHER) for id in world.contacts]
    world.deliver([authority.package(refused)], expect=["delvist"],
                  what="tombstones that are refused delete nothing")
    world.agree("all of them are there")
    sweep = authority.craft([authority.entry("kontakt", None, id, 9) for id in world.contacts])
    world.deliver([sweep], expect=["venter:fjernelse"], what="all of them wait for a yes")
    rival = authority.package([authority.make("kontakt", kontakt(50))])
    world.deliver([rival], expect=["modtaget"], released=["afvist:genbrug"],
                  what="another one of that number is taken, and the one that waits comes too late")
    world.agree("nothing was deleted")
    world.deliver([sweep], accept=True, expect=["afvist:genbrug"], what="and no yes helps it")
    world.collect("the receipts", count=1)


@case("order of steps")
def order_of_steps(t):
    """The first step that fails decides."""
    world = World(t, contacts=8)
    authority = world.authority
    old = authority.stream
    stranger = contract.Authority("Jobcenter Anderledesby", "99999942", seed=77)
    wrong = dict(authority.receiver, id=OTHER)
    role = dict(authority.party(), rolle="leder")
    known = contract.read_package(world.first)["pakkeId"]
    sweep = [authority.entry("kontakt", None, id, 2) for id in world.contacts]
    other = authority.uuid()
    steps = {
        "laesning before version": ("afvist:laesning", authority.craft(
            [], version=2, ekstra=Raw("[1,]"))),
        "version before felt": ("afvist:version", authority.craft([], version=2, antal=7)),
        "version before afsender": ("afvist:version", stranger.craft([], version=3)),
        "felt before afsender": ("afvist:felt", stranger.craft([], antal=7)),
        "felt before modtager": ("afvist:felt", authority.craft([], antal=7, modtager=wrong)),
        "felt before genbrug": ("afvist:felt", authority.craft([], antal=7, pakkeId=known)),
        "felt before a gap": ("afvist:felt", authority.craft([], antal=7, loebenummer=9)),
        "afsender before modtager": ("afvist:afsender", stranger.craft([], modtager=wrong)),
        "another role before modtager": ("afvist:afsender", authority.craft(
            [], afsender=role, modtager=wrong)),
        "another role before genbrug": ("afvist:afsender", authority.craft(
            [], afsender=role, pakkeId=known)),
        "modtager before genbrug": ("afvist:modtager", authority.craft(
            [], modtager=wrong, pakkeId=known)),
        "modtager before epoke": ("afvist:modtager", authority.craft(
            [], modtager=wrong, epoke=other, loebenummer=1, forrigeSha256=None)),
        "modtager before a gap": ("afvist:modtager", authority.craft(
            [], modtager=wrong, loebenummer=9)),
        "genbrug before epoke": ("afvist:genbrug", authority.craft(
            [], pakkeId=known, epoke=other, loebenummer=1, forrigeSha256=None)),
        "genbrug before kaede": ("afvist:genbrug", authority.craft(
            [], pakkeId=known, forrigeSha256="0" * 64)),
        "epoke before kaede": ("afvist:epoke", authority.craft(
            [], epoke=other, loebenummer=1, forrigeSha256="0" * 64)),
        "epoke before fjernelse": ("afvist:epoke", authority.craft(
            sweep, epoke=other, loebenummer=1, forrigeSha256=None)),
        "kaede before fjernelse": ("afvist:kaede", authority.craft(
            sweep, forrigeSha256="0" * 64)),
        "a gap before the chain": ("venter", authority.craft(
            [], loebenummer=9, forrigeSha256="0" * 64)),
        "a gap before fjernelse": ("venter", authority.craft(sweep, loebenummer=9)),
        "a gap in an unknown epoch": ("venter", authority.craft(
            [], loebenummer=2, epoke=other)),
        "fjernelse before entries": ("venter:fjernelse", authority.craft(
            sweep + [authority.entry("kontakt", {"navn": 7})])),
    }
    before = world.snapshot()
    many(world, [(label, data) for label, (_, data) in steps.items()],
         {label: wish for label, (wish, _) in steps.items()}, verb="check")
    world.unchanged(before, "check changes nothing")
    authority.restart()
    world.deliver([authority.package()], expect=["modtaget"], what="a new epoch")
    late = encode(authority.draft(old, dict(authority.receiver), [], loebenummer=9))
    world.deliver([late], expect=["afvist:epoke"], what="a replaced epoch before a gap")
    late = encode(authority.draft(old, dict(authority.receiver), [], forrigeSha256="0" * 64))
    world.deliver([late], expect=["afvist:epoke"], what="a replaced epoch before the chain")
    world.deliver([world.first], expect=["kendt"], what="known before a replaced epoch")


def judged_entries(world, rows, what):
    """Send entries in one package, and report each by its label.

    `rows` holds (label, entry, code or None).
    """
    t, authority = world.test, world.authority
    data = authority.package([entry for _, entry, _ in rows])
    result = world.mirror.take(data)[0]
    codes = result.codes()
    for label, entry, kode in rows:
        if codes.get(entry["id"]) != kode:
            raise AssertionError("the judge says %s and the test %s of: %s"
                                 % (codes.get(entry["id"]), kode, label))
    world.receipts += 1
    found = world.store.json("import", t.write(data))
    if not isinstance(found, list) or len(found) != 1:
        t.ok(False, what, "found: " + shorten(found))
        raise Broken()
    row = found[0]
    t.equal(row.get("status"), result.status, what)
    poster = {item.get("id"): item.get("kode") for item in row.get("poster") or []
              if item.get("kode") != "ukendt"}
    for label, entry, kode in rows:
        good = poster.get(entry["id"]) == kode
        t.ok(good, "%s: %s" % (label, kode or "taken"),
             "expected: %s" % kode, "found:    %s" % poster.get(entry["id"]),
             "entry:    " + shorten(write_json(entry)))
    t.none(["%s is refused" % id for id in poster
            if id not in {entry["id"] for _, entry, _ in rows}], what + ": and no others")
    t.ok(all(item.get("grund") for item in row.get("poster") or []
             if item.get("kode") != "ukendt"), what + ": each with a grund")


def settled(label):
    """Whether the page settles what becomes of a value in a receipt.

    It leaves open whether a code is text or a closed choice, and what a field
    is worth that stands beside a status it does not belong to.
    """
    field = label.split(":")[0]
    return not (field in ("status", "kode", "grund", "epoke", "poster", "poster.0.kode"))


def entries_of(t, type_):
    """Every field of one type: missing, of the wrong kind, out of range, at the edge."""
    world = World(t)
    authority = world.authority
    card = authority.make("klippekort", klippekort(world.placement))
    world.deliver([authority.package([card])], expect=["modtaget"], what="a punch card")
    world.collect("the receipts so far", quiet=True)
    data = samples(world.placement, card["id"])[type_]
    sender_may = type_ not in contract.WORKPLACE_TYPES
    rows = []

    def add(label, body, kode, type_=type_):
        entry = authority.entry(type_, body)
        if kode is None:
            # The rules across fields may still forbid a value at the edge.
            read = contract.read_json(encode(entry))
            kode = contract.judge_entry(read, world.mirror.types)
            if kode is None and not sender_may:
                kode = "skribent"
        rows.append(("%s %s" % (type_, label), entry, kode))

    add("as it should be", data, None)
    for label, body, kode in field_faults(contract.TYPES[type_], data):
        if type_ == "kvittering" and kode != "felt" and not settled(label):
            continue
        add(label, body, kode)
    if type_ == "kvittering":
        no = kvittering(OTHER, "0" * 64, "afvist", kode="epoke", grund="Forkert.", epoke=ANOTHER)
        add("afvist", no, None)
        for name in ("kode", "grund", "epoke"):
            for label, value in wrong_kinds(contract.TYPES[type_].fields[name][0]):
                add("afvist, %s: %s" % (name, label), dict(no, **{name: value}), "felt")
    spans = contract.SPANS.get(type_)
    if spans:
        add("ends on the day it begins", dict(data, **{spans[1]: data[spans[0]]}), None)
        add("ends before it begins", dict(data, **{spans[0]: "2026-11-16",
                                                   spans[1]: "2026-11-15"}), "vaerdi")
    for name, _ in contract.REFERENCES:
        if name in data:
            add(name + " unknown", dict(data, **{name: OTHER}),
                "reference" if sender_may else "skribent")
            wrong = world.contacts[0]
            add(name + " of another type", dict(data, **{name: wrong}),
                "reference" if sender_may else "skribent")
    if type_ == "checkin":
        add("of a whole day", dict(data, loennedeMinutter=1000, uloennedeMinutter=440), None)
        add("of more than a day", dict(data, loennedeMinutter=1000, uloennedeMinutter=441),
            "vaerdi")
    if type_ == "kontakt":
        for label, hours in (("over midnight", ("22:00", "06:00")),
                             ("around the clock", ("00:00", "00:00"))):
            add("open " + label, dict(data, aabningstider=[
                {"dage": [1, 7], "fra": hours[0], "til": hours[1]}]), None)
    if type_ == "klippekort":
        add("with a code twice", dict(data, ydelser=data["ydelser"] + [data["ydelser"][0]]),
            "vaerdi")
    if type_ == "maaleskema":
        add("with a code twice", dict(data, spoergsmaal=data["spoergsmaal"] * 2), "vaerdi")
    if type_ == "svar":
        for status in ("modtaget", "planlagt", "afvist"):
            add(status + " with punches", dict(data, status=status, klipBrugt=1), "vaerdi")
            add(status + " without punches", dict(data, status=status, klipBrugt=0), None)
        add("delivered for nothing", dict(data, klipBrugt=0), None)
    if type_ == "materiale":
        add("with another hash", dict(data, sha256="0" * 64), "vaerdi")
        long = "æ" * 50000
        add("longer than a text", dict(data, indhold=long, sha256=sha256(long.encode())), None)
        raw = bytes(range(256))
        add("in PDF", dict(data, format="pdf", indhold=base64_of(raw), sha256=sha256(raw)), None)
        add("in PDF with the hash of the text", dict(data, format="pdf", indhold=base64_of(raw),
                                                     sha256=sha256(base64_of(raw).encode())),
            "vaerdi")
        for label, text in (("without padding", base64_of(b"abcd").rstrip("=")),
                            ("with a line break", "YWJj\nZGVm"), ("for URLs", "-_-_"),
                            ("with a space", "YWJj ZGVm"), ("with padding inside", "YQ==YQ=="),
                            ("that is none", "Velkommen!")):
            add("in video, base64 " + label, dict(data, format="video", indhold=text), "felt")
    rows.append((type_ + " without data", authority.entry(type_, handling="gem"), "felt"))
    rows.append((type_ + " deleted with data", authority.entry(type_, data, handling="slet"),
                 "felt"))
    judged_entries(world, rows, "the entries of %s are judged alone" % type_)
    world.agree("what was not refused is there",
                [type_] if type_ != "kvittering" and sender_may else ["kontakt"])
    if type_ == "kvittering":
        world.collect("a package of receipts alone gets none, whatever was refused", count=0)
    else:
        world.collect("the receipt delvist names each refused entry", count=1)


def base64_of(data):
    import base64
    return base64.b64encode(data).decode("ascii")


def entry_case(type_):
    def run(t):
        if type_ not in t.types:
            t.skip("the entries of " + type_, "not a known type yet (--types all)")
            return
        entries_of(t, type_)
    run.__doc__ = entries_of.__doc__
    CASES.append(("entries " + type_, run, None))


for _type in contract.ALL_TYPES:
    entry_case(_type)


@case("entries envelope")
def envelope(t):
    """The envelope of an entry, and types that are unknown."""
    world = World(t)
    authority = world.authority
    rows = []

    def add(label, kode, entry):
        rows.append((label, entry, kode))

    def entry(**changes):
        made = authority.entry("kontakt", kontakt())
        made.update(changes)
        return made

    def without(name):
        made = entry()
        del made[name]
        return made

    add("handling missing", "felt", without("handling"))
    for label, value in wrong_kinds(contract.Choice("gem", "slet")):
        add("handling: " + label, "felt", entry(handling=value))
    for label, value in bad_values(contract.Choice("gem", "slet"), True):
        add("handling: " + label, "vaerdi", entry(handling=value))
    add("aendret missing", "felt", without("aendret"))
    for label, value in wrong_kinds(contract.DATETIME):
        add("aendret: " + label, "felt", entry(aendret=value))
    for label, value in bad_values(contract.DATETIME, True):
        add("aendret: " + label, "vaerdi", entry(aendret=value))
    for label, value in good_values(contract.DATETIME, True):
        add("aendret: " + label, None, entry(aendret=value))
    for label, value in wrong_kinds(contract.UUID):
        add("ophav: " + label, "felt", entry(ophav=value))
    add("ophav: the sender itself", None, entry(ophav=authority.id))
    add("ophav: another", "skribent", entry(ophav=OTHER))
    add("ophav: the receiver", "skribent", entry(ophav=world.id))
    for label, value in (("null", None), ("an array", []), ("a text", "x"), ("a number", 1)):
        add("data: " + label, "felt", entry(data=value))
    add("data missing", "felt", without("data"))
    add("data in slet", "felt", entry(handling="slet"))
    add("data null in slet", "felt", entry(handling="slet", data=None))
    add("data empty in slet", "felt", entry(handling="slet", data={}))
    add("fields that are not named", None, entry(nyt=[1], data=kontakt(nyt={"a": 1.5})))
    add("unknown type", None, authority.entry("nytSlags", {"a": [1, "x", None]}))
    add("unknown type with an odd name", None, authority.entry("Nyt slags, æøå!", {}))
    add("unknown type with an unknown placement", None,
        authority.entry("nytSlags", {"forloebId": OTHER}))
    add("unknown type deleted", None, authority.entry("nytSlags"))
    add("unknown type without data", "felt", authority.entry("nytSlags", handling="gem"))
    add("unknown type with an array", "felt", authority.entry("nytSlags", []))
    add("unknown type deleted with data", "felt",
        authority.entry("nytSlags", {}, handling="slet"))
    add("unknown type without aendret", "felt", {
        name: value for name, value in authority.entry("nytSlags", {}).items()
        if name != "aendret"})
    add("unknown type with ophav", "skribent", authority.entry("nytSlags", {}, ophav=OTHER))
    if not t.all:
        for type_ in set(contract.ALL_TYPES) - set(t.types):
            add("%s is not known yet" % type_, None, authority.entry(type_, {"a": 1}))
    add("felt before vaerdi", "felt", entry(aendret="2026-11-31T09:00:00Z",
                                            data=kontakt(prioritet="x")))
    add("felt before vaerdi in data", "felt",
        entry(data=kontakt(prioritet=0, navn=None)))
    add("vaerdi before skribent", "vaerdi", entry(ophav=OTHER, data=kontakt(prioritet=0)))
    add("felt before skribent", "felt", entry(ophav=OTHER, data=[]))
    add("skribent before reference", "skribent", entry(ophav=OTHER,
                                                       data=kontakt(forloebId=OTHER)))
    judged_entries(world, rows, "the envelopes are judged alone")
    world.agree("what was not refused is there")
    world.collect("the receipt delvist names each refused entry", count=1)


@case("versions")
def versions(t):
    """Writers, types, references, revisions and tombstones."""
    world = World(t)
    authority = world.authority
    other = contract.Authority("Jobcenter Anderledesby", "99999942", seed=77)
    world.authorities[other.id] = other
    own = world.save(checkin(world.placement))
    theirs = other.make("forloeb", forloeb(7))
    world.deliver([other.package([theirs])], accept=True, expect=["modtaget"],
                  what="a second authority at the workplace")
    a, b = world.contacts

    def entry(type_, data, id, revision):
        return authority.entry(type_, data, id, revision)

    fresh = [authority.uuid() for _ in range(12)]
    late = [entry("kontakt", kontakt(20, forloebId=fresh[0]), fresh[1], 1),
            entry("forloeb", forloeb(20), fresh[0], 1)]
    judged_entries(world, [
        ("a reference to a later entry of the package", late[0], None),
        ("that entry", late[1], None),
        ("a reference to an entry refused by felt",
         entry("kontakt", kontakt(21, forloebId=fresh[2]), fresh[3], 1), "reference"),
        ("that refused entry", entry("forloeb", {"stilling": "x"}, fresh[2], 1), "felt"),
        ("a reference to an entry refused by vaerdi",
         entry("kontakt", kontakt(21, forloebId=fresh[4]), fresh[5], 1), "reference"),
        ("that refused entry too",
         entry("forloeb", forloeb(21, maalMinutterPrMaaned=-1), fresh[4], 1), "vaerdi"),
        ("a reference to a tombstone of the package",
         entry("kontakt", kontakt(22, forloebId=fresh[6]), fresh[7], 1), None),
        ("that tombstone", entry("forloeb", None, fresh[6], 1), None),
        ("a reference to a placement of another authority",
         entry("kontakt", kontakt(23, forloebId=theirs["id"]), fresh[8], 1), None),
        ("a record of another authority", entry("forloeb", forloeb(8), theirs["id"], 2),
         "skribent"),
        ("a record of the workplace, by its id", entry("kontakt", kontakt(), own, 9),
         "skribent"),
        ("a record of the workplace, by its type", entry("checkin", checkin(world.placement),
                                                         fresh[9], 1), "skribent"),
        ("a check-in deleted by the authority", entry("checkin", None, fresh[10], 2), "skribent"),
        ("a record with another type", entry("forloeb", forloeb(9), a, 2), "type"),
        ("a record with an unknown type", entry("nytSlags", {}, b, 2), "type"),
        ("type before reference", entry("kontakt", kontakt(forloebId=OTHER),
                                        world.placement, 2), "type"),
    ], "references and writers")
    world.agree("as the judge has it")
    c = authority.make("kontakt", kontakt(30))
    d = authority.make("kontakt", kontakt(34))
    world.deliver([authority.package([c, d, authority.revise(a, kontakt(31), step=6)])],
                  expect=["modtaget"], what="revisions may jump")
    judged_entries(world, [
        ("an older revision, silently", entry("kontakt", kontakt(32), a, 3), None),
        ("the same revision, keys in another order and another time", entry(
            "kontakt", dict(reversed(list(kontakt(30).items()))), c["id"], 1), None),
        ("the same revision, other content", entry("kontakt", kontakt(33), b, 1), "revision"),
    ], "revisions")
    world.agree("none of them changed anything")
    judged_entries(world, [
        ("the same revision, one field more", entry(
            "kontakt", kontakt(31, nyt=1), a, 7), "revision"),
        ("the same revision, deleted", entry("kontakt", None, c["id"], 1), "revision"),
        ("an older revision with a fault", entry("kontakt", kontakt(prioritet=0), b, 1),
         "vaerdi"),
        ("reference before revision", entry("kontakt", kontakt(forloebId=OTHER), d["id"], 1),
         "reference"),
    ], "revisions, again")
    numbers = [entry("kontakt", kontakt(40, tal=[1, Raw("2.0"), Raw("3e2"), Raw("-0")]),
                     fresh[11], 1)]
    world.deliver([authority.package(numbers)], expect=["modtaget"], what="numbers of all forms")
    judged_entries(world, [
        ("the same numbers in other forms", entry(
            "kontakt", kontakt(40, tal=[Raw("1.0"), 2, 300, Raw("0.0")]), fresh[11], 1), None),
    ], "content is compared as JSON values")
    judged_entries(world, [
        ("true is no 1", entry(
            "kontakt", kontakt(40, tal=[True, 2, 300, 0]), fresh[11], 1), "revision"),
    ], "but as values of their kind")

    gone, never = a, authority.uuid()
    judged_entries(world, [
        ("a tombstone", entry("kontakt", None, gone, 8), None),
        ("a tombstone of something unknown", entry("kontakt", None, never, 5), None),
        ("a tombstone of a placement", entry("forloeb", None, fresh[0], 2), None),
    ], "tombstones")
    world.agree("are kept")
    judged_entries(world, [
        ("older than its tombstone", entry("kontakt", kontakt(50), gone, 7), None),
        ("older than the tombstone of what was unknown",
         entry("kontakt", kontakt(51), never, 4), None),
        ("a reference to a deleted placement",
         entry("kontakt", kontakt(52, forloebId=fresh[0]), authority.uuid(), 1), None),
        ("what belongs to a deleted placement", entry(
            "kontakt", kontakt(20, forloebId=fresh[0]), fresh[1], 2), None),
    ], "after a tombstone")
    world.agree("what is older stays deleted, what hangs on it stays")
    judged_entries(world, [
        ("back after its tombstone", entry("kontakt", kontakt(53), gone, 9), None),
        ("back though never known", entry("kontakt", kontakt(54), never, 6), None),
        ("the revision of a tombstone, as gem", entry("forloeb", forloeb(), fresh[0], 2),
         "revision"),
        ("the revision of a tombstone, as another type", entry("kontakt", kontakt(), fresh[6],
                                                               1), "type"),
        ("a tombstone of another type", entry("forloeb", None, b, 9), "type"),
        ("a tombstone of another's record", entry("forloeb", None, theirs["id"], 9), "skribent"),
    ], "a later gem brings a record back")
    world.agree("they are back")
    world.collect("the receipts to both", count=2)
    seen = json.dumps([root for root in [contract.read_package(d) for d in world.seen.values()]
                       if root["modtager"].get("id") == other.id], ensure_ascii=False)
    t.ok(own not in seen, "the check-in went to the authority of its placement alone")


@case("two authorities")
def two_authorities(t):
    """A record goes to the authority that wrote the placement it belongs to."""
    world = World(t)
    other = contract.Authority("Jobcenter Anderledesby", "99999942", seed=78)
    world.authorities[other.id] = other
    theirs = other.make("forloeb", forloeb(7))
    world.deliver([other.package([theirs])], accept=True, expect=["modtaget"],
                  what="the second authority")
    here = world.save(checkin(world.placement, note="Hyldeblomst her"))
    there = world.save(checkin(theirs["id"], note="Hyldeblomst der"))
    roots = world.collect("one package to each", count=2)
    for root in roots:
        mine = root["modtager"].get("id") == world.authority.id
        ids = [entry["id"] for entry in root["poster"] if entry["type"] == "checkin"]
        t.equal(ids, [here] if mine else [there], "the check-in of its own placement alone")
    world.deliver([other.package()], expect=["modtaget"], what="the second one answers")
    world.expect_states({here: "sendt", there: "modtaget"}, "which counts for its own alone")
    status = world.status()
    t.equal(sorted(row.get("id") for row in status.get("partnere", [])),
            sorted([world.authority.id, other.id]), "status names both")
    # A receipt for a package that went to someone else changes nothing.
    data = [data for (id, _, _), data in world.seen.items() if id == world.authority.id][0]
    entry = other.entry("kvittering", kvittering(contract.read_package(data)["pakkeId"],
                                                 sha256(data)))
    world.deliver([other.package([entry], receipts=False)], expect=["modtaget"],
                  what="a receipt for a package to someone else is taken")
    world.expect_states({here: "sendt"}, "and changes nothing")


@case("buddy")
def buddy(t):
    """A buddy that is started by the authority directly."""
    world = World(t, rolle="buddy", cvr="99999934")
    id = world.save(checkin(world.placement))
    roots = world.collect("a check-in goes straight to the authority", count=1)
    t.equal(roots[0]["afsender"]["rolle"], "buddy", "from a buddy")
    t.equal(roots[0]["afsender"].get("cvrNummer"), "99999934", "with its CVR number")
    world.deliver([world.authority.package()], expect=["modtaget"], what="the receipt")
    world.expect_states({id: "modtaget"}, "modtaget")
    leader = dict(world.authority.receiver, rolle="leder")
    leader.pop("id", None)
    world.deliver([world.authority.craft([], modtager=leader)], expect=["afvist:modtager"],
                  what="a package to a leader is not for a buddy")


@case("held back")
def held_back(t):
    """Texts shaped as civil registration numbers; private notes; not before a time."""
    world = World(t)
    # All of these are made up for the test and belong to nobody.
    texts = (("010101-0000", True), ("0101010000", True), ("010101 0000", True),
             ("Se 010101-0000.", True), ("a010101-0000b", True), ("290200-0000", True),
             ("311299-0000\n", True), ("1 010101-0000 1", True),
             ("320101-0000", False), ("011301-0000", False), ("000101-0000", False),
             ("290201-0000", False), ("310401-0000", False), ("010101-000", False),
             ("010101-00000", False), ("1010101-0000", False), ("010101--0000", False),
             ("010101- 0000", False), ("01 01 01 0000", False), ("010101_0000", False),
             ("010101-0000", True))
    saved = {}
    for text, held in texts:
        saved[world.save(checkin(world.placement, note="Hyldeblomst " + text))] = held
    for name in ("forfatter", "lilleSejr", "svaert", "naesteSkridt"):
        saved[world.save(checkin(world.placement, **{name: "om 010101-0000"}))] = True
    states = world.states()
    notes = {row.get("id"): row.get("data", {}).get("note") for row in world.listing("checkin")}
    for id, held in saved.items():
        t.equal(states.get(id), "tilbageholdt" if held else "gemt",
                "%r is %s" % (notes.get(id), "held back" if held else "not held back"))
    counts(world, "status counts them")
    preview = world.store.json("preview")
    back = {row.get("id"): row for row in preview.get("tilbageholdt", [])}
    t.equal(sorted(back), sorted(id for id, held in saved.items() if held),
            "preview names what is held back")
    t.ok(all(row.get("grund") and row.get("type") == "checkin" for row in back.values()),
         "with its type and a reason", shorten(list(back.values())[:2]))
    first = [id for id, held in saved.items() if held][0]
    roots = world.collect("the rest is packed", count=1)
    sent = {entry["id"] for entry in roots[0]["poster"] if entry["type"] == "checkin"}
    t.equal(sorted(sent), sorted(id for id, held in saved.items() if not held),
            "and nothing that is held back")
    world.save(checkin(world.placement, note="Hyldeblomst uden nummer"), id=first)
    world.expect_states({first: "gemt"}, "when the text is gone it is gemt")
    roots = world.collect("and packed", count=1)
    t.equal([(entry["id"], entry["revision"]) for entry in roots[0]["poster"]], [(first, 2)],
            "in its new revision")
    world.save(checkin(world.placement, note="Hyldeblomst 010101-0000 igen"), id=first)
    world.expect_states({first: "tilbageholdt"}, "a new revision may be held back again")
    world.collect("and is not packed", count=0)
    world.deliver([world.authority.package([world.authority.make(
        "kontakt", kontakt(5, beskrivelse="010101-0000"))])],
        expect=["modtaget"], what="incoming text is not judged")


@case("private")
def private(t):
    """What is private never leaves, and what must wait waits."""
    world = World(t)
    a = world.save(checkin(world.placement, privatNote="Brombærdal ét"))
    later = "2199-01-01T00:00:00+01:00"
    body = write_json(checkin(world.placement, note="Hyldeblomst senere",
                              sendesTidligst=later)).encode("utf-8")
    form = later
    run = world.store.run("save", "checkin", stdin=body)
    if run.code != 0:
        # The page of the commands does not say whether it is a day or an instant.
        form = later[:10]
        run = world.store.run("save", "checkin",
                              stdin=body.replace(later.encode(), form.encode()))
    if not t.ok(run.code == 0, "sendesTidligst is saved as an instant or a day",
                run.err.decode("utf-8", "replace")):
        return
    b = run.value()["id"]
    past = form.replace("2199", "2020")
    c = world.save(checkin(world.placement, note="Hyldeblomst straks", sendesTidligst=past,
                           privatNote="Brombærdal tre"))
    rows = {row.get("id"): row for row in world.listing("checkin")}
    t.equal(rows[b].get("data", {}).get("sendesTidligst"), form, "it is listed")
    t.ok(rows[b].get("tilstand") in ("gemt", "tilbageholdt"), "and waits",
         rows[b].get("tilstand"))
    preview = json.dumps(world.store.json("preview").get("pakker"), ensure_ascii=False)
    t.ok(b not in preview and a in preview and c in preview, "preview leaves it out",
         shorten(preview))
    t.ok("Brombærdal" not in preview and "privatNote" not in preview
         and "sendesTidligst" not in preview, "preview holds nothing private", shorten(preview))
    roots = world.collect("the export", count=1)
    t.equal(sorted(entry["id"] for entry in roots[0]["poster"] if entry["type"] == "checkin"),
            sorted([a, c]), "leaves it out too")
    raw = b"".join(world.seen.values()).decode("utf-8")
    t.ok("Brombærdal" not in raw and "privatNote" not in raw and "sendesTidligst" not in raw,
         "nothing private is in the bytes")
    t.ok(rows[b].get("tilstand") == world.states()[b], "it waits on")
    world.save(checkin(world.placement, note="Hyldeblomst nu"), id=b)
    roots = world.collect("without the time it goes", count=1)
    t.equal([entry["id"] for entry in roots[0]["poster"]], [b], "at once")


@case("files")
def files(t):
    """Several files in one call, unreadable paths, and names that mean nothing."""
    world = World(t)
    authority = world.authority
    two = authority.package([authority.make("kontakt", kontakt(5))])
    three = authority.package([authority.make("kontakt", kontakt(6))])
    paths = [t.write(two, "hvad som helst æøå"), t.write(b"{", "makker-x.json"),
             t.path("findes-ikke.json"), t.folder, t.write(three, "-ikke-et-tilvalg")]
    rows = world.store.json("import", *paths, code=1)
    found = ["%s:%s" % (row.get("status"), row.get("kode", "-")) for row in rows]
    t.equal(found, ["modtaget:-", "afvist:laesning", "afvist:laesning", "afvist:laesning",
                    "modtaget:-"], "after a refused one the rest goes on")
    t.equal([row.get("fil") for row in rows], paths, "each is named as it was given")
    for data in (two, three):
        world.mirror.take(data)
    world.receipts += 2
    world.agree("what could be taken was taken")
    world.collect("and receipted", count=1)
    four = authority.package([authority.make("kontakt", kontakt(7))])
    five = authority.package([authority.make("kontakt", kontakt(8))])
    before = world.snapshot()
    world.deliver([four, five], verb="check", expect=["modtaget", "venter"],
                  what="check judges each against the store as it is")
    world.unchanged(before, "and changes nothing")
    rows = world.store.json("check", t.path("findes-ikke.json"), code=1)
    t.equal([(row.get("status"), row.get("kode")) for row in rows], [("afvist", "laesning")],
            "check of a path that can't be read")
    world.deliver([five, four], expect=["venter", "modtaget"], released=["modtaget"],
                  what="then they are taken for good")


@case("random bytes")
def random_bytes(t):
    """A package with bytes changed by chance, judged by check, as the judge does."""
    world = World(t)
    authority = world.authority
    chance = random.Random(t.options.seed)
    entries = [authority.make("kontakt", kontakt(9, forloebId=world.placement)),
               authority.make("forloeb", forloeb(9)),
               authority.revise(world.contacts[0], kontakt(3)),
               authority.remove(world.contacts[1])]
    body = authority.craft(entries)
    files_ = []
    for _ in range(t.options.random):
        data = bytearray(body)
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            at = chance.randrange(len(data))
            what = chance.randrange(5)
            if what == 0:
                data[at] = chance.randrange(256)
            elif what == 1:
                data[at] = chance.choice(b'"{}[],:0123456789abcdef-.eE \\u')
            elif what == 2:
                del data[at]
            elif what == 3:
                data.insert(at, chance.choice(b'"{}[],:0123456789-.eE \\\x00\xff'))
            else:
                end = min(len(data), at + chance.randrange(40))
                data[at:end] = data[at:end] * chance.choice((0, 2))
            data = data or bytearray(b" ")
        files_.append(bytes(data))
    before = world.snapshot()
    paths = [t.write(data) for data in files_]
    results = [world.mirror.check(data) for data in files_]
    rows = world.store.json("check", *paths, code=(0, 1))
    problems = []
    for index, (row, result, data) in enumerate(zip(rows, results, files_)):
        found = compare_result("file %d" % index, row, result)
        if found:
            at = next((i for i, (a, b) in enumerate(zip(data, body)) if a != b), len(data))
            problems += found + ["near: %r" % data[max(0, at - 60):at + 60]]
    t.ok(len(rows) == len(files_), "one row for each file")
    t.none(problems, "%d packages with changed bytes, seed %d" % (len(files_), t.options.seed))
    kinds = {result.brief() for result in results}
    t.ok(len(kinds) >= 4, "of several kinds: %s" % sorted(kinds))
    world.unchanged(before, "check changes nothing")


@case("random order")
def random_order(t):
    """Packages by chance, in an order by chance, as the judge takes them."""
    chance = random.Random(t.options.seed)
    world = World(t, contacts=6)
    authority = world.authority
    ids = list(world.contacts)
    stock, gone, extras = [], [], []

    def some_entry():
        what = chance.randrange(12)
        id = chance.choice(ids)
        type_, revision, _ = authority.versions[id]
        if what < 4:
            made = authority.make("kontakt", kontakt(chance.randrange(90)))
            ids.append(made["id"])
            return made
        if what < 6:
            return authority.revise(id, kontakt(chance.randrange(90)), chance.choice((1, 1, 3)))
        if what == 6:
            return authority.remove(id)
        if what == 7:
            return authority.entry("kontakt", kontakt(chance.randrange(90)), id,
                                   max(1, revision - chance.randrange(2)))
        if what == 8:
            return authority.entry("kontakt", kontakt(1, prioritet=chance.choice((0, "x", 5))))
        if what == 9:
            return authority.entry("kontakt", kontakt(1, forloebId=chance.choice(
                (OTHER, world.placement))))
        if what == 10:
            return authority.entry("nytSlags", {"a": chance.randrange(9)})
        return authority.entry("forloeb", forloeb(2), id, revision + 1)

    def some_entries():
        found = {}
        for _ in range(chance.randrange(5)):
            made = some_entry()
            found[made["id"]] = made
        return list(found.values())

    for _ in range(t.options.random // 3):
        what = chance.randrange(14)
        entries = some_entries()
        if what < 7:
            stock.append(authority.package(entries))
        elif what == 7:
            stock.append(authority.craft(entries, forrigeSha256="0" * 64))
        elif what == 8:
            # Not the very next number: two good packages would be rivals.
            number = chance.randrange(1, authority.stream.next_number() + 3)
            if number != authority.stream.next_number():
                stock.append(authority.craft(entries, loebenummer=number))
        elif what == 9 and stock:
            extras.append(chance.choice(stock) + b" ")
        elif what == 10 and stock:
            stock.append(chance.choice(stock))
        elif what == 11:
            stock.append(authority.craft(entries, antal=99))
        elif what == 12:
            stock.append(authority.craft(entries, modtager=dict(authority.receiver, id=OTHER)))
        elif chance.randrange(3) == 0:
            gone.append(authority.stream.epoch)
            authority.restart(replaces=chance.choice(([], gone[-1:], list(gone))))
            stock.append(authority.package(entries))
    mixed = list(stock)
    for index in range(len(mixed)):
        other = min(len(mixed) - 1, index + chance.randrange(4))
        mixed[index], mixed[other] = mixed[other], mixed[index]
    half = len(mixed) // 2
    world.deliver(mixed[:half], rivals=True, what="the first half, seed %d" % t.options.seed)
    world.agree("the records after it")
    world.deliver(mixed[half:] + stock, accept=True, rivals=True,
                  what="the rest with a yes, and all again")
    world.deliver(extras, rivals=True, what="and with other bytes")
    world.agree("the records after that")
    partner = world.mirror.partners[authority.id]
    row = world.partner(world.status())
    t.equal([row.get("epokeInd"), row.get("naesteInd")],
            [partner.present(), len(partner.numbers[partner.present()]) + 1],
            "status has the judge's epoch and number")
    world.collect("the receipts", count=1)


@case("workplace types")
def workplace_types(t):
    """Requests, phases and answers, where the program knows them."""
    if not t.all:
        t.skip("requests, phases and answers", "not known types yet (--types all)")
        return
    world = World(t)
    authority = world.authority
    card = authority.make("klippekort", klippekort(world.placement))
    world.deliver([authority.package([card])], expect=["modtaget"], what="a punch card")
    data = samples(world.placement, card["id"])
    request = world.save(data["anmodning"], "anmodning")
    phase = world.save(data["fase"], "fase")
    for label, change in (("of an unknown service", {"ydelse": "FINDES_IKKE"}),
                          ("on an unknown card", {"klippekortId": OTHER}),
                          ("of an unknown urgency", {"hast": "straks"})):
        world.store.refused("save refuses: a request " + label, "save", "anmodning",
                            stdin=write_json(dict(data["anmodning"], **change)).encode("utf-8"))
    held = world.save(dict(data["anmodning"], beskrivelse="om 010101-0000"), "anmodning")
    world.expect_states({request: "gemt", held: "tilbageholdt"}, "a text may hold it back",
                        "anmodning")
    roots = world.collect("they are packed", count=1)
    t.equal(sorted(entry["id"] for entry in roots[0]["poster"]
                   if entry["type"] != "kvittering"), sorted([request, phase]),
            "and only they")
    answer = authority.answer(request, card["id"], "planlagt")
    world.deliver([authority.package([answer])], expect=["modtaget"], what="an answer")
    world.expect_states({request: "modtaget"}, "and the receipt", "anmodning")
    world.deliver([authority.package([authority.answer(request, card["id"], "leveret", 1)])],
                  expect=["modtaget"], what="the answer, revised")
    world.agree("the answer is listed", ("svar", "klippekort"))
    refused = authority.make("klippekort", klippekort(OTHER))
    judged_entries(world, [
        ("a card of an unknown placement", refused, "reference"),
        ("an answer on a card that passes all before reference", authority.entry(
            "svar", dict(data["svar"], klippekortId=refused["id"])), None),
        ("an answer to an unknown request", authority.entry("svar", data["svar"]), None),
        ("a placement given away by an authority", authority.entry(
            "tildeling", data["tildeling"]), "skribent"),
    ], "references between them")


@case("large", needs="slow")
def large(t):
    """More data becomes more packages (with --slow)."""
    world = World(t)
    text = "\U0001F600" * contract.MAX_TEXT
    ids = [world.save(checkin(world.placement, lilleSejr=text, svaert=text, naesteSkridt=text,
                              note=text)) for _ in range(56)]
    roots = world.collect("more than 8 MiB of records")
    t.ok(len(roots) >= 2, "become more than one package", len(roots))
    sent = [entry["id"] for root in roots for entry in root["poster"]
            if entry["type"] == "checkin"]
    t.equal(sorted(sent), sorted(ids), "which hold every record once")
    world.deliver([world.authority.package()], expect=["modtaget"], what="the receipts")
    world.expect_states(dict.fromkeys(ids, "modtaget"), "all are received")


@case("delete", needs="delete")
def delete(t):
    """Tombstones of the workplace's own records (with --verbs delete)."""
    world = World(t)
    kept = world.save(checkin(world.placement, note="Hyldeblomst bliver"))
    gone = world.save(checkin(world.placement, note="Hyldeblomst går"))
    never = world.save(checkin(world.placement, note="Hyldeblomst aldrig"))
    t.equal(world.store.json("delete", "checkin", never), {"id": never, "revision": 2},
            "delete gives id and revision")
    roots = world.collect("what was made and deleted between need not travel", count=1)
    sent = {entry["id"]: entry["handling"] for entry in roots[0]["poster"]
            if entry["type"] == "checkin"}
    sent.pop(never, None)
    t.equal(sent, {kept: "gem", gone: "gem"}, "the others do")
    world.store.json("delete", "checkin", gone)
    rows = world.listing("checkin", "--deleted")
    t.ok({gone, never} == {row.get("id") for row in rows}, "--deleted lists them",
         shorten(rows))
    t.equal([row.get("data", {}).get("note") for row in rows if row.get("id") == gone],
            ["Hyldeblomst går"], "with the content that they had")
    roots = world.collect("a tombstone travels", count=1)
    t.equal([(entry["id"], entry["handling"], entry["revision"])
             for entry in roots[0]["poster"] if entry["id"] == gone], [(gone, "slet", 2)],
            "as slet, with the next revision")
    world.store.refused("what is unknown can't be deleted", "delete", "checkin", OTHER)
    world.store.refused("another's record can't be deleted", "delete", "kontakt",
                        world.contacts[0])


@case("undo", needs="undo")
def undo(t):
    """The content before the newest revision, as a new revision (with --verbs undo)."""
    world = World(t)

    def note(id, *more):
        rows = [row for row in world.listing("checkin", *more) if row.get("id") == id]
        return [(row.get("revision"), row.get("data", {}).get("note")) for row in rows]

    id = world.save(checkin(world.placement, note="Hyldeblomst ét", privatNote="Brombærdal ét"))
    world.save(checkin(world.placement, note="Hyldeblomst to", privatNote="Brombærdal to"), id=id)
    t.equal(world.store.json("undo", "checkin", id), {"id": id, "revision": 3},
            "undo gives id and revision")
    t.equal(note(id), [(3, "Hyldeblomst ét")], "the content before is back")
    t.equal(world.listing("checkin")[0]["data"].get("privatNote"), "Brombærdal ét",
            "with what was private in it")
    world.store.json("undo", "checkin", id)
    t.equal(note(id), [(4, "Hyldeblomst to")], "undoing an undo brings it back")
    t.equal([row["id"] for row in world.listing("checkin", "--placement", world.placement)], [id],
            "it belongs where it belonged")
    roots = world.collect("after that", count=1)
    t.equal([(e["revision"], e["data"]["note"]) for e in roots[0]["poster"]
             if e["id"] == id], [(4, "Hyldeblomst to")], "the newest revision alone travels")
    world.store.json("delete", "checkin", id)
    world.store.json("undo", "checkin", id)
    t.equal(note(id), [(6, "Hyldeblomst to")], "a deleted record comes back")
    t.equal(note(id, "--deleted"), [], "and is no longer among the deleted")
    new = world.save(checkin(world.placement, note="Hyldeblomst ny"))
    world.store.json("undo", "checkin", new)
    t.equal([note(new), note(new, "--deleted")], [[], [(2, "Hyldeblomst ny")]],
            "before the first revision there was nothing")
    roots = world.collect("the rest", count=1)
    t.equal([(e["id"], e["revision"], e["handling"]) for e in roots[0]["poster"]
             if e["type"] == "checkin" and e["id"] != new], [(id, 6, "gem")], "travels")
    for label, args in (("what is unknown", ("checkin", OTHER)),
                        ("another's record", ("kontakt", world.contacts[0])),
                        ("a record of another type", ("fase", id))):
        world.store.refused("undo refuses: " + label, "undo", *args)
    world.store.refused("undo without an id is wrong use", "undo", "checkin", code=2)


@case("new epoch", needs="new-epoch")
def new_epoch(t):
    """A new epoch carries every record again; receipts of the old one count no more."""
    world = World(t)
    authority = world.authority
    kept = world.save(checkin(world.placement, note="Hyldeblomst bliver"))
    world.save(checkin(world.placement, note="Hyldeblomst bliver, rettet"), id=kept)
    gone = world.save(checkin(world.placement, note="Hyldeblomst går"))
    late = world.save(checkin(world.placement, note="Hyldeblomst sent"))
    old = world.collect("the old epoch", count=1)[0]
    world.deliver([authority.package()], expect=["modtaget"], what="its receipt")
    world.store.json("delete", "checkin", gone)
    world.save(checkin(world.placement, note="Hyldeblomst sent, rettet"), id=late)
    unsent = world.collect("one more of it, which never arrives", count=1)[0]
    answer = authority.entry("kvittering", kvittering(
        unsent["pakkeId"], sha256(world.seen[(authority.id, unsent["epoke"], 2)])))
    authority.receipts()

    value = world.store.json("new-epoch")
    t.equal([row.get("partner") for row in value.get("epoker", [])], [authority.id],
            "new-epoch names the partner")
    epoch = value["epoker"][0]["epoke"]
    partner = world.partner(world.status())
    t.equal([partner.get("epokeUd"), partner.get("naesteUd")], [epoch, 1],
            "status has the epoch, and its number 1 comes next")
    world.expect_states({kept: "gemt", late: "gemt"}, "states are those of the present epoch")
    world.deliver([authority.package([answer], receipts=False)], expect=["modtaget"],
                  what="a receipt for a package of the old epoch")
    world.expect_states({kept: "gemt", late: "gemt"}, "changes nothing")
    preview = world.store.json("preview")
    roots = world.collect("the new epoch", count=1)
    root = roots[0]
    t.equal([root["epoke"], root.get("afloeser"), root["loebenummer"], root["forrigeSha256"]],
            [epoch, [old["epoke"]], 1, None], "begins with number 1, which names the old one")
    sent = {e["id"]: (e["revision"], e["handling"]) for e in root["poster"]
            if e["type"] != "kvittering"}
    t.equal(sent, {kept: (2, "gem"), gone: (2, "slet"), late: (2, "gem")},
            "and holds every record with the revision it has, deleted ones as slet")
    t.equal([e for package in preview["pakker"] for e in package["poster"]],
            [e for e in root["poster"] if e["type"] != "kvittering"], "as the preview showed")
    t.equal([row.get("loebenummer") for row in world.rows], [1], "the old one is not sent again")
    world.deliver([authority.package()], expect=["modtaget"], what="its receipt")
    world.expect_states({kept: "modtaget", late: "modtaget"}, "counts")

    # The other end goes on with an epoch that was forgotten here, as after a restore.
    forgotten = authority.uuid()
    judge = authority.partners[world.id]
    world.store.json("new-epoch", authority.id)
    judge.replaced.update(judge.epochs)
    judge.epochs.append(forgotten)
    folder = t.path("glemt")
    row = world.store.json("export", folder)[0]
    with open(row["fil"], "rb") as file:
        data = file.read()
    t.equal(authority.take(data)[0].brief(), "afvist:epoke", "a forgotten epoch is not named")
    world.mirror.due.pop(authority.id, None)
    world.deliver([authority.package()], expect=["modtaget"], what="the receipt says so")
    world.expect_states({kept: "afvist"}, "and its entries show it")
    third = world.store.json("new-epoch")["epoker"][0]["epoke"]
    root = world.collect("then a person begins a new one", count=1)[0]
    t.equal(sorted(root["afloeser"]), sorted([old["epoke"], epoch, forgotten,
                                              contract.read_package(data)["epoke"]]),
            "which names what the receipt named")
    t.equal(root["epoke"], third, "and is taken")
    world.store.refused("new-epoch refuses a partner that is unknown", "new-epoch", OTHER)
    world.store.refused("new-epoch with something that is no id", "new-epoch", "x", code=2)


class Workplace:
    """A leader with two authorities, and buddies: one a store, one the judge."""

    def __init__(self, t):
        self.t = t
        self.world = World(t)
        self.one = self.world.authority
        self.two = contract.Authority("Jobcenter Anderledesby", "99999942", seed=78)
        self.world.authorities[self.two.id] = self.two
        theirs = self.two.make("forloeb", forloeb(7))
        self.world.deliver([self.two.package([theirs])], accept=True, expect=["modtaget"],
                           what="the second authority")
        self.here, self.there = self.world.placement, theirs["id"]
        self.store = Store(t, "buddy")
        self.store_id = self.store.init("buddy", "99999926", "Ravnsborg")["id"]
        self.judge = contract.Installation("buddy", "Tranebær", "99999926", seed=5)
        self.stream = contract.Stream(self.judge.uuid())
        self.names = {}

    def export(self):
        """The files for each buddy, and for the authorities, which take theirs."""
        out = {}
        for row in self.world.store.json("export", self.t.fresh("ud")):
            with open(row["fil"], "rb") as file:
                data = file.read()
            root = contract.read_package(data)
            for authority in (self.one, self.two):
                if row["modtager"] == authority.id:
                    result = authority.take(data, True)[0]
                    self.t.ok(result.status in ("modtaget", "kendt"), "an authority takes its own",
                              result, result.poster)
            out.setdefault(self.names.get(row["modtager"], row["modtager"]), []).append(
                (root, data))
        return out

    def up(self, entries, what, expect="modtaget"):
        """A package of the judge's to the leader."""
        entries = list(entries) + [self.judge.entry("kvittering", data)
                                   for data in self.judge.due.pop(self.world.id, [])]
        receiver = {"rolle": "leder", "navn": "x", "id": self.world.id}
        data = self.judge.seal(self.stream, self.judge.draft(self.stream, receiver, entries))
        rows = self.world.store.json("import", self.t.write(data), code=(0, 1))
        self.t.equal([row.get("status") for row in rows], [expect], what)
        return rows

    def down(self, packages, what, accept=False):
        for _, data in packages:
            self.t.ok(self.judge.take(data, accept)[0].status in ("modtaget", "kendt"), what)


def entries_in(packages, without=("kvittering",)):
    return {entry["id"]: entry for root, _ in packages for entry in root["poster"]
            if entry["type"] not in without}


@case("leader", needs="start")
def leader(t):
    """Two buddies and two authorities (with --verbs start)."""
    if not t.all:
        t.skip("a leader and its buddies", "not known types yet (--types all)")
        return
    place_ = Workplace(t)
    world, one, two = place_.world, place_.one, place_.two
    card_here = one.make("klippekort", klippekort(place_.here))
    card_there = two.make("klippekort", klippekort(place_.there))
    general = one.make("materiale", samples(place_.here, card_here["id"])["materiale"])
    loose = one.make("kontakt", kontakt(9, beskrivelse="010101-0000", nyt={"a": [1, 2.5]}))
    strange = one.make("nytSlags", {"klippekortId": card_here["id"], "tal": Raw("5e-324")})
    world.deliver([one.package([card_here, general, loose, strange]),
                   two.package([card_there])], expect=["modtaget", "modtaget"], what="the cards")

    for label, args in (("a buddy alone", ("--role", "leder", "--name", "Ravnsborg",
                                           "--placement", place_.here)),
                        ("a name", ("--role", "buddy", "--placement", place_.here)),
                        ("a placement", ("--role", "buddy", "--name", "Ravnsborg"))):
        world.store.refused("start needs " + label, "start", *args, code=2)
    world.store.refused("start refuses a placement that is unknown", "start", "--role", "buddy",
                        "--name", "Ravnsborg", "--placement", OTHER)
    place_.store.refused("only a leader starts a buddy", "start", "--role", "buddy", "--name",
                         "Ravnsborg", "--placement", place_.here)
    first = world.store.json("start", "--role", "buddy", "--name", "Ravnsborg",
                             "--placement", place_.here)
    second = world.store.json("start", "--role", "buddy", "--name", "Tranebær",
                              "--placement", place_.there)
    t.equal([sorted(first), len(first["tildelinger"])], [["partner", "tildelinger"], 1],
            "start gives a partner and its assignments")

    out = place_.export()
    a, b = entries_in(out[first["partner"]]), entries_in(out[second["partner"]])
    common = set(world.contacts) | {general["id"], loose["id"]}
    t.equal(sorted(a), sorted(common | {place_.here, card_here["id"], strange["id"],
                                        first["tildelinger"][0]}),
            "the first gets its placement, what belongs to it and what belongs to none")
    t.equal(sorted(b), sorted(common | {place_.there, card_there["id"],
                                        second["tildelinger"][0]}), "and so does the second")
    t.equal([a[id].get("ophav") for id in (place_.here, loose["id"], first["tildelinger"][0])],
            [one.id, one.id, None], "what is carried names its writer")
    t.equal([a[loose["id"]]["data"], a[strange["id"]]["data"]],
            [contract.read_json(write_json(e["data"]).encode()) for e in (loose, strange)],
            "data is carried whole, and what came from above is not judged")
    t.ok(all("id" not in root["modtager"] for root, _ in out[first["partner"]]),
         "the first package has no modtager.id")

    # The store in the first one's place, the judge in the second's.
    path = t.write(out[first["partner"]][0][1])
    t.equal(place_.store.json("import", path, code=1)[0].get("kode"), "afsender",
            "a buddy asks who that is")
    t.equal(place_.store.json("import", path, "--accept")[0].get("status"), "modtaget",
            "and takes it")
    place_.down(out[second["partner"]], "the second takes its own", accept=True)
    request = place_.judge.entry("anmodning", dict(
        samples(place_.there, card_there["id"])["anmodning"], nyt="følger med"))
    held = place_.judge.entry("checkin", checkin(place_.there, note="010101-0000"))
    other = place_.judge.entry("bilag", {"forloebId": place_.there, "fil": "x"})
    place_.up([request, held, other], "the second's first package")
    row = [row for row in world.listing("tildeling") if row["id"] == second["tildelinger"][0]]
    t.equal([row[0]["data"].get("installation"), row[0]["revision"]], [place_.judge.id, 2],
            "tells whose installation it is, and the assignment says so")
    place_.names[place_.judge.id] = "second"
    for bad, kode in ((place_.judge.entry("kontakt", kontakt(1)), "skribent"),
                      (place_.judge.entry("tildeling", samples(place_.there, OTHER)["tildeling"]),
                       "skribent"),
                      (place_.judge.entry("checkin", checkin(place_.there), ophav=OTHER),
                       "skribent"),
                      (place_.judge.entry("anmodning", dict(request["data"], ydelse="INTET")),
                       "reference")):
        rows = place_.up([bad], "a buddy may not send everything: %s" % bad["type"], "delvist")
        t.equal([item["kode"] for item in rows[0]["poster"]], [kode], "it is refused alone")

    mine = write_json(checkin(place_.here, privatNote="Brombærdal")).encode("utf-8")
    id = place_.store.json("save", "checkin", stdin=mine)["id"]
    rows = place_.store.json("export", t.path("fra-buddy"))
    rows = world.store.json("import", *[row["fil"] for row in rows])
    t.equal([row["status"] for row in rows], ["modtaget"], "the first's first package")
    place_.names[place_.store_id] = "first"
    out = place_.export()
    t.equal(sorted((e["id"], e.get("ophav")) for e in entries_in(
        out[one.id], ("kvittering", "tildeling")).values()), [(id, place_.store_id)],
        "the first authority gets what belongs to its placement")
    sent = entries_in(out[two.id], ("kvittering", "tildeling"))
    t.equal(sorted((i, e.get("ophav")) for i, e in sent.items()),
            sorted((e["id"], place_.judge.id) for e in (request, other)),
            "the second what belongs to its own, but for what is held back")
    t.equal(sent[request["id"]]["data"], request["data"], "whole")
    t.equal([row["id"] for row in world.store.json("preview")["tilbageholdt"]], [held["id"]],
            "preview names what is held back")

    answer = two.answer(request["id"], card_there["id"], "planlagt")
    world.deliver([one.package(receipts=False), two.package([answer], receipts=False)],
                  expect=["modtaget", "modtaget"], what="an answer")
    out = place_.export()
    t.ok(answer["id"] in entries_in(out["second"]), "goes where the request came from")
    t.ok(answer["id"] not in entries_in(out.get("first", [])), "and nowhere else")
    place_.down(out["second"], "and is taken")

    # What was deleted travels as such; what ended, ends.
    changed = dict(general["data"], **{"titel": "Nyt"})
    world.deliver([one.package([one.remove(loose["id"]), one.revise(general["id"], changed)],
                               receipts=False)], expect=["modtaget"],
                  what="a tombstone and a revision")
    world.store.json("delete", "tildeling", second["tildelinger"][0])
    world.deliver([two.package([two.revise(place_.there, forloeb(8))], receipts=False)],
                  expect=["modtaget"], what="a change of the placement")
    out = place_.export()
    place_.down(out["second"], "all of it is taken")
    found = {id: place_.judge.records[id] for id in (loose["id"], general["id"], place_.there,
                                                     second["tildelinger"][0])}
    t.equal([found[loose["id"]].living(), found[general["id"]].revision,
             found[place_.there].revision, found[second["tildelinger"][0]].living()],
            [False, 2, 1, False], "but what belongs to the placement that ended")

    # A new epoch downward carries the same again.
    world.store.json("new-epoch", place_.judge.id)
    out = place_.export()
    again = entries_in(out["second"])
    t.ok(place_.there not in again and again[loose["id"]]["handling"] == "slet"
         and general["id"] in again and second["tildelinger"][0] in again,
         "a new epoch carries what it gets now, and tombstones", sorted(again))
    place_.down(out["second"], "and is taken")
    t.ok("Brombærdal" not in json.dumps([root for rows in out.values() for root, _ in rows],
                                        ensure_ascii=False), "nothing private passed through")


@case("search", needs="search")
def search(t):
    """Living records by what their types name as searched (with --verbs search)."""
    world = World(t)

    def found(text, *more):
        rows = world.store.json("search", text, *more)
        for row in rows:
            if sorted(row) != ["id", "type", "uddrag"]:
                t.ok(False, "the shape of a found record", shorten(row))
        return [row["id"] for row in rows]

    one = world.save(checkin(world.placement, note="Ærlig snak om Ålborg-turen", svaert="",
                             lilleSejr="", naesteSkridt="", privatNote="Brombærdal hemmelig"))
    two = world.save(checkin(world.placement, note="Pallerne i varemodtagelsen, 100 % selv",
                             svaert="", lilleSejr="", naesteSkridt=""))
    for text, expected, what in (
            ("pallerne", [two], "a word"), ("PALLERNE", [two], "in capitals"),
            ("allern", [two], "a part of a word"), ("ærlig", [one], "with æ"),
            ("ålborg", [one], "with å"), ("aalborg", [one], "with aa for å"),
            ("om snak", [one], "two words, one short, in any order"),
            ("snak pallerne", [], "two words of two records"),
            ("se", [two], "the beginning of a word"), ("hemmelig", [one], "a private note"),
            ("100 %", [two], "a sign"), ("findesikke", [], "nothing"), ("   ", [], "blanks"),
            ("\"pallerne", [], "a quote that is not there"), ("a* OR b", [], "words of a query"),
            ("Ålborg-turen", [one], "with a hyphen"), ("i allern", [two], "one letter and a part")):
        t.equal(found(text), expected, "%s: %r" % (what, text))
    t.ok(set(world.contacts) <= set(found("Vagttelefon")), "others' records are found too")
    t.equal(len(found("Vagttelefon", "--limit", "1")), 1, "--limit")
    world.save(checkin(world.placement, note="Noget andet", svaert="", lilleSejr="",
                       naesteSkridt=""), id=two)
    t.equal(found("pallerne"), [], "what was there before is not found")
    world.store.json("delete", "checkin", one)
    t.equal(found("hemmelig"), [], "what is deleted is not found")
    world.store.json("undo", "checkin", one)
    t.equal(found("hemmelig"), [one], "until it is back")


@case("generate", needs="generate")
def generate(t):
    """Invented volume, the same for the same seed (with --verbs generate)."""
    seen = []
    for name, seed in (("en", 3), ("to", 3), ("tre", 4)):
        store = Store(t, name)
        store.init()
        store.run("generate", "--check-ins", 60, "--placements", 4, "--seed", seed)
        rows = {type_: store.json("list", type_) for type_ in ("checkin", "forloeb")}
        seen.append({type_: [{key: row[key] for key in ("id", "revision", "aendret", "data")}
                             for row in found] for type_, found in rows.items()})
    t.equal([len(seen[0]["checkin"]), len(seen[0]["forloeb"])], [60, 4], "as many as were asked for")
    t.equal(seen[0], seen[1], "the same for the same seed")
    t.ok(seen[0] != seen[2], "another for another")
    for row in seen[0]["checkin"][:20]:
        t.ok(contract.judge_entry({"type": "checkin", "id": row["id"], "revision": 1,
                                   "handling": "gem", "aendret": row["aendret"],
                                   "data": row["data"]}, t.types) is None, "each is without fault")
    rows = store.json("export", t.path("ud"))
    t.equal([row["antal"] for row in rows], [60], "all of it can be exported")
    store.refused("a store in use is not filled", "generate", "--check-ins", 1)
    store.refused("generate without a number is wrong use", "generate", code=2)


@case("two at once")
def two_at_once(t):
    """Two programs on one store: each waits a little for the other."""
    world = World(t)
    body = write_json(checkin(world.placement)).encode("utf-8")
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        runs = list(pool.map(lambda _: world.store.run("save", "checkin", stdin=body), range(4)))
    done = [run.value()["id"] for run in runs if run.code == 0]
    t.ok(len(done) >= 1 and all(run.code in (0, 1) for run in runs), "they are done or refused",
         [run.err for run in runs])
    t.equal(sorted(row["id"] for row in world.listing("checkin")), sorted(done),
            "and what was done is there")


# --------------------------------------------------------------------------
# Running.
# --------------------------------------------------------------------------

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
