#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command in a desktop session without a screen: a bus, a compositor and
# the accessibility tree, with folders of its own.

set -euo pipefail

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home"/{data,config,cache,state,runtime}
export HOME=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache
export XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/runtime
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GTK_A11Y

# What the compositor misses of a whole desktop is no concern of the journey;
# only what the journey says itself comes out.
unset G_DEBUG
# shellcheck disable=SC2016 # the inner shell has its own arguments
dbus-run-session -- mutter --headless --no-x11 --virtual-monitor 1280x800 --wayland -- \
  bash -c 'said=$1/said status=$1/status; shift; "$@" >"$said"; echo $? >"$status"' - "$home" "$@" \
  >"$home/compositor" 2>&1 || true
if [[ ! -e $home/status ]]; then
  cat "$home/compositor" >&2
  exit 1
fi
cat "$home/said"
exit "$(<"$home/status")"
