/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-status.h"

#include "mk-packages-in.h"
#include "mk-packages-out.h"
#include "mk-records.h"

const char *const mk_state_names[MK_N_STATES] = { "gemt", "sendt", "modtaget", "afvist",
                                                  "tilbageholdt" };

static void
partner_status_free (gpointer data)
{
  MkPartnerStatus *self = data;

  mk_partner_free (self->partner);
  g_free (self->epoch_out);
  g_free (self->epoch_in);
  g_array_unref (self->missing);
  g_free (self);
}

/**
 * mk_status_free:
 * @self: (nullable): a status
 */
void
mk_status_free (MkStatus *self)
{
  if (self == NULL)
    return;
  mk_installation_free (self->self);
  g_clear_pointer (&self->partners, g_ptr_array_unref);
  g_free (self);
}

static gboolean
find_missing (MkDatabase      *database,
              MkPartnerStatus *status,
              GError         **error)
{
  g_autoptr (GPtrArray) epochs = mk_waiting_epochs (database, status->partner->key, error);

  for (guint i = 0; epochs != NULL && i < epochs->len; i++)
    {
      const char *epoch = g_ptr_array_index (epochs, i);
      gint64 next = g_strcmp0 (epoch, status->epoch_in) == 0 ? status->next_in : 1;

      if (!mk_waiting_missing (database, status->partner->key, epoch, next, 0, status->missing,
                               error))
        return FALSE;
    }
  return epochs != NULL;
}

static gboolean
find_numbers (MkDatabase      *database,
              MkPartnerStatus *status,
              GError         **error)
{
  g_auto (MkEpoch) in = { 0 };
  g_auto (MkEpoch) out = { 0 };
  g_autofree char *sha256_in = NULL;
  g_autofree char *sha256_out = NULL;

  if (!mk_epoch_present (database, status->partner->key, MK_DIRECTION_IN, &in, error) ||
      !mk_epoch_present (database, status->partner->key, MK_DIRECTION_OUT, &out, error) ||
      !mk_package_in_newest (database, in.key, &status->next_in, &sha256_in, error) ||
      !mk_package_out_newest (database, out.key, &status->next_out, &sha256_out, error))
    return FALSE;
  status->next_in++;
  status->next_out++;
  status->epoch_in = g_steal_pointer (&in.id);
  status->epoch_out = g_steal_pointer (&out.id);
  return TRUE;
}

static gboolean
find_partners (MkDatabase *database,
               MkStatus   *self,
               GError    **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  self->partners = g_ptr_array_new_with_free_func (partner_status_free);
  for (guint i = 0; partners != NULL && i < partners->len; i++)
    {
      MkPartnerStatus *status = g_new0 (MkPartnerStatus, 1);

      status->partner = g_ptr_array_index (partners, i);
      partners->pdata[i] = NULL;
      status->missing = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (self->partners, status);
      if (!find_numbers (database, status, error) || !find_missing (database, status, error))
        return FALSE;
    }
  return partners != NULL;
}

/* Receipts are the program's own business: nobody wrote them, and nobody answers them. What stays
 * waits for nothing. */
static void
count_state (const MkListed *listed,
             gpointer        user_data)
{
  MkStatus *self = user_data;

  if (!listed->own || listed->stays || g_str_equal (listed->type, "kvittering"))
    return;
  for (guint i = 0; i < MK_N_STATES; i++)
    self->counts[i] += g_str_equal (listed->state, mk_state_names[i]);
}

/**
 * mk_status_find:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full): how the correspondence with each partner stands, and how far the living
 *   records of this installation have come, receipts and what stays aside; %NULL on error
 */
MkStatus *
mk_status_find (MkDatabase *database,
                GError    **error)
{
  g_autoptr (MkStatus) self = g_new0 (MkStatus, 1);
  MkListing everything = { .limit = -1 };

  self->self = mk_installation_get (database, error);
  if (self->self == NULL || !find_partners (database, self, error) ||
      !mk_record_list (database, &everything, count_state, self, error))
    return NULL;
  return g_steal_pointer (&self);
}
