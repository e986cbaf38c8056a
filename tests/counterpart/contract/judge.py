# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 5: taking a package."""

import copy

from contract.entries import judge_entry, may_send, read_package, REFERENCES, TYPES
from contract.kinds import ORDINAL, UUID
from contract.reading import Fault, same, sha256
from contract.words import ALL_TYPES


class Record:
    """One record from someone else, by its newest version."""

    def __init__(self, entry, writer, via, epoch):
        self.id = entry["id"]
        self.type = entry["type"]
        self.writer = writer
        self.last = None
        self.stored = 0
        self.put(entry, via, epoch)

    def put(self, entry, via, epoch):
        self.via = via
        self.epoch = epoch
        self.revision = entry["revision"]
        self.handling = entry["handling"]
        self.aendret = entry["aendret"]
        self.data = entry.get("data")
        if self.data is not None:
            self.last = self.data

    def living(self):
        return self.handling == "gem"


class Known:
    """A partner as its receiver knows it."""

    def __init__(self, party):
        self.id = party["id"]
        self.rolle = party["rolle"]
        self.navn = party["navn"]
        self.cvr = party.get("cvrNummer")
        self.epochs = []        # Every epoch begun, the present one last.
        self.replaced = set()
        self.numbers = {}       # Epoch to {number: hash of the bytes}.
        self.taken = {}         # pakkeId to the hash of the bytes.
        self.waiting = []       # The bytes of packages that wait.

    def present(self):
        return self.epochs[-1] if self.epochs else None


class Result:
    """What became of one package."""

    def __init__(self, status, kode=None, grund=None, root=None, data=b""):
        self.status = status
        self.kode = kode
        self.grund = grund
        self.mangler = []
        self.poster = []        # Refused entries as {id, revision, kode, grund}.
        self.ukendt = []        # Ids of entries of unknown types.
        self.sha256 = sha256(data)
        root = root if isinstance(root, dict) else {}
        self.pakkeId = root.get("pakkeId") if UUID.form(root.get("pakkeId")) else None
        number = root.get("loebenummer")
        self.loebenummer = number if ORDINAL.form(number) and number >= 1 else None

    def brief(self):
        return self.status + (":" + self.kode if self.kode else "")

    def codes(self):
        return {item["id"]: item["kode"] for item in self.poster}

    def __repr__(self):
        return "<%s %s>" % (self.brief(), self.grund or "")


class Judge:
    """One installation as a receiver: sections 3 to 7 for what comes in."""

    def __init__(self, own_id, rolle, cvr=None, types=ALL_TYPES):
        self.id = own_id
        self.rolle = rolle
        self.cvr = cvr
        self.types = tuple(types)
        self.partners = {}
        self.records = {}
        self.own = {}           # Own records: id to type.
        self.due = {}           # Partner to the receipts owed to it.
        self.said = set()       # Refusals already answered.
        self.order = 0

    # What the sending side adds.

    def got_receipt(self, partner, data):
        """Told of every receipt that was taken."""

    # Entry points.

    def check(self, data, accept=False):
        """The same judgement, with nothing changed."""
        return copy.deepcopy(self).take(data, accept)[0]

    def take(self, data, accept=False):
        """Take a package; the results of those that it released follow its own."""
        result, partner = self.take_one(data, accept)
        results = [result]
        if partner and result.status in ("modtaget", "delvist"):
            results += self.release(partner)
        return results

    def release(self, partner):
        results = []
        progress = True
        while progress:
            progress = False
            for waiting in list(partner.waiting):
                root = read_package(waiting)
                if root["epoke"] in partner.replaced:
                    # These are dropped without a word (section 6).
                    partner.waiting.remove(waiting)
                    continue
                if self.gap(partner, root):
                    continue
                result, _ = self.take_one(waiting, False)
                if result.status == "venter":
                    continue
                if waiting in partner.waiting:
                    partner.waiting.remove(waiting)
                results.append(result)
                progress = True
                break
        return results

    # The steps.

    def refuse(self, kode, grund, root, data):
        result = Result("afvist", kode, grund, root, data)
        sender = root.get("afsender") if isinstance(root, dict) else None
        sender_id = sender.get("id") if isinstance(sender, dict) else None
        key = (result.pakkeId, result.sha256, kode)
        if (kode != "laesning" and isinstance(sender_id, str) and sender_id in self.partners
                and result.pakkeId and key not in self.said):
            self.said.add(key)
            receipt = {"pakkeId": result.pakkeId, "sha256": result.sha256}
            if result.loebenummer:
                receipt["loebenummer"] = result.loebenummer
            receipt.update({"status": "afvist", "kode": kode, "grund": grund})
            if kode == "epoke":
                receipt["epoke"] = self.partners[sender_id].present()
            self.due.setdefault(sender_id, []).append(receipt)
        return result

    def gap(self, partner, root):
        """The numbers missing before a package, at most 100 of them.

        A number that waits is here, but for the lowest: that one waits for a
        person's yes (step 6) and counts as missing until it has it.
        """
        taken = partner.numbers.get(root["epoke"], {})
        held = set()
        for waiting in partner.waiting:
            other = read_package(waiting)
            if other["epoke"] == root["epoke"]:
                held.add(other["loebenummer"])
        gap = []
        for number in range(1, root["loebenummer"]):
            if number not in taken and (not gap or number not in held):
                gap.append(number)
                if len(gap) == 100:
                    break
        return gap

    def take_one(self, data, accept):
        try:
            root = read_package(data)
        except Fault as fault:
            return self.refuse(fault.kode, fault.grund, fault.root, data), None
        sender = root["afsender"]
        if sender["id"] == self.id:
            return self.refuse("afsender", "its own id", root, data), None
        partner = self.partners.get(sender["id"])
        if partner is None and not accept:
            return self.refuse("afsender", "an unknown sender", root, data), None
        if partner is not None and partner.rolle != sender["rolle"]:
            return self.refuse("afsender", "known in another role", root, data), partner
        if not self.is_for_me(root["modtager"]):
            return self.refuse("modtager", "for someone else", root, data), partner
        new = partner is None
        if new:
            partner = Known(sender)
        number, epoch, digest = root["loebenummer"], root["epoke"], sha256(data)
        if root["pakkeId"] in partner.taken:
            if partner.taken[root["pakkeId"]] == digest:
                return Result("kendt", root=root, data=data), partner
            return self.refuse("genbrug", "the id of another package", root, data), partner
        if number in partner.numbers.get(epoch, {}):
            return self.refuse("genbrug", "a number that is taken", root, data), partner
        if epoch in partner.replaced:
            return self.refuse("epoke", "an epoch that has been replaced", root, data), partner
        present = partner.present()
        if (number == 1 and epoch not in partner.epochs and present is not None
                and present not in root.get("afloeser", []) and not accept):
            return self.refuse("epoke", "it does not name the present epoch", root, data), partner
        gap = self.gap(partner, root)
        if gap:
            self.know(partner)
            if data not in partner.waiting:
                partner.waiting.append(data)
            result = Result("venter", root=root, data=data)
            result.mangler = gap
            return result, partner
        before = partner.numbers.get(epoch, {}).get(number - 1)
        if root["forrigeSha256"] != before:
            return self.refuse("kaede", "not the hash of the package before", root, data), partner
        fresh = epoch not in partner.epochs
        rank = len(partner.epochs) if fresh else partner.epochs.index(epoch)
        if not accept and self.sweeps(partner, root, rank):
            self.know(partner)
            if data not in partner.waiting:
                partner.waiting.append(data)
            return Result("venter", "fjernelse", "it deletes much", root, data), partner

        self.know(partner)
        if fresh:
            partner.replaced.update(partner.epochs)
            partner.replaced.update(set(root.get("afloeser", [])) - {epoch})
            partner.epochs.append(epoch)
        partner.numbers.setdefault(epoch, {})[number] = digest
        partner.taken[root["pakkeId"]] = digest
        if data in partner.waiting:
            partner.waiting.remove(data)
        partner.waiting = [held for held in partner.waiting
                           if read_package(held)["epoke"] not in partner.replaced]
        result = self.take_entries(partner, root, rank, data)
        if any(entry["type"] != "kvittering" for entry in root["poster"]):
            receipt = {"pakkeId": root["pakkeId"], "sha256": digest, "loebenummer": number,
                       "status": result.status}
            if result.poster:
                receipt["poster"] = result.poster
            self.due.setdefault(partner.id, []).append(receipt)
        return result, partner

    def know(self, partner):
        self.partners.setdefault(partner.id, partner)

    def is_for_me(self, receiver):
        if "id" in receiver:
            return receiver["id"] == self.id
        if receiver["rolle"] != self.rolle:
            return False
        return not (self.cvr and "cvrNummer" in receiver and receiver["cvrNummer"] != self.cvr)

    def sound(self, partner, entry):
        """The code of the first of `felt` to `type` that fails, or None."""
        kode = judge_entry(entry, self.types)
        if kode:
            return kode
        writer = entry.get("ophav", partner.id)
        if not may_send(partner.rolle, self.rolle, entry, partner.id, self.id, self.types):
            return "skribent"
        if entry["id"] in self.own:
            return "skribent"
        known = self.records.get(entry["id"])
        if known and known.writer != writer:
            return "skribent"
        if known and known.type != entry["type"]:
            return "type"
        return None

    def newer(self, partner, entry, rank):
        """Whether an entry is a newer version than what is known."""
        known = self.records.get(entry["id"])
        if known is None:
            return True
        if known.via != partner.id:
            # The writer's own packages win over any carrier.
            if partner.id == known.writer:
                return True
            return known.via != known.writer and entry["revision"] > known.revision
        return (rank, entry["revision"]) > (known.epoch, known.revision)

    def sweeps(self, partner, root, rank):
        """Step 6: whether a package deletes much of one type."""
        doomed = {}
        for entry in root["poster"]:
            known = self.records.get(entry["id"])
            if (entry.get("handling") == "slet" and known and known.living()
                    and self.sound(partner, entry) is None
                    and self.newer(partner, entry, rank)):
                doomed[known.type] = doomed.get(known.type, 0) + 1
        for type_, count in doomed.items():
            living = sum(1 for record in self.records.values()
                         if record.type == type_ and record.living()
                         and partner.id in (record.writer, record.via))
            if count >= 5 and count * 5 > living:
                return True
        return False

    def take_entries(self, partner, root, rank, data):
        result = Result("modtaget", root=root, data=data)
        verdicts = [self.sound(partner, entry) for entry in root["poster"]]
        here = {record.id: (record.type, record.data or record.last or {})
                for record in self.records.values()}
        here.update(self.own_references())
        for entry, verdict in zip(root["poster"], verdicts):
            if verdict is None:
                before = here.get(entry["id"], (None, {}))[1]
                here[entry["id"]] = (entry["type"], entry.get("data", before))
        for entry, verdict in zip(root["poster"], verdicts):
            verdict = verdict or self.refers(entry, here) or self.clashes(partner, entry, rank)
            if verdict:
                result.poster.append({"id": entry["id"], "revision": entry["revision"],
                                      "kode": verdict, "grund": "Afvist: " + verdict})
                continue
            if entry["type"] not in self.types:
                result.ukendt.append(entry["id"])
            if not self.newer(partner, entry, rank):
                continue
            known = self.records.get(entry["id"])
            if known:
                known.put(entry, partner.id, rank)
            else:
                known = Record(entry, entry.get("ophav", partner.id), partner.id, rank)
                self.records[entry["id"]] = known
            self.order += 1
            known.stored = self.order
            if entry["type"] == "kvittering":
                self.got_receipt(partner, entry["data"])
        if result.poster:
            result.status = "delvist"
        return result

    def own_references(self):
        return {}

    def refers(self, entry, here):
        if entry["handling"] != "gem" or entry["type"] not in self.types:
            return None
        data = entry["data"]
        fields = TYPES[entry["type"]].fields
        for name, type_ in REFERENCES:
            if name in fields and name in data and here.get(data[name], (None,))[0] != type_:
                return "reference"
        if entry["type"] == "anmodning" and entry["id"] not in self.records:
            card = here[data["klippekortId"]][1]
            if data["ydelse"] not in [item["kode"] for item in card.get("ydelser", [])]:
                return "reference"
        return None

    def clashes(self, partner, entry, rank):
        known = self.records.get(entry["id"])
        if (known and known.via == partner.id
                and (known.epoch, known.revision) == (rank, entry["revision"])
                and not (known.handling == entry["handling"]
                         and same(known.data, entry.get("data")))):
            return "revision"
        return None
