# SPDX-License-Identifier: GPL-3.0-or-later
"""A package that comes in: its bytes, its fields and who sends it."""

import contract
from case import Broken, case, OTHER, shorten
from contract import encode, Pairs, Raw, write_json
from faults import bad_values, paths_of, place, wrong_kinds
from judging import compare_result
from samples import kontakt
from world import World


def with_text(draft, old, new):
    """The bytes of a package with a piece of its text replaced, once."""
    text = write_json(draft)
    if old not in text:
        raise AssertionError("nothing to replace: " + old)
    return text.replace(old, new, 1).encode("utf-8")


def byte_faults(world):
    """Label and bytes of everything that can't be read (`laesning`)."""
    authority = world.authority

    def draft(**more):
        entry = authority.entry("kontakt", dict(kontakt(), **more))
        return authority.next_draft([entry])

    good = draft()
    body = encode(good)
    yield "an empty file", b""
    yield "white space alone", b" \n\t\r\n"
    yield "a byte order mark", b"\xef\xbb\xbf" + body
    yield "UTF-16", write_json(good).encode("utf-16")
    yield "a letter after the value", body + b"x"
    yield "a second value", body + body
    yield "NUL after the value", body + b"\x00"
    yield "a comma after the value", body.rstrip() + b","
    yield "no-break space after the value", body + b"\xc2\xa0"
    yield "a vertical tab before the value", b"\x0b" + body
    yield "cut off", body[:len(body) // 2]
    yield "cut off by one", body.rstrip()[:-1]
    yield "plain text", "Hej fra kommunen".encode()
    for word in ("NaN", "Infinity", "-Infinity", "nan", "True", "None", "01", "+1", ".5", "1.",
                 "-", "1e", "1e+", "0x10", "1_000", "--1", "'x'", "undefined", "-01", "1.e3",
                 "\u0661"):
        yield "the value %s" % word, encode(draft(ekstra=Raw(word)))
    for number in ("9007199254740993", "-9007199254740993", "18446744073709551616",
                   "123456789012345678901234567890", "1e400", "-1e400", "1.8e308",
                   "1" + "0" * 400 + ".0"):
        yield "the number %s" % number[:40], encode(draft(ekstra=Raw(number)))
    yield "a great integer in the head", encode(dict(good, ekstra=Raw("9007199254740993")))
    yield "a great integer as loebenummer", encode(dict(good, loebenummer=Raw("9007199254740993")))
    for label, raw in (("a lone high surrogate", '"\\ud800"'),
                       ("a lone low surrogate", '"\\udc00"'),
                       ("surrogates in wrong order", '"\\udc00\\ud800"'),
                       ("a high surrogate before a letter", '"\\ud800x"'),
                       ("a high surrogate before another escape", '"\\ud83d\\n"'),
                       ("a high surrogate before an ordinary unit", '"\\ud83d\\u0041"'),
                       ("two high surrogates", '"\\ud83d\\ud83d\\ude00"'),
                       ("an escaped NUL", '"a\\u0000b"'),
                       ("a bare NUL", '"a\x00b"'), ("a bare line feed", '"a\nb"'),
                       ("a bare tab", '"a\tb"'), ("a bare unit separator", '"a\x1fb"'),
                       ("a bad escape", '"\\x41"'), ("a short unit", '"\\u12"'),
                       ("a bad unit", '"\\u12g4"'), ("a signed unit", '"\\u+123"'),
                       ("a capital unit", '"\\U0041"'),
                       ("an unended string", '"abc'), ("a trailing comma", "[1,]"),
                       ("a leading comma", "[,1]"), ("no comma", "[1 2]"),
                       ("a trailing comma in an object", '{"a":1,}'),
                       ("a name without quotes", "{a:1}"), ("no colon", '{"a" 1}'),
                       ("a number as name", "{1:1}"), ("a comment", "/* x */ 1"),
                       ("a line comment", "1 // x\n"), ("wrong brackets", "[1}"),
                       ("a name twice", '{"a":1,"a":1}'),
                       ("a name twice by escape", '{"a":1,"\\u0061":2}'),
                       ("a name twice, empty", '{"":1,"":1}'),
                       ("an escaped NUL in a name", '{"a\\u0000":1}'),
                       ("a lone surrogate in a name", '{"\\ud800":1}')):
        yield label, encode(draft(ekstra=Raw(raw)))
    yield "a name twice in the head", encode(Pairs(list(good.items()) + [("antal", 1)]))
    yield "a name twice in an entry", encode(dict(good, poster=[
        Pairs(list(good["poster"][0].items()) + [("revision", 1)])]))
    yield "a name twice in data", encode(dict(good, poster=[dict(
        good["poster"][0], data=Pairs(list(kontakt().items()) + [("navn", "Sølvmåge")]))]))
    for label, raw in (("a bad byte", b"\xff"), ("an overlong form", b"\xc0\xaf"),
                       ("an overlong NUL", b"\xc0\x80"), ("a surrogate in UTF-8", b"\xed\xa0\x80"),
                       ("a pair of surrogates in UTF-8", b"\xed\xa0\xbd\xed\xb8\x80"),
                       ("beyond Unicode", b"\xf4\x90\x80\x80"), ("a cut sequence", b"\xe2\x82"),
                       ("a lone continuation", b"\x80"), ("ISO 8859-1", b"S\xf8lv"),
                       ("five bytes", b"\xf8\x88\x80\x80\x80")):
        yield label, encode(draft(ekstra="HER")).replace(b"HER", raw)
    # The package is depth 1, its entries 2 and 3, and data 4.
    yield "arrays of depth 33", encode(draft(ekstra=Raw("[" * 29 + "]" * 29)))
    yield "objects of depth 33", encode(draft(ekstra=Raw('{"a":' * 28 + "{}" + "}" * 28)))
    yield "depth 33 in the head", encode(dict(good, ekstra=Raw("[" * 32 + "]" * 32)))
    yield "very deep", b"[" * 200000
    yield "very deep objects", b'{"a":' * 200000
    yield "more than 8 MiB", body + b" " * (contract.MAX_BYTES - len(body) + 1)
    yield "5,001 entries", encode(authority.next_draft(
        [{"type": "x", "id": "%08d-0000-4000-8000-000000000000" % number, "revision": 1,
          "handling": "slet", "aendret": "2026-11-16T09:00:00Z"} for number in range(5001)]))
    for label, value in (("an array", [good]), ("a text", "makker"), ("null", None),
                         ("a number", 1), ("an empty object", {})):
        yield "instead of an object: " + label, encode(value)
    yield "format missing", encode(place(good, ("format",), Ellipsis))
    for label, value in (("another", "makker"), ("null", None), ("a number", 1),
                         ("other case", "Makker-Udveksling"), ("a tail", "makker-udveksling ")):
        yield "format: " + label, encode(dict(good, format=value))
    yield "another format of a later version", encode(dict(good, format="x", version=2))


@case("laesning")
def laesning(t):
    """Section 2, bytes: what can't be read is refused, without a receipt."""
    world = World(t)
    world.collect("the receipt for the start", quiet=True)
    before = world.snapshot()
    faults = list(byte_faults(world))
    rows = many(world, faults, "afvist:laesning")
    t.ok(all("pakkeId" not in row or contract.UUID.form(row["pakkeId"]) for row in rows),
         "what is not known is left out")
    world.unchanged(before, "what can't be read changes nothing")
    world.collect("and gets no receipt", count=0)
    world.deliver([world.authority.package([world.authority.make("kontakt", kontakt(5))])],
                  expect=["modtaget"], what="the number is still free")


def many(world, faults, expected, verb="import", accept=False):
    """Give many files in one call, and report each by its label."""
    t = world.test
    paths = [t.write(data) for _, data in faults]
    if verb == "import":
        results = [world.mirror.take(data, accept) for _, data in faults]
    else:
        results = [[world.mirror.check(data, accept)] for _, data in faults]
    world.receipts += len(faults)
    rows = world.store.json(verb, *paths, *(["--accept"] if accept else []), code=(0, 1))
    if not isinstance(rows, list) or len(rows) < len(paths):
        t.ok(False, "one row for each file", "found: " + shorten(rows))
        raise Broken()
    for (label, _), result, row, path in zip(faults, results, rows, paths):
        wish = expected if isinstance(expected, str) else expected[label]
        if result[0].brief() != wish:
            raise AssertionError("the judge says %s and the test %s of: %s"
                                 % (result[0].brief(), wish, label))
        problems = compare_result(label, row, result[0])
        if row.get("fil") != path:
            problems.append("fil is %s" % shorten(row.get("fil")))
        t.none(problems, "%s is %s" % (label, wish))
    return rows


@case("readable")
def readable(t):
    """Section 2, bytes: what looks odd but must be taken, judged by check."""
    world = World(t)
    authority = world.authority

    def draft(**more):
        return authority.next_draft([authority.entry("kontakt", dict(kontakt(), **more))])

    good = draft()
    body = encode(good)
    files = [
        ("the plain one", body),
        ("white space of every kind", b" \n\r\n\t" + body.replace(b":", b" :\r\n\t ") + b"\r\n"
         if b"07:30" not in body else b" \n\r\n\t" + body.replace(b'":', b'" :\r\n\t ') + b"\r\n"),
        ("the keys in reverse", encode(Pairs(reversed(list(good.items()))))),
        ("escaped names", with_text(good, '"antal"', '"\\u0061nt\\u0061l"')),
        ("escaped text", with_text(good, "makker-udveksling", "\\u006dakker\\u002Dudveksling")),
        ("escaped solidus and quotes", encode(draft(ekstra=Raw('"\\/\\"\\\\\\b\\f\\n\\r\\t"')))),
        ("a pair of surrogates", encode(draft(beskrivelse=Raw('"\\ud83d\\ude00"')))),
        ("the last pair of surrogates", encode(draft(beskrivelse=Raw('"\\udbff\\udfff"')))),
        ("noncharacters", encode(draft(beskrivelse="a\uffff\ufffe\U0010ffffb"))),
        ("controls in a field that is not named", encode(draft(ekstra="a\x7f\x85\x07b"))),
        ("null in a field that is not named", encode(draft(ekstra=None))),
        ("an empty name", encode(draft(**{"": 1}))),
        ("names that differ by case", encode(draft(ekstra={"a": 1, "A": 2}))),
        ("the integers at the limit", encode(draft(ekstra=[9007199254740992,
                                                           -9007199254740992]))),
        ("the doubles at the limit", encode(draft(ekstra=[Raw("1.7976931348623157e308"),
                                                          Raw("-1.7976931348623157E+308"),
                                                          Raw("5e-324"), Raw("-0.0")]))),
        ("great numbers with fraction or exponent", encode(draft(
            ekstra=[Raw("1e16"), Raw("12345678901234567890.5"), Raw("0.1"), Raw("1E0")]))),
        ("arrays of depth 32", encode(draft(ekstra=Raw("[" * 28 + "]" * 28)))),
        ("objects of depth 32", encode(draft(ekstra=Raw('{"a":' * 27 + "{}" + "}" * 27)))),
        ("brackets within a text", encode(draft(ekstra="[" * 100))),
        ("exactly 8 MiB", body + b" " * (contract.MAX_BYTES - len(body))),
        ("minus nought as a count", encode(authority.next_draft([], antal=Raw("-0")))),
        ("fields that are not named everywhere", encode(dict(
            draft(), nyt=1, afsender=dict(authority.party(), nyt=[1]),
            modtager=dict(authority.receiver, nyt={}),
            poster=[dict(good["poster"][0], nyt="x", data=kontakt(
                aabningstider=[{"dage": [], "fra": "00:00", "til": "00:00", "nyt": 1}]))]))),
        ("no CVR number of the receiver", encode(authority.next_draft(
            [], modtager={"rolle": "leder", "navn": "En butik"}))),
        ("P numbers of any text", encode(authority.next_draft(
            [], afsender=dict(authority.party(), pNummer="?")))),
        ("the id of the receiver", encode(authority.next_draft(
            [], modtager=dict(authority.receiver, id=world.id)))),
        ("another name of the sender", encode(authority.next_draft(
            [], afsender=dict(authority.party(), navn="Et nyt navn", cvrNummer="1")))),
        ("another name of the receiver", encode(authority.next_draft(
            [], modtager=dict(authority.receiver, navn="Et andet navn")))),
        ("uuids of other versions", encode(authority.next_draft(
            [], pakkeId="018f0000-0000-7000-8000-000000000001"))),
        ("5,000 entries", encode(authority.next_draft(
            [{"type": "x", "id": "%08d-0000-4000-8000-000000000000" % number, "revision": 1,
              "handling": "gem", "aendret": "2026-11-16T09:00:00Z", "data": {}}
             for number in range(5000)]))),
    ]
    before = world.snapshot()
    many(world, files, "modtaget", verb="check")
    world.unchanged(before, "check changes nothing")
    far = authority.craft([], loebenummer=contract.MAX_INTEGER)
    world.deliver([far], verb="check", expect=["venter"],
                  what="the greatest number waits, with 100 missing ones named")


@case("felt")
def felt(t):
    """Section 3: each field of the package missing, of the wrong kind, out of range."""
    world = World(t)
    authority = world.authority
    world.collect("the receipt for the start", quiet=True)
    loose, faults = set(), []

    def add(label, spoil):
        root = authority.next_draft([authority.entry("kontakt", kontakt())])
        root = spoil(root)
        faults.append((label, encode(root)))
        if label.startswith("afsender"):
            loose.add(root.get("pakkeId") if isinstance(root.get("pakkeId"), str) else None)

    add("version missing", lambda root: place(root, ("version",), Ellipsis))
    for label, value in list(wrong_kinds(contract.ORDINAL)) + [("0", 0), ("-1", -1),
                                                               ("1.0", Raw("1.0"))]:
        add("version: " + label, lambda root, v=value: dict(root, version=v))
    full = contract.Part({
        "pakkeId": contract.UUID, "afsender": contract.PARTY, "modtager": contract.RECEIVER,
        "epoke": contract.UUID, "afloeser?": contract.List(contract.UUID),
        "loebenummer": contract.ORDINAL, "oprettet": contract.DATETIME,
        "antal": contract.COUNT})
    for path, kind, required in paths_of(full, {}):
        name = ".".join(map(str, path))
        if required and not isinstance(path[-1], int):
            add(name + " missing", lambda root, p=path: place(root, p, Ellipsis))
        for label, value in list(wrong_kinds(kind)) + list(bad_values(kind, required)):
            def spoil(root, path=path, value=value):
                root = dict(root, afloeser=[OTHER])
                return place(root, path, value)
            add("%s: %s" % (name, label), spoil)
    add("antal: one too many", lambda root: dict(root, antal=2))
    add("antal: one too few", lambda root: dict(root, antal=0))
    add("forrigeSha256 missing", lambda root: place(root, ("forrigeSha256",), Ellipsis))
    for label, value in wrong_kinds(contract.SHA256):
        if value is not None:
            add("forrigeSha256: " + label, lambda root, v=value: dict(root, forrigeSha256=v))
    add("poster missing", lambda root: place(root, ("poster",), Ellipsis))
    for label, value in (("null", None), ("an object", {}), ("a text", "x"), ("a number", 1)):
        add("poster: " + label, lambda root, v=value: dict(root, poster=v))
    for label, value in (("null", None), ("a text", "x"), ("an array", []), ("a number", 1)):
        add("an entry: " + label, lambda root, v=value: dict(root, poster=[v]))
    for name, kind in (("type", contract.TEXT), ("id", contract.UUID),
                       ("revision", contract.ORDINAL)):
        add("an entry without " + name,
            lambda root, n=name: place(root, ("poster", 0, n), Ellipsis))
        for label, value in list(wrong_kinds(kind)) + list(bad_values(kind, True)):
            add("an entry with %s: %s" % (name, label),
                lambda root, n=name, v=value: place(root, ("poster", 0, n), v))

    def twice(root, type_="kontakt"):
        extra = dict(root["poster"][0], type=type_)
        return dict(root, poster=root["poster"] + [extra], antal=2)
    add("an id twice", twice)
    add("an id twice, of other types", lambda root: twice(root, "forloeb"))
    add("an id twice, of an unknown type", lambda root: twice(root, "nyt"))

    before = world.snapshot()
    many(world, faults, "afvist:felt")
    world.unchanged(before, "nothing is changed by them")
    world.collect("each gets its receipt afvist", count=1, loose=loose)
    many(world, faults[:5], "afvist:felt")
    world.collect("the same refusal is told once", count=0, loose=loose)

    for label, value in (("2", 2), ("999", 999), ("the greatest", contract.MAX_INTEGER)):
        root = authority.next_draft([], version=value)
        rows = world.deliver([encode(root)], expect=["afvist:version"],
                             what="version %s is refused as such" % label)
    t.ok("pdat" in str(rows[0].get("grund", "")), "and the message asks for an update",
         shorten(rows))
    bare = encode({"format": contract.FORMAT, "version": 2, "nyt": True})
    world.deliver([bare], expect=["afvist:version"], what="even when it has nothing else")
    world.collect("version is told to a known sender", count=1)
    world.deliver([authority.package([authority.make("kontakt", kontakt(5))])],
                  expect=["modtaget"], what="the number is still free")


@case("afsender")
def afsender(t):
    """Step 2: the sender and the receiver."""
    world = World(t)
    authority = world.authority
    world.collect("the receipt for the start", quiet=True)
    before = world.snapshot()
    stranger = contract.Authority("Jobcenter Anderledesby", "99999942", seed=77)
    own = authority.craft([], afsender=dict(authority.party(), id=world.id))
    rolle = authority.craft([], afsender=dict(authority.party(), rolle="leder"))
    world.deliver([stranger.craft()], expect=["afvist:afsender"], what="an unknown sender")
    world.deliver([own], expect=["afvist:afsender"], what="the installation's own id")
    world.deliver([own], accept=True, expect=["afvist:afsender"], what="even with a yes")
    world.deliver([rolle], expect=["afvist:afsender"], what="a known id in another role")
    world.deliver([rolle], accept=True, expect=["afvist:afsender"], what="and with a yes")
    receiver = {name: value for name, value in authority.receiver.items() if name != "id"}
    for label, change in (("another role", dict(receiver, rolle="buddy")),
                          ("the role of an authority", dict(receiver, rolle="myndighed")),
                          ("another CVR number", dict(receiver, cvrNummer="99999934")),
                          ("another id", dict(receiver, id=OTHER)),
                          ("another id, all else right", dict(receiver, id=authority.id))):
        data = authority.craft([], modtager=change)
        world.deliver([data], expect=["afvist:modtager"], what="modtager: " + label)
        if label == "another id":
            world.deliver([data], accept=True, expect=["afvist:modtager"],
                          what="modtager: and no yes helps")
    misled = stranger.craft([], modtager=dict(stranger.receiver, id=OTHER))
    world.deliver([misled], accept=True, expect=["afvist:modtager"],
                  what="an unknown sender with a yes, but for someone else")
    world.deliver([stranger.craft()], expect=["afvist:afsender"],
                  what="is not known by a package that was refused")
    world.unchanged(before, "nothing is changed by any of it")
    world.collect("receipts go to the known sender alone", count=1)
    world.deliver([authority.package([authority.make("kontakt", kontakt(5))])],
                  expect=["modtaget"], what="the number is still free")

    bare = World(t, cvr=None, name="uden-cvr", start=False)
    bare.authority.receiver["cvrNummer"] = "99999926"
    bare.deliver([bare.authority.craft()], accept=True, expect=["modtaget"],
                 what="without a CVR number of its own, any will do")
