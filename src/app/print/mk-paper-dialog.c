/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-paper-dialog.h"

#include "config.h"
#include "print/mk-paper-print.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>

/* How wide a page is shown, in pixels. */
#define PAGE_WIDTH 300

/**
 * MkPaperDialog:
 *
 * Shows something as it will be on paper, and prints it or saves it as a PDF. All three are the same
 * drawing.
 *
 * # Accessibility
 *
 * A page is an image that says which one it is; what stands on it is to be read on the page from
 * which it is printed.
 */
struct _MkPaperDialog
{
  AdwDialog parent_instance;

  GtkBox   *pages;
  GtkLabel *trouble;

  const MkPaperKind *kind;
  gpointer           content;
  gpointer           layout;
};

G_DEFINE_FINAL_TYPE (MkPaperDialog, mk_paper_dialog, ADW_TYPE_DIALOG)

static void
tell_trouble (MkPaperDialog *self,
              const char    *text)
{
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
}

static GtkWindow *
window_of (MkPaperDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Printing */

static void
done_cb (MkPaperDialog          *self,
         GtkPrintOperationResult result,
         GtkPrintOperation      *operation)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_trouble (self, error != NULL ? error->message : _ ("It could not be printed."));
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
print_cb (MkPaperDialog *self)
{
  g_autoptr (GtkPrintOperation) operation =
      mk_paper_print_new (self->kind, self->kind->ref_content (self->content),
                          adw_dialog_get_title (ADW_DIALOG (self)));
  g_autoptr (GError) error = NULL;

  tell_trouble (self, NULL);
  if (mk_portal_explain_missing (MK_PORTAL_PRINTING, GTK_WIDGET (self)))
    return;
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window_of (self),
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_trouble (self, error != NULL ? error->message : _ ("It could not be printed."));
}

/* Saving */

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MkPaperDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  told = g_strdup_printf (_ ("It could not be saved: %s"), error->message);
  tell_trouble (self, told);
}

static void
place_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MkPaperDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;
  tell_trouble (self, NULL);
  bytes = mk_paper_to_pdf (self->kind, self->content);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, g_object_ref (self));
}

static void
save_cb (MkPaperDialog *self)
{
  g_autoptr (GtkFileDialog) dialog =
      mk_portal_file_dialog_new (GTK_WIDGET (self), _ ("Save as PDF"));
  g_autofree char *name = g_strconcat (adw_dialog_get_title (ADW_DIALOG (self)), ".pdf", NULL);

  if (dialog == NULL)
    return;
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window_of (self), NULL, place_chosen_cb, g_object_ref (self));
}

/* Pages */

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cairo,
         int             width,
         int             height,
         gpointer        user_data)
{
  MkPaperDialog *self =
      MK_PAPER_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (area), MK_TYPE_PAPER_DIALOG));

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, width / MK_PAPER_WIDTH, height / MK_PAPER_HEIGHT);
  self->kind->draw (self->layout, cairo, GPOINTER_TO_INT (user_data));
}

static void
add_page (MkPaperDialog *self,
          int            page,
          int            n_pages)
{
  g_autofree char *label = g_strdup_printf (_ ("Page %1$d of %2$d"), page + 1, n_pages);
  GtkWidget *area =
      g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), PAGE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area),
                                       (int) (PAGE_WIDTH * MK_PAPER_HEIGHT / MK_PAPER_WIDTH));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, GINT_TO_POINTER (page), NULL);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (self->pages, area);
}

static void
mk_paper_dialog_dispose (GObject *object)
{
  MkPaperDialog *self = MK_PAPER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PAPER_DIALOG);
  if (self->layout != NULL)
    g_clear_pointer (&self->layout, self->kind->free_layout);
  if (self->content != NULL)
    g_clear_pointer (&self->content, self->kind->free_content);

  G_OBJECT_CLASS (mk_paper_dialog_parent_class)->dispose (object);
}

static void
mk_paper_dialog_class_init (MkPaperDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_paper_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-paper-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPaperDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, MkPaperDialog, trouble);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
mk_paper_dialog_init (MkPaperDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_paper_dialog_new:
 * @kind: what is printed
 * @content: (transfer full): of that kind
 * @title: what it is; the file is called so too
 *
 * Returns: (transfer floating): a new dialog
 */
MkPaperDialog *
mk_paper_dialog_new (const MkPaperKind *kind,
                     gpointer           content,
                     const char        *title)
{
  MkPaperDialog *self = g_object_new (MK_TYPE_PAPER_DIALOG, "title", title, NULL);
  int n_pages;

  self->kind = kind;
  self->content = content;
  self->layout = mk_paper_lay_out (kind, self->content);
  n_pages = kind->n_pages (self->layout);
  for (int page = 0; page < n_pages; page++)
    add_page (self, page, n_pages);
  return self;
}
