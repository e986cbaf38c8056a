#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workplace made of the judge, behind the command line of the program.

This is no product: it keeps everything in one plain file.  It exists so that
`test_ctl.py` can be tested by itself: every check there must pass against this
model, and with `MODEL_FAULT` set to one of the names in FAULTS, which breaks
the model in one place, some check must fail.
"""

import datetime
import hashlib
import json
import os
import pickle
import random
import re
import sys

import contract
from model_arguments import arguments, Usage

FAULTS = ("accept-always", "no-chain", "no-sweep", "half-package", "receipt-any-hash",
          "afvist-final", "resend-new-bytes", "leak-private", "leak-cpr", "no-afvist-receipt",
          "receipt-each-time", "older-wins", "drop-unknown-field", "bom-ok", "surrogate-ok",
          "duplicate-ok", "utf16-length", "gap-refused", "check-changes", "waiting-claims-number",
          "venter-forgets", "names-on-stderr", "epoch-by-revision", "same-body-clash",
          "depth-33", "lower-not-received")
FAULT = os.environ.get("MODEL_FAULT", "")

PRIVATE = {"checkin": {"privatNote": contract.TEXT, "sendesTidligst": contract.DATETIME}}


class Refused(Exception):
    """A refusal: exit status 1."""


class Own:
    """One record of this installation."""

    def __init__(self, type_):
        self.type = type_
        self.revision = 0
        self.data = None
        self.aendret = None
        self.handling = "gem"
        self.stored = 0


class Workplace(contract.Installation):
    def __init__(self, rolle, navn, cvr, types):
        seed = int.from_bytes(os.urandom(8), "big")
        super().__init__(rolle, navn, cvr, seed, types)
        self.clock = datetime.datetime.utcnow().replace(microsecond=0)
        self.mine = {}

    def own_references(self):
        return {id: (own.type, own.data or {}) for id, own in self.mine.items()}

    # Deliberate faults, one at a time.

    def take_one(self, data, accept):
        if FAULT == "accept-always":
            accept = True
        if FAULT == "bom-ok" and data.startswith(b"\xef\xbb\xbf"):
            data = data[3:]
        return super().take_one(data, accept)

    def sweeps(self, partner, root, rank):
        return FAULT != "no-sweep" and super().sweeps(partner, root, rank)

    def newer(self, partner, entry, rank):
        known = self.records.get(entry["id"])
        if FAULT == "older-wins":
            return True
        if FAULT == "epoch-by-revision" and known:
            return entry["revision"] > known.revision
        return super().newer(partner, entry, rank)

    # Own records.

    def save(self, type_, data, id=None):
        if type_ not in self.types or type_ not in contract.WORKPLACE_TYPES:
            raise Refused("a type that is another's to write")
        if id is not None and (id not in self.mine or self.mine[id].type != type_):
            raise Refused("no such record")
        if not isinstance(data, dict):
            raise Refused("no object")
        data = clean(data)
        private = {name: data.pop(name) for name in list(data) if name in PRIVATE.get(type_, {})}
        for name, value in private.items():
            kind = PRIVATE[type_][name]
            if not kind.form(value) or kind.value(value, False):
                raise Refused(name)
        unknown(contract.TYPES[type_], data)
        if not contract.form_of(type_, data):
            raise Refused("a field is missing or of the wrong kind")
        why = contract.value_of(type_, data)
        if why:
            raise Refused("a field is out of range")
        here = {record.id: (record.type, record.data or record.last or {})
                for record in self.records.values()}
        here.update(self.own_references())
        entry = {"id": id or self.uuid(), "type": type_, "handling": "gem", "data": data}
        if id is None and self.refers(entry, here):
            raise Refused("something that it refers to is not known")
        own = self.mine.setdefault(entry["id"], Own(type_))
        self.own[entry["id"]] = type_
        own.revision += 1
        own.handling = "gem"
        own.data = dict(data, **private)
        self.touch(own)
        return {"id": entry["id"], "revision": own.revision}

    def delete(self, type_, id):
        own = self.mine.get(id)
        if own is None or own.type != type_ or own.handling == "slet":
            raise Refused("no such record")
        own.revision += 1
        own.handling = "slet"
        self.touch(own)
        return {"id": id, "revision": own.revision}

    def touch(self, own):
        own.aendret = self.now()
        self.order += 1
        own.stored = self.order

    def recipient(self, own):
        record = self.records.get((own.data or {}).get("forloebId"))
        if record:
            return record.via
        card = self.records.get((own.data or {}).get("klippekortId"))
        if card:
            place = self.records.get((card.last or {}).get("forloebId"))
            return place.via if place else card.via
        return next(iter(self.partners), None)

    def shown(self, own):
        """What travels of a record."""
        hidden = PRIVATE.get(own.type, {})
        if FAULT == "leak-private":
            hidden = {}
        return {name: value for name, value in own.data.items() if name not in hidden}

    def held(self, own):
        """Why a record is held back, or None."""
        if own.handling == "slet":
            return None
        if FAULT != "leak-cpr" and any(map(contract.cpr_shaped, texts(self.shown(own)))):
            return "Teksten ligner et CPR-nummer."
        when = own.data.get("sendesTidligst")
        if when and instant(when) > datetime.datetime.now(datetime.timezone.utc):
            return "Sendes tidligst senere."
        return None

    def packed(self, id, own):
        stream = self.streams.get(self.recipient(own))
        found = None
        for package in stream.sent if stream else ():
            for entry in package.root["poster"]:
                if entry["id"] == id and entry["revision"] == own.revision:
                    found = package
        return found

    def tilstand(self, id, own):
        package = self.packed(id, own)
        if package is None:
            return "tilbageholdt" if self.held(own) else "gemt"
        if package.status is None:
            return "sendt"
        if package.status == "delvist" and id in package.refused:
            return "afvist"
        return "afvist" if package.status == "afvist" else "modtaget"

    def pending(self, partner):
        entries = []
        for id, own in self.mine.items():
            if (self.recipient(own) != partner or self.packed(id, own) or self.held(own)):
                continue
            entry = {"type": own.type, "id": id, "revision": own.revision,
                     "handling": own.handling, "aendret": own.aendret}
            if own.handling == "gem":
                entry["data"] = self.shown(own)
            entries.append(entry)
        return entries

    def pack(self):
        for id, partner in self.partners.items():
            stream = self.streams.setdefault(id, contract.Stream(self.uuid()))
            entries = self.pending(id)
            entries += [self.entry("kvittering", data) for data in self.due.pop(id, [])]
            if not entries:
                continue
            receiver = {"rolle": partner.rolle, "navn": partner.navn}
            if partner.taken:
                receiver["id"] = id
            if partner.cvr:
                receiver["cvrNummer"] = partner.cvr
            while entries:
                # More data becomes more packages.
                size, count = 2000, 0
                while count < min(len(entries), contract.MAX_ENTRIES):
                    size += len(contract.encode(entries[count]))
                    if size > contract.MAX_BYTES and count:
                        break
                    count += 1
                self.seal(stream, self.draft(stream, receiver, entries[:count]))
                entries = entries[count:]

    def export(self, folder, start):
        self.pack()
        files, listed = [], []
        for id, stream in self.streams.items():
            for number, package in enumerate(stream.sent, 1):
                if (number < start if start else package.status in ("modtaget", "delvist")):
                    continue
                data = package.data
                if FAULT == "resend-new-bytes" and start:
                    data = b" " + data
                path = os.path.join(folder, contract.file_name(package.root))
                files.append((path, data))
                listed.append({"fil": path, "pakkeId": package.root["pakkeId"], "modtager": id,
                               "loebenummer": number, "antal": package.root["antal"]})
        for path, data in files:
            if os.path.exists(path) and open(path, "rb").read() != data:
                raise Refused("a file of that name has other bytes")
        os.makedirs(folder, exist_ok=True)
        for path, data in files:
            with open(path, "wb") as file:
                file.write(data)
        return listed

    # Shapes.

    def listing(self, type_, placement, deleted):
        rows = []
        for record in self.records.values():
            if record.type == type_ and record.living() != deleted:
                rows.append((record.stored, {
                    "id": record.id, "revision": record.revision, "ophav": record.writer,
                    "aendret": record.aendret, "tilstand": "hentet", "data": record.last}))
        for id, own in self.mine.items():
            if own.type == type_ and (own.handling == "slet") == deleted:
                rows.append((own.stored, {
                    "id": id, "revision": own.revision, "ophav": self.id, "aendret": own.aendret,
                    "tilstand": self.tilstand(id, own), "data": own.data}))
        rows = [row for _, row in sorted(rows, key=lambda row: -row[0])]
        if placement:
            rows = [row for row in rows if placement in
                    (row["id"], (row["data"] or {}).get("forloebId"))]
        return rows

    def status(self):
        partners = []
        for id, partner in self.partners.items():
            stream = self.streams.get(id)
            epoch = partner.present()
            numbers = partner.numbers.get(epoch, {})
            waiting = [contract.read_package(data) for data in partner.waiting]
            ahead = [root for root in waiting if root["epoke"] == epoch] or waiting
            mangler = []
            for root in ahead:
                mangler += [number for number in self.gap(partner, root) if number not in mangler]
                if not self.gap(partner, root):
                    mangler.append(root["loebenummer"])
            partners.append({
                "id": id, "rolle": partner.rolle, "navn": partner.navn,
                "epokeUd": stream.epoch if stream else None,
                "naesteUd": stream.next_number() if stream else 1,
                "epokeInd": epoch, "naesteInd": len(numbers) + 1, "mangler": sorted(mangler)})
        counts = dict.fromkeys(("gemt", "sendt", "modtaget", "afvist", "tilbageholdt"), 0)
        for id, own in self.mine.items():
            counts[self.tilstand(id, own)] += 1
        return {"installation": {"id": self.id, "rolle": self.rolle, "navn": self.navn},
                "partnere": partners, "antal": counts}


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def clean(value):
    """Writers turn CR LF into LF."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    if isinstance(value, dict):
        return {name: clean(item) for name, item in value.items()}
    if isinstance(value, list):
        return [clean(item) for item in value]
    return value


def unknown(kind, value):
    if isinstance(kind, contract.Part) and isinstance(value, dict):
        for name, item in value.items():
            if name not in kind.fields:
                raise Refused("an unknown name")
            unknown(kind.fields[name][0], item)
    elif isinstance(kind, contract.List) and isinstance(value, list):
        for item in value:
            unknown(kind.item, item)


def cvr_is_valid(text):
    return (re.fullmatch(r"[1-9][0-9]{7}", text) is not None
            and sum(int(d) * w for d, w in zip(text, (2, 7, 6, 5, 4, 3, 2, 1))) % 11 == 0)


def element(path, result):
    row = {"fil": path, "status": result.status}
    if result.pakkeId:
        row["pakkeId"] = result.pakkeId
    if result.loebenummer:
        row["loebenummer"] = result.loebenummer
    if result.kode:
        row["kode"] = result.kode
        row["grund"] = result.grund
    if result.mangler:
        row["mangler"] = result.mangler
    poster = list(result.poster) + [{"id": id, "revision": 1, "kode": "ukendt", "grund": "Ukendt"}
                                    for id in result.ukendt]
    if poster:
        row["poster"] = poster
    return row


def break_contract():
    """Apply the faults that sit in the contract module itself."""
    if FAULT == "no-chain":
        old = contract.Judge.take_one

        def take_one(self, data, accept):
            try:
                root = contract.read_package(data)
                known = self.partners.get(root["afsender"]["id"])
                numbers = known.numbers.get(root["epoke"], {}) if known else {}
                numbers[root["loebenummer"] - 1] = root["forrigeSha256"]
            except contract.Fault:
                pass
            return old(self, data, accept)
        contract.Judge.take_one = take_one
    if FAULT == "surrogate-ok":
        old_unit = contract.Reader.unit

        def unit(self):
            code = old_unit(self)
            return 0x41 if code == 0xD800 else code
        contract.Reader.unit = unit
    if FAULT == "depth-33":
        contract.MAX_DEPTH = 33
    if FAULT == "utf16-length":
        old_value = contract.Text.value
        contract.Text.value = lambda self, value, required: (
            "long" if self.most and len(value.encode("utf-16-le")) > 2 * self.most
            else old_value(self, value, required))
    if FAULT == "same-body-clash":
        contract.same = lambda one, two: json.dumps(one) == json.dumps(two)
    if FAULT == "receipt-any-hash":
        old_receipt = contract.Stream.receipt

        def receipt(self, data):
            for package in self.sent:
                if package.root["pakkeId"] == data["pakkeId"]:
                    data = dict(data, sha256=package.sha256)
            old_receipt(self, data)
        contract.Stream.receipt = receipt
    if FAULT == "afvist-final":
        old_final = contract.Stream.receipt

        def receipt(self, data):
            if all(package.status != "afvist" for package in self.sent):
                old_final(self, data)
        contract.Stream.receipt = receipt
    if FAULT == "lower-not-received":
        old_lower = contract.Stream.receipt

        def receipt(self, data):
            before = [package.status for package in self.sent]
            old_lower(self, data)
            for package, status in zip(self.sent, before):
                if package.root["pakkeId"] != data["pakkeId"]:
                    package.status = status
        contract.Stream.receipt = receipt
    if FAULT in ("no-afvist-receipt", "receipt-each-time"):
        old_refuse = contract.Judge.refuse

        def refuse(self, *args):
            owed = {id: list(rows) for id, rows in self.due.items()}
            if FAULT == "receipt-each-time":
                self.said.clear()
            result = old_refuse(self, *args)
            if FAULT == "no-afvist-receipt":
                self.due = owed
            return result
        contract.Judge.refuse = refuse
    if FAULT == "half-package":
        old_entries = contract.Judge.take_entries

        def take_entries(self, partner, root, rank, data):
            result = old_entries(self, partner, root, rank, data)
            if result.poster:
                for entry in root["poster"]:
                    self.records.pop(entry["id"], None)
            return result
        contract.Judge.take_entries = take_entries
    if FAULT == "drop-unknown-field":
        old_put = contract.Record.put

        def put(self, entry, via, epoch):
            if entry["type"] in contract.TYPES and entry.get("data"):
                fields = contract.TYPES[entry["type"]].fields
                entry = dict(entry, data={n: v for n, v in entry["data"].items() if n in fields})
            old_put(self, entry, via, epoch)
        contract.Record.put = put
    if FAULT == "gap-refused":
        old_gap = contract.Judge.take_one

        def take_one(self, data, accept):
            result, partner = old_gap(self, data, accept)
            if result.status == "venter" and not result.kode:
                result = contract.Result("afvist", "kaede", "a gap")
            return result, partner
        contract.Judge.take_one = take_one
    if FAULT == "waiting-claims-number":
        old_claim = contract.Judge.take_one

        def take_one(self, data, accept):
            try:
                root = contract.read_package(data)
                for partner in self.partners.values():
                    for held in map(contract.read_package, partner.waiting):
                        if (held["epoke"] == root["epoke"] and held["pakkeId"] != root["pakkeId"]
                                and held["loebenummer"] == root["loebenummer"]):
                            return contract.Result("afvist", "genbrug", "x", root, data), partner
            except contract.Fault:
                pass
            return old_claim(self, data, accept)
        contract.Judge.take_one = take_one
    if FAULT == "venter-forgets":
        contract.Judge.release = lambda self, partner: []
    if FAULT == "duplicate-ok":
        source = contract.Reader.fail
        contract.Reader.fail = lambda self, why: None if "twice" in why else source(self, why)


def main():
    args = arguments()
    types = contract.ALL_TYPES if args.types == "all" else contract.BASIC_TYPES
    path = os.path.join(args.data_dir, "model.pickle")
    try:
        with open(args.passphrase_file, "rb") as file:
            key = hashlib.sha256(file.readline().strip()).digest()
    except OSError as error:
        raise Refused("no passphrase file") from error
    if args.verb == "init":
        if args.cvr is not None and not cvr_is_valid(args.cvr):
            raise Usage("--cvr fails its check")
        if os.path.exists(args.data_dir) and os.listdir(args.data_dir):
            raise Refused("something is in the way")
        os.makedirs(args.data_dir, exist_ok=True)
        store = Workplace(args.role, args.name, args.cvr, types)
        keep(path, key, store)
        return {"id": store.id, "gendannelsesnoegle": "%040x" % random.getrandbits(160)}, 0
    try:
        with open(path, "rb") as file:
            locked, store = pickle.load(file)
    except OSError as error:
        raise Refused("no store") from error
    if locked != key:
        raise Refused("the key does not open it")
    status = 0
    if args.verb in ("import", "check"):
        rows, released = [], []
        for name in args.files:
            try:
                with open(name, "rb") as file:
                    data = file.read()
            except OSError:
                rows.append({"fil": name, "status": "afvist", "kode": "laesning",
                             "grund": "Filen kan ikke læses."})
                continue
            if args.verb == "check" and FAULT != "check-changes":
                results = [store.check(data, args.accept)]
            else:
                results = store.take(data, args.accept)
            rows.append(element(name, results[0]))
            released += [element(name, result) for result in results[1:]]
            if FAULT == "names-on-stderr":
                sys.stderr.write(data.decode("utf-8", "replace"))
        value = rows + released
        if any(row["status"] == "afvist" or row.get("kode") == "fjernelse" for row in value):
            status = 1
            sys.stderr.write("not every file was taken\n")
    elif args.verb == "save":
        if args.type not in contract.ALL_TYPES:
            raise Usage("no such type")
        try:
            if args.file:
                with open(args.file, "rb") as file:
                    data = contract.read_json(file.read())
            else:
                data = contract.read_json(sys.stdin.buffer.read())
        except (OSError, contract.Fault) as error:
            raise Refused("no JSON to read") from error
        value = store.save(args.type, data, args.id)
    elif args.verb == "delete":
        value = store.delete(args.type, args.id)
    elif args.verb == "list":
        if args.type not in contract.ALL_TYPES:
            raise Usage("no such type")
        value = store.listing(args.type, args.placement, args.deleted)
        stop = None if args.limit is None else args.offset + args.limit
        value = value[args.offset:stop]
    elif args.verb == "preview":
        value = {"pakker": [{"modtager": id, "poster": store.pending(id)}
                            for id in store.partners if store.pending(id)],
                 "tilbageholdt": [{"type": own.type, "id": id, "grund": store.held(own)}
                                  for id, own in store.mine.items() if store.held(own)]}
    elif args.verb == "export":
        value = store.export(args.folder, args.start)
    else:
        value = store.status()
    keep(path, key, store)
    return value, status


def keep(path, key, store):
    with open(path + ".new", "wb") as file:
        pickle.dump((key, store), file)
    os.replace(path + ".new", path)


if __name__ == "__main__":
    break_contract()
    try:
        answer, code = main()
        json.dump(answer, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
        sys.exit(code)
    except Usage as problem:
        sys.stderr.write("usage: %s\n" % problem)
        sys.exit(2)
    except Refused as problem:
        sys.stderr.write("refused: %s\n" % problem)
        sys.exit(1)
