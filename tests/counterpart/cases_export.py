# SPDX-License-Identifier: GPL-3.0-or-later
"""Packages that go out, and what comes back for them."""

import json
import os

import contract
from case import case, OTHER, shorten
from contract import sha256
from samples import checkin, kontakt, kvittering
from world import World


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
