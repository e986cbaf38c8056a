/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arrangement/mk-arrangement-dialog.h"

#include "arrangement/mk-plan-day-row.h"
#include "check-in/mk-check-in-words.h"
#include "config.h"
#include "mk-choice-words.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "widgets/mk-banner.h"
#include "widgets/mk-hours-row.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

#define N_DAYS 7
#define FRIDAY 5

/* What a day begins with where no other day is known; a person sees and mends it. */
#define USUAL_FROM "08:00"
#define USUAL_TO "12:00"

/**
 * MkArrangementDialog:
 *
 * Asks when a candidate is expected, and under which scheme. What is saved holds from today, the
 * first of it from the beginning of the placement; what held before is kept.
 */
struct _MkArrangementDialog
{
  AdwDialog parent_instance;

  AdwBanner   *trouble;
  GtkListBox  *days;
  GtkWidget   *weekend;
  AdwComboRow *scheme;
  MkHoursRow  *paid_row;

  MkWorkplace     *workplace;
  MkPlacementItem *placement;
  MkPlanDayRow    *rows[N_DAYS];
  gboolean         is_saving;
};

G_DEFINE_FINAL_TYPE (MkArrangementDialog, mk_arrangement_dialog, ADW_TYPE_DIALOG)

/* In the list of schemes, the first row says that none is known. */
static const char *
chosen_scheme (MkArrangementDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scheme);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? mk_scheme_names[selected - 1]
                                                               : NULL;
}

static gboolean
is_hybrid (MkArrangementDialog *self)
{
  return g_strcmp0 (chosen_scheme (self), MK_SCHEME_HYBRID) == 0;
}

static gboolean
can_save (MkArrangementDialog *self)
{
  gboolean is_good =
      !is_hybrid (self) ||
      mk_hours_entry_get_fault (mk_hours_row_get_entry (self->paid_row)) == MK_FORMAT_GOOD;
  gboolean says_something = chosen_scheme (self) != NULL;

  for (guint i = 0; i < N_DAYS; i++)
    {
      is_good = is_good && !mk_plan_day_row_is_at_fault (self->rows[i]);
      says_something = says_something || mk_plan_day_row_is_checked (self->rows[i]);
    }
  return is_good && says_something && !self->is_saving;
}

static void
edited_cb (MkArrangementDialog *self)
{
  if (self->placement == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->paid_row), is_hybrid (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "arrangement.save", can_save (self));
}

/* Most people come at the same time every day. */
static void
day_edited_cb (MkArrangementDialog *self,
               MkPlanDayRow        *row)
{
  g_autoptr (MkPlanDay) other = NULL;

  for (guint i = 0; i < N_DAYS && other == NULL && mk_plan_day_row_is_empty (row); i++)
    if (self->rows[i] != row)
      other = mk_plan_day_row_dup_day (self->rows[i]);
  if (other != NULL)
    mk_plan_day_row_set (row, other->from, other->to);
  else if (mk_plan_day_row_is_empty (row))
    mk_plan_day_row_set (row, USUAL_FROM, USUAL_TO);
  edited_cb (self);
}

static void
weekend_cb (MkArrangementDialog *self)
{
  for (guint i = FRIDAY; i < N_DAYS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), TRUE);
  gtk_widget_set_visible (self->weekend, FALSE);
}

/* Saving */

static char *
holds_from (MkArrangementDialog *self,
            gboolean             is_first)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char *start = mk_placement_item_get_start (self->placement);

  return g_strdup (is_first || strcmp (today, start) < 0 ? start : today);
}

static MkAttendancePlanData *
new_plan (MkArrangementDialog *self)
{
  const MkArrangement *arrangement = mk_placement_item_get_arrangement (self->placement);
  MkAttendancePlanData *plan = mk_shape_new (mk_attendance_plan_type.shape);

  plan->placement_id = g_strdup (mk_placement_item_get_id (self->placement));
  plan->from_date = holds_from (self, arrangement->plans->len == 0);
  plan->days = g_ptr_array_new ();
  for (guint i = 0; i < N_DAYS; i++)
    {
      MkPlanDay *day = mk_plan_day_row_dup_day (self->rows[i]);

      if (day != NULL)
        g_ptr_array_add (plan->days, day);
    }
  return plan;
}

static MkSchemeData *
new_scheme (MkArrangementDialog *self)
{
  const MkArrangement *arrangement = mk_placement_item_get_arrangement (self->placement);
  MkSchemeData *scheme = mk_shape_new (mk_scheme_type.shape);

  scheme->placement_id = g_strdup (mk_placement_item_get_id (self->placement));
  scheme->from_date = holds_from (self, arrangement->schemes->len == 0);
  scheme->scheme = g_strdup (chosen_scheme (self));
  if (is_hybrid (self))
    scheme->paid_minutes_a_day =
        mk_hours_entry_get_minutes (mk_hours_row_get_entry (self->paid_row));
  return scheme;
}

/* It closes when the window knows what was arranged, so that what opens next does too. */
static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MkArrangementDialog) self = MK_ARRANGEMENT_DIALOG (user_data);

  mk_workplace_refresh_finish (MK_WORKPLACE (object), result, NULL);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkArrangementDialog) self = MK_ARRANGEMENT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved != NULL)
    {
      mk_workplace_refresh_async (self->workplace, refreshed_cb, g_object_ref (self));
      return;
    }
  self->is_saving = FALSE;
  edited_cb (self);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  mk_banner_tell (self->trouble, error->message);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkArrangementDialog *self = MK_ARRANGEMENT_DIALOG (widget);

  self->is_saving = TRUE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  mk_banner_tell (self->trouble, NULL);
  edited_cb (self);
  mk_workplace_arrange_async (self->workplace, new_plan (self),
                              chosen_scheme (self) != NULL ? new_scheme (self) : NULL, saved_cb,
                              g_object_ref (self));
}

static void
close_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
mk_arrangement_dialog_dispose (GObject *object)
{
  MkArrangementDialog *self = MK_ARRANGEMENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_ARRANGEMENT_DIALOG);
  g_clear_object (&self->workplace);
  g_clear_object (&self->placement);

  G_OBJECT_CLASS (mk_arrangement_dialog_parent_class)->dispose (object);
}

static void
mk_arrangement_dialog_class_init (MkArrangementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_arrangement_dialog_dispose;

  g_type_ensure (MK_TYPE_HOURS_ROW);
  gtk_widget_class_install_action (widget_class, "arrangement.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "arrangement.close", NULL, close_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-arrangement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkArrangementDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkArrangementDialog, days);
  gtk_widget_class_bind_template_child (widget_class, MkArrangementDialog, weekend);
  gtk_widget_class_bind_template_child (widget_class, MkArrangementDialog, scheme);
  gtk_widget_class_bind_template_child (widget_class, MkArrangementDialog, paid_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, weekend_cb);
}

static void
add_schemes (MkArrangementDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Not said"));
  for (guint i = 0; mk_scheme_names[i] != NULL; i++)
    gtk_string_list_take (names, mk_date_text_capitalize (
                                     mk_choice_words ("ordning", mk_scheme_names[i])));
  adw_combo_row_set_model (self->scheme, G_LIST_MODEL (names));
}

static void
mk_arrangement_dialog_init (MkArrangementDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_schemes (self);
  for (guint i = 0; i < N_DAYS; i++)
    {
      self->rows[i] = mk_plan_day_row_new (i + 1);
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), i < FRIDAY);
      g_signal_connect_swapped (self->rows[i], "edited", G_CALLBACK (day_edited_cb), self);
      gtk_list_box_append (self->days, GTK_WIDGET (self->rows[i]));
    }
}

static void
show_plan (MkArrangementDialog *self,
           const char          *date)
{
  const MkArrangement *arrangement = mk_placement_item_get_arrangement (self->placement);
  const MkAttendancePlanData *plan = mk_plan_on (arrangement->plans, date);

  for (guint i = 0; plan != NULL && i < plan->days->len; i++)
    {
      const MkPlanDay *day = g_ptr_array_index (plan->days, i);

      mk_plan_day_row_set (self->rows[day->day - 1], day->from, day->to);
      if (day->day > FRIDAY)
        weekend_cb (self);
    }
}

static void
show_scheme (MkArrangementDialog *self,
             const char          *date)
{
  const MkArrangement *arrangement = mk_placement_item_get_arrangement (self->placement);
  const MkSchemeData *scheme = mk_scheme_on (arrangement->schemes, date);

  for (guint i = 0; scheme != NULL && mk_scheme_names[i] != NULL; i++)
    if (g_str_equal (mk_scheme_names[i], scheme->scheme))
      adw_combo_row_set_selected (self->scheme, i + 1);
  if (scheme != NULL && scheme->paid_minutes_a_day != MK_ABSENT)
    mk_hours_entry_set_minutes (mk_hours_row_get_entry (self->paid_row),
                                scheme->paid_minutes_a_day);
}

/**
 * mk_arrangement_dialog_new:
 * @workplace: saves it
 * @placement: whom it is about
 *
 * Returns: (transfer floating): a new dialog
 */
MkArrangementDialog *
mk_arrangement_dialog_new (MkWorkplace     *workplace,
                           MkPlacementItem *placement)
{
  MkArrangementDialog *self = g_object_new (MK_TYPE_ARRANGEMENT_DIALOG, NULL);
  g_autofree char *today = NULL;
  /* Translators: %s is the candidate. */
  g_autofree char *title =
      mk_isolate_printf (_ ("When does %s come?"), mk_placement_item_get_name (placement));

  self->workplace = g_object_ref (workplace);
  self->placement = g_object_ref (placement);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  today = holds_from (self, FALSE);
  show_plan (self, today);
  show_scheme (self, today);
  edited_cb (self);
  return self;
}
