#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"
# shellcheck source=build-aux/flatpak-runtime.sh
source "$MAKKER_ROOT/build-aux/flatpak-runtime.sh"

app=dk.makker.Makker
# A folder for each checkout, beside its build folder and tidied like it.
work=$build-flatpak
bundle=$(realpath -m "${1:-$work/$app.flatpak}")

mkdir -p "$work"
# The builder puts its state beside whoever calls it.
cd "$work"
printf '%s\n' "$root" >"$work/.checkout"
exec {lock}>"$FLATPAK_USER_DIR.lock"
flock "$lock"

runtime=()
if ! runtime_fetch; then
  echo "The runtime that the manifest names cannot be fetched here." >&2
  # A test that needs a bundle is skipped then.
  runtime_can_be_made || exit 77
  runtime_make
  runtime=("$runtime_name" "$runtime_branch")
fi

flatpak-builder --show-manifest "$root/flatpak/$app.yml" |
  "$root/build-aux/flatpak-manifest.py" "$root" "${runtime[@]}" >"$work/$app.json"
flatpak-builder --user --force-clean --disable-rofiles-fuse ${runtime:+--disable-download} \
  --state-dir="$work/state" --repo="$work/repo" "$work/files" "$work/$app.json" >&2
flatpak build-bundle "$work/repo" "$bundle" "$app" >&2
echo "Bundled in $bundle"
