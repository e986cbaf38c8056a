#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"

builddir_compile "$build"
export LANG=da_DK.UTF-8 TZ=Europe/Copenhagen GSETTINGS_BACKEND=memory
export GDK_BACKEND=x11 GDK_DEBUG=no-portals GSK_RENDERER=cairo
exec "$root/tests/with-display.sh" "$root/tests/bench/bench.py" --program "$build/tests/bench/makker-bench" "$@"
