/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-format.h"

#include "mk-sample.h"

static void
test_every_control_character_is_found (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      gboolean is_control = g_unichar_type (c) == G_UNICODE_CONTROL && c != '\n' && c != '\t';
      char text[16] = "a";
      int length;

      if (!g_unichar_validate (c))
        continue;
      length = g_unichar_to_utf8 (c, text + 1);
      text[1 + length] = 'b';
      text[2 + length] = '\0';
      if (mk_format_has_control (text) != is_control)
        g_error ("U+%04X is taken for the wrong thing.", c);
    }
}

static void
test_control_characters_that_are_often_missed (void)
{
  g_assert_true (mk_format_has_control ("a\xc2\x85"));
  g_assert_true (mk_format_has_control ("\xc2\x80"));
  g_assert_true (mk_format_has_control ("\xc2\x9f"));
  g_assert_true (mk_format_has_control ("\x7f"));
  g_assert_true (mk_format_has_control ("\r"));
  g_assert_false (mk_format_has_control ("\u00a0"));
  g_assert_false (mk_format_has_control ("\n\t"));
  g_assert_false (mk_format_has_control (""));
  /* Line and paragraph separator are of categories Zl and Zp. */
  g_assert_false (mk_format_has_control ("\u2028\u2029"));
}

static void
assert_lines (const char *text,
              const char *expected)
{
  g_autofree char *lines = mk_format_unix_lines (text);

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_lines_end_in_line_feed (void)
{
  assert_lines ("", "");
  assert_lines ("én\r\nto\r\n", "én\nto\n");
  assert_lines ("én\rto\r", "én\nto\n");
  assert_lines ("\r\r\n\n", "\n\n\n");
  assert_lines ("æ\tø\nå", "æ\tø\nå");
}

static void
test_lines_without_carriage_return_stay (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *text = mk_sample_text (50);

      assert_lines (text, text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/every-control-character-is-found",
                   test_every_control_character_is_found);
  g_test_add_func ("/format/control-characters-that-are-often-missed",
                   test_control_characters_that_are_often_missed);
  g_test_add_func ("/format/lines-end-in-line-feed", test_lines_end_in_line_feed);
  g_test_add_func ("/format/lines-without-carriage-return-stay",
                   test_lines_without_carriage_return_stay);
  return g_test_run ();
}
