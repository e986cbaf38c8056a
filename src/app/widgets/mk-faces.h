/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_FACES (mk_faces_get_type ())

G_DECLARE_FINAL_TYPE (MkFaces, mk_faces, MK, FACES, GtkBox)

void  mk_faces_set_score (MkFaces *self,
                          guint    score);
guint mk_faces_get_score (MkFaces *self);

G_END_DECLS
