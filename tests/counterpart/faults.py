# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of a field, made from the kinds of section 2."""

import copy

import contract
from case import OTHER
from contract import Raw

LONG = "x" * (contract.MAX_TEXT + 1)


def wrong_kinds(kind):
    """Values that are not of the kind: `felt`."""
    yield "null", None
    if isinstance(kind, (contract.Text, contract.Choice)):
        yield from (("a number", 7), ("a boolean", True), ("an array", []), ("an object", {}))
    elif isinstance(kind, contract.Integer):
        yield from (("a text", "3"), ("a fraction", 1.5), ("a fraction of zero", Raw("3.0")),
                    ("an exponent", Raw("3e0")), ("a boolean", True), ("an array", [3]))
    elif isinstance(kind, contract.Boolean):
        yield from (("a text", "true"), ("a number", 1), ("an array", []))
    elif isinstance(kind, contract.Date):
        yield from (("a number", 20261116), ("short", "2026-11-1"), ("basic form", "20261116"),
                    ("with a time", "2026-11-16T00:00:00Z"), ("empty", ""),
                    ("a space", "2026-11-16 "), ("other order", "16-11-2026"),
                    ("letters", "2026-xx-16"), ("a sign", "+2026-11-16"))
    elif isinstance(kind, contract.Time):
        yield from (("a number", 730), ("short", "7:30"), ("with seconds", "07:30:00"),
                    ("empty", ""), ("a point", "07.30"))
    elif isinstance(kind, contract.DateTime):
        yield from (("a number", 1700000000), ("empty", ""),
                    ("no offset", "2026-11-16T09:00:00"),
                    ("a small t", "2026-11-16t09:00:00Z"),
                    ("a small z", "2026-11-16T09:00:00z"),
                    ("a space for T", "2026-11-16 09:00:00Z"),
                    ("no seconds", "2026-11-16T09:00Z"),
                    ("an empty fraction", "2026-11-16T09:00:00.Z"),
                    ("a comma", "2026-11-16T09:00:00,5Z"),
                    ("a bare offset", "2026-11-16T09:00:00+0100"),
                    ("hours only", "2026-11-16T09:00:00+01"),
                    ("a date", "2026-11-16"), ("a tail", "2026-11-16T09:00:00Z "))
    elif isinstance(kind, contract.Uuid):
        yield from (("a number", 7), ("empty", ""), ("upper case", OTHER.upper()),
                    ("no hyphens", OTHER.replace("-", "")), ("braces", "{%s}" % OTHER),
                    ("short", OTHER[:-1]), ("long", OTHER + "0"),
                    ("a letter g", OTHER[:-1] + "g"), ("a urn", "urn:uuid:" + OTHER),
                    ("hyphens elsewhere", "0000000-00000-4000-8000-00000000000a"))
    elif isinstance(kind, contract.Sha256):
        yield from (("a number", 7), ("empty", ""), ("upper case", "A" * 64),
                    ("short", "a" * 63), ("long", "a" * 65), ("a letter g", "g" * 64))
    elif isinstance(kind, contract.List):
        yield from (("an object", {}), ("a text", "x"), ("an item null", [None]))
    elif isinstance(kind, contract.Part):
        yield from (("an array", []), ("a text", "x"), ("a number", 7))


def bad_values(kind, required):
    """Values of the kind, but out of range: `vaerdi`."""
    if isinstance(kind, contract.Text):
        if required:
            yield "empty", ""
        if kind.most:
            yield "too long", "x" * (kind.most + 1)
        yield from (("a bell", "a\x07b"), ("a carriage return", "a\r\nb"),
                    ("a delete", "a\x7fb"), ("a C1 control", "a\x85b"))
    elif isinstance(kind, contract.Integer):
        yield from (("below the least", kind.least - 1), ("far below", -contract.MAX_INTEGER))
        if kind.least == 1:
            yield "minus nought", Raw("-0")
        if kind.most is not None:
            yield "above the most", kind.most + 1
    elif isinstance(kind, contract.Date):
        yield from (("month 13", "2026-13-01"), ("month 0", "2026-00-10"),
                    ("day 0", "2026-11-00"), ("31 November", "2026-11-31"),
                    ("29 February", "2026-02-29"), ("29 February 2100", "2100-02-29"))
    elif isinstance(kind, contract.Time):
        yield from (("24:00", "24:00"), ("minute 60", "23:60"))
    elif isinstance(kind, contract.DateTime):
        yield from (("31 November", "2026-11-31T09:00:00Z"),
                    ("hour 24", "2026-11-16T24:00:00Z"), ("minute 60", "2026-11-16T09:60:00Z"),
                    ("second 60", "2026-12-31T23:59:60Z"),
                    ("offset beyond 14 hours", "2026-11-16T09:00:00+14:01"),
                    ("offset below -14 hours", "2026-11-16T09:00:00-15:00"),
                    ("offset minute 60", "2026-11-16T09:00:00+01:60"))
    elif isinstance(kind, contract.Choice):
        yield from (("another choice", "etAndet"), ("empty", ""),
                    ("other case", kind.names[0].upper()), ("a space", kind.names[0] + " "))


def good_values(kind, required):
    """Values at the edge that are in range."""
    if isinstance(kind, contract.Text):
        if not required:
            yield "empty", ""
        if kind.most:
            yield "at the limit", "x" * kind.most
            yield "beyond the basic plane", "\U0001F600" * kind.most
        yield from (("line feed and tab", "a\n\tb"), ("a byte order mark inside", "a\ufeffb"),
                    ("spaces", "  "), ("a line separator", "a\u2028b"))
    elif isinstance(kind, contract.Integer):
        yield "the least", kind.least
        if kind.least == 0:
            yield "minus nought", Raw("-0")
        yield "the most", kind.most if kind.most is not None else contract.MAX_INTEGER
    elif isinstance(kind, contract.Date):
        yield from (("a leap day", "2028-02-29"), ("a leap day of a century", "2000-02-29"),
                    ("long ago", "1900-01-01"), ("far ahead", "9999-12-31"))
    elif isinstance(kind, contract.Time):
        yield from (("midnight", "00:00"), ("the last minute", "23:59"))
    elif isinstance(kind, contract.DateTime):
        yield from (("offset 14 hours", "2026-11-16T09:00:00+14:00"),
                    ("offset -14 hours", "2026-11-16T09:00:00-14:00"),
                    ("a fraction", "2026-11-16T09:00:00.123456789Z"),
                    ("a leap day", "2028-02-29T23:59:59Z"))
    elif isinstance(kind, contract.Boolean):
        yield from (("true", True), ("false", False))
    elif isinstance(kind, contract.Choice):
        for name in kind.names:
            yield name, name
    elif isinstance(kind, contract.List):
        yield "an empty list", []


def paths_of(kind, value, at=()):
    """Every named field below a part: path, kind and whether it is required."""
    for name, (inner, required) in kind.fields.items():
        yield at + (name,), inner, required
        if isinstance(inner, contract.Part):
            yield from paths_of(inner, value.get(name, {}), at + (name,))
        elif isinstance(inner, contract.List):
            yield at + (name, 0), inner.item, True
            if isinstance(inner.item, contract.Part):
                yield from paths_of(inner.item, {}, at + (name, 0))


def place(data, path, value):
    """A copy of data with one field changed, or left out for `Ellipsis`."""
    made = copy.deepcopy(data)
    spot = made
    for step in path[:-1]:
        spot = spot[step]
    if value is Ellipsis:
        del spot[path[-1]]
    else:
        spot[path[-1]] = value
    return made


def has(data, path):
    for step in path:
        if isinstance(data, dict) and step not in data:
            return False
        data = data[step]
    return True


def field_faults(kind, data):
    """Label, data and code (None where it is good) for every field of a part."""
    for path, inner, required in paths_of(kind, data):
        name = ".".join(map(str, path))
        if not isinstance(path[-1], int) and (required or has(data, path)):
            yield (name + " missing", place(data, path, Ellipsis),
                   "felt" if required else None)
        for label, value in wrong_kinds(inner):
            yield "%s: %s" % (name, label), place(data, path, value), "felt"
        for label, value in bad_values(inner, required):
            yield "%s: %s" % (name, label), place(data, path, value), "vaerdi"
        for label, value in good_values(inner, required):
            yield "%s: %s" % (name, label), place(data, path, value), None
