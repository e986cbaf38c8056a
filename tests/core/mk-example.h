/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char     *mk_example_path (const char *path);
JsonNode *mk_example_load (const char *name);

G_END_DECLS
