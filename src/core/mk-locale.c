/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-locale.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>

/* Without UTF-8, GLib refuses every argument with a Danish letter in it, so under LC_ALL=C the
 * letters alone come from C.UTF-8, and the language stays as it was asked for. */
static void
insist_on_utf8 (void)
{
  if (!g_str_equal (nl_langinfo (CODESET), "UTF-8"))
    setlocale (LC_CTYPE, "C.UTF-8");
}

/**
 * mk_locale_init:
 *
 * Takes language and formats from the environment, and makes the program's translations known.
 * Called once, first thing in a program, before there is another thread.
 *
 * The environment variable `MAKKER_LOCALE_DIR` names another folder of translations, so that a
 * program that is not installed speaks Danish too.
 */
void
mk_locale_init (void)
{
  const char *directory = g_getenv ("MAKKER_LOCALE_DIR");

  setlocale (LC_ALL, "");
  insist_on_utf8 ();
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : MK_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
