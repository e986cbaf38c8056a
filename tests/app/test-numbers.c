/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"
#include "mk-reader.h"
#include "print/mk-pocket-card.h"
#include "print/mk-sheet-line.h"
#include "print/mk-wall-sheet.h"

#include <glib/gstdio.h>
#include <string.h>

/* The numbers on paper, read back from the file that the same drawing makes. */

typedef struct
{
  char *text;
  char *codes; /* of all pages */
  guint n_pages;
} Read;

static void
read_clear (Read *read)
{
  g_free (read->text);
  g_free (read->codes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static MkNumbersSheet *
sheet_new (void)
{
  MkNumbersSheet *sheet = g_new0 (MkNumbersSheet, 1);

  sheet->lines = g_ptr_array_new_with_free_func (mk_sheet_line_free);
  sheet->company = g_strdup ("Eksempelbutikken ApS");
  sheet->date = g_strdup ("3. december 2026");
  return sheet;
}

static void
add (MkNumbersSheet *sheet,
     const char     *name,
     const char     *number,
     const char     *dial_uri)
{
  MkSheetLine *line = g_new0 (MkSheetLine, 1);

  line->name = g_strdup (name);
  line->function = g_strdup ("Jobformidler");
  line->number = g_strdup (number);
  line->hours = g_strdup ("mandag–torsdag kl. 08.00–15.30, fredag kl. 08.00–14.00");
  line->dial_uri = g_strdup (dial_uri);
  g_ptr_array_add (sheet->lines, line);
}

static void
add_many (MkNumbersSheet *sheet,
          guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kontakt nummer %u", i + 1);
      g_autofree char *number = g_strdup_printf ("70 10 10 %u", 10 + i);
      g_autofree char *uri = g_strdup_printf ("tel:+45701010%u", 10 + i);

      add (sheet, name, number, uri);
    }
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* Frees @sheet. */
static Read
print_and_read (const MkPaperKind *kind,
                MkNumbersSheet    *sheet)
{
  g_autoptr (GBytes) file = mk_paper_to_pdf (kind, sheet);
  g_autofree char *folder = g_dir_make_tmp ("makker-numbers-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "numre.pdf", NULL);
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Read read;

  g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file),
                       &error);
  g_assert_no_error (error);
  read.text = mk_reader_text (path);
  read.n_pages = count (read.text, "\f");
  for (guint page = 1; page <= read.n_pages; page++)
    {
      g_autofree char *found = mk_reader_scan (path, (int) page);

      g_string_append (codes, found);
    }
  read.codes = g_strdup (codes->str);
  if (g_getenv ("MAKKER_KEEP_PRINT") != NULL)
    g_print ("# %s\n", path);
  else
    g_assert_true (g_unlink (path) == 0 && g_rmdir (folder) == 0);
  mk_numbers_sheet_free (sheet);
  return read;
}

static void
assert_holds (const char *text,
              const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("The sheet does not say “%s”:\n%s", wanted, text);
}

static void
test_wall_sheet (MkWindow *window)
{
  MkNumbersSheet *sheet = sheet_new ();
  g_auto (Read) read = {};

  add (sheet, "Vagttelefonen", "70 10 10 97", "tel:+4570101097");
  add (sheet, "Jonas Eksempel", "70 10 10 98", "tel:+4570101098");
  read = print_and_read (&mk_wall_sheet_kind, sheet);
  assert_holds (read.text, "Akut-telefon");
  assert_holds (read.text, "Eksempelbutikken ApS");
  assert_holds (read.text, "Ring først til:");
  assert_holds (read.text, "70 10 10 97");
  assert_holds (read.text, "mandag–torsdag kl. 08.00–15.30");
  assert_holds (read.text, "112");
  assert_holds (read.text, "114");
  assert_holds (read.text, "Udskrevet den 3. december 2026");
  assert_holds (read.text, "Side 1 af 1");
  g_assert_true (strstr (read.text, "Vagttelefonen") < strstr (read.text, "Jonas"));
  g_assert_cmpuint (read.n_pages, ==, 1);
  g_assert_cmpuint (count (read.codes, "\n"), ==, 2);
  assert_holds (read.codes, "tel:+4570101097\n");
  assert_holds (read.codes, "tel:+4570101098\n");
}

static void
test_wall_sheet_goes_on (MkWindow *window)
{
  MkNumbersSheet *sheet = sheet_new ();
  g_auto (Read) read = {};

  add_many (sheet, 12);
  read = print_and_read (&mk_wall_sheet_kind, sheet);
  g_assert_cmpuint (read.n_pages, ==, 2);
  assert_holds (read.text, "Side 2 af 2");
  g_assert_cmpuint (count (read.text, "112"), ==, 2);
  g_assert_cmpuint (count (read.codes, "tel:"), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *number = g_strdup_printf ("70 10 10 %u", 10 + i);
      g_autofree char *uri = g_strdup_printf ("tel:+45701010%u\n", 10 + i);

      g_assert_cmpuint (count (read.text, number), ==, 1);
      assert_holds (read.codes, uri);
    }
}

/* A code that leads nowhere is worse than none. */
static void
test_no_code_for_what_cannot_be_called (MkWindow *window)
{
  MkNumbersSheet *sheet = sheet_new ();
  g_auto (Read) read = {};

  add (sheet, "Køkkenet", "lokal 4", NULL);
  add (sheet, "Per", NULL, NULL);
  read = print_and_read (&mk_wall_sheet_kind, sheet);
  assert_holds (read.text, "lokal 4");
  assert_holds (read.text, "kan ikke ringes op");
  assert_holds (read.text, "Intet nummer");
  g_assert_cmpstr (read.codes, ==, "");
}

static void
test_nobody_leaves_the_emergency_numbers (MkWindow *window)
{
  g_auto (Read) wall = print_and_read (&mk_wall_sheet_kind, sheet_new ());
  g_auto (Read) card = print_and_read (&mk_pocket_card_kind, sheet_new ());

  assert_holds (wall.text, "112");
  assert_holds (wall.text, "114");
  g_assert_cmpuint (wall.n_pages, ==, 1);
  assert_holds (card.text, "112");
  g_assert_cmpuint (card.n_pages, ==, 1);
}

static void
test_long_names_stay_whole (MkWindow *window)
{
  MkNumbersSheet *sheet = sheet_new ();
  g_autoptr (GString) name = g_string_new ("Begyndelsen");
  g_auto (Read) read = {};

  for (guint i = 0; i < 25; i++)
    g_string_append (name, " medarbejderservice");
  g_string_append (name, " Slutningen");
  add (sheet, name->str, "70 10 10 97", "tel:+4570101097");
  add (sheet, name->str, "70 10 10 98", "tel:+4570101098");
  read = print_and_read (&mk_wall_sheet_kind, sheet);
  g_assert_cmpuint (count (read.text, "medarbejderservice"), ==, 50);
  g_assert_cmpuint (count (read.text, "Slutningen"), ==, 2);
  g_assert_cmpuint (count (read.codes, "tel:"), ==, 2);
}

static void
test_pocket_card_four_times (MkWindow *window)
{
  MkNumbersSheet *sheet = sheet_new ();
  g_auto (Read) read = {};

  add_many (sheet, 3);
  read = print_and_read (&mk_pocket_card_kind, sheet);
  g_assert_cmpuint (read.n_pages, ==, 1);
  g_assert_cmpuint (count (read.text, "70 10 10 10"), ==, 4);
  g_assert_cmpuint (count (read.text, "70 10 10 12"), ==, 4);
  g_assert_cmpuint (count (read.text, "112"), ==, 4);
  assert_holds (read.text, "Jobformidler");
}

static void
test_pocket_card_goes_on (MkWindow *window)
{
  MkNumbersSheet *sheet = sheet_new ();
  g_auto (Read) read = {};

  add_many (sheet, 12);
  read = print_and_read (&mk_pocket_card_kind, sheet);
  g_assert_cmpuint (read.n_pages, ==, 1);
  assert_holds (read.text, "1/2");
  assert_holds (read.text, "2/2");
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *number = g_strdup_printf ("70 10 10 %u", 10 + i);

      g_assert_cmpuint (count (read.text, number), ==, 2);
    }
}

static void
test_pocket_cards_on_many_pages (MkWindow *window)
{
  MkNumbersSheet *sheet = sheet_new ();
  g_auto (Read) read = {};

  add_many (sheet, 60);
  read = print_and_read (&mk_pocket_card_kind, sheet);
  g_assert_cmpuint (read.n_pages, >, 1);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("70 10 10 %u", 10 + i);

      g_assert_cmpuint (count (read.text, number), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/numbers/the-wall-sheet-says-whom-to-call", test_wall_sheet);
  mk_app_test_add ("/numbers/the-wall-sheet-goes-on-on-a-second-page", test_wall_sheet_goes_on);
  mk_app_test_add ("/numbers/no-code-for-what-cannot-be-called",
                   test_no_code_for_what_cannot_be_called);
  mk_app_test_add ("/numbers/112-and-114-stand-there-without-anybody",
                   test_nobody_leaves_the_emergency_numbers);
  mk_app_test_add ("/numbers/long-names-stay-whole", test_long_names_stay_whole);
  mk_app_test_add ("/numbers/four-pocket-cards-a-page", test_pocket_card_four_times);
  mk_app_test_add ("/numbers/a-pocket-card-goes-on", test_pocket_card_goes_on);
  mk_app_test_add ("/numbers/pocket-cards-on-many-pages", test_pocket_cards_on_many_pages);
  return g_test_run ();
}
