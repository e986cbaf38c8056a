# SPDX-License-Identifier: GPL-3.0-or-later
"""Entries one by one: every fault of every field of every type."""

import json

import contract
from case import ANOTHER, Broken, case, CASES, OTHER, shorten
from contract import encode, Raw, sha256, write_json
from faults import bad_values, field_faults, good_values, wrong_kinds
from samples import checkin, forloeb, klippekort, kontakt, kvittering, samples
from world import World


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
