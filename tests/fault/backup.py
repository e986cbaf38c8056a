#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Try backup, verify and restore of the command line, and kill a restore at random moments.

The output is TAP.

    backup.py --ctl PATH [--kills N] [--seed N]
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

CHECK_INS = 1500


class Refused(Exception):
    """What the program said on its standard error."""


class Scene:
    """A store with invented volume, a backup of it, and one check-in more since."""

    def __init__(self, path, folder):
        self.folder = folder
        self.key = self.file("key", "en opdigtet sætning\n")
        self.wrong = self.file("wrong", "en helt anden sætning\n")
        self.start = [path, "--format", "json", "--passphrase-file"]
        self.store = self.at("makker")
        self.backup = self.at("kopi.makkerkopi")
        code = self.run("init", "--role", "leder", "--name", "Anna")["gendannelsesnoegle"]
        self.code = self.file("code", code + "\n")
        self.run("generate", "--check-ins", CHECK_INS)
        self.made = self.run("backup", self.backup)
        self.run("export", self.at("ud"))
        living = self.run("list", "checkin", "--limit", 1)[0]
        self.run("delete", "checkin", living["id"])

    def at(self, name):
        return os.path.join(self.folder, name)

    def file(self, name, text):
        with open(self.at(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.at(name)

    def command(self, *args, store=None, key=None):
        return self.start + [key or self.key, "--data-dir", store or self.store] + \
            [str(a) for a in args]

    def run(self, *args, store=None, key=None):
        done = subprocess.run(self.command(*args, store=store, key=key), check=False, timeout=120,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode != 0:
            raise Refused(done.stderr.decode("utf-8", "replace"))
        return json.loads(done.stdout)

    def refused(self, *args, store=None, key=None):
        try:
            self.run(*args, store=store, key=key)
        except Refused as said:
            return str(said)
        raise AssertionError("%s was not refused" % args[0])

    def count(self, store=None, key=None):
        return len(self.run("list", "checkin", store=store, key=key))

    def epochs(self, store=None):
        status = self.run("status", store=store)
        return {row["epokeUd"]: row["naesteUd"] for row in status["partnere"]}


def expect(value, wanted, what):
    if value != wanted:
        raise AssertionError("%s: %r, not %r" % (what, value, wanted))


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def says_what_is_in_it(scene, _chance, _kills):
    before = bytes_of(scene.backup)
    found = scene.run("verify", scene.backup)
    expect(found["antal"]["checkin"], CHECK_INS, "check-ins")
    expect(found["installation"], scene.run("status")["installation"], "installation")
    expect(found, scene.made, "what backup said")
    expect(scene.run("verify", scene.backup, key=scene.code), found, "by the recovery key")
    expect(bytes_of(scene.backup), before, "the backup")


def is_refused_in_words(scene, _chance, _kills):
    damaged = bytearray(bytes_of(scene.backup))
    damaged[len(damaged) // 2] ^= 1
    with open(scene.at("skade.makkerkopi"), "wb") as file:
        file.write(damaged)
    before = sorted(os.listdir(scene.folder))
    for verb in ("verify", "restore"):
        for path, key in ((scene.at("skade.makkerkopi"), scene.key), (scene.backup, scene.wrong),
                          (scene.key, scene.key), (scene.at("intet"), scene.key)):
            if "makkerctl: " not in scene.refused(verb, path, key=key):
                raise AssertionError("no reason")
    scene.refused("backup", scene.key)
    scene.refused("backup", scene.at("intet/kopi.makkerkopi"))
    expect(sorted(os.listdir(scene.folder)), before, "the folder")
    expect(scene.count(), CHECK_INS - 1, "check-ins")
    os.remove(scene.at("skade.makkerkopi"))


def full_disk_keeps_the_last_good_one(scene, _chance, _kills):
    """On a small file system of its own; where none can be mounted, there is nothing to try."""
    small = scene.at("lille")
    os.mkdir(small)
    target = os.path.join(small, "kopi.makkerkopi")
    size = os.path.getsize(scene.backup) * 3 // 2
    script = ('mount -t tmpfs -o size=%d none "$1" || exit 99; cp "$2" "$3" || exit 98; shift 3; '
              '"$@"; echo $?; ls "%s"; sha256sum "%s"' % (size, small, target))
    done = subprocess.run(["unshare", "--mount", "sh", "-c", script, "sh", small, scene.backup,
                           target] + scene.command("backup", target), check=False, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.rmdir(small)
    if done.returncode != 0:
        return "no file system could be mounted here"
    kept = subprocess.run(["sha256sum", scene.backup], check=True, stdout=subprocess.PIPE).stdout
    lines = done.stdout.decode().split("\n")
    expect(lines[0], "1", "the exit status")
    expect(lines[1], "kopi.makkerkopi", "the folder")
    expect(lines[2].split()[0], kept.decode().split()[0], "the last good one")
    if b"Disken er fuld" not in done.stderr and b"disk is full" not in done.stderr:
        raise AssertionError("it did not say why")
    return None


def restores_on_a_new_machine(scene, _chance, _kills):
    there = scene.at("ny maskine/makker")
    done = scene.run("restore", scene.backup, store=there, key=scene.code)
    expect("gemtVedSiden" in done, False, "something kept")
    expect(scene.count(store=there), CHECK_INS, "check-ins")
    expect(scene.count(store=there, key=scene.key), CHECK_INS, "by the passphrase")


def begins_new_epochs_and_keeps_the_former(scene, _chance, _kills):
    store = scene.at("proeve")
    shutil.copytree(scene.store, store)
    before = scene.epochs(store=store)
    done = scene.run("restore", scene.backup, store=store)
    after = scene.epochs(store=store)
    expect(set(before) & set(after), set(), "epochs that go on")
    expect(set(after.values()), {1}, "the next numbers")
    expect(scene.count(store=store), CHECK_INS, "check-ins")
    expect(scene.count(store=done["gemtVedSiden"]), CHECK_INS - 1, "check-ins of the former")
    sent = scene.run("export", scene.at("ud igen"), store=store)
    expect(sum(row["antal"] for row in sent) >= CHECK_INS, True, "all is sent again")


def kill_after(scene, seconds, *args, store):
    process = subprocess.Popen(scene.command(*args, store=store), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True


def killed_restore_is_one_or_the_other(scene, chance, kills):
    probe = scene.at("probe")
    shutil.copytree(scene.store, probe)
    begun = time.monotonic()
    scene.run("restore", scene.backup, store=probe)
    most = (time.monotonic() - begun) * 1.1
    caught, restored = 0, 0
    for number in range(kills):
        home = scene.at("hjem-%d" % number)
        store = os.path.join(home, "makker")
        shutil.copytree(scene.store, store)
        caught += kill_after(scene, chance.uniform(0, most), "restore", scene.backup, store=store)
        count = scene.count(store=store)
        if count not in (CHECK_INS, CHECK_INS - 1):
            raise AssertionError("%d check-ins" % count)
        restored += count == CHECK_INS
        scene.run("restore", scene.backup, store=store)
        expect(scene.count(store=store), CHECK_INS, "check-ins after another one")
        others = [os.path.join(home, name) for name in os.listdir(home) if name != "makker"]
        if CHECK_INS - 1 not in [scene.count(store=other) for other in others]:
            raise AssertionError("the former store is gone")
        shutil.rmtree(home)
    return "%d of %d while it ran, %d restored by then" % (caught, kills, restored)


def killed_backup_keeps_the_last_good_one(scene, chance, kills):
    target = scene.at("igen.makkerkopi")
    begun = time.monotonic()
    scene.run("backup", target)
    most = (time.monotonic() - begun) * 1.1
    for _ in range(kills):
        kill_after(scene, chance.uniform(0, most), "backup", target, store=scene.store)
        expect(scene.run("verify", target)["antal"]["checkin"], CHECK_INS - 1, "check-ins")
    scene.run("backup", target)
    os.remove(target)
    expect([name for name in os.listdir(scene.folder) if name.endswith(".tmp")], [], "left over")


TESTS = (says_what_is_in_it, is_refused_in_words, full_disk_keeps_the_last_good_one,
         restores_on_a_new_machine, begins_new_epochs_and_keeps_the_former,
         killed_backup_keeps_the_last_good_one, killed_restore_is_one_or_the_other)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ctl", required=True)
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3), "big"))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="makker-backup-")
    bad = 0
    print("TAP version 14\n1..%d\n# seed %d" % (len(TESTS), options.seed))
    try:
        scene = Scene(options.ctl, folder)
        for number, test in enumerate(TESTS, 1):
            problem, told = None, None
            try:
                told = test(scene, chance, options.kills)
            except (AssertionError, Refused, subprocess.TimeoutExpired) as error:
                problem = error
            bad += problem is not None
            print("%sok %d - %s" % ("not " if problem else "", number,
                                    test.__name__.replace("_", "-")))
            if problem or told:
                print("# %s" % (problem or told))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
