/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-generate.h"

#include <glib/gi18n.h>

/* Days from the invented start to the year 9999, over which check-ins of one placement may spread. */
#define MOST_A_PLACEMENT 2900000

/**
 * mk_ctl_generate:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Fills a new store with invented volume.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_generate (MkCtl *ctl,
                 int    argc,
                 char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  gint64 seed = 1;
  MkVolume volume = { -1, 10, 1 };
  const GOptionEntry entries[] = {
    { "check-ins", 0, 0, G_OPTION_ARG_INT64, &volume.check_ins, N_ ("How many check-ins"), "N" },
    { "placements", 0, 0, G_OPTION_ARG_INT64, &volume.placements, N_ ("Over how many placements"),
      "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("The same seed gives the same records"), "N" },
    G_OPTION_ENTRY_NULL,
  };

  if (!mk_ctl_parse (ctl, NULL, entries, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 1 || volume.check_ins < 0 || seed < 0 || seed > G_MAXUINT32)
    return mk_ctl_wrong_use (_ ("generate needs --check-ins N"));
  if (volume.placements < 1 || volume.check_ins / volume.placements > MOST_A_PLACEMENT)
    return mk_ctl_wrong_use (_ ("--placements is too few"));
  volume.seed = (guint32) seed;
  database = mk_ctl_open (ctl, &error);
  if (database == NULL || !mk_generate (database, &volume, &error))
    return mk_ctl_refuse (error);
  if (ctl->json)
    g_print ("{}\n");
  return MK_CTL_DONE;
}
