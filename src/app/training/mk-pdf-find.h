/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <poppler.h>

G_BEGIN_DECLS

/**
 * MkPdfPlace:
 * @page: from 0
 * @marks: (element-type graphene_rect_t): where the words stand on it, in parts of its width and its
 *   height from the upper left corner; the upper ones first
 *
 * Where words were found.
 */
typedef struct
{
  guint   page;
  GArray *marks;
} MkPdfPlace;

void mk_pdf_place_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPdfPlace, mk_pdf_place_free)

typedef struct _MkPdfFinding MkPdfFinding;

MkPdfFinding *mk_pdf_finding_new  (const char *searched);
gboolean      mk_pdf_finding_look (MkPdfFinding    *self,
                                   PopplerDocument *document);
MkPdfPlace   *mk_pdf_finding_end  (MkPdfFinding    *self,
                                   PopplerDocument *document);
void          mk_pdf_finding_free (gpointer data);

G_END_DECLS
