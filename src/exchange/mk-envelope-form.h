/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mk_envelope_form_is_der  (GBytes *bytes);
gboolean mk_envelope_form_is_auth (GBytes *bytes);

G_END_DECLS
