/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "today/mk-day-reading.h"

#include <gio/gio.h>

G_BEGIN_DECLS

const char *mk_reminding_words    (const GPtrArray *prompts);
void        mk_reminding_consider (GApplication       *application,
                                   GSettings          *settings,
                                   const MkDayReading *day);

G_END_DECLS
