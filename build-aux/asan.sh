#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The tests with the compiler's watchmen built in: for memory that is not there,
# not freed or not set, for what C leaves undefined, or for threads that race.
#
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"
# shellcheck source=build-aux/run-tests.sh
source "$MAKKER_ROOT/build-aux/run-tests.sh"

watch=address,undefined
filters=()
for argument in "$@"; do
  case $argument in
    --thread) watch=thread ;;
    -*) echo "./dev asan: there is no option \"$argument\"; see ./dev asan --help" >&2; exit 2 ;;
    *) filters+=("$argument") ;;
  esac
done
# A store has a thread of its own. The threads of GTK and of the bus are theirs, and nobody can see into
# them.
if [[ ${#filters[@]} -eq 0 && $watch == thread ]]; then
  filters=(store- exchange-)
elif [[ ${#filters[@]} -eq 0 ]]; then
  filters=(core store exchange app)
fi

# The first fault ends the test. What GLib keeps until the end is no leak while
# something still points to it.
aside=$root/build-aux/suppressions
# The stack of an allocation skips what has no frame pointer, which most libraries have not: to follow
# it to the end at each one takes twenty times as long. ASAN_OPTIONS=fast_unwind_on_malloc=0 does so,
# for a single test whose leak nobody understands.
export ASAN_OPTIONS=abort_on_error=0:exitcode=99:detect_stack_use_after_return=1${ASAN_OPTIONS:+:$ASAN_OPTIONS}
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:exitcode=99
export LSAN_OPTIONS=suppressions=$aside/leak.txt:print_suppressions=0
export TSAN_OPTIONS=suppressions=$aside/thread.txt:exitcode=99:halt_on_error=1

build=$build-${watch%%,*}
export GSETTINGS_SCHEMA_DIR=$build/data MAKKER_LOCALE_DIR=$build/po
builddir_options=(-Db_sanitize="$watch" -Db_lundef=false)
# It all takes many times as long, and longer still on a busy machine.
run_tests_options=(--timeout-multiplier 30)
run_tests quick "${filters[@]}"
