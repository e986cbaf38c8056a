/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"

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

static void
test_quits_by_shortcut (MkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, "app.quit");

  g_assert_cmpstr (accels[0], ==, "<Control>q");
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), "quit"));
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/window/opens-on-today-in-danish", test_opens_on_today_in_danish);
  mk_app_test_add ("/window/sides-take-turns-when-narrow", test_sides_take_turns_when_narrow);
  mk_app_test_add ("/window/quits-by-shortcut", test_quits_by_shortcut);
  return g_test_run ();
}
