/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-week-heading.h"

#include "mk-duration.h"
#include "placement/mk-log-words.h"

/**
 * MkWeekHeading:
 *
 * The heading of a week in a log: "Week 49 · 6 hours". The hours come with the week's first entry.
 *
 * # Accessibility
 *
 * Its label is a heading.
 */
struct _MkWeekHeading
{
  GtkWidget parent_instance;

  GtkWidget      *label;
  MkTimelineItem *item;
};

G_DEFINE_FINAL_TYPE (MkWeekHeading, mk_week_heading, GTK_TYPE_WIDGET)

static void
show_cb (MkWeekHeading *self)
{
  const MkLogEntry *entry = mk_timeline_item_get_entry (self->item);
  g_autofree char *week = mk_log_words_week (mk_timeline_item_get_row (self->item)->week);
  g_autofree char *hours = NULL;
  g_autofree char *text = NULL;

  if (entry != NULL && entry->week_minutes > 0)
    hours = mk_duration_to_words (entry->week_minutes);
  text = hours != NULL ? g_strdup_printf ("%s · %s", week, hours) : g_strdup (week);
  gtk_label_set_label (GTK_LABEL (self->label), text);
}

static void
mk_week_heading_dispose (GObject *object)
{
  MkWeekHeading *self = MK_WEEK_HEADING (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (mk_week_heading_parent_class)->dispose (object);
}

static void
mk_week_heading_class_init (MkWeekHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mk_week_heading_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mk_week_heading_init (MkWeekHeading *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_widget_add_css_class (self->label, "week");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * mk_week_heading_new:
 *
 * Returns: (transfer floating): a new heading of no week
 */
MkWeekHeading *
mk_week_heading_new (void)
{
  return g_object_new (MK_TYPE_WEEK_HEADING, NULL);
}

/**
 * mk_week_heading_set_item:
 * @self: a heading
 * @item: (nullable): the first entry of the week, or %NULL for none
 */
void
mk_week_heading_set_item (MkWeekHeading  *self,
                          MkTimelineItem *item)
{
  g_return_if_fail (MK_IS_WEEK_HEADING (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  gtk_widget_set_visible (self->label, item != NULL);
  if (item == NULL)
    return;
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_cb), self);
  show_cb (self);
}
