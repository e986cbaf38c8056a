/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-moment-popover.h"

#include "config.h"
#include "mk-date-text.h"

#include <string.h>

/**
 * MkMomentPopover:
 *
 * Asks for a day and a time of day. What can't be read as a time is told below it, and changes
 * nothing; when the popover is opened again, it shows what counts.
 */
struct _MkMomentPopover
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  GtkEntry    *time;
  GtkWidget   *fault;

  char *moment;
};

G_DEFINE_FINAL_TYPE (MkMomentPopover, mk_moment_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
chosen_moment (MkMomentPopover *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *time =
      mk_date_text_read_time (gtk_editable_get_text (GTK_EDITABLE (self->time)));
  g_autoptr (GDateTime) moment = NULL;

  if (time == NULL)
    return NULL;
  moment = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                  g_date_time_get_day_of_month (day),
                                  (int) g_ascii_strtoll (time, NULL, 10),
                                  (int) g_ascii_strtoll (time + 3, NULL, 10), 0);
  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}

/* Seconds are nobody's edit. */
static gboolean
is_same_minute (const char *a,
                const char *b)
{
  return strncmp (a, b, strlen ("2026-12-03T11:05")) == 0;
}

static void
show_fault (MkMomentPopover *self,
            gboolean         is_at_fault)
{
  if (is_at_fault == gtk_widget_get_visible (self->fault))
    return;
  gtk_widget_set_visible (self->fault, is_at_fault);
  if (is_at_fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->time), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->time), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_STATE_INVALID,
      is_at_fault ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
edited_cb (MkMomentPopover *self)
{
  g_autofree char *moment = NULL;

  if (self->moment == NULL)
    return;
  moment = chosen_moment (self);
  show_fault (self, moment == NULL);
  if (moment == NULL || is_same_minute (moment, self->moment))
    return;
  g_set_str (&self->moment, moment);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
show_moment (MkMomentPopover *self,
             const char      *moment)
{
  g_autofree char *shown = g_strdup (moment);
  g_autoptr (GDateTime) day = mk_date_text_read (shown);
  g_autofree char *clock = mk_date_text_clock (day);

  /* Halfway, day and time do not belong together. */
  g_clear_pointer (&self->moment, g_free);
  gtk_calendar_select_day (self->calendar, day);
  gtk_editable_set_text (GTK_EDITABLE (self->time), clock);
  show_fault (self, FALSE);
  self->moment = g_steal_pointer (&shown);
}

static void
closed_cb (MkMomentPopover *self)
{
  if (gtk_widget_get_visible (self->fault))
    show_moment (self, self->moment);
}

static void
mk_moment_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_MOMENT_POPOVER);

  G_OBJECT_CLASS (mk_moment_popover_parent_class)->dispose (object);
}

static void
mk_moment_popover_finalize (GObject *object)
{
  g_free (MK_MOMENT_POPOVER (object)->moment);

  G_OBJECT_CLASS (mk_moment_popover_parent_class)->finalize (object);
}

static void
mk_moment_popover_class_init (MkMomentPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_moment_popover_dispose;
  object_class->finalize = mk_moment_popover_finalize;

  /**
   * MkMomentPopover::edited:
   *
   * A person chose another moment.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-moment-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MkMomentPopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, MkMomentPopover, time);
  gtk_widget_class_bind_template_child (widget_class, MkMomentPopover, fault);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
mk_moment_popover_init (MkMomentPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_moment_popover_set_moment:
 * @self: a popover
 * @moment: RFC 3339 date-time
 *
 * Shows this moment.
 */
void
mk_moment_popover_set_moment (MkMomentPopover *self,
                              const char      *moment)
{
  g_return_if_fail (MK_IS_MOMENT_POPOVER (self));

  if (self->moment == NULL || !is_same_minute (self->moment, moment))
    show_moment (self, moment);
}

/**
 * mk_moment_popover_get_moment:
 * @self: a popover
 *
 * Returns: (nullable): the moment that is shown, RFC 3339
 */
const char *
mk_moment_popover_get_moment (MkMomentPopover *self)
{
  g_return_val_if_fail (MK_IS_MOMENT_POPOVER (self), NULL);

  return self->moment;
}
