/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-note-row.h"

#include "config.h"
#include "mk-isolate.h"

#include <adwaita.h>

/**
 * MkNoteRow:
 *
 * A note as a row. A question has a button for what can be done and one for "not now"; a note that
 * only leads somewhere is activated as a whole. It acts by the actions of the window and the page.
 */
struct _MkNoteRow
{
  GtkListBoxRow parent_instance;

  GtkImage  *icon;
  GtkLabel  *title;
  GtkLabel  *detail;
  GtkWidget *buttons;
  GtkButton *button;
  GtkButton *not_now;
  GtkWidget *chevron;

  MkNote *note;
};

G_DEFINE_FINAL_TYPE (MkNoteRow, mk_note_row, GTK_TYPE_LIST_BOX_ROW)

static void
not_now_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  const MkNoteLine *line = mk_note_get_line (MK_NOTE_ROW (widget)->note);

  gtk_widget_activate_action (widget, "today.not-now", "(ss)", line->kind, line->subject);
}

static void
mk_note_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_NOTE_ROW);
  g_clear_object (&MK_NOTE_ROW (object)->note);

  G_OBJECT_CLASS (mk_note_row_parent_class)->dispose (object);
}

static void
mk_note_row_class_init (MkNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_note_row_dispose;

  gtk_widget_class_install_action (widget_class, "note.not-now", NULL, not_now_cb);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkNoteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MkNoteRow, title);
  gtk_widget_class_bind_template_child (widget_class, MkNoteRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MkNoteRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, MkNoteRow, button);
  gtk_widget_class_bind_template_child (widget_class, MkNoteRow, not_now);
  gtk_widget_class_bind_template_child (widget_class, MkNoteRow, chevron);
}

static void
mk_note_row_init (MkNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_action (GtkActionable    *actionable,
            const MkNoteLine *line)
{
  gtk_actionable_set_action_name (actionable, line->action);
  if (line->target != NULL)
    gtk_actionable_set_action_target (actionable, "s", line->target);
}

/* Each button says what it is about, since a row's words are not read with it. */
static void
name_for_readers (MkNoteRow        *self,
                  const MkNoteLine *line)
{
  g_autofree char *all = line->detail != NULL
                             ? mk_isolate_printf ("%s. %s", line->title, line->detail)
                             : g_strdup (line->title);
  g_autofree char *act =
      line->button != NULL ? mk_isolate_printf ("%s: %s", line->button, line->title) : NULL;
  g_autofree char *not_now =
      mk_isolate_printf ("%s: %s", gtk_button_get_label (self->not_now), line->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  if (act != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    act, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->not_now), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  not_now, -1);
}

/**
 * mk_note_row_new:
 * @note: what it says
 *
 * Returns: (transfer floating): a new row
 */
MkNoteRow *
mk_note_row_new (MkNote *note)
{
  MkNoteRow *self = g_object_new (MK_TYPE_NOTE_ROW, NULL);
  const MkNoteLine *line = mk_note_get_line (note);
  gboolean leads = line->button == NULL && line->action != NULL;

  self->note = g_object_ref (note);
  gtk_image_set_from_icon_name (self->icon, line->icon);
  gtk_label_set_label (self->title, line->title);
  gtk_label_set_label (self->detail, line->detail != NULL ? line->detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), line->detail != NULL);
  gtk_widget_set_visible (self->buttons, line->button != NULL);
  gtk_widget_set_visible (self->chevron, leads);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), leads);
  gtk_widget_set_focusable (GTK_WIDGET (self), line->button == NULL);
  if (line->button != NULL)
    gtk_button_set_label (self->button, line->button);
  set_action (leads ? GTK_ACTIONABLE (self) : GTK_ACTIONABLE (self->button), line);
  name_for_readers (self, line);
  return self;
}
