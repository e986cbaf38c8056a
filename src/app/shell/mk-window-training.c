/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meeting-flow.h"
#include "print/mk-paper-dialog.h"
#include "shell/mk-window-private.h"
#include "training/mk-course-cards.h"
#include "training/mk-course-sheet.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* The window's actions around the course: its prints, and the meetings of buddies. */

static void
present (MkWindow          *self,
         const MkPaperKind *kind,
         gpointer           content,
         const char        *title)
{
  mk_dialog_present (ADW_DIALOG (mk_paper_dialog_new (kind, content, title)),
                     GTK_WIDGET (self->shell));
}

static void
print_cards_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  present (MK_WINDOW (widget), &mk_course_cards_kind,
           mk_course_cards_new (g_variant_get_string (parameter, NULL)),
           _ ("Cards for the pocket"));
}

static void
print_course_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  MkLearning *learning = mk_shell_get_learning (MK_WINDOW (widget)->shell);

  present (MK_WINDOW (widget), &mk_course_sheet_kind, mk_course_sheet_new (learning),
           mk_course_sheet_title (learning));
}

static void
show_meetings_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  mk_shell_show_meetings (MK_WINDOW (widget)->shell);
}

static void
write_meeting_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  mk_meeting_flow_write (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
                         *id != '\0' ? id : NULL);
}

static void
delete_meeting_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_meeting_flow_delete (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self),
                          g_variant_get_string (parameter, NULL));
}

/**
 * mk_window_install_training_actions:
 * @widget_class: of the window
 *
 * Installs what puts the course on paper, and what leads to the meetings of buddies.
 */
void
mk_window_install_training_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print-course-cards", "s", print_cards_cb);
  gtk_widget_class_install_action (widget_class, "win.print-course", NULL, print_course_cb);
  gtk_widget_class_install_action (widget_class, "win.show-meetings", NULL, show_meetings_cb);
  gtk_widget_class_install_action (widget_class, "win.write-meeting", "s", write_meeting_cb);
  gtk_widget_class_install_action (widget_class, "win.delete-meeting", "s", delete_meeting_cb);
}
