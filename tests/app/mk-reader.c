/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-reader.h"

#include <glib/gstdio.h>

/* What a person and a telephone read on paper, by programs that are not ours. */

static char *
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  /* A picture without a code makes zbarimg fail, and is read as no text. */
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  return output;
}

static char *
scan_file (const char *path)
{
  const char *const arguments[] = { "zbarimg",     "--quiet", "--raw", "-Sdisable",
                                    "-Sqr.enable", path,      NULL };

  return run (arguments);
}

/**
 * mk_reader_text:
 * @path: of a PDF
 *
 * Returns: (transfer full): the text of its pages, a form feed behind each
 */
char *
mk_reader_text (const char *path)
{
  const char *const arguments[] = { "pdftotext", "-layout", path, "-", NULL };

  return run (arguments);
}

/**
 * mk_reader_bytes:
 * @pdf: a PDF
 *
 * Returns: (transfer full): the text of its pages, a form feed behind each
 */
char *
mk_reader_bytes (GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-reader-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ark.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  text = mk_reader_text (path);
  if (g_getenv ("MAKKER_KEEP_PRINT") != NULL)
    g_print ("# %s\n", path);
  else
    g_assert_true (g_unlink (path) == 0 && g_rmdir (folder) == 0);
  return text;
}

/**
 * mk_reader_words:
 * @path: of a PDF
 *
 * Returns: (transfer full): the words of its pages as XML, each with where it stands
 */
char *
mk_reader_words (const char *path)
{
  const char *const arguments[] = { "pdftotext", "-bbox", path, "-", NULL };

  return run (arguments);
}

/**
 * mk_reader_scan:
 * @path: of a PDF
 * @page: from 1
 *
 * Returns: (transfer full): what the QR codes of a page say, each followed by a line's end
 */
char *
mk_reader_scan (const char *path,
                int         page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);
  g_autofree char *picture = g_strconcat (path, ".png", NULL);
  const char *const arguments[] = { "pdftoppm", "-png", "-singlefile", "-r", "150",
                                    "-f",       number, path,          path, NULL };
  g_autofree char *output = run (arguments);
  char *texts = scan_file (picture);

  g_assert_cmpint (g_unlink (picture), ==, 0);
  return texts;
}

/**
 * mk_reader_scan_image:
 * @surface: an image
 *
 * Returns: (transfer full): what the QR codes on it say, each followed by a line's end
 */
char *
mk_reader_scan_image (cairo_surface_t *surface)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-scan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "qr.png", NULL);
  char *texts;

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  texts = scan_file (path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return texts;
}
