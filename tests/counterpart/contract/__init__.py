# SPDX-License-Identifier: GPL-3.0-or-later
"""The exchange format, version 1, read a second time.

This module was written from the page of the exchange format alone, and not from
the program that it judges.  It holds a strict reader of packages, a judge that
takes them step by step (section 5 of the page), the sending side with its
numbers and chain (sections 1, 3 and 6), and an authority built of the two.
Only the standard library of Python 3 is used.

Codes and field names are those of the page, in Danish; comments are in English.
"""

from contract.ends import Authority, file_name, Installation, Stream
from contract.entries import (
    cpr_shaped, form_of, judge_entry, read_package, REFERENCES, SPANS, TYPES, value_of)
from contract.judge import Judge, Record, Result
from contract.kinds import (
    Boolean, Choice, COUNT, Date, DateTime, DATETIME, Integer, List, ORDINAL, Part, PARTY,
    RECEIVER, Sha256, SHA256, TEXT, Text, Time, UUID, Uuid)
from contract.reading import encode, Fault, Pairs, Raw, read_json, Reader, same, sha256, write_json
from contract.words import (
    ALL_TYPES, AUTHORITY_TYPES, BASIC_TYPES, ENTRY_CODES, FORMAT, MAX_BYTES, MAX_DEPTH,
    MAX_ENTRIES, MAX_INTEGER, MAX_TEXT, PACKAGE_CODES, WORKPLACE_TYPES)

__all__ = [
    "ALL_TYPES", "AUTHORITY_TYPES", "Authority", "BASIC_TYPES", "Boolean", "COUNT", "Choice",
    "DATETIME", "Date", "DateTime", "ENTRY_CODES", "FORMAT", "Fault", "Installation", "Integer",
    "Judge", "List", "MAX_BYTES", "MAX_DEPTH", "MAX_ENTRIES", "MAX_INTEGER", "MAX_TEXT",
    "ORDINAL", "PACKAGE_CODES", "PARTY", "Pairs", "Part", "RECEIVER", "REFERENCES", "Raw",
    "Reader", "Record", "Result", "SHA256", "SPANS", "Sha256", "Stream", "TEXT", "TYPES", "Text",
    "Time", "UUID", "Uuid", "WORKPLACE_TYPES", "cpr_shaped", "encode", "file_name", "form_of",
    "judge_entry", "read_json", "read_package", "same", "sha256", "value_of", "write_json",
]
