#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"

targets=(gate sealed taking cpr duration hours markdown telephone)
seconds=
for argument in "$@"; do
  case " ${targets[*]} " in
    *" $argument "*) targets=("$argument"); continue ;;
  esac
  case $argument in
    *[!0-9]* | '') echo "./dev fuzz: there is no target \"$argument\"; see ./dev fuzz --help" >&2; exit 2 ;;
    *) seconds=$argument ;;
  esac
done
# Ten minutes together.
: "${seconds:=$((600 / ${#targets[@]}))}"

# What was found stays when the sources change; only the programs are made anew.
kept=${build%/*}/fuzz
build=$build-fuzz
builddir_options=(-Dfuzz=true '-Db_sanitize=address,undefined' -Db_lundef=false
  -Dc_args="-fsanitize=fuzzer-no-link -fno-sanitize-recover=undefined")
export CC=clang LANG=da_DK.UTF-8 TZ=Europe/Copenhagen MAKKER_LOCALE_DIR=$build/po
export ASAN_OPTIONS=detect_stack_use_after_return=0
export LSAN_OPTIONS=suppressions=$root/build-aux/suppressions/leak.txt:print_suppressions=0
builddir_compile "$build" "${targets[@]/#/tests/fuzz-}"

# Without a symbolizer the sanitizers write addresses; here they get their names.
name_places () {
  local line
  while IFS= read -r line; do
    if [[ $line =~ ^(\ *#[0-9]+)\ .*\(($build/[^+]*)\+(0x[0-9a-f]+)\) ]]; then
      printf '%s %s\n' "${BASH_REMATCH[1]}" "$(addr2line -psfie "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}")"
    else
      printf '%s\n' "$line"
    fi
  done
}

status=0
for target in "${targets[@]}"; do
  found=$kept/$target
  seeds=$(mktemp -d)
  mkdir -p "$found/found" "$found/broken"
  "$root/tests/fuzz/seeds.py" "$target" "$seeds/inputs" "$seeds/words"
  echo "== $target, for $seconds seconds: $build/tests/fuzz-$target"
  # A store in memory: the disk would be all there is to wait for.
  memory=$(mktemp -d /dev/shm/makker-fuzz-XXXXXX)
  failed=
  TMPDIR=$memory "$build/tests/fuzz-$target" -max_total_time="$seconds" -timeout=30 -rss_limit_mb=2048 \
    -max_len=20000 -dict="$seeds/words" -artifact_prefix="$found/broken/" -print_final_stats=1 \
    -verbosity=1 "$found/found" "$seeds/inputs" >"$found/log" 2>&1 || failed=yes
  grep -E '^#[0-9]+\s+(INITED|DONE|pulse)|^stat::|ERROR|Test unit written|\*\*|runtime error' "$found/log" | tail -n 20
  if [[ -n $failed ]]; then
    tail -n 60 "$found/log" | name_places
    status=1
  fi
  rm -rf "$seeds" "$memory"
done
exit "$status"
