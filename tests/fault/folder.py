#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Export to folders that fill up, may not be written to, or are none.

The folders are small file systems in memory, mounted where only this process and its children see
them, because an administrator may write wherever permissions forbid it. The output is TAP.

    folder.py --ctl PATH
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "counterpart"))
sys.dont_write_bytecode = True
import contract  # noqa: E402

CHECK_INS = 12000
PACKAGES = 3
# One package of so many fits, and no second one.
ROOM_FOR_ONE = "4m"
ROOM_FOR_ALL = "64m"


def enter_namespace():
    """Let this process mount what nobody else sees; False where that is not allowed."""
    user, group = os.getuid(), os.getgid()
    try:
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNS)
        for name, line in (("setgroups", "deny"), ("uid_map", "0 %d 1" % user),
                           ("gid_map", "0 %d 1" % group)):
            with open("/proc/self/" + name, "w", encoding="ascii") as file:
                file.write(line)
    except OSError:
        return False
    return True


def mount(folder, options):
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=True)


def remount(folder, options):
    subprocess.run(["mount", "-o", "remount," + options, folder], check=True)


def equal(found, wanted, what):
    if found != wanted:
        raise AssertionError("%s: found %r instead of %r" % (what, found, wanted))


class Place:
    """A folder of this test's own, and a store in it with more than one package to send."""

    def __init__(self, path):
        self.folder = tempfile.mkdtemp(prefix="makker-folder-")
        key = self.path("key")
        with open(key, "w", encoding="utf-8") as file:
            file.write("en opdigtet sætning\n")
        self.start = [path, "--passphrase-file", key, "--data-dir", self.path("store")]
        self.run("init", "--role", "leder", "--name", "Leder")
        self.run("generate", "--check-ins", CHECK_INS)
        self.out = self.path("ud")

    def path(self, name):
        return os.path.join(self.folder, name)

    def close(self):
        subprocess.run(["umount", self.out], check=False, stderr=subprocess.DEVNULL)
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *args, code=0):
        """What it said to the person, when it ends as it should."""
        done = subprocess.run(self.start + [str(a) for a in args], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False, timeout=120)
        said = done.stderr.decode("utf-8")
        if done.returncode != code:
            raise AssertionError("%s ended with %d: %s" % (args[0], done.returncode, said))
        return said

    def fails(self, words):
        said = self.run("export", self.out, code=1)
        if words not in said:
            raise AssertionError("it said: %s" % said)

    def files(self, folder=None):
        """All that is in the folder, hidden ones too: each must be a whole package by its name."""
        found = {}
        for name in os.listdir(folder or self.out):
            with open(os.path.join(folder or self.out, name), "rb") as file:
                found[name] = file.read()
            equal(name, contract.file_name(contract.read_package(found[name])), "a name")
        return found

    def comes_whole_after(self, before):
        """The next export writes all, and the same bytes as whoever asks for them again gets."""
        self.run("export", self.out)
        after = self.files()
        equal({name: after.get(name) for name in before}, before, "files that were there")
        self.run("export", self.path("igen"), "--from", 1)
        equal(self.files(self.path("igen")), after, "all of it again")
        numbers = sorted(contract.read_package(data)["loebenummer"] for data in after.values())
        equal(numbers, list(range(1, PACKAGES + 1)), "numbers")


def full(place):
    mount(place.out, "size=" + ROOM_FOR_ONE)
    place.fails("Filen kunne ikke skrives. Intet er tabt")
    before = place.files()
    equal(len(before), 1, "files that had room")
    place.fails("Filen kunne ikke skrives. Intet er tabt")
    equal(place.files(), before, "files after another try")
    remount(place.out, "size=" + ROOM_FOR_ALL)
    place.comes_whole_after(before)


def read_only(place):
    mount(place.out, "ro,size=" + ROOM_FOR_ALL)
    place.fails("Filen kunne ikke skrives. Intet er tabt")
    equal(place.files(), {}, "files")
    remount(place.out, "rw")
    place.comes_whole_after({})


def no_folder(place):
    with open(place.out, "wb") as file:
        file.write(b"noget andet")
    place.fails("Mappen findes ikke og kan ikke oprettes")
    with open(place.out, "rb") as file:
        equal(file.read(), b"noget andet", "the file in its place")
    os.unlink(place.out)
    place.comes_whole_after({})


TESTS = (("a folder that fills up holds whole files, and gets the rest later", full),
         ("a folder that may not be written to gets the same bytes later", read_only),
         ("a file in the place of the folder stays as it is", no_folder))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ctl", required=True)
    options = parser.parse_args()
    can_mount = enter_namespace()
    print("TAP version 14\n1..%d" % len(TESTS))
    bad = 0
    for number, (what, function) in enumerate(TESTS, 1):
        if not can_mount and function is not no_folder:
            print("ok %d - %s # SKIP nothing can be mounted here" % (number, what), flush=True)
            continue
        place, problem = Place(options.ctl), None
        try:
            function(place)
        except (AssertionError, contract.Fault, subprocess.SubprocessError) as error:
            problem = error
        finally:
            place.close()
        bad += problem is not None
        print("%sok %d - %s" % ("not " if problem else "", number, what), flush=True)
        if problem:
            print("# %s" % str(problem).replace("\n", "\n# "))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
