/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-date-row.h"

#include "config.h"
#include "mk-date-text.h"

#include <glib/gi18n-lib.h>

/**
 * MkDateRow:
 *
 * A day that is chosen in a calendar, in a list of rows; its title says which. Where there may be
 * none, it can be taken away again.
 */
struct _MkDateRow
{
  AdwActionRow parent_instance;

  GtkWidget     *clear;
  GtkMenuButton *button;
  GtkCalendar   *calendar;

  char    *day;
  char    *none_text;
  char    *clear_text;
  gboolean is_shown; /* while the calendar follows what was set */
};

G_DEFINE_FINAL_TYPE (MkDateRow, mk_date_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_NONE_TEXT,
  PROP_CLEAR_TEXT,
  N_PROPERTIES
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
show_day (MkDateRow *self)
{
  g_autoptr (GDateTime) date = self->day != NULL ? mk_date_text_read (self->day) : NULL;
  const char *none = self->none_text != NULL ? self->none_text : _ ("No day chosen");
  g_autofree char *words = date != NULL ? mk_date_text_long (date) : g_strdup (none);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_widget_set_visible (self->clear, date != NULL && self->clear_text != NULL);
  if (date == NULL)
    return;
  self->is_shown = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->is_shown = FALSE;
}

static void
edit (MkDateRow  *self,
      const char *day)
{
  if (g_strcmp0 (day, self->day) == 0)
    return;
  mk_date_row_set_day (self, day);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
chosen_cb (MkDateRow *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *day = NULL;

  if (self->is_shown)
    return;
  date = gtk_calendar_get_date (self->calendar);
  day = g_date_time_format (date, "%Y-%m-%d");
  gtk_menu_button_popdown (self->button);
  edit (self, day);
}

/* The calendar says nothing when the day that it marks already is chosen: today, while there is none,
 * and the same day of another month. */
static void
clicked_cb (MkDateRow *self,
            int        presses,
            double     x,
            double     y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (at != NULL && gtk_widget_has_css_class (at, "day-number"))
    chosen_cb (self);
}

/* The same, by keyboard; the buttons of the calendar have the focus themselves. */
static void
key_released_cb (MkDateRow *self,
                 guint      key)
{
  if (gtk_widget_is_focus (GTK_WIDGET (self->calendar)) &&
      (key == GDK_KEY_space || key == GDK_KEY_KP_Space || key == GDK_KEY_Return ||
       key == GDK_KEY_KP_Enter))
    chosen_cb (self);
}

static void
clear_cb (MkDateRow *self)
{
  /* The button goes away, and the focus must not be lost with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  edit (self, NULL);
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
mk_date_row_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MkDateRow *self = MK_DATE_ROW (object);

  switch (id)
    {
    case PROP_NONE_TEXT:
      g_value_set_string (value, self->none_text);
      break;
    case PROP_CLEAR_TEXT:
      g_value_set_string (value, self->clear_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mk_date_row_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MkDateRow *self = MK_DATE_ROW (object);

  switch (id)
    {
    case PROP_NONE_TEXT:
      if (g_set_str (&self->none_text, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CLEAR_TEXT:
      if (g_set_str (&self->clear_text, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  show_day (self);
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
  MkDateRow *self = MK_DATE_ROW (object);

  g_free (self->day);
  g_free (self->none_text);
  g_free (self->clear_text);

  G_OBJECT_CLASS (mk_date_row_parent_class)->finalize (object);
}

static void
add_properties (GObjectClass *object_class)
{
  /**
   * MkDateRow:none-text:
   *
   * What stands there while no day is chosen. (nullable)
   */
  properties[PROP_NONE_TEXT] =
      g_param_spec_string ("none-text", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * MkDateRow:clear-text:
   *
   * What the button says that takes the day away; %NULL where there has to be one. (nullable)
   */
  properties[PROP_CLEAR_TEXT] =
      g_param_spec_string ("clear-text", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mk_date_row_class_init (MkDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mk_date_row_get_property;
  object_class->set_property = mk_date_row_set_property;
  object_class->dispose = mk_date_row_dispose;
  object_class->finalize = mk_date_row_finalize;

  add_properties (object_class);

  /**
   * MkDateRow::edited:
   *
   * A person chose another day, or took it away.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkDateRow, clear);
  gtk_widget_class_bind_template_child (widget_class, MkDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, MkDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
mk_date_row_init (MkDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (name_for_readers), NULL);
  show_day (self);
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

  g_return_if_fail (MK_IS_DATE_ROW (self));

  if (g_set_str (&self->day, date != NULL ? day : NULL))
    show_day (self);
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
