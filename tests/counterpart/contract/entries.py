# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections 3 and 4: packages and entries, each by itself."""

import base64
import re

from contract.kinds import (
    Base64, BOOLEAN, Choice, COUNT, DATE, DATETIME, Integer, List, ORDINAL, Part, PARTY, real_day,
    RECEIVER, SCORE, SHA256, TEXT, Text, TIME, UUID)
from contract.reading import Fault, read_json, sha256
from contract.words import AUTHORITY_TYPES, FORMAT, HEIGHT, MAX_ENTRIES, WORKPLACE_TYPES

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
