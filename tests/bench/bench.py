#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure pieces of work beside something that does no more than it must.

Each line is a ratio of processes run in turns, with its median, its least and its largest, the peak
memory, and the budget beside it. Absolute times say little on a machine that others use too.

    bench.py --program makker-bench [--check-ins N] [--runs N] [NAME ...]
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

KEY = "4d" + "00" * 31
PLACEMENTS = 200
OPENING = """PRAGMA key = "x'%s'";
PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON; PRAGMA cache_size = -16000; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;
""" % KEY

EXPORT = """.output {folder}/rows.json
SELECT json_object ('type', type, 'id', id, 'revision', record.revision, 'handling', 'gem',
  'aendret', changed, 'data', json (data))
FROM record JOIN revision ON revision.entry = record.newest
WHERE type = 'checkin' ORDER BY record.newest;
"""

# What sealing must do beside that, whoever does it: the bytes are kept, each entry is marked as packed,
# and the package becomes a file, a package in a transaction.
SEAL_START = """CREATE TEMP TABLE first AS SELECT min (record) AS record FROM record WHERE type = 'checkin';
"""
SEAL = """BEGIN IMMEDIATE;
INSERT INTO package_out (package, epoch, number, id, sha256, entries, sealed)
  SELECT {n}, (SELECT epoch FROM epoch WHERE direction = 'out' AND present = 1), {n}, 'p{n}', 's', count (*), 't'
  FROM record
  WHERE record.record >= (SELECT record FROM first) + {start}
    AND record.record < (SELECT record FROM first) + {end};
INSERT INTO package_bytes (package, bytes)
  SELECT {n}, cast (json_object ('poster', json_group_array (json_object ('type', type, 'id', record.id,
      'revision', record.revision, 'handling', 'gem', 'aendret', changed, 'data', json (data)))) AS BLOB)
  FROM record JOIN revision ON revision.entry = record.newest
  WHERE record.record >= (SELECT record FROM first) + {start}
    AND record.record < (SELECT record FROM first) + {end};
INSERT INTO packed (record, package, revision)
  SELECT record.record, {n}, record.revision FROM record
  WHERE record.record >= (SELECT record FROM first) + {start}
    AND record.record < (SELECT record FROM first) + {end};
COMMIT;
.output /dev/null
SELECT writefile ('{folder}/rows-{n}.json', bytes) FROM package_bytes WHERE package = {n};
"""

# The same rows in the same tables with the same indexes, a package in a transaction.
IMPORT_START = """ATTACH '{rows}' AS foreign_rows KEY '';
INSERT INTO partner (id, role, name, started, known) VALUES ('buddy', 'buddy', 'Per', 0, 1);
INSERT INTO epoch (partner, direction, id, present) SELECT partner, 'in', 'e', 1 FROM partner WHERE id = 'buddy';
INSERT INTO package_in (epoch, number, id, sha256, entries, taken) SELECT epoch, 1, 'p', 's', 1, 't' FROM epoch WHERE id = 'e';
"""
IMPORT = """BEGIN IMMEDIATE;
INSERT INTO record (record, id, type, revision, writer, partner, epoch, deleted, placement, newest, content)
  SELECT 10000000 + rowid, id, 'checkin', 1, 'buddy', (SELECT partner FROM partner WHERE id = 'buddy'),
    (SELECT epoch FROM epoch WHERE id = 'e'), 0, placement, 10000000 + rowid, 10000000 + rowid
  FROM foreign_rows.row WHERE rowid > {start} AND rowid <= {end};
INSERT INTO revision (entry, record, revision, epoch, package, deleted, changed, data)
  SELECT 10000000 + rowid, 10000000 + rowid, 1, (SELECT epoch FROM epoch WHERE id = 'e'),
    (SELECT package FROM package_in WHERE id = 'p'), 0, changed, data
  FROM foreign_rows.row WHERE rowid > {start} AND rowid <= {end};
INSERT INTO checkin (record, data)
  SELECT 10000000 + rowid, data FROM foreign_rows.row WHERE rowid > {start} AND rowid <= {end};
INSERT INTO search (rowid, text, starts)
  SELECT 10000000 + rowid, folded, starts FROM foreign_rows.row WHERE rowid > {start} AND rowid <= {end};
COMMIT;
"""

SAVE_START = """CREATE TEMP TABLE given AS
  SELECT (SELECT max (record) FROM record) AS record, (SELECT max (entry) FROM revision) AS entry,
    (SELECT data FROM checkin LIMIT 1) AS data, (SELECT placement FROM record WHERE type = 'checkin' LIMIT 1) AS placement;
"""
SAVE = """BEGIN IMMEDIATE;
INSERT INTO record (record, id, type, revision, writer, deleted, placement, newest, content)
  SELECT record + {n}, 'bench-{n}', 'checkin', 1, 'w', 0, placement, entry + {n}, entry + {n} FROM given;
INSERT INTO revision (entry, record, revision, deleted, changed, data)
  SELECT entry + {n}, record + {n}, 1, 0, '2026-12-01T12:00:00Z', data FROM given;
INSERT INTO checkin (record, data) SELECT record + {n}, data FROM given;
INSERT INTO search (rowid, text, starts)
  SELECT record + {n}, 'per vi aftalte, at næste opgave er at tælle op på lageret.',
    '  pe  vi  af  at  næ  op  er  tæ  på  la' FROM given;
COMMIT;
"""


class Measured:
    def __init__(self, seconds, peak):
        self.seconds, self.peak = seconds, peak


class Bench:
    def __init__(self, program, folder, check_ins, runs):
        self.program, self.folder, self.check_ins, self.runs = program, folder, check_ins, runs
        self.window = program + "-window"
        self.reader = program + "-reader"
        self.empty = program + "-empty"

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def run(self, command, text=None):
        begun = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        if text is not None:
            process.stdin.write(text.encode())
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit("%s failed" % " ".join(command[:2]))
        return Measured(time.monotonic() - begun, usage.ru_maxrss / 1024)

    def told(self, *command):
        """The lines that a command says."""
        done = subprocess.run(command, stdout=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit("%s failed" % " ".join(command[:2]))
        return done.stdout.splitlines()

    def work(self, *arguments):
        return self.run([self.program] + [str(a) for a in arguments])

    def shell(self, store, script):
        return self.run(["sqlcipher", "-bail", os.path.join(store, "makker.db")], OPENING + script)

    def copy(self, store):
        copy = self.path("copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(store, copy)
        return copy

    def store(self):
        """The store that others are copied from, made once."""
        store = self.path("store")
        if not os.path.isdir(store):
            self.work("fill", store, self.check_ins, PLACEMENTS)
        return store

    def packages(self):
        folder = self.path("packages")
        if not os.path.isdir(folder):
            self.work("packages", self.store(), folder)
            self.work("fill", self.path("leader"), 0, PLACEMENTS)
        return folder

    def pairs(self, ours, theirs):
        return [(ours(), theirs()) for _ in range(self.runs)]

    def pair(self, ours, theirs):
        return self.ratio(self.pairs(ours, theirs))

    def ratio(self, pairs):
        ratios = sorted(a.seconds / b.seconds for a, b in pairs)
        return ("%.2f × (%.2f to %.2f)" % (statistics.median(ratios), ratios[0], ratios[-1]),
                "%.0f MiB" % max(a.peak for a, _ in pairs),
                "%.2f s" % statistics.median(a.seconds for a, _ in pairs))

    # The works

    def bench_export(self):
        """seal and export | json_object in the shell | ≤ 1.5 ×, ≤ 64 MiB"""
        def ours():
            copy = self.copy(self.store())
            shutil.rmtree(self.path("out"), ignore_errors=True)
            return self.work("export", copy, self.path("out"))

        def theirs():
            return self.shell(self.copy(self.store()), EXPORT.format(folder=self.folder))
        return self.pair(ours, theirs)

    def bench_seal(self):
        """seal and export | the same kept, marked and written by the shell | ≤ 1.5 ×, ≤ 64 MiB"""
        steps = enumerate(range(0, self.check_ins, 5000), 1)
        script = SEAL_START + "".join(SEAL.format(n=n, start=start, end=start + 5000,
                                                  folder=self.folder) for n, start in steps)

        def ours():
            copy = self.copy(self.store())
            shutil.rmtree(self.path("out"), ignore_errors=True)
            return self.work("export", copy, self.path("out"))
        return self.pair(ours, lambda: self.shell(self.copy(self.store()), script))

    def bench_import(self):
        """import | the same rows inserted in the shell | ≤ 1.5 ×"""
        packages = self.packages()
        steps = range(0, self.check_ins, 5000)
        script = IMPORT_START.format(rows=os.path.join(packages, "rows.db"))
        script += "".join(IMPORT.format(start=n, end=n + 5000) for n in steps)
        return self.pair(lambda: self.work("import", self.copy(self.path("leader")), packages),
                         lambda: self.shell(self.copy(self.path("leader")), script))

    def bench_gate(self):
        """gate and checks alone | json-glib parsing the same files | ≤ 1 ×"""
        packages = self.packages()
        return self.pair(lambda: self.work("gate", packages),
                         lambda: self.work("json-glib", packages))

    def read(self, what):
        """What the reader measured of WHAT: microseconds, or MiB."""
        return int(self.told(self.reader, what)[-1].split()[-1])

    def read_ratio(self, ours, theirs):
        pairs = [(self.read(ours), self.read(theirs)) for _ in range(self.runs)]
        ratios = sorted(a / b for a, b in pairs)
        return ("%.2f × (%.2f to %.2f)" % (statistics.median(ratios), ratios[0], ratios[-1]),
                "%.0f ms" % (statistics.median(a for a, _ in pairs) / 1000))

    def bench_lesson(self):
        """open the longest lesson, until its first screen is seen | its text in a GtkTextView | ≤ 2 ×"""
        whole = statistics.median(self.read("whole") for _ in range(self.runs))
        return (*self.read_ratio("lesson", "text"), "all of it after %.0f ms" % (whole / 1000))

    def bench_pdf(self):
        """first page of 500 in PDF, and then all of them | poppler's first page as a picture | ≤ 1.5 ×, < 128 MiB above idle"""
        return (*self.read_ratio("pdf", "poppler"), "%.0f MiB above idle" % self.read("scroll"))

    def bench_save(self):
        """save 200 check-ins, each durable | the bare statements in the shell | ≤ 1.5 ×"""
        script = SAVE_START + "".join(SAVE.format(n=n) for n in range(1, 201))
        return self.pair(lambda: self.work("save", self.copy(self.store()), 200),
                         lambda: self.shell(self.copy(self.store()), script))

    def bench_start(self):
        """start to the first page, the store opened by the keyring | an empty libadwaita window | ≤ 1.4 ×, memory ≤ 1.25 ×"""
        store = self.copy(self.store())
        pairs = self.pairs(lambda: self.run([self.window, "start", store]),
                           lambda: self.run([self.empty]))
        memory = statistics.median(ours.peak / empty.peak for ours, empty in pairs)
        return (*self.ratio(pairs), "memory %.2f ×" % memory)

    def bench_hotline(self):
        """from the shortcut to the numbers, 200 contacts | presenting an empty AdwDialog | ≤ 1.5 ×"""
        lines = self.told(self.window, "hotline", "200", str(self.runs))
        pairs = [[int(number) for number in line.split()] for line in lines
                 if len(line.split()) == 2]
        ratios = sorted(ours / empty for ours, empty in pairs)
        return ("%.2f × (%.2f to %.2f)" % (statistics.median(ratios), ratios[0], ratios[-1]),
                "%.0f ms" % (statistics.median(ours for ours, _ in pairs) / 1000))

    def frame(self, *arguments):
        """Microseconds of the processor a frame, and by how many KiB the memory grew."""
        return [float(figure) for figure in self.told(self.window, *arguments)[-1].split()]

    def bench_scroll(self):
        """scroll the log of one placement with all check-ins, CPU a frame | GtkListView over 100,000 plain strings | ≤ 1.3 ×, memory not growing"""
        store = self.path("one")
        self.work("fill", store, self.check_ins, 1)
        pairs = [(self.frame("scroll", store), self.frame("strings")) for _ in range(self.runs)]
        ratios = sorted(log[0] / strings[0] for log, strings in pairs)
        return ("%.2f × (%.2f to %.2f)" % (statistics.median(ratios), ratios[0], ratios[-1]),
                "memory %+.1f MiB beside %+.1f MiB"
                % tuple(statistics.median(pair[which][1] for pair in pairs) / 1024
                        for which in (0, 1)))

    def bench_search(self):
        """search, first page: of many, of few, of two letters | | ≤ 50 ms"""
        figures = []
        for text in ("opgave", "label", "op", "hun spurgte"):
            times = [int(line) / 1000
                     for line in self.told(self.program, "search", self.store(), text)]
            figures.append("%s %.1f ms" % (text, statistics.median(times)))
        return (", ".join(figures),)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--check-ins", type=int, default=100000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    works = {name[6:]: name for name in dir(Bench) if name.startswith("bench_")}
    unknown = [name for name in arguments.names if name not in works]
    if unknown:
        sys.exit("There is no work called %s; there are %s." % (unknown[0], ", ".join(works)))
    with tempfile.TemporaryDirectory(prefix="makker-bench-") as folder:
        bench = Bench(arguments.program, folder, arguments.check_ins, arguments.runs)
        print("%d check-ins over %d placements, %d runs in turns"
              % (arguments.check_ins, PLACEMENTS, arguments.runs), flush=True)
        for name in arguments.names or works:
            function = getattr(bench, works[name])
            work, beside, budget = [part.strip() for part in function.__doc__.split("|")]
            print("%s%s: %s; budget %s" % (work, " against " + beside if beside else "",
                                           ", ".join(function()), budget), flush=True)


if __name__ == "__main__":
    main()
