/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *mk_paper_print_new (const MkPaperKind *kind,
                                       gpointer           content,
                                       const char        *job_name);

G_END_DECLS
