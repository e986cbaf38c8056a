/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/mk-recovery-sheet.h"

#include "mk-clock.h"
#include "mk-date-text.h"

#include <glib/gi18n-lib.h>

/* The recovery code on paper, A4, or as a text. It bears no name: whoever finds it does not know
 * whose it is. */

#define GROUPS_A_LINE 4

/* Four groups a line, so that each is found again when one types it. */
static char *
lines_of (const char *code)
{
  g_auto (GStrv) groups = g_strsplit (code, "-", -1);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (lines, i % GROUPS_A_LINE == 0 ? "\n" : " - ");
      g_string_append (lines, groups[i]);
    }
  return g_string_free_and_steal (lines);
}

static char *
made_on (void)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *date = mk_date_text_long (now);

  return g_strdup_printf (_ ("Made on %s. A newer one replaces it."), date);
}

/**
 * mk_recovery_sheet_text:
 * @code: the recovery code
 *
 * Returns: (transfer full): what a text file with it says
 */
char *
mk_recovery_sheet_text (const char *code)
{
  g_autofree char *date = made_on ();

  return g_strdup_printf ("%s\n\n%s\n\n%s\n%s\n", _ ("Makker: recovery code"), code,
                          _ ("It opens Makker when the passphrase is forgotten or the computer is "
                             "a new one. Keep it where only you can find it, and not beside the "
                             "computer."),
                          date);
}

/* Returns: how much of the page it took */
static double
show_paragraph (cairo_t    *cr,
                const char *font,
                double      width,
                double      top,
                const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.25F);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, top);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              const char        *code)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  g_autofree char *lines = lines_of (code);
  g_autofree char *date = made_on ();
  const struct
  {
    const char *font;
    const char *text;
    double space;
  } parts[] = {
    { "Sans Bold 24", _ ("Makker: recovery code"), 18 },
    { "Sans 12",
      _ ("It opens Makker when the passphrase is forgotten or the computer is a new one. Press "
         "“Use the recovery code” on the page that is locked, and type it there. Capital letters, "
         "dashes and blanks do not matter."),
      30 },
    { "Monospace Bold 20", lines, 30 },
    { "Sans 12", _ ("Keep this sheet where only you can find it, and not beside the computer."),
      12 },
    { "Sans 12", date, 0 },
  };
  double top = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    top += show_paragraph (cr, parts[i].font, width, top, parts[i].text) + parts[i].space;
}

static GtkPrintOperation *
new_operation (const char *code)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_top_margin (setup, 25, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 25, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 25, GTK_UNIT_MM);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, "Makker");
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_strdup (code),
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_DEFAULT);
  return operation;
}

/**
 * mk_recovery_sheet_print:
 * @code: the recovery code
 * @parent: the window
 * @error: return location
 *
 * Asks for a printer, and prints the sheet.
 *
 * Returns: whether it was printed; %FALSE without @error when the person did not want to
 */
gboolean
mk_recovery_sheet_print (const char *code,
                         GtkWindow  *parent,
                         GError    **error)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (code);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                                  error) == GTK_PRINT_OPERATION_RESULT_APPLY;
}

/**
 * mk_recovery_sheet_export:
 * @code: the recovery code
 * @path: where to
 * @error: return location
 *
 * Writes the sheet as a PDF.
 *
 * Returns: whether it was written
 */
gboolean
mk_recovery_sheet_export (const char *code,
                          const char *path,
                          GError    **error)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (code);

  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) ==
         GTK_PRINT_OPERATION_RESULT_APPLY;
}
