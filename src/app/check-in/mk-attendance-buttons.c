/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-attendance-buttons.h"

#include "config.h"
#include "records/mk-check-in.h"

#define N_BUTTONS 5

/**
 * MkAttendanceButtons:
 *
 * The large choices of how a day went, of which one is chosen or none.
 *
 * # Accessibility
 *
 * A group of radio buttons; the arrow keys go between them.
 */
struct _MkAttendanceButtons
{
  GtkBox parent_instance;

  GtkCheckButton *buttons[N_BUTTONS];

  const char *attendance; /* one of the values below, or NULL */
};

G_DEFINE_FINAL_TYPE (MkAttendanceButtons, mk_attendance_buttons, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the buttons. */
static const char *const names[N_BUTTONS] = { "met", "late", "excused", "absent", "tried" };
static const char *const values[N_BUTTONS] = {
  MK_ATTENDANCE_MET,    MK_ATTENDANCE_LATE,  MK_ATTENDANCE_EXCUSED,
  MK_ATTENDANCE_ABSENT, MK_ATTENDANCE_TRIED,
};

static void
toggled_cb (MkAttendanceButtons *self,
            GtkCheckButton      *button)
{
  const char *value = NULL;

  if (!gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < N_BUTTONS; i++)
    if (self->buttons[i] == button)
      value = values[i];
  if (value == self->attendance)
    return;
  self->attendance = value;
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static gboolean
mk_attendance_buttons_grab_focus (GtkWidget *widget)
{
  MkAttendanceButtons *self = MK_ATTENDANCE_BUTTONS (widget);

  for (guint i = 0; i < N_BUTTONS; i++)
    if (gtk_check_button_get_active (self->buttons[i]))
      return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[i]));
  return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[0]));
}

static void
mk_attendance_buttons_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_ATTENDANCE_BUTTONS);

  G_OBJECT_CLASS (mk_attendance_buttons_parent_class)->dispose (object);
}

static void
mk_attendance_buttons_class_init (MkAttendanceButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_attendance_buttons_dispose;
  widget_class->grab_focus = mk_attendance_buttons_grab_focus;

  /**
   * MkAttendanceButtons::edited:
   *
   * A person chose another one.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-attendance-buttons.ui");
  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, names[i], FALSE,
        (gssize) (G_STRUCT_OFFSET (MkAttendanceButtons, buttons) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
mk_attendance_buttons_init (MkAttendanceButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_attendance_buttons_set_attendance:
 * @self: the buttons
 * @attendance: (nullable): one of the MK_ATTENDANCE_… strings; %NULL for none
 */
void
mk_attendance_buttons_set_attendance (MkAttendanceButtons *self,
                                      const char          *attendance)
{
  g_return_if_fail (MK_IS_ATTENDANCE_BUTTONS (self));

  self->attendance = NULL;
  for (guint i = 0; i < N_BUTTONS; i++)
    if (g_strcmp0 (attendance, values[i]) == 0)
      self->attendance = values[i];
  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_check_button_set_active (self->buttons[i], self->attendance == values[i]);
}

/**
 * mk_attendance_buttons_get_attendance:
 * @self: the buttons
 *
 * Returns: (nullable): the one that is chosen
 */
const char *
mk_attendance_buttons_get_attendance (MkAttendanceButtons *self)
{
  g_return_val_if_fail (MK_IS_ATTENDANCE_BUTTONS (self), NULL);

  return self->attendance;
}

/**
 * mk_attendance_buttons_set_shows_tried:
 * @self: the buttons
 * @shows_tried: whether "we called" stands among them
 */
void
mk_attendance_buttons_set_shows_tried (MkAttendanceButtons *self,
                                       gboolean             shows_tried)
{
  g_return_if_fail (MK_IS_ATTENDANCE_BUTTONS (self));

  gtk_widget_set_visible (GTK_WIDGET (self->buttons[N_BUTTONS - 1]), shows_tried);
}
