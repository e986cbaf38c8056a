# SPDX-License-Identifier: GPL-3.0-or-later
"""Anything, in any order, and a great deal of it."""

import random

import contract
from case import case, OTHER
from cases_entries import judged_entries
from contract import write_json
from judging import compare_result
from samples import checkin, forloeb, klippekort, kontakt, samples
from world import World


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
