/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkVolume:
 * @check_ins: how many
 * @placements: over how many placements, from 1
 * @seed: the same seed gives the same records
 *
 * An invented workplace's years, to measure and to try on.
 */
typedef struct
{
  gint64  check_ins;
  gint64  placements;
  guint32 seed;
} MkVolume;

gboolean mk_generate (MkDatabase     *database,
                      const MkVolume *volume,
                      GError        **error);

G_END_DECLS
