#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"

builddir_compile "$build" src/ctl/makkerctl
exec "$build/src/ctl/makkerctl" "$@"
