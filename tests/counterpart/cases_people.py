# SPDX-License-Identifier: GPL-3.0-or-later
"""More than one authority, buddies, and what stays here."""

import json
import os
import subprocess

import contract
from case import case, OTHER, shorten
from cases_export import counts
from contract import sha256, write_json
from samples import checkin, forloeb, kontakt, kvittering
from world import World


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


@case("person", needs="person")
def person(t):
    """All that is kept about one person, and nothing about another (with --verbs person)."""
    world = World(t)
    other = world.authority.make("forloeb", forloeb(8))
    world.deliver([world.authority.package([other])], expect=["modtaget"], what="a second person")
    long = "\n".join("Hyldeblomst linje %d" % number for number in range(1, 61))
    mended = world.save(checkin(world.placement, note="Hyldeblomst før", privatNote="Brombærdal"))
    world.save(checkin(world.placement, note=long, privatNote="Brombærdal"), id=mended)
    gone = world.save(checkin(world.placement, note="Tranebær slettet"))
    world.store.json("delete", "checkin", gone)
    foreign = world.save(checkin(other["id"], note="Kun om den anden"))

    path = t.path("alt.json")
    t.equal(world.store.json("person", world.placement, path), {"fil": path}, "JSON is written")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    whole = json.loads(text)
    t.equal(sorted(whole), ["forloebId", "kladder", "poster", "udskrevet"], "its shape")
    t.equal(whole["forloebId"], world.placement, "whom it is about")
    kept = {entry["id"]: entry for entry in whole["poster"]}
    t.equal(kept.get(world.placement, {}).get("fra"), world.authority.navn,
            "the placement itself is in it, with whom it came from")
    t.ok("fra" not in kept[mended], "what was written here came from nobody else")
    t.equal((kept[mended]["data"]["note"], kept[mended]["data"]["privatNote"]),
            (long, "Brombærdal"), "what stands there now, and what is private")
    t.equal([one["data"]["note"] for one in kept[mended]["tidligere"]], ["Hyldeblomst før"],
            "how it stood before")
    t.equal((kept[gone]["slettet"], kept[gone]["data"]["note"]), (True, "Tranebær slettet"),
            "what was deleted, with what it held")
    t.ok(foreign not in kept and other["id"] not in text and "Kun om den anden" not in text,
         "nobody else is in it")

    paper = t.path("alt.pdf")
    t.equal(world.store.run("person", world.placement, paper).code, 0, "PDF is written")
    with open(paper, "rb") as file:
        t.ok(file.read(5) == b"%PDF-", "it is one")
    words = subprocess.run(["pdftotext", paper, "-"], stdout=subprocess.PIPE, check=True)
    words = " ".join(words.stdout.decode("utf-8").split())
    t.none([line for line in long.split("\n") + ["Hyldeblomst før", "Brombærdal", "Tranebær slettet"]
            if line not in words], "the paper says all of it")
    t.ok("Kun om den anden" not in words, "and nothing about anybody else")

    with open(path, "rb") as file:
        before = file.read()
    world.save(checkin(world.placement, note="Hyldeblomst ny"))
    world.store.refused("a file in the way", "person", world.placement, path)
    with open(path, "rb") as file:
        t.ok(file.read() == before, "which is left as it was")
    world.store.refused("nobody's placement", "person", OTHER, t.path("ingen.json"))
    world.store.refused("an id that is no placement", "person", mended, t.path("ingen.json"))
    world.store.refused("a folder that is not there", "person", world.placement,
                        t.path("ingen/alt.pdf"))
    for label, args in (("no file", (world.placement,)), ("no UUID", ("mia", path)),
                        ("an ending that says nothing", (world.placement, t.path("alt.txt")))):
        t.equal(world.store.run("person", *args).code, 2, label + " is wrong use")
    t.ok(not os.path.exists(t.path("ingen.json")), "nothing is written when refused")
