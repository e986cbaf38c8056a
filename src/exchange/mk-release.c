/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-digest.h"
#include "mk-packages-in.h"
#include "mk-taking.h"

/* Packages that are kept here: those that waited for their turn, and those that wait for a yes. */

/* What of this sender can be judged now: the next number of its present epoch, or number 1. */
static gboolean
find_released_of (MkDatabase      *database,
                  const MkPartner *partner,
                  GBytes         **bytes,
                  GError         **error)
{
  g_autoptr (GPtrArray) epochs = mk_waiting_epochs (database, partner->key, error);

  *bytes = NULL;
  if (epochs == NULL)
    return FALSE;
  for (guint i = 0; i < epochs->len && *bytes == NULL; i++)
    {
      g_auto (MkEpoch) epoch = { 0 };
      g_autofree char *sha256 = NULL;
      gint64 newest;

      if (!mk_epoch_find (database, partner->key, MK_DIRECTION_IN, g_ptr_array_index (epochs, i),
                          &epoch, error) ||
          !mk_package_in_newest (database, epoch.key, &newest, &sha256, error) ||
          !mk_waiting_next (database, partner->key, g_ptr_array_index (epochs, i), newest + 1,
                            bytes, error))
        return FALSE;
    }
  return TRUE;
}

/* A package that has its turn, of the first sender that has one; its bytes NULL for none. */
static gboolean
find_released (MkDatabase *database,
               gint64     *partner,
               GBytes    **bytes,
               GError    **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  *bytes = NULL;
  for (guint i = 0; partners != NULL && i < partners->len && *bytes == NULL; i++)
    {
      const MkPartner *one = g_ptr_array_index (partners, i);

      if (!find_released_of (database, one, bytes, error))
        return FALSE;
      *partner = one->key;
    }
  return partners != NULL;
}

/* Judges one package that waited. It leaves the waiting ones unless it now waits for a person. */
static gboolean
release_one (MkDatabase *database,
             gint64      partner,
             GBytes     *bytes,
             GHashTable *accepted,
             GPtrArray  *verdicts,
             GError    **error)
{
  g_autofree char *sha256 = mk_sha256 (bytes);
  gboolean is_accepted = accepted != NULL && g_hash_table_contains (accepted, sha256);
  const MkVerdict *verdict;

  if (!mk_take_bytes (database, bytes, NULL, is_accepted ? MK_TAKE_ACCEPT : MK_TAKE_PLAIN, verdicts,
                      error))
    return FALSE;
  verdict = g_ptr_array_index (verdicts, verdicts->len - 1);
  return verdict->status == MK_VERDICT_WAITS ||
         mk_waiting_remove (database, partner, sha256, error);
}

/**
 * mk_release_all:
 * @database: a store
 * @accepted: (element-type utf8): the hashes of files that a person said yes to
 * @verdicts: (element-type MkVerdict): where the verdicts go
 * @error: return location
 *
 * Takes packages that waited, of every partner, until nothing more has its turn.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_release_all (MkDatabase *database,
                GHashTable *accepted,
                GPtrArray  *verdicts,
                GError    **error)
{
  while (TRUE)
    {
      g_autoptr (GBytes) bytes = NULL;
      gint64 partner;

      if (!find_released (database, &partner, &bytes, error))
        return FALSE;
      if (bytes == NULL)
        return TRUE;
      if (!release_one (database, partner, bytes, accepted, verdicts, error))
        return FALSE;
    }
}

/**
 * mk_take_released:
 * @database: a store
 * @error: return location
 *
 * Takes one package that waited and has its turn now, so that long work can let others go between.
 *
 * Returns: (transfer full) (element-type MkVerdict): its verdict, or empty when nothing has its
 *   turn; %NULL on an error of the store
 */
GPtrArray *
mk_take_released (MkDatabase *database,
                  GError    **error)
{
  g_autoptr (GPtrArray) verdicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mk_verdict_free);
  g_autoptr (GBytes) bytes = NULL;
  gint64 partner;

  if (!find_released (database, &partner, &bytes, error) ||
      (bytes != NULL && !release_one (database, partner, bytes, NULL, verdicts, error)))
    return NULL;
  return g_steal_pointer (&verdicts);
}

/**
 * mk_take_has_released:
 * @database: a store
 * @has: (out): whether mk_take_released() would take something
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_take_has_released (MkDatabase *database,
                      gboolean   *has,
                      GError    **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gint64 partner;

  if (!find_released (database, &partner, &bytes, error))
    return FALSE;
  *has = bytes != NULL;
  return TRUE;
}

/**
 * mk_take_kept:
 * @database: a store
 * @sha256: of the bytes of a package that waits here or was kept aside
 * @flags: how
 * @error: return location
 *
 * Judges and takes a package once more, as if its file had come again. What it releases is left for
 * mk_take_released().
 *
 * Returns: (transfer full) (element-type MkVerdict): its verdict, or empty when it is no longer
 *   kept; %NULL on an error of the store
 */
GPtrArray *
mk_take_kept (MkDatabase *database,
              const char *sha256,
              MkTakeFlags flags,
              GError    **error)
{
  g_autoptr (GPtrArray) verdicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mk_verdict_free);
  g_autoptr (GBytes) bytes = NULL;

  if (!mk_kept_find (database, sha256, &bytes, error) ||
      (bytes != NULL && !mk_take_bytes (database, bytes, NULL, flags, verdicts, error)))
    return NULL;
  return g_steal_pointer (&verdicts);
}
