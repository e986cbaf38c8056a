# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 2, kinds of values."""

import datetime
import re

from contract.words import MAX_TEXT, ROLES


# --------------------------------------------------------------------------
# Section 2: kinds.  `form` says whether a value is of the kind at all (else
# `felt`), `value` returns the reason why it is out of range (else None).
# --------------------------------------------------------------------------

class Kind:
    def form(self, value):
        raise NotImplementedError

    def value(self, value, required):
        return None


class Text(Kind):
    def __init__(self, most=MAX_TEXT):
        self.most = most

    def form(self, value):
        return isinstance(value, str)

    def value(self, value, required):
        if required and not value:
            return "an empty text"
        if self.most is not None and len(value) > self.most:
            return "a text of more than %d characters" % self.most
        for char in value:
            code = ord(char)
            # Category Cc is U+0000 to U+001F and U+007F to U+009F.
            if (code < 0x20 and char not in "\n\t") or 0x7F <= code <= 0x9F:
                return "a control character"
        return None


class Integer(Kind):
    def __init__(self, least=0, most=None):
        self.least = least
        self.most = most

    def form(self, value):
        return isinstance(value, int) and not isinstance(value, bool)

    def value(self, value, required):
        if value < self.least or (self.most is not None and value > self.most):
            return "a number out of range"
        return None


class Boolean(Kind):
    def form(self, value):
        return isinstance(value, bool)


class Date(Kind):
    FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

    def form(self, value):
        return isinstance(value, str) and bool(self.FORM.fullmatch(value))

    def value(self, value, required):
        return None if real_day(*map(int, self.FORM.fullmatch(value).groups())) else "no real day"


class Time(Kind):
    FORM = re.compile(r"([0-9]{2}):([0-9]{2})")

    def form(self, value):
        return isinstance(value, str) and bool(self.FORM.fullmatch(value))

    def value(self, value, required):
        hour, minute = map(int, self.FORM.fullmatch(value).groups())
        return None if hour <= 23 and minute <= 59 else "no time of day"


class DateTime(Kind):
    FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
                      r"(?:\.[0-9]+)?(?:Z|[+-]([0-9]{2}):([0-9]{2}))")

    def form(self, value):
        return isinstance(value, str) and bool(self.FORM.fullmatch(value))

    def value(self, value, required):
        parts = [int(part or 0) for part in self.FORM.fullmatch(value).groups()]
        year, month, day, hour, minute, second, off_hour, off_minute = parts
        if not real_day(year, month, day) or hour > 23 or minute > 59 or second > 59:
            return "no real instant"
        if off_minute > 59 or off_hour * 60 + off_minute > 14 * 60:
            return "an offset that can't be"
        return None


class Uuid(Kind):
    FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

    def form(self, value):
        return isinstance(value, str) and bool(self.FORM.fullmatch(value))


class Sha256(Kind):
    FORM = re.compile(r"[0-9a-f]{64}")

    def form(self, value):
        return isinstance(value, str) and bool(self.FORM.fullmatch(value))


class Base64(Kind):
    FORM = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")

    def form(self, value):
        return isinstance(value, str) and bool(self.FORM.fullmatch(value))


class Choice(Kind):
    def __init__(self, *names):
        self.names = names

    def form(self, value):
        return isinstance(value, str)

    def value(self, value, required):
        return None if value in self.names else "not one of the choices"


class List(Kind):
    def __init__(self, item):
        self.item = item

    def form(self, value):
        return isinstance(value, list) and all(self.item.form(item) for item in value)

    def value(self, value, required):
        for item in value:
            why = self.item.value(item, True)
            if why:
                return why
        return None


class Part(Kind):
    """An object with named fields; a name ending in `?` may be left out."""

    def __init__(self, fields):
        self.fields = {name.rstrip("?"): (kind, not name.endswith("?"))
                       for name, kind in fields.items()}

    def form(self, value):
        if not isinstance(value, dict):
            return False
        for name, (kind, required) in self.fields.items():
            if name not in value:
                if required:
                    return False
            elif not kind.form(value[name]):
                return False
        return True

    def value(self, value, required):
        for name, (kind, needed) in self.fields.items():
            if name in value:
                why = kind.value(value[name], needed)
                if why:
                    return "%s: %s" % (name, why)
        return None


def real_day(year, month, day):
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


TEXT, DATE, TIME, DATETIME = Text(), Date(), Time(), DateTime()
UUID, SHA256, BOOLEAN = Uuid(), Sha256(), Boolean()
COUNT, ORDINAL, SCORE = Integer(0), Integer(1), Integer(1, 5)

PARTY = Part({"id": UUID, "rolle": Choice(*ROLES), "navn": TEXT,
              "cvrNummer?": TEXT, "pNummer?": TEXT})
RECEIVER = Part({"id?": UUID, "rolle": Choice(*ROLES), "navn": TEXT,
                 "cvrNummer?": TEXT, "pNummer?": TEXT})
