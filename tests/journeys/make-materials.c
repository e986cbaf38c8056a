/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a PDF and a film of some seconds to the folder that it is called with, for a package that an
 * authority sends. */

#include "mk-sent-material.h"
#include "mk-test-film.h"

#define N_PAGES 12
#define SECONDS 40

static void
write_file (const char *folder,
            const char *name,
            GBytes     *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) film = NULL;

  if (argc != 2)
    {
      g_printerr ("a_package.py says how this is called.\n");
      return 2;
    }
  pdf = mk_sent_material_pdf (N_PAGES, 1);
  film = mk_test_film_make (SECONDS, TRUE);
  write_file (argv[1], "haefte.pdf", pdf);
  write_file (argv[1], "film.webm", film);
  return 0;
}
