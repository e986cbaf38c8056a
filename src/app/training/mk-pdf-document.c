/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-pdf-document.h"

#include <glib/gi18n-lib.h>

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
  GThreadPool     *thread; /* of one */
  PopplerDocument *document; /* of that thread alone, or NULL before the first page */
  guint            n_pages; /* 0 before the first page */
};

/* More is no page that somebody sees on a screen. */
#define MOST_WIDTH 4096
#define MOST_RATIO 20.0

G_DEFINE_FINAL_TYPE (MkPdfDocument, mk_pdf_document, G_TYPE_OBJECT)

/* What the thread does, the first before the others: a page to be looked at waits for no search. */
typedef enum
{
  DRAW,
  READ,
  FIND
} Work;

/* What was asked for. */
typedef struct
{
  Work          work;
  guint         page;
  int           width;
  MkPdfFinding *finding; /* or NULL */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  mk_pdf_finding_free (asked->finding);
  g_free (asked);
}

static int
compare_work (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Asked *first = g_task_get_task_data ((GTask *) a);
  const Asked *second = g_task_get_task_data ((GTask *) b);

  return (int) first->work - (int) second->work;
}

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
  cairo_surface_destroy (surface);
  return picture;
}

static void
work_on_page (MkPdfDocument *self,
              GTask         *task,
              const Asked   *asked)
{
  PopplerPage *page = poppler_document_get_page (self->document, (int) asked->page);
  GError *error = NULL;

  if (page == NULL)
    {
      tell_why (NULL, &error);
      g_task_return_error (task, error);
      return;
    }
  if (asked->work == DRAW)
    g_task_return_pointer (task, picture_new (page, asked->width), mk_pdf_picture_free);
  else
    g_task_return_pointer (task, poppler_page_get_text (page), g_free);
  g_object_unref (page);
}

static void
work_func (gpointer data,
           gpointer user_data)
{
  g_autoptr (GTask) task = data;
  MkPdfDocument *self = g_task_get_source_object (task);
  const Asked *asked = g_task_get_task_data (task);
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
  if (asked->work != FIND)
    work_on_page (self, task, asked);
  else if (mk_pdf_finding_look (asked->finding, self->document))
    g_task_return_pointer (task, mk_pdf_finding_end (asked->finding, self->document),
                           mk_pdf_place_free);
  else
    g_thread_pool_push (self->thread, g_steal_pointer (&task), NULL);
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
  self->thread = g_thread_pool_new_full (work_func, NULL, NULL, 1, FALSE, NULL);
  g_thread_pool_set_sort_function (self->thread, compare_work, NULL);
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

static void
ask (MkPdfDocument      *self,
     const Asked        *asked,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (asked, sizeof *asked), asked_free);
  g_thread_pool_push (self->thread, task, NULL);
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
  Asked asked = { .work = DRAW, .page = page, .width = width };

  g_return_if_fail (MK_IS_PDF_DOCUMENT (self));

  ask (self, &asked, cancellable, callback, user_data);
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

/**
 * mk_pdf_document_read_async:
 * @self: a document
 * @page: from 0
 * @cancellable: (nullable): for a page that nobody sees any more
 * @callback: called when it is read, or can't be
 * @user_data: for @callback
 *
 * Reads the words on a page.
 */
void
mk_pdf_document_read_async (MkPdfDocument      *self,
                            guint               page,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  Asked asked = { .work = READ, .page = page };

  g_return_if_fail (MK_IS_PDF_DOCUMENT (self));

  ask (self, &asked, cancellable, callback, user_data);
}

/**
 * mk_pdf_document_read_finish:
 * @self: a document
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the words; %NULL on error
 */
char *
mk_pdf_document_read_finish (MkPdfDocument *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mk_pdf_document_find_async:
 * @self: a document
 * @searched: what was searched for
 * @cancellable: (nullable): for when nobody wants to go there any more
 * @callback: called when it is through
 * @user_data: for @callback
 *
 * Finds the page with the most of the words.
 */
void
mk_pdf_document_find_async (MkPdfDocument      *self,
                            const char         *searched,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  Asked asked = { .work = FIND };

  g_return_if_fail (MK_IS_PDF_DOCUMENT (self));

  asked.finding = mk_pdf_finding_new (searched);
  ask (self, &asked, cancellable, callback, user_data);
}

/**
 * mk_pdf_document_find_finish:
 * @self: a document
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): where they stand; %NULL where none of them does, and on error
 */
MkPdfPlace *
mk_pdf_document_find_finish (MkPdfDocument *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
