#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/sources.sh
source "$MAKKER_ROOT/build-aux/sources.sh"

# The files that are named, or else all there are.
if [[ $# -gt 0 ]]; then
  cd "$OLDPWD"
  files=("$@")
else
  mapfile -d '' files < <(c_sources; blueprints)
fi

sources=()
layouts=()
for file in "${files[@]}"; do
  case $file in
    *.[ch]) sources+=("$file") ;;
    *.blp) layouts+=("$file") ;;
    *) echo "./dev format: $file is no .c, .h or .blp" >&2; exit 2 ;;
  esac
done
[[ ${#sources[@]} -eq 0 ]] || "$MAKKER_ROOT/build-aux/layout.py" "${sources[@]}"
[[ ${#layouts[@]} -eq 0 ]] || blueprint-compiler format -f "${layouts[@]}"
