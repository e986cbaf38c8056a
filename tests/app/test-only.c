/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "placement/mk-placement-page.h"
#include "shell/mk-sidebar-row.h"
#include "training/mk-situations-button.h"

#include <glib/gstdio.h>
#include <string.h>

/* While the candidate stands beside the screen, nothing in the window names anybody else. */

static const char *const others[] = { "Jonas", "Sara", "Omar", "Amina", "Lis", "0588" };

/* Whole words, so that "Liste" names nobody. */
static gboolean
names (const char *text,
       const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("\\b%s\\b", name);

  return text != NULL && g_regex_match_simple (pattern, text, 0, 0);
}

static void
assert_names_nobody_else (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (names (text, others[i]));
}

/* Everything that can be read or heard: labels, fields, tooltips and titles. */
static void
assert_tree_names_nobody_else (GtkWidget *widget)
{
  static const char *const properties[] = { "label",    "text",         "title",
                                            "subtitle", "tooltip-text", "description" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), properties[i]);
      g_autofree char *text = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
        continue;
      g_object_get (widget, properties[i], &text, NULL);
      assert_names_nobody_else (text);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_tree_names_nobody_else (child);
}

static void
show_only_mia (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-only", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
  mk_app_test_settle ();
}

static void
test_nobody_else_is_named (MkWindow *window)
{
  show_only_mia (window);
  assert_tree_names_nobody_else (GTK_WIDGET (window));
  assert_names_nobody_else (gtk_window_get_title (GTK_WINDOW (window)));
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Viser kun Mia"));
  g_assert_cmpuint (mk_app_test_count (GTK_WIDGET (window), MK_TYPE_SIDEBAR_ROW), ==, 1);
}

/* The walk above would find them. */
static void
test_others_are_named_before (MkWindow *window)
{
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Jonas"));
  g_assert_true (names ("Klippekortet til Jonas udløber", "Jonas"));
  g_assert_false (names ("Liste", "Lis"));
}

static void
test_nothing_leads_to_others (MkWindow *window)
{
  MkShell *shell = mk_window_get_shell (window);
  static const char *const actions[] = { "win.show-today", "win.show-exchange", "win.fetch" };

  show_only_mia (window);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_JONAS);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", MK_DEMO_JONAS, "");
  mk_app_test_settle ();
  g_assert_cmpstr (mk_placement_item_get_id (mk_shell_get_placement (shell)), ==, MK_DEMO_MIA);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  assert_tree_names_nobody_else (GTK_WIDGET (window));
}

static void
test_check_in_opens_there (MkWindow *window)
{
  AdwDialog *dialog;

  show_only_mia (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-check-in", NULL);
  dialog = mk_app_test_wait_for_dialog (window);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Check-in: Mia");
  assert_tree_names_nobody_else (GTK_WIDGET (window));
  adw_dialog_force_close (dialog);
}

static void
test_what_is_opened_meanwhile_waits (MkWindow *window)
{
  g_autofree char *path =
      g_build_filename (g_get_tmp_dir (), "makker-3b83fa44-d9398bd6-000001.json", NULL);

  g_assert_true (mk_demo_write_package (path, NULL));
  show_only_mia (window);
  mk_window_fetch (window, (const char *[]) { path, NULL });
  mk_app_test_settle ();
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-all", NULL);
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  g_unlink (path);
}

static void
test_all_come_back (MkWindow *window)
{
  show_only_mia (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-only", NULL);
  mk_app_test_settle ();
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (window), "Jonas"));
  g_assert_cmpuint (mk_app_test_count (GTK_WIDGET (window), MK_TYPE_SIDEBAR_ROW), ==, 11);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-today", NULL);
  g_assert_null (mk_shell_get_placement (mk_window_get_shell (window)));
}

/* The cards lead away from the one who is shown, and the button to them says so. */
static void
test_button_says_why_it_is_off (MkWindow *window)
{
  GtkWidget *button;

  mk_app_test_resize (window, 360, 640);
  show_only_mia (window);
  button = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_SITUATIONS_BUTTON);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   "Lige nu vises kun ét forløb. Vis alle for at se kortene.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Hvad gør jeg, når …");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       gtk_widget_get_tooltip_text (button));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-all", NULL);
  mk_app_test_settle ();
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Hvad gør jeg, når …");
  mk_app_test_resize (window, 1000, 640);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/only/others-are-named-before", test_others_are_named_before);
  mk_app_test_add ("/only/nobody-else-is-named", test_nobody_else_is_named);
  mk_app_test_add ("/only/nothing-leads-to-others", test_nothing_leads_to_others);
  mk_app_test_add ("/only/check-in-opens-there", test_check_in_opens_there);
  mk_app_test_add ("/only/what-is-opened-meanwhile-waits", test_what_is_opened_meanwhile_waits);
  mk_app_test_add ("/only/button-says-why-it-is-off", test_button_says_why_it_is_off);
  mk_app_test_add ("/only/all-come-back", test_all_come_back);
  return g_test_run ();
}
