/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-enclose.h"

#include "mk-envelope.h"
#include "mk-envelopes.h"
#include "mk-filling.h"
#include "mk-packages-out.h"
#include "mk-pins.h"

#include <glib/gi18n.h>

/* From packages to sealed files, each for the certificate that is pinned for its recipient. */

static gboolean
refuse_without_pin (const char *recipients,
                    GError    **error)
{
  g_set_error (
      error, MK_ENVELOPE_ERROR, MK_ENVELOPE_ERROR_NO_CERTIFICATE,
      _ ("No certificate is trusted here for %s. Nothing was written, and nothing else was "
         "changed. Trust the certificate first, or send without a seal."),
      recipients);
  return FALSE;
}

/* Whether something goes to @partner; FALSE on error. */
static gboolean
find_out (MkDatabase      *database,
          const MkPartner *partner,
          gint64           from,
          gboolean        *has_something,
          GError         **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (MkFilling) filling = mk_filling_new (database, partner, NULL, NULL, error);
  g_autoptr (GPtrArray) packed = NULL;

  if (filling == NULL)
    return FALSE;
  packed = mk_package_out_to_send (database, filling->epoch.key, from, error);
  if (packed == NULL)
    return FALSE;
  *has_something = packed->len > 0 || mk_filling_next (filling, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
list_without_pin (MkDatabase *database,
                  gint64      from,
                  GString    *list,
                  GError    **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    {
      const MkPartner *partner = g_ptr_array_index (partners, i);
      g_autoptr (GError) local = NULL;
      g_autoptr (MkPin) pin = mk_pin_find (database, partner->id, &local);
      gboolean has_something = FALSE;

      if (pin != NULL)
        continue;
      if (local != NULL || !find_out (database, partner, from, &has_something, &local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (has_something)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", partner->id);
    }
  return partners != NULL;
}

/**
 * mk_enclose_is_possible:
 * @database: a store
 * @from: as in mk_export()
 * @error: return location
 *
 * Whether everybody to whom something goes has a certificate pinned here. Who has none is named by
 * its UUID, since names of people stay out of messages.
 *
 * Returns: %FALSE with %MK_ENVELOPE_ERROR_NO_CERTIFICATE, or on an error of the store
 */
gboolean
mk_enclose_is_possible (MkDatabase *database,
                        gint64      from,
                        GError    **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  return list_without_pin (database, from, list, error) &&
         (list->len == 0 || refuse_without_pin (list->str, error));
}

static GBytes *
seal_and_keep (MkDatabase  *database,
               const MkPin *pin,
               const char  *package_id,
               GBytes      *package,
               GError     **error)
{
  g_autoptr (MkIdentity) identity = mk_identity_get (database, error);
  g_autoptr (GBytes) file = NULL;

  if (identity == NULL)
    return NULL;
  file = mk_envelope_seal (package, identity, pin->certificate, error);
  if (file == NULL || !mk_envelopes_put (database, package_id, pin->fingerprint, file, error))
    return NULL;
  return g_steal_pointer (&file);
}

/**
 * mk_enclose:
 * @database: a store
 * @recipient: UUID of the partner
 * @package_id: UUID of a package that was packed for it
 * @epoch: key of the package's epoch
 * @number: of the package
 * @error: return location
 *
 * Seals a package, or finds it sealed already: the sealed file is kept before anybody gets it, so
 * that the same bytes go again.
 *
 * Returns: (transfer full): the bytes of the sealed file; %NULL on error
 */
GBytes *
mk_enclose (MkDatabase *database,
            const char *recipient,
            const char *package_id,
            gint64      epoch,
            gint64      number,
            GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (MkPin) pin = mk_pin_find (database, recipient, &local);
  g_autoptr (GBytes) package = NULL;
  GBytes *file = NULL;

  if (pin == NULL && local == NULL)
    refuse_without_pin (recipient, &local);
  if (local == NULL)
    file = mk_envelopes_find (database, package_id, pin->fingerprint, &local);
  if (file == NULL && local == NULL)
    package = mk_package_out_bytes (database, epoch, number, &local);
  if (package != NULL)
    file = seal_and_keep (database, pin, package_id, package, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return file;
}
