/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *mk_refusal_title           (const GError *error);
gboolean    mk_refusal_is_about_secret (const GError *error);

G_END_DECLS
