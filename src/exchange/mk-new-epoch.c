/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-new-epoch.h"

#include "mk-own-records.h"
#include "mk-random.h"

#include <glib/gi18n.h>

static void
begun_free (gpointer data)
{
  MkBegun *begun = data;

  g_free (begun->partner);
  g_free (begun->epoch);
  g_free (begun);
}

static gboolean
begin (MkDatabase      *database,
       const MkPartner *partner,
       GPtrArray       *begun,
       GError         **error)
{
  MkBegun *one = g_new0 (MkBegun, 1);

  one->partner = g_strdup (partner->id);
  one->epoch = mk_random_uuid ();
  g_ptr_array_add (begun, one);
  return mk_epoch_begin (database, partner->key, MK_DIRECTION_OUT, one->epoch, error) != 0;
}

static gboolean
begin_all (MkDatabase *database,
           const char *id,
           GPtrArray  *begun,
           GError    **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    {
      const MkPartner *partner = g_ptr_array_index (partners, i);

      if ((id == NULL || g_str_equal (id, partner->id)) && !begin (database, partner, begun, error))
        return FALSE;
    }
  if (partners != NULL && id != NULL && begun->len == 0)
    {
      g_set_error (error, MK_RECORD_ERROR, MK_RECORD_ERROR_UNKNOWN,
                   _ ("There is no partner with that id here. Nothing was changed."));
      return FALSE;
    }
  return partners != NULL;
}

/**
 * mk_new_epoch:
 * @database: a store
 * @partner: (nullable): UUID of a partner, or %NULL for all
 * @error: return location
 *
 * Begins a new epoch towards the partner (exchange contract, section 6): its number 1 names those
 * that it replaces, and its first packages carry every record again, deleted ones as such.
 *
 * Returns: (transfer full) (element-type MkBegun): the epochs; %NULL on error, when none has begun
 */
GPtrArray *
mk_new_epoch (MkDatabase *database,
              const char *partner,
              GError    **error)
{
  g_autoptr (GPtrArray) begun = g_ptr_array_new_with_free_func (begun_free);

  if (!mk_database_begin (database, error) ||
      !mk_database_end (database, begin_all (database, partner, begun, error), error))
    return NULL;
  return g_steal_pointer (&begun);
}
