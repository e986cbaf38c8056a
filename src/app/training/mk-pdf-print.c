/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-pdf-print.h"

#include "widgets/mk-portal.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>

/* Prints a PDF that is shown. The printing has a document of its own: that on the screen belongs to
 * another thread. */

static void
get_size (PopplerDocument *document,
          int              number,
          double          *width,
          double          *height)
{
  PopplerPage *page = poppler_document_get_page (document, number);

  *width = *height = 1;
  if (page != NULL)
    poppler_page_get_size (page, width, height);
  g_clear_object (&page);
}

/* A page that is wider than it is high lies on its side on paper too. */
static void
set_up_cb (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                number,
           GtkPageSetup      *setup,
           PopplerDocument   *document)
{
  double width, height;

  get_size (document, number, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* All of the page, in the middle of what the printer reaches. */
static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                number,
         PopplerDocument   *document)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  double room = gtk_print_context_get_width (context);
  double width, height, scale;

  if (page == NULL)
    return;
  poppler_page_get_size (page, &width, &height);
  scale = MIN (room / MAX (width, 1), gtk_print_context_get_height (context) / MAX (height, 1));
  cairo_translate (cairo, (room - width * scale) / 2, 0);
  cairo_scale (cairo, scale, scale);
  poppler_page_render_for_printing (page, cairo);
  g_object_unref (page);
}

/* Takes @document. */
static GtkPrintOperation *
operation_new (PopplerDocument *document)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, "Makker");
  gtk_print_operation_set_n_pages (operation, poppler_document_get_n_pages (document));
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (set_up_cb), document);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_cb), document,
                         (GClosureNotify) (GCallback) g_object_unref, G_CONNECT_DEFAULT);
  return operation;
}

/* Asking for a printer */

static void
done_cb (GtkWidget              *widget,
         GtkPrintOperationResult result,
         GtkPrintOperation      *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  mk_dialog_tell (widget, _ ("It could not be printed"), error != NULL ? error->message : NULL);
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
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (object));
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (document == NULL)
    return;
  operation = operation_new (document);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), object, G_CONNECT_SWAPPED);
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

/**
 * mk_pdf_print_to_file:
 * @bytes: a PDF that can be shown
 * @path: where to
 * @error: return location
 *
 * Writes to a file what would come on paper. It waits until that is done.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_pdf_print_to_file (GBytes     *bytes,
                      const char *path,
                      GError    **error)
{
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, error);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (document == NULL)
    return FALSE;
  operation = operation_new (document);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) ==
         GTK_PRINT_OPERATION_RESULT_APPLY;
}
