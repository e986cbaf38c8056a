#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command with a display, a session bus and folders of its own, so that
# nothing is read from the person's desktop, and nothing is left behind.

set -euo pipefail

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home"/{data,config,cache,state,runtime}
export XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache
export XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/runtime
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

xvfb-run --auto-servernum --server-args='-screen 0 1280x1024x24' dbus-run-session -- "$@"
