#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says as JSON what python3-vobject finds in a file of vCards: a list, for each card its lines."""

import json
import sys

import vobject


def value_of(line):
    """What the line says; of a name its given part, which ours is all in."""
    if line.name == "N":
        name = line.value
        assert not (name.family or name.additional or name.prefix or name.suffix)
        return name.given
    if line.name == "ORG":
        assert len(line.value) == 1
        return line.value[0]
    return line.value


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        cards = list(vobject.readComponents(file.read()))
    json.dump([{line.name: value_of(line) for line in card.lines()} for card in cards], sys.stdout)


if __name__ == "__main__":
    main()
