# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections 1, 3, 6 and 8: the sending side, and both ends."""

import datetime
import random

from contract.entries import read_package
from contract.judge import Judge
from contract.reading import encode, sha256
from contract.words import ALL_TYPES, FORMAT


class Sent:
    """One sealed package and what its receiver said of it."""

    def __init__(self, root, data):
        self.root = root
        self.data = data
        self.sha256 = sha256(data)
        self.status = None      # None, modtaget, delvist or afvist.
        self.refused = {}       # Ids that a receipt `delvist` refused.


class Stream:
    """One sender's epoch towards one recipient."""

    def __init__(self, epoch, replaces=()):
        self.epoch = epoch
        self.replaces = list(replaces)
        self.sent = []

    def next_number(self):
        return len(self.sent) + 1

    def chain(self):
        return self.sent[-1].sha256 if self.sent else None

    def receipt(self, data):
        """Apply a receipt by the rules at the end of section 5."""
        for index, package in enumerate(self.sent):
            if (package.root["pakkeId"], package.sha256) != (data["pakkeId"], data["sha256"]):
                continue
            if package.status in ("modtaget", "delvist"):
                return
            package.status = data["status"]
            if data["status"] == "afvist":
                return
            package.refused = {item["id"]: item["kode"] for item in data.get("poster", [])}
            for lower in self.sent[:index]:
                if lower.status not in ("modtaget", "delvist"):
                    lower.status = "modtaget"
            return


def file_name(root):
    return "makker-%s-%s-%06d.json" % (root["afsender"]["id"][:8], root["epoke"][:8],
                                       root["loebenummer"])


class Installation(Judge):
    """One installation with both sides: a judge, and streams to its partners."""

    def __init__(self, rolle, navn, cvr=None, seed=1, types=ALL_TYPES):
        self.random = random.Random(seed)
        super().__init__(self.uuid(), rolle, cvr, types)
        self.navn = navn
        self.streams = {}
        self.clock = datetime.datetime(2026, 11, 16, 8, 0)

    def uuid(self):
        number = self.random.getrandbits(128)
        number = (number & ~(0xF << 76) | 4 << 76) & ~(3 << 62) | 2 << 62
        text = "%032x" % number
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

    def now(self):
        """A clock of its own, so that the same run makes the same bytes."""
        self.clock += datetime.timedelta(seconds=1)
        return self.clock.strftime("%Y-%m-%dT%H:%M:%SZ")

    def party(self):
        party = {"id": self.id, "rolle": self.rolle, "navn": self.navn}
        if self.cvr:
            party["cvrNummer"] = self.cvr
        return party

    def entry(self, type_, data=None, id=None, revision=1, **more):
        """An entry: `gem` with data, `slet` without."""
        entry = {"type": type_, "id": id or self.uuid(), "revision": revision,
                 "handling": "slet" if data is None else "gem", "aendret": self.now()}
        if data is not None:
            entry["data"] = data
        entry.update(more)
        return entry

    def draft(self, stream, receiver, entries, **changes):
        """The next package as a value, with changes, not yet sealed."""
        root = {"format": FORMAT, "version": 1, "pakkeId": self.uuid(),
                "afsender": self.party(), "modtager": receiver, "epoke": stream.epoch}
        if stream.replaces and not stream.sent:
            root["afloeser"] = list(stream.replaces)
        root.update({"loebenummer": stream.next_number(), "forrigeSha256": stream.chain(),
                     "oprettet": self.now(), "antal": len(entries), "poster": list(entries)})
        root.update(changes)
        return root

    def seal(self, stream, root):
        """Seal a package: from here its number and bytes are fixed."""
        data = encode(root)
        stream.sent.append(Sent(root, data))
        return data

    def got_receipt(self, partner, data):
        stream = self.streams.get(partner.id)
        if stream:
            stream.receipt(data)


class Authority(Installation):
    """The authority's end towards one workplace."""

    def __init__(self, navn="Jobcenter Eksempelby", cvr="99999918", rolle="leder",
                 receiver_name="Eksempelbutikken ApS", receiver_cvr="99999926", seed=1,
                 types=ALL_TYPES):
        super().__init__("myndighed", navn, cvr, seed, types)
        self.receiver = {"rolle": rolle, "navn": receiver_name}
        if receiver_cvr:
            self.receiver["cvrNummer"] = receiver_cvr
        self.stream = Stream(self.uuid())
        self.versions = {}      # Own records: id to [type, revision, data].

    # Own records.

    def make(self, type_, data, id=None):
        """A new record of the authority's, as its first entry."""
        entry = self.entry(type_, data, id)
        self.versions[entry["id"]] = [type_, 1, data]
        self.own[entry["id"]] = type_
        return entry

    def own_references(self):
        return {id: (type_, data or {}) for id, (type_, _, data) in self.versions.items()}

    def revise(self, id, data, step=1):
        """The next revision; revisions may jump by more than one."""
        version = self.versions[id]
        version[1] += step
        version[2] = data
        return self.entry(version[0], data, id, version[1])

    def remove(self, id):
        """The tombstone of a record."""
        version = self.versions[id]
        version[1] += 1
        return self.entry(version[0], None, id, version[1])

    def receipts(self):
        """The receipts that are owed, as entries, once."""
        owed = [self.entry("kvittering", data)
                for partner in sorted(self.due) for data in self.due[partner]]
        self.due = {}
        return owed

    # Packages.

    def next_draft(self, entries=(), **changes):
        return self.draft(self.stream, dict(self.receiver), entries, **changes)

    def package(self, entries=(), receipts=True, **changes):
        """Seal the next package and return its bytes."""
        entries = list(entries) + (self.receipts() if receipts else [])
        return self.seal(self.stream, self.next_draft(entries, **changes))

    def craft(self, entries=(), **changes):
        """The bytes of a next package that is not kept: for faults."""
        return encode(self.next_draft(entries, **changes))

    def start_package(self, forloeb, kontakter=(), more=()):
        """The package that starts a placement at a workplace."""
        return self.package([self.make("forloeb", forloeb)]
                            + [self.make("kontakt", data) for data in kontakter] + list(more))

    def restart(self, replaces=None):
        """Begin a new epoch, whose first package carries every record again."""
        self.stream = Stream(self.uuid(), [self.stream.epoch] if replaces is None else replaces)
        for partner in self.streams:
            self.streams[partner] = self.stream
        return self.stream

    def everything(self):
        """Every own record with the revision that it has, for a new epoch."""
        return [self.entry(type_, data, id, revision)
                for id, (type_, revision, data) in self.versions.items()]

    # What comes from the workplace.

    def know(self, partner):
        super().know(partner)
        self.streams.setdefault(partner.id, self.stream)

    def take(self, data, accept=False):
        results = super().take(data, accept)
        if results[0].status in ("modtaget", "delvist"):
            # From the first package that is taken, the recipient's id is known.
            self.receiver["id"] = read_package(data)["afsender"]["id"]
        return results

    def answer(self, anmodning_id, klippekort_id, status, klip=0, besked=None):
        """An answer to a request, or its next revision."""
        data = {"anmodningId": anmodning_id, "klippekortId": klippekort_id, "status": status,
                "klipBrugt": klip, "tidspunkt": self.now()}
        if besked:
            data["besked"] = besked
        for id, (type_, _, old) in self.versions.items():
            if type_ == "svar" and old and old["anmodningId"] == anmodning_id:
                return self.revise(id, data)
        return self.make("svar", data)
