/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

G_BEGIN_DECLS

/**
 * MkPin:
 * @fingerprint: SHA-256 of @certificate, as mk_certificate_fingerprint() writes it
 * @certificate: in DER
 *
 * The certificate that a person vouches for as that of one installation.
 */
typedef struct
{
  char   *fingerprint;
  GBytes *certificate;
} MkPin;

char    *mk_pin_put    (MkDatabase *database,
                        const char *id,
                        GBytes     *certificate,
                        GError    **error);
MkPin   *mk_pin_find   (MkDatabase *database,
                        const char *id,
                        GError    **error);
gboolean mk_pin_exists (MkDatabase *database,
                        const char *fingerprint,
                        gboolean   *exists,
                        GError    **error);
gboolean mk_pin_move   (MkDatabase *database,
                        const char *old_id,
                        const char *id,
                        GError    **error);
void     mk_pin_free   (MkPin *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPin, mk_pin_free)

G_END_DECLS
