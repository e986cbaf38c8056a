/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-saving.h"
#include "check-in/mk-check-in-edits.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-clock.h"
#include "placement/mk-placement-head.h"
#include "placement/mk-placement-page.h"
#include "placement/mk-timeline-card.h"
#include "placement/mk-timeline-row.h"
#include "placement/mk-week-heading.h"

#include <string.h>

/* The page of a placement with its log, on the invented workplace. */

static MkWorkplace *
workplace_of (MkWindow *window)
{
  return mk_shell_get_workplace (mk_window_get_shell (window));
}

static GtkWidget *
find (MkWindow *window,
      GType     type)
{
  return mk_app_test_find (GTK_WIDGET (window), type);
}

static guint
count_rows (MkWindow *window)
{
  GtkGridView *list = GTK_GRID_VIEW (find (window, GTK_TYPE_GRID_VIEW));

  /* The head is none. */
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_grid_view_get_model (list))) - 1;
}

/* A number of rows that is waited for. */
typedef struct
{
  MkWindow *window;
  guint     rows;
} Count;

static gboolean
has_count (gpointer data)
{
  const Count *count = data;

  return count_rows (count->window) == count->rows;
}

static gboolean
has_fewer (gpointer data)
{
  const Count *count = data;

  return count_rows (count->window) > 0 && count_rows (count->window) < count->rows;
}

static void
wait_for_count (MkWindow *window,
                guint     rows)
{
  Count count = { window, rows };

  mk_app_test_wait (has_count, &count);
}

static gboolean
has_rows (gpointer window)
{
  GtkWidget *list = find (window, GTK_TYPE_GRID_VIEW);

  return list != NULL && mk_app_test_find_text (list, "Gemt") != NULL;
}

static void
show (MkWindow   *window,
      const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", id);
  mk_app_test_settle ();
}

static gboolean
is_told (gpointer data)
{
  gpointer *parts = data;

  return mk_app_test_find_text (parts[0], parts[1]) != NULL;
}

static void
wait_for_text (MkWindow   *window,
               const char *text)
{
  gpointer parts[] = { window, (gpointer) text };

  mk_app_test_wait (is_told, parts);
}

static gpointer
part_of_head (MkWindow   *window,
              const char *name)
{
  return gtk_widget_get_template_child (find (window, MK_TYPE_PLACEMENT_HEAD),
                                        MK_TYPE_PLACEMENT_HEAD, name);
}

static void
test_weeks_with_hours (MkWindow *window)
{
  show (window, MK_DEMO_MIA);
  mk_app_test_wait (has_rows, window);
  wait_for_text (window, "Uge 49 · 5 t 30 min");
  wait_for_text (window, "Uge 48 · 12 timer");
  wait_for_text (window, "Varemodtagelsen · uge 17 · Ansættelse");
  g_assert_cmpuint (count_rows (window), >, 20);
}

static gpointer
find_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  MkDays days = { .placement = MK_DEMO_MIA, .limit = -1 };

  return mk_check_ins_read (database, &days, error);
}

static void
test_delete_and_undo (MkWindow *window)
{
  g_autoptr (GPtrArray) items = mk_app_test_on_store (window, find_func, NULL);
  GtkWidget *undo;
  guint before;

  show (window, MK_DEMO_MIA);
  mk_app_test_wait (has_rows, window);
  before = count_rows (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-check-in", "s",
                              mk_check_in_item_get_id (g_ptr_array_index (items, 0)));
  wait_for_count (window, before - 1);
  wait_for_text (window, "Uge 49 · 2 t 30 min");
  undo = mk_app_test_find_text (GTK_WIDGET (window), "Fortryd");
  g_signal_emit_by_name (gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON), "clicked");
  wait_for_count (window, before);
  wait_for_text (window, "Uge 49 · 5 t 30 min");
}

/* Enter on a row, and a click, open it. What came back since stands before the last check-in. */
static void
test_opens (MkWindow *window)
{
  AdwDialog *dialog;

  show (window, MK_DEMO_MIA);
  mk_app_test_wait (has_rows, window);
  g_signal_emit_by_name (find (window, GTK_TYPE_GRID_VIEW), "activate", 2u);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Check-in: Mia");
  adw_dialog_force_close (dialog);
}

static void
test_filter (MkWindow *window)
{
  guint before;

  show (window, MK_DEMO_MIA);
  mk_app_test_wait (has_rows, window);
  before = count_rows (window);
  gtk_toggle_button_set_active (part_of_head (window, "phases_button"), TRUE);
  mk_app_test_wait (has_fewer, &(Count) { window, before });
  gtk_editable_set_text (GTK_EDITABLE (part_of_head (window, "search")), "findes ikke");
  wait_for_text (window, "Ikke noget fundet her");
  gtk_widget_activate_action (find (window, MK_TYPE_PLACEMENT_HEAD), "head.show-all", NULL);
  wait_for_count (window, before);
  gtk_editable_set_text (GTK_EDITABLE (part_of_head (window, "search")), "BUSSEN");
  wait_for_text (window, "Bussen var forsinket. Hun ringede selv.");
  mk_app_test_wait (has_fewer, &(Count) { window, before });
}

static void
test_empty (MkWindow *window)
{
  show (window, MK_DEMO_AMINA);
  wait_for_text (window, "Her er ikke skrevet noget endnu");
}

/* While the store is at other work the page is there and says so. */

typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean is_free;
} Gate;

static gpointer
wait_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->is_free)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return GINT_TO_POINTER (TRUE);
}

static void
test_busy (MkWindow *window)
{
  Gate gate = { 0 };

  g_mutex_init (&gate.mutex);
  g_cond_init (&gate.cond);
  mk_store_run_async (mk_workplace_get_store (workplace_of (window)), wait_func, &gate, NULL, NULL,
                      MK_STORE_WRITE, NULL, NULL, NULL);
  show (window, MK_DEMO_MIA);
  wait_for_text (window, "Loggen læses");
  g_mutex_lock (&gate.mutex);
  gate.is_free = TRUE;
  g_cond_signal (&gate.cond);
  g_mutex_unlock (&gate.mutex);
  mk_app_test_wait (has_rows, window);
  g_assert_null (mk_app_test_find_text (GTK_WIDGET (window), "Loggen læses"));
}

static void
test_problem (MkWindow *window)
{
  mk_store_close (mk_workplace_get_store (workplace_of (window)));
  show (window, MK_DEMO_MIA);
  wait_for_text (window, "Loggen kunne ikke læses");
  wait_for_text (window, "Prøv igen");
  gtk_widget_activate_action (find (window, MK_TYPE_PLACEMENT_HEAD), "head.retry", NULL);
  mk_app_test_settle ();
  wait_for_text (window, "Loggen kunne ikke læses");
}

static gpointer
save_odd (MkDatabase   *database,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  const char *texts[] = { NULL, "يوم جيد مع الفريق", "👩‍🍳🎉 " };

  for (int i = 0; i < 4999; i++)
    g_string_append (lines, "x\n");
  texts[0] = lines->str;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *now = mk_clock_text ();
      g_autoptr (MkCheckInDraft) draft =
          mk_check_in_draft_new (MK_DEMO_MIA, "משה אלכסנדר Øster-Ågård", now, NULL);
      g_autoptr (MkSaved) saved = NULL;

      g_set_str (&draft->data->attendance, MK_ATTENDANCE_MET);
      g_set_str (&draft->data->note, texts[i]);
      saved = mk_check_in_save (database, draft, error);
      g_assert_nonnull (saved);
    }
  return GINT_TO_POINTER (TRUE);
}

/* A note of thousands of lines takes no more room than another, and nothing is wider than a narrow
 * window. */
static void
test_odd_texts (MkWindow *window)
{
  int minimum, height;
  GtkWidget *row;
  guint before;

  mk_app_test_resize (window, 360, 640);
  show (window, MK_DEMO_MIA);
  mk_app_test_wait (has_rows, window);
  before = count_rows (window);
  mk_app_test_on_store (window, save_odd, NULL);
  mk_workplace_refresh (workplace_of (window));
  wait_for_count (window, before + 3);
  mk_app_test_wait (has_rows, window);
  mk_app_test_settle ();
  row = find (window, MK_TYPE_TIMELINE_ROW);
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 320);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 312, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <, 200);
}

/* More than the list keeps rows for, so that they are used again. */
#define MANY 400

static gpointer
write_many (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GPtrArray) drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mk_check_in_draft_free);
  g_autoptr (GDateTime) now = mk_clock_now ();

  for (int i = 0; i < MANY; i++)
    {
      g_autoptr (GDateTime) moment = g_date_time_add_hours (now, -i);
      g_autofree char *text = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S%:z");
      g_autoptr (MkCheckInDraft) empty = mk_check_in_draft_new (MK_DEMO_MIA, "Per", text, NULL);

      g_ptr_array_add (drafts, mk_check_in_draft_with_attendance (empty, MK_ATTENDANCE_MET));
    }
  return mk_check_in_save_many (database, drafts, error);
}

/* However far one scrolls, each row is used again, and the head comes back. */
static void
test_scrolled_to_the_end_and_back (MkWindow *window)
{
  g_auto (GStrv) ids = mk_app_test_on_store (window, write_many, NULL);
  GtkWidget *page;
  GtkAdjustment *adjustment;

  g_assert_cmpuint (g_strv_length (ids), ==, MANY);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_wait (has_rows, window);
  page = find (window, MK_TYPE_PLACEMENT_PAGE);
  adjustment =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (mk_app_test_find (page, GTK_TYPE_GRID_VIEW)));
  for (int step = 500; step >= -500; step -= 1000)
    for (int i = 0; i < 60; i++)
      {
        gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
        mk_app_test_settle ();
      }
  gtk_adjustment_set_value (adjustment, 0);
  mk_app_test_settle ();
  g_assert_true (gtk_widget_get_mapped (mk_app_test_find (page, MK_TYPE_PLACEMENT_HEAD)));
}

/* The desktop's text, in 1024ths of a dot an inch. */
#define USUAL_DPI (96 * 1024)

static GtkWidget *
part_of (GtkWidget  *card,
         const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (card, MK_TYPE_TIMELINE_CARD, name));
}

/* The first card in sight that has a button beside its state, which is one of this installation. */
static GtkWidget *
find_card (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (MK_IS_TIMELINE_CARD (root))
    return gtk_widget_get_mapped (part_of (root, "delete_button")) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_card (child);
  return found;
}

static graphene_rect_t
place_of (GtkWidget  *card,
          const char *name)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (part_of (card, name), card, &place));
  return place;
}

/* What ends a card stands in a line below its words. */
static gboolean
ends_below (GtkWidget *card)
{
  graphene_rect_t chip = place_of (card, "chip");
  graphene_rect_t button = place_of (card, "delete_button");
  float chip_end = chip.origin.y + chip.size.height;
  float button_end = button.origin.y + button.size.height;

  return MAX (chip_end, button_end) == gtk_widget_get_height (card) && chip.origin.y < button_end &&
         button.origin.y < chip_end;
}

typedef struct
{
  MkWindow *window;
  gboolean  is_below;
} Ending;

/* Scrolls to a card, which is out of sight where the head above it takes all the room. */
static gboolean
has_ending (gpointer data)
{
  Ending *ending = data;
  GtkWidget *card = find_card (GTK_WIDGET (ending->window));
  GtkScrollable *list = GTK_SCROLLABLE (find (ending->window, GTK_TYPE_GRID_VIEW));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (list);

  if (card != NULL)
    return ends_below (card) == ending->is_below;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 50);
  return FALSE;
}

/* A log that is open when the desktop's text grows lays its rows out anew, and so when it shrinks. */
static void
test_text_grows (MkWindow *window)
{
  GtkSettings *settings = gtk_settings_get_default ();

  mk_app_test_resize (window, 360, 640);
  show (window, MK_DEMO_MIA);
  mk_app_test_wait (has_ending, &(Ending) { window, FALSE });
  g_object_set (settings, "gtk-xft-dpi", 2 * USUAL_DPI, NULL);
  mk_app_test_wait (has_ending, &(Ending) { window, TRUE });
  g_object_set (settings, "gtk-xft-dpi", USUAL_DPI, NULL);
  mk_app_test_wait (has_ending, &(Ending) { window, FALSE });
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/log/weeks-with-their-hours", test_weeks_with_hours);
  mk_app_test_add ("/log/deletes-and-undoes", test_delete_and_undo);
  mk_app_test_add ("/log/a-row-opens", test_opens);
  mk_app_test_add ("/log/filters-and-searches", test_filter);
  mk_app_test_add ("/log/empty-says-what-is-next", test_empty);
  mk_app_test_add ("/log/alive-while-the-store-is-busy", test_busy);
  mk_app_test_add ("/log/a-fault-is-told-and-tried-again", test_problem);
  mk_app_test_add ("/log/scrolled-to-the-end-and-back", test_scrolled_to_the_end_and_back);
  mk_app_test_add ("/log/odd-texts-keep-the-row", test_odd_texts);
  mk_app_test_add ("/log/text-that-grows-is-laid-out-anew", test_text_grows);
  return g_test_run ();
}
