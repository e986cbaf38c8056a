/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-isolate.h"

#include <locale.h>

/* Names for the eyes of whoever reads this: Omar, Noa, and an override before letters. */
#define OMAR "\u0639\u0645\u0631"
#define NOA "\u05e0\u05e2\u05d4"
#define TURNED "\u202eKim"

#define FSI "\u2068"
#define PDI "\u2069"
#define LRM "\u200e"

static void
assert_isolated (const char *text,
                 const char *expected)
{
  g_autofree char *isolated = mk_isolate (text);

  g_assert_cmpstr (isolated, ==, expected);
}

static void
test_plain (void)
{
  assert_isolated (NULL, NULL);
  assert_isolated ("", "");
  assert_isolated ("Kim Østergård", "Kim Østergård");
  assert_isolated ("Zoe\u0308 \U0001f469\u200d\U0001f527 O\u0301",
                   "Zoe\u0308 \U0001f469\u200d\U0001f527 O\u0301");
  assert_isolated ("Ольга 李", "Ольга 李");
}

static void
test_turning (void)
{
  assert_isolated (OMAR, FSI OMAR PDI);
  assert_isolated (NOA, FSI NOA PDI);
  assert_isolated ("Kim " NOA, FSI "Kim " NOA PDI);
  assert_isolated (TURNED, FSI TURNED PDI);
  assert_isolated ("\U0001e900\U0001e922", FSI "\U0001e900\U0001e922" PDI);
}

/* A name can't get out of its isolate, nor hold it open. */
static void
test_closed (void)
{
  assert_isolated (OMAR PDI "x", FSI OMAR "x" PDI);
  assert_isolated (FSI OMAR, FSI FSI OMAR PDI PDI);
  assert_isolated (FSI OMAR PDI, FSI FSI OMAR PDI PDI);
  assert_isolated ("\u2067" OMAR PDI PDI, FSI "\u2067" OMAR PDI PDI);
}

static void
test_join (void)
{
  const char *const names[] = { OMAR, "Kim", NOA, NULL };
  const char *const plain[] = { "Kim", "Bo", NULL };
  const char *const nobody[] = { NULL };
  g_autofree char *joined = mk_isolate_join (", ", names);
  g_autofree char *joined_plain = mk_isolate_join (". ", plain);
  g_autofree char *joined_nobody = mk_isolate_join (", ", nobody);

  g_assert_cmpstr (joined, ==, LRM FSI OMAR PDI ", Kim, " FSI NOA PDI);
  g_assert_cmpstr (joined_plain, ==, "Kim. Bo");
  g_assert_cmpstr (joined_nobody, ==, "");
}

static void
assert_sentence (char       *sentence,
                 const char *expected)
{
  g_assert_cmpstr (sentence, ==, expected);
  g_free (sentence);
}

static void
test_sentence_plain (void)
{
  assert_sentence (mk_isolate_printf ("I dag"), "I dag");
  assert_sentence (mk_isolate_printf ("%s svarer", "Kim"), "Kim svarer");
  assert_sentence (mk_isolate_printf ("%d %% af %u, %s", -3, 4000000000u, "Kim"),
                   "-3 % af 4000000000, Kim");
  assert_sentence (mk_isolate_printf ("%2$s: pakke %1$d", 7, "Nordhavn"), "Nordhavn: pakke 7");
  assert_sentence (mk_isolate_printf ("%1$s og %1$s", "Kim"), "Kim og Kim");
  assert_sentence (mk_isolate_printf ("%s", "100 %d %s"), "100 %d %s");
}

static void
test_sentence_turning (void)
{
  assert_sentence (mk_isolate_printf ("%s svarer", OMAR), LRM FSI OMAR PDI " svarer");
  assert_sentence (mk_isolate_printf ("%2$s og %1$s", OMAR, "Kim"), LRM "Kim og " FSI OMAR PDI);
  assert_sentence (mk_isolate_printf ("Læses af: %s, %s", OMAR, NOA),
                   LRM "Læses af: " FSI OMAR PDI ", " FSI NOA PDI);
}

/* A sentence may be said within another. */
static void
test_sentence_nested (void)
{
  g_autofree char *inner = mk_isolate_printf ("%s svarer", OMAR);

  assert_sentence (mk_isolate_printf ("Siden sidst: %s.", inner),
                   LRM "Siden sidst: " FSI LRM FSI OMAR PDI " svarer" PDI ".");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/isolate/plain-text-stays-as-it-is", test_plain);
  g_test_add_func ("/isolate/text-from-right-to-left-is-isolated", test_turning);
  g_test_add_func ("/isolate/ends-where-the-text-ends", test_closed);
  g_test_add_func ("/isolate/list-keeps-its-order", test_join);
  g_test_add_func ("/isolate/sentence-of-plain-text-has-nothing-added", test_sentence_plain);
  g_test_add_func ("/isolate/sentence-keeps-its-order", test_sentence_turning);
  g_test_add_func ("/isolate/sentence-within-a-sentence", test_sentence_nested);
  return g_test_run ();
}
