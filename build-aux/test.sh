#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"

setup=quick
filters=()
for argument in "$@"; do
  case $argument in
    --all) setup=all ;;
    -*) echo "./dev test: there is no option \"$argument\"; see ./dev test --help" >&2; exit 2 ;;
    *) filters+=("$argument") ;;
  esac
done

if ! builddir_compile "$build"; then
  echo "It does not build, so no test ran."
  echo "0 passed, 1 failed"
  exit 1
fi

mapfile -t names < <("$root/build-aux/pick-tests.py" "$build" "$setup" "${filters[@]}")
if [[ ${#names[@]} -eq 0 ]]; then
  echo "There is no such test."
  echo "0 passed, 0 failed"
  exit 1
fi

# Two runs at once keep their logs apart; they stay for a day, to be read.
find "$build/meson-logs" -maxdepth 1 -name 'run-*' -mtime +0 -exec rm -rf {} +
log=$(mktemp -d "$build/meson-logs/run-XXXXXX")
meson test -C "$build" --no-rebuild --setup "$setup" --print-errorlogs \
  --logbase "${log##*/}/log" "${names[@]}" || true
"$root/build-aux/count-tests.py" "$log/log-$setup.json"
