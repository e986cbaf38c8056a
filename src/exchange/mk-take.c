/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-take.h"

#include "mk-buddies.h"
#include "mk-digest.h"
#include "mk-envelope.h"
#include "mk-folder.h"
#include "mk-packages-in.h"
#include "mk-taking.h"

/* Packages in: each judged and taken in a transaction of its own. */

static void
taking_clear (MkTaking *taking)
{
  mk_gate_free (taking->gate);
  g_clear_pointer (&taking->opened, g_bytes_unref);
  g_clear_pointer (&taking->signers, g_ptr_array_unref);
  g_clear_pointer (&taking->seal, g_free);
  mk_shape_free (&mk_package_header_shape, taking->header);
  mk_partner_free (taking->partner);
  mk_partner_free (taking->started);
  mk_epoch_clear (&taking->epoch);
  mk_epoch_clear (&taking->present);
  g_clear_pointer (&taking->candidates, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MkTaking, taking_clear)

/* A buddy that was started here tells who it is: from now on it goes by its own UUID. */
static gboolean
identify (MkTaking *taking,
          GError  **error)
{
  const char *id = taking->header->sender->id;

  if (taking->started == NULL)
    return TRUE;
  if (!mk_buddy_identify (taking->database, taking->started, id,
                          taking->partner->known ? taking->partner : NULL, error))
    return FALSE;
  mk_partner_free (taking->partner);
  taking->partner = mk_partner_find (taking->database, id, error);
  return taking->partner != NULL;
}

/* The sender becomes known with the first of its packages that is taken or waits. */
static gboolean
know_partner (MkTaking *taking,
              GError  **error)
{
  const MkPart *sender = taking->header->sender;
  MkPartner partner = { 0,
                        sender->id,
                        mk_role_from_name (sender->role),
                        sender->name,
                        sender->cvr_number,
                        sender->p_number,
                        TRUE };

  if (!identify (taking, error))
    return FALSE;
  if (taking->partner != NULL)
    return mk_partner_renew (taking->database, taking->partner->key, &partner, error);
  return mk_partner_add (taking->database, &partner, error) != 0 &&
         (taking->partner = mk_partner_find (taking->database, sender->id, error)) != NULL;
}

static gboolean
replace_epoch (MkTaking   *taking,
               const char *id,
               GError    **error)
{
  return mk_epoch_bar (taking->database, taking->partner->key, MK_DIRECTION_IN, id, error) &&
         mk_waiting_drop (taking->database, taking->partner->key, id, error);
}

/* An epoch begins when its number 1 is taken; those before it end, with what still waited there. */
static gboolean
begin_epoch (MkTaking *taking,
             GError  **error)
{
  const MkPackageHeader *header = taking->header;

  if (taking->epoch.key != 0)
    return TRUE;
  for (guint i = 0; header->supersedes != NULL && i < header->supersedes->len; i++)
    {
      const char *id = g_ptr_array_index (header->supersedes, i);

      if (!g_str_equal (id, header->epoch) && !replace_epoch (taking, id, error))
        return FALSE;
    }
  if (taking->present.key != 0 && !replace_epoch (taking, taking->present.id, error))
    return FALSE;
  taking->epoch.key = mk_epoch_begin (taking->database, taking->partner->key, MK_DIRECTION_IN,
                                      header->epoch, error);
  return taking->epoch.key != 0;
}

static gboolean
take (MkTaking *taking,
      GError  **error)
{
  const MkPackageHeader *header = taking->header;
  gint64 package;

  if (!know_partner (taking, error) || !begin_epoch (taking, error))
    return FALSE;
  package =
      mk_package_in_add (taking->database, taking->epoch.key, header->number, header->package_id,
                         taking->verdict->sha256, header->count, taking->seal, error);
  /* The receipt first: its own part of the transaction would make the search index write out what it
   * gathers from the entries, a second time. */
  return package != 0 && mk_receipt_answer (taking, error) &&
         mk_take_entries (taking, package, error) &&
         mk_waiting_remove (taking->database, taking->partner->key, taking->verdict->sha256, error);
}

static gboolean
let_wait (MkTaking *taking,
          GError  **error)
{
  return know_partner (taking, error) &&
         mk_waiting_put (taking->database, taking->partner->key, taking->header->epoch,
                         taking->header->number, taking->verdict->sha256, taking->verdict->code,
                         taking->seal, taking->bytes, error);
}

/* The file is kept as it came, but of one larger than any package only that it came. */
static gboolean
keep_aside (MkTaking *taking,
            GError  **error)
{
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  GBytes *file = taking->sealed != NULL ? taking->sealed : taking->bytes;
  gsize most = taking->sealed != NULL ? MK_ENVELOPE_MOST_BYTES : MK_PACKAGE_MOST_BYTES;
  gboolean fits = g_bytes_get_size (file) <= most;
  const MkVerdict *verdict = taking->verdict;
  MkAside aside = { .sha256 = verdict->sha256,
                    .code = verdict->code,
                    .reason = verdict->reason,
                    .sender = verdict->sender != NULL ? verdict->sender->name : NULL,
                    .number = verdict->number,
                    .asks = verdict->asks,
                    .bytes = fits ? file : none };

  if (taking->partner != NULL &&
      !mk_waiting_remove (taking->database, taking->partner->key, taking->verdict->sha256, error))
    return FALSE;
  return mk_aside_put (taking->database, &aside, error) && mk_receipt_answer (taking, error);
}

/* Whatever was asked or said of this file before, it is answered, or asked anew. */
static gboolean
settle (MkTaking *taking,
        GError  **error)
{
  const char *sha256 = taking->verdict->sha256;

  if (taking->verdict->status == MK_VERDICT_REFUSED)
    return mk_aside_settle (taking->database, sha256, error) && keep_aside (taking, error);
  if (!mk_aside_remove (taking->database, sha256, error))
    return FALSE;
  switch (taking->verdict->status)
    {
    case MK_VERDICT_TAKEN:
    case MK_VERDICT_PARTLY:
      return take (taking, error);
    case MK_VERDICT_WAITS:
      return let_wait (taking, error);
    case MK_VERDICT_REFUSED:
    case MK_VERDICT_KNOWN:
    default:
      return mk_waiting_remove (taking->database, taking->partner->key, sha256, error);
    }
}

static gboolean
judge_and_settle (MkTaking   *taking,
                  MkTakeFlags flags,
                  GError    **error)
{
  return mk_judge_package (taking, error) &&
         (mk_taking_is_decided (taking) || mk_judge_entries (taking, error)) &&
         ((flags & MK_TAKE_CHECK) || settle (taking, error));
}

/* One package in a transaction of its own. The verdict goes to @verdicts. */
gboolean
mk_take_bytes (MkDatabase *database,
               GBytes     *bytes,
               const char *file,
               MkTakeFlags flags,
               GPtrArray  *verdicts,
               GError    **error)
{
  g_autoptr (MkInstallation) self = mk_installation_get (database, error);
  g_autoptr (MkVerdict) verdict = mk_verdict_new (file);
  g_auto (MkTaking) taking = {
    .database = database,
    .self = self,
    .accepts = (flags & MK_TAKE_ACCEPT) != 0,
    .bytes = bytes,
    .verdict = verdict,
  };

  if (self == NULL || !mk_database_begin (database, error))
    return FALSE;
  verdict->sha256 = mk_sha256 (bytes);
  if (!mk_database_end (database, judge_and_settle (&taking, flags, error), error))
    return FALSE;
  g_ptr_array_add (verdicts, g_steal_pointer (&verdict));
  return TRUE;
}

/* By the hash of the package, which is what waits, in a sealed file too. */
static void
remember_accepted (GHashTable *accepted,
                   GPtrArray  *verdicts)
{
  const MkVerdict *newest = g_ptr_array_index (verdicts, verdicts->len - 1);

  g_hash_table_add (accepted, g_strdup (newest->sha256));
}

static void
refuse_unreadable (const char   *file,
                   const GError *problem,
                   GPtrArray    *verdicts)
{
  MkVerdict *verdict = mk_verdict_new (file);

  mk_verdict_refuse (verdict, MK_CODE_READING, NULL, "%s",
                     g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                         ? "Filen findes ikke."
                         : "Filen kan ikke læses.");
  g_ptr_array_add (verdicts, verdict);
}

/**
 * mk_take_files:
 * @database: a store
 * @files: (array zero-terminated=1): paths, in the order in which they are taken
 * @flags: how
 * @error: return location
 *
 * Takes packages by section 5 of the exchange contract. A refused one changes nothing but that it
 * is kept aside and answered; the rest goes on. What waited and has its turn now is judged too,
 * unless %MK_TAKE_ALONE leaves that to mk_take_released().
 *
 * Returns: (transfer full) (element-type MkVerdict): a verdict for each file as given, then one
 *   for each package that was released; %NULL on an error of the store, when what was taken before
 *   stays taken
 */
GPtrArray *
mk_take_files (MkDatabase        *database,
               const char *const *files,
               MkTakeFlags        flags,
               GError           **error)
{
  g_autoptr (GPtrArray) verdicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mk_verdict_free);
  g_autoptr (GPtrArray) released =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mk_verdict_free);
  g_autoptr (GHashTable) accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (GBytes) bytes = mk_folder_read_file (files[i], MK_ENVELOPE_MOST_BYTES, &problem);

      if (bytes == NULL)
        {
          refuse_unreadable (files[i], problem, verdicts);
          continue;
        }
      if (!mk_take_bytes (database, bytes, files[i], flags, verdicts, error))
        return NULL;
      if (flags & MK_TAKE_ACCEPT)
        remember_accepted (accepted, verdicts);
      if (!(flags & (MK_TAKE_CHECK | MK_TAKE_ALONE)) &&
          !mk_release_all (database, accepted, released, error))
        return NULL;
    }
  g_ptr_array_extend_and_steal (verdicts, g_steal_pointer (&released));
  return g_steal_pointer (&verdicts);
}
