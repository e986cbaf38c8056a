#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures that the program is shown with can be taken: pictures.py SOURCE-FOLDER

Each screenshot of the metainfo is a scene that ./dev screenshots knows, in its size, with words of
its own below it; and so is each picture in the README. Says TAP.
"""

import re
import struct
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SIZE = (1100, 800)
SCENE = re.compile(r'^  \{ "([a-z0-9-]+)",', re.MULTILINE)
IN_README = re.compile(r"!\[[^]]+\]\((data/screenshots/[^)]+)\)")


def size_of(picture):
    """Width and height, from the head of a PNG."""
    return struct.unpack(">II", picture.read_bytes()[16:24])


def main():
    source = Path(sys.argv[1])
    scenes = SCENE.findall((source / "tests/screenshots/mk-scenes.c").read_text(encoding="utf-8"))
    metainfo = ElementTree.parse(source / "data/dk.makker.Makker.metainfo.xml.in").getroot()
    shots = metainfo.findall("screenshots/screenshot")
    images = [shot.find("image") for shot in shots]
    captions = [shot.findtext("caption") for shot in shots]
    shown = [source / path
             for path in IN_README.findall((source / "README.md").read_text(encoding="utf-8"))]
    checks = {
        "there are some": len(shots) > 0 and len(shown) > 0,
        "each screenshot is a scene": all(Path(image.text).stem in scenes for image in images),
        "each is as large as it says": all((int(image.get("width")), int(image.get("height"))) == SIZE
                                           for image in images),
        "each has words of its own": all(captions) and len(set(captions)) == len(captions),
        "the README's are scenes": all(path.stem in scenes for path in shown),
        "the README's are as large": all(size_of(path) == SIZE for path in shown),
    }
    print(f"1..{len(checks)}")
    for number, (name, holds) in enumerate(checks.items(), 1):
        print(f"{'ok' if holds else 'not ok'} {number} - {name}")


main()
