#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store whose key is in the desktop's keyring: desktop.py --ctl MAKKERCTL

Drives the command line with a Secret Service of its own, on the session bus
that it was started on. Says TAP.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

MOCK = Path(__file__).with_name("secret_service.py")
PASSPHRASE = "en lille opdigtet kode"


class Keyring:
    def __enter__(self):
        self.process = subprocess.Popen(
            [sys.executable, str(MOCK)], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout.readline() == "ready\n"
        return self

    def made(self):
        return json.loads(self.process.stdout.readline())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class Tap:
    def __init__(self):
        self.count = 0

    def ok(self, holds, name):
        self.count += 1
        print(f"{'ok' if holds else 'not ok'} {self.count} - {name}", flush=True)

    def end(self):
        print(f"1..{self.count}")


def main():
    ctl = sys.argv[sys.argv.index("--ctl") + 1]
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        run_all(tap, ctl, Path(folder))
    tap.end()


def run_all(tap, ctl, folder):
    key = folder / "key"
    key.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def run(*arguments, store="store"):
        command = [ctl, "--data-dir", str(folder / store), "--format", "json", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def files(store="store"):
        return {path.name: path.read_bytes() for path in (folder / store).iterdir()}

    init = ["init", "--role", "buddy", "--name", "Per"]
    with Keyring() as keyring:
        made = run(*init)
        code = json.loads(made.stdout)["gendannelsesnoegle"] if made.returncode == 0 else ""
        tap.ok(made.returncode == 0 and code, "a store is made with the keyring alone")
        item = keyring.made()
        attributes = item["attributes"]
        tap.ok(
            set(attributes) == {"store", "xdg:schema"} and "Per" not in json.dumps(item),
            "what is kept bears an id and no name",
        )
        tap.ok(run("status").returncode == 0, "the keyring opens it")
        slots = json.loads(run("key", "list").stdout)
        tap.ok([slot["type"] for slot in slots] == ["keyring", "recovery"], "both ways are listed")
        tap.ok(run("key", "add-passphrase", str(key)).returncode == 0, "a passphrase is added")
        newer = json.loads(run("key", "new-recovery").stdout)["gendannelsesnoegle"]
        tap.ok(newer not in ("", code), "a new recovery key is made")
        tap.ok(run(*init).returncode == 1, "no second store is made in its place")
        tap.ok(run("status").returncode == 0, "and the first one still opens")

    before = files()
    lost = run("status")
    tap.ok(lost.returncode == 1 and lost.stderr and not lost.stdout, "without the keyring: refused")
    tap.ok(run("key", "list").returncode == 0, "the ways are listed without it")
    refused = run(*init, store="other")
    tap.ok(
        refused.returncode == 1 and not (folder / "other").exists(),
        "without a keyring no store is made",
    )
    opened = run("--passphrase-file", str(key), "status")
    tap.ok(opened.returncode == 0, "the passphrase opens it when the keyring is gone")
    with Keyring():
        tap.ok(run("status").returncode == 1, "an empty keyring is refused")
    same = {name: data for name, data in files().items() if name != "makker.lock"}
    before.pop("makker.lock", None)
    tap.ok(same["makker.keys"] == before["makker.keys"], "nothing was changed by trying")
    shown = lost.stderr + refused.stderr
    tap.ok(code not in shown and newer not in shown, "no key is in what was said")


if __name__ == "__main__":
    main()
