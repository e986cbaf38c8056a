/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-paper.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _MkPersonSheet MkPersonSheet;

MkPersonSheet *mk_person_sheet_new   (JsonNode   *person,
                                      const char *company);
gpointer       mk_person_sheet_ref   (gpointer data);
void           mk_person_sheet_unref (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPersonSheet, mk_person_sheet_unref)

extern const MkPaperKind mk_person_sheet_kind;

G_END_DECLS
