# SPDX-License-Identifier: GPL-3.0-or-later
"""Deleting, undoing, a new epoch, a leader, searching, inventing."""

import concurrent
import json

import contract
from case import case, OTHER, shorten, Store
from contract import Raw, sha256, write_json
from samples import checkin, forloeb, klippekort, kontakt, kvittering, samples
from world import World


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
