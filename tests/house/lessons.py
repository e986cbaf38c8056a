#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges every file of the course: lessons.py CHECKOUT

The front matter is complete, a quiz has its answers, pictures are there and are
used, links lead somewhere, and the text is easy: LIX at most 34, no sentence of
more than 25 words. A block, such as an item or a heading, ends a sentence.
"""

import re
import sys
from pathlib import Path

MOST_LIX = 34
MOST_WORDS = 25
LONG = 6

PARTS = {"core": "kerne", "try": "proev", "talk": "tal", "more": "mere", "quiz": "quiz",
         "pocket": "lommekort"}
OTHERS = {"situation": "naar", "guide": "guide", "leader": "leder", "erfa": "erfa",
          "help": "hjaelp"}
KEYS = {"kind", "module", "title", "goal", "minutes", "language", "order", "action", "say"}

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]*)\)")
MARK = re.compile(r"^\s*(?:(?:>|#+|[-*]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|>\s*$)*")


def split(text):
    """The front matter as a dictionary, or None, and the body."""
    match = re.match(r"\A---\n(.*?)\n---\n", text, re.S)
    if not match:
        return None, text
    lines = [line for line in match[1].split("\n") if line.strip()]
    pairs = [tuple(part.strip() for part in line.split(":", 1)) for line in lines if ":" in line]
    return (dict(pairs) if len(pairs) == len(lines) else None), text[match.end():]


def front_faults(path, front):
    kind = front.get("kind")
    if kind not in PARTS | OTHERS:
        yield f"no such kind: {kind}"
        return
    wanted = {"title", "language", "minutes"}
    wanted |= {"module"} if kind in PARTS else set()
    wanted |= {"goal"} if kind in ("core", "guide") else set()
    wanted |= {"order"} if kind in ("situation", "guide", "erfa", "help") else set()
    wanted |= {"action", "say"} if kind == "situation" else set()
    for key in sorted(wanted - front.keys()):
        yield f"{key} is missing"
    for key in sorted(front.keys() - KEYS):
        yield f"{key} is not known"
    if front.get("language") != path.parent.name:
        yield "language is not that of the folder"
    if kind == "situation" and front.get("action") not in ("call", "ask", "write"):
        yield "action is none of call, ask and write"
    begins = f"modul-{front.get('module')}-{PARTS[kind]}" if kind in PARTS else OTHERS[kind] + "-"
    if not path.stem.startswith(begins):
        yield f"a file of this kind is called {begins}…"


def quiz_faults(body):
    for question in re.split(r"^## ", body, flags=re.M)[1:]:
        title, _, answers = question.partition("\n")
        boxes = re.findall(r"^- \[([ xX])\]", answers, re.M)
        reasons = re.findall(r"^  > ", answers, re.M)
        several = re.search(r"\((?:flere|several)\)$", title.strip())
        right = sum(box != " " for box in boxes)
        if len(boxes) < 2:
            yield f"»{title}« has no answers to choose from"
        if len(reasons) < len(boxes):
            yield f"»{title}« does not explain every answer"
        if (right < 1) if several else (right != 1):
            yield f"»{title}« has {right} right answers"


def plain(line):
    line = PICTURE.sub(r"\1", line)
    line = LINK.sub(r"\1", line)
    return re.sub(r"[*_`]", "", MARK.sub("", line)).strip()


def sentences(text):
    """Each as a list of its words. Lines of one paragraph belong together."""
    blocks, block = [], []
    for line in text.split("\n"):
        begins = MARK.match(line).group().strip() != "" and not re.match(r"^\s*>\s+\w", line)
        if begins or not plain(line) or line.lstrip().startswith("|"):
            blocks.append(" ".join(block))
            block = []
        if re.fullmatch(r"[|:\-\s]+", line):
            continue
        block.append(plain(line))
        if line.lstrip().startswith(("#", "|")):
            blocks.extend(" ".join(block).split("|"))
            block = []
    blocks.append(" ".join(block))
    for text_of_block in blocks:
        for sentence in re.split(r"(?<=[.!?:])[\"»«”)]*\s+", text_of_block):
            words = WORD.findall(sentence)
            if words:
                yield words


def reading_faults(text):
    found = list(sentences(text))
    words = [word for sentence in found for word in sentence]
    if not words:
        yield "there is no text"
        return
    lix = len(words) / len(found) + 100 * sum(len(word) > LONG for word in words) / len(words)
    if lix > MOST_LIX:
        yield f"LIX is {lix:.1f}, at most {MOST_LIX}"
    for sentence in found:
        if len(sentence) > MOST_WORDS:
            yield f"a sentence of {len(sentence)} words: {' '.join(sentence[:8])} …"


def link_faults(path, body):
    for shown, source in PICTURE.findall(body):
        if not shown.strip():
            yield f"{source} says not what it shows"
        if not source.startswith("pictures/") or not (path.parent.parent / source).is_file():
            yield f"{source} is not there"
    for _, target in LINK.findall(body):
        if target.startswith("lesson:"):
            name = target.removeprefix("lesson:") + ".md"
            if not any(path.parent.parent.glob(f"*/{name}")):
                yield f"{target} leads nowhere"
        elif not target.startswith("https://"):
            yield f"{target} is neither a lesson nor https"


def faults(path):
    front, body = split(path.read_text(encoding="utf-8"))
    if front is None:
        return ["the front matter is missing, or a line of it has no colon"]
    found = [*front_faults(path, front), *link_faults(path, body)]
    if front.get("kind") == "quiz":
        found += quiz_faults(body)
    said = "\n\n".join(filter(None, [front.get("goal"), front.get("say")]))
    # What sources are called is not for their writers to make easier.
    read = re.split(r"^## (?:Kilder|Sources)$", body, flags=re.M)[0]
    return found + list(reading_faults(f"{said}\n\n{read}"))


def unused(folder):
    texts = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*/*.md"))
    return [path.name for path in sorted(folder.glob("pictures/*"))
            if f"(pictures/{path.name})" not in texts]


def main():
    folder = Path(sys.argv[1]) / "resources" / "training"
    files = sorted(path for path in folder.glob("*/*.md"))
    results = [(f"/lessons/{path.parent.name}/{path.stem}", faults(path)) for path in files]
    results.append(("/lessons/there-are-some", [] if files else ["there is none"]))
    results.append(("/lessons/every-picture-is-used", unused(folder)))
    print(f"1..{len(results)}")
    for number, (name, found) in enumerate(results, 1):
        print(f"{'not ok' if found else 'ok'} {number} {name}")
        for fault in found:
            print(f"# {fault}")
    return any(found for _, found in results)


sys.exit(main())
