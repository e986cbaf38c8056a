# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How a base of our own is made, with mmdebstrap. Sourced by base.sh, which
# says what it is made of.

: "${cache:?}" "${base_suite:?}" "${base_needs_adwaita:?}" "${base_locales:?}"

base_require_tools () {
  local missing=()
  if ! have apt-get; then
    die "Makker is built on Debian 13 or newer, or inside a base that mmdebstrap makes. Install the development files of GTK 4.18, libadwaita $base_needs_adwaita, json-glib, yyjson, SQLCipher (static) and OpenSSL, or mmdebstrap and bubblewrap; the list stands in build-aux/packages.txt."
  fi
  have mmdebstrap || missing+=(mmdebstrap)
  have bwrap || missing+=(bubblewrap)
  [[ $EUID -eq 0 ]] || have newuidmap || missing+=(uidmap)
  # An older keyring does not know the signatures of Debian 13.
  [[ -e /usr/share/keyrings/debian-archive-$base_suite-stable.gpg ]] || missing+=(debian-archive-keyring)
  [[ ${#missing[@]} -eq 0 ]] || apt_install "${missing[@]}" || die "Could not install: ${missing[*]}"
}

base_require_user_ids () {
  if [[ $EUID -ne 0 ]] && ! grep -qE "^($(id -un)|$EUID):" /etc/subuid 2>/dev/null; then
    die "Making the base needs subordinate user ids; allow them with: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
  fi
}

# The archive that the machine itself uses carries every living release.
host_mirror () {
  local id
  id=$(sed -n 's/^ID=//p' /etc/os-release | tr -d '"')
  [[ $id == debian ]] || return 0
  # shellcheck disable=SC2016 # apt fills these in.
  apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
    awk '$3 == "main" && $2 !~ /[-\/]/ && $1 ~ /^https?:.*\/debian\/?$/ && !found++ { print $1 }' || true
}

# The keyring that the machine's apt trusts for that archive, if it names one.
host_keyring () {
  local mirror=${1%/} file
  for file in /etc/apt/sources.list.d/*.sources; do
    [[ -r $file ]] || continue
    awk -v mirror="$mirror" 'BEGIN { RS = ""; FS = "\n" } {
        uri = keyring = ""
        for (i = 1; i <= NF; i++) {
          if ($i ~ /^URIs:/ && index ($i, mirror)) uri = $i
          if ($i ~ /^Signed-By:[ \t]*\//) { keyring = $i; sub (/^[^\/]*/, "", keyring) }
        }
        if (uri && keyring) print keyring
      }' "$file"
  done | sed -n 1p
}

# How the machine reaches its archive: proxies, certificates, clock tolerance.
host_apt_options () {
  apt-config dump 2>/dev/null |
    grep -E '^Acquire::(https?::|Check-Valid-Until|Check-Date)' | grep -v ' "";$' || true
}

base_source () {
  local mirror keyring=
  mirror=$(host_mirror)
  [[ -n $mirror ]] || return 0
  keyring=$(host_keyring "$mirror")
  printf 'deb %s%s %s main\n' "${keyring:+[signed-by=$keyring] }" "$mirror" "$base_suite"
}

base_bootstrap () {
  local target=$1 source=$2 options arguments name
  options=$cache/apt.conf
  { host_apt_options; echo 'Acquire::Retries "5";'; echo 'Acquire::Languages "none";'; } >"$options"
  arguments=(--variant=essential --aptopt="$options" --include="$(base_packages | paste -sd,)")
  # Nobody reads manuals in here, and two languages are spoken.
  arguments+=(--dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*'
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/gtk-doc/*'
    --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-include=/usr/share/locale/locale.alias'
    --dpkgopt='path-include=/usr/share/locale/da/*' --dpkgopt='path-include=/usr/share/locale/en*')
  # Nothing waits for the disk while it is made; all of it does before it is finished.
  arguments+=(--dpkgopt=force-unsafe-io)
  for name in "${base_locales[@]}"; do
    arguments+=(--customize-hook="chroot \"\$1\" localedef -i $name -f UTF-8 $name.UTF-8")
  done
  mkdir -p "$target"
  if [[ $EUID -eq 0 ]]; then
    mmdebstrap --mode=root --format=directory "${arguments[@]}" "$base_suite" "$target" ${source:+"$source"} >&2
  else
    # Unpacked by the user, the base belongs to the user, who can remove it again.
    mmdebstrap --mode=unshare --format=tar --skip=output/dev "${arguments[@]}" \
      "$base_suite" - ${source:+"$source"} | tar -x -C "$target" --exclude='./dev/*'
  fi
}

base_finish () {
  local target=$1
  # The session bus refuses an empty one.
  tr -d - </proc/sys/kernel/random/uuid >"$target/etc/machine-id"
  # The look of the program here is the look of a GNOME desktop.
  mkdir -p "$target/etc/gtk-4.0"
  printf '[Settings]\ngtk-font-name=Inter 11\n' >"$target/etc/gtk-4.0/settings.ini"
  sync --file-system "$target"
  touch "$target/.makker-base"
}

# Bases of other lists go once nobody has entered them for a week.
base_tidy () {
  local folder
  for folder in "$cache"/base-*/; do
    folder=${folder%/}
    [[ $folder == "$1" ]] && continue
    if [[ -z $(find "$folder/.makker-base" -mtime -7 2>/dev/null) ]]; then
      rm -rf --one-file-system "$folder"
    fi
  done
}

base_make () {
  local folder=$1 partial=$1.partial attempt source
  # What downloads tidies up after itself when it is interrupted, and its
  # failing must not be mistaken for one to try again after.
  trap 'rm -rf --one-file-system "$partial"; die "Interrupted. The base was not made; nothing half-made was kept."' INT TERM HUP
  base_require_tools
  base_require_namespaces
  base_require_user_ids
  source=$(base_source)
  for attempt in 1 2 3; do
    rm -rf --one-file-system "$partial"
    say "Making the development base in $folder (once, a few minutes) ..."
    if base_bootstrap "$partial" "$source"; then
      base_finish "$partial"
      rm -rf --one-file-system "$folder"
      mv "$partial" "$folder"
      base_tidy "$folder"
      trap - INT TERM HUP
      return
    fi
    say "The base could not be made, attempt $attempt of 3."
    # What the machine's own archive does not have, Debian's does.
    [[ $attempt -eq 1 ]] || source=
    sleep $((attempt * 5))
  done
  rm -rf --one-file-system "$partial"
  die "The development base could not be made; what went wrong stands above. Nothing half-made was kept."
}
