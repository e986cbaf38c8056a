# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented entries of each type."""

from case import ANOTHER, OTHER
from contract import sha256


def forloeb(number=1, **more):
    data = {"kandidat": {"alias": "Kandidat Tranebær %d" % number},
            "sagsreference": "EKS-%04d" % number, "stilling": "Medarbejder i varemodtagelsen",
            "startDato": "2026-09-07", "forventetSlutDato": "2027-09-06",
            "maalMinutterPrMaaned": 1800, "loftMinutterPrUge": 900,
            "jobformidler": {"navn": "Sølvmåge", "telefon": "+45 70 10 10 10",
                             "email": "jobformidler@eksempelby.example"}}
    data.update(more)
    return data


def kontakt(number=1, **more):
    data = {"navn": "Sølvmåge %d" % number, "funktion": "Vagttelefon",
            "organisation": "Jobcenter Eksempelby", "telefon": "+45 70 10 10 99",
            "prioritet": number + 1,
            "aabningstider": [{"dage": [1, 2, 3], "fra": "07:30", "til": "16:00"},
                              {"dage": [5], "fra": "22:00", "til": "06:00"}],
            "beskrivelse": "Ring, når noget haster.", "bekraeftetDato": "2026-11-16"}
    data.update(more)
    return data


def checkin(placement, **more):
    data = {"forloebId": placement, "tidspunkt": "2026-11-17T15:00:00+01:00",
            "forfatter": "Ravnsborg", "fremmoede": "moedt", "loennedeMinutter": 120,
            "uloennedeMinutter": 60, "trivsel": 4,
            "puls": {"autonomi": 3, "kompetence": 4, "samhoerighed": 5}, "bane": "indad",
            "pauserMedKolleger": True, "lilleSejr": "Åbnede butikken selv. Hyldeblomst.",
            "svaert": "Kassen", "naesteSkridt": "Prøve kassen sammen",
            "note": "Hyldeblomst: det gik godt.", "behovForHjaelp": False}
    data.update(more)
    return data


def klippekort(placement=None, **more):
    data = {"antalKlip": 10, "gyldigFra": "2026-09-07", "gyldigTil": "2027-03-06",
            "ydelser": [{"kode": "SAMTALE", "navn": "Samtale på arbejdspladsen", "klip": 1},
                        {"kode": "KONFLIKT", "navn": "Mægling ved konflikt", "klip": 2}]}
    if placement:
        data["forloebId"] = placement
    data.update(more)
    return data


def kvittering(pakke_id, digest, status="modtaget", **more):
    data = {"pakkeId": pakke_id, "sha256": digest, "status": status}
    data.update(more)
    return data


def samples(placement, card):
    """One good `data` of each type, with every optional field."""
    lesson = "# Velkommen\n\nTak, fordi du vil være buddy.\n"
    return {
        "forloeb": forloeb(), "kontakt": kontakt(forloebId=placement, email="x@y.example"),
        "klippekort": klippekort(placement),
        "svar": {"anmodningId": OTHER, "klippekortId": card, "status": "leveret",
                 "klipBrugt": 1, "tidspunkt": "2026-11-20T10:00:00+01:00",
                 "planlagtTil": "2026-11-21T10:00:00+01:00", "besked": "Vi kommer."},
        "bevilling": {"forloebId": placement, "minutterIAlt": 1560, "fra": "2026-09-07",
                      "til": "2026-12-06", "ordning": "Mentorstøtte", "hjemmel": "Kapitel 26"},
        "materiale": {"titel": "Velkommen", "sprog": "da", "format": "markdown",
                      "indhold": lesson, "sha256": sha256(lesson.encode("utf-8")), "modul": 1},
        "maaleskema": {"titel": "Tre hurtige", "respondent": "kandidat",
                       "spoergsmaal": [{"kode": "TRO", "tekst": "Jeg tror på det"},
                                       {"kode": "VIDEN", "tekst": "Jeg ved det"}],
                       "intervalDage": 91},
        "checkin": checkin(placement),
        "anmodning": {"klippekortId": card, "forloebId": placement, "ydelse": "SAMTALE",
                      "hast": "snart", "beskrivelse": "Hyldeblomst: hjælp ønskes.",
                      "oensketDato": "2026-12-01", "status": "sendt"},
        "fase": {"forloebId": placement, "fase": "seAn", "fraDato": "2026-11-16",
                 "grund": "Det går godt."},
        "tildeling": {"forloebId": placement, "navn": "Ravnsborg", "rolle": "buddy",
                      "installation": OTHER, "fraDato": "2026-11-16", "tilDato": "2026-12-16"},
        "kvittering": kvittering(OTHER, "0" * 64, "delvist", loebenummer=3, poster=[
            {"id": ANOTHER, "revision": 1, "kode": "felt", "grund": "Et felt mangler."}]),
    }
