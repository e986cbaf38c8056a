/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_AUTHOR_POPOVER (mk_author_popover_get_type ())

G_DECLARE_FINAL_TYPE (MkAuthorPopover, mk_author_popover, MK, AUTHOR_POPOVER, GtkPopover)

void mk_author_popover_set_names (MkAuthorPopover   *self,
                                  const char *const *names);

G_END_DECLS
