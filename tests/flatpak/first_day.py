#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak is built, installed and used for a first day: first_day.py --build SCRIPT

The bundle is installed in a folder of this test's own, beside the runtime that it was built on.
What it may do is read from the bundle and looked for in its sandbox, and a store is begun, filled
and emptied into a package there. The output is TAP.
"""

import argparse
import configparser
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "counterpart"))
sys.dont_write_bytecode = True
import contract  # noqa: E402

APP = "dk.makker.Makker"
# What a window and a film with sound need. Whatever else is wanted goes through a portal, or is
# argued for here.
ALLOWED = {
    "shared": {"ipc"},
    "sockets": {"wayland", "x11", "fallback-x11", "pulseaudio"},
    "devices": {"dri"},
}
# The status of the script that says so.
NO_RUNTIME = 77
# Opens the window on a bus without a portal, and ends the program when it is there. A window is there
# when its actions are.
OPEN_AND_QUIT = """
flatpak run --env=GSK_RENDERER=cairo "$1" &
gdbus wait --session --timeout 120 "$1" || exit 1
until gdbus introspect --session --dest "$1" --object-path "$2/window/1" | grep -q org.gtk.Actions; do
  kill -0 $! || exit 1
  sleep 0.2
done
gdbus call --session --dest "$1" --object-path "$2" --method org.gtk.Actions.Activate quit "[]" "{}"
wait $!
"""
FORLOEB = {"kandidat": {"alias": "Mia"}, "sagsreference": "EKS-2026-0042",
           "stilling": "Medarbejder i brødafdelingen", "startDato": "2026-11-02",
           "forventetSlutDato": "2027-11-01", "maalMinutterPrMaaned": 1800, "loftMinutterPrUge": 900,
           "jobformidler": {"navn": "Søren Eksempelsen", "telefon": "+45 70 10 10 01"}}
CHECK_IN = {"tidspunkt": "2026-11-20T14:30:00+01:00", "forfatter": "Anna Opdigtet",
            "fremmoede": "moedt", "loennedeMinutter": 180, "uloennedeMinutter": 60,
            "behovForHjaelp": False, "privatNote": "Bliver her"}


def expect(holds, what):
    if not holds:
        raise AssertionError(what)


class NoRuntime(Exception):
    """There is nothing here that the bundle could be built on."""


class Sandbox:
    """The bundle, installed for a home folder that is thrown away."""

    def __init__(self, build):
        self.folder = tempfile.mkdtemp(prefix="makker-flatpak-")
        self.home = os.path.join(self.folder, "home")
        self.data = os.path.join(self.home, ".var", "app", APP, "data")
        bundle = os.path.join(self.folder, "makker.flatpak")
        built = subprocess.run([build, bundle], check=False, stdout=subprocess.DEVNULL)
        if built.returncode == NO_RUNTIME:
            raise NoRuntime
        expect(built.returncode == 0, "it was not built")
        self.env = self.environment()
        self.flatpak("install", "--user", "--noninteractive", "--bundle", bundle)
        os.makedirs(self.data)

    def environment(self):
        """The runtime stays where it was made, for all; the program is installed for this person."""
        env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        runtime = os.path.join(self.folder, "run")
        os.mkdir(runtime, 0o700)
        os.mkdir(self.home)
        cache = os.path.dirname(os.environ["MAKKER_BUILD"])
        return env | {"HOME": self.home, "XDG_RUNTIME_DIR": runtime,
                      "FLATPAK_SYSTEM_DIR": os.path.join(cache, "flatpak"),
                      "FLATPAK_USER_DIR": os.path.join(self.folder, "flatpak")}

    def in_session(self, *args, data=None):
        done = subprocess.run(["dbus-run-session", "--", *args], env=self.env, input=data,
                              capture_output=True, check=False, timeout=300)
        said = done.stderr.decode("utf-8", "replace")
        if done.returncode != 0:
            raise AssertionError("%s: %s" % (" ".join(args[:2]), said))
        return done.stdout.decode("utf-8"), said

    def flatpak(self, *args, data=None):
        return self.in_session("flatpak", *args, data=data)[0]

    def run(self, command, *args, data=None):
        return self.flatpak("run", "--command=" + command, APP, *args, data=data)

    def ctl(self, *args, data=None):
        key = os.path.join(self.data, "key")
        said = self.run("makkerctl", "--passphrase-file", key, "--format", "json", *args, data=data)
        return json.loads(said)

    def write(self, name, data):
        path = os.path.join(self.data, name)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def bundle_asks_for_the_least(sandbox):
    said = configparser.ConfigParser()
    said.optionxform = str
    said.read_string(sandbox.flatpak("info", "--user", "--show-permissions", APP))
    found = {name: {one for one in value.split(";") if one} for name, value in said["Context"].items()}
    expect(said.sections() == ["Context"], "it asks for more: %s" % said.sections())
    expect(found == ALLOWED, "it may do %s" % found)


def sandbox_has_no_network(sandbox):
    lines = sandbox.run("cat", "/proc/net/dev").splitlines()[2:]
    expect([line.split(":")[0].strip() for line in lines] == ["lo"], "there is a network: %s" % lines)


def sandbox_has_no_home(sandbox):
    with open(os.path.join(sandbox.home, "brev.txt"), "w", encoding="utf-8") as file:
        file.write("af en anden slags\n")
    found = sandbox.run("ls", sandbox.home).split()
    expect("brev.txt" not in found, "the home folder is seen: %s" % found)


def program_starts_and_speaks_danish(sandbox):
    expect("makker" in sandbox.run("makker", "--version"), "the program says nothing of itself")
    sandbox.run("test", "-s", "/app/share/locale/da/LC_MESSAGES/makker.mo")


def window_opens_without_a_portal(sandbox):
    path = "/" + APP.replace(".", "/")
    _, said = sandbox.in_session("xvfb-run", "--auto-servernum", "bash", "-c", OPEN_AND_QUIT, "bash", APP, path)
    expect("CRITICAL" not in said, said)


def films_have_pictures_and_sound(sandbox):
    """What GStreamer finds in the sandbox, whichever runtime is under it."""
    for plugin in "libgstplayback.so", "libgstgtk4.so", "libgstpulseaudio.so":
        found = sandbox.run("find", "/usr/lib", "/app", "-name", plugin)
        expect(found.strip(), "a film lacks %s" % plugin)


def first_day_is_done(sandbox):
    sandbox.write("key", "en opdigtet sætning\n".encode())
    sandbox.ctl("init", "--role", "leder", "--name", "Leder")
    authority = contract.Authority(receiver_cvr=None)
    start = authority.start_package(FORLOEB)
    rows = sandbox.ctl("import", "--accept", sandbox.write("start.json", start))
    expect([row["status"] for row in rows] == ["modtaget"], "the start was not taken: %s" % rows)
    placement = sandbox.ctl("list", "forloeb")[0]["id"]
    check_in = json.dumps(CHECK_IN | {"forloebId": placement}).encode()
    saved = sandbox.ctl("save", "checkin", data=check_in)
    out = os.path.join(sandbox.data, "ud")
    os.mkdir(out)
    sandbox.ctl("export", out)
    packages = [contract.read_package(open(os.path.join(out, name), "rb").read()) for name in os.listdir(out)]
    sent = {entry["id"]: entry for package in packages for entry in package["poster"]}
    expect(saved["id"] in sent, "the check-in was not sent")
    expect("privatNote" not in sent[saved["id"]]["data"], "the private note was sent")


def store_lies_in_the_sandbox(sandbox):
    found = [os.path.join(folder, name) for folder, _, names in os.walk(sandbox.home) for name in names]
    stores = [path for path in found if os.path.basename(path) == "makker.db"]
    expect(stores, "there is no store: %s" % found)
    expect(all(path.startswith(sandbox.data) for path in stores), "a store lies in %s" % stores)


TESTS = (bundle_asks_for_the_least, sandbox_has_no_network, sandbox_has_no_home,
         program_starts_and_speaks_danish, window_opens_without_a_portal,
         films_have_pictures_and_sound, first_day_is_done, store_lies_in_the_sandbox)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True, help="the script that makes the bundle")
    try:
        sandbox = Sandbox(parser.parse_args().build)
    except NoRuntime:
        print("1..0 # skip There is no runtime to build on.")
        return
    print("1..%d" % len(TESTS), flush=True)
    failed = 0
    for number, test in enumerate(TESTS, 1):
        name = test.__name__.replace("_", "-")
        try:
            test(sandbox)
            print("ok %d - /flatpak/%s" % (number, name), flush=True)
        except (AssertionError, contract.Fault, subprocess.SubprocessError, OSError) as error:
            failed += 1
            print("not ok %d - /flatpak/%s" % (number, name))
            print("# %s" % error, flush=True)
    sandbox.close()
    sys.exit(1 if failed else 0)


main()
