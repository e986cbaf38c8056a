/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-locale.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>

static void
test_danish_where_it_is_asked_for (void)
{
  g_setenv ("LANG", "da_DK.UTF-8", TRUE);
  mk_locale_init ();

  g_assert_cmpstr (_ ("Today"), ==, "I dag");
  g_assert_cmpstr (nl_langinfo (CODESET), ==, "UTF-8");
}

static void
test_danish_letters_without_a_language (void)
{
  g_setenv ("LC_ALL", "C", TRUE);
  mk_locale_init ();
  g_unsetenv ("LC_ALL");

  g_assert_cmpstr (nl_langinfo (CODESET), ==, "UTF-8");
  g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), ==, "C");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locale/danish-where-it-is-asked-for", test_danish_where_it_is_asked_for);
  g_test_add_func ("/locale/danish-letters-without-a-language",
                   test_danish_letters_without_a_language);
  return g_test_run ();
}
