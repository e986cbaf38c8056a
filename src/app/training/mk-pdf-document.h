/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training/mk-pdf-find.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MK_TYPE_PDF_DOCUMENT (mk_pdf_document_get_type ())

G_DECLARE_FINAL_TYPE (MkPdfDocument, mk_pdf_document, MK, PDF_DOCUMENT, GObject)

/**
 * MkPdfPicture:
 * @texture: what is printed on the page, without its white
 * @ratio: its height to its width
 *
 * A page that was drawn.
 */
typedef struct
{
  GdkTexture *texture;
  double      ratio;
} MkPdfPicture;

MkPdfDocument *mk_pdf_document_new         (GBytes *bytes);
GBytes        *mk_pdf_document_get_bytes   (MkPdfDocument *self);
guint          mk_pdf_document_n_pages     (MkPdfDocument *self);
void           mk_pdf_document_draw_async  (MkPdfDocument      *self,
                                            guint               page,
                                            int                 width,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
MkPdfPicture  *mk_pdf_document_draw_finish (MkPdfDocument *self,
                                            GAsyncResult  *result,
                                            GError       **error);
void           mk_pdf_document_read_async  (MkPdfDocument      *self,
                                            guint               page,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
char          *mk_pdf_document_read_finish (MkPdfDocument *self,
                                            GAsyncResult  *result,
                                            GError       **error);
void           mk_pdf_document_find_async  (MkPdfDocument      *self,
                                            const char         *searched,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
MkPdfPlace    *mk_pdf_document_find_finish (MkPdfDocument *self,
                                            GAsyncResult  *result,
                                            GError       **error);
void           mk_pdf_picture_free         (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPdfPicture, mk_pdf_picture_free)

G_END_DECLS
