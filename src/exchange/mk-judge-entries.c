/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-taking.h"

#include "records/mk-assignment.h"
#include "records/mk-receipt.h"
#include "records/mk-support-request.h"

/* Section 5 of the exchange contract, step 7: each entry by itself. */

static void
refuse (MkTaking    *taking,
        MkCandidate *candidate,
        const char  *code,
        const char  *reason)
{
  candidate->refused = TRUE;
  mk_verdict_add_entry (taking->verdict, candidate->key->type, candidate->key->id,
                        candidate->key->revision, code, reason);
}

static const char *
writer_of (const MkTaking    *taking,
           const MkCandidate *candidate)
{
  return candidate->rest->origin != NULL ? candidate->rest->origin : taking->header->sender->id;
}

static gboolean
is_carried (const MkTaking    *taking,
            const MkCandidate *candidate)
{
  return !g_str_equal (writer_of (taking, candidate), taking->header->sender->id);
}

/* felt, vaerdi */

static void
judge_receipt_rules (const MkCandidate *candidate,
                     const char        *pointer,
                     MkFaults          *faults)
{
  if (candidate->type == &mk_receipt_type && (candidate->deletes || candidate->key->revision != 1))
    mk_faults_add (faults, MK_CODE_VALUE, pointer,
                   "En kvittering er altid ny: revision 1 og handling »gem«.");
}

static void
judge_data (MkCandidate *candidate,
            MkJsonValue  data,
            const char  *pointer,
            MkFaults    *faults)
{
  g_autofree char *place = g_strdup_printf ("%s/data", pointer);
  MkJsonKind kind = mk_json_kind (data);

  if (candidate->deletes && kind != MK_JSON_NONE)
    mk_faults_add (faults, MK_CODE_FIELD, place, "»data« må ikke stå i en post, der sletter.");
  else if (!candidate->deletes && kind == MK_JSON_NONE)
    mk_faults_add (faults, MK_CODE_FIELD, place, "»data« mangler.");
  else if (!candidate->deletes && kind != MK_JSON_OBJECT)
    mk_faults_add (faults, MK_CODE_FIELD, place, "»data« skal være et objekt.");
  else if (!candidate->deletes && candidate->type != NULL)
    candidate->content =
        mk_shape_read (candidate->type->shape, data, MK_READ_PUBLIC, place, faults);
}

static void
judge_form (MkTaking    *taking,
            MkCandidate *candidate,
            guint        index)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autofree char *pointer = g_strdup_printf ("/poster/%u", index);
  MkJsonValue entry = candidate->data;
  const MkFault *first;

  candidate->type = mk_record_type_find_travelling (candidate->key->type);
  candidate->rest = mk_shape_read (&mk_entry_rest_shape, entry, MK_READ_PUBLIC, pointer, faults);
  candidate->deletes = g_strcmp0 (candidate->rest->action, MK_ACTION_DELETE) == 0;
  candidate->data = mk_json_member (entry, "data");
  /* Without an action nobody can say whether there should be data. */
  if (candidate->rest->action != NULL)
    judge_data (candidate, candidate->data, pointer, faults);
  judge_receipt_rules (candidate, pointer, faults);
  first = mk_faults_first (faults);
  if (first != NULL)
    {
      g_autofree char *reason = g_strdup_printf ("%s (%s)", first->reason, first->pointer);

      refuse (taking, candidate, first->code, reason);
    }
}

/* skribent, type */

static gboolean
may_write (const MkTaking    *taking,
           const MkCandidate *candidate)
{
  MkRole sender = mk_role_from_name (taking->header->sender->role);
  MkRole writers = candidate->type != NULL ? candidate->type->writers : MK_ROLE_ANY;

  /* Who is with whom is the leader's to say, of a buddy that has one. */
  if (candidate->type == &mk_assignment_type && sender == MK_ROLE_BUDDY)
    return FALSE;
  if (!is_carried (taking, candidate))
    return (writers & sender) != 0;
  if (g_str_equal (writer_of (taking, candidate), taking->self->id) || sender != MK_ROLE_LEADER)
    return FALSE;
  /* A leader carries downward what those above wrote; a receipt is never carried. */
  return candidate->type != &mk_receipt_type && (writers & MK_ROLE_AUTHORITY) != 0;
}

static void
judge_writer (MkTaking    *taking,
              MkCandidate *candidate)
{
  if (!may_write (taking, candidate))
    refuse (taking, candidate, MK_CODE_WRITER,
            "Afsenderen må ikke skrive eller videresende denne type.");
  else if (candidate->known != NULL &&
           !g_str_equal (candidate->known->writer, writer_of (taking, candidate)))
    refuse (taking, candidate, MK_CODE_WRITER, "Posten er skrevet af en anden.");
  else if (candidate->known != NULL && !g_str_equal (candidate->known->type, candidate->key->type))
    refuse (taking, candidate, MK_CODE_TYPE, "Posten havde en anden type før.");
}

/* reference */

static gboolean
names_a_record (MkTaking   *taking,
                GHashTable *arriving,
                const char *id,
                const char *type,
                gboolean   *names,
                GError    **error)
{
  const char *arriving_type = g_hash_table_lookup (arriving, id);

  *names = g_strcmp0 (arriving_type, type) == 0;
  return *names || mk_record_is_of (taking->database, id, type, names, error);
}

static gboolean
judge_references (MkTaking    *taking,
                  MkCandidate *candidate,
                  GHashTable  *arriving,
                  GError     **error)
{
  if (candidate->content == NULL)
    return TRUE;
  for (guint i = 0; i < candidate->type->shape->n_fields && !candidate->refused; i++)
    {
      const MkField *field = &candidate->type->shape->fields[i];
      const char *id;
      gboolean names = TRUE;

      if (field->refers_to == NULL)
        continue;
      id = *(char *const *) (gconstpointer) ((const char *) candidate->content + field->offset);
      if (id != NULL && !names_a_record (taking, arriving, id, field->refers_to, &names, error))
        return FALSE;
      if (!names)
        {
          g_autofree char *reason =
              g_strdup_printf ("»%s« peger på en post, som ikke findes her.", field->name);

          refuse (taking, candidate, MK_CODE_REFERENCE, reason);
        }
    }
  return TRUE;
}

/* A new request asks for something that its card offers. */
static gboolean
judge_service (MkTaking    *taking,
               MkCandidate *candidate,
               GError     **error)
{
  const MkSupportRequestData *request = candidate->content;
  gboolean offers;

  if (candidate->type != &mk_support_request_type || request == NULL || candidate->known != NULL)
    return TRUE;
  if (!mk_card_offers (taking->database, request->card_id, request->service, &offers, error))
    return FALSE;
  if (!offers)
    refuse (taking, candidate, MK_CODE_REFERENCE,
            "»ydelse« er ikke en af de ydelser, som klippekortet giver.");
  return TRUE;
}

/* revision */

static gboolean
is_same_content (const MkCandidate *candidate)
{
  const MkVersion *known = candidate->known;

  if (known->deleted || candidate->deletes)
    return known->deleted == candidate->deletes;
  return mk_gate_is_equal (candidate->data, known->data);
}

static void
judge_revision (MkTaking    *taking,
                MkCandidate *candidate)
{
  const MkVersion *known = candidate->known;

  if (known != NULL && taking->partner != NULL && known->partner == taking->partner->key &&
      known->epoch == taking->epoch.key && known->revision == candidate->key->revision &&
      !is_same_content (candidate))
    refuse (taking, candidate, MK_CODE_REVISION,
            "Den samme revision er kommet før med et andet indhold.");
}

static gboolean
find_known (MkTaking    *taking,
            MkCandidate *candidate,
            GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (MkPartner) writer = NULL;

  candidate->known = mk_record_find (taking->database, candidate->key->id, &local);
  if (candidate->known != NULL && is_carried (taking, candidate))
    writer = mk_partner_find (taking->database, candidate->known->writer, &local);
  candidate->from_writer = writer != NULL && writer->key == candidate->known->partner;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_candidate_is_older:
 * @taking: of its package
 * @candidate: an entry that was not refused
 *
 * Returns: whether the store keeps the version that it has: it is newer, or the same, or came
 *   straight from the writer when this one is only carried
 */
gboolean
mk_candidate_is_older (const MkTaking    *taking,
                       const MkCandidate *candidate)
{
  const MkVersion *known = candidate->known;

  if (known == NULL)
    return FALSE;
  if (taking->partner != NULL && known->partner == taking->partner->key)
    return known->epoch == taking->epoch.key && known->revision >= candidate->key->revision;
  return is_carried (taking, candidate) &&
         (candidate->from_writer || known->revision >= candidate->key->revision);
}

/**
 * mk_judge_writers:
 * @taking: of a package that is taken as a whole, but for what it removes
 * @error: return location
 *
 * Judges each entry by itself, `felt` to `type`.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_judge_writers (MkTaking *taking,
                  GError  **error)
{
  for (guint i = 0; i < taking->candidates->len; i++)
    {
      MkCandidate *candidate = g_ptr_array_index (taking->candidates, i);

      judge_form (taking, candidate, i);
      if (!find_known (taking, candidate, error))
        return FALSE;
      if (!candidate->refused)
        judge_writer (taking, candidate);
    }
  return TRUE;
}

/**
 * mk_judge_entries:
 * @taking: of a package that is taken as a whole, judged by mk_judge_writers()
 * @error: return location
 *
 * Judges each entry together with the rest, and writes in the verdict which are refused alone and which are of a type
 * that this version does not know.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_judge_entries (MkTaking *taking,
                  GError  **error)
{
  g_autoptr (GHashTable) arriving = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < taking->candidates->len; i++)
    {
      const MkCandidate *candidate = g_ptr_array_index (taking->candidates, i);

      if (!candidate->refused)
        g_hash_table_insert (arriving, candidate->key->id, candidate->key->type);
    }
  for (guint i = 0; i < taking->candidates->len; i++)
    {
      MkCandidate *candidate = g_ptr_array_index (taking->candidates, i);

      if (!candidate->refused && !judge_references (taking, candidate, arriving, error))
        return FALSE;
      if (!candidate->refused && !judge_service (taking, candidate, error))
        return FALSE;
      if (!candidate->refused)
        judge_revision (taking, candidate);
      if (!candidate->refused && candidate->type == NULL)
        mk_verdict_add_entry (taking->verdict, candidate->key->type, candidate->key->id,
                              candidate->key->revision, MK_CODE_UNKNOWN,
                              "Typen er ikke kendt i denne udgave. Posten er gemt.");
    }
  if (mk_verdict_n_refused (taking->verdict) > 0)
    taking->verdict->status = MK_VERDICT_PARTLY;
  return TRUE;
}
