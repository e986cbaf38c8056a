# SPDX-License-Identifier: GPL-3.0-or-later
"""How the command line is used, and the store that it makes."""

import json
import os

import contract
from case import case, OTHER, shorten, Store
from contract import Raw, write_json
from faults import place
from samples import checkin, forloeb, kontakt, kvittering
from world import World


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
