#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What fuzzing begins with: seeds.py TARGET FOLDER [DICTIONARY]

Writes one file an input: the published examples, what lies beside the checkout
where something does, and for "taking" packages of it for the store there. The
dictionary gets the words of the published schemas.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
SCHEMAS = SOURCE / "data" / "schema"
SHARED = SOURCE.parent / "shared"

# The store of fuzz-taking, as tests/exchange/mk-exchange-test.h has it.
AUTHORITY, EPOCH, PLACEMENT, SELF = (
    "-".join([digit * 8, digit * 4, "4" + digit * 3, "8" + digit * 3, digit * 12])
    for digit in "1234"
)
CARD = "77777777-7777-4777-8777-777777777777"

TEXTS = {
    "cpr": [
        "", "010101-0000", "Ring til 70 10 10 10", "010101 0000, eller 0101010000.",
        "290200\u00a00000", "310201-0000", "x0101010000x", "10101010000", "010101\u20100000",
        "ÆØÅ 010101-0000 🙂", "010101-00000", "0-010101-0000", "320101-0000010101-0000",
    ],
    "markdown": [
        "# A\n\n## B\n\nc *d* **e** `f` [g](https://example.org) ![h](pictures/h.svg)\n",
        "> Et lager.\n>\n> - a\n>   > b\n\n1. c\n2. d\n", "| a | b |\n|---|:-:|\n| 1 | *2* |\n",
        "## Hvad? (flere)\n\n- [ ] a\n  > b\n- [x] c\n  > d\n", "<b onclick='x'>&amp;&#0;</b>\n",
        "![a [b](c) ![d](e)](pictures/f.svg) g\n", "```\n\tkode\n```\n---\na\\\nb  \nc\n",
    ],
    "duration": [
        "", "7", "7,4", "2,50", "2.30", "2:30", "2.5", "3 t", "3t15", "3 timer og 15 min", "90m",
        " 1\u00a0time ", "3 h 05", "2 hours and 5 minutes", "24", "25", "999999", "0,999999",
        "1,", ",5", "-1", "1 t 60", "½", "٣", "1e3",
    ],
    "telephone": [
        "", "70101099", "+45 70 10 10 99", "0045 70101099", " (+45) 7010.1099 ", "70\u00a010\u201110\u201399",
        "+46 8 123 456 78", "0046 8 123 456 78", "(00)46/8-12345678", "0 046 8 123 456 78", "112", "1813",
        "70 10 10 99 lokal 3", "++45 70101099", "70+101099", "+1234567890123456", "٧٠١٠١٠٩٩", "tel:112",
    ],
}


# The same hours on Monday to Friday, over midnight, around the clock, and at an hour that a day skips.
SPANS = [(0x3e, 450, 960), (0xfe, 1320, 360), (0x20, 0, 0), (0xfe, 150, 170), (0xfe, 0, 1439)]


def examples():
    return {path.stem: json.loads(path.read_text()) for path in (SCHEMAS / "examples").glob("*.json")}


def entry(kind, data, number, revision=1):
    made = {"type": kind, "id": f"66666666-6666-4666-8666-{number:012d}", "revision": revision,
            "handling": "gem", "aendret": "2026-11-16T09:00:00+01:00", "data": data}
    if data is None:
        del made["data"]
        made["handling"] = "slet"
    return made


def entries():
    """One of each type, as the authority would write it."""
    made = []
    for number, (kind, data) in enumerate(sorted(examples().items())):
        if kind == "pakke":
            continue
        data |= {name: value for name, value in
                 (("forloebId", PLACEMENT), ("klippekortId", CARD)) if name in data}
        made.append(entry(kind, data, number))
        if kind == "klippekort":
            made[-1]["id"] = CARD
    return made


def package(posts, **header):
    return {
        "format": "makker-udveksling", "version": 1,
        "pakkeId": "55555555-5555-4555-8555-000000000007",
        "afsender": {"id": AUTHORITY, "rolle": "myndighed", "navn": "Jobcenter Eksempelby"},
        "modtager": {"id": SELF, "rolle": "leder", "navn": "Eksempelbutikken ApS"},
        "epoke": EPOCH, "loebenummer": 2, "forrigeSha256": "0" * 64,
        "oprettet": "2026-11-16T09:05:00+01:00", "antal": len(posts), "poster": posts,
    } | header


def packages():
    """Whole ones, at each step of the contract's section 5."""
    stranger = {"id": CARD, "rolle": "myndighed", "navn": "Jobcenter Prøveby"}
    other = CARD.replace("7", "9")
    posts = entries()
    yield package(posts)
    yield package(posts, loebenummer=5)
    yield package(posts, afsender=stranger, loebenummer=1, forrigeSha256=None)
    yield package(posts, epoke=other, loebenummer=1, forrigeSha256=None, afloeser=[EPOCH])
    yield package(posts, epoke=other, loebenummer=1, forrigeSha256=None)
    yield package([], version=2)
    yield package([], modtager={"rolle": "buddy", "navn": "Anna"})
    yield package([], pakkeId="55555555-5555-4555-8555-000000000001")


def sealed():
    """Files that begin as a sealed one does, and changes to a good one, as fuzz-sealed reads them."""
    authenticated = bytes.fromhex("060b2a864886f70d0109100117")
    yield b""
    yield b"0\x0d" + authenticated
    yield b"0\x80" + authenticated + b"\xa0\x80\0\0\0\0"
    yield b"0\x84\xff\xff\xff\xff" + authenticated
    for place in range(0, 2000, 100):
        yield b"".join(bytes([kind]) + (place + kind).to_bytes(2) + bytes([place % 251])
                       for kind in (3, 1, 2, 4))
        yield bytes([3]) + place.to_bytes(2) + bytes([place % 251])


def hours():
    """Times as somebody types them, and opening hours at a moment, as fuzz-hours reads them."""
    yield from (text.encode() for text in
                ("", "8", "8.30", "08:30", " 11.05 ", "24", "23:60", "+9", "8.-0", "8. 5", "8:5", "1e1"))
    spans = [bytes([days]) + start.to_bytes(2) + end.to_bytes(2) for days, start, end in SPANS]
    for number, span in enumerate(spans):
        for moment in 0, 331_000_000, 512_748_000 + number * 86_400:
            yield moment.to_bytes(4) + span
            yield moment.to_bytes(4) + b"".join(spans[number:])


def texts_of(target):
    made = {"sealed": sealed, "hours": hours}
    if target in made:
        yield from made[target]()
        return
    if target in TEXTS:
        yield from (text.encode() for text in TEXTS[target])
        return
    if target == "taking":
        every = entries()
        yield from (json.dumps([post]).encode() for post in every)
        yield json.dumps(every).encode()
        gone = [entry(post["type"], None, number, 2) for number, post in enumerate(every)]
        yield json.dumps([entry("forloeb", None, 99), entry("nytSlags", {"x": [1]}, 98), *gone]).encode()
        yield from (json.dumps(whole, ensure_ascii=False).encode() for whole in packages())
    else:
        yield from (path.read_bytes() for path in sorted((SCHEMAS / "examples").glob("*.json")))
        yield from (path.read_bytes() for path in
                    sorted((SHARED / "corpora" / "JSONTestSuite" / "test_parsing").glob("*.json")))
    yield from (path.read_bytes() for path in sorted((SHARED / "exchange").rglob("*.json")))


def write_seeds(target, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for text in texts_of(target):
        # What is larger makes each run slow and shows nothing more.
        if len(text) <= 100_000:
            (folder / hashlib.sha256(text).hexdigest()[:16]).write_bytes(text)


def write_dictionary(path):
    words = set()
    for schema in SCHEMAS.glob("*.json"):
        words |= set(re.findall(r'"([A-Za-z][A-Za-z0-9]+)"', schema.read_text()))
    path.write_text("".join(f'"\\"{word}\\""\n' for word in sorted(words)))


def main():
    target, folder, *dictionary = sys.argv[1:]
    write_seeds(target, Path(folder))
    for path in dictionary:
        write_dictionary(Path(path))


if __name__ == "__main__":
    main()
