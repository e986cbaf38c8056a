#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"
# shellcheck source=build-aux/run-tests.sh
source "$MAKKER_ROOT/build-aux/run-tests.sh"

setup=quick
filters=()
for argument in "$@"; do
  case $argument in
    --all) setup=all ;;
    -*) echo "./dev test: there is no option \"$argument\"; see ./dev test --help" >&2; exit 2 ;;
    *) filters+=("$argument") ;;
  esac
done

run_tests "$setup" "${filters[@]}"
