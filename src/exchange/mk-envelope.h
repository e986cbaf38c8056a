/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-identity.h"
#include "mk-package.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The limit of a package holds for the JSON inside; the seal around it adds a few KiB. */
#define MK_ENVELOPE_MOST_BYTES (MK_PACKAGE_MOST_BYTES + 65536)

/**
 * MkEnvelopeError:
 * @MK_ENVELOPE_ERROR_READING: the seal is damaged, of another form, or wrong
 * @MK_ENVELOPE_ERROR_RECIPIENT: it is sealed to somebody else
 * @MK_ENVELOPE_ERROR_FAILED: it could not be sealed
 * @MK_ENVELOPE_ERROR_NO_CERTIFICATE: none is pinned for a recipient
 *
 * Why a file was not opened or made. The sentences of the first two are Danish: they are reasons.
 */
typedef enum
{
  MK_ENVELOPE_ERROR_READING,
  MK_ENVELOPE_ERROR_RECIPIENT,
  MK_ENVELOPE_ERROR_FAILED,
  MK_ENVELOPE_ERROR_NO_CERTIFICATE
} MkEnvelopeError;

#define MK_ENVELOPE_ERROR (mk_envelope_error_quark ())

GQuark mk_envelope_error_quark (void);

gboolean mk_envelope_is_one (GBytes *file);
GBytes  *mk_envelope_seal   (GBytes           *package,
                             const MkIdentity *identity,
                             GBytes           *recipient,
                             GError          **error);
GBytes  *mk_envelope_open   (GBytes           *file,
                             const MkIdentity *identity,
                             GPtrArray       **signers,
                             GError          **error);

G_END_DECLS
