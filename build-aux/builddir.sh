# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The build folder, one for each checkout, in the cache, so that a checkout may
# be read-only. Sourced by the scripts that run inside the base.

set -euo pipefail

root=$MAKKER_ROOT
build=$MAKKER_BUILD
# What meson is told besides, for a build folder that is built in another way.
builddir_options=()

# What a program needs to be run from the build folder.
export GSETTINGS_SCHEMA_DIR=$build/data
export MAKKER_LOCALE_DIR=$build/po

# Build folders of checkouts that are gone.
builddir_tidy () {
  local folder
  for folder in "${build%/*}"/build-*/; do
    folder=${folder%/}
    [[ -e $folder/.checkout && ! -e $(<"$folder/.checkout")/meson.build ]] && rm -rf "$folder"
  done
  return 0
}

# What went wrong, without all that was found on the way.
builddir_show_log () {
  grep -vE '^((cc|clang) -I|Compiler for C|Program .* found: YES|(Dependency|Library|Run-time).* found: YES)' "$1.log"
}

# Sets up a folder anew where it was set up in another base, for a checkout that
# stood at the same path, or not to its end.
builddir_setup () {
  local folder=$1 stamp
  stamp="$MAKKER_BASE $(stat --format='%i %W' "$root")${builddir_options:+ ${builddir_options[*]}}"
  if [[ -e $folder/.base && $(<"$folder/.base") == "$stamp" ]]; then
    return
  fi
  builddir_tidy
  rm -rf "$folder"
  mkdir -p "$folder"
  printf '%s\n' "$root" >"$folder/.checkout"
  if ! meson setup "$folder" "$root" --werror "${builddir_options[@]}" >"$folder.log" 2>&1; then
    builddir_show_log "$folder" >&2
    return 1
  fi
  printf '%s\n' "$stamp" >"$folder/.base"
}

# Warnings are errors, so a build that succeeds has nothing to say. One at a
# time in a folder; the lock goes with the subshell.
builddir_compile () (
  folder=$1
  shift
  mkdir -p "${folder%/*}"
  exec {lock}>"$folder.lock"
  flock "$lock"
  builddir_setup "$folder" || return 1
  if ! ninja --quiet -C "$folder" "$@" >"$folder.log" 2>&1 </dev/null {lock}>&-; then
    builddir_show_log "$folder" >&2
    return 1
  fi
)
