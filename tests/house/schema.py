#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schemas take what the contract takes: schema.py SOURCE-FOLDER

Holds the examples, changed examples and, where they lie beside the checkout,
the packages of ../shared/exchange against data/schema. Says TAP.
"""

import copy
import json
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not there")
    sys.exit(0)

GONE = object()

# What the contract refuses: example, place, value in it (GONE: left out).
REFUSED = [
    ("forloeb", "kandidat", GONE),
    ("forloeb", "kandidat/alias", GONE),
    ("forloeb", "kandidat/alias", ""),
    ("forloeb", "stilling", "linje\rskift"),
    ("forloeb", "stilling", "\x7f"),
    ("forloeb", "stilling", "\x85"),
    ("forloeb", "stilling", "å" * 10001),
    ("forloeb", "sagsreference", "å" * 65),
    ("forloeb", "startDato", "2-11-2026"),
    ("forloeb", "startDato", "2026-13-01"),
    ("forloeb", "startDato", "2026-11-32"),
    ("forloeb", "maalMinutterPrMaaned", -1),
    ("forloeb", "maalMinutterPrMaaned", 1.5),
    ("forloeb", "maalMinutterPrMaaned", 2**53 + 1),
    ("kontakt", "aabningstider", GONE),
    ("kontakt", "aabningstider/0/dage/0", 0),
    ("kontakt", "aabningstider/0/dage/0", 8),
    ("kontakt", "aabningstider/0/dage/0", "1"),
    ("kontakt", "aabningstider/0/fra", "24:00"),
    ("kontakt", "aabningstider/0/fra", "7:30"),
    ("kontakt", "aabningstider/0/til", GONE),
    ("kontakt", "prioritet", 0),
    ("kontakt", "forloebId", "5D1F0C3E-8A53-4B0E-9D11-3A6F0E7C2B01"),
    ("checkin", "tidspunkt", "2026-11-20T14:30:00"),
    ("checkin", "tidspunkt", "2026-11-20t14:30:00Z"),
    ("checkin", "tidspunkt", "2026-11-20T14:30:60Z"),
    ("checkin", "tidspunkt", "2026-11-20T14:30:00+14:01"),
    ("checkin", "fremmoede", "ukendt"),
    ("checkin", "loennedeMinutter", 1441),
    ("checkin", "trivsel", 0),
    ("checkin", "trivsel", 6),
    ("checkin", "puls/autonomi", GONE),
    ("checkin", "behovForHjaelp", "false"),
    ("checkin", "behovForHjaelp", 0),
    ("kvittering", "sha256", "9F86D081"),
    ("kvittering", "status", "kendt"),
    ("kvittering", "poster/0/grund", GONE),
    ("pakke", "format", "andet"),
    ("pakke", "version", 2),
    ("pakke", "poster", GONE),
    ("pakke", "forrigeSha256", GONE),
    ("pakke", "forrigeSha256", "x"),
    ("pakke", "afsender/id", GONE),
    ("pakke", "afsender/rolle", "borger"),
    ("pakke", "afloeser/0", "x"),
    ("pakke", "loebenummer", 0),
    ("pakke", "antal", -1),
    ("pakke", "poster/0/data", GONE),
    ("pakke", "poster/0/data/forfatter", GONE),
    ("pakke", "poster/0/data/trivsel", 6),
    ("pakke", "poster/0/handling", "ret"),
    ("pakke", "poster/0/ophav", ""),
    ("pakke", "poster/0/revision", 0),
    ("pakke", "poster/1/data", {}),
    ("pakke", "poster/2/data/status", "kendt"),
]

# What it takes, the same way.
TAKEN = [
    ("forloeb", "stilling", "å" * 10000),
    ("forloeb", "stilling", "🙂" * 10000),
    ("forloeb", "stilling", "én\nto\ttre"),
    ("forloeb", "forventetSlutDato", GONE),
    ("forloeb", "maalMinutterPrMaaned", 2**53),
    ("kontakt", "email", ""),
    ("kontakt", "aabningstider", []),
    ("kontakt", "aabningstider/0/dage", []),
    ("checkin", "puls", GONE),
    ("checkin", "tidspunkt", "2026-11-20T14:30:00.123456789-00:00"),
    ("checkin", "tidspunkt", "2026-11-20T14:30:00+14:00"),
    ("kvittering", "poster", []),
    ("pakke", "forrigeSha256", "0" * 64),
    ("pakke", "modtager/id", GONE),
    ("pakke", "poster", []),
    ("pakke", "poster/0/type", "nytSlags"),
]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def step(name):
    return int(name) if name.isdigit() else name


def changed(example, place, value):
    """A copy of the example with the value in its place."""
    whole = copy.deepcopy(example)
    *outer, last = [step(name) for name in place.split("/")]
    inner = whole
    for name in outer:
        inner = inner[name]
    if value is GONE:
        del inner[last]
    else:
        inner[last] = value
    return whole


def places(value, before=""):
    """Every place of the example, and the value there."""
    if isinstance(value, dict):
        members = value.items()
    elif isinstance(value, list):
        members = enumerate(value)
    else:
        members = ()
    for name, member in members:
        place = f"{before}/{name}" if before else str(name)
        yield place, member
        yield from places(member, place)


def told(place, value):
    shown = "gone" if value is GONE else json.dumps(value, ensure_ascii=True)
    return f"{place} {shown[:40]}".replace("#", "")


class Schemas:
    """The published schemas, each found by its $id."""

    def __init__(self, folder):
        self.all = {path.name.split(".")[0]: load(path) for path in folder.glob("*.schema.json")}
        registry = Registry().with_resources(
            (schema["$id"], Resource.from_contents(schema)) for schema in self.all.values()
        )
        self.validators = {
            name: Draft202012Validator(schema, registry=registry)
            for name, schema in self.all.items()
        }

    def takes(self, name, value):
        return self.validators[name].is_valid(value)


def outcomes_of_changes(schemas, examples):
    for name, place, value in REFUSED:
        good = not schemas.takes(name, changed(examples[name], place, value))
        yield f"{name} is refused with {told(place, value)}", good
    for name, place, value in TAKEN:
        good = schemas.takes(name, changed(examples[name], place, value))
        yield f"{name} is taken with {told(place, value)}", good


def outcomes_of_example(schemas, name, example):
    yield f"{name} is taken", schemas.takes(name, example)
    for place, value in places(example):
        if value is not None:
            good = not schemas.takes(name, changed(example, place, None))
            yield f"{name} is refused with {place} null", good
        if isinstance(value, dict):
            good = schemas.takes(name, changed(example, f"{place}/nytFelt", {"a": [None]}))
            yield f"{name} is taken with something unknown in {place}", good
        else:
            good = not schemas.takes(name, changed(example, place, {}))
            yield f"{name} is refused with an object as {place}", good
    yield f"{name} is taken with something unknown", schemas.takes(name, {**example, "nytFelt": None})


def outcomes(source):
    schemas = Schemas(source / "data/schema")
    examples = {path.stem: load(path) for path in (source / "data/schema/examples").glob("*.json")}
    yield "each schema has its example", set(schemas.all) == set(examples)
    for name, schema in sorted(schemas.all.items()):
        Draft202012Validator.check_schema(schema)
        yield f"{name} is a schema", True
    for name, example in sorted(examples.items()):
        yield from outcomes_of_example(schemas, name, example)
    yield from outcomes_of_changes(schemas, examples)

    given = source.parent / "shared/exchange"
    packages = sorted(given.glob("**/*.json"))
    if not packages:
        yield "packages of ../shared/exchange are taken # SKIP they are not there", True
    for path in packages:
        yield f"{path.relative_to(given)} is taken", schemas.takes("pakke", load(path))


def main():
    source = Path(sys.argv[1])
    count = 0
    for count, (name, good) in enumerate(outcomes(source), 1):
        print("ok" if good else "not ok", count, "-", name)
    print(f"1..{count}")


main()
