/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-buddies.h"
#include "mk-new-epoch.h"
#include "mk-taking.h"

/* The entries of a taken package on their way into the store. */

static char *
placement_of (const MkCandidate *candidate)
{
  const char *id =
      candidate->deletes ? NULL : mk_json_text (mk_json_member (candidate->data, "forloebId"));

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
    .read = candidate->data,
  };

  if (!mk_record_put (taking->database, &version, error))
    return FALSE;
  return g_strcmp0 (candidate->key->type, "kvittering") != 0 || candidate->content == NULL ||
         mk_receipt_receive (taking->database, taking->partner->key, candidate->content, error);
}

/* A newer epoch may say less of a record than was carried on: then those it was carried to need a
 * new epoch too, since to them a revision that is not higher would be nothing new. */
static gboolean
has_gone_back (const MkCandidate *candidate)
{
  const MkVersion *known = candidate->known;
  gint64 revision = candidate->key->revision;

  if (known == NULL || revision > known->revision)
    return FALSE;
  return revision < known->revision || known->deleted != candidate->deletes ||
         (!candidate->deletes && !mk_gate_is_equal (candidate->data, known->data));
}

static gboolean
renew_carried (MkTaking          *taking,
               const MkCandidate *candidate,
               GError           **error)
{
  g_autoptr (GPtrArray) partners = NULL;

  if (!has_gone_back (candidate))
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

/**
 * mk_take_entries:
 * @taking: of a package whose entries were judged
 * @package: key of the package
 * @error: return location
 *
 * Puts what was not refused, and is newer than what is there, into the store.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_take_entries (MkTaking *taking,
                 gint64    package,
                 GError  **error)
{
  for (guint i = 0; i < taking->candidates->len; i++)
    {
      const MkCandidate *candidate = g_ptr_array_index (taking->candidates, i);

      if (!candidate->refused && !mk_candidate_is_older (taking, candidate) &&
          !(renew_carried (taking, candidate, error) &&
            put_candidate (taking, candidate, package, error)))
        return FALSE;
    }
  return TRUE;
}
