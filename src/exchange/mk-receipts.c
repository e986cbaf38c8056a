/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-format.h"
#include "mk-own-records.h"
#include "mk-packages-out.h"
#include "mk-taking.h"

#include "records/mk-receipt.h"

/* Receipts both ways (exchange contract, section 5, "Taking ends in a receipt"). */

static gboolean
holds_more_than_receipts (const MkTaking *taking)
{
  for (guint i = 0; i < taking->candidates->len; i++)
    {
      const MkCandidate *candidate = g_ptr_array_index (taking->candidates, i);

      if (candidate->type != &mk_receipt_type)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_answered (MkTaking *taking,
             gboolean *answered,
             GError  **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (taking->database, "receipt-exists", taking->verdict->package_id,
                         taking->verdict->sha256, taking->verdict->code, taking->partner->id);
  g_autoptr (GError) local = NULL;

  *answered = mk_statement_step (statement, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Whether the contract wants a receipt for what became of this package. */
static gboolean
wants_answer (MkTaking *taking,
              gboolean *wants,
              GError  **error)
{
  const MkVerdict *verdict = taking->verdict;
  gboolean answered = FALSE;

  *wants = FALSE;
  if (taking->partner == NULL || taking->is_badly_sealed || verdict->package_id == NULL ||
      mk_format_judge_uuid (verdict->package_id) != MK_FORMAT_GOOD)
    return TRUE;
  if (verdict->status != MK_VERDICT_REFUSED)
    *wants = holds_more_than_receipts (taking);
  else if (!g_str_equal (verdict->code, MK_CODE_READING))
    {
      if (!is_answered (taking, &answered, error))
        return FALSE;
      *wants = !answered;
    }
  return TRUE;
}

static void
write_entries (const MkVerdict *verdict,
               MkReceiptData   *receipt)
{
  if (mk_verdict_n_refused (verdict) == 0)
    return;
  receipt->entries = g_ptr_array_new ();
  for (guint i = 0; i < verdict->entries->len; i++)
    {
      const MkVerdictEntry *refused = g_ptr_array_index (verdict->entries, i);
      MkReceiptEntry *entry;

      if (g_str_equal (refused->code, MK_CODE_UNKNOWN))
        continue;
      entry = g_new0 (MkReceiptEntry, 1);
      entry->id = g_strdup (refused->id);
      entry->revision = refused->revision;
      entry->code = g_strdup (refused->code);
      entry->reason = g_strdup (refused->reason);
      g_ptr_array_add (receipt->entries, entry);
    }
}

static MkReceiptData *
write_receipt (const MkTaking *taking)
{
  const MkVerdict *verdict = taking->verdict;
  MkReceiptData *receipt = mk_shape_new (mk_receipt_type.shape);

  receipt->package_id = g_strdup (verdict->package_id);
  receipt->sha256 = g_strdup (verdict->sha256);
  if (verdict->number >= 1 && verdict->number <= MK_INTEGER_MAX)
    receipt->number = verdict->number;
  receipt->status = g_strdup (mk_verdict_status_name (verdict->status));
  receipt->recipient = g_strdup (taking->partner->id);
  if (verdict->status == MK_VERDICT_REFUSED)
    {
      receipt->code = g_strdup (verdict->code);
      receipt->reason = g_strdup (verdict->reason);
      if (g_str_equal (verdict->code, MK_CODE_EPOCH))
        receipt->epoch = g_strdup (taking->present.id);
    }
  else
    write_entries (verdict, receipt);
  return receipt;
}

/**
 * mk_receipt_answer:
 * @taking: of a package that was taken or refused
 * @error: return location
 *
 * Writes the receipt that goes back with the next package, where the contract wants one.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_receipt_answer (MkTaking *taking,
                   GError  **error)
{
  g_autoptr (MkSaved) saved = NULL;
  MkReceiptData *receipt;
  gboolean wants;

  if (!wants_answer (taking, &wants, error))
    return FALSE;
  if (!wants)
    return TRUE;
  receipt = write_receipt (taking);
  saved = mk_own_record_save (taking->database, &mk_receipt_type, NULL, receipt, error);
  mk_shape_free (mk_receipt_type.shape, receipt);
  return saved != NULL;
}

static gboolean
refuse_entries (MkDatabase          *database,
                gint64               package,
                const MkReceiptData *receipt,
                GError             **error)
{
  for (guint i = 0; receipt->entries != NULL && i < receipt->entries->len; i++)
    {
      const MkReceiptEntry *entry = g_ptr_array_index (receipt->entries, i);

      if (!mk_package_out_refuse (database, package, entry->id, entry->revision, entry->code,
                                  entry->reason, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mk_receipt_receive:
 * @database: a store, in a transaction
 * @partner: key of the partner that wrote the receipt
 * @content: an MkReceiptData
 * @error: return location
 *
 * Lets a receipt move the package that it answers. It counts only for the very bytes sent in the
 * present epoch, and `modtaget` and `delvist` are final.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_receipt_receive (MkDatabase   *database,
                    gint64        partner,
                    gconstpointer content,
                    GError      **error)
{
  const MkReceiptData *receipt = content;
  gint64 package;
  gboolean is_final;

  if (!mk_package_out_find (database, partner, receipt->package_id, receipt->sha256, &package,
                            &is_final, error))
    return FALSE;
  if (package == 0 || is_final)
    return TRUE;
  /* The other end goes on with an epoch that this one forgot, say by a restore: the next one that a
   * person begins names it among those it replaces. */
  if (g_strcmp0 (receipt->code, MK_CODE_EPOCH) == 0 && receipt->epoch != NULL &&
      !mk_epoch_bar (database, partner, MK_DIRECTION_OUT, receipt->epoch, error))
    return FALSE;
  return mk_package_out_receive (database, package, receipt->status, receipt->code, receipt->reason,
                                 error) &&
         (!g_str_equal (receipt->status, MK_RECEIPT_PARTLY) ||
          refuse_entries (database, package, receipt, error));
}
