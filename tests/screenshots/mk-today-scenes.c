/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-today-scenes.h"

#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-clock.h"
#include "search/mk-search-page.h"

/* The page of this day, and what stands around every page. */

static GtkWidget *
today_page (MkWindow *window)
{
  return mk_app_test_find (GTK_WIDGET (window), g_type_from_name ("MkTodayPage"));
}

void
mk_scene_today_rest (MkWindow *window)
{
  GtkWidget *page = today_page (window);
  GtkWidget *scroller = mk_app_test_find (page, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_expander_set_expanded (GTK_EXPANDER (mk_app_test_find (page, GTK_TYPE_EXPANDER)), TRUE);
  mk_app_test_settle ();
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
refresh (MkWindow *window)
{
  mk_workplace_refresh (mk_shell_get_workplace (mk_window_get_shell (window)));
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

void
mk_scene_today_nobody (MkWindow *window)
{
  gtk_widget_activate_action (today_page (window), "today.seen", NULL);
  mk_clock_set ("2026-12-05T09:00:00+01:00", NULL);
  refresh (window);
}

void
mk_scene_today_trouble (MkWindow *window)
{
  mk_workplace_close (mk_shell_get_workplace (mk_window_get_shell (window)));
  refresh (window);
}

void
mk_scene_only (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-only", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
}

void
mk_scene_search (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  mk_app_test_settle ();
}

static void
search_for (MkWindow   *window,
            const char *text)
{
  mk_scene_search (window);
  mk_search_page_search (
      MK_SEARCH_PAGE (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_SEARCH_PAGE)), text);
  for (int i = 0; i < 12; i++)
    mk_app_test_settle ();
}

void
mk_scene_search_found (MkWindow *window)
{
  search_for (window, "va");
}

void
mk_scene_search_none (MkWindow *window)
{
  search_for (window, "xylofon");
}

void
mk_scene_sidebar (MkWindow *window)
{
  GtkWidget *split_view = mk_app_test_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (split_view), FALSE);
}

void
mk_scene_shortcuts (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_help (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_help_lesson (MkWindow *window)
{
  AdwDialog *dialog;

  mk_scene_help (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "help.show-lesson", "s", "hjaelp-persondata");
  mk_app_test_settle ();
}
