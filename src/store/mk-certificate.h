/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than any certificate of the contract needs, in either form. */
#define MK_CERTIFICATE_MOST_BYTES 16384

GBytes *mk_certificate_read        (GBytes  *file,
                                    GError **error);
char   *mk_certificate_fingerprint (GBytes *certificate);
GBytes *mk_certificate_to_pem      (GBytes *certificate);

G_END_DECLS
