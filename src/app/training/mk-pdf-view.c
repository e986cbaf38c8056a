/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-pdf-view.h"

#include "config.h"
#include "training/mk-pdf-page.h"
#include "training/mk-pdf-print.h"

#include <glib/gi18n-lib.h>

/**
 * MkPdfView:
 *
 * A PDF, page under page. Only what is in view, and a page before and after, is drawn and held.
 */
struct _MkPdfView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroll;
  AdwClamp          *clamp;
  GtkBox            *pages;
  GtkMenuButton     *place;
  GtkPopover        *going;
  GtkEntry          *number;

  MkPdfDocument *document;
  double         zoom;
  guint          n_made; /* pages that are in the view */
  double         ratio; /* of those to come */
  guint          asked; /* the page to go to as soon as it has its place, counted from 1; or 0 */
  double         asked_part; /* of its height that lies above what is gone to */
  GCancellable  *looking; /* for words */
};

#define SMALLEST 0.5
#define LARGEST 4.0
#define STEP 1.25

/* So many pages are there at once, and so many more with each frame: a thick book has its first page
 * as soon as a thin one. */
#define FIRST_PAGES 3
#define MORE_PAGES 50

/* As wide as a line of text is. */
#define NATURAL_WIDTH 684

/* Room that stays above words that were gone to. */
#define ROOM_ABOVE 48

G_DEFINE_FINAL_TYPE (MkPdfView, mk_pdf_view, ADW_TYPE_BIN)

/* How far a page is below the top of the view, of which the way says where it is; what is on the
 * screen may still be a frame behind. */
static gboolean
compute_place (MkPdfView *self,
               GtkWidget *page,
               float     *top,
               float     *bottom)
{
  GtkAdjustment *way = gtk_scrolled_window_get_vadjustment (self->scroll);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (page, GTK_WIDGET (self->pages), &bounds))
    return FALSE;
  *top = bounds.origin.y + (float) gtk_widget_get_margin_top (GTK_WIDGET (self->pages)) -
         (float) gtk_adjustment_get_value (way);
  *bottom = *top + bounds.size.height;
  return TRUE;
}

static gboolean
is_near (MkPdfView *self,
         GtkWidget *page)
{
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self->scroll));
  float top, bottom;

  return compute_place (self, page, &top, &bottom) && top < 1.5f * height &&
         bottom > -0.5f * height;
}

/* The page in the middle of the view. */
static gboolean
is_current (MkPdfView *self,
            GtkWidget *page)
{
  float middle = (float) gtk_widget_get_height (GTK_WIDGET (self->scroll)) / 2;
  float top, bottom;

  return compute_place (self, page, &top, &bottom) && top <= middle && bottom > middle;
}

static void
tell_place (MkPdfView *self,
            guint      page)
{
  g_autofree char *words =
      g_strdup_printf (_ ("Page %1$u of %2$u"), page, mk_pdf_document_n_pages (self->document));

  gtk_menu_button_set_label (self->place, words);
  /* Otherwise what is in the popover would be a part of its name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
look (MkPdfView *self)
{
  guint number = 1;

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page), number++)
    {
      mk_pdf_page_set_shown (MK_PDF_PAGE (page), is_near (self, page));
      if (is_current (self, page))
        tell_place (self, number);
    }
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  if (gtk_widget_get_height (widget) > 0)
    look (MK_PDF_VIEW (widget));
  return gtk_widget_get_height (widget) > 0 ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
look_soon (MkPdfView *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
make_pages (MkPdfView *self,
            guint      n_more)
{
  guint end = MIN (self->n_made + n_more, mk_pdf_document_n_pages (self->document));

  for (; self->n_made < end; self->n_made++)
    gtk_box_append (self->pages,
                    GTK_WIDGET (mk_pdf_page_new (self->document, self->n_made, self->ratio)));
}

static gboolean
make_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MkPdfView *self = MK_PDF_VIEW (widget);

  /* The first frame is for what is there. */
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  make_pages (self, MORE_PAGES);
  return self->n_made < mk_pdf_document_n_pages (self->document) ? G_SOURCE_CONTINUE
                                                                 : G_SOURCE_REMOVE;
}

/* Enlarging keeps the place. */
static void
set_zoom (MkPdfView *self,
          double     zoom)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroll));

  self->zoom = CLAMP (zoom, SMALLEST, LARGEST);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.smaller", self->zoom > SMALLEST);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.larger", self->zoom < LARGEST);
  adw_clamp_set_maximum_size (self->clamp, (int) (NATURAL_WIDTH * self->zoom));
  adw_clamp_set_tightening_threshold (self->clamp, (int) (NATURAL_WIDTH * self->zoom));
  gtk_widget_set_size_request (GTK_WIDGET (self->pages),
                               (int) (MIN (width, NATURAL_WIDTH) * self->zoom), -1);
  look_soon (self);
}

static void
smaller_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  set_zoom (MK_PDF_VIEW (widget), MK_PDF_VIEW (widget)->zoom / STEP);
}

static void
larger_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  set_zoom (MK_PDF_VIEW (widget), MK_PDF_VIEW (widget)->zoom * STEP);
}

static void
usual_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  set_zoom (MK_PDF_VIEW (widget), 1);
}

/* Going to a page */

static GtkWidget *
find_page (MkPdfView *self,
           guint      number)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));

  while (--number > 0)
    page = gtk_widget_get_next_sibling (page);
  return page;
}

/* A page that was just made has no place yet. */
static gboolean
go_cb (GtkWidget     *widget,
       GdkFrameClock *clock,
       gpointer       user_data)
{
  MkPdfView *self = MK_PDF_VIEW (widget);
  GtkAdjustment *way = gtk_scrolled_window_get_vadjustment (self->scroll);
  float top, bottom, part;

  if (self->asked == 0)
    return G_SOURCE_REMOVE;
  if (!compute_place (self, find_page (self, self->asked), &top, &bottom) || bottom <= top)
    return G_SOURCE_CONTINUE;
  part = (bottom - top) * (float) self->asked_part;
  gtk_adjustment_set_value (way, gtk_adjustment_get_value (way) + (double) (top + part) -
                                     (part > 0 ? ROOM_ABOVE : 0));
  self->asked = 0;
  return G_SOURCE_REMOVE;
}

static void
go_to (MkPdfView *self,
       guint      number,
       double     part)
{
  if (number > self->n_made)
    make_pages (self, number - self->n_made);
  self->asked = number;
  self->asked_part = part;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), go_cb, NULL, NULL);
}

/* Words that were searched for */

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPdfPlace) place =
      mk_pdf_document_find_finish (MK_PDF_DOCUMENT (object), result, &error);
  MkPdfView *self = user_data;
  const graphene_rect_t *first;

  /* The view may be gone, or none of the words stands in it: its name was what was found. */
  if (place == NULL)
    return;
  first = place->marks->len > 0 ? &g_array_index (place->marks, graphene_rect_t, 0) : NULL;
  go_to (self, place->page + 1, first != NULL ? (double) first->origin.y : 0);
  mk_pdf_page_set_marks (MK_PDF_PAGE (find_page (self, place->page + 1)), place->marks);
}

/* What is no page stays there to be mended. */
static void
number_cb (MkPdfView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->number));
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, mk_pdf_document_n_pages (self->document), &number,
                                  NULL))
    {
      gtk_popover_popdown (self->going);
      go_to (self, (guint) number, 0);
    }
  else
    gtk_widget_error_bell (GTK_WIDGET (self->number));
  gtk_editable_select_region (GTK_EDITABLE (self->number), 0, -1);
}

static void
ask_page_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_menu_button_popup (MK_PDF_VIEW (widget)->place);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  MkPdfView *self = MK_PDF_VIEW (widget);

  mk_pdf_print_run (widget, mk_pdf_document_get_bytes (self->document));
}

static void
mk_pdf_view_dispose (GObject *object)
{
  MkPdfView *self = MK_PDF_VIEW (object);

  g_cancellable_cancel (self->looking);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PDF_VIEW);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mk_pdf_view_parent_class)->dispose (object);
}

static void
mk_pdf_view_finalize (GObject *object)
{
  g_object_unref (MK_PDF_VIEW (object)->looking);

  G_OBJECT_CLASS (mk_pdf_view_parent_class)->finalize (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "pdf.larger" },   { GDK_KEY_KP_Add, "pdf.larger" },
    { GDK_KEY_minus, "pdf.smaller" }, { GDK_KEY_KP_Subtract, "pdf.smaller" },
    { GDK_KEY_0, "pdf.usual" },       { GDK_KEY_KP_0, "pdf.usual" },
    { GDK_KEY_g, "pdf.ask-page" },
  };

  gtk_widget_class_install_action (widget_class, "pdf.smaller", NULL, smaller_cb);
  gtk_widget_class_install_action (widget_class, "pdf.larger", NULL, larger_cb);
  gtk_widget_class_install_action (widget_class, "pdf.usual", NULL, usual_cb);
  gtk_widget_class_install_action (widget_class, "pdf.ask-page", NULL, ask_page_cb);
  gtk_widget_class_install_action (widget_class, "pdf.print", NULL, print_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

static void
mk_pdf_view_class_init (MkPdfViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_pdf_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_pdf_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-pdf-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPdfView, scroll);
  gtk_widget_class_bind_template_child (widget_class, MkPdfView, clamp);
  gtk_widget_class_bind_template_child (widget_class, MkPdfView, pages);
  gtk_widget_class_bind_template_child (widget_class, MkPdfView, place);
  gtk_widget_class_bind_template_child (widget_class, MkPdfView, going);
  gtk_widget_class_bind_template_child (widget_class, MkPdfView, number);
  gtk_widget_class_bind_template_callback (widget_class, number_cb);
  install_keys (widget_class);
}

static void
mk_pdf_view_init (MkPdfView *self)
{
  GtkAdjustment *way;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->zoom = 1;
  self->looking = g_cancellable_new ();
  way = gtk_scrolled_window_get_vadjustment (self->scroll);
  g_signal_connect_object (way, "value-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (way, "changed", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
}

/**
 * mk_pdf_view_new:
 * @document: a PDF
 *
 * Returns: (transfer floating): a view of it without a page, which can be made while the first page is
 *   drawn
 */
MkPdfView *
mk_pdf_view_new (MkPdfDocument *document)
{
  MkPdfView *self = g_object_new (MK_TYPE_PDF_VIEW, NULL);

  self->document = g_object_ref (document);
  return self;
}

/**
 * mk_pdf_view_begin:
 * @self: a view without a page
 * @first: the first page of its document, drawn
 *
 * Shows it, and the pages that follow.
 */
void
mk_pdf_view_begin (MkPdfView    *self,
                   MkPdfPicture *first)
{
  g_return_if_fail (MK_IS_PDF_VIEW (self));
  g_return_if_fail (self->n_made == 0);

  self->ratio = first->ratio;
  make_pages (self, FIRST_PAGES);
  mk_pdf_page_show (MK_PDF_PAGE (gtk_widget_get_first_child (GTK_WIDGET (self->pages))), first);
  tell_place (self, 1);
  look_soon (self);
  if (self->n_made < mk_pdf_document_n_pages (self->document))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), make_cb, NULL, NULL);
}

/**
 * mk_pdf_view_look_for:
 * @self: a view
 * @searched: what was searched for
 *
 * Goes to the page with the most of the words, as soon as that is found, and marks them there.
 */
void
mk_pdf_view_look_for (MkPdfView  *self,
                      const char *searched)
{
  g_return_if_fail (MK_IS_PDF_VIEW (self));

  mk_pdf_document_find_async (self->document, searched, self->looking, found_cb, self);
}

/**
 * mk_pdf_view_count_drawn:
 * @self: a view
 *
 * Returns: how many pages hold their picture now
 */
guint
mk_pdf_view_count_drawn (MkPdfView *self)
{
  guint count = 0;

  g_return_val_if_fail (MK_IS_PDF_VIEW (self), 0);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    count += mk_pdf_page_is_drawn (MK_PDF_PAGE (page));
  return count;
}
