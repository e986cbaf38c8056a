# SPDX-License-Identifier: GPL-3.0-or-later
"""Packages in an order, and the steps that judge them."""

import json

import contract
from case import case, OTHER
from cases_package import many
from contract import encode, Raw, sha256
from samples import checkin, forloeb, kontakt
from world import World


@case("kendt")
def kendt(t):
    """Step 3: known packages, and numbers and ids used again."""
    world = World(t)
    authority = world.authority
    root = contract.read_package(world.first)
    second = authority.package([authority.make("kontakt", kontakt(5))])
    world.deliver([second, second], expect=["modtaget", "kendt"], what="twice in one call")
    before = world.snapshot()
    respaced = json.dumps(root, ensure_ascii=False, indent=1).encode("utf-8")
    world.deliver([respaced], expect=["afvist:genbrug"],
                  what="the same id and content in other bytes is genbrug")
    other = authority.craft([], loebenummer=1, forrigeSha256=None)
    world.deliver([other], expect=["afvist:genbrug"], what="a number that is taken is genbrug")
    third = authority.craft([], pakkeId=root["pakkeId"])
    world.deliver([third], expect=["afvist:genbrug"], what="a taken id with a free number too")
    far = authority.craft([], pakkeId=root["pakkeId"], loebenummer=9)
    world.deliver([far], accept=True, expect=["afvist:genbrug"],
                  what="before a gap is looked at, and with a yes")
    world.deliver([world.first, second], expect=["kendt", "kendt"], what="the known stay known")
    world.unchanged(before, "nothing is changed by any of it")
    world.collect("the receipts: one for each package, one for each refusal", count=1)
    world.deliver([world.first, respaced, other], expect=["kendt", "afvist:genbrug",
                                                         "afvist:genbrug"],
                  what="all of it again")
    world.collect("no receipt comes twice", count=0)


@case("venter")
def venter(t):
    """Step 5: gaps, and what is released when they close."""
    world = World(t, start=False)
    authority = world.authority
    packages = [authority.package([authority.make("forloeb", forloeb())])]
    packages += [authority.package([authority.make("kontakt", kontakt(number))])
                 for number in range(2, 7)]
    one, two, three, four, five, six = packages
    world.deliver([two], accept=True, expect=["venter"], what="number 2 first: it waits")
    t.equal(world.listing("kontakt"), [], "and nothing of it is taken")
    partner = world.partner(world.status())
    t.equal(partner.get("mangler"), [1], "status names what is missing")
    world.collect("nothing is packed for what waits", count=0)
    world.deliver([one], expect=["modtaget"], released=["modtaget"],
                  what="its sender is known by it; number 1 releases it")
    world.deliver([five], expect=["venter"], what="number 5 waits for 3 and 4")
    world.deliver([five], expect=["venter"], what="and again")
    world.deliver([four], expect=["venter"], what="number 4 waits for 3")
    t.equal(world.partner(world.status()).get("mangler"), [3], "status: 3 is missing")
    before = world.snapshot()
    world.deliver([six], verb="check", expect=["venter"],
                  what="for number 6, those that wait are not missing")
    world.deliver([three], verb="check", expect=["modtaget"], what="check of number 3")
    world.unchanged(before, "check changes nothing")
    world.collect("receipts for what was taken, none for what waits", count=1)
    world.deliver([three, six], expect=["modtaget", "modtaget"],
                  released=["modtaget", "modtaget"],
                  what="number 3 releases 4 and 5 in order, after the files as given")
    world.agree("all of it is there")
    world.collect("and its receipts", count=1)
    t.equal(world.partner(world.status()).get("mangler"), [], "nothing is missing any more")

    # What waits blocks no number and is judged when its turn comes.
    fork = authority.next_draft([authority.entry("kontakt", kontakt(50))])
    seven = authority.package([authority.make("kontakt", kontakt(7))])
    bad = authority.craft([authority.entry("kontakt", kontakt(51))],
                          forrigeSha256="0" * 64)
    eight = authority.package([authority.make("kontakt", kontakt(8))])
    nine = authority.package([authority.make("kontakt", kontakt(9))])
    world.deliver([bad, nine], expect=["venter", "venter"],
                  what="a number 8 with a broken chain waits, and number 9")
    rows = world.deliver([seven], expect=["modtaget"], released=["afvist:kaede"],
                         what="when its turn comes the broken one is refused")
    world.deliver([eight], expect=["modtaget"], released=["modtaget"],
                  what="the right one is taken, and releases the next")
    world.deliver([encode(fork)], expect=["afvist:genbrug"], what="another number 7 is late")
    world.agree("nothing of the refused one is taken")
    world.collect("the receipts of all that", count=1)

    # Two packages with one number wait side by side.
    ten = authority.package([authority.make("kontakt", kontakt(10))])
    rival = authority.craft([authority.entry("kontakt", kontakt(52))],
                            forrigeSha256="1" * 64)
    eleven = authority.package([authority.make("kontakt", kontakt(11))])
    world.deliver([eleven, rival], expect=["venter", "venter"],
                  what="two packages with the number 11 wait")
    rows, problems = world.deliver([ten], expect=["modtaget"], quiet=True)
    briefs = sorted("%s:%s" % (row.get("status"), row.get("kode", "-")) for row in rows)
    t.ok(briefs in (["afvist:genbrug", "modtaget:-", "modtaget:-"],
                    ["afvist:kaede", "modtaget:-", "modtaget:-"]),
         "number 10 releases the right one and refuses the other", briefs, *problems)
    world.agree("the right one is there")
    gone = world.mirror.due
    loose = {data["pakkeId"] for rows in gone.values() for data in rows
             if data["status"] == "afvist"}
    world.collect("the receipts", count=1, loose=loose)
    t.equal(world.partner(world.status()).get("naesteInd"), 12, "the next number is 12")


@case("kaede")
def kaede(t):
    """Step 5: the chain."""
    world = World(t, start=False)
    authority = world.authority
    start_with = authority.craft([], forrigeSha256="0" * 64)
    world.deliver([start_with], accept=True, expect=["afvist:kaede"],
                  what="number 1 with a hash is refused")
    t.equal(world.status().get("partnere"), [], "its sender is not known by it")
    world.start()
    before = world.snapshot()
    for label, value in (("another hash", "0" * 64), ("null", None),
                         ("the hash of respaced bytes", sha256(world.first + b"\n"))):
        world.deliver([authority.craft([authority.entry("kontakt", kontakt())],
                                       forrigeSha256=value)],
                      expect=["afvist:kaede"], what="number 2 with %s is refused" % label)
    world.deliver([authority.craft([], forrigeSha256="2" * 64)], accept=True,
                  expect=["afvist:kaede"], what="no yes helps")
    world.unchanged(before, "nothing is changed")
    world.collect("the receipts", count=1)
    world.deliver([authority.package([authority.make("kontakt", kontakt(5))])],
                  expect=["modtaget"], what="the right one is taken")


@case("epoke")
def epoke(t):
    """Step 4 and section 6: epochs of the sender."""
    world = World(t, contacts=3)
    authority = world.authority
    old = authority.stream
    a, b, c = world.contacts
    two = authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge gammel"), step=4),
                             authority.make("kontakt", kontakt(9))])
    three = authority.package([authority.make("kontakt", kontakt(10))])
    four = authority.package([authority.make("kontakt", kontakt(11))])
    authority.package()
    six = authority.package([authority.make("kontakt", kontakt(12))])
    late = authority.craft([], loebenummer=5, forrigeSha256=sha256(four))
    world.deliver([two, four], expect=["modtaget", "venter"], what="the old epoch, with a gap")

    new = authority.restart(replaces=[])
    lone = authority.craft([authority.entry("kontakt", kontakt(60))])
    before = world.snapshot()
    world.deliver([lone], expect=["afvist:epoke"],
                  what="number 1 of an unknown epoch that names none is refused")
    world.deliver([authority.craft([], afloeser=[OTHER])], expect=["afvist:epoke"],
                  what="and one that names another than the present")
    world.unchanged(before, "nothing is changed by them")
    world.collect("the receipt names the present epoch", count=1)

    new.replaces = [old.epoch]
    authority.versions[a] = ["kontakt", 1, kontakt(1, navn="Sølvmåge genskabt")]
    first = authority.package([authority.entry("kontakt", kontakt(1, navn="Sølvmåge genskabt"),
                                               a, 1),
                               authority.entry("kontakt", None, b, 1),
                               authority.entry("kontakt", kontakt(2), c, 1)],
                              receipts=False)
    second = authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge ny"))])
    world.deliver([second], expect=["venter"], what="a later package of the new epoch waits")
    world.deliver([three], expect=["modtaget"], released=["modtaget"],
                  what="and the old epoch goes on")
    world.deliver([six], expect=["venter"], what="with another gap")
    world.deliver([first], expect=["modtaget"], released=["modtaget"],
                  what="number 1 that names the present epoch begins the new one")
    partner = world.partner(world.status())
    t.equal([partner.get("epokeInd"), partner.get("naesteInd"), partner.get("mangler")],
            [new.epoch, 3, []], "status: the new epoch, and nothing missing")
    world.agree("the newer epoch replaces whatever the revisions; the rest stays")
    world.deliver([late], expect=["afvist:epoke"], what="a package of the old epoch is refused")
    world.deliver([six], accept=True, expect=["afvist:epoke"],
                  what="and so is the one that waited, even with a yes")
    world.deliver([world.first, two, three], expect=["kendt"] * 3,
                  what="what was taken in it stays known")
    other = encode(authority.draft(old, dict(authority.receiver), [], loebenummer=2,
                                   pakkeId=authority.uuid()))
    world.deliver([other], expect=["afvist:genbrug"], what="and its numbers taken")
    world.collect("the receipts", count=1)

    authority.restart(replaces=[old.epoch])
    behind = authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge tre"))],
                               receipts=False)
    world.deliver([behind], expect=["afvist:epoke"],
                  what="an epoch that names only an older one is refused")
    world.deliver([behind], accept=True, expect=["modtaget"], what="but a person may accept it")
    forgotten = authority.uuid()
    third = authority.stream
    authority.restart(replaces=[forgotten, third.epoch])
    chained = authority.craft([], forrigeSha256=third.sent[-1].sha256)
    world.deliver([chained], expect=["afvist:kaede"],
                  what="number 1 of a new epoch has no package before it")
    again = authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge fire"))])
    world.deliver([again], expect=["modtaget"], what="an epoch may replace several")
    ghost = contract.Stream(forgotten)
    world.deliver([encode(authority.draft(ghost, dict(authority.receiver), []))],
                  expect=["afvist:epoke"], what="one of them was never seen, and is replaced")
    world.deliver([encode(authority.draft(ghost, dict(authority.receiver), [], loebenummer=4))],
                  expect=["afvist:epoke"], what="its later numbers do not wait")
    world.deliver([authority.package([authority.revise(a, kontakt(1, navn="Sølvmåge fem"))])],
                  expect=["modtaget"], what="the present epoch goes on")
    world.agree("the records are those of the newest epoch")
    world.collect("the receipts of all that", count=1)

    # The workplace's own packages live on through the authority's epochs.
    id = world.save(checkin(world.placement))
    world.collect("a check-in", count=1)
    world.expect_states({id: "sendt"}, "is sendt")
    authority.restart()
    world.deliver([authority.package()], expect=["modtaget"],
                  what="a new epoch that holds the receipts alone")
    world.expect_states({id: "modtaget"}, "and they count")


@case("fjernelse")
def fjernelse(t):
    """Step 6: packages that delete much wait for a person."""
    world = World(t, contacts=30)
    authority = world.authority
    left = list(world.contacts)

    def drop(count):
        gone = [authority.remove(left.pop()) for _ in range(count)]
        return gone

    world.deliver([authority.package(drop(6))], expect=["modtaget"],
                  what="six of thirty, a fifth, are taken")
    world.deliver([authority.package(drop(4))], expect=["modtaget"], what="four are never many")
    unknown = [authority.entry("kontakt") for _ in range(10)]
    world.deliver([authority.package(unknown)], expect=["modtaget"],
                  what="tombstones of unknown records delete nothing")
    world.collect("the receipts so far", count=1)
    before = world.snapshot()
    big = authority.package(drop(5) + [authority.make("kontakt", kontakt(70))])
    harmless = authority.package([authority.make("kontakt", kontakt(71))])
    world.deliver([big], verb="check", expect=["venter:fjernelse"], what="check sees it")
    world.unchanged(before, "check changes nothing")
    world.deliver([big], expect=["venter:fjernelse"], what="five of twenty wait for a yes")
    world.deliver([big], expect=["venter:fjernelse"], what="and again")
    world.deliver([harmless], expect=["venter"], what="what comes after it waits too")
    t.equal(world.partner(world.status()).get("mangler"), [5],
            "its number is counted among those missing")
    world.agree("nothing is deleted before the yes")
    world.collect("no receipt before", count=0)
    world.deliver([big], accept=True, expect=["modtaget"], released=["modtaget"],
                  what="with a yes it is taken, and the next is released")
    world.agree("then they are deleted")
    world.collect("and the receipts come", count=1)

    # The yes is for the file that was named, and for no other.
    plain = authority.package([authority.make("kontakt", kontakt(72))])
    sweep = authority.package(drop(6))
    world.deliver([sweep], expect=["venter"], what="a deletion that came too early waits")
    world.deliver([plain], accept=True, expect=["modtaget"],
                  what="a yes for the file before is no yes for it")
    world.agree("nothing is deleted")
    world.deliver([sweep], accept=True, expect=["modtaget"], what="until its own yes comes")
    chained = authority.craft([authority.entry("kontakt", None, id, 9) for id in left[:6]],
                              forrigeSha256="0" * 64)
    world.deliver([chained], expect=["afvist:kaede"], what="the chain is judged before")
    mixed = [authority.entry("kontakt", None, id, 9) for id in left[:3]]
    mixed += [authority.make("forloeb", forloeb(number)) for number in range(3)]
    world.deliver([authority.package(mixed)], expect=["modtaget"], what="three more go")
    left = left[3:]
    rest = [authority.entry("nytSlags", {"nr": number}) for number in range(6)]
    world.deliver([authority.package(rest)], expect=["modtaget"], what="six of an unknown type")
    gone = [authority.entry("nytSlags", None, entry["id"], 2) for entry in rest]
    world.deliver([authority.package(gone)], expect=["venter:fjernelse"],
                  what="deleting them waits as well")


@case("fjernelse, counted")
def removal_counted(t):
    """Step 6 counts what is deleted indeed, and a number may be taken while a file waits."""
    world = World(t, contacts=8)
    authority = world.authority
    jump = [authority.revise(id, kontakt(1), step=4) for id in world.contacts]
    world.deliver([authority.package(jump)], expect=["modtaget"], what="revision 5 of all")
    stale = [authority.entry("kontakt", None, id, 3) for id in world.contacts]
    world.deliver([authority.package(stale)], expect=["modtaget"],
                  what="tombstones that are older delete nothing")
    refused = [authority.entry("kontakt", None, id, 9, ophav=OTHER) for id in world.contacts]
    world.deliver([authority.package(refused)], expect=["delvist"],
                  what="tombstones that are refused delete nothing")
    world.agree("all of them are there")
    sweep = authority.craft([authority.entry("kontakt", None, id, 9) for id in world.contacts])
    world.deliver([sweep], expect=["venter:fjernelse"], what="all of them wait for a yes")
    rival = authority.package([authority.make("kontakt", kontakt(50))])
    world.deliver([rival], expect=["modtaget"], released=["afvist:genbrug"],
                  what="another one of that number is taken, and the one that waits comes too late")
    world.agree("nothing was deleted")
    world.deliver([sweep], accept=True, expect=["afvist:genbrug"], what="and no yes helps it")
    world.collect("the receipts", count=1)


@case("order of steps")
def order_of_steps(t):
    """The first step that fails decides."""
    world = World(t, contacts=8)
    authority = world.authority
    old = authority.stream
    stranger = contract.Authority("Jobcenter Anderledesby", "99999942", seed=77)
    wrong = dict(authority.receiver, id=OTHER)
    role = dict(authority.party(), rolle="leder")
    known = contract.read_package(world.first)["pakkeId"]
    sweep = [authority.entry("kontakt", None, id, 2) for id in world.contacts]
    other = authority.uuid()
    steps = {
        "laesning before version": ("afvist:laesning", authority.craft(
            [], version=2, ekstra=Raw("[1,]"))),
        "version before felt": ("afvist:version", authority.craft([], version=2, antal=7)),
        "version before afsender": ("afvist:version", stranger.craft([], version=3)),
        "felt before afsender": ("afvist:felt", stranger.craft([], antal=7)),
        "felt before modtager": ("afvist:felt", authority.craft([], antal=7, modtager=wrong)),
        "felt before genbrug": ("afvist:felt", authority.craft([], antal=7, pakkeId=known)),
        "felt before a gap": ("afvist:felt", authority.craft([], antal=7, loebenummer=9)),
        "afsender before modtager": ("afvist:afsender", stranger.craft([], modtager=wrong)),
        "another role before modtager": ("afvist:afsender", authority.craft(
            [], afsender=role, modtager=wrong)),
        "another role before genbrug": ("afvist:afsender", authority.craft(
            [], afsender=role, pakkeId=known)),
        "modtager before genbrug": ("afvist:modtager", authority.craft(
            [], modtager=wrong, pakkeId=known)),
        "modtager before epoke": ("afvist:modtager", authority.craft(
            [], modtager=wrong, epoke=other, loebenummer=1, forrigeSha256=None)),
        "modtager before a gap": ("afvist:modtager", authority.craft(
            [], modtager=wrong, loebenummer=9)),
        "genbrug before epoke": ("afvist:genbrug", authority.craft(
            [], pakkeId=known, epoke=other, loebenummer=1, forrigeSha256=None)),
        "genbrug before kaede": ("afvist:genbrug", authority.craft(
            [], pakkeId=known, forrigeSha256="0" * 64)),
        "epoke before kaede": ("afvist:epoke", authority.craft(
            [], epoke=other, loebenummer=1, forrigeSha256="0" * 64)),
        "epoke before fjernelse": ("afvist:epoke", authority.craft(
            sweep, epoke=other, loebenummer=1, forrigeSha256=None)),
        "kaede before fjernelse": ("afvist:kaede", authority.craft(
            sweep, forrigeSha256="0" * 64)),
        "a gap before the chain": ("venter", authority.craft(
            [], loebenummer=9, forrigeSha256="0" * 64)),
        "a gap before fjernelse": ("venter", authority.craft(sweep, loebenummer=9)),
        "a gap in an unknown epoch": ("venter", authority.craft(
            [], loebenummer=2, epoke=other)),
        "fjernelse before entries": ("venter:fjernelse", authority.craft(
            sweep + [authority.entry("kontakt", {"navn": 7})])),
    }
    before = world.snapshot()
    many(world, [(label, data) for label, (_, data) in steps.items()],
         {label: wish for label, (wish, _) in steps.items()}, verb="check")
    world.unchanged(before, "check changes nothing")
    authority.restart()
    world.deliver([authority.package()], expect=["modtaget"], what="a new epoch")
    late = encode(authority.draft(old, dict(authority.receiver), [], loebenummer=9))
    world.deliver([late], expect=["afvist:epoke"], what="a replaced epoch before a gap")
    late = encode(authority.draft(old, dict(authority.receiver), [], forrigeSha256="0" * 64))
    world.deliver([late], expect=["afvist:epoke"], what="a replaced epoch before the chain")
    world.deliver([world.first], expect=["kendt"], what="known before a replaced epoch")
