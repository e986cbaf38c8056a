/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MkPreviewed:
 * @recipient: UUID of the partner
 * @name: what the partner is called
 * @entries: the entries of one package, receipts aside, as they will be written
 */
typedef struct
{
  char      *recipient;
  char      *name;
  JsonArray *entries;
} MkPreviewed;

/**
 * MkPreview:
 * @packages: (element-type MkPreviewed)
 * @held: (element-type MkHeld): what stays, and why
 */
typedef struct
{
  GPtrArray *packages;
  GPtrArray *held;
} MkPreview;

MkPreview *mk_preview_find (MkDatabase *database,
                            GError    **error);
void       mk_preview_free (MkPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPreview, mk_preview_free)

G_END_DECLS
