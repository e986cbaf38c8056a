/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkOpenState:
 * @is_open: whether the telephone is taken
 * @changes: (nullable): until when it is, or from when on; %NULL for always, or for not in sight
 *
 * Whether somebody takes the telephone at a moment.
 */
typedef struct
{
  gboolean   is_open;
  GDateTime *changes;
} MkOpenState;

gboolean mk_opening_hours_is_always (const GPtrArray *hours);
void     mk_opening_hours_at        (const GPtrArray *hours,
                                     GDateTime       *moment,
                                     MkOpenState     *state);
char    *mk_opening_hours_words     (const MkOpenState *state,
                                     GDateTime         *now);
char    *mk_opening_hours_summary   (const GPtrArray *hours);

void mk_open_state_clear (MkOpenState *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MkOpenState, mk_open_state_clear)

G_END_DECLS
