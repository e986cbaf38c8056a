#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"

builddir_compile "$build"
export LANG=da_DK.UTF-8
exec "$root/tests/bench/bench.py" --program "$build/tests/bench/makker-bench" "$@"
