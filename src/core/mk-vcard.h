/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkVcardEntry:
 * @id: (nullable): UUID, by which a telephone knows the card again
 * @name: whom to call
 * @organization: (nullable): where
 * @function: (nullable): what they are
 * @telephone: (nullable): as it is written
 * @email: (nullable): address
 * @note: (nullable): what there is to know
 *
 * Somebody, as they stand in a telephone's list. All of it is UTF-8.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *organization;
  const char *function;
  const char *telephone;
  const char *email;
  const char *note;
} MkVcardEntry;

char *mk_vcard_text (const MkVcardEntry *entries,
                     gsize               n_entries);

G_END_DECLS
