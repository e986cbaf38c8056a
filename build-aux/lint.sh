#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every check is made, so that one round shows all there is to mend.
#
# shellcheck source=build-aux/builddir.sh
source "$MAKKER_ROOT/build-aux/builddir.sh"
# shellcheck source=build-aux/sources.sh
source "$MAKKER_ROOT/build-aux/sources.sh"

check_layout () {
  c_sources | xargs -0r build-aux/layout.py --check
}

check_blueprints () {
  blueprints | xargs -0r blueprint-compiler format --no-diff
}

check_shell () {
  shell_scripts | xargs -0r shellcheck --external-sources --source-path="$root"
}

# A path that climbs out of its folder would get around the layers.
check_includes () {
  ! grep -rnE '^#include "(\.|[^"]*/\.\.)' src --include='*.[ch]'
}

# A dialog that came another way would keep the keys from locking.
check_dialogs () {
  ! grep -rnE 'adw_(dialog_present|alert_dialog_choose|show_about_dialog)' src --include='*.c' |
    grep -v '^src/app/widgets/mk-dialog.c:'
}

# In a sandbox without its portal, a dialog for files that came another way would say nothing.
check_file_dialogs () {
  ! grep -rn 'gtk_file_dialog_new' src --include='*.c' | grep -v '^src/app/widgets/mk-portal.c:'
}

# What a toast says is kept short there, and looked at by every test that sees one.
check_toasts () {
  ! grep -rn 'adw_toast_new' src --include='*.c' | grep -v '^src/app/widgets/mk-toast.c:'
}

# What moves is moved by the toolkit, which stands still where the desktop asks for it.
check_animations () {
  ! grep -rnE 'adw_(timed|spring)_animation|@keyframes|(animation|transition)[a-z-]*:' \
    src resources --include='*.c' --include='*.css'
}

# REUSE.toml lists the files that cannot say it themselves.
check_licences () {
  reuse lint
}

check_translation () {
  local language status=0
  while read -r language; do
    msgfmt --check --output-file=/dev/null "po/$language.po" || status=1
  done <po/LINGUAS
  return "$status"
}

# Blueprint is no language of xgettext, but its _("…") reads as C.
extract_strings () {
  xgettext --files-from=<(sed '/^#/d' po/POTFILES) --from-code=UTF-8 --keyword=_ --keyword=N_ \
    --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 --output=- \
    2> >(grep -v "extension 'blp' is unknown" >&2)
}

# Every string of the sources is translated, and every file with one is listed.
check_strings () {
  local folder language status=0
  folder=$(mktemp -d)
  { grep -rlE '\b(_|N_|C_|NC_|ngettext|g_dngettext|Q_) ?\(' src --include='*.[ch]' --include='*.blp'
    ls data/*.in; } | sort >"$folder/found"
  grep -v '^#' po/POTFILES | sort >"$folder/listed"
  if ! diff "$folder/listed" "$folder/found" >"$folder/diff"; then
    echo "po/POTFILES should list (>) and not list (<):"
    cat "$folder/diff"
    status=1
  fi
  extract_strings >"$folder/makker.pot" || status=1
  while read -r language; do
    msgcmp "po/$language.po" "$folder/makker.pot" || status=1
    msgattrib --only-obsolete "po/$language.po" | grep '^#~' && status=1
  done <po/LINGUAS
  rm -rf "$folder"
  return "$status"
}

check_desktop_file () {
  builddir_compile "$build" data/dk.makker.Makker.desktop &&
    desktop-file-validate "$build/data/dk.makker.Makker.desktop"
}

# There is no page of the program's own that could be named.
check_metainfo () {
  builddir_compile "$build" data/dk.makker.Makker.metainfo.xml &&
    appstreamcli validate --no-net --explain --override=url-homepage-missing=info "$build/data/dk.makker.Makker.metainfo.xml"
}

# What stands in quotes may be a word of the exchange contract, which is Danish;
# the English that a person reads comes from the sources by way of xgettext.
check_spelling () {
  local status=0
  codespell --ignore-words build-aux/codespell-ignore.txt --ignore-regex "\"[^\"]*\"|'[^' ]*'" \
    --skip '*.po,*.svg,*/schema/*' src tests build-aux data po dev .ci ./*.md || status=1
  extract_strings | grep -v '^#' | codespell --ignore-words build-aux/codespell-ignore.txt - || status=1
  return "$status"
}

check_clang () {
  CC=clang builddir_compile "$build-clang"
}

checks=(layout blueprints shell includes dialogs file_dialogs toasts animations licences translation strings
  desktop_file metainfo spelling clang)
for wanted in "$@"; do
  case " ${checks[*]} " in
    *" $wanted "*) ;;
    *) echo "./dev lint: there is no check \"$wanted\"; there are ${checks[*]}." >&2; exit 2 ;;
  esac
done
[[ $# -eq 0 ]] || checks=("$@")

failed=()
for check in "${checks[@]}"; do
  if output=$("check_$check" 2>&1); then
    echo "ok      $check"
  else
    echo "not ok  $check"
    printf '%s\n' "$output"
    failed+=("$check")
  fi
done
if [[ ${#failed[@]} -gt 0 ]]; then
  echo "To be mended: ${failed[*]}"
  exit 1
fi
