/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-help-dialog.h"

#include "config.h"
#include "training/mk-course.h"
#include "training/mk-lesson-page.h"

#include <glib/gi18n-lib.h>

/**
 * MkHelpDialog:
 *
 * How Makker is used, by the reader of the lessons. It needs no store, so that it helps whoever
 * cannot open one.
 */
struct _MkHelpDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkListBox        *rows;
};

G_DEFINE_FINAL_TYPE (MkHelpDialog, mk_help_dialog, ADW_TYPE_DIALOG)

static void
show_lesson_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const MkLesson *lesson = mk_course_find (g_variant_get_string (parameter, NULL));

  if (lesson != NULL)
    adw_navigation_view_push (MK_HELP_DIALOG (widget)->navigation,
                              ADW_NAVIGATION_PAGE (mk_lesson_page_new (lesson)));
}

static AdwActionRow *
append_row (MkHelpDialog *self,
            const char   *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->rows, row);
  return ADW_ACTION_ROW (row);
}

static void
append_lesson (MkHelpDialog   *self,
               const MkLesson *lesson)
{
  GtkActionable *row = GTK_ACTIONABLE (append_row (self, lesson->title));

  gtk_actionable_set_action_target (row, "s", lesson->name);
  gtk_actionable_set_action_name (row, "help.show-lesson");
}

static void
mk_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_HELP_DIALOG);

  G_OBJECT_CLASS (mk_help_dialog_parent_class)->dispose (object);
}

static void
mk_help_dialog_class_init (MkHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_help_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkHelpDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MkHelpDialog, rows);
  gtk_widget_class_install_action (widget_class, "help.show-lesson", "s", show_lesson_cb);
}

static void
mk_help_dialog_init (MkHelpDialog *self)
{
  g_autoptr (GPtrArray) lessons = mk_course_list (MK_LESSON_HELP);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < lessons->len; i++)
    append_lesson (self, g_ptr_array_index (lessons, i));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (append_row (self, _ ("Keyboard shortcuts"))),
                                  "win.shortcuts");
}

/**
 * mk_help_dialog_new:
 *
 * Returns: (transfer floating): a new dialog, at the list of what there is to read
 */
MkHelpDialog *
mk_help_dialog_new (void)
{
  return g_object_new (MK_TYPE_HELP_DIALOG, NULL);
}
