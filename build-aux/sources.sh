# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What there is to look at, each name ended by a zero byte. Sourced.

set -euo pipefail

cd "$MAKKER_ROOT"

c_sources () {
  find src tests -name '*.[ch]' -print0 | sort -z
}

blueprints () {
  find src -name '*.blp' -print0 | sort -z
}

shell_scripts () {
  printf '%s\0' dev .ci/run data/completion/makkerctl
  find build-aux tests -name '*.sh' -print0 | sort -z
}
