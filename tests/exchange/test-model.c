/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-model.h"

#include <stdlib.h>

/* Random correspondences of an authority, a leader and a buddy. MAKKER_MODEL_RUNS asks for more of
 * them, MAKKER_MODEL_SEED for one alone. */

#define RUNS 8
#define STEPS 200

static guint
number_from (const char *variable,
             guint       otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (guint) strtoul (text, NULL, 10) : otherwise;
}

static void
correspond (guint32 seed)
{
  MkModel *model = mk_model_new (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < STEPS; i++)
    mk_model_step (model);
  mk_model_settle (model);
  mk_model_free (model);
}

static void
test_ends_agree (void)
{
  guint runs = number_from ("MAKKER_MODEL_RUNS", RUNS);
  guint alone = number_from ("MAKKER_MODEL_SEED", 0);

  if (alone != 0)
    correspond (alone);
  for (guint seed = 1; alone == 0 && seed <= runs; seed++)
    correspond (seed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/whatever-happens-on-the-way-all-ends-agree", test_ends_agree);
  return g_test_run ();
}
