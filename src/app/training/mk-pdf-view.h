/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training/mk-pdf-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PDF_VIEW (mk_pdf_view_get_type ())

G_DECLARE_FINAL_TYPE (MkPdfView, mk_pdf_view, MK, PDF_VIEW, AdwBin)

MkPdfView *mk_pdf_view_new         (MkPdfDocument *document);
void       mk_pdf_view_begin       (MkPdfView    *self,
                                    MkPdfPicture *first);
void       mk_pdf_view_look_for    (MkPdfView  *self,
                                    const char *searched);
guint      mk_pdf_view_count_drawn (MkPdfView *self);

G_END_DECLS
