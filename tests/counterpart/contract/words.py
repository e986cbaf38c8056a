# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers and words of the format."""

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
