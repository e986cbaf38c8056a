/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "placement/mk-placement-page.h"
#include "shell/mk-accels.h"
#include "training/mk-course.h"

static AdwNavigationSplitView *
split_view_of (MkWindow *window)
{
  return ADW_NAVIGATION_SPLIT_VIEW (
      mk_app_test_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_SPLIT_VIEW));
}

static void
test_opens_on_today_in_danish (MkWindow *window)
{
  AdwNavigationPage *content = adw_navigation_split_view_get_content (split_view_of (window));

  g_assert_cmpstr (adw_navigation_page_get_title (content), ==, "I dag");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (content)));
}

static void
test_sides_take_turns_when_narrow (MkWindow *window)
{
  AdwNavigationSplitView *split_view = split_view_of (window);

  mk_app_test_resize (window, 720, 600);
  g_assert_false (adw_navigation_split_view_get_collapsed (split_view));

  mk_app_test_resize (window, 360, 640);
  g_assert_true (adw_navigation_split_view_get_collapsed (split_view));
  g_assert_true (adw_navigation_split_view_get_show_content (split_view));
}

/* Nothing within needs more than a narrow window has. */
static void
assert_fits (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_fits_a_narrow_window (MkWindow *window)
{
  mk_app_test_resize (window, 360, 640);
  assert_fits (GTK_WIDGET (mk_window_get_shell (window)));
  assert_fits (GTK_WIDGET (adw_navigation_split_view_get_content (split_view_of (window))));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", MK_DEMO_MIA, "fravaer");
  assert_fits (adw_dialog_get_child (mk_app_test_wait_for_dialog (window)));
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
  assert_fits (GTK_WIDGET (adw_navigation_split_view_get_content (split_view_of (window))));
}

static void
test_goes_to_a_placement_and_back (MkWindow *window)
{
  MkShell *shell = mk_window_get_shell (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_JONAS);
  g_assert_cmpstr (mk_placement_item_get_id (mk_shell_get_placement (shell)), ==, MK_DEMO_JONAS);
  g_assert_cmpstr (adw_navigation_page_get_title (
                       adw_navigation_split_view_get_content (split_view_of (window))),
                   ==, "Jonas");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
  g_assert_null (mk_shell_get_placement (shell));
}

/* One page after another of the same kind, and the same page once more, while the sides take turns. */
static void
test_narrow_goes_to_the_same_kind_again (MkWindow *window)
{
  MkShell *shell = mk_window_get_shell (window);

  mk_app_test_resize (window, 360, 640);
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
      mk_app_test_settle ();
    }
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-exchange", NULL);
      mk_app_test_settle ();
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_JONAS);
  mk_app_test_settle ();
  g_assert_cmpstr (mk_placement_item_get_id (mk_shell_get_placement (shell)), ==, MK_DEMO_JONAS);
  g_assert_true (adw_navigation_split_view_get_show_content (split_view_of (window)));
}

/* Every shortcut that is told leads to an action that is there. */
static void
test_shortcuts_do_something (MkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  guint n_accels;
  const MkAccel *accels = mk_accels_get (&n_accels);

  for (guint i = 0; i < n_accels; i++)
    {
      g_auto (GStrv) installed = NULL;

      if (accels[i].action == NULL)
        continue;
      installed = gtk_application_get_accels_for_action (application, accels[i].action);
      g_assert_cmpstr (installed[0], ==, accels[i].accels);
    }
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), "quit"));
}

/* What has a key of its own in a page or a dialog is told too. */
static gboolean
is_told (const char *key)
{
  guint n_accels;
  const MkAccel *accels = mk_accels_get (&n_accels);

  for (guint i = 0; i < n_accels; i++)
    if (g_str_equal (accels[i].accels, key))
      return TRUE;
  return FALSE;
}

static void
test_every_shortcut_is_told (MkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  static const char *const elsewhere[] = {
    "<Control>Return",
    "Delete",
    "<Control>plus",
    "<Control>minus",
    "<Control>0",
    "<Control>g",
    "space",
    "Left",
    "Right",
    "Up",
    "Down",
    "m",
    "c",
    "Escape",
    "F10",
  };

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        g_assert_true (is_told (keys[j]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    g_assert_true (is_told (elsewhere[i]));
}

static const char *
title_of (const GPtrArray *lessons,
          guint            index)
{
  return ((const MkLesson *) g_ptr_array_index (lessons, index))->title;
}

static void
test_help_is_read_from_anywhere (MkWindow *window)
{
  g_autoptr (GPtrArray) lessons = mk_course_list (MK_LESSON_HELP);
  AdwDialog *dialog;

  g_assert_cmpuint (lessons->len, ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  for (guint i = 0; i < lessons->len; i++)
    g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (dialog), title_of (lessons, i)));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "help.show-lesson", "s", "hjaelp-persondata");
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (dialog), "Hvad ligger hvor"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) ==
                 dialog);
  adw_dialog_force_close (dialog);
}

static void
test_new_check_in_asks_about_whom (MkWindow *window)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-check-in", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Hvem handler det om?");
  adw_dialog_force_close (dialog);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_JONAS);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-check-in", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Check-in: Jonas");
  adw_dialog_force_close (dialog);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/window/opens-on-today-in-danish", test_opens_on_today_in_danish);
  mk_app_test_add ("/window/sides-take-turns-when-narrow", test_sides_take_turns_when_narrow);
  mk_app_test_add ("/window/fits-a-narrow-window", test_fits_a_narrow_window);
  mk_app_test_add ("/window/goes-to-a-placement-and-back", test_goes_to_a_placement_and_back);
  mk_app_test_add ("/window/narrow-goes-to-the-same-kind-again",
                   test_narrow_goes_to_the_same_kind_again);
  mk_app_test_add ("/window/shortcuts-do-something", test_shortcuts_do_something);
  mk_app_test_add ("/window/every-shortcut-is-told", test_every_shortcut_is_told);
  mk_app_test_add ("/window/help-is-read-from-anywhere", test_help_is_read_from_anywhere);
  mk_app_test_add ("/window/new-check-in-asks-about-whom", test_new_check_in_asks_about_whom);
  return g_test_run ();
}
