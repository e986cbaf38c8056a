# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The development base: where the compiler, the libraries and the tools come
# from. A system that has libadwaita 1.7 uses its own packages; an older Debian
# or Ubuntu gets a Debian 13 file system in the user's cache, made once and
# entered with bubblewrap. Sourced by ./dev, which sets "root" and "cache".

: "${root:?}" "${cache:?}"

base_suite=trixie
base_needs_adwaita=1.7
# Counted up when the making below changes what comes out of it.
base_recipe=1
base_locales=(da_DK en_US)

say () {
  printf '%s\n' "$*" >&2
}

die () {
  say "$@"
  exit 1
}

base_packages () {
  sed 's/#.*//' "$root/build-aux/packages.txt" | tr -s ' \t\n' '\n' | sed '/^$/d'
}

# The folder's name says what is in it, so another list is another base.
base_folder () {
  local sum
  sum=$( { echo "$base_suite $base_recipe ${base_locales[*]}"; base_packages; } | sha256sum)
  printf '%s/base-%s\n' "$cache" "${sum:0:12}"
}

have () {
  command -v "$1" >/dev/null 2>&1
}

# Runs a command as root, where there is a way; says the command otherwise.
as_root () {
  if [[ $EUID -eq 0 ]]; then
    "$@"
  elif have sudo && { [[ -t 0 && -t 2 ]] || sudo -n true 2>/dev/null; }; then
    sudo "$@"
  else
    die "Makker needs something that only an administrator can install. Ask for this to be run, then start again: $*"
  fi
}

apt_install () {
  say "Installing: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=5 update >&2 || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=5 install -y \
    --no-install-recommends "$@" >&2 </dev/null
}

# --- The machine's own packages ---------------------------------------------

direct_version () {
  LC_ALL=C apt-cache policy libadwaita-1-dev 2>/dev/null | sed -n 's/^  Candidate: //p'
}

direct_is_possible () {
  local version
  have apt-get || return 1
  version=$(direct_version)
  [[ -n $version && $version != '(none)' ]] && dpkg --compare-versions "$version" ge "$base_needs_adwaita"
}

direct_missing () {
  local package
  base_packages | while read -r package; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
  done
}

# The check costs a while, so its outcome holds until a package or the list changes.
direct_ready () {
  [[ $cache/direct -nt /var/lib/dpkg/status && $cache/direct -nt $root/build-aux/packages.txt ]]
}

direct_prepare () {
  local missing name
  direct_ready && return
  mapfile -t missing < <(direct_missing)
  [[ ${#missing[@]} -eq 0 ]] || apt_install "${missing[@]}"
  mapfile -t missing < <(direct_missing)
  [[ ${#missing[@]} -eq 0 ]] || die "These packages could not be installed: ${missing[*]}"
  for name in "${base_locales[@]}"; do
    locale -a | grep -qix "$name.utf-\?8" || as_root localedef -i "$name" -f UTF-8 "$name.UTF-8"
  done
  touch "$cache/direct"
}

# --- A base of our own ------------------------------------------------------

# A base is finished when it bears its stamp: it gets its name and its stamp
# only after everything else, so an interrupted one is never taken for it.
base_ready () {
  [[ -e $1/.makker-base ]]
}

base_say_what_to_allow () {
  if [[ $(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null) == 0 ]]; then
    die "bubblewrap may not make namespaces here; allow it with: sysctl -w kernel.unprivileged_userns_clone=1"
  elif [[ $(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null) == 1 ]]; then
    die "bubblewrap may not make namespaces here; allow it with: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
  elif [[ $(cat /proc/sys/user/max_user_namespaces 2>/dev/null) == 0 ]]; then
    die "bubblewrap may not make namespaces here; allow it with: sysctl -w user.max_user_namespaces=10000"
  fi
  die "bubblewrap may not make namespaces here; in a container allow user and mount namespaces (for Docker and Podman: --cap-add SYS_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined)."
}

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

base_require_namespaces () {
  bwrap --ro-bind / / true 2>/dev/null || base_say_what_to_allow
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
    awk '$3 == "main" && $2 !~ /[-\/]/ && $1 ~ /^https?:.*\/debian\/?$/ { print $1; exit }'
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
        if (uri && keyring) { print keyring; exit }
      }' "$file"
  done | head -n 1
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

# Everything under /, but what makes a system, so that a path means the same
# inside and outside.
base_binds () {
  local folder extra
  for folder in /*; do
    case $folder in
      /bin | /boot | /dev | /etc | /lib* | /lost+found | /proc | /run | /sbin | /sys | /usr | /var) ;;
      *) [[ -d $folder ]] && binds+=(--bind-try "$folder" "$folder") ;;
    esac
  done
  binds+=(--bind-try /var/tmp /var/tmp --bind-try /run/user /run/user --bind-try /run/media /run/media
    --ro-bind-try /run/dbus /run/dbus)
  for extra in "$HOME" "$root" "$PWD" "$cache"; do
    case $extra in
      /boot/* | /etc/* | /run/* | /usr/* | /var/*) binds+=(--bind "$extra" "$extra") ;;
    esac
  done
}

# Puts together the command that enters the base.
base_enter_command () {
  local binds=()
  base_require_namespaces
  base_binds
  enter=(bwrap --bind "$base" / --dev-bind /dev /dev --bind /proc /proc --ro-bind-try /sys /sys
    --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group
    --ro-bind-try /etc/hosts /etc/hosts --ro-bind-try /etc/resolv.conf /etc/resolv.conf
    "${binds[@]}" --chdir "$PWD")
}

# What the machine's own tools need must not reach the base's.
base_clean_environment () {
  local name
  export LANG=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  for name in $(compgen -e); do
    case $name in
      LC_* | LD_* | PYTHON* | PERL* | PKG_CONFIG* | GI_TYPELIB_PATH | GIO_* | GTK_PATH | GTK_MODULES | \
        GDK_PIXBUF_* | XDG_DATA_DIRS | XDG_CONFIG_DIRS | XLOCALEDIR | LOCPATH | LANGUAGE | \
        LIBRARY_PATH | CPATH | C_INCLUDE_PATH | MAKEFLAGS | CC | CXX | CFLAGS | CXXFLAGS | CPPFLAGS | LDFLAGS | DESTDIR | BASH_ENV | ENV | CDPATH) unset "$name" ;;
    esac
  done
  case ${LANG:-} in
    da_DK.[Uu][Tt][Ff]* | en_US.[Uu][Tt][Ff]* | C.[Uu][Tt][Ff]*) ;;
    da*) export LANG=da_DK.UTF-8 ;;
    en*) export LANG=en_US.UTF-8 ;;
    *) export LANG=C.UTF-8 ;;
  esac
  export PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
}

# Sees to it that there is a base; sets "base" to its folder, or to nothing
# where the machine's own packages serve.
base_prepare () {
  base=
  [[ -e /.makker-base ]] && return
  export PATH=$PATH:/usr/sbin:/sbin
  base=$(base_folder)
  if base_ready "$base"; then
    touch -c "$base/.makker-base" 2>/dev/null || true
    return
  fi
  mkdir -p "$cache"
  if direct_ready; then
    base=
    return
  fi
  exec {base_lock}>"$cache/base.lock"
  flock -n "$base_lock" || { say "Another ./dev is making the base; waiting for it."; flock "$base_lock"; }
  if ! base_ready "$base"; then
    if have apt-get && [[ -z $(direct_version) || $(direct_version) == '(none)' ]]; then
      as_root apt-get -o Acquire::Retries=5 update >&2 || true
    fi
    if direct_is_possible; then
      direct_prepare
      base=
    else
      base_make "$base"
    fi
  fi
  exec {base_lock}>&-
}

# What the scripts inside want to know.
base_describe () {
  local sum name=${base##*/}
  sum=$(printf '%s' "$root" | sha256sum)
  export MAKKER_ROOT=$root
  export MAKKER_BUILD=$cache/build-${sum:0:12}
  export MAKKER_BASE=${MAKKER_BASE:-${name:-direct}}
}

# Becomes the command, where the tools are.
base_exec () {
  local enter=()
  base_prepare
  base_clean_environment
  base_describe
  if [[ -n $base ]]; then
    base_enter_command
    exec "${enter[@]}" --die-with-parent -- "$@"
  fi
  exec "$@"
}

# Runs a command that starts others, where the tools are, and ends them all
# when it is ended itself: they are one process group.
base_run () {
  local enter=() status=0
  base_prepare
  base_clean_environment
  base_describe
  [[ -z $base ]] || { base_enter_command; enter+=(--); }
  set -m
  "${enter[@]}" "$@" &
  group=$!
  set +m
  trap 'kill -TERM -- "-$group" 2>/dev/null || true' INT TERM HUP
  # A wait that a signal breaks off is begun again, until the command has ended.
  while wait "$group" || status=$?; kill -0 "$group" 2>/dev/null; do
    status=0
  done
  for _ in {1..60}; do
    kill -TERM -- "-$group" 2>/dev/null || return "$status"
    sleep 0.05
  done
  kill -KILL -- "-$group" 2>/dev/null || true
  return "$status"
}
