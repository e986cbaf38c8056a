/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-scene-steps.h"

#include "mk-app-test.h"

/* What scenes of several pages do. */

/**
 * mk_scene_dialog:
 * @window: the program's window
 *
 * Returns: (transfer none) (nullable): the dialog that is shown
 */
GtkWidget *
mk_scene_dialog (MkWindow *window)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

/**
 * mk_scene_close_dialog:
 * @window: the program's window
 *
 * Closes the dialog that is shown, or that comes.
 */
void
mk_scene_close_dialog (MkWindow *window)
{
  adw_dialog_force_close (mk_app_test_wait_for_dialog (window));
  mk_app_test_settle ();
}

/**
 * mk_scene_type_into:
 * @page: a page
 * @type: its type
 * @name: of a row in its template
 * @text: what to write there
 *
 * Writes into a row of a page.
 */
void
mk_scene_type_into (GtkWidget  *page,
                    GType       type,
                    const char *name,
                    const char *text)
{
  GObject *row = gtk_widget_get_template_child (page, type, name);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}
