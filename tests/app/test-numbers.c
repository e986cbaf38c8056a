/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "hotline/mk-hotline-paper.h"
#include "mk-app-test.h"
#include "mk-reader.h"
#include "print/mk-pocket-card.h"
#include "print/mk-numbers-sheet.h"
#include "print/mk-wall-sheet.h"

#include <glib/gstdio.h>
#include <string.h>

/* The numbers on paper, read back from the file that the same drawing makes. */

typedef struct
{
  char *text;
  char *words; /* with where they stand */
  char *codes; /* of all pages */
  guint n_pages;
} Read;

static void
read_clear (Read *read)
{
  g_free (read->text);
  g_free (read->words);
  g_free (read->codes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static MkNumbersSheet *
sheet_new (void)
{
  g_autoptr (GDateTime) printed = g_date_time_new_local (2026, 12, 3, 11, 5, 0);

  return mk_numbers_sheet_new ("Eksempelbutikken ApS", printed);
}

static void
add (MkNumbersSheet *sheet,
     const char     *name,
     const char     *telephone)
{
  mk_numbers_sheet_add (sheet, name, "Jobformidler", telephone,
                        "mandag–torsdag kl. 08.00–15.30, fredag kl. 08.00–14.00");
}

static void
add_many (MkNumbersSheet *sheet,
          guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kontakt nummer %u", i + 1);
      g_autofree char *number = g_strdup_printf ("701010%u", 10 + i);

      add (sheet, name, number);
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

/* Takes @sheet. */
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
  read.words = mk_reader_words (path);
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
  mk_numbers_sheet_unref (sheet);
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

  add (sheet, "Vagttelefonen", "70 10 10 97");
  add (sheet, "Jonas Eksempel", "70 10 10 98");
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

  add (sheet, "Køkkenet", "lokal 4");
  add (sheet, "Per", NULL);
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
  g_auto (Read) read = {};

  add (sheet, "Afdelingen for fastholdelse, virksomhedskontakt og medarbejderservice i øst",
       "70101097");
  add (sheet, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
       "70101098");
  read = print_and_read (&mk_wall_sheet_kind, sheet);
  assert_holds (read.text, "Afdelingen");
  assert_holds (read.text, "øst");
  assert_holds (read.text, "gesellschaft");
  g_assert_cmpuint (count (read.codes, "tel:"), ==, 2);
}

/* In points from the top of the page. */
static double
height_of (const Read *read,
           const char *word)
{
  g_autofree char *pattern = g_strdup_printf ("yMin=\"([0-9.]+)\"[^>]*>%s,?</word>", word);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *height = NULL;

  g_assert_true (g_regex_match (regex, read->words, 0, &match));
  height = g_match_info_fetch (match, 1);
  return g_ascii_strtod (height, NULL);
}

/* The number stands above what is at the foot, with room for its own height. */
static void
test_endless_names_leave_the_numbers (MkWindow *window)
{
  const MkPaperKind *kinds[] = { &mk_wall_sheet_kind, &mk_pocket_card_kind };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MkNumbersSheet *sheet = sheet_new ();
      g_autofree char *name = g_strnfill (4000, 'x');
      g_auto (Read) read = {};

      add (sheet, name, "70101097");
      read = print_and_read (kinds[i], sheet);
      g_assert_cmpfloat (height_of (&read, "97") + 20, <, height_of (&read, "112"));
    }
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

/* From the invented workplace, which has numbers for all and for a placement. */

static MkHotline *
hotline_of (MkWindow *window)
{
  return mk_workplace_get_hotline (mk_shell_get_workplace (mk_window_get_shell (window)));
}

static void
test_no_candidate_on_the_wall (MkWindow *window)
{
  static const char *const placements[] = { MK_DEMO_MIA, MK_DEMO_JONAS };
  MkNumbersSheet *sheet = mk_hotline_wall_sheet (hotline_of (window), "Eksempelbutikken ApS");
  g_auto (Read) read = {};

  g_assert_cmpuint (sheet->lines->len, >, 0);
  read = print_and_read (&mk_wall_sheet_kind, sheet);
  for (guint i = 0; i < G_N_ELEMENTS (placements); i++)
    {
      MkPlacementItem *placement =
          mk_workplace_find_placement (mk_shell_get_workplace (mk_window_get_shell (window)),
                                       placements[i]);

      g_assert_null (strstr (read.text, mk_placement_item_get_name (placement)));
      g_assert_null (strstr (read.text, mk_placement_item_get_alias (placement)));
    }
}

static MkHotlineLine *
line_new (const char *name,
          gint64      priority,
          const char *placement,
          const char *telephone)
{
  MkHotlineLine *line = g_new0 (MkHotlineLine, 1);

  line->kind = MK_HOTLINE_CONTACT;
  line->name = g_strdup (name);
  line->priority = priority;
  line->placement_id = g_strdup (placement);
  line->function = g_strdup ("Kollega");
  line->telephone = g_strdup (telephone);
  return line;
}

/* Somebody of each kind, in no order. */
static MkHotline *
hotline_new (void)
{
  MkHotline *hotline = mk_hotline_new ();
  GPtrArray *lines = g_ptr_array_new_with_free_func (mk_hotline_line_free);

  g_ptr_array_add (lines, line_new ("Åse", 2, NULL, "70101098"));
  g_ptr_array_add (lines, line_new ("Zoe", 2, NULL, "70101096"));
  g_ptr_array_add (lines, line_new ("Vagten", 1, NULL, "70101097"));
  g_ptr_array_add (lines, line_new ("Per", 1000, MK_DEMO_MIA, "70101099"));
  g_ptr_array_add (lines, line_new ("Anna", 1, MK_DEMO_JONAS, "70101095"));
  g_ptr_array_add (lines, line_new ("Bo", 1, MK_DEMO_MIA, NULL));
  mk_hotline_update (hotline, lines);
  return hotline;
}

static char *
names_of (MkNumbersSheet *sheet)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sheet->lines->len; i++)
    g_string_append_printf (names, "%s ",
                            ((const MkSheetLine *) g_ptr_array_index (sheet->lines, i))->name);
  return g_strdup (names->str);
}

static void
test_own_come_first (MkWindow *window)
{
  g_autoptr (MkHotline) hotline = hotline_new ();
  g_autoptr (MkNumbersSheet) card = mk_hotline_pocket_card (hotline, NULL, MK_DEMO_MIA);
  g_autoptr (MkNumbersSheet) wall = mk_hotline_wall_sheet (hotline, NULL);
  g_autofree char *on_card = names_of (card);
  g_autofree char *on_wall = names_of (wall);

  g_assert_cmpstr (on_card, ==, "Per Vagten Zoe Åse ");
  g_assert_cmpstr (on_wall, ==, "Vagten Zoe Åse ");
}

static void
test_all_go_into_the_telephone (MkWindow *window)
{
  g_autoptr (MkHotline) hotline = hotline_new ();
  g_autofree char *cards = mk_hotline_vcards (hotline);

  g_assert_cmpuint (count (cards, "BEGIN:VCARD\r\n"), ==, 5);
  for (guint i = 95; i <= 99; i++)
    {
      g_autofree char *uri = g_strdup_printf (":tel:+45701010%u\r\n", i);

      assert_holds (cards, uri);
    }
}

static void
test_shown_as_printed (MkWindow *window)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-hotline", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpuint (mk_app_test_count (GTK_WIDGET (dialog), GTK_TYPE_DRAWING_AREA), ==, 1);
  adw_dialog_force_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-pocket-card", "s", MK_DEMO_MIA);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Lommekort");
  adw_dialog_force_close (dialog);
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
  mk_app_test_add ("/numbers/endless-names-leave-the-numbers",
                   test_endless_names_leave_the_numbers);
  mk_app_test_add ("/numbers/four-pocket-cards-a-page", test_pocket_card_four_times);
  mk_app_test_add ("/numbers/a-pocket-card-goes-on", test_pocket_card_goes_on);
  mk_app_test_add ("/numbers/no-candidate-on-the-wall", test_no_candidate_on_the_wall);
  mk_app_test_add ("/numbers/a-placements-own-come-first-on-its-card", test_own_come_first);
  mk_app_test_add ("/numbers/all-go-into-the-telephone", test_all_go_into_the_telephone);
  mk_app_test_add ("/numbers/are-shown-as-they-are-printed", test_shown_as_printed);
  mk_app_test_add ("/numbers/pocket-cards-on-many-pages", test_pocket_cards_on_many_pages);
  return g_test_run ();
}
