#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"

# Where nobody chose a language, the program speaks its own.
[[ $LANG != C.* ]] || export LANG=da_DK.UTF-8

builddir_compile "$build" >&2

needs_display=yes
for argument in "$@"; do
  case $argument in
    --help* | -h | -\? | --version) needs_display= ;;
  esac
done
if [[ -z $needs_display || -n ${WAYLAND_DISPLAY:-} || -n ${DISPLAY:-} ]]; then
  exec "$build/src/app/makker" "$@"
fi

for argument in "$@"; do
  if [[ $argument == --data-dir* ]]; then
    echo "There is no display here, so Makker would be shown in a browser, where anybody on this" \
      "machine could look in. It shows invented data only: leave --data-dir out, or start it on a desktop." >&2
    exit 1
  fi
done

# A runtime folder of its own keeps its sockets apart from any other.
runtime=$(mktemp -d)
chmod 700 "$runtime"
export XDG_RUNTIME_DIR=$runtime GDK_BACKEND=broadway BROADWAY_DISPLAY=:0
# A browser has no bridge to screen readers, and no desktop has portals here.
export GTK_A11Y=none GDK_DEBUG=no-portals GSETTINGS_BACKEND=memory

broadway=
program=
# shellcheck disable=SC2317 # The trap calls it.
cleanup () {
  trap '' INT TERM HUP
  [[ -z $program ]] || kill "$program" 2>/dev/null || true
  [[ -z $broadway ]] || kill "$broadway" 2>/dev/null || true
  wait
  rm -rf "$runtime"
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

is_taken () {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

start_broadway () {
  local port=$1
  gtk4-broadwayd --address 127.0.0.1 --port "$port" :0 >"$runtime/log" 2>&1 &
  broadway=$!
  for _ in {1..100}; do
    kill -0 "$broadway" 2>/dev/null || return 1
    [[ ! -S $runtime/broadway1.socket ]] || ! is_taken "$port" || return 0
    sleep 0.05
  done
  return 1
}

started=
for port in {8085..8185}; do
  if ! is_taken "$port" && start_broadway "$port"; then
    started=$port
    break
  fi
done
if [[ -z $started ]]; then
  cat "$runtime/log" >&2
  echo "No port between 8085 and 8185 could be used to show Makker in a browser." >&2
  exit 1
fi

echo "Makker is shown, with invented data, at http://127.0.0.1:$started/ until Ctrl+C."
dbus-run-session -- "$build/src/app/makker" --demo "$@" &
program=$!
status=0
wait "$program" || status=$?
program=
exit "$status"
