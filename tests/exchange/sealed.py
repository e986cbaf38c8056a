#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the sealed transport against the openssl command line, both ways, and against hostile files.

The commands are those of the exchange contract, section 8, so that what they write and read is the
other end. The output is TAP.

    sealed.py --ctl PATH
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "counterpart"))
sys.dont_write_bytecode = True
import contract  # noqa: E402

MOST_BYTES = 8 * 1024 * 1024
EC = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
RSA = ["rsa:3072"]


def openssl(*args, refused=False):
    done = subprocess.run(["openssl"] + [str(a) for a in args], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, timeout=60)
    if refused != (done.returncode != 0):
        raise AssertionError("openssl %s: %s" % (args[0], done.stderr.decode("utf-8", "replace")))
    return done.stdout


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
    return path


def equal(found, wanted):
    if found != wanted:
        raise AssertionError("found %r instead of %r" % (found, wanted))


# DER, as far as it takes to change a file and leave the rest of it right.

def der(identifier, content):
    length = len(content)
    if length < 128:
        return bytes([identifier, length]) + content
    octets = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([identifier, 128 | len(octets)]) + octets + content


def values(data):
    found, at = [], 0
    while at < len(data):
        length, start = data[at + 1], at + 2
        if length & 128:
            start += length & 127
            length = int.from_bytes(data[at + 2:start], "big")
        found.append((data[at], data[start:start + length]))
        at = start + length
    return found


def change_envelope(data, change):
    """Let CHANGE change the list of values of the AuthEnvelopedData in DATA."""
    kind, outer = values(values(data)[0][1])
    parts = change(values(values(outer[1])[0][1]))
    body = der(0x30, b"".join(der(*part) for part in parts))
    return der(0x30, der(*kind) + der(outer[0], body))


def short_tag(parts):
    return parts[:-1] + [(parts[-1][0], parts[-1][1][:4])]


def short_tag_told(parts):
    content = values(parts[2][1])
    algorithm = values(content[1][1])
    parameters = der(0x30, der(*values(algorithm[1][1])[0]) + der(0x02, b"\x0c"))
    content[1] = (0x30, der(*algorithm[0]) + parameters)
    parts[2] = (0x30, b"".join(der(*value) for value in content))
    return parts[:-1] + [(parts[-1][0], parts[-1][1][:12])]


def other_byte(parts):
    content = values(parts[2][1])
    hidden = bytearray(content[2][1])
    hidden[len(hidden) // 2] ^= 1
    content[2] = (content[2][0], bytes(hidden))
    parts[2] = (0x30, b"".join(der(*value) for value in content))
    return parts


def other_tag(parts):
    return parts[:-1] + [(parts[-1][0], bytes([parts[-1][1][0] ^ 1]) + parts[-1][1][1:])]


def more_attributes(parts):
    return parts + [(0xa2, b"")]


def long_length(data):
    """The same value with its outermost length in one octet more than it takes."""
    count = data[1] & 127
    return data[:1] + bytes([128 | count + 1, 0]) + data[2:]


class End:
    """A key and a certificate that openssl made, and what it does with them."""

    def __init__(self, folder, name, kind, *more):
        self.folder, self.name = folder, name
        self.key, self.certificate = (os.path.join(folder, name + end) for end in (".key", ".pem"))
        openssl("req", "-x509", "-newkey", *kind, "-nodes", "-keyout", self.key, "-out",
                self.certificate, "-subj", "/CN=" + name, *(more or ["-days", "30"]))

    def path(self, end):
        return os.path.join(self.folder, self.name + end)

    def sign(self, data, *more, mode=("-binary", "-nodetach", "-md", "sha256")):
        write(self.path(".in"), data)
        openssl("cms", "-sign", *mode, "-outform", "DER", "-signer", self.certificate, "-inkey",
                self.key, "-in", self.path(".in"), "-out", self.path(".signed"), *more)
        return read(self.path(".signed"))

    def encrypt(self, data, recipient, *more, cipher="-aes-256-gcm"):
        write(self.path(".in"), data)
        openssl("cms", "-encrypt", "-binary", cipher, "-outform", "DER", "-in", self.path(".in"),
                "-out", self.path(".p7m"), *more, recipient)
        return read(self.path(".p7m"))

    def seal(self, data, recipient):
        return self.encrypt(self.sign(data), recipient)

    def unseal(self, data, signer):
        """What the commands of the contract read from a sealed file."""
        write(self.path(".p7m"), data)
        openssl("cms", "-decrypt", "-binary", "-inform", "DER", "-inkey", self.key, "-recip",
                self.certificate, "-in", self.path(".p7m"), "-out", self.path(".signed"))
        openssl("cms", "-verify", "-binary", "-inform", "DER", "-CAfile", signer, "-in",
                self.path(".signed"), "-out", self.path(".out"))
        return read(self.path(".out"))


class Workplace:
    """A leader's store with a certificate, and an authority that knows it."""

    def __init__(self, ctl, kind=EC):
        self.folder = tempfile.mkdtemp(prefix="makker-sealed-")
        key = write(os.path.join(self.folder, "key"), "en opdigtet sætning\n".encode())
        self.start = [ctl, "--passphrase-file", key, "--format", "json", "--data-dir",
                      os.path.join(self.folder, "store")]
        self.run("init", "--role", "leder", "--name", "Leder")
        self.certificate = os.path.join(self.folder, "own.pem")
        self.run("identity", "--certificate", self.certificate)
        self.authority = contract.Authority(receiver_cvr=None)
        self.end = End(self.folder, "authority", kind)
        self.count = 0

    def close(self):
        shutil.rmtree(self.folder)

    def run(self, *args, status=0):
        done = subprocess.run(self.start + [str(a) for a in args], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False, timeout=60)
        if done.returncode != status:
            raise AssertionError("%s: %d, %s" % (args[0], done.returncode,
                                                 done.stderr.decode("utf-8", "replace")))
        return json.loads(done.stdout) if done.stdout else None

    def trust(self, end=None, id=None, status=0):
        return self.run("trust", id or self.authority.id, (end or self.end).certificate,
                        status=status)

    def take(self, data, *more, verb="import"):
        """The verdicts on a file, as status and kode of each."""
        self.count += 1
        path = write(os.path.join(self.folder, "in-%d" % self.count), data)
        done = subprocess.run(self.start + [verb, path] + list(more), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False, timeout=60)
        return [(row["status"], row.get("kode")) for row in json.loads(done.stdout)]

    def begin(self):
        """The first package, sealed, with the certificate trusted."""
        self.trust()
        package = self.authority.package([self.authority.make("kontakt", contact())])
        self.first = package
        equal(self.take(self.seal(package), "--accept"), [("modtaget", None)])

    def seal(self, data):
        return self.end.seal(data, self.certificate)

    def draft(self):
        return self.authority.craft([self.authority.make("kontakt", contact())])

    def receipts(self):
        return len(self.run("list", "kvittering"))


def contact(text="Vagt"):
    return {"navn": text, "funktion": "Vagt", "organisation": "Jobcenter", "telefon": "70101010",
            "prioritet": 1, "aabningstider": []}


TESTS = []


def test(what, *kinds):
    def add(function):
        for kind in kinds or (EC,):
            TESTS.append((what + (" (RSA)" if kind is RSA else ""), function, kind))
        return function
    return add


@test("the identity stays the same, and no file is overwritten")
def identity(place):
    fingerprint = place.run("identity")["fingeraftryk"]
    certificate = openssl("x509", "-in", place.certificate, "-outform", "DER")
    equal(fingerprint, hashlib.sha256(certificate).hexdigest())
    equal(place.run("identity", "--certificate", place.certificate)["fingeraftryk"], fingerprint)
    other = write(os.path.join(place.folder, "other"), b"en anden fil")
    place.run("identity", "--certificate", other, status=1)
    equal(read(other), b"en anden fil")
    text = openssl("x509", "-in", place.certificate, "-noout", "-text").decode()
    if "prime256v1" not in text or "Self-signed" in text:
        raise AssertionError("another kind of certificate")


@test("only certificates of the contract's kinds are trusted")
def kinds(place):
    equal(place.trust()["fingeraftryk"], hashlib.sha256(
        openssl("x509", "-in", place.end.certificate, "-outform", "DER")).hexdigest())
    der_file = End(place.folder, "der", RSA)
    openssl("x509", "-in", der_file.certificate, "-outform", "DER", "-out", der_file.certificate)
    place.trust(der_file)
    for name, kind in (("rsa", ["rsa:2048"]), ("p384", ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"]),
                       ("ed", ["ed25519"])):
        place.trust(End(place.folder, name, kind), status=1)
    issued = os.path.join(place.folder, "issued.pem")
    openssl("req", "-x509", "-newkey", *EC, "-nodes", "-keyout", issued + ".key", "-out", issued,
            "-subj", "/CN=issued", "-CA", place.end.certificate, "-CAkey", place.end.key)
    two = write(os.path.join(place.folder, "two.pem"),
                read(place.end.certificate) + read(place.certificate))
    nonsense = write(os.path.join(place.folder, "nonsense"), b"intet certifikat")
    for path in (issued, two, nonsense, place.end.key, os.path.join(place.folder, "missing")):
        place.run("trust", place.authority.id, path, status=1)
    place.run("trust", "ikke-et-id", place.certificate, status=2)
    own = place.run("status")["installation"]
    place.run("trust", own if isinstance(own, str) else own["id"], place.certificate, status=1)


@test("what openssl seals is taken, also in a certificate's last years", EC, RSA)
def theirs(place):
    place.begin()
    equal(place.take(place.seal(place.first)), [("kendt", None)])
    place.end = End(place.folder, "old", EC, "-not_before", "20200101000000Z", "-not_after",
                    "20210101000000Z")
    place.trust()
    package = place.authority.package([place.authority.make("kontakt", contact())])
    equal(place.take(place.seal(package), verb="check"), [("modtaget", None)])
    equal(place.take(place.seal(package)), [("modtaget", None)])


@test("openssl reads what is sealed here, the same file each time", EC, RSA)
def ours(place):
    place.begin()
    plain, sealed, again = (os.path.join(place.folder, name) for name in ("a", "b", "c"))
    place.run("export", sealed, "--sealed")
    rows = place.run("export", plain)
    equal(place.run("export", sealed, "--sealed"), place.run("export", sealed, "--sealed"))
    place.run("export", again, "--sealed")
    equal(len(rows), 1)
    for row in rows:
        name = os.path.basename(row["fil"])
        file = read(os.path.join(sealed, name + ".p7m"))
        equal(place.end.unseal(file, place.certificate), read(row["fil"]))
        equal(read(os.path.join(again, name + ".p7m")), file)
    equal(sorted(os.listdir(sealed)), [os.path.basename(row["fil"]) + ".p7m" for row in rows])


@test("without a recipient's certificate nothing is sealed, packed or written")
def nobody(place):
    package = place.authority.package([place.authority.make("kontakt", contact())])
    equal(place.take(package, "--accept"), [("modtaget", None)])
    out = os.path.join(place.folder, "out")
    before = place.run("status")
    place.run("export", out, "--sealed", status=1)
    equal(place.run("status"), before)
    equal(os.path.exists(out), False)
    place.trust()
    equal(len(place.run("export", out, "--sealed")), 1)


@test("a faulty seal is refused before anything is read, and gets no receipt")
def faults(place):
    place.begin()
    end, receipts = place.end, place.receipts()
    good = place.draft()
    sealed = place.seal(good)
    signed = end.sign(good)
    second = End(place.folder, "second", EC)

    def encrypt(data, *more, **how):
        return end.encrypt(data, place.certificate, *more, **how)

    cut = signed[:-1] + bytes([signed[-1] ^ 1])
    cases = {
        "a byte changed": change_envelope(sealed, other_byte),
        "the tag changed": change_envelope(sealed, other_tag),
        "a short tag": change_envelope(sealed, short_tag),
        "a short tag, and said so": change_envelope(sealed, short_tag_told),
        "something behind the tag": change_envelope(sealed, more_attributes),
        "bytes behind": sealed + b"\n",
        "cut short": sealed[:-1],
        "a length too long": long_length(sealed),
        "indefinite length": encrypt(signed, "-stream"),
        "CBC": encrypt(signed, cipher="-aes-256-cbc"),
        "another GCM": encrypt(signed, cipher="-aes-128-gcm"),
        "not signed": encrypt(good),
        "not encrypted": signed,
        "the signature changed": encrypt(cut),
        "bytes behind the signature": encrypt(signed + b"\n"),
        "signed without the content": encrypt(end.sign(good, mode=("-binary", "-md", "sha256"))),
        "signed in pieces": encrypt(end.sign(good, "-stream")),
        "signed by SHA-1": encrypt(end.sign(good, mode=("-binary", "-nodetach", "-md", "sha1"))),
        "no certificate": encrypt(end.sign(good, "-nocerts")),
        "encrypted twice": encrypt(sealed),
    }
    for what, data in cases.items():
        for more in ([], ["--accept"]):
            found = place.take(data, *more)
            if found != [("afvist", "laesning")]:
                raise AssertionError("%s: %r" % (what, found))
    both = end.sign(good, "-signer", second.certificate, "-inkey", second.key)
    strangers = {"a stranger": second.seal(good, place.certificate),
                 "a stranger beside": encrypt(both),
                 "a stranger, and no JSON": second.seal(b"intet", place.certificate)}
    place.trust(second, "99999999-9999-4999-8999-999999999999")
    others = {"another partner": second.seal(good, place.certificate),
              "another partner beside": encrypt(both),
              "another partner, and a fault":
                  second.seal(place.authority.craft([], oprettet="i går"), place.certificate)}
    for what, data in others.items():
        found = place.take(data, "--accept")
        if found != [("afvist", "afsender")]:
            raise AssertionError("%s: %r" % (what, found))
    place.trust(End(place.folder, "third", EC), "99999999-9999-4999-8999-999999999999")
    for what, data in strangers.items():
        found = place.take(data, "--accept")
        if found != [("afvist", "afsender")]:
            raise AssertionError("%s: %r" % (what, found))
    equal(place.take(end.encrypt(signed, second.certificate)), [("afvist", "modtager")])
    equal(place.receipts(), receipts)
    equal(place.take(end.encrypt(signed, second.certificate, place.certificate)),
          [("modtaget", None)])


@test("a sealed file is told by its content, and JSON inside is judged as ever")
def inside(place):
    place.begin()
    receipts = place.receipts()
    equal(place.take(place.seal(b"intet")), [("afvist", "laesning")])
    equal(place.receipts(), receipts)
    equal(place.take(place.seal(place.authority.craft([], oprettet="i går"))), [("afvist", "felt")])
    equal(place.receipts(), receipts + 1)
    package = place.authority.package([place.authority.make("kontakt", contact())])
    room = MOST_BYTES - len(package)
    equal(place.take(place.seal(package + b" " * (room + 1))), [("afvist", "laesning")])
    equal(place.take(place.seal(package + b" " * room)), [("modtaget", None)])
    equal(place.take(b"\x30" + b"\x00" * (MOST_BYTES * 2)), [("afvist", "laesning")])


@test("a plain file of a trusted sender waits for a yes")
def plain(place):
    place.begin()
    package = place.authority.package([place.authority.make("kontakt", contact())])
    equal(place.take(package), [("afvist", "afsender")])
    equal(place.take(package, "--accept"), [("modtaget", None)])


@test("what waits is judged by how it came")
def waiting(place):
    place.begin()
    packages = [place.authority.package([place.authority.make("kontakt", contact())])
                for _ in range(4)]
    waits, taken = ("venter", None), ("modtaget", None)
    equal(place.take(packages[1], "--accept"), [waits])
    equal(place.take(place.seal(packages[2])), [waits])
    equal(place.take(packages[3]), [("afvist", "afsender")])
    equal(place.take(place.seal(packages[0])), [taken, taken, taken])
    later = Workplace(place.start[0])
    try:
        packages = [later.authority.package([later.authority.make("kontakt", contact())])
                    for _ in range(3)]
        equal(later.take(packages[0], "--accept"), [taken])
        equal(later.take(packages[2]), [waits])
        later.trust()
        equal(later.take(later.seal(packages[1])), [taken, ("afvist", "afsender")])
    finally:
        later.close()


@test("what was taken out of a seal is the same package, and its receipt speaks of it")
def receipts_inside(place):
    place.begin()
    out = os.path.join(place.folder, "out")
    place.run("export", out, "--sealed")
    (name,) = os.listdir(out)
    package = place.end.unseal(read(os.path.join(out, name)), place.certificate)
    if not re.fullmatch(r"makker-[0-9a-f]{8}-[0-9a-f]{8}-000001\.json\.p7m", name):
        raise AssertionError("called %s" % name)
    (entry,) = json.loads(package)["poster"]
    equal(entry["data"]["sha256"], hashlib.sha256(place.first).hexdigest())
    place.authority.take(package, accept=True)
    equal(place.take(place.seal(place.authority.package([]))), [("modtaget", None)])


@test("a buddy's pin follows it from the id that it was given to its own")
def buddy(place):
    forloeb = {"kandidat": {"alias": "Kandidat A"}, "sagsreference": "EKS-1", "stilling": "Lager",
               "startDato": "2026-09-07", "maalMinutterPrMaaned": 1800,
               "jobformidler": {"navn": "Jobformidler 1", "telefon": "70101010"}}
    start = place.authority.start_package(forloeb)
    equal(place.take(start, "--accept"), [("modtaget", None)])
    placement = place.run("list", "forloeb")[0]["id"]
    given = place.run("start", "--role", "buddy", "--name", "Per", "--placement",
                      placement)["partner"]
    below = Below(place)
    place.trust()
    place.run("trust", given, below.certificate)
    leader = place.run("status")["installation"]
    leader = leader if isinstance(leader, str) else leader["id"]
    below.run("trust", leader, place.certificate)
    (down,) = [row["fil"] for row in place.run("export", os.path.join(place.folder, "ned"),
                                              "--sealed") if row["modtager"] == given]
    equal([row["status"] for row in below.run("import", down, "--accept")], ["modtaget"])
    (up,) = [row["fil"] for row in below.run("export", os.path.join(place.folder, "op"),
                                            "--sealed")]
    equal([row["status"] for row in place.run("import", up)], ["modtaget"])
    partners = {row["id"] for row in place.run("status")["partnere"]}
    equal(given in partners, False)
    place.run("export", os.path.join(place.folder, "ned"), "--sealed")


class Below(Workplace):
    """A buddy's store in the folder of a workplace."""

    def __init__(self, place):
        self.folder = place.folder
        self.start = place.start[:-1] + [os.path.join(place.folder, "buddy")]
        self.run("init", "--role", "buddy", "--name", "Per")
        self.certificate = os.path.join(place.folder, "buddy.pem")
        self.run("identity", "--certificate", self.certificate)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ctl", required=True)
    options = parser.parse_args()
    print("TAP version 14\n1..%d" % len(TESTS))
    bad = 0
    for number, (what, function, kind) in enumerate(TESTS, 1):
        place, problem = Workplace(options.ctl, kind), None
        try:
            function(place)
        except (AssertionError, contract.Fault, subprocess.TimeoutExpired) as error:
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
