/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-database.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *mk_person_read (MkDatabase *database,
                          const char *placement,
                          GError    **error);

G_END_DECLS
