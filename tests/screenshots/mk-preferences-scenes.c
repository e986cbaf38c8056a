/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-preferences-scenes.h"

#include "mk-app-test.h"
#include "mk-scene-steps.h"
#include "mk-start-scenes.h"
#include "preferences/mk-person-page.h"

/* The preferences. */

/**
 * mk_scene_show_preferences:
 * @window: a window with a store made by mk_scene_make_store ()
 * @page: its name
 *
 * Opens the store, and the preferences on a page of theirs.
 */
void
mk_scene_show_preferences (MkWindow   *window,
                           const char *page)
{
  mk_scene_empty (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  mk_app_test_wait_for_dialog (window);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (mk_scene_dialog (window)),
                                                page);
  mk_app_test_settle ();
}

void
mk_scene_preferences (MkWindow *window)
{
  mk_scene_show_preferences (window, "person");
}

void
mk_scene_preferences_fault (MkWindow *window)
{
  GtkWidget *page;

  mk_scene_show_preferences (window, "person");
  page = mk_app_test_find (mk_scene_dialog (window), MK_TYPE_PERSON_PAGE);
  mk_scene_type_into (page, MK_TYPE_PERSON_PAGE, "cvr_number", "12345678");
  g_signal_emit_by_name (gtk_widget_get_template_child (page, MK_TYPE_PERSON_PAGE, "save"),
                         "clicked");
}

void
mk_scene_preferences_lock (MkWindow *window)
{
  mk_scene_show_preferences (window, "lock");
}

void
mk_scene_preferences_prompts (MkWindow *window)
{
  mk_scene_show_preferences (window, "prompts");
}

void
mk_scene_preferences_exchange (MkWindow *window)
{
  mk_scene_show_preferences (window, "exchange");
}
