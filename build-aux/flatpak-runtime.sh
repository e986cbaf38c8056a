# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The runtime that the Flatpak is built on: GNOME's, where it can be fetched,
# and else one made from the development base. Sourced by flatpak.sh and by what
# tries the bundle.

: "${root:?}" "${build:?}"

# Flatpak's own folder here, so that nothing of the person's is touched.
export FLATPAK_USER_DIR=${build%/*}/flatpak
# Messages of tools are read by tools.
export LC_ALL=C.UTF-8

flathub=https://dl.flathub.org/repo/flathub.flatpakrepo
runtime_name=dk.makker.Base
# The base's folder says what is in it.
runtime_branch=${MAKKER_BASE#base-}

# The name and branch that the manifest names, as "name//branch".
runtime_wanted () {
  sed -n "s/^runtime: //p; s/^runtime-version: //p" "$root/flatpak/dk.makker.Makker.yml" |
    tr -d "'" | paste -sd/ | sed 's,/,//,'
}

runtime_fetch () {
  local wanted
  wanted=$(runtime_wanted)
  flatpak info --user "$wanted" >/dev/null 2>&1 && return
  flatpak remote-add --user --if-not-exists flathub "$flathub" >/dev/null 2>&1 &&
    flatpak install --user --noninteractive flathub "$wanted" "${wanted/Platform/Sdk}" >&2
}

# A runtime is what becomes /usr, with its /etc inside.
runtime_lay_out () {
  local folder=$1 base=$2
  mkdir -p "$folder"/{files,var,export}
  cp -al "$base/usr" "$folder/usr"
  rm -rf "$folder/usr/etc"
  cp -a "$base/etc" "$folder/usr/etc"
  # Flatpak brings these from the machine.
  rm -f "$folder"/usr/etc/{passwd,group,hosts,host.conf,resolv.conf,localtime,timezone,machine-id,mtab}
  cat >"$folder/metadata" <<METADATA
[Runtime]
name=$runtime_name
runtime=$runtime_name/$(flatpak --default-arch)/$runtime_branch
sdk=$runtime_name/$(flatpak --default-arch)/$runtime_branch
METADATA
}

# The base that this runs in, which a system with packages of its own has not.
runtime_base=${build%/*}/$MAKKER_BASE

runtime_can_be_made () {
  [[ -e $runtime_base/.makker-base ]] && return
  echo "There is no development base here to make a runtime of." >&2
  return 1
}

# Made once for each base; those of other bases go.
runtime_make () {
  local repo=$FLATPAK_USER_DIR-runtime
  flatpak info --user "$runtime_name//$runtime_branch" >/dev/null 2>&1 && return
  echo "Making a runtime of the development base (once, a minute) ..." >&2
  rm -rf "$repo" "$repo.files"
  runtime_lay_out "$repo.files" "$runtime_base"
  ostree init --repo="$repo" --mode=bare-user-only
  flatpak build-export --disable-fsync --runtime "$repo" "$repo.files" "$runtime_branch" >&2
  flatpak build-update-repo "$repo" >&2
  flatpak uninstall --user --noninteractive --all >/dev/null 2>&1 || true
  flatpak remote-delete --user --force base >/dev/null 2>&1 || true
  flatpak remote-add --user --no-gpg-verify base "$repo"
  flatpak install --user --noninteractive base "$runtime_name//$runtime_branch" >&2
  rm -rf "$repo" "$repo.files"
}
