/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MkHeld:
 * @reason: a Danish sentence
 *
 * An entry that is not packed yet, and why.
 */
typedef struct
{
  char *type;
  char *id;
  char *reason;
} MkHeld;

void mk_held_free (gpointer data);

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
 * MkPreviewFunc:
 * @package: the next package, for the time of the call
 * @user_data: what was given with the function
 */
typedef void (*MkPreviewFunc) (const MkPreviewed *package,
                               gpointer           user_data);

GPtrArray *mk_preview_each (MkDatabase   *database,
                            MkPreviewFunc func,
                            gpointer      user_data,
                            GError      **error);

/**
 * MkPreview:
 * @packages: (element-type MkPreviewed)
 * @held: (element-type MkHeld): what stays, and why
 * @n_more: how many entries go beside those of @packages
 */
typedef struct
{
  GPtrArray *packages;
  GPtrArray *held;
  guint64    n_more;
} MkPreview;

MkPreview *mk_preview_find (MkDatabase *database,
                            guint64     most,
                            GError    **error);
void       mk_preview_free (MkPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPreview, mk_preview_free)

G_END_DECLS
