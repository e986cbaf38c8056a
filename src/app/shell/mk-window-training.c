/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-paper-dialog.h"
#include "shell/mk-window-private.h"
#include "training/mk-course-cards.h"
#include "training/mk-course-sheet.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* The window's actions that put the course on paper. */

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

/**
 * mk_window_install_training_actions:
 * @widget_class: of the window
 *
 * Installs what puts the course on paper.
 */
void
mk_window_install_training_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print-course-cards", "s", print_cards_cb);
  gtk_widget_class_install_action (widget_class, "win.print-course", NULL, print_course_cb);
}
