/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-pdf-page.h"

#include <glib/gi18n-lib.h>

/**
 * MkPdfPage:
 *
 * A page of a PDF. It is drawn when it comes into view, at the screen's own scale, and forgets its
 * picture when it is gone from there.
 *
 * ## Accessibility
 *
 * It is a picture whose description are the words on it.
 */
struct _MkPdfPage
{
  GtkWidget parent_instance;

  MkPdfDocument *document;
  guint          number; /* from 0 */
  double         ratio;
  GdkTexture    *texture;
  int            width; /* in pixels, that was asked for last */
  gboolean       is_shown;
  GArray        *marks; /* graphene_rect_t in parts of its width and height, or NULL */
  GCancellable  *drawing;
};

/* As wide as a line of text is. */
#define NATURAL_WIDTH 684

G_DEFINE_FINAL_TYPE (MkPdfPage, mk_pdf_page, GTK_TYPE_WIDGET)

static void
stop_drawing (MkPdfPage *self)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = mk_pdf_document_read_finish (MK_PDF_DOCUMENT (object), result, &error);

  /* The page is gone, or was scrolled past. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (user_data), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
read_words (MkPdfPage *self)
{
  if (self->drawing == NULL)
    self->drawing = g_cancellable_new ();
  mk_pdf_document_read_async (self->document, self->number, self->drawing, read_cb, self);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPdfPicture) picture =
      mk_pdf_document_draw_finish (MK_PDF_DOCUMENT (object), result, &error);
  MkPdfPage *self = user_data;

  /* The page is gone, or was scrolled past. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (picture != NULL)
    mk_pdf_page_show (self, picture);
}

static void
draw (MkPdfPage *self)
{
  int width =
      gtk_widget_get_width (GTK_WIDGET (self)) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (!self->is_shown || width <= 0 || self->width == width)
    return;
  stop_drawing (self);
  self->width = width;
  self->drawing = g_cancellable_new ();
  mk_pdf_document_draw_async (self->document, self->number, width, self->drawing, drawn_cb, self);
}

static void
mk_pdf_page_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  MkPdfPage *self = MK_PDF_PAGE (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? 1
                 : (int) ((for_size > 0 ? for_size : NATURAL_WIDTH) * self->ratio);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : *minimum;
}

static GtkSizeRequestMode
mk_pdf_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mk_pdf_page_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  draw (MK_PDF_PAGE (widget));
}

static void
mk_pdf_page_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  MkPdfPage *self = MK_PDF_PAGE (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const graphene_rect_t *part = &g_array_index (self->marks, graphene_rect_t, i);
      graphene_rect_t mark;

      graphene_rect_scale (part, bounds.size.width, bounds.size.height, &mark);
      gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0.96f, 0.76f, 0.07f, 0.45f }, &mark);
    }
}

static void
mk_pdf_page_dispose (GObject *object)
{
  MkPdfPage *self = MK_PDF_PAGE (object);

  stop_drawing (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->document);
  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (mk_pdf_page_parent_class)->dispose (object);
}

static void
mk_pdf_page_class_init (MkPdfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_pdf_page_dispose;
  widget_class->measure = mk_pdf_page_measure;
  widget_class->get_request_mode = mk_pdf_page_get_request_mode;
  widget_class->size_allocate = mk_pdf_page_size_allocate;
  widget_class->snapshot = mk_pdf_page_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mk_pdf_page_init (MkPdfPage *self)
{
}

/**
 * mk_pdf_page_new:
 * @document: a PDF
 * @number: of the page, from 0
 * @ratio: its height to its width, as far as it is known
 *
 * Returns: (transfer floating): a page that is not drawn yet
 */
MkPdfPage *
mk_pdf_page_new (MkPdfDocument *document,
                 guint          number,
                 double         ratio)
{
  MkPdfPage *self = g_object_new (MK_TYPE_PDF_PAGE, NULL);
  g_autofree char *label = g_strdup_printf (_ ("Page %u"), number + 1);

  self->document = g_object_ref (document);
  self->number = number;
  self->ratio = ratio;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/**
 * mk_pdf_page_show:
 * @self: a page
 * @picture: what it looks like
 */
void
mk_pdf_page_show (MkPdfPage    *self,
                  MkPdfPicture *picture)
{
  g_return_if_fail (MK_IS_PDF_PAGE (self));

  g_set_object (&self->texture, picture->texture);
  self->width = gdk_texture_get_width (picture->texture);
  if (self->is_shown)
    read_words (self);
  if (ABS (self->ratio - picture->ratio) > 0.001)
    {
      self->ratio = picture->ratio;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mk_pdf_page_set_marks:
 * @self: a page
 * @marks: (element-type graphene_rect_t): what to mark, as MkPdfPlace has it
 *
 * Marks words on it.
 */
void
mk_pdf_page_set_marks (MkPdfPage *self,
                       GArray    *marks)
{
  g_return_if_fail (MK_IS_PDF_PAGE (self));

  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = g_array_ref (marks);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mk_pdf_page_get_marks:
 * @self: a page
 *
 * Returns: (transfer none) (nullable) (element-type graphene_rect_t): what is marked on it
 */
GArray *
mk_pdf_page_get_marks (MkPdfPage *self)
{
  g_return_val_if_fail (MK_IS_PDF_PAGE (self), NULL);

  return self->marks;
}

/**
 * mk_pdf_page_set_shown:
 * @self: a page
 * @is_shown: whether it is in view, or nearly
 *
 * Draws it, or forgets what it looks like.
 */
void
mk_pdf_page_set_shown (MkPdfPage *self,
                       gboolean   is_shown)
{
  g_return_if_fail (MK_IS_PDF_PAGE (self));

  if (self->is_shown == is_shown)
    return;
  self->is_shown = is_shown;
  if (is_shown)
    {
      if (self->texture != NULL)
        read_words (self);
      draw (self);
      return;
    }
  stop_drawing (self);
  self->width = 0;
  g_clear_object (&self->texture);
  /* GTK holds what was drawn last, and the picture with it, until it is drawn anew. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mk_pdf_page_is_drawn:
 * @self: a page
 *
 * Returns: whether it holds its picture
 */
gboolean
mk_pdf_page_is_drawn (MkPdfPage *self)
{
  g_return_val_if_fail (MK_IS_PDF_PAGE (self), FALSE);

  return self->texture != NULL;
}
