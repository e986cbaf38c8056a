/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-help.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MK_TYPE_HELP_ITEM (mk_help_item_get_type ())

G_DECLARE_FINAL_TYPE (MkHelpItem, mk_help_item, MK, HELP_ITEM, GObject)

MkHelpItem         *mk_help_item_new        (MkHelp             *help,
                                             const MkHelpRecord *record,
                                             const char         *name);
MkHelp             *mk_help_item_get_help   (MkHelpItem *self);
const MkHelpRecord *mk_help_item_get_record (MkHelpItem *self);
const char         *mk_help_item_get_name   (MkHelpItem *self);
void                mk_help_items_show      (GListStore *list,
                                             GPtrArray  *items);

G_END_DECLS
