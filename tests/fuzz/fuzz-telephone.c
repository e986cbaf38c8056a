/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-fuzz.h"
#include "mk-telephone.h"

#include <string.h>

/* Whatever is written as a telephone number is shown as it is written, or is a number that a telephone
 * can dial, and the same one when it is read back as it is shown. */

#define NUMBER "^(\\+[1-9][0-9]{6,14}|11[0-9]|18[0-9]{2})$"
#define FOREIGN "^\\+[0-9]( ?[0-9])*$"

static void
assert_looks_like (const char *text,
                   const char *pattern)
{
  if (!g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT))
    g_error ("“%s” is not like %s", text, pattern);
}

static void
assert_same_number (const char *text,
                    const char *number)
{
  g_autofree char *again = mk_telephone_dialable (text);

  g_assert_cmpstr (again, ==, number);
}

static void
assert_dialled (const char *number,
                const char *uri,
                const char *shown)
{
  g_autofree char *shown_again = mk_telephone_format (shown);

  assert_looks_like (number, NUMBER);
  g_assert_true (g_str_has_prefix (uri, "tel:"));
  g_assert_cmpstr (uri + strlen ("tel:"), ==, number);
  if (*number == '+' && !g_str_has_prefix (number, "+45"))
    assert_looks_like (shown, FOREIGN);
  assert_same_number (number, number);
  assert_same_number (shown, number);
  g_assert_cmpstr (shown_again, ==, shown);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = mk_fuzz_text (data, size);
  g_autofree char *number = NULL, *uri = NULL, *shown = NULL;

  if (text == NULL)
    return 0;
  number = mk_telephone_dialable (text);
  uri = mk_telephone_uri (text);
  shown = mk_telephone_format (text);
  g_assert_cmpint (mk_telephone_is_dialable (text), ==, number != NULL);
  if (number != NULL)
    {
      assert_dialled (number, uri, shown);
      return 0;
    }
  g_assert_null (uri);
  g_assert_cmpstr (shown, ==, text);
  return 0;
}
