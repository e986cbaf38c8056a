# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How the tests of a build folder are built and run. Sourced after builddir.sh.

: "${root:?}" "${build:?}"

# Nothing is left beside the scripts of a checkout.
export PYTHONDONTWRITEBYTECODE=1

# What "meson test" is told besides.
run_tests_options=()

# run_tests SETUP [FILTER ...]
run_tests () {
  local setup=$1 names needs log
  shift
  # The build folder knows what the tests need once it is set up.
  if ! builddir_compile "$build" build.ninja ||
    ! mapfile -t needs < <("$root/build-aux/pick-tests.py" --needs "$build" "$setup" "$@") ||
    ! builddir_compile "$build" "${needs[@]}"; then
    echo "It does not build, so no test ran."
    echo "0 passed, 1 failed"
    return 1
  fi
  mapfile -t names < <("$root/build-aux/pick-tests.py" "$build" "$setup" "$@")
  if [[ ${#names[@]} -eq 0 ]]; then
    echo "There is no such test."
    echo "0 passed, 0 failed"
    return 1
  fi
  # Two runs at once keep their logs apart; they stay for a day, to be read.
  find "$build/meson-logs" -maxdepth 1 -name 'run-*' -mtime +0 -exec rm -rf {} +
  log=$(mktemp -d "$build/meson-logs/run-XXXXXX")
  meson test -C "$build" --no-rebuild --setup "$setup" --print-errorlogs "${run_tests_options[@]}" \
    --logbase "${log##*/}/log" "${names[@]}" || true
  "$root/build-aux/count-tests.py" "$log/log-$setup.json"
}
