/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MkFieldWords:
 * @name: the contract's name of the field
 * @label: what people call it; the name where nobody knows it
 * @value: (nullable): it in plain words; %NULL for a heading over the fields within
 * @is_technical: whether it holds what computers find things by, which says nothing to a person
 * @depth: how deep within others it stands, from 0
 *
 * A field of an entry as a person reads it.
 */
typedef struct
{
  char    *name;
  char    *label;
  char    *value;
  gboolean is_technical;
  guint    depth;
} MkFieldWords;

GPtrArray *mk_data_words  (const char *type,
                           JsonObject *data);
GPtrArray *mk_entry_words (JsonObject *entry);
char      *mk_entry_title (JsonObject *entry);

G_END_DECLS
