/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "today/mk-note.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_NOTE_ROW (mk_note_row_get_type ())

G_DECLARE_FINAL_TYPE (MkNoteRow, mk_note_row, MK, NOTE_ROW, GtkListBoxRow)

MkNoteRow *mk_note_row_new (MkNote *note);

G_END_DECLS
