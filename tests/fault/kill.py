#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kill the command line program at random moments of an import and of an export.

Afterwards the store opens, no package is half taken, every file in the folder is whole, and a
number stands for the same bytes as before. The output is TAP.

    kill.py --ctl PATH [--kills N] [--seed N]
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "counterpart"))
sys.dont_write_bytecode = True
import contract  # noqa: E402

PACKAGES = 5
ENTRIES = 1200
CHECK_INS = 12000


class Program:
    def __init__(self, path, folder, store):
        key = os.path.join(folder, "key")
        with open(key, "w", encoding="utf-8") as file:
            file.write("en opdigtet sætning\n")
        self.store = os.path.join(folder, store)
        self.start = [path, "--passphrase-file", key, "--format", "json", "--data-dir"]

    def run(self, *args, store=None):
        done = subprocess.run(self.start + [store or self.store] + [str(a) for a in args],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                              timeout=120)
        if done.returncode != 0:
            raise AssertionError("%s: %s" % (args[0], done.stderr.decode("utf-8", "replace")))
        return json.loads(done.stdout)

    def kill(self, after, *args, store):
        """Run, and kill after some seconds; whether it was still running then."""
        process = subprocess.Popen(self.start + [store] + [str(a) for a in args],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(after)
            return False
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True


def timed(function, *args, **more):
    begun = time.monotonic()
    function(*args, **more)
    return time.monotonic() - begun


def copied(folder, store, number):
    copy = os.path.join(folder, "kopi-%d" % number)
    shutil.copytree(store, copy)
    return copy


def contact(number):
    return {"navn": "Vagt %d" % number, "funktion": "Vagt", "organisation": "Jobcenter",
            "telefon": "70101010", "prioritet": 1, "aabningstider": []}


class Import:
    """A leader's store, and packages that an authority has for it."""

    def __init__(self, path, folder):
        self.folder = folder
        self.program = Program(path, folder, "import")
        self.program.run("init", "--role", "leder", "--name", "Leder")
        authority = contract.Authority(receiver_cvr=None)
        self.files, self.ids = [], []
        for number in range(PACKAGES):
            entries = [authority.make("kontakt", contact(i)) for i in range(ENTRIES)]
            self.ids.append({entry["id"] for entry in entries})
            self.files.append(os.path.join(folder, "pakke-%d" % number))
            with open(self.files[-1], "wb") as file:
                file.write(authority.package(entries))
        self.program.run("import", self.files[0], "--accept")
        probe = copied(folder, self.program.store, 0)
        self.most = timed(self.program.run, "import", *self.files, store=probe)
        shutil.rmtree(probe)

    def once(self, number, chance):
        store = copied(self.folder, self.program.store, number)
        was_running = self.program.kill(chance.uniform(0, self.most), "import", *self.files,
                                        store=store)
        found = {row["id"] for row in self.program.run("list", "kontakt", store=store)}
        taken = self.program.run("status", store=store)["partnere"][0]["naesteInd"] - 1
        for index, ids in enumerate(self.ids):
            if (found & ids) != (ids if index < taken else set()):
                raise AssertionError("package %d is half taken" % (index + 1))
        rows = self.program.run("import", *self.files, store=store)
        wanted = ["kendt"] * taken + ["modtaget"] * (PACKAGES - taken)
        if [row["status"] for row in rows] != wanted:
            raise AssertionError("again: %s" % [row["status"] for row in rows])
        found = {row["id"] for row in self.program.run("list", "kontakt", store=store)}
        if found != set().union(*self.ids):
            raise AssertionError("not all is there")
        shutil.rmtree(store)
        return was_running


class Export:
    """A store with invented volume, which is several packages."""

    def __init__(self, path, folder):
        self.folder = folder
        self.program = Program(path, folder, "export")
        self.program.run("init", "--role", "leder", "--name", "Leder")
        self.program.run("generate", "--check-ins", CHECK_INS)
        probe = copied(folder, self.program.store, 0)
        self.most = timed(self.program.run, "export", os.path.join(folder, "prøve"), store=probe)
        shutil.rmtree(probe)

    def files(self, out):
        """What a person sees in the folder: each file must be a whole package."""
        found = {}
        for name in os.listdir(out) if os.path.isdir(out) else []:
            if name.startswith("."):
                continue
            with open(os.path.join(out, name), "rb") as file:
                found[name] = file.read()
            root = contract.read_package(found[name])
            if name != contract.file_name(root):
                raise AssertionError("%s is called %s" % (contract.file_name(root), name))
        return found

    def once(self, number, chance):
        store = copied(self.folder, self.program.store, number)
        out = os.path.join(self.folder, "ud-%d" % number)
        was_running = self.program.kill(chance.uniform(0, self.most), "export", out, store=store)
        before = self.files(out)
        self.program.run("export", out, store=store)
        after = self.files(out)
        if any(after.get(name) != data for name, data in before.items()):
            raise AssertionError("a number stands for other bytes")
        roots = sorted((contract.read_package(data) for data in after.values()),
                       key=lambda root: root["loebenummer"])
        if [root["loebenummer"] for root in roots] != [1, 2, 3]:
            raise AssertionError("numbers %s" % [root["loebenummer"] for root in roots])
        ids = [entry["id"] for root in roots for entry in root["poster"]]
        if len(set(ids)) != CHECK_INS or len(ids) != CHECK_INS:
            raise AssertionError("%d entries, %d of them different" % (len(ids), len(set(ids))))
        shutil.rmtree(store)
        shutil.rmtree(out)
        return was_running


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ctl", required=True)
    parser.add_argument("--kills", type=int, default=14)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3), "big"))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    print("TAP version 14\n1..2\n# seed %d" % options.seed)
    bad = 0
    for index, (kind, what) in enumerate(((Import, "an import"), (Export, "an export")), 1):
        folder = tempfile.mkdtemp(prefix="makker-kill-")
        caught, problem = 0, None
        try:
            scene = kind(options.ctl, folder)
            for number in range(1, options.kills // 2 + 1):
                caught += scene.once(number, chance)
        except (AssertionError, contract.Fault, subprocess.TimeoutExpired) as error:
            problem = error
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        bad += problem is not None
        print("%sok %d - %s killed at %d random moments leaves nothing half"
              % ("not " if problem else "", index, what, options.kills // 2))
        print("# %d of them while it ran%s" % (caught, "; %s" % problem if problem else ""))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
