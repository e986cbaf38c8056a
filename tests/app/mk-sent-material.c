/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-sent-material.h"

#include "exchange/mk-fetch-flow.h"

#include <cairo-pdf.h>

/* Materials as the invented workplace's authority sends them. */

/* The ends of lines as JSON writes them. */
static char *
text_of (const char *data,
         gsize       size)
{
  GString *text = g_string_new_len (data, (gssize) size);

  g_string_replace (text, "\n", "\\n", 0);
  return g_string_free_and_steal (text);
}

/**
 * mk_sent_material_entry:
 * @id: UUID
 * @title: what it is called
 * @format: as the contract names it
 * @bytes: what it holds; of a Markdown, text that JSON takes as it is but for the ends of its lines
 *
 * Returns: (transfer full): an entry of a package
 */
char *
mk_sent_material_entry (const char *id,
                        const char *title,
                        const char *format,
                        GBytes     *bytes)
{
  gsize size = g_bytes_get_size (bytes);
  const char *data = g_bytes_get_data (bytes, NULL);
  g_autofree char *content = g_str_equal (format, "markdown")
                                 ? text_of (data, size)
                                 : g_base64_encode ((const guchar *) data, size);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strdup_printf (
      "{\"type\":\"materiale\",\"id\":\"%s\",\"revision\":1,"
      "\"handling\":\"gem\",\"aendret\":\"2026-12-03T09:00:00+01:00\",\"data\":{"
      "\"titel\":\"%s\",\"sprog\":\"da\",\"format\":\"%s\","
      "\"indhold\":\"%s\",\"sha256\":\"%s\"}}",
      id, title, format, content, sha256);
}

/**
 * mk_sent_material_fetch:
 * @window: a window with the invented workplace
 * @entries: entries of one package
 *
 * Fetches them, as a plain file.
 */
void
mk_sent_material_fetch (MkWindow          *window,
                        const char *const *entries)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *joined = g_strjoinv (",", (char **) entries);
  g_autofree char *path = mk_authority_write (authority, g_strv_length ((char **) entries), joined);
  MkShell *shell = mk_window_get_shell (window);

  mk_fetch_flow_take (GTK_WIDGET (shell), mk_shell_get_workplace (shell),
                      (const char *[]) { path, NULL });
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_wait_for_no_dialog (window);
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * mk_sent_material_pdf:
 * @n_pages: how many pages it has
 * @n_lines: how many lines stand on each
 *
 * Returns: (transfer full): a PDF whose pages say where they are
 */
GBytes *
mk_sent_material_pdf (guint n_pages,
                      guint n_lines)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_font_size (cairo, n_lines > 1 ? 12 : 32);
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("Velkommen som buddy, side %u", i);

      for (guint line = 0; line < n_lines; line++)
        {
          cairo_move_to (cairo, 60, 100 + 16 * line);
          cairo_show_text (cairo, text);
        }
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * mk_sent_material_poster:
 *
 * Returns: (transfer full): a PDF of one page, an A2 on its side, with words in two corners
 */
GBytes *
mk_sent_material_poster (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 1684, 1190);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_font_size (cairo, 32);
  cairo_move_to (cairo, 20, 50);
  cairo_show_text (cairo, "Oppe til venstre");
  cairo_move_to (cairo, 1400, 1170);
  cairo_show_text (cairo, "Nede til højre");
  cairo_show_page (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
