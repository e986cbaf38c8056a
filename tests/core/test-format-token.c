/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-format.h"

#define UUID "b214c9a4-5320-553f-a8c0-5fdcb5cccc62"
#define SHA "8cd6b35e041a37039a2127d14d5c3c7d8355fe66fd25a6ef80920636e2c6080f"

typedef MkFormat (*Judge) (const char *text);

static void
assert_each (Judge              judge,
             const char *const *texts,
             MkFormat           expected)
{
  for (; *texts != NULL; texts++)
    {
      g_test_message ("»%s«", *texts);
      g_assert_cmpint (judge (*texts), ==, expected);
    }
}

static void
test_uuid_of_any_version (void)
{
  static const char *const good[] = { UUID, "00000000-0000-0000-0000-000000000000",
                                      "ffffffff-ffff-ffff-ffff-ffffffffffff",
                                      "01932c07-209e-7b3a-8c5e-3f1d7f7d2a11", NULL };

  assert_each (mk_format_judge_uuid, good, MK_FORMAT_GOOD);
}

static void
test_uuid_in_lower_case (void)
{
  static const char *const bad[] = { "",
                                     "B214C9A4-5320-553F-A8C0-5FDCB5CCCC62",
                                     "b214c9a4-5320-553f-a8c0-5fdcb5cccc6",
                                     UUID "2",
                                     "b214c9a45320553fa8c05fdcb5cccc62",
                                     "{" UUID "}",
                                     "urn:uuid:" UUID,
                                     "b214c9a4-5320-553f-a8c0_5fdcb5cccc62",
                                     "b214c9a-45320-553f-a8c0-5fdcb5cccc62",
                                     "g214c9a4-5320-553f-a8c0-5fdcb5cccc62",
                                     UUID "\n",
                                     " 214c9a4-5320-553f-a8c0-5fdcb5cccc62",
                                     NULL };

  assert_each (mk_format_judge_uuid, bad, MK_FORMAT_BAD_FORM);
}

static void
test_sha256_is_64_lower_hex_digits (void)
{
  static const char *const good[] = { SHA, NULL };
  static const char *const bad[] = {
    "",
    "8cd6",
    SHA "0",
    SHA "\n",
    "8CD6B35E041A37039A2127D14D5C3C7D8355FE66FD25A6EF80920636E2C6080F",
    "gcd6b35e041a37039a2127d14d5c3c7d8355fe66fd25a6ef80920636e2c6080f",
    "8cd6b35e041a37039a2127d14d5c3c7d8355fe66fd25a6ef80920636e2c6080",
    NULL
  };

  assert_each (mk_format_judge_sha256, good, MK_FORMAT_GOOD);
  assert_each (mk_format_judge_sha256, bad, MK_FORMAT_BAD_FORM);
}

static void
test_base64_is_padded_on_one_line (void)
{
  static const char *const good[] = { "",         "TQ==", "TWE=",     "TWFr",
                                      "TWFra2Vy", "+/+/", "AAAAAA==", NULL };
  static const char *const bad[] = { "TQ",   "TQ=",   "TWE",   "TWFr\nTWFr", "TWFr\n", "TWFr ",
                                     "-_-_", "=",     "==",    "====",       "T===",   "TQ==TQ==",
                                     "TQ=A", "TWFræ", "TWF=r", "TWFr====",   NULL };

  assert_each (mk_format_judge_base64, good, MK_FORMAT_GOOD);
  assert_each (mk_format_judge_base64, bad, MK_FORMAT_BAD_FORM);
}

static void
test_base64_of_any_bytes (void)
{
  for (gsize length = 0; length < 200; length++)
    {
      guchar bytes[200];
      g_autofree char *text = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (guchar) g_test_rand_int_range (0, 256);
      text = g_base64_encode (bytes, length);
      g_assert_cmpint (mk_format_judge_base64 (text), ==, MK_FORMAT_GOOD);
    }
}

static void
test_cvr_has_a_check_digit (void)
{
  g_assert_true (mk_format_is_cvr ("99999926"));
  g_assert_true (mk_format_is_cvr ("99999918"));
  g_assert_false (mk_format_is_cvr ("99999927"));
  g_assert_false (mk_format_is_cvr ("99999962"));
}

static void
test_cvr_is_eight_digits (void)
{
  g_assert_false (mk_format_is_cvr (NULL));
  g_assert_false (mk_format_is_cvr (""));
  g_assert_false (mk_format_is_cvr ("9999992"));
  g_assert_false (mk_format_is_cvr ("999999260"));
  g_assert_false (mk_format_is_cvr ("99 99 99 26"));
  g_assert_false (mk_format_is_cvr ("DK99999926"));
  g_assert_false (mk_format_is_cvr ("9999992a"));
}

static void
test_p_number_is_ten_digits (void)
{
  g_assert_true (mk_format_is_p_number ("1000000000"));
  g_assert_true (mk_format_is_p_number ("0000000000"));
  g_assert_false (mk_format_is_p_number (NULL));
  g_assert_false (mk_format_is_p_number (""));
  g_assert_false (mk_format_is_p_number ("100000000"));
  g_assert_false (mk_format_is_p_number ("10000000000"));
  g_assert_false (mk_format_is_p_number ("10000 0000"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/uuid-of-any-version", test_uuid_of_any_version);
  g_test_add_func ("/format/uuid-in-lower-case", test_uuid_in_lower_case);
  g_test_add_func ("/format/sha256-is-64-lower-hex-digits", test_sha256_is_64_lower_hex_digits);
  g_test_add_func ("/format/base64-is-padded-on-one-line", test_base64_is_padded_on_one_line);
  g_test_add_func ("/format/base64-of-any-bytes", test_base64_of_any_bytes);
  g_test_add_func ("/format/cvr-has-a-check-digit", test_cvr_has_a_check_digit);
  g_test_add_func ("/format/cvr-is-eight-digits", test_cvr_is_eight_digits);
  g_test_add_func ("/format/p-number-is-ten-digits", test_p_number_is_ten_digits);
  return g_test_run ();
}
