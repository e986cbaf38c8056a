/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-hotline-scenes.h"

#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-clock.h"
#include "mk-start-scenes.h"
#include "hotline/mk-hotline-qr.h"

/* Whom to call: as a page, in a dialog, out of hours, and where nobody is known. */

void
mk_scene_hotline (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-hotline", NULL);
  mk_app_test_settle ();
}

void
mk_scene_hotline_closed (MkWindow *window)
{
  MkWorkplace *workplace = mk_shell_get_workplace (mk_window_get_shell (window));

  g_assert_true (mk_clock_set ("2026-12-24T09:00:00+01:00", NULL));
  mk_hotline_tick (mk_workplace_get_hotline (workplace));
  mk_scene_hotline (window);
}

void
mk_scene_hotline_dialog (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.hotline", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_hotline_empty (MkWindow *window)
{
  mk_scene_empty (window);
  mk_scene_hotline (window);
}

void
mk_scene_wall_sheet (MkWindow *window)
{
  mk_scene_hotline (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-hotline", NULL);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_pocket_card (MkWindow *window)
{
  mk_scene_hotline (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.print-pocket-card", "s", MK_DEMO_MIA);
  mk_app_test_wait_for_dialog (window);
}

void
mk_scene_qr (MkWindow *window)
{
  mk_scene_hotline (window);
  mk_hotline_qr_show (GTK_WIDGET (mk_window_get_shell (window)), "70101097");
  mk_app_test_wait_for_dialog (window);
}
