/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-telephone.h"

/* Numbers as people write them: what is dialled, and what is shown. */

static void
test_dialled_and_shown (void)
{
  static const struct
  {
    const char *text;
    const char *dialled;
    const char *shown;
  } cases[] = {
    { "70101099", "+4570101099", "70 10 10 99" },
    { "70 10 10 99", "+4570101099", "70 10 10 99" },
    { "7010-1099", "+4570101099", "70 10 10 99" },
    { "+45 70 10 10 99", "+4570101099", "70 10 10 99" },
    { "0045 70101099", "+4570101099", "70 10 10 99" },
    { " (+45) 7010.1099 ", "+4570101099", "70 10 10 99" },
    { "70\u00a010\u00a010\u00a099", "+4570101099", "70 10 10 99" },
    { "+46 8 123 456 78", "+46812345678", "+46 8 123 456 78" },
    { "0046 8 123 456 78", "+46812345678", "+46 8 123 456 78" },
    { "(00) 46 / 8-123456 78", "+46812345678", "+46 8 123456 78" },
    { "0 046 8 123 456 78", "+46812345678", "+46 8 123 456 78" },
    { "+ 46 8 123 456 78 ", "+46812345678", "+46 8 123 456 78" },
    { "112", "112", "112" },
    { "114", "114", "114" },
    { "1813", "1813", "1813" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dialled = mk_telephone_dialable (cases[i].text);
      g_autofree char *shown = mk_telephone_format (cases[i].text);
      g_autofree char *uri = mk_telephone_uri (cases[i].text);
      g_autofree char *expected = g_strconcat ("tel:", cases[i].dialled, NULL);

      g_assert_cmpstr (dialled, ==, cases[i].dialled);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (uri, ==, expected);
      g_assert_true (mk_telephone_is_dialable (cases[i].text));
    }
}

/* What can't be dialled stays as it is written, and is no link. */
static void
test_not_dialled (void)
{
  static const char *const texts[] = {
    "",
    "7010109",
    "701010999",
    "lokal 4711",
    "70 10 10 99 lokal 3",
    "70 10 10 99 / 70 10 10 98",
    "+45 70 10 10",
    "+0 70 10 10 99",
    "0045 00457019",
    "01234567",
    "++45 70101099",
    "70+101099",
    "tel:70101099",
    "javascript:70101099",
    "+1234567890123456",
    "٧٠١٠١٠٩٩",
    "spørg i receptionen",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *shown = mk_telephone_format (texts[i]);

      if (mk_telephone_dialable (texts[i]) != NULL || mk_telephone_uri (texts[i]) != NULL)
        g_error ("“%s” would be dialled", texts[i]);
      g_assert_cmpstr (shown, ==, texts[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/telephone/dialled-and-shown", test_dialled_and_shown);
  g_test_add_func ("/telephone/what-cannot-be-dialled-stays", test_not_dialled);
  return g_test_run ();
}
