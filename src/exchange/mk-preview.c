/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-preview.h"

#include "mk-filling.h"
#include "mk-json.h"

/* The preview is no second description of what leaves: it fills packages as the sealing does, and
 * shows their entries instead of giving them a number. */

/**
 * mk_held_free:
 * @data: an MkHeld
 */
void
mk_held_free (gpointer data)
{
  MkHeld *held = data;

  g_free (held->type);
  g_free (held->id);
  g_free (held->reason);
  g_free (held);
}

static void
add_held (const MkPending *pending,
          const char      *reason,
          gpointer         user_data)
{
  MkHeld *held = g_new0 (MkHeld, 1);

  held->type = g_strdup (pending->type);
  held->id = g_strdup (pending->id);
  held->reason = g_strdup (reason);
  g_ptr_array_add (user_data, held);
}

static JsonArray *
entries_without_receipts (const MkFilling *filling)
{
  g_autofree char *text = g_strdup_printf ("{\"poster\":[%s]}", filling->entries->str);
  g_autoptr (JsonNode) root = mk_json_from_text (text);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "poster");

  for (guint i = filling->n_receipts; i > 0; i--)
    json_array_remove_element (entries, i - 1);
  return json_array_ref (entries);
}

static gboolean
show_partner (MkDatabase      *database,
              const MkPartner *partner,
              MkPreviewFunc    func,
              gpointer         user_data,
              GPtrArray       *held,
              GError         **error)
{
  g_autoptr (MkFilling) filling = mk_filling_new (database, partner, add_held, held, error);
  g_autoptr (GError) local = NULL;

  if (filling == NULL)
    return FALSE;
  while (mk_filling_next (filling, &local))
    {
      MkPreviewed package = { partner->id, partner->name, NULL };

      if (filling->carried->len == filling->n_receipts)
        continue;
      package.entries = entries_without_receipts (filling);
      func (&package, user_data);
      json_array_unref (package.entries);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_preview_each:
 * @database: a store
 * @func: (scope call): called for each package
 * @user_data: for @func
 * @error: return location
 *
 * Shows exactly what mk_export() would pack now, receipts aside, one package at a time, and what
 * would stay, and why. Changes nothing.
 *
 * Returns: (transfer full) (element-type MkHeld): what stays; %NULL on error
 */
GPtrArray *
mk_preview_each (MkDatabase   *database,
                 MkPreviewFunc func,
                 gpointer      user_data,
                 GError      **error)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (mk_held_free);
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    if (!show_partner (database, g_ptr_array_index (partners, i), func, user_data, held, error))
      return NULL;
  return partners != NULL ? g_steal_pointer (&held) : NULL;
}

/* All at once */

static void
previewed_free (gpointer data)
{
  MkPreviewed *previewed = data;

  g_free (previewed->recipient);
  g_free (previewed->name);
  json_array_unref (previewed->entries);
  g_free (previewed);
}

/**
 * mk_preview_free:
 * @self: (nullable): a preview
 */
void
mk_preview_free (MkPreview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->packages, g_ptr_array_unref);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_free (self);
}

typedef struct
{
  MkPreview *preview;
  guint64    room;
} Collecting;

static void
collect (const MkPreviewed *package,
         gpointer           user_data)
{
  Collecting *collecting = user_data;
  guint n_entries = json_array_get_length (package->entries);
  guint n_kept = (guint) MIN (n_entries, collecting->room);
  MkPreviewed *kept;

  collecting->preview->n_more += n_entries - n_kept;
  collecting->room -= n_kept;
  if (n_kept == 0)
    return;
  kept = g_new0 (MkPreviewed, 1);
  kept->recipient = g_strdup (package->recipient);
  kept->name = g_strdup (package->name);
  kept->entries = json_array_sized_new (n_kept);
  for (guint i = 0; i < n_kept; i++)
    json_array_add_element (kept->entries, json_array_dup_element (package->entries, i));
  g_ptr_array_add (collecting->preview->packages, kept);
}

/**
 * mk_preview_find:
 * @database: a store
 * @most: of so many entries all is told, the others are counted
 * @error: return location
 *
 * All of mk_preview_each() at once.
 *
 * Returns: (transfer full): the preview; %NULL on error
 */
MkPreview *
mk_preview_find (MkDatabase *database,
                 guint64     most,
                 GError    **error)
{
  g_autoptr (MkPreview) self = g_new0 (MkPreview, 1);
  Collecting collecting = { self, most };

  self->packages = g_ptr_array_new_with_free_func (previewed_free);
  self->held = mk_preview_each (database, collect, &collecting, error);
  return self->held != NULL ? g_steal_pointer (&self) : NULL;
}
