# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says and writes, held against what the judge says."""

import copy
import datetime
import os

import contract
from case import shorten
from contract import same


def compare_rows(rows, paths, results, freed):
    """How the rows of `import` or `check` differ from what the judge said."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return ["no array of objects: " + shorten(rows)]
    problems = []
    if len(rows) < len(paths):
        return ["%d rows for %d files: %s" % (len(rows), len(paths), shorten(rows))]
    for index, (path, result) in enumerate(zip(paths, results)):
        row = rows[index]
        where = "file %d (%s %s)" % (index + 1, os.path.basename(path), result.pakkeId)
        if row.get("fil") != path:
            problems.append("%s: fil is %s" % (where, shorten(row.get("fil"))))
        problems += compare_result(where, row, result)
    # A package whose turn came, and that waits again for a person's yes, may
    # be listed or not.
    rest = [row for row in rows[len(paths):] if row.get("status") != "venter"]
    expected = {(result.pakkeId, result.sha256): result for result in freed}
    if len(rest) != len(expected):
        problems.append("expected %d released packages, found %s"
                        % (len(expected), shorten([[row.get("pakkeId"), row.get("status"),
                                                    row.get("kode")] for row in rest])))
    else:
        for row, result in zip(rest, freed):
            problems += compare_result("released %s" % result.pakkeId, row, result)
    return problems


def rival_order(rows, count, freed):
    """Released rows in the mirror's order, either code for a broken rival."""
    places = {result.pakkeId: index for index, result in enumerate(freed)}
    tail = sorted(rows[count:], key=lambda row: places.get(row.get("pakkeId"), 0))
    codes = {row.get("pakkeId"): row.get("kode") for row in tail}
    made = []
    for result in freed:
        if result.kode in ("kaede", "genbrug") and codes.get(result.pakkeId) in ("kaede",
                                                                                 "genbrug"):
            result = copy.copy(result)
            result.kode = codes[result.pakkeId]
        made.append(result)
    return rows[:count] + tail, made


def compare_result(where, row, result):
    problems = []
    found = str(row.get("status")) + (":" + str(row["kode"]) if "kode" in row else "")
    if found != result.brief():
        problems.append("%s: expected %s (%s), found %s (%s)"
                        % (where, result.brief(), result.grund, found, row.get("grund")))
        return problems
    for name in ("pakkeId", "loebenummer"):
        if getattr(result, name) is not None and result.status != "afvist" \
                and row.get(name) != getattr(result, name):
            problems.append("%s: %s is %s" % (where, name, row.get(name)))
        if name in row and getattr(result, name) is not None \
                and row[name] != getattr(result, name):
            problems.append("%s: %s is %s" % (where, name, row.get(name)))
    if result.status == "afvist" and not row.get("grund"):
        problems.append("%s: no grund" % where)
    if result.mangler and row.get("mangler") != result.mangler:
        problems.append("%s: expected mangler %s, found %s"
                        % (where, result.mangler, row.get("mangler")))
    poster = [item for item in row.get("poster") or [] if item.get("kode") != "ukendt"]
    codes = {item.get("id"): item.get("kode") for item in poster}
    for id in sorted(set(codes) | set(result.codes())):
        if codes.get(id) != result.codes().get(id):
            problems.append("%s: entry %s: expected %s, found %s"
                            % (where, id, result.codes().get(id), codes.get(id)))
    unknown = {item.get("id") for item in row.get("poster") or []
               if item.get("kode") == "ukendt"}
    if result.status in ("modtaget", "delvist") and unknown != set(result.ukendt):
        problems.append("%s: expected as ukendt %s, found %s"
                        % (where, shorten(sorted(result.ukendt)), shorten(sorted(unknown))))
    return problems


def moment(text):
    try:
        return datetime.datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return text


def compare_record(row, record):
    problems = []
    if set(row) != {"id", "revision", "ophav", "aendret", "tilstand", "data"}:
        problems.append("%s: fields are %s" % (record.id, sorted(row)))
    for name, expected in (("revision", record.revision), ("ophav", record.writer),
                           ("tilstand", "hentet")):
        if row.get(name) != expected:
            problems.append("%s: expected %s %s, found %s"
                            % (record.id, name, expected, row.get(name)))
    if moment(row.get("aendret")) != moment(record.aendret):
        problems.append("%s: aendret is %s and not %s"
                        % (record.id, row.get("aendret"), record.aendret))
    if record.last is not None and not same(row.get("data"), record.last):
        problems.append("%s: expected data %s, found %s"
                        % (record.id, shorten(record.last), shorten(row.get("data"))))
    return problems


def compare_export(row, root):
    problems = []
    if set(row) != {"fil", "pakkeId", "modtager", "loebenummer", "antal"}:
        problems.append("a row of export has %s" % sorted(row))
    for name in ("pakkeId", "loebenummer", "antal"):
        if row.get(name) != root[name]:
            problems.append("export says %s %s, the package %s"
                            % (name, row.get(name), root[name]))
    return problems


def judge_writing(root, own_id):
    """What a writer must keep beyond what a receiver would refuse."""
    problems = []
    where = "package %d" % root["loebenummer"]
    if root["afsender"]["id"] != own_id:
        problems.append("%s: afsender.id is another's" % where)
    if root["loebenummer"] == 1 and root["forrigeSha256"] is not None:
        problems.append("%s: forrigeSha256 is not null" % where)
    if root["loebenummer"] > 1 and "afloeser" in root:
        problems.append("%s: afloeser stands beyond number 1" % where)
    for entry in root["poster"]:
        name = "%s, %s %s" % (where, entry["type"], entry["id"])
        if entry.get("ophav", own_id) != own_id:
            problems.append("%s: an own record names another writer" % name)
        if entry["type"] not in contract.TYPES:
            problems.append("%s: a type that is not of the page" % name)
            continue
        data = entry.get("data", {})
        strange = set(data) - set(contract.TYPES[entry["type"]].fields)
        if strange:
            problems.append("%s: unknown fields %s" % (name, sorted(strange)))
        if entry["type"] == "kvittering":
            problems += judge_receipt(name, entry, data)
    return problems


def judge_receipt(name, entry, data):
    problems = []
    if entry["revision"] != 1 or entry["handling"] != "gem" or "ophav" in entry:
        problems.append("%s: a receipt is revision 1, gem, without ophav" % name)
    if data.get("status") == "afvist":
        if data.get("kode") not in contract.PACKAGE_CODES or not data.get("grund"):
            problems.append("%s: afvist with kode %s and grund %s"
                            % (name, data.get("kode"), data.get("grund")))
        if ("epoke" in data) != (data.get("kode") == "epoke"):
            problems.append("%s: epoke stands where it should not, or is missing" % name)
    else:
        for field in ("kode", "grund", "epoke"):
            if field in data:
                problems.append("%s: %s stands in a receipt %s" % (name, field, data["status"]))
    if ("poster" in data) != (data.get("status") == "delvist") or data.get("poster") == []:
        problems.append("%s: poster in a receipt %s" % (name, data.get("status")))
    for item in data.get("poster", []):
        if item.get("kode") not in contract.ENTRY_CODES:
            problems.append("%s: an entry refused with %s" % (name, item.get("kode")))
    return problems


def receipt_key(data):
    return (data["pakkeId"], data["sha256"], data["status"], data.get("kode"),
            data.get("epoke"),
            tuple(sorted((item["id"], item["revision"], item["kode"])
                         for item in data.get("poster", []))))


def compare_receipts(new, owed, loose):
    problems = []
    found, wanted = [], []
    for root, _ in new:
        receiver = root["modtager"].get("id")
        for entry in root["poster"]:
            if entry["type"] == "kvittering":
                found.append((receiver, receipt_key(entry["data"])))
                number = entry["data"].get("loebenummer")
                for data in owed.get(receiver, []):
                    if receipt_key(data) == receipt_key(entry["data"]) and number is not None \
                            and number != data.get("loebenummer"):
                        problems.append("a receipt with the number %s for %s"
                                        % (number, data.get("loebenummer")))
    for id, rows in owed.items():
        wanted += [(id, receipt_key(data)) for data in rows]
    for key in wanted:
        if key in found:
            found.remove(key)
        elif key[1][0] not in loose:
            problems.append("a receipt is missing: %s" % shorten(key[1]))
    problems += ["a receipt too many: %s" % shorten(key[1]) for key in found
                 if key[1][0] not in loose]
    return problems
