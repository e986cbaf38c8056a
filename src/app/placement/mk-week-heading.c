/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-week-heading.h"

#include "mk-duration.h"
#include "placement/mk-log-words.h"

/* Room for a word, and what a heading asks for where there is room. */
#define LEAST_WIDTH 60
#define MOST_WIDTH 300

/**
 * MkWeekHeading:
 *
 * The heading of a week in a log: "Week 49 · 6 hours". It is no part of the row that it stands in:
 * a click on it opens nothing.
 *
 * # Accessibility
 *
 * It is a heading with those words.
 */
struct _MkWeekHeading
{
  GtkWidget parent_instance;

  PangoLayout *words;
};

G_DEFINE_FINAL_TYPE (MkWeekHeading, mk_week_heading, GTK_TYPE_WIDGET)

/* A row is activated by a click that nobody else takes. */
static void
pressed_cb (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static GtkSizeRequestMode
mk_week_heading_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mk_week_heading_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  MkWeekHeading *self = MK_WEEK_HEADING (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = MOST_WIDTH;
      return;
    }
  if (for_size >= 0)
    pango_layout_set_width (self->words, for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (self->words, NULL, minimum);
  *natural = *minimum;
}

static void
mk_week_heading_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  MkWeekHeading *self = MK_WEEK_HEADING (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  pango_layout_set_width (self->words, gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_snapshot_append_layout (snapshot, self->words, &color);
}

static void
mk_week_heading_dispose (GObject *object)
{
  MkWeekHeading *self = MK_WEEK_HEADING (object);

  g_clear_object (&self->words);

  G_OBJECT_CLASS (mk_week_heading_parent_class)->dispose (object);
}

static void
mk_week_heading_class_init (MkWeekHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_week_heading_dispose;

  widget_class->get_request_mode = mk_week_heading_get_request_mode;
  widget_class->measure = mk_week_heading_measure;
  widget_class->snapshot = mk_week_heading_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
mk_week_heading_init (MkWeekHeading *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_css_class (GTK_WIDGET (self), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self), "week");
  self->words = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->words, PANGO_WRAP_WORD_CHAR);
}

/**
 * mk_week_heading_show:
 * @self: a heading
 * @week: a week of a log
 * @minutes: how long somebody was there in it; 0 when that is not known
 */
void
mk_week_heading_show (MkWeekHeading *self,
                      gint32         week,
                      gint64         minutes)
{
  g_autofree char *words = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (MK_IS_WEEK_HEADING (self));

  words = mk_log_words_week (week);
  if (minutes > 0)
    hours = mk_duration_to_words (minutes);
  text = hours != NULL ? g_strdup_printf ("%s · %s", words, hours) : g_strdup (words);
  if (g_str_equal (pango_layout_get_text (self->words), text))
    return;
  pango_layout_set_text (self->words, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
