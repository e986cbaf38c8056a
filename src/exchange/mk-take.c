/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-take.h"

#include "mk-buddies.h"
#include "mk-folder.h"
#include "mk-new-epoch.h"
#include "mk-packages-in.h"
#include "mk-taking.h"

/* Packages in: each judged and taken in a transaction of its own; then those released by it. */

static void
taking_clear (MkTaking *taking)
{
  mk_gate_free (taking->gate);
  mk_shape_free (&mk_package_header_shape, taking->header);
  mk_partner_free (taking->partner);
  mk_epoch_clear (&taking->epoch);
  mk_epoch_clear (&taking->present);
  g_clear_pointer (&taking->candidates, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MkTaking, taking_clear)

/* The sender becomes known with the first of its packages that is taken or waits. */
static gboolean
know_partner (MkTaking *taking,
              GError  **error)
{
  const MkPart *sender = taking->header->sender;
  MkPartner partner = { 0, sender->id, mk_role_from_name (sender->role), sender->name,
                        sender->cvr_number, sender->p_number, TRUE };

  if (taking->partner != NULL && !taking->partner->known &&
      !mk_buddy_identify (taking->database, taking->partner, sender->id, error))
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

/* Whether the store keeps what it has: it is newer, the same, or came straight from the writer. */
static gboolean
keeps_known (const MkTaking    *taking,
             const MkCandidate *candidate)
{
  const MkVersion *known = candidate->known;
  gboolean carried = candidate->rest->origin != NULL &&
                     !g_str_equal (candidate->rest->origin, taking->header->sender->id);

  if (known == NULL)
    return FALSE;
  if (known->partner == taking->partner->key)
    return known->epoch == taking->epoch.key && known->revision >= candidate->key->revision;
  return carried;
}

static char *
placement_of (const MkCandidate *candidate)
{
  const char *id = candidate->deletes
                       ? NULL
                       : mk_json_text (mk_json_member (candidate->data, "forloebId"));

  return g_strdup (g_str_equal (candidate->key->type, "forloeb") ? candidate->key->id : id);
}

static gboolean
put_candidate (MkTaking          *taking,
               const MkCandidate *candidate,
               gint64             package,
               GError           **error)
{
  g_autofree char *placement = placement_of (candidate);
  g_autofree char *data = candidate->deletes ? NULL : mk_gate_dup_text (candidate->data);
  const char *origin = candidate->rest->origin;
  MkVersion version = {
    .key = candidate->known != NULL ? candidate->known->key : 0,
    .type = candidate->key->type,
    .id = candidate->key->id,
    .revision = candidate->key->revision,
    .writer = origin != NULL ? (char *) origin : taking->header->sender->id,
    .partner = taking->partner->key,
    .epoch = taking->epoch.key,
    .package = package,
    .deleted = candidate->deletes,
    .changed = candidate->rest->changed,
    .placement = placement,
    .data = data,
  };

  if (!mk_record_put (taking->database, &version, error))
    return FALSE;
  return g_strcmp0 (candidate->key->type, "kvittering") != 0 || candidate->content == NULL ||
         mk_receipt_receive (taking->database, taking->partner->key, candidate->content, error);
}

/* A newer epoch may say less of a record than was carried on: then those it was carried to need a
 * new epoch too, since a lower revision would be nothing new to them. */
static gboolean
has_gone_back (const MkTaking    *taking,
               const MkCandidate *candidate)
{
  const MkVersion *known = candidate->known;

  return known != NULL && known->epoch != taking->epoch.key &&
         candidate->key->revision <= known->revision &&
         (known->deleted != candidate->deletes ||
          (!candidate->deletes && !mk_gate_is_equal (candidate->data, known->data)));
}

static gboolean
renew_carried (MkTaking          *taking,
               const MkCandidate *candidate,
               GError           **error)
{
  g_autoptr (GPtrArray) partners = NULL;

  if (!has_gone_back (taking, candidate))
    return TRUE;
  partners = mk_buddies_carried_to (taking->database, candidate->known->key,
                                    candidate->key->revision, error);
  for (guint i = 0; partners != NULL && i < partners->len; i++)
    {
      g_autoptr (GPtrArray) begun =
          mk_new_epoch (taking->database, g_ptr_array_index (partners, i), error);

      if (begun == NULL)
        return FALSE;
    }
  return partners != NULL;
}

static gboolean
put_entries (MkTaking *taking,
             gint64    package,
             GError  **error)
{
  for (guint i = 0; i < taking->candidates->len; i++)
    {
      const MkCandidate *candidate = g_ptr_array_index (taking->candidates, i);

      if (!candidate->refused && !keeps_known (taking, candidate) &&
          !(renew_carried (taking, candidate, error) &&
            put_candidate (taking, candidate, package, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take (MkTaking *taking,
      GError  **error)
{
  const MkPackageHeader *header = taking->header;
  gint64 package;

  if (!know_partner (taking, error) || !begin_epoch (taking, error))
    return FALSE;
  package = mk_package_in_add (taking->database, taking->epoch.key, header->number,
                               header->package_id, taking->verdict->sha256, header->count, error);
  return package != 0 && put_entries (taking, package, error) &&
         mk_waiting_remove (taking->database, taking->partner->key, taking->verdict->sha256, error) &&
         mk_receipt_answer (taking, error);
}

static gboolean
let_wait (MkTaking *taking,
          GError  **error)
{
  return know_partner (taking, error) &&
         mk_waiting_put (taking->database, taking->partner->key, taking->header->epoch,
                         taking->header->number, taking->verdict->sha256, taking->verdict->code,
                         taking->bytes, error);
}

/* A file larger than any package is not kept, only that it came. */
static gboolean
keep_aside (MkTaking *taking,
            GError  **error)
{
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  gboolean fits = g_bytes_get_size (taking->bytes) <= MK_PACKAGE_MOST_BYTES;

  if (taking->partner != NULL &&
      !mk_waiting_remove (taking->database, taking->partner->key, taking->verdict->sha256, error))
    return FALSE;
  return mk_aside_put (taking->database, taking->verdict->sha256, taking->verdict->code,
                       taking->verdict->reason, fits ? taking->bytes : none, error) &&
         mk_receipt_answer (taking, error);
}

static gboolean
settle (MkTaking *taking,
        GError  **error)
{
  switch (taking->verdict->status)
    {
    case MK_VERDICT_TAKEN:
    case MK_VERDICT_PARTLY:
      return take (taking, error);
    case MK_VERDICT_WAITS:
      return let_wait (taking, error);
    case MK_VERDICT_REFUSED:
      return keep_aside (taking, error);
    case MK_VERDICT_KNOWN:
    default:
      return mk_waiting_remove (taking->database, taking->partner->key, taking->verdict->sha256,
                                error);
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
static gboolean
take_bytes (MkDatabase *database,
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
  verdict->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!mk_database_end (database, judge_and_settle (&taking, flags, error), error))
    return FALSE;
  g_ptr_array_add (verdicts, g_steal_pointer (&verdict));
  return TRUE;
}

/* Releasing */

/* What of this sender can be judged now: the next number of its present epoch, or number 1. */
static gboolean
find_released (MkDatabase      *database,
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
          !mk_waiting_next (database, partner->key, g_ptr_array_index (epochs, i), newest + 1, bytes,
                            error))
        return FALSE;
    }
  return TRUE;
}

/* Packages that waited, of every partner, until nothing more has its turn. A package leaves the
 * waiting ones or comes to wait for a person when it is judged, so that this ends. */
static gboolean
release (MkDatabase *database,
         GHashTable *accepted,
         GPtrArray  *verdicts,
         GError    **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    while (TRUE)
      {
        g_autoptr (GBytes) bytes = NULL;
        g_autofree char *sha256 = NULL;

        if (!find_released (database, g_ptr_array_index (partners, i), &bytes, error))
          return FALSE;
        if (bytes == NULL)
          break;
        sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
        if (!take_bytes (database, bytes, NULL,
                         g_hash_table_contains (accepted, sha256) ? MK_TAKE_ACCEPT : MK_TAKE_PLAIN,
                         verdicts, error))
          return FALSE;
      }
  return partners != NULL;
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
 * is kept aside and answered; the rest goes on. What waited and has its turn now is judged too.
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
  g_autoptr (GHashTable) accepted =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (GBytes) bytes = mk_folder_read_file (files[i], MK_PACKAGE_MOST_BYTES, &problem);

      if (bytes == NULL)
        {
          refuse_unreadable (files[i], problem, verdicts);
          continue;
        }
      if (flags & MK_TAKE_ACCEPT)
        g_hash_table_add (accepted, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes));
      if (!take_bytes (database, bytes, files[i], flags, verdicts, error))
        return NULL;
      if (!(flags & MK_TAKE_CHECK) && !release (database, accepted, released, error))
        return NULL;
    }
  g_ptr_array_extend_and_steal (verdicts, g_steal_pointer (&released));
  return g_steal_pointer (&verdicts);
}
