#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists the course as a resource file: list-lessons.py FOLDER PREFIX OUTPUT

Every Markdown file of a language's folder and every picture gets in; a file that
is added is in the program with the next build. The output is written only when
it is another than before, so that a build with nothing new compiles nothing.
"""

import sys
from pathlib import Path


def main(folder, prefix, output):
    found = sorted(Path(folder).glob("*/*.md")) + sorted(Path(folder).glob("pictures/*.svg"))
    entries = [f"    <file>training/{path.relative_to(folder)}</file>" for path in found]
    text = "\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>', "<gresources>",
        f'  <gresource prefix="{prefix}">', *entries, "  </gresource>", "</gresources>", ""])
    target = Path(output)
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.write_text(text, encoding="utf-8")


main(*sys.argv[1:])
