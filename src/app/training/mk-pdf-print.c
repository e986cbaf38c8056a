/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-pdf-print.h"

#include "widgets/mk-portal.h"

#include <poppler.h>

/* Prints a PDF that is shown. The printing has a document of its own: that on the screen belongs to
 * another thread. */

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                number,
         PopplerDocument   *document)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  if (page == NULL)
    return;
  poppler_page_get_size (page, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / MAX (width, 1),
               gtk_print_context_get_height (context) / MAX (height, 1));
  cairo_scale (cairo, scale, scale);
  poppler_page_render_for_printing (page, cairo);
  g_object_unref (page);
}

/* A thick book takes its time to be read, and the window must not stand still for that. */
static void
read_func (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  GError *error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (data, NULL, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  PopplerDocument *document = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (object));

  if (document == NULL)
    return;
  gtk_print_operation_set_n_pages (operation, poppler_document_get_n_pages (document));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_cb), document,
                         (GClosureNotify) (GCallback) g_object_unref, G_CONNECT_DEFAULT);
  if (root != NULL)
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root),
                             NULL);
}

/**
 * mk_pdf_print_run:
 * @widget: where it was asked for
 * @bytes: a PDF that can be shown
 *
 * Asks for a printer as soon as the PDF is read, and prints. Where the page was left before that,
 * nothing is asked.
 */
void
mk_pdf_print_run (GtkWidget *widget,
                  GBytes    *bytes)
{
  g_autoptr (GTask) task = NULL;

  if (mk_portal_explain_missing (MK_PORTAL_PRINTING, widget))
    return;
  task = g_task_new (widget, NULL, read_cb, NULL);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_func);
}
