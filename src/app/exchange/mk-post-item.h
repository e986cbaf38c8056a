/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MK_TYPE_POST_ITEM (mk_post_item_get_type ())

G_DECLARE_FINAL_TYPE (MkPostItem, mk_post_item, MK, POST_ITEM, GObject)

/**
 * MkPostLine:
 * @icon: name of an icon
 * @title: what it is
 * @detail: (nullable): what there is to say about it
 * @state: (nullable): how far it has come, in a word or two
 * @state_class: (nullable): the class of the state in the style sheet
 * @button: (nullable): what can be done about it, with a mnemonic or none
 * @action: (nullable): what the button does
 * @target: (nullable): of the action, as g_variant_parse() reads it
 *
 * What a row of the page says.
 */
typedef struct
{
  char *icon;
  char *title;
  char *detail;
  char *state;
  char *state_class;
  char *button;
  char *action;
  char *target;
} MkPostLine;

MkPostItem       *mk_post_item_new      (const MkPostLine *line);
const MkPostLine *mk_post_item_get_line (MkPostItem *self);
gboolean          mk_post_item_equal    (MkPostItem *self,
                                         MkPostItem *other);

G_END_DECLS
