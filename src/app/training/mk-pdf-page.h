/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training/mk-pdf-document.h"

G_BEGIN_DECLS

#define MK_TYPE_PDF_PAGE (mk_pdf_page_get_type ())

G_DECLARE_FINAL_TYPE (MkPdfPage, mk_pdf_page, MK, PDF_PAGE, GtkWidget)

MkPdfPage *mk_pdf_page_new       (MkPdfDocument *document,
                                  guint          number,
                                  double         ratio);
void       mk_pdf_page_show      (MkPdfPage    *self,
                                  MkPdfPicture *picture);
void       mk_pdf_page_set_marks (MkPdfPage *self,
                                  GArray    *marks);
GArray    *mk_pdf_page_get_marks (MkPdfPage *self);
void       mk_pdf_page_set_shown (MkPdfPage *self,
                                  gboolean   is_shown);
gboolean   mk_pdf_page_is_drawn  (MkPdfPage *self);

G_END_DECLS
