/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-date-row.h"

#include "config.h"
#include "mk-date-text.h"

#include <glib/gi18n-lib.h>

/**
 * MkDateRow:
 *
 * A day that is chosen in a calendar, in a list of rows; its title says which.
 */
struct _MkDateRow
{
  AdwActionRow parent_instance;

  GtkMenuButton *button;
  GtkCalendar   *calendar;

  char    *day;
  gboolean is_shown; /* while the calendar follows what was set */
};

G_DEFINE_FINAL_TYPE (MkDateRow, mk_date_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (MkDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  if (self->is_shown || g_strcmp0 (day, self->day) == 0)
    return;
  mk_date_row_set_day (self, day);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* The button alone would be heard as "Choose". */
static void
name_for_readers (MkDateRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
mk_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_DATE_ROW);

  G_OBJECT_CLASS (mk_date_row_parent_class)->dispose (object);
}

static void
mk_date_row_finalize (GObject *object)
{
  g_free (MK_DATE_ROW (object)->day);

  G_OBJECT_CLASS (mk_date_row_parent_class)->finalize (object);
}

static void
mk_date_row_class_init (MkDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_date_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_date_row_finalize;

  /**
   * MkDateRow::edited:
   *
   * A person chose another day.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, MkDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
mk_date_row_init (MkDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (name_for_readers), NULL);
}

/**
 * mk_date_row_set_day:
 * @self: a row
 * @day: (nullable): YYYY-MM-DD; %NULL for none
 *
 * Shows a day, as if a person had chosen it, but without MkDateRow::edited.
 */
void
mk_date_row_set_day (MkDateRow  *self,
                     const char *day)
{
  g_autoptr (GDateTime) date = day != NULL ? mk_date_text_read (day) : NULL;
  g_autofree char *words = date != NULL ? mk_date_text_long (date) : g_strdup (_ ("No day chosen"));

  g_return_if_fail (MK_IS_DATE_ROW (self));

  g_set_str (&self->day, date != NULL ? day : NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  self->is_shown = TRUE;
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
  self->is_shown = FALSE;
}

/**
 * mk_date_row_get_day:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the chosen day, YYYY-MM-DD
 */
const char *
mk_date_row_get_day (MkDateRow *self)
{
  g_return_val_if_fail (MK_IS_DATE_ROW (self), NULL);

  return self->day;
}
