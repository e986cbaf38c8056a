/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-paper-print.h"

/* A printing that is under way. */
typedef struct
{
  const MkPaperKind *kind;
  gpointer           content;
  gpointer           layout;
} Printing;

static void
printing_free (gpointer  data,
               GClosure *closure)
{
  Printing *printing = data;

  g_clear_pointer (&printing->layout, printing->kind->free_layout);
  printing->kind->free_content (printing->content);
  g_free (printing);
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          gpointer           user_data)
{
  Printing *printing = user_data;

  g_clear_pointer (&printing->layout, printing->kind->free_layout);
  printing->layout =
      printing->kind->lay_out (printing->content, gtk_print_context_create_pango_context (context),
                               gtk_print_context_get_width (context),
                               gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, printing->kind->n_pages (printing->layout));
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  const Printing *printing = user_data;

  printing->kind->draw (printing->layout, gtk_print_context_get_cairo_context (context), page);
}

/**
 * mk_paper_print_new:
 * @kind: what is printed
 * @content: (transfer full): of that kind
 * @job_name: what the printer's queue calls it; it names nobody
 *
 * Returns: (transfer full): a print operation that prints it on A4
 */
GtkPrintOperation *
mk_paper_print_new (const MkPaperKind *kind,
                    gpointer           content,
                    const char        *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Printing *printing = g_new0 (Printing, 1);

  printing->kind = kind;
  printing->content = content;
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), printing, printing_free,
                         G_CONNECT_DEFAULT);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), printing);
  return operation;
}
