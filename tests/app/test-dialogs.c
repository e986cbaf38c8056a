/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "hotline/mk-hotline-view.h"
#include "mk-store-run.h"

/* Whoever is called away can lock, whatever dialog is open. That a real key comes to a dialog is
 * gone through by the journey that locks in mid-sentence. */

/* A dialog, and what opens it. */
typedef struct
{
  const char *action;
  const char *target; /* or NULL */
  const char *page; /* type of the page whose action it is, or NULL where it is the window's */
} Opening;

static const Opening openings[] = {
  { "win.preferences", NULL, NULL },
  { "win.shortcuts", NULL, NULL },
  { "win.help", NULL, NULL },
  { "win.about", NULL, NULL },
  { "win.new-check-in", NULL, NULL },
  { "win.check-in", "('" MK_DEMO_MIA "', 'moedt')", NULL },
  { "win.arrange", "'" MK_DEMO_MIA "'", NULL },
  { "win.name-here", "'" MK_DEMO_MIA "'", NULL },
  { "win.write-week", "'" MK_DEMO_MIA "'", NULL },
  { "win.save-recovery-code", NULL, NULL },
  { "win.print-hotline", NULL, NULL },
  { "win.print-course-cards", "''", NULL },
  { "win.print-course", NULL, NULL },
  { "win.print-pocket-card", "'" MK_DEMO_MIA "'", NULL },
  { "win.write-meeting", "''", NULL },
  { "win.print-notice", "'" MK_DEMO_MIA "'", NULL },
  { "win.print-person", "'" MK_DEMO_MIA "'", NULL },
  { "win.ask-help", "'" MK_DEMO_MIA "'", NULL },
  { "placement.print-week", NULL, "MkPlacementPage" },
  { "exchange.preview", NULL, "MkExchangePage" },
  { "hotline.add", NULL, "MkHotlineView" },
};

static void
enter (MkWindow *window)
{
  mk_store_run_unlock (window, MK_STORE_RUN_PASSPHRASE);
  mk_app_test_wait_for_shell (window);
}

/* Goes to the page that a dialog is opened from; this one where any will do. */
static GtkWidget *
go_to_page (MkWindow      *window,
            const Opening *opening)
{
  GtkWidget *widget = GTK_WIDGET (window);

  if (g_strcmp0 (opening->page, "MkPlacementPage") == 0)
    gtk_widget_activate_action (widget, "win.show-placement", "s", MK_DEMO_MIA);
  else if (g_strcmp0 (opening->page, "MkHotlineView") == 0)
    gtk_widget_activate_action (widget, "win.show-hotline", NULL);
  else if (opening->page != NULL)
    gtk_widget_activate_action (widget, "win.show-exchange", NULL);
  mk_app_test_settle ();
  return opening->page != NULL ? mk_app_test_find (widget, g_type_from_name (opening->page))
                               : widget;
}

static void
open_from (MkWindow      *window,
           GtkWidget     *widget,
           const Opening *opening)
{
  g_autoptr (GVariant) target = NULL;

  if (opening->target != NULL)
    target = g_variant_ref_sink (g_variant_new_parsed (opening->target));
  g_test_message ("%s", opening->action);
  g_assert_true (gtk_widget_activate_action_variant (widget, opening->action, target));
  mk_app_test_wait_for_dialog (window);
}

static void
open_dialog (MkWindow      *window,
             const Opening *opening)
{
  open_from (window, go_to_page (window, opening), opening);
}

static gboolean
activate_key (GListModel *shortcuts,
              GtkWidget  *widget,
              const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      g_autofree char *trigger =
          gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_str_equal (trigger, key))
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                             gtk_shortcut_get_arguments (shortcut));
    }
  return FALSE;
}

/* Does what the dialog does with a key before what stands in it gets it. */
static gboolean
press (AdwDialog  *dialog,
       const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (dialog));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE &&
          activate_key (G_LIST_MODEL (controller), GTK_WIDGET (dialog), key))
        return TRUE;
    }
  return FALSE;
}

static void
lock_out_of_each (MkWindow *window,
                  gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      AdwDialog *dialog;

      enter (window);
      open_dialog (window, &openings[i]);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      g_assert_true (press (dialog, "<Control>l"));
      g_assert_null (mk_window_get_shell (window));
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
      g_assert_null (mk_app_test_find_text (GTK_WIDGET (window), "Mia"));
    }
}

static void
test_lock_out_of_each (MkStoreRun   *run,
                       gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, lock_out_of_each);
}

/* Over a form that is half written, and once however often it is asked for. */
static void
call_from_a_form (MkWindow *window,
                  gpointer  user_data)
{
  AdwDialog *form, *dialog;

  enter (window);
  open_dialog (window, &openings[4]);
  form = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (press (form, "<Control>t"));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (dialog != form);
  g_assert_nonnull (mk_app_test_find (GTK_WIDGET (dialog), MK_TYPE_HOTLINE_VIEW));
  press (dialog, "<Control>t");
  g_assert_true (dialog ==
                 adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  adw_dialog_force_close (dialog);
  g_assert_true (form ==
                 adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  adw_dialog_force_close (form);
}

static void
test_call_from_a_form (MkStoreRun   *run,
                       gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, call_from_a_form);
}

static void
check_focus (MkWindow      *window,
             const Opening *opening)
{
  GtkWidget *page = go_to_page (window, opening);
  AdwDialog *dialog;
  GtkWidget *before, *inside;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  before = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (before);
  open_from (window, page, opening);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  mk_app_test_settle ();
  inside = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (inside != NULL && gtk_widget_is_ancestor (inside, GTK_WIDGET (dialog)));
  adw_dialog_force_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
  mk_app_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);
}

/* Whoever uses the keys goes on where they were. */
static void
come_back_from_each (MkWindow *window,
                     gpointer  user_data)
{
  enter (window);
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    check_focus (window, &openings[i]);
}

static void
test_come_back_from_each (MkStoreRun   *run,
                          gconstpointer data)
{
  mk_store_run_make (run);
  mk_store_run (run, come_back_from_each);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add ("/dialogs/each-can-be-locked-out-of", MkStoreRun, NULL, mk_store_run_set_up,
              test_lock_out_of_each, mk_store_run_tear_down);
  g_test_add ("/dialogs/focus-comes-back-from-each", MkStoreRun, NULL, mk_store_run_set_up,
              test_come_back_from_each, mk_store_run_tear_down);
  g_test_add ("/dialogs/hotline-from-a-form", MkStoreRun, NULL, mk_store_run_set_up,
              test_call_from_a_form, mk_store_run_tear_down);
  return g_test_run ();
}
