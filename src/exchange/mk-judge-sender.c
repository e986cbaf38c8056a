/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-buddies.h"
#include "mk-taking.h"

#include "records/mk-receipt.h"

/* Section 5 of the exchange contract, step 2: whom a package is from, and whether it is for us. */

/* A buddy that was started here tells its id by its first package, which holds the receipt for what
 * it was started with. */
static MkPartner *
find_by_receipt (MkTaking *taking,
                 GError  **error)
{
  for (guint i = 0; i < taking->candidates->len; i++)
    {
      MkCandidate *candidate = g_ptr_array_index (taking->candidates, i);
      MkJsonValue data = mk_json_member (candidate->data, "data");
      const char *package_id = mk_json_text (mk_json_member (data, "pakkeId"));
      const char *sha256 = mk_json_text (mk_json_member (data, "sha256"));
      const char *status = mk_json_text (mk_json_member (data, "status"));
      g_autoptr (GError) local = NULL;
      MkPartner *partner = NULL;

      /* Somebody else may refuse what went to the wrong one; only the right one takes it. */
      if (g_strcmp0 (candidate->key->type, mk_receipt_type.name) == 0 && package_id != NULL &&
          sha256 != NULL && g_strcmp0 (status, MK_RECEIPT_REFUSED) != 0)
        partner = mk_partner_find_by_receipt (taking->database, package_id, sha256, &local);
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      if (partner != NULL || local != NULL)
        return partner;
    }
  return NULL;
}

/* A buddy that was started here is known by the receipt in its package, else by a person's yes. */
static MkPartner *
find_started (MkTaking *taking,
              GError  **error)
{
  const MkPart *sender = taking->header->sender;
  g_autoptr (GError) local = NULL;
  MkPartner *started;

  if (mk_taking_is_decided (taking) || mk_role_from_name (sender->role) != MK_ROLE_BUDDY)
    return NULL;
  started = find_by_receipt (taking, &local);
  if (started == NULL && local == NULL && taking->partner == NULL && taking->accepts)
    started = mk_buddy_guess (taking->database, sender->name, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return started;
}

/**
 * mk_judge_find_sender:
 * @taking: with its header, as far as that could be read
 * @error: return location
 *
 * Finds the partner that the package is from, and the buddy started here that it turns out to be.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_judge_find_sender (MkTaking *taking,
                      GError  **error)
{
  const MkPart *sender = taking->header != NULL ? taking->header->sender : NULL;
  g_autoptr (GError) local = NULL;

  if (sender == NULL || sender->id == NULL)
    return TRUE;
  taking->partner = mk_partner_find (taking->database, sender->id, &local);
  if (local == NULL)
    taking->started = find_started (taking, &local);
  if (local == NULL && taking->partner == NULL && taking->started != NULL)
    taking->partner = mk_partner_find (taking->database, taking->started->id, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_judge_sender:
 * @taking: whose header is without fault
 * @error: return location
 *
 * Step 2, `afsender`.
 *
 * Returns: %TRUE
 */
gboolean
mk_judge_sender (MkTaking *taking,
                 GError  **error G_GNUC_UNUSED)
{
  const MkPart *sender = taking->header->sender;

  if (g_str_equal (sender->id, taking->self->id))
    mk_verdict_refuse (taking->verdict, MK_CODE_SENDER, "/afsender/id",
                       "Pakken er sendt herfra og kan ikke hentes her.");
  else if (taking->partner == NULL && !taking->accepts)
    {
      mk_verdict_refuse (
          taking->verdict, MK_CODE_SENDER, "/afsender",
          "Afsenderen er ikke kendt her. Se navn, rolle og CVR-nummer, og sig ja til "
          "afsenderen, før pakken bliver hentet.");
      taking->verdict->asks = TRUE;
    }
  else if (taking->partner != NULL && taking->partner->role != mk_role_from_name (sender->role))
    mk_verdict_refuse (taking->verdict, MK_CODE_SENDER, "/afsender/rolle",
                       "Afsenderen er kendt her med en anden rolle.");
  return TRUE;
}

/**
 * mk_judge_recipient:
 * @taking: whose header is without fault
 * @error: return location
 *
 * Step 2, `modtager`.
 *
 * Returns: %TRUE
 */
gboolean
mk_judge_recipient (MkTaking *taking,
                    GError  **error G_GNUC_UNUSED)
{
  const MkPart *recipient = taking->header->recipient;
  const char *place = NULL;

  if (recipient->id != NULL)
    place = g_str_equal (recipient->id, taking->self->id) ? NULL : "/modtager/id";
  else if (mk_role_from_name (recipient->role) != taking->self->role)
    place = "/modtager/rolle";
  else if (recipient->cvr_number != NULL && taking->self->cvr_number != NULL &&
           !g_str_equal (recipient->cvr_number, taking->self->cvr_number))
    place = "/modtager/cvrNummer";
  if (place != NULL)
    mk_verdict_refuse (taking->verdict, MK_CODE_RECIPIENT, place,
                       "Pakken er til en anden modtager end denne installation.");
  return TRUE;
}
