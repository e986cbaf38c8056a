/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-hours-row.h"

#include "config.h"

/**
 * MkHoursRow:
 *
 * Hours as a row of a list, with what they are and a hint beside or above them.
 *
 * # Accessibility
 *
 * The field has the title of the row as its name.
 */
struct _MkHoursRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget    *words;
  GtkLabel     *hint;
  MkHoursEntry *hours;
};

G_DEFINE_FINAL_TYPE (MkHoursRow, mk_hours_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (MkHoursRow *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
name_cb (MkHoursRow *self)
{
  mk_hours_entry_set_label (self->hours,
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

static void
mk_hours_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_HOURS_ROW);

  G_OBJECT_CLASS (mk_hours_row_parent_class)->dispose (object);
}

static void
mk_hours_row_class_init (MkHoursRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_hours_row_dispose;

  /**
   * MkHoursRow::edited:
   *
   * A person changed the hours.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MK_TYPE_HOURS_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-hours-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkHoursRow, words);
  gtk_widget_class_bind_template_child (widget_class, MkHoursRow, hint);
  gtk_widget_class_bind_template_child (widget_class, MkHoursRow, hours);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mk_hours_row_init (MkHoursRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (name_cb), NULL);
}

/**
 * mk_hours_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the field with its hours
 */
MkHoursEntry *
mk_hours_row_get_entry (MkHoursRow *self)
{
  g_return_val_if_fail (MK_IS_HOURS_ROW (self), NULL);

  return self->hours;
}

/**
 * mk_hours_row_set_hint:
 * @self: a row
 * @hint: what is said below the title, or ""
 * @is_fault: whether it says what is wrong with the hours
 */
void
mk_hours_row_set_hint (MkHoursRow *self,
                       const char *hint,
                       gboolean    is_fault)
{
  g_return_if_fail (MK_IS_HOURS_ROW (self));

  gtk_label_set_label (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint != '\0');
  if (is_fault)
    gtk_widget_add_css_class (self->words, "error");
  else
    gtk_widget_remove_css_class (self->words, "error");
}
