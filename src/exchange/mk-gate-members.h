/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <yyjson.h>

G_BEGIN_DECLS

gboolean mk_gate_members_repeat (yyjson_val *object);
gboolean mk_gate_members_equal  (yyjson_val *a,
                                 yyjson_val *b);

G_END_DECLS
