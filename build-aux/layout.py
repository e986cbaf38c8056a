#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings C sources into the shape of the house: layout.py [--check] FILE ...

clang-format does the most of it. What it cannot do is the GNOME way of lining
up: one parameter a line in the definition of a function, and the names and the
parameters of prototypes and the members of structs in columns.
"""

import itertools
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WIDTH = 100

# The last blank or star before a name ends its type.
TYPE_AND_STARS = r"(?P<type>\w[\w ]*?)\s*(?P<stars>(?<=[\s*])\**)"
DECLARATION = re.compile(
    r"(?P<type>\S.*?)\s*(?P<stars>(?<=[\s*])\**)(?P<name>\w+(\[[^\]]*\])*( G_GNUC_UNUSED)?)$"
)
HEAD = re.compile(r"(?P<name>[a-z_]\w*) \((?P<parameters>.*)\)$")
PROTOTYPE = re.compile(
    TYPE_AND_STARS + r"(?P<name>[a-z_]\w*|\(\*\w+\)) "
    r"\((?P<parameters>(?!\*).*?)\)(?P<rest>( G_GNUC_\w+( \([^()]*\))?)*;)$"
)
MEMBER = re.compile("  " + TYPE_AND_STARS + r"(?P<name>\w+(\[[^\]]*\])*( : \d+)?;( /\*.*\*/)?)$")
STARTS_PROTOTYPE = re.compile(r"[A-Za-z_][\w ]* \**(\w+|\(\*\w+\)) \(")


def split_parameters(text):
    """Splits at the commas that stand in no inner brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [" ".join(part.split()) for part in parts]


def in_columns(declarations):
    """Puts the names of (type, stars, name) below each other."""
    width = max(len(kind) + len(stars) for kind, stars, _ in declarations) + 1
    return [
        f"{kind}{' ' * (width - len(kind) - len(stars))}{stars}{name}"
        for kind, stars, name in declarations
    ]


def line_up_parameters(text):
    parameters = split_parameters(text)
    found = [DECLARATION.fullmatch(parameter) for parameter in parameters]
    named = [(match["type"], match["stars"], match["name"]) for match in found if match]
    if len(parameters) == 1 or not named:
        return parameters
    lined = iter(in_columns(named))
    return [next(lined) if match else parameter for parameter, match in zip(parameters, found)]


def write_call(head, parameters, rest):
    """The lines of a head and its parameters, one a line."""
    indent = "\n" + " " * (len(head) + 2)
    return f"{head} ({f',{indent}'.join(line_up_parameters(parameters))}){rest}".split("\n")


def fits(lines):
    return all(len(line) <= WIDTH for line in lines)


def joined(lines, start, end):
    """The statement that begins at a line, on one line, and the line after it."""
    stop = start
    while stop < len(lines) and not lines[stop].endswith(end):
        stop += 1
        if stop < len(lines) and not lines[stop].startswith(" "):
            return None, start + 1
    return " ".join(" ".join(lines[start : stop + 1]).split()), stop + 1


def line_up_definitions(lines):
    out, at = [], 0
    while at < len(lines):
        before = out[-1] if out else ""
        if re.match(r"[a-z_]\w* \(", lines[at]) and re.match(r"[A-Za-z].*[\w*]$", before):
            text, after = joined(lines, at, ")")
            is_definition = text and after < len(lines) and lines[after] == "{"
            head = HEAD.fullmatch(text) if is_definition else None
            written = write_call(head["name"], head["parameters"], "") if head else []
            if written and fits(written):
                out += written
                at = after
                continue
        out.append(lines[at])
        at += 1
    return out


def write_prototypes(group):
    """A group of prototypes, each as (match, lines as they were)."""
    names = in_columns([(m["type"], m["stars"], m["name"]) for m, _ in group])
    width = max(len(name) for name in names)
    padded = [
        write_call(name.ljust(width), match["parameters"], match["rest"])
        for name, (match, _) in zip(names, group)
    ]
    if all(fits(lines) for lines in padded):
        return [line for lines in padded for line in lines]
    out = []
    for match, was in group:
        name = in_columns([(match["type"], match["stars"], match["name"])])[0]
        alone = write_call(name, match["parameters"], match["rest"])
        out += alone if fits(alone) else was
    return out


def line_up_prototypes(lines):
    out, group, at = [], [], 0
    while at < len(lines):
        match = None
        if STARTS_PROTOTYPE.match(lines[at]):
            text, after = joined(lines, at, ";")
            match = PROTOTYPE.fullmatch(text) if text else None
        if match:
            group.append((match, lines[at:after]))
            at = after
            continue
        if group:
            out += write_prototypes(group)
            group = []
        out.append(lines[at])
        at += 1
    return out + (write_prototypes(group) if group else [])


def line_up_members(lines):
    out, group, is_struct = [], [], False
    for line in [*lines, ""]:
        match = MEMBER.fullmatch(line) if is_struct else None
        if match:
            group.append((match["type"], match["stars"], match["name"]))
            continue
        if group:
            out += [f"  {member}" for member in in_columns(group)]
            group = []
        if line == "{":
            is_struct = bool(re.match(r"(typedef )?(struct|union)\b[^()]*$", out[-1] if out else ""))
        elif line.startswith("}"):
            is_struct = False
        out.append(line)
    return out[:-1]


def shaped(path):
    done = subprocess.run(["clang-format", str(path)], capture_output=True, text=True, check=True)
    lines = done.stdout.split("\n")
    for line_up in (line_up_definitions, line_up_prototypes, line_up_members):
        lines = line_up(lines)
    return "\n".join(lines)


def first_difference(old, new):
    """The number of the first line that differs, and the line as it is and as it shall be."""
    pairs = itertools.zip_longest(old.split("\n"), new.split("\n"), fillvalue="")
    return next((number, was, be) for number, (was, be) in enumerate(pairs, 1) if was != be)


def main():
    is_check = sys.argv[1:2] == ["--check"]
    paths = [Path(name) for name in sys.argv[1 + is_check :]]
    status = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, new in zip(paths, pool.map(shaped, paths)):
            old = path.read_text()
            if old == new:
                continue
            if not is_check:
                path.write_text(new)
                continue
            number, was, be = first_difference(old, new)
            print(f"{path}:{number}: ./dev format would change this, and maybe more\n-{was}\n+{be}")
            status = 1
    sys.exit(status)


main()
