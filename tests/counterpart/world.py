# SPDX-License-Identifier: GPL-3.0-or-later
"""A workplace with its authority, and the judge beside it."""

import os

import contract
from case import Broken, shorten, Store
from contract import same, write_json
from judging import (
    compare_export, compare_receipts, compare_record, compare_rows, judge_writing, rival_order)
from samples import forloeb, kontakt


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
