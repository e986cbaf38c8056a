/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the start is measured beside: a window of libadwaita with a header bar and nothing in it, in
 * a program that is linked to no more than it needs. It ends when the window has been drawn. */

#include <adwaita.h>
#include <stdlib.h>

G_NORETURN static void
painted_cb (void)
{
  exit (EXIT_SUCCESS);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), adw_status_page_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
}

int
main (void)
{
  AdwApplication *application = adw_application_new ("dk.makker.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}
