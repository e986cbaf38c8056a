/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MK_TYPE_NOTE (mk_note_get_type ())

G_DECLARE_FINAL_TYPE (MkNote, mk_note, MK, NOTE, GObject)

/**
 * MkNoteLine:
 * @icon: name of an icon
 * @title: what it says
 * @detail: (nullable): what there is to add
 * @button: (nullable): what can be done about it, in a word or two
 * @action: (nullable): what the button, or else the whole row, does
 * @target: (nullable): text for that action; %NULL for one without
 * @kind: (nullable): kind of question, for "not now"; %NULL for what is no question
 * @subject: (nullable): what it is about, for "not now"
 *
 * What a row on the page of this day says.
 */
typedef struct
{
  char *icon;
  char *title;
  char *detail;
  char *button;
  char *action;
  char *target;
  char *kind;
  char *subject;
} MkNoteLine;

MkNote           *mk_note_new      (const MkNoteLine *line);
const MkNoteLine *mk_note_get_line (MkNote *self);
void              mk_notes_show    (GListStore *list,
                                    GPtrArray  *notes);

G_END_DECLS
