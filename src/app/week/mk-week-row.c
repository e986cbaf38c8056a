/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "week/mk-week-row.h"

#include "check-in/mk-check-in-words.h"
#include "config.h"
#include "mk-date-text.h"
#include "mk-duration.h"
#include "mk-isolate.h"
#include "widgets/mk-hours-entry.h"

#include <glib/gi18n-lib.h>

/**
 * MkWeekRow:
 *
 * One day of a week: ticked by a person, or not; how it was, where it is ticked. A day that is written
 * or has not come is only shown.
 */
struct _MkWeekRow
{
  AdwPreferencesRow parent_instance;

  GtkCheckButton *check;
  GtkLabel       *day;
  GtkLabel       *hint;
  GtkWidget      *details;
  GtkDropDown    *attendance;
  MkHoursEntry   *hours;
  GtkLabel       *fault;

  const MkWeekDay *shown; /* borrowed of the dialog */
  char            *absence_notice;
};

G_DEFINE_FINAL_TYPE (MkWeekRow, mk_week_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the drop-down. */
static const char *const attendances[] = { MK_ATTENDANCE_MET, MK_ATTENDANCE_LATE,
                                           MK_ATTENDANCE_EXCUSED, MK_ATTENDANCE_ABSENT };

static const char *
chosen_attendance (MkWeekRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->attendance);

  return attendances[selected % G_N_ELEMENTS (attendances)];
}

static gboolean
has_hours (MkWeekRow *self)
{
  const char *attendance = chosen_attendance (self);

  return g_str_equal (attendance, MK_ATTENDANCE_MET) ||
         g_str_equal (attendance, MK_ATTENDANCE_LATE);
}

/* What stands below the day: why it can't be confirmed, or what follows when it is. */
static const char *
message (MkWeekRow *self)
{
  if (mk_week_row_is_at_fault (self))
    return _ ("Write for instance 2:30 or 150 min");
  if (mk_week_row_is_confirmed (self) &&
      g_str_equal (chosen_attendance (self), MK_ATTENDANCE_ABSENT))
    return self->absence_notice;
  return NULL;
}

static void
update (MkWeekRow *self)
{
  const char *text = message (self);

  gtk_widget_set_visible (self->details, mk_week_row_is_confirmed (self));
  gtk_widget_set_visible (GTK_WIDGET (self->hours), has_hours (self));
  gtk_label_set_label (self->fault, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), text != NULL);
}

static void
edited_cb (MkWeekRow *self)
{
  if (self->shown == NULL)
    return;
  update (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
mk_week_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_WEEK_ROW);

  G_OBJECT_CLASS (mk_week_row_parent_class)->dispose (object);
}

static void
mk_week_row_finalize (GObject *object)
{
  g_free (MK_WEEK_ROW (object)->absence_notice);

  G_OBJECT_CLASS (mk_week_row_parent_class)->finalize (object);
}

static void
mk_week_row_class_init (MkWeekRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_week_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_week_row_finalize;

  /**
   * MkWeekRow::edited:
   *
   * A person changed something.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MK_TYPE_HOURS_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-week-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkWeekRow, check);
  gtk_widget_class_bind_template_child (widget_class, MkWeekRow, day);
  gtk_widget_class_bind_template_child (widget_class, MkWeekRow, hint);
  gtk_widget_class_bind_template_child (widget_class, MkWeekRow, details);
  gtk_widget_class_bind_template_child (widget_class, MkWeekRow, attendance);
  gtk_widget_class_bind_template_child (widget_class, MkWeekRow, hours);
  gtk_widget_class_bind_template_child (widget_class, MkWeekRow, fault);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mk_week_row_init (MkWeekRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
hint_words (const MkWeekDay *day)
{
  g_autofree char *sentence =
      day->written != NULL ? mk_check_in_sentence (day->written, FALSE) : NULL;
  g_autofree char *hours = day->minutes > 0 ? mk_duration_to_words (day->minutes) : NULL;
  g_autofree char *span = day->from != NULL ? mk_date_text_span (day->from, day->to) : NULL;

  if (sentence != NULL)
    return g_steal_pointer (&sentence);
  if (!day->has_come)
    return g_strdup (_ ("Has not come yet"));
  if (span != NULL)
    /* Translators: from and to, and how long that is: "8:00–11:00, 3 hours". */
    return mk_isolate_printf (_ ("%1$s, %2$s"), span, hours);
  return hours != NULL ? mk_isolate_printf (_ ("As last time: %s"), hours) : g_strdup ("");
}

/**
 * mk_week_row_new:
 * @day: what it shows; has to live as long as the row
 * @absence_notice: what to know before an absence is confirmed
 *
 * Returns: (transfer floating): a row, not confirmed
 */
MkWeekRow *
mk_week_row_new (const MkWeekDay *day,
                 const char      *absence_notice)
{
  MkWeekRow *self = g_object_new (MK_TYPE_WEEK_ROW, NULL);
  g_autoptr (GDateTime) date = mk_date_text_read (day->date);
  g_autofree char *name = mk_date_text_day (date);
  g_autofree char *title = mk_date_text_capitalize (name);
  g_autofree char *hint = hint_words (day);
  g_autofree char *label = mk_isolate_printf ("%s. %s", title, hint);

  self->absence_notice = g_strdup (absence_notice);
  gtk_label_set_label (self->day, title);
  gtk_label_set_label (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), day->written == NULL && day->has_come);
  mk_hours_entry_set_label (self->hours, _ ("Hours"));
  mk_hours_entry_set_minutes (self->hours, day->minutes);
  self->shown = day;
  update (self);
  return self;
}

/**
 * mk_week_row_is_confirmed:
 * @self: a row
 *
 * Returns: whether a person ticked it
 */
gboolean
mk_week_row_is_confirmed (MkWeekRow *self)
{
  g_return_val_if_fail (MK_IS_WEEK_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

/**
 * mk_week_row_is_at_fault:
 * @self: a row
 *
 * Returns: whether it is confirmed with hours that can't be, which it says itself
 */
gboolean
mk_week_row_is_at_fault (MkWeekRow *self)
{
  g_return_val_if_fail (MK_IS_WEEK_ROW (self), FALSE);

  return mk_week_row_is_confirmed (self) && has_hours (self) &&
         mk_hours_entry_get_fault (self->hours) != MK_FORMAT_GOOD;
}

/**
 * mk_week_row_get_answer:
 * @self: a row
 *
 * Returns: what is said of the day; it borrows of what the row shows
 */
MkWeekAnswer
mk_week_row_get_answer (MkWeekRow *self)
{
  return (MkWeekAnswer) { self->shown, chosen_attendance (self),
                          mk_hours_entry_get_minutes (self->hours) };
}

/**
 * mk_week_row_confirm:
 * @self: a row whose day is offered
 * @attendance: one of the MK_ATTENDANCE_… strings
 * @minutes: of the day
 *
 * Ticks the day as a person does.
 */
void
mk_week_row_confirm (MkWeekRow  *self,
                     const char *attendance,
                     gint64      minutes)
{
  g_return_if_fail (MK_IS_WEEK_ROW (self));

  for (guint i = 0; i < G_N_ELEMENTS (attendances); i++)
    if (g_str_equal (attendances[i], attendance))
      gtk_drop_down_set_selected (self->attendance, i);
  mk_hours_entry_set_minutes (self->hours, minutes);
  gtk_check_button_set_active (self->check, TRUE);
}
