# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line of the model."""

import argparse
import os
import sys


class Usage(Exception):
    """Wrong use: exit status 2."""


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise Usage(message)


def arguments():
    top = Parser(add_help=False)
    top.add_argument("--data-dir", required=True)
    top.add_argument("--passphrase-file", required=True)
    top.add_argument("--format", choices=("text", "json"), default="text")
    top.add_argument("--types", choices=("basic", "all"), default=os.environ.get("MODEL_TYPES",
                                                                                 "basic"))
    verbs = top.add_subparsers(dest="verb", required=True, parser_class=Parser)
    verb = verbs.add_parser("init")
    verb.add_argument("--role", choices=("buddy", "leder"), required=True)
    verb.add_argument("--name", required=True)
    verb.add_argument("--company")
    verb.add_argument("--cvr")
    verb.add_argument("--p-number")
    for name in ("import", "check"):
        verb = verbs.add_parser(name)
        verb.add_argument("files", nargs="+")
        verb.add_argument("--accept", action="store_true")
    verb = verbs.add_parser("save")
    verb.add_argument("type")
    verb.add_argument("file", nargs="?")
    verb.add_argument("--id")
    verb = verbs.add_parser("delete")
    verb.add_argument("type")
    verb.add_argument("id")
    verb = verbs.add_parser("list")
    verb.add_argument("type")
    verb.add_argument("--placement")
    verb.add_argument("--deleted", action="store_true")
    verb.add_argument("--limit", type=int)
    verb.add_argument("--offset", type=int, default=0)
    verbs.add_parser("preview")
    verb = verbs.add_parser("export")
    verb.add_argument("folder")
    verb.add_argument("--from", type=int, dest="start")
    verbs.add_parser("status")
    words = sys.argv[1:]
    if "--id" in words[:-1]:
        # The option may stand before the file, which the parser can't read.
        at = words.index("--id")
        words = words[:at] + words[at + 2:] + words[at:at + 2]
    args = top.parse_args(words)
    if getattr(args, "start", None) is not None and args.start < 1:
        raise Usage("--from is at least 1")
    return args
