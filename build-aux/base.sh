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

can_be_root () {
  [[ $EUID -eq 0 ]] || { have sudo && { [[ -t 0 && -t 2 ]] || sudo -n true 2>/dev/null; }; }
}

as_root () {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

apt_get () {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=5 "$@" >&2 </dev/null
}

apt_install () {
  can_be_root ||
    die "Makker needs packages that only an administrator can install: sudo apt-get install --no-install-recommends $*"
  say "Installing: $*"
  apt_get update || say "The lists of packages could not be renewed; trying with those that are there."
  apt_get install -y --no-install-recommends "$@"
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
    if ! locale -a | grep -qix "$name.utf-\?8"; then
      can_be_root || die "Makker's tests need a locale that only an administrator can make: sudo localedef -i $name -f UTF-8 $name.UTF-8"
      as_root localedef -i "$name" -f UTF-8 "$name.UTF-8"
    fi
  done
  touch "$cache/direct"
}

# --- A base of our own ------------------------------------------------------

# shellcheck source=build-aux/base-make.sh
source "$root/build-aux/base-make.sh"

# A base is finished when it bears its stamp: it gets its name and its stamp
# only after everything else, so an interrupted one is never taken for it.
base_ready () {
  [[ -e $1/.makker-base ]]
}

base_say_what_to_allow () {
  local why="bubblewrap may not make namespaces here (\"$1\");"
  if [[ $(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null) == 0 ]]; then
    die "$why allow it with: sudo sysctl -w kernel.unprivileged_userns_clone=1"
  elif [[ $(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null) == 1 ]]; then
    die "$why allow it with: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
  elif [[ $(cat /proc/sys/user/max_user_namespaces 2>/dev/null) == 0 ]]; then
    die "$why allow it with: sudo sysctl -w user.max_user_namespaces=10000"
  fi
  die "$why in a container allow it with: --cap-add SYS_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined"
}

base_require_namespaces () {
  local why
  why=$(bwrap --ro-bind / / true 2>&1) || base_say_what_to_allow "$why"
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
        LIBRARY_PATH | CPATH | C_INCLUDE_PATH | MAKEFLAGS | CC | CXX | CFLAGS | CXXFLAGS | CPPFLAGS | \
        LDFLAGS | DESTDIR | BASH_ENV | ENV | CDPATH) unset "$name" ;;
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
      ! can_be_root || apt_get update || true
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
  local enter=() status=0 interrupted=
  base_prepare
  base_clean_environment
  base_describe
  [[ -z $base ]] || { base_enter_command; enter+=(--); }
  set -m
  "${enter[@]}" "$@" &
  group=$!
  set +m
  trap 'interrupted=yes; kill -TERM -- "-$group" 2>/dev/null || true' INT
  trap 'kill -TERM -- "-$group" 2>/dev/null || true' TERM HUP
  # A wait that a signal breaks off is begun again, until the command has ended.
  while wait "$group" || status=$?; kill -0 "$group" 2>/dev/null; do
    status=0
  done
  # What the shell says of a command that Ctrl+C ended.
  [[ -z $interrupted ]] || status=130
  for _ in {1..60}; do
    kill -TERM -- "-$group" 2>/dev/null || return "$status"
    sleep 0.05
  done
  kill -KILL -- "-$group" 2>/dev/null || true
  return "$status"
}
