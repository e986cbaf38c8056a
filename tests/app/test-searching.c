/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "placement/mk-placement-page.h"
#include "placement/mk-timeline-row.h"
#include "search/mk-found-row.h"
#include "search/mk-search-page.h"
#include "training/mk-course.h"
#include "training/mk-lesson-page.h"

#include <string.h>

/* Searching everything, on the invented workplace. */

static GtkWidget *
find (MkWindow *window,
      GType     type)
{
  return mk_app_test_find (GTK_WIDGET (window), type);
}

static MkSearchPage *
open_search (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  mk_app_test_settle ();
  g_assert_nonnull (find (window, MK_TYPE_SEARCH_PAGE));
  return MK_SEARCH_PAGE (find (window, MK_TYPE_SEARCH_PAGE));
}

/* The sidebar has one of its own. */
static GtkWidget *
entry_of (MkWindow *window)
{
  return mk_app_test_find (find (window, MK_TYPE_SEARCH_PAGE), GTK_TYPE_SEARCH_ENTRY);
}

static gboolean
is_told (gpointer data)
{
  gpointer *parts = data;

  return mk_app_test_find_text (parts[0], parts[1]) != NULL;
}

static void
search_until (MkWindow   *window,
              const char *text,
              const char *told)
{
  gpointer parts[] = { window, (gpointer) told };

  mk_search_page_search (MK_SEARCH_PAGE (find (window, MK_TYPE_SEARCH_PAGE)), text);
  mk_app_test_wait (is_told, parts);
}

static GListModel *
found_by (MkWindow *window)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (window, GTK_TYPE_LIST_VIEW))));
}

static void
test_finds_by_kind (MkWindow *window)
{
  open_search (window);
  search_until (window, "va", "10 fundet");
  search_until (window, "forsinket", "2 fundet");
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Mia · tirsdag den 1. december"));
  g_assert_nonnull (
      mk_app_test_find_text (GTK_WIDGET (window), "Bussen var forsinket. Hun ringede selv."));
  search_until (window, "qzæqzø", "Ikke noget fundet");
  search_until (window, "", "Søg i alt, der er skrevet her");
}

static gboolean
is_searched_for_bus (gpointer item)
{
  return g_str_equal (mk_found_item_get_searched (item), "bussen");
}

/* What stays found stays the same row as one types on, and is marked anew. */
static void
test_keeps_its_place (MkWindow *window)
{
  g_autoptr (MkFoundItem) before = NULL;
  g_autoptr (MkFoundItem) after = NULL;
  int end = (int) strlen ("buss");

  open_search (window);
  search_until (window, "buss", "1 fundet");
  before = g_list_model_get_item (found_by (window), 0);
  gtk_editable_insert_text (GTK_EDITABLE (entry_of (window)), "en", -1, &end);
  mk_app_test_wait (is_searched_for_bus, before);
  after = g_list_model_get_item (found_by (window), 0);
  g_assert_true (before == after);
}

static void
test_escape_returns (MkWindow *window)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_JONAS);
  page = find (window, MK_TYPE_PLACEMENT_PAGE);
  open_search (window);
  g_assert_null (find (window, MK_TYPE_PLACEMENT_PAGE));
  g_signal_emit_by_name (entry_of (window), "stop-search");
  mk_app_test_settle ();
  g_assert_true (find (window, MK_TYPE_PLACEMENT_PAGE) == page);
  g_assert_null (find (window, MK_TYPE_SEARCH_PAGE));
}

static gboolean
has_focus_on_row (gpointer window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && MK_IS_TIMELINE_ROW (gtk_widget_get_first_child (focus)) &&
         mk_app_test_find_text (focus, "Bussen var forsinket. Hun ringede selv.") != NULL;
}

static void
test_jumps_to_the_log (MkWindow *window)
{
  MkShell *shell = mk_window_get_shell (window);

  open_search (window);
  search_until (window, "bussen", "1 fundet");
  g_signal_emit_by_name (find (window, GTK_TYPE_LIST_VIEW), "activate", 0u);
  mk_app_test_wait (has_focus_on_row, window);
  g_assert_cmpstr (mk_placement_item_get_id (mk_shell_get_placement (shell)), ==, MK_DEMO_MIA);
}

static void
test_jumps_to_a_placement (MkWindow *window)
{
  open_search (window);
  search_until (window, "køkken", "Jonas · Køkken");
  g_signal_emit_by_name (find (window, GTK_TYPE_LIST_VIEW), "activate", 0u);
  mk_app_test_settle ();
  g_assert_cmpstr (mk_placement_item_get_id (mk_shell_get_placement (mk_window_get_shell (window))),
                   ==, MK_DEMO_JONAS);
}

/* A contact has no page yet, so it is read where one is. */
static void
test_reads_a_contact (MkWindow *window)
{
  AdwDialog *dialog;

  open_search (window);
  search_until (window, "vagttelefon", "1 fundet");
  g_signal_emit_by_name (find (window, GTK_TYPE_LIST_VIEW), "activate", 0u);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  adw_dialog_force_close (dialog);
}

static void
test_problem (MkWindow *window)
{
  open_search (window);
  mk_store_close (mk_workplace_get_store (mk_shell_get_workplace (mk_window_get_shell (window))));
  search_until (window, "va", "Søgningen lykkedes ikke");
}

/* The row that reads as a sentence says what it is and where it was found. */
static void
test_marks_in_bold (MkWindow *window)
{
  GtkWidget *label;
  PangoAttrList *marks;
  g_autofree char *text = NULL;

  open_search (window);
  search_until (window, "HUN ringede", "1 fundet");
  mk_app_test_settle ();
  label = mk_app_test_find_text (GTK_WIDGET (window), "Bussen var forsinket. Hun ringede selv.");
  marks = gtk_label_get_attributes (GTK_LABEL (label));
  text = pango_attr_list_to_string (marks);
  g_assert_cmpstr (text, ==, "22 25 weight bold\n26 33 weight bold");
}

static guint
position_of (GListModel *found,
             const char *lesson)
{
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (MkFoundItem) item = g_list_model_get_item (found, i);

      if (g_strcmp0 (mk_found_item_get_lesson (item), lesson) == 0)
        return i;
    }
  return G_MAXUINT;
}

/* Whatever the course says, a card is found by its own words and opens. */
static void
test_lessons_are_found_and_opened (MkWindow *window)
{
  g_autoptr (GPtrArray) cards = mk_course_list (MK_LESSON_SITUATION);
  const MkLesson *card = g_ptr_array_index (cards, 0);
  guint position;

  open_search (window);
  search_until (window, card->say, card->title);
  position = position_of (found_by (window), card->name);
  g_assert_cmpuint (position, !=, G_MAXUINT);
  g_signal_emit_by_name (find (window, GTK_TYPE_LIST_VIEW), "activate", position);
  mk_app_test_settle ();
  g_assert_nonnull (find (window, MK_TYPE_LESSON_PAGE));
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/searching/finds-in-danish-by-kind", test_finds_by_kind);
  mk_app_test_add ("/searching/what-stays-found-stays", test_keeps_its_place);
  mk_app_test_add ("/searching/escape-returns", test_escape_returns);
  mk_app_test_add ("/searching/jumps-to-the-log", test_jumps_to_the_log);
  mk_app_test_add ("/searching/jumps-to-a-placement", test_jumps_to_a_placement);
  mk_app_test_add ("/searching/reads-a-contact", test_reads_a_contact);
  mk_app_test_add ("/searching/a-fault-is-told", test_problem);
  mk_app_test_add ("/searching/marks-what-was-found", test_marks_in_bold);
  mk_app_test_add ("/searching/lessons-are-found-and-opened", test_lessons_are_found_and_opened);
  return g_test_run ();
}
