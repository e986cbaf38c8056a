# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 2, bytes: JSON as the format has it, read and written."""

import hashlib
import re

from contract.words import MAX_BYTES, MAX_DEPTH, MAX_INTEGER


class Fault(Exception):
    """A refusal with its code of section 5 and a reason."""

    def __init__(self, kode, grund, root=None):
        super().__init__(kode, grund)
        self.kode = kode
        self.grund = grund
        self.root = root


def sha256(data):
    return hashlib.sha256(data).hexdigest()


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
