/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-danish-order.h"

/* Names as a Danish list has them, each before the next. */

static void
test_order (void)
{
  static const char *const ordered[] = {
    "Anna", "anne",  "Émile", "Erik", "Müller", "Mynte", "Per",     "Per Hansen",
    "Zita", "Ærlig", "Østen", "Åge",  "Aase",   "Åse A", "Aastrup",
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (ordered); i++)
    {
      if (mk_danish_order_compare (ordered[i], ordered[i + 1]) >= 0)
        g_error ("%s does not come before %s", ordered[i], ordered[i + 1]);
      if (mk_danish_order_compare (ordered[i + 1], ordered[i]) <= 0)
        g_error ("%s does not come after %s", ordered[i + 1], ordered[i]);
    }
}

static void
test_same_is_same (void)
{
  g_assert_cmpint (mk_danish_order_compare ("Åse", "Åse"), ==, 0);
  g_assert_cmpint (mk_danish_order_compare ("", ""), ==, 0);
  g_assert_cmpint (mk_danish_order_compare ("", "a"), <, 0);
  /* What differs in nothing that is heard still has one order. */
  g_assert_cmpint (mk_danish_order_compare ("per", "Per"), !=, 0);
  g_assert_cmpint (mk_danish_order_compare ("per", "Per"), ==,
                   -mk_danish_order_compare ("Per", "per"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/danish-order/letters-after-z", test_order);
  g_test_add_func ("/danish-order/same-is-same", test_same_is_same);
  return g_test_run ();
}
