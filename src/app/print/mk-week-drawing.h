/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * MkWeekDrawing:
 *
 * Paragraphs laid out on pages, to be drawn on paper or in a file alike.
 */
typedef struct _MkWeekDrawing MkWeekDrawing;

MkWeekDrawing *mk_week_drawing_new     (GPtrArray    *paragraphs,
                                        PangoContext *context,
                                        double        width,
                                        double        height);
int            mk_week_drawing_n_pages (MkWeekDrawing *self);
void           mk_week_drawing_draw    (MkWeekDrawing *self,
                                        cairo_t       *cairo,
                                        int            page);
void           mk_week_drawing_free    (MkWeekDrawing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkWeekDrawing, mk_week_drawing_free)

G_END_DECLS
