#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"

if [[ $# -eq 0 ]]; then
  echo "./dev screenshots needs a folder; see ./dev screenshots --help" >&2
  exit 2
fi

builddir_compile "$build"
export LANG=da_DK.UTF-8 TZ=Europe/Copenhagen GSETTINGS_BACKEND=memory
export GDK_BACKEND=x11 GDK_DEBUG=no-portals GSK_RENDERER=cairo GTK_A11Y=test
exec "$root/tests/with-display.sh" "$build/tests/screenshots/makker-screenshots" "$@"
