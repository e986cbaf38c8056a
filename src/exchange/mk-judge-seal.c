/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-digest.h"
#include "mk-envelope.h"
#include "mk-packages-in.h"
#include "mk-pins.h"
#include "mk-taking.h"

/* Section 8 of the exchange contract: the seal is judged before the JSON is read, and its signer once
 * the sender can be read. A fault of the seal gets no receipt: nobody has shown who sent it. */

static void
refuse (MkTaking   *taking,
        const char *code,
        const char *pointer,
        const char *reason)
{
  taking->is_badly_sealed = TRUE;
  mk_verdict_refuse (taking->verdict, code, pointer, "%s", reason);
}

static gboolean
judge_signers (MkTaking *taking,
               GError  **error)
{
  for (guint i = 0; i < taking->signers->len; i++)
    {
      gboolean is_pinned;

      if (!mk_pin_exists (taking->database, g_ptr_array_index (taking->signers, i), &is_pinned,
                          error))
        return FALSE;
      if (!is_pinned)
        refuse (taking, MK_CODE_SENDER, NULL,
                "Filen er underskrevet med et certifikat, som ikke er kendt her. Bed afsenderen om "
                "certifikatet, og tilføj det, før filen bliver hentet.");
    }
  return TRUE;
}

/* From here on the package is what was inside, and so is its hash, of which receipts speak. */
static void
use_opened (MkTaking *taking,
            GBytes   *opened)
{
  taking->opened = opened;
  taking->bytes = opened;
  g_free (taking->verdict->sha256);
  taking->verdict->sha256 = mk_sha256 (opened);
}

/**
 * mk_judge_seal:
 * @taking: with the bytes of a file
 * @error: return location
 *
 * Opens a sealed file, told by its content, and goes on with what is inside. A plain one stays.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_judge_seal (MkTaking *taking,
               GError  **error)
{
  g_autoptr (MkIdentity) identity = NULL;
  g_autoptr (GBytes) opened = NULL;
  g_autoptr (GError) problem = NULL;

  if (!mk_envelope_is_one (taking->bytes))
    return TRUE;
  taking->sealed = taking->bytes;
  identity = mk_identity_find (taking->database, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  opened = mk_envelope_open (taking->bytes, identity, &taking->signers, &problem);
  if (opened == NULL)
    {
      refuse (taking,
              g_error_matches (problem, MK_ENVELOPE_ERROR, MK_ENVELOPE_ERROR_RECIPIENT)
                  ? MK_CODE_RECIPIENT
                  : MK_CODE_READING,
              NULL, problem->message);
      return TRUE;
    }
  if (!judge_signers (taking, error))
    return FALSE;
  if (!mk_taking_is_decided (taking))
    use_opened (taking, g_steal_pointer (&opened));
  return TRUE;
}

/* A buddy that was started here may be pinned by the id that it was given. */
static gboolean
find_pin (MkTaking *taking,
          MkPin   **pin,
          GError  **error)
{
  g_autoptr (GError) local = NULL;

  *pin = mk_pin_find (taking->database, taking->header->sender->id, &local);
  if (*pin == NULL && local == NULL && taking->started != NULL)
    *pin = mk_pin_find (taking->database, taking->started->id, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* How the package came: now, or when it began to wait. */
static gboolean
find_seal (MkTaking *taking,
           GError  **error)
{
  g_autoptr (GError) local = NULL;

  if (taking->signers != NULL)
    taking->seal = g_strdup (g_ptr_array_index (taking->signers, 0));
  else if (taking->verdict->file == NULL && taking->partner != NULL)
    taking->seal =
        mk_waiting_seal (taking->database, taking->partner->key, taking->verdict->sha256, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (taking->accepts && (taking->seal == NULL || g_str_equal (taking->seal, MK_SEAL_PLAIN)))
    g_set_str (&taking->seal, MK_SEAL_ACCEPTED);
  else if (taking->seal == NULL)
    taking->seal = g_strdup (MK_SEAL_PLAIN);
  return TRUE;
}

static gboolean
all_are (const GPtrArray *signers,
         const char      *fingerprint)
{
  for (guint i = 0; signers != NULL && i < signers->len; i++)
    if (!g_str_equal (g_ptr_array_index (signers, i), fingerprint))
      return FALSE;
  return TRUE;
}

static void
judge_plain (MkTaking    *taking,
             const MkPin *pin)
{
  if (pin == NULL || mk_taking_is_decided (taking))
    return;
  mk_verdict_refuse (taking->verdict, MK_CODE_SENDER, "/afsender",
                     "Pakken er ikke forseglet, selv om afsenderens certifikat er kendt her. Spørg "
                     "afsenderen, og sig ja, hvis det er rigtigt.");
  taking->verdict->asks = TRUE;
  taking->verdict->lacks_seal = TRUE;
}

/**
 * mk_judge_signer:
 * @taking: with its header, as far as that could be read, and its sender
 * @error: return location
 *
 * Whether a sealed file was signed by the very one it says it is from, which comes before every
 * other fault of it, and whether a plain one should have been sealed.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_judge_signer (MkTaking *taking,
                 GError  **error)
{
  g_autoptr (MkPin) pin = NULL;

  if (taking->header == NULL || taking->header->sender == NULL ||
      taking->header->sender->id == NULL)
    return TRUE;
  if (!find_pin (taking, &pin, error) || !find_seal (taking, error))
    return FALSE;
  if (g_str_equal (taking->seal, MK_SEAL_PLAIN))
    judge_plain (taking, pin);
  else if (!g_str_equal (taking->seal, MK_SEAL_ACCEPTED) &&
           (pin == NULL || !g_str_equal (taking->seal, pin->fingerprint) ||
            !all_are (taking->signers, pin->fingerprint)))
    refuse (taking, MK_CODE_SENDER, "/afsender/id",
            "Pakken er underskrevet med et andet certifikat end det, der er kendt for afsenderen.");
  return TRUE;
}
