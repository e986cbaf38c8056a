/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-pdf-document.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>

/**
 * MkPdfDocument:
 *
 * A PDF in memory, whose pages are drawn on a thread of its own: poppler is not safe on two at once.
 * Main thread; whoever asks for a page gets it when it is drawn.
 */
struct _MkPdfDocument
{
  GObject parent_instance;

  GBytes          *bytes;
  GThreadPool     *thread; /* of one, so that pages come in the order they were asked for */
  PopplerDocument *document; /* of that thread alone, or NULL before the first page */
  guint            n_pages; /* 0 before the first page */
};

/* More is no page that somebody sees on a screen. */
#define MOST_WIDTH 4096
#define MOST_RATIO 20.0

G_DEFINE_FINAL_TYPE (MkPdfDocument, mk_pdf_document, G_TYPE_OBJECT)

/* A page that was asked for. */
typedef struct
{
  guint page;
  int   width;
} Asked;

/**
 * mk_pdf_picture_free:
 * @data: (nullable): an MkPdfPicture
 */
void
mk_pdf_picture_free (gpointer data)
{
  MkPdfPicture *self = data;

  if (self == NULL)
    return;
  g_clear_object (&self->texture);
  g_free (self->text);
  g_free (self);
}

/* On the thread of the document */

static void
tell_why (const GError *from,
          GError      **error)
{
  const char *words = g_error_matches (from, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                          ? _ ("This PDF is locked with a password. Ask whoever sent it for one "
                               "without.")
                          : _ ("This PDF is damaged and can’t be shown. Ask whoever sent it to "
                               "send it again.");

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, words);
}

static gboolean
open (MkPdfDocument *self,
      GError       **error)
{
  g_autoptr (GError) local = NULL;

  if (self->document != NULL)
    return TRUE;
  self->document = poppler_document_new_from_bytes (self->bytes, NULL, &local);
  if (self->document != NULL && poppler_document_get_n_pages (self->document) > 0)
    return TRUE;
  g_clear_object (&self->document);
  tell_why (local, error);
  return FALSE;
}

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_surface_flush (surface);
  pixels =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy,
                                  cairo_surface_reference (surface));
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, stride);
}

static cairo_surface_t *
draw (PopplerPage *page,
      int          width,
      int          height,
      double       scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  return surface;
}

static MkPdfPicture *
picture_new (PopplerPage *page,
             int          wanted)
{
  MkPdfPicture *picture = g_new0 (MkPdfPicture, 1);
  int width = CLAMP (wanted, 1, MOST_WIDTH);
  double page_width, page_height;
  cairo_surface_t *surface;

  poppler_page_get_size (page, &page_width, &page_height);
  picture->ratio =
      page_width > 0 ? CLAMP (page_height / page_width, 1 / MOST_RATIO, MOST_RATIO) : 1;
  surface = draw (page, width, MAX (1, (int) MIN (width * picture->ratio, 2 * MOST_WIDTH)),
                  width / MAX (page_width, 1));
  picture->texture = texture_of (surface);
  picture->text = poppler_page_get_text (page);
  cairo_surface_destroy (surface);
  return picture;
}

static void
draw_func (gpointer data,
           gpointer user_data)
{
  g_autoptr (GTask) task = data;
  MkPdfDocument *self = g_task_get_source_object (task);
  const Asked *asked = g_task_get_task_data (task);
  PopplerPage *page;
  GError *error = NULL;

  /* Pages that were scrolled past are not drawn. */
  if (g_task_return_error_if_cancelled (task))
    return;
  if (!open (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_atomic_int_set (&self->n_pages, (guint) poppler_document_get_n_pages (self->document));
  page = poppler_document_get_page (self->document, (int) asked->page);
  if (page == NULL)
    {
      tell_why (NULL, &error);
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task, picture_new (page, asked->width), mk_pdf_picture_free);
  g_object_unref (page);
}

/* MkPdfDocument */

static void
mk_pdf_document_finalize (GObject *object)
{
  MkPdfDocument *self = MK_PDF_DOCUMENT (object);

  /* No task is left: each of them holds the document. */
  g_thread_pool_free (self->thread, FALSE, FALSE);
  g_clear_object (&self->document);
  g_bytes_unref (self->bytes);

  G_OBJECT_CLASS (mk_pdf_document_parent_class)->finalize (object);
}

static void
mk_pdf_document_class_init (MkPdfDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_pdf_document_finalize;
}

static void
mk_pdf_document_init (MkPdfDocument *self)
{
  self->thread = g_thread_pool_new_full (draw_func, NULL, NULL, 1, FALSE, NULL);
}

/**
 * mk_pdf_document_new:
 * @bytes: a PDF, or what claims to be one
 *
 * Returns: (transfer full): a document that nothing is known of yet
 */
MkPdfDocument *
mk_pdf_document_new (GBytes *bytes)
{
  MkPdfDocument *self = g_object_new (MK_TYPE_PDF_DOCUMENT, NULL);

  self->bytes = g_bytes_ref (bytes);
  return self;
}

/**
 * mk_pdf_document_get_bytes:
 * @self: a document
 *
 * Returns: (transfer none): what it was made of
 */
GBytes *
mk_pdf_document_get_bytes (MkPdfDocument *self)
{
  g_return_val_if_fail (MK_IS_PDF_DOCUMENT (self), NULL);

  return self->bytes;
}

/**
 * mk_pdf_document_n_pages:
 * @self: a document
 *
 * Returns: how many pages it has; 0 before one was drawn
 */
guint
mk_pdf_document_n_pages (MkPdfDocument *self)
{
  g_return_val_if_fail (MK_IS_PDF_DOCUMENT (self), 0);

  return (guint) g_atomic_int_get (&self->n_pages);
}

/**
 * mk_pdf_document_draw_async:
 * @self: a document
 * @page: from 0
 * @width: in pixels of the screen
 * @cancellable: (nullable): for a page that nobody sees any more
 * @callback: called when it is drawn, or can't be
 * @user_data: for @callback
 *
 * Draws a page.
 */
void
mk_pdf_document_draw_async (MkPdfDocument      *self,
                            guint               page,
                            int                 width,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask *task;
  Asked *asked;

  g_return_if_fail (MK_IS_PDF_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  asked = g_new0 (Asked, 1);
  asked->page = page;
  asked->width = width;
  g_task_set_task_data (task, asked, g_free);
  g_thread_pool_push (self->thread, task, NULL);
}

/**
 * mk_pdf_document_draw_finish:
 * @self: a document
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the page; %NULL on error, in words that a person reads
 */
MkPdfPicture *
mk_pdf_document_draw_finish (MkPdfDocument *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
