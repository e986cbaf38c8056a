# SPDX-License-Identifier: GPL-3.0-or-later
"""The exchange format, version 1, read a second time.

This module was written from the page of the exchange format alone, and not from
the program that it judges.  It holds a strict reader of packages, a judge that
takes them step by step (section 5 of the page), the sending side with its
numbers and chain (sections 1, 3 and 6), and an authority built of the two.
Only the standard library of Python 3 is used.

Codes and field names are those of the page, in Danish; comments are in English.
"""

import base64
import copy
import datetime
import hashlib
import random
import re

FORMAT = "makker-udveksling"
MAX_BYTES = 8 * 1024 * 1024
MAX_ENTRIES = 5000
MAX_DEPTH = 32
MAX_INTEGER = 2 ** 53
MAX_TEXT = 10000

AUTHORITY_TYPES = ("forloeb", "kontakt", "klippekort", "svar", "bevilling",
                   "materiale", "maaleskema")
WORKPLACE_TYPES = ("checkin", "anmodning", "fase", "tildeling")
ALL_TYPES = AUTHORITY_TYPES + WORKPLACE_TYPES + ("kvittering",)
BASIC_TYPES = ("forloeb", "kontakt", "checkin", "kvittering")

ROLES = ("buddy", "leder", "myndighed")
HEIGHT = {"buddy": 0, "leder": 1, "myndighed": 2}

PACKAGE_CODES = ("version", "felt", "afsender", "modtager", "genbrug", "epoke", "kaede")
ENTRY_CODES = ("felt", "vaerdi", "skribent", "type", "reference", "revision")


class Fault(Exception):
    """A refusal with its code of section 5 and a reason."""

    def __init__(self, kode, grund, root=None):
        super().__init__(kode, grund)
        self.kode = kode
        self.grund = grund
        self.root = root


def sha256(data):
    return hashlib.sha256(data).hexdigest()


# --------------------------------------------------------------------------
# Section 2: bytes.
# --------------------------------------------------------------------------

class Reader:
    """A strict reader of one JSON value, by RFC 8259 and section 2.

    Numbers without fraction and exponent become int, all others float, so that
    the two forms can be told apart afterwards.
    """

    SPACE = re.compile(r"[ \t\n\r]*")
    NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][+-]?[0-9]+)?")
    PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
    HEX = re.compile(r"[0-9a-fA-F]{4}")
    ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f",
               "n": "\n", "r": "\r", "t": "\t"}
    WORDS = (("true", True), ("false", False), ("null", None))

    def __init__(self, data):
        if len(data) > MAX_BYTES:
            raise Fault("laesning", "more than 8 MiB")
        try:
            self.text = data.decode("utf-8", "strict")
        except UnicodeDecodeError as error:
            raise Fault("laesning", "invalid UTF-8") from error
        self.at = 0

    def fail(self, why):
        raise Fault("laesning", "%s at character %d" % (why, self.at))

    def space(self):
        self.at = self.SPACE.match(self.text, self.at).end()

    def document(self):
        self.space()
        value = self.value(0)
        self.space()
        if self.at != len(self.text):
            self.fail("something after the value")
        return value

    def value(self, depth):
        char = self.text[self.at:self.at + 1]
        if char == "{":
            return self.object(depth + 1)
        if char == "[":
            return self.array(depth + 1)
        if char == '"':
            return self.string()
        for word, value in self.WORDS:
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def number(self):
        match = self.NUMBER.match(self.text, self.at)
        if not match:
            self.fail("no value")
        self.at = match.end()
        if match.group(2) is None and match.group(3) is None:
            digits = match.group(1)
            # Seventeen characters hold every integer within the limit.
            if len(digits) > 17 or abs(int(digits)) > MAX_INTEGER:
                self.fail("an integer beyond the limit")
            return int(digits)
        number = float(match.group(0))
        if number in (float("inf"), float("-inf")):
            self.fail("a number that no double can hold")
        return number

    def unit(self):
        match = self.HEX.match(self.text, self.at)
        if not match:
            self.fail("a bad escape")
        self.at = match.end()
        return int(match.group(0), 16)

    def string(self):
        self.at += 1
        parts = []
        while True:
            match = self.PLAIN.match(self.text, self.at)
            parts.append(match.group(0))
            self.at = match.end()
            char = self.text[self.at:self.at + 1]
            if char == '"':
                self.at += 1
                return "".join(parts)
            if char != "\\":
                self.fail("an unended string or a bare control character")
            escape = self.text[self.at + 1:self.at + 2]
            self.at += 2
            if escape != "u":
                if escape not in self.ESCAPES or not escape:
                    self.fail("a bad escape")
                parts.append(self.ESCAPES[escape])
                continue
            code = self.unit()
            if code == 0:
                self.fail("\\u0000")
            if 0xDC00 <= code <= 0xDFFF:
                self.fail("a lone surrogate")
            if 0xD800 <= code <= 0xDBFF:
                if self.text[self.at:self.at + 2] != "\\u":
                    self.fail("a lone surrogate")
                self.at += 2
                low = self.unit()
                if not 0xDC00 <= low <= 0xDFFF:
                    self.fail("a lone surrogate")
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
            parts.append(chr(code))

    def array(self, depth):
        if depth > MAX_DEPTH:
            self.fail("too deep")
        self.at += 1
        items = []
        self.space()
        if self.text.startswith("]", self.at):
            self.at += 1
            return items
        while True:
            self.space()
            items.append(self.value(depth))
            self.space()
            char = self.text[self.at:self.at + 1]
            self.at += 1
            if char == "]":
                return items
            if char != ",":
                self.fail("neither comma nor end in an array")

    def object(self, depth):
        if depth > MAX_DEPTH:
            self.fail("too deep")
        self.at += 1
        items = {}
        self.space()
        if self.text.startswith("}", self.at):
            self.at += 1
            return items
        while True:
            self.space()
            if not self.text.startswith('"', self.at):
                self.fail("no name in an object")
            name = self.string()
            if name in items:
                self.fail("a name twice in an object")
            self.space()
            if not self.text.startswith(":", self.at):
                self.fail("no colon after a name")
            self.at += 1
            self.space()
            items[name] = self.value(depth)
            self.space()
            char = self.text[self.at:self.at + 1]
            self.at += 1
            if char == "}":
                return items
            if char != ",":
                self.fail("neither comma nor end in an object")


def read_json(data):
    """Read one strict JSON value from bytes, or raise a fault `laesning`."""
    return Reader(data).document()


class Raw:
    """A literal that is written as it stands, for what no value can say."""

    def __init__(self, text):
        self.text = text


class Pairs:
    """An object with its members as given, so that names may come twice."""

    def __init__(self, pairs):
        self.pairs = list(pairs)


def quote(text):
    out = ['"']
    for char in text:
        code = ord(char)
        if char in '"\\':
            out.append("\\" + char)
        elif code < 0x20 or 0xD800 <= code <= 0xDFFF:
            out.append("\\u%04x" % code)
        else:
            out.append(char)
    out.append('"')
    return "".join(out)


def write_json(value):
    """Write a value as JSON text; floats keep a fraction, `Raw` is literal."""
    if isinstance(value, Raw):
        return value.text
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, Pairs):
        return "{" + ",".join(quote(n) + ":" + write_json(v) for n, v in value.pairs) + "}"
    if isinstance(value, dict):
        return "{" + ",".join(quote(n) + ":" + write_json(v) for n, v in value.items()) + "}"
    return "[" + ",".join(write_json(v) for v in value) + "]"


def encode(value):
    """The bytes of a package: one value and a line feed."""
    return (write_json(value) + "\n").encode("utf-8")


def same(one, two):
    """Whether two read values are the same JSON value, numbers as doubles."""
    if isinstance(one, bool) or isinstance(two, bool):
        return one is two
    if isinstance(one, (int, float)) and isinstance(two, (int, float)):
        return float(one) == float(two)
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(same(one[name], two[name]) for name in one)
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(same, one, two))
    return type(one) is type(two) and one == two


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

# Section 4.
TYPES = {
    "forloeb": Part({
        "kandidat": Part({"alias": TEXT}), "sagsreference": Text(64), "stilling": TEXT,
        "startDato": DATE, "forventetSlutDato?": DATE, "maalMinutterPrMaaned": COUNT,
        "loftMinutterPrUge?": COUNT,
        "jobformidler": Part({"navn": TEXT, "telefon": TEXT, "email?": TEXT})}),
    "kontakt": Part({
        "navn": TEXT, "funktion": TEXT, "organisation": TEXT, "telefon": TEXT,
        "email?": TEXT, "beskrivelse?": TEXT, "prioritet": ORDINAL,
        "aabningstider": List(Part({"dage": List(Integer(1, 7)), "fra": TIME, "til": TIME})),
        "forloebId?": UUID, "bekraeftetDato?": DATE}),
    "klippekort": Part({
        "forloebId?": UUID, "antalKlip": COUNT, "gyldigFra": DATE, "gyldigTil": DATE,
        "ydelser": List(Part({"kode": TEXT, "navn": TEXT, "klip": ORDINAL}))}),
    "svar": Part({
        "anmodningId": UUID, "klippekortId": UUID,
        "status": Choice("modtaget", "planlagt", "leveret", "afvist"),
        "klipBrugt": COUNT, "tidspunkt": DATETIME, "planlagtTil?": DATETIME, "besked?": TEXT}),
    "bevilling": Part({
        "forloebId": UUID, "minutterIAlt": COUNT, "fra": DATE, "til": DATE,
        "ordning": TEXT, "hjemmel?": TEXT}),
    "materiale": Part({
        "titel": TEXT, "sprog": TEXT, "format": Choice("markdown", "pdf", "video"),
        "indhold": Text(None), "sha256": SHA256, "modul?": Integer(1, 8)}),
    "maaleskema": Part({
        "titel": TEXT, "respondent": Choice("kandidat", "buddy"),
        "spoergsmaal": List(Part({"kode": TEXT, "tekst": TEXT})), "intervalDage": ORDINAL}),
    "checkin": Part({
        "forloebId": UUID, "tidspunkt": DATETIME, "forfatter": TEXT,
        "fremmoede": Choice("moedt", "forsinket", "aftaltFravaer", "fravaer",
                            "forsoegtKontakt"),
        "loennedeMinutter": COUNT, "uloennedeMinutter": COUNT, "trivsel?": SCORE,
        "puls?": Part({"autonomi": SCORE, "kompetence": SCORE, "samhoerighed": SCORE}),
        "bane?": Choice("indad", "perifer", "paaVejUd"), "pauserMedKolleger?": BOOLEAN,
        "lilleSejr?": TEXT, "svaert?": TEXT, "naesteSkridt?": TEXT, "note?": TEXT,
        "behovForHjaelp": BOOLEAN}),
    "anmodning": Part({
        "klippekortId": UUID, "forloebId?": UUID, "ydelse": TEXT,
        "hast": Choice("akut", "snart", "kanVente"), "beskrivelse": TEXT,
        "oensketDato?": DATE, "status": Choice("sendt", "trukketTilbage")}),
    "fase": Part({
        "forloebId": UUID, "fase": Choice("match", "seAn", "ansaettelse", "eftervaern"),
        "fraDato": DATE, "grund": TEXT}),
    "tildeling": Part({
        "forloebId": UUID, "navn": TEXT, "rolle": Choice("buddy", "leder"),
        "installation?": UUID, "fraDato": DATE, "tilDato?": DATE}),
    "kvittering": Part({
        "pakkeId": UUID, "sha256": SHA256, "loebenummer?": ORDINAL,
        "status": Choice("modtaget", "delvist", "afvist"), "kode?": TEXT, "grund?": TEXT,
        "epoke?": UUID,
        "poster?": List(Part({"id": UUID, "revision": ORDINAL, "kode": TEXT,
                              "grund": TEXT}))}),
}

SPANS = {"forloeb": ("startDato", "forventetSlutDato"),
         "klippekort": ("gyldigFra", "gyldigTil"),
         "bevilling": ("fra", "til"),
         "tildeling": ("fraDato", "tilDato")}

REFERENCES = (("forloebId", "forloeb"), ("klippekortId", "klippekort"))


def form_of(type_, data):
    """Whether `data` has every needed field of the type, each of its kind."""
    if not TYPES[type_].form(data):
        return False
    if type_ == "materiale" and data["format"] in ("pdf", "video"):
        return Base64().form(data["indhold"])
    return True


def value_of(type_, data):
    """The reason why a well formed `data` is out of range, or None."""
    why = TYPES[type_].value(data, True)
    if why:
        return why
    if type_ in SPANS:
        first, last = SPANS[type_]
        if last in data and data[last] < data[first]:
            return "an end before its beginning"
    if type_ == "checkin" and data["loennedeMinutter"] + data["uloennedeMinutter"] > 1440:
        return "more minutes than a day has"
    if type_ in ("klippekort", "maaleskema"):
        codes = [item["kode"] for item in data["ydelser" if type_ == "klippekort"
                                               else "spoergsmaal"]]
        if len(codes) != len(set(codes)):
            return "a code twice"
    if type_ == "svar" and data["status"] != "leveret" and data["klipBrugt"] != 0:
        return "punches used without delivery"
    if type_ == "materiale":
        content = (data["indhold"].encode("utf-8") if data["format"] == "markdown"
                   else base64.b64decode(data["indhold"]))
        if sha256(content) != data["sha256"]:
            return "another hash than that of the content"
    return None


def cpr_shaped(text):
    """Whether a text has a run shaped as a civil registration number (section 7)."""
    for match in re.finditer(r"(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{2})[- ]?[0-9]{4}(?![0-9])",
                             text):
        day, month, year = map(int, match.groups())
        if any(real_day(century + year, month, day) for century in (1800, 1900, 2000)):
            return True
    return False


# --------------------------------------------------------------------------
# Section 3 and step 1 of section 5.
# --------------------------------------------------------------------------

HEADER = Part({
    "pakkeId": UUID, "afsender": PARTY, "modtager": RECEIVER, "epoke": UUID,
    "afloeser?": List(UUID), "loebenummer": ORDINAL, "oprettet": DATETIME,
    "antal": COUNT, "poster": List(Part({}))})

ENTRY_HEAD = Part({"type": TEXT, "id": UUID, "revision": ORDINAL})


def read_package(data):
    """Read and judge the head of a package: step 1 of section 5."""
    root = read_json(data)
    if not isinstance(root, dict) or root.get("format") != FORMAT:
        raise Fault("laesning", "not this format")
    entries = root.get("poster")
    if isinstance(entries, list) and len(entries) > MAX_ENTRIES:
        raise Fault("laesning", "more than 5,000 entries")
    version = root.get("version")
    if ORDINAL.form(version) and version > 1:
        raise Fault("version", "Et nyere format: opdater programmet.", root)
    if not ORDINAL.form(version) or version != 1:
        raise Fault("felt", "version", root)
    for name, (kind, required) in HEADER.fields.items():
        if name not in root:
            if required:
                raise Fault("felt", name + " is missing", root)
        elif not kind.form(root[name]) or kind.value(root[name], required):
            raise Fault("felt", name + " is of the wrong kind or out of range", root)
    chain = root.get("forrigeSha256", False)
    if chain is not None and not SHA256.form(chain):
        raise Fault("felt", "forrigeSha256", root)
    if root["antal"] != len(entries):
        raise Fault("felt", "antal is not the number of entries", root)
    ids = set()
    for entry in entries:
        if not ENTRY_HEAD.form(entry) or ENTRY_HEAD.value(entry, True):
            raise Fault("felt", "an entry without type, id or revision", root)
        if entry["id"] in ids:
            raise Fault("felt", "an id twice", root)
        ids.add(entry["id"])
    return root


def judge_entry(entry, types):
    """The code of `felt` or `vaerdi` for one entry, or None."""
    handling = entry.get("handling")
    if not isinstance(handling, str) or not DATETIME.form(entry.get("aendret")):
        return "felt"
    if "ophav" in entry and not UUID.form(entry["ophav"]):
        return "felt"
    if handling == "gem":
        if not isinstance(entry.get("data"), dict):
            return "felt"
        if entry["type"] in types and not form_of(entry["type"], entry["data"]):
            return "felt"
    elif handling == "slet":
        if "data" in entry:
            return "felt"
    if handling not in ("gem", "slet") or DATETIME.value(entry["aendret"], True):
        return "vaerdi"
    if handling == "gem" and entry["type"] in types and value_of(entry["type"], entry["data"]):
        return "vaerdi"
    if entry["type"] == "kvittering" and (handling != "gem" or entry["revision"] != 1):
        return "vaerdi"
    return None


def may_send(sender, receiver, entry, sender_id, receiver_id, types):
    """Whether an entry is its sender's to write or carry (section 7)."""
    origin = entry.get("ophav", sender_id)
    carried = origin != sender_id
    type_ = entry["type"]
    if type_ == "kvittering":
        return not carried
    of_authority = type_ in AUTHORITY_TYPES and type_ in types
    of_workplace = type_ in WORKPLACE_TYPES and type_ in types
    if sender == "myndighed":
        return not carried and not of_workplace
    if not carried:
        return not of_authority
    if origin == receiver_id:
        return False
    if HEIGHT[receiver] > HEIGHT[sender]:
        return sender == "leder" and not of_authority
    return not of_workplace


# --------------------------------------------------------------------------
# Section 5: taking a package.
# --------------------------------------------------------------------------

class Record:
    """One record from someone else, by its newest version."""

    def __init__(self, entry, writer, via, epoch):
        self.id = entry["id"]
        self.type = entry["type"]
        self.writer = writer
        self.last = None
        self.stored = 0
        self.put(entry, via, epoch)

    def put(self, entry, via, epoch):
        self.via = via
        self.epoch = epoch
        self.revision = entry["revision"]
        self.handling = entry["handling"]
        self.aendret = entry["aendret"]
        self.data = entry.get("data")
        if self.data is not None:
            self.last = self.data

    def living(self):
        return self.handling == "gem"


class Known:
    """A partner as its receiver knows it."""

    def __init__(self, party):
        self.id = party["id"]
        self.rolle = party["rolle"]
        self.navn = party["navn"]
        self.cvr = party.get("cvrNummer")
        self.epochs = []        # Every epoch begun, the present one last.
        self.replaced = set()
        self.numbers = {}       # Epoch to {number: hash of the bytes}.
        self.taken = {}         # pakkeId to the hash of the bytes.
        self.waiting = []       # The bytes of packages that wait.

    def present(self):
        return self.epochs[-1] if self.epochs else None


class Result:
    """What became of one package."""

    def __init__(self, status, kode=None, grund=None, root=None, data=b""):
        self.status = status
        self.kode = kode
        self.grund = grund
        self.mangler = []
        self.poster = []        # Refused entries as {id, revision, kode, grund}.
        self.ukendt = []        # Ids of entries of unknown types.
        self.sha256 = sha256(data)
        root = root if isinstance(root, dict) else {}
        self.pakkeId = root.get("pakkeId") if UUID.form(root.get("pakkeId")) else None
        number = root.get("loebenummer")
        self.loebenummer = number if ORDINAL.form(number) and number >= 1 else None

    def brief(self):
        return self.status + (":" + self.kode if self.kode else "")

    def codes(self):
        return {item["id"]: item["kode"] for item in self.poster}

    def __repr__(self):
        return "<%s %s>" % (self.brief(), self.grund or "")


class Judge:
    """One installation as a receiver: sections 3 to 7 for what comes in."""

    def __init__(self, own_id, rolle, cvr=None, types=ALL_TYPES):
        self.id = own_id
        self.rolle = rolle
        self.cvr = cvr
        self.types = tuple(types)
        self.partners = {}
        self.records = {}
        self.own = {}           # Own records: id to type.
        self.due = {}           # Partner to the receipts owed to it.
        self.said = set()       # Refusals already answered.
        self.order = 0

    # What the sending side adds.

    def got_receipt(self, partner, data):
        """Told of every receipt that was taken."""

    # Entry points.

    def check(self, data, accept=False):
        """The same judgement, with nothing changed."""
        return copy.deepcopy(self).take(data, accept)[0]

    def take(self, data, accept=False):
        """Take a package; the results of those that it released follow its own."""
        result, partner = self.take_one(data, accept)
        results = [result]
        if partner and result.status in ("modtaget", "delvist"):
            results += self.release(partner)
        return results

    def release(self, partner):
        results = []
        progress = True
        while progress:
            progress = False
            for waiting in list(partner.waiting):
                root = read_package(waiting)
                if root["epoke"] in partner.replaced:
                    # These are dropped without a word (section 6).
                    partner.waiting.remove(waiting)
                    continue
                if self.gap(partner, root):
                    continue
                result, _ = self.take_one(waiting, False)
                if result.status == "venter":
                    continue
                if waiting in partner.waiting:
                    partner.waiting.remove(waiting)
                results.append(result)
                progress = True
                break
        return results

    # The steps.

    def refuse(self, kode, grund, root, data):
        result = Result("afvist", kode, grund, root, data)
        sender = root.get("afsender") if isinstance(root, dict) else None
        sender_id = sender.get("id") if isinstance(sender, dict) else None
        key = (result.pakkeId, result.sha256, kode)
        if (kode != "laesning" and isinstance(sender_id, str) and sender_id in self.partners
                and result.pakkeId and key not in self.said):
            self.said.add(key)
            receipt = {"pakkeId": result.pakkeId, "sha256": result.sha256}
            if result.loebenummer:
                receipt["loebenummer"] = result.loebenummer
            receipt.update({"status": "afvist", "kode": kode, "grund": grund})
            if kode == "epoke":
                receipt["epoke"] = self.partners[sender_id].present()
            self.due.setdefault(sender_id, []).append(receipt)
        return result

    def gap(self, partner, root):
        """The numbers missing before a package, at most 100 of them.

        A number that waits is here, but for the lowest: that one waits for a
        person's yes (step 6) and counts as missing until it has it.
        """
        taken = partner.numbers.get(root["epoke"], {})
        held = set()
        for waiting in partner.waiting:
            other = read_package(waiting)
            if other["epoke"] == root["epoke"]:
                held.add(other["loebenummer"])
        gap = []
        for number in range(1, root["loebenummer"]):
            if number not in taken and (not gap or number not in held):
                gap.append(number)
                if len(gap) == 100:
                    break
        return gap

    def take_one(self, data, accept):
        try:
            root = read_package(data)
        except Fault as fault:
            return self.refuse(fault.kode, fault.grund, fault.root, data), None
        sender = root["afsender"]
        if sender["id"] == self.id:
            return self.refuse("afsender", "its own id", root, data), None
        partner = self.partners.get(sender["id"])
        if partner is None and not accept:
            return self.refuse("afsender", "an unknown sender", root, data), None
        if partner is not None and partner.rolle != sender["rolle"]:
            return self.refuse("afsender", "known in another role", root, data), partner
        if not self.is_for_me(root["modtager"]):
            return self.refuse("modtager", "for someone else", root, data), partner
        new = partner is None
        if new:
            partner = Known(sender)
        number, epoch, digest = root["loebenummer"], root["epoke"], sha256(data)
        if root["pakkeId"] in partner.taken:
            if partner.taken[root["pakkeId"]] == digest:
                return Result("kendt", root=root, data=data), partner
            return self.refuse("genbrug", "the id of another package", root, data), partner
        if number in partner.numbers.get(epoch, {}):
            return self.refuse("genbrug", "a number that is taken", root, data), partner
        if epoch in partner.replaced:
            return self.refuse("epoke", "an epoch that has been replaced", root, data), partner
        present = partner.present()
        if (number == 1 and epoch not in partner.epochs and present is not None
                and present not in root.get("afloeser", []) and not accept):
            return self.refuse("epoke", "it does not name the present epoch", root, data), partner
        gap = self.gap(partner, root)
        if gap:
            self.know(partner)
            if data not in partner.waiting:
                partner.waiting.append(data)
            result = Result("venter", root=root, data=data)
            result.mangler = gap
            return result, partner
        before = partner.numbers.get(epoch, {}).get(number - 1)
        if root["forrigeSha256"] != before:
            return self.refuse("kaede", "not the hash of the package before", root, data), partner
        fresh = epoch not in partner.epochs
        rank = len(partner.epochs) if fresh else partner.epochs.index(epoch)
        if not accept and self.sweeps(partner, root, rank):
            self.know(partner)
            if data not in partner.waiting:
                partner.waiting.append(data)
            return Result("venter", "fjernelse", "it deletes much", root, data), partner

        self.know(partner)
        if fresh:
            partner.replaced.update(partner.epochs)
            partner.replaced.update(set(root.get("afloeser", [])) - {epoch})
            partner.epochs.append(epoch)
        partner.numbers.setdefault(epoch, {})[number] = digest
        partner.taken[root["pakkeId"]] = digest
        if data in partner.waiting:
            partner.waiting.remove(data)
        partner.waiting = [held for held in partner.waiting
                           if read_package(held)["epoke"] not in partner.replaced]
        result = self.take_entries(partner, root, rank, data)
        if any(entry["type"] != "kvittering" for entry in root["poster"]):
            receipt = {"pakkeId": root["pakkeId"], "sha256": digest, "loebenummer": number,
                       "status": result.status}
            if result.poster:
                receipt["poster"] = result.poster
            self.due.setdefault(partner.id, []).append(receipt)
        return result, partner

    def know(self, partner):
        self.partners.setdefault(partner.id, partner)

    def is_for_me(self, receiver):
        if "id" in receiver:
            return receiver["id"] == self.id
        if receiver["rolle"] != self.rolle:
            return False
        return not (self.cvr and "cvrNummer" in receiver and receiver["cvrNummer"] != self.cvr)

    def sound(self, partner, entry):
        """The code of the first of `felt` to `type` that fails, or None."""
        kode = judge_entry(entry, self.types)
        if kode:
            return kode
        writer = entry.get("ophav", partner.id)
        if not may_send(partner.rolle, self.rolle, entry, partner.id, self.id, self.types):
            return "skribent"
        if entry["id"] in self.own:
            return "skribent"
        known = self.records.get(entry["id"])
        if known and known.writer != writer:
            return "skribent"
        if known and known.type != entry["type"]:
            return "type"
        return None

    def newer(self, partner, entry, rank):
        """Whether an entry is a newer version than what is known."""
        known = self.records.get(entry["id"])
        if known is None:
            return True
        if known.via != partner.id:
            # The writer's own packages win over any carrier.
            if partner.id == known.writer:
                return True
            return known.via != known.writer and entry["revision"] > known.revision
        return (rank, entry["revision"]) > (known.epoch, known.revision)

    def sweeps(self, partner, root, rank):
        """Step 6: whether a package deletes much of one type."""
        doomed = {}
        for entry in root["poster"]:
            known = self.records.get(entry["id"])
            if (entry.get("handling") == "slet" and known and known.living()
                    and self.sound(partner, entry) is None
                    and self.newer(partner, entry, rank)):
                doomed[known.type] = doomed.get(known.type, 0) + 1
        for type_, count in doomed.items():
            living = sum(1 for record in self.records.values()
                         if record.type == type_ and record.living()
                         and partner.id in (record.writer, record.via))
            if count >= 5 and count * 5 > living:
                return True
        return False

    def take_entries(self, partner, root, rank, data):
        result = Result("modtaget", root=root, data=data)
        verdicts = [self.sound(partner, entry) for entry in root["poster"]]
        here = {record.id: (record.type, record.data or record.last or {})
                for record in self.records.values()}
        here.update(self.own_references())
        for entry, verdict in zip(root["poster"], verdicts):
            if verdict is None:
                before = here.get(entry["id"], (None, {}))[1]
                here[entry["id"]] = (entry["type"], entry.get("data", before))
        for entry, verdict in zip(root["poster"], verdicts):
            verdict = verdict or self.refers(entry, here) or self.clashes(partner, entry, rank)
            if verdict:
                result.poster.append({"id": entry["id"], "revision": entry["revision"],
                                      "kode": verdict, "grund": "Afvist: " + verdict})
                continue
            if entry["type"] not in self.types:
                result.ukendt.append(entry["id"])
            if not self.newer(partner, entry, rank):
                continue
            known = self.records.get(entry["id"])
            if known:
                known.put(entry, partner.id, rank)
            else:
                known = Record(entry, entry.get("ophav", partner.id), partner.id, rank)
                self.records[entry["id"]] = known
            self.order += 1
            known.stored = self.order
            if entry["type"] == "kvittering":
                self.got_receipt(partner, entry["data"])
        if result.poster:
            result.status = "delvist"
        return result

    def own_references(self):
        return {}

    def refers(self, entry, here):
        if entry["handling"] != "gem" or entry["type"] not in self.types:
            return None
        data = entry["data"]
        fields = TYPES[entry["type"]].fields
        for name, type_ in REFERENCES:
            if name in fields and name in data and here.get(data[name], (None,))[0] != type_:
                return "reference"
        if entry["type"] == "anmodning" and entry["id"] not in self.records:
            card = here[data["klippekortId"]][1]
            if data["ydelse"] not in [item["kode"] for item in card.get("ydelser", [])]:
                return "reference"
        return None

    def clashes(self, partner, entry, rank):
        known = self.records.get(entry["id"])
        if (known and known.via == partner.id
                and (known.epoch, known.revision) == (rank, entry["revision"])
                and not (known.handling == entry["handling"]
                         and same(known.data, entry.get("data")))):
            return "revision"
        return None


# --------------------------------------------------------------------------
# Sections 1, 3, 6 and 8: the sending side.
# --------------------------------------------------------------------------

class Sent:
    """One sealed package and what its receiver said of it."""

    def __init__(self, root, data):
        self.root = root
        self.data = data
        self.sha256 = sha256(data)
        self.status = None      # None, modtaget, delvist or afvist.
        self.refused = {}       # Ids that a receipt `delvist` refused.


class Stream:
    """One sender's epoch towards one recipient."""

    def __init__(self, epoch, replaces=()):
        self.epoch = epoch
        self.replaces = list(replaces)
        self.sent = []

    def next_number(self):
        return len(self.sent) + 1

    def chain(self):
        return self.sent[-1].sha256 if self.sent else None

    def receipt(self, data):
        """Apply a receipt by the rules at the end of section 5."""
        for index, package in enumerate(self.sent):
            if (package.root["pakkeId"], package.sha256) != (data["pakkeId"], data["sha256"]):
                continue
            if package.status in ("modtaget", "delvist"):
                return
            package.status = data["status"]
            if data["status"] == "afvist":
                return
            package.refused = {item["id"]: item["kode"] for item in data.get("poster", [])}
            for lower in self.sent[:index]:
                if lower.status not in ("modtaget", "delvist"):
                    lower.status = "modtaget"
            return


def file_name(root):
    return "makker-%s-%s-%06d.json" % (root["afsender"]["id"][:8], root["epoke"][:8],
                                       root["loebenummer"])


class Installation(Judge):
    """One installation with both sides: a judge, and streams to its partners."""

    def __init__(self, rolle, navn, cvr=None, seed=1, types=ALL_TYPES):
        self.random = random.Random(seed)
        super().__init__(self.uuid(), rolle, cvr, types)
        self.navn = navn
        self.streams = {}
        self.clock = datetime.datetime(2026, 11, 16, 8, 0)

    def uuid(self):
        number = self.random.getrandbits(128)
        number = (number & ~(0xF << 76) | 4 << 76) & ~(3 << 62) | 2 << 62
        text = "%032x" % number
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))

    def now(self):
        """A clock of its own, so that the same run makes the same bytes."""
        self.clock += datetime.timedelta(seconds=1)
        return self.clock.strftime("%Y-%m-%dT%H:%M:%SZ")

    def party(self):
        party = {"id": self.id, "rolle": self.rolle, "navn": self.navn}
        if self.cvr:
            party["cvrNummer"] = self.cvr
        return party

    def entry(self, type_, data=None, id=None, revision=1, **more):
        """An entry: `gem` with data, `slet` without."""
        entry = {"type": type_, "id": id or self.uuid(), "revision": revision,
                 "handling": "slet" if data is None else "gem", "aendret": self.now()}
        if data is not None:
            entry["data"] = data
        entry.update(more)
        return entry

    def draft(self, stream, receiver, entries, **changes):
        """The next package as a value, with changes, not yet sealed."""
        root = {"format": FORMAT, "version": 1, "pakkeId": self.uuid(),
                "afsender": self.party(), "modtager": receiver, "epoke": stream.epoch}
        if stream.replaces and not stream.sent:
            root["afloeser"] = list(stream.replaces)
        root.update({"loebenummer": stream.next_number(), "forrigeSha256": stream.chain(),
                     "oprettet": self.now(), "antal": len(entries), "poster": list(entries)})
        root.update(changes)
        return root

    def seal(self, stream, root):
        """Seal a package: from here its number and bytes are fixed."""
        data = encode(root)
        stream.sent.append(Sent(root, data))
        return data

    def got_receipt(self, partner, data):
        stream = self.streams.get(partner.id)
        if stream:
            stream.receipt(data)


class Authority(Installation):
    """The authority's end towards one workplace."""

    def __init__(self, navn="Jobcenter Eksempelby", cvr="99999918", rolle="leder",
                 receiver_name="Eksempelbutikken ApS", receiver_cvr="99999926", seed=1,
                 types=ALL_TYPES):
        super().__init__("myndighed", navn, cvr, seed, types)
        self.receiver = {"rolle": rolle, "navn": receiver_name}
        if receiver_cvr:
            self.receiver["cvrNummer"] = receiver_cvr
        self.stream = Stream(self.uuid())
        self.versions = {}      # Own records: id to [type, revision, data].

    # Own records.

    def make(self, type_, data, id=None):
        """A new record of the authority's, as its first entry."""
        entry = self.entry(type_, data, id)
        self.versions[entry["id"]] = [type_, 1, data]
        self.own[entry["id"]] = type_
        return entry

    def own_references(self):
        return {id: (type_, data or {}) for id, (type_, _, data) in self.versions.items()}

    def revise(self, id, data, step=1):
        """The next revision; revisions may jump by more than one."""
        version = self.versions[id]
        version[1] += step
        version[2] = data
        return self.entry(version[0], data, id, version[1])

    def remove(self, id):
        """The tombstone of a record."""
        version = self.versions[id]
        version[1] += 1
        return self.entry(version[0], None, id, version[1])

    def receipts(self):
        """The receipts that are owed, as entries, once."""
        owed = [self.entry("kvittering", data)
                for partner in sorted(self.due) for data in self.due[partner]]
        self.due = {}
        return owed

    # Packages.

    def next_draft(self, entries=(), **changes):
        return self.draft(self.stream, dict(self.receiver), entries, **changes)

    def package(self, entries=(), receipts=True, **changes):
        """Seal the next package and return its bytes."""
        entries = list(entries) + (self.receipts() if receipts else [])
        return self.seal(self.stream, self.next_draft(entries, **changes))

    def craft(self, entries=(), **changes):
        """The bytes of a next package that is not kept: for faults."""
        return encode(self.next_draft(entries, **changes))

    def start_package(self, forloeb, kontakter=(), more=()):
        """The package that starts a placement at a workplace."""
        return self.package([self.make("forloeb", forloeb)]
                            + [self.make("kontakt", data) for data in kontakter] + list(more))

    def restart(self, replaces=None):
        """Begin a new epoch, whose first package carries every record again."""
        self.stream = Stream(self.uuid(), [self.stream.epoch] if replaces is None else replaces)
        for partner in self.streams:
            self.streams[partner] = self.stream
        return self.stream

    def everything(self):
        """Every own record with the revision that it has, for a new epoch."""
        return [self.entry(type_, data, id, revision)
                for id, (type_, revision, data) in self.versions.items()]

    # What comes from the workplace.

    def know(self, partner):
        super().know(partner)
        self.streams.setdefault(partner.id, self.stream)

    def take(self, data, accept=False):
        results = super().take(data, accept)
        if results[0].status in ("modtaget", "delvist"):
            # From the first package that is taken, the recipient's id is known.
            self.receiver["id"] = read_package(data)["afsender"]["id"]
        return results

    def answer(self, anmodning_id, klippekort_id, status, klip=0, besked=None):
        """An answer to a request, or its next revision."""
        data = {"anmodningId": anmodning_id, "klippekortId": klippekort_id, "status": status,
                "klipBrugt": klip, "tidspunkt": self.now()}
        if besked:
            data["besked"] = besked
        for id, (type_, _, old) in self.versions.items():
            if type_ == "svar" and old and old["anmodningId"] == anmodning_id:
                return self.revise(id, data)
        return self.make("svar", data)
