/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arrangement/mk-plan-day-row.h"

#include "config.h"
#include "mk-date-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkPlanDayRow:
 *
 * A weekday on which somebody is expected, or not: a tick, from and to.
 */
struct _MkPlanDayRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkWidget      *times;
  GtkEntry       *from;
  GtkEntry       *to;

  gint64 day;
};

G_DEFINE_FINAL_TYPE (MkPlanDayRow, mk_plan_day_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
typed_time (GtkEntry *entry)
{
  return mk_date_text_read_time (gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static const char *
fault_words (MkPlanDayRow *self)
{
  g_autofree char *from = typed_time (self->from);
  g_autofree char *to = typed_time (self->to);

  if (!mk_plan_day_row_is_checked (self))
    return NULL;
  if (from == NULL || to == NULL)
    return _ ("Write for instance 8.00 and 11.30");
  return strcmp (from, to) < 0 ? NULL : _ ("“To” is not after “from”");
}

static void
update (MkPlanDayRow *self)
{
  const char *fault = fault_words (self);

  gtk_widget_set_visible (self->times, mk_plan_day_row_is_checked (self));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), fault != NULL ? fault : "");
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
edited_cb (MkPlanDayRow *self)
{
  update (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
mk_plan_day_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_PLAN_DAY_ROW);

  G_OBJECT_CLASS (mk_plan_day_row_parent_class)->dispose (object);
}

static void
mk_plan_day_row_class_init (MkPlanDayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_plan_day_row_dispose;

  /**
   * MkPlanDayRow::edited:
   *
   * A person changed something.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-plan-day-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPlanDayRow, check);
  gtk_widget_class_bind_template_child (widget_class, MkPlanDayRow, times);
  gtk_widget_class_bind_template_child (widget_class, MkPlanDayRow, from);
  gtk_widget_class_bind_template_child (widget_class, MkPlanDayRow, to);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mk_plan_day_row_init (MkPlanDayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * mk_plan_day_row_new:
 * @day: 1 to 7, Monday is 1
 *
 * Returns: (transfer floating): a row for that day, not ticked
 */
MkPlanDayRow *
mk_plan_day_row_new (gint64 day)
{
  MkPlanDayRow *self = g_object_new (MK_TYPE_PLAN_DAY_ROW, NULL);
  const char *weekday = mk_date_text_weekday ((int) day);
  g_autofree char *name = mk_date_text_capitalize (weekday);

  self->day = day;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return self;
}

/**
 * mk_plan_day_row_set:
 * @self: a row
 * @from: (nullable): HH:MM; %NULL to leave the day unticked
 * @to: (nullable): HH:MM
 *
 * Shows when somebody is expected on the day.
 */
void
mk_plan_day_row_set (MkPlanDayRow *self,
                     const char   *from,
                     const char   *to)
{
  g_autofree char *begin = from != NULL ? mk_date_text_clock_of (from) : g_strdup ("");
  g_autofree char *end = to != NULL ? mk_date_text_clock_of (to) : g_strdup ("");

  g_return_if_fail (MK_IS_PLAN_DAY_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->from), begin);
  gtk_editable_set_text (GTK_EDITABLE (self->to), end);
  gtk_check_button_set_active (self->check, from != NULL);
}

/**
 * mk_plan_day_row_is_checked:
 * @self: a row
 *
 * Returns: whether somebody is expected on the day
 */
gboolean
mk_plan_day_row_is_checked (MkPlanDayRow *self)
{
  g_return_val_if_fail (MK_IS_PLAN_DAY_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

/**
 * mk_plan_day_row_is_empty:
 * @self: a row
 *
 * Returns: whether it is ticked and has no times yet
 */
gboolean
mk_plan_day_row_is_empty (MkPlanDayRow *self)
{
  g_return_val_if_fail (MK_IS_PLAN_DAY_ROW (self), FALSE);

  return mk_plan_day_row_is_checked (self) &&
         *gtk_editable_get_text (GTK_EDITABLE (self->from)) == '\0' &&
         *gtk_editable_get_text (GTK_EDITABLE (self->to)) == '\0';
}

/**
 * mk_plan_day_row_is_at_fault:
 * @self: a row
 *
 * Returns: whether its times can't be as they are, which it says itself
 */
gboolean
mk_plan_day_row_is_at_fault (MkPlanDayRow *self)
{
  g_return_val_if_fail (MK_IS_PLAN_DAY_ROW (self), FALSE);

  return fault_words (self) != NULL;
}

/**
 * mk_plan_day_row_dup_day:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the day of a plan; %NULL where nobody is expected or its times
 *   can't be
 */
MkPlanDay *
mk_plan_day_row_dup_day (MkPlanDayRow *self)
{
  MkPlanDay *day;

  g_return_val_if_fail (MK_IS_PLAN_DAY_ROW (self), NULL);

  if (!mk_plan_day_row_is_checked (self) || fault_words (self) != NULL)
    return NULL;
  day = g_new0 (MkPlanDay, 1);
  day->day = self->day;
  day->from = typed_time (self->from);
  day->to = typed_time (self->to);
  return day;
}
