/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-preview.h"

#include "mk-json.h"
#include "mk-packages-out.h"
#include "mk-partners.h"
#include "mk-seal.h"

/* The preview is no second description of what leaves: it seals, reads what was sealed, and takes
 * it all back. */

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

static JsonArray *
entries_without_receipts (const MkSealed *sealed)
{
  g_autofree char *text =
      g_strndup (g_bytes_get_data (sealed->bytes, NULL), g_bytes_get_size (sealed->bytes));
  g_autoptr (JsonNode) root = mk_json_from_text (text);
  JsonArray *all = json_object_get_array_member (json_node_get_object (root), "poster");
  JsonArray *entries = json_array_new ();

  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonObject *entry = json_array_get_object_element (all, i);

      if (!g_str_equal (json_object_get_string_member (entry, "type"), "kvittering"))
        json_array_add_object_element (entries, json_object_ref (entry));
    }
  return entries;
}

static void
add_package (MkPreview       *self,
             const MkPartner *partner,
             const MkSealed  *sealed)
{
  g_autoptr (JsonArray) entries = entries_without_receipts (sealed);
  MkPreviewed *previewed;

  if (json_array_get_length (entries) == 0)
    return;
  previewed = g_new0 (MkPreviewed, 1);
  previewed->recipient = g_strdup (partner->id);
  previewed->name = g_strdup (partner->name);
  previewed->entries = g_steal_pointer (&entries);
  g_ptr_array_add (self->packages, previewed);
}

static gboolean
add_held (MkPreview       *self,
          MkDatabase      *database,
          const MkPartner *partner,
          GError         **error)
{
  g_autoptr (MkReady) ready = mk_ready_find (database, partner, error);

  if (ready == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (self->held, g_steal_pointer (&ready->held));
  return TRUE;
}

static gboolean
add_partner (MkPreview       *self,
             MkDatabase      *database,
             const MkPartner *partner,
             GError         **error)
{
  g_auto (MkEpoch) epoch = { 0 };
  g_autofree char *sha256 = NULL;
  g_autoptr (GPtrArray) sealed = NULL;
  gint64 newest;

  if (!add_held (self, database, partner, error) ||
      !mk_epoch_present (database, partner->key, MK_DIRECTION_OUT, &epoch, error) ||
      !mk_package_out_newest (database, epoch.key, &newest, &sha256, error) ||
      !mk_seal (database, partner, error))
    return FALSE;
  sealed = mk_package_out_to_send (database, epoch.key, newest + 1, error);
  for (guint i = 0; sealed != NULL && i < sealed->len; i++)
    add_package (self, partner, g_ptr_array_index (sealed, i));
  return sealed != NULL;
}

static gboolean
add_partners (MkPreview  *self,
              MkDatabase *database,
              GError    **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    if (!add_partner (self, database, g_ptr_array_index (partners, i), error))
      return FALSE;
  return partners != NULL;
}

/**
 * mk_preview_find:
 * @database: a store
 * @error: return location
 *
 * Shows exactly what mk_export() would pack now, receipts aside, and what would stay, and why. The
 * store is as before when this returns.
 *
 * Returns: (transfer full): the preview; %NULL on error
 */
MkPreview *
mk_preview_find (MkDatabase *database,
                 GError    **error)
{
  g_autoptr (MkPreview) self = g_new0 (MkPreview, 1);
  gboolean found;

  self->packages = g_ptr_array_new_with_free_func (previewed_free);
  self->held = g_ptr_array_new_with_free_func (mk_held_free);
  if (!mk_database_begin (database, error))
    return NULL;
  found = add_partners (self, database, error);
  mk_database_rollback (database);
  return found ? g_steal_pointer (&self) : NULL;
}
