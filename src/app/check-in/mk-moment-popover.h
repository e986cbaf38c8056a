/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_MOMENT_POPOVER (mk_moment_popover_get_type ())

G_DECLARE_FINAL_TYPE (MkMomentPopover, mk_moment_popover, MK, MOMENT_POPOVER, GtkPopover)

void        mk_moment_popover_set_moment (MkMomentPopover *self,
                                          const char      *moment);
const char *mk_moment_popover_get_moment (MkMomentPopover *self);

G_END_DECLS
