/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "mk-app-test.h"
#include "widgets/mk-banner.h"

#include <glib/gi18n-lib.h>

/* What is told can be read in the narrowest window: a toast has one line and fits there, and a reason
 * is told where it has the room it needs. */

#define WIDTH 360
#define HEIGHT 640
#define NOWHERE "7c0b1f5e-0000-4000-8000-000000000000"
#define REASON                                                                                    \
  "Det kunne ikke gemmes, for disken er fuld. Slet noget, som du ikke har brug for, eller spørg " \
  "den, der passer computeren, & prøv så igen. Det, du har skrevet, står her endnu, og der er "   \
  "ikke sendt noget."

/* The first text in it that is cut. */
static const char *
cut_in (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *cut = cut_in (child);

      if (cut != NULL)
        return cut;
    }
  return NULL;
}

/* Toasts */

/* All that a toast says, and the button it has with it. */
static const struct
{
  const char *context;
  const char *text;
  const char *button;
} toasts[] = {
  { "state", N_ ("Saved"), N_ ("_Undo") },
  { NULL, N_ ("Check-in deleted"), N_ ("_Undo") },
  { NULL, N_ ("The call is noted"), N_ ("_Undo") },
  { NULL, N_ ("Call deleted"), N_ ("_Undo") },
  { NULL, N_ ("Followed up"), N_ ("_Undo") },
  { NULL, N_ ("Number deleted"), N_ ("_Undo") },
  { NULL, N_ ("The number is confirmed"), N_ ("_Undo") },
  { NULL, N_ ("Meeting deleted"), N_ ("_Undo") },
  { NULL, N_ ("Ready to be sent"), N_ ("_Undo") },
  { NULL, N_ ("Request withdrawn"), N_ ("_Undo") },
  { NULL, N_ ("The number is copied"), N_ ("_Note the call") },
  { NULL, N_ ("Have you called?"), N_ ("_Note the call") },
  { NULL, N_ ("No backup today"), N_ ("_See why") },
  { NULL, N_ ("The text is copied"), NULL },
  { NULL, N_ ("Kept as a draft"), NULL },
};

/* In Danish: what has become another text in the sources has none. */
static const char *
in_danish (const char *context,
           const char *text)
{
  const char *danish = context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, text)
                                       : g_dgettext (GETTEXT_PACKAGE, text);

  g_assert_true (danish != text);
  return danish;
}

static void
test_toasts_fit (MkWindow *window)
{
  AdwToastOverlay *overlay = mk_shell_get_overlay (mk_window_get_shell (window));

  mk_app_test_resize (window, WIDTH, HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (toasts); i++)
    {
      const char *text = in_danish (toasts[i].context, toasts[i].text);
      AdwToast *toast = adw_toast_new (text);

      if (toasts[i].button != NULL)
        adw_toast_set_button_label (toast, in_danish (NULL, toasts[i].button));
      adw_toast_overlay_add_toast (overlay, toast);
      mk_app_test_settle ();
      g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (overlay), text));
      if (cut_in (GTK_WIDGET (overlay)) != NULL)
        g_test_fail_printf ("“%s” is cut", cut_in (GTK_WIDGET (overlay)));
      adw_toast_overlay_dismiss_all (overlay);
      mk_app_test_settle ();
    }
}

/* Reasons */

static void
check_told_whole (MkWindow   *window,
                  const char *action)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), action, "s", NOWHERE);
  dialog = mk_app_test_wait_for_dialog (window);
  mk_app_test_settle ();
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), !=, "");
  g_assert_cmpstr (cut_in (GTK_WIDGET (dialog)), ==, NULL);
  adw_dialog_force_close (dialog);
  mk_app_test_wait_for_no_dialog (window);
}

static void
test_reasons_are_told_whole (MkWindow *window)
{
  mk_app_test_resize (window, WIDTH, HEIGHT);
  check_told_whole (window, "win.open-check-in");
  check_told_whole (window, "win.delete-check-in");
  check_told_whole (window, "win.open-call");
  check_told_whole (window, "win.delete-meeting");
}

static void
test_banners_are_whole (MkWindow *window)
{
  AdwToastOverlay *overlay = mk_shell_get_overlay (mk_window_get_shell (window));
  AdwBanner *banner = ADW_BANNER (mk_app_test_find (GTK_WIDGET (overlay), ADW_TYPE_BANNER));

  mk_app_test_resize (window, WIDTH, HEIGHT);
  mk_banner_tell (banner, REASON);
  mk_app_test_settle ();
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (mk_app_test_find_text (GTK_WIDGET (banner), REASON));
  g_assert_cmpstr (cut_in (GTK_WIDGET (banner)), ==, NULL);
  mk_banner_tell (banner, NULL);
  g_assert_false (adw_banner_get_revealed (banner));
}

static void
test_titles_keep_one_line_where_it_fits (MkWindow *window)
{
  GtkWidget *title;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.write-meeting", "s", "");
  title = mk_app_test_find_text (GTK_WIDGET (mk_app_test_wait_for_dialog (window)), "ERFA-møde");
  mk_app_test_settle ();
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (title))), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/telling/toasts-fit-a-narrow-window", test_toasts_fit);
  mk_app_test_add ("/telling/reasons-are-told-whole", test_reasons_are_told_whole);
  mk_app_test_add ("/telling/banners-are-whole", test_banners_are_whole);
  mk_app_test_add ("/telling/titles-keep-one-line-where-it-fits",
                   test_titles_keep_one_line_where_it_fits);
  return g_test_run ();
}
