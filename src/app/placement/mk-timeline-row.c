/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-timeline-row.h"

#include "check-in/mk-check-in-words.h"
#include "config.h"
#include "placement/mk-timeline-card.h"
#include "placement/mk-week-heading.h"

#include <glib/gi18n-lib.h>

/**
 * MkTimelineRow:
 *
 * A row of a log: the card of an entry, and the heading of its week over the first of one.
 *
 * # Accessibility
 *
 * The list item reads as one sentence, its state included; Enter opens it.
 */
struct _MkTimelineRow
{
  GtkBox parent_instance;

  MkWeekHeading  *heading;
  MkTimelineCard *card;

  GtkListItem    *list_item; /* unowned, while it is bound */
  MkTimelineItem *item;
};

G_DEFINE_FINAL_TYPE (MkTimelineRow, mk_timeline_row, GTK_TYPE_BOX)

static void
name_for_readers (MkTimelineRow    *self,
                  const MkLogEntry *entry)
{
  g_autofree char *name = NULL;

  if (entry == NULL)
    {
      gtk_list_item_set_accessible_label (self->list_item, _ ("Is being read"));
      return;
    }
  name = g_strjoin (". ", entry->sentence, mk_progress_words (entry->progress),
                    entry->text != NULL ? entry->text : entry->reason,
                    entry->text != NULL ? entry->reason : NULL, NULL);
  gtk_list_item_set_accessible_label (self->list_item, name);
}

static void
show_cb (MkTimelineRow *self)
{
  const MkLogEntry *entry = mk_timeline_item_get_entry (self->item);
  gboolean begins_week = mk_timeline_item_get_begins_week (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->heading), begins_week);
  if (begins_week)
    mk_week_heading_show (self->heading, mk_timeline_item_get_row (self->item)->week,
                          entry != NULL ? entry->week_minutes : 0);
  mk_timeline_card_show (self->card, self->item);
  name_for_readers (self, entry);
}

static void
mk_timeline_row_dispose (GObject *object)
{
  MkTimelineRow *self = MK_TIMELINE_ROW (object);

  if (self->card != NULL)
    mk_timeline_row_unbind (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_TIMELINE_ROW);

  G_OBJECT_CLASS (mk_timeline_row_parent_class)->dispose (object);
}

static void
mk_timeline_row_class_init (MkTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_timeline_row_dispose;

  g_type_ensure (MK_TYPE_WEEK_HEADING);
  g_type_ensure (MK_TYPE_TIMELINE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkTimelineRow, heading);
  gtk_widget_class_bind_template_child (widget_class, MkTimelineRow, card);
}

static void
mk_timeline_row_init (MkTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_timeline_row_new:
 *
 * Returns: (transfer floating): a new row that shows nothing yet
 */
MkTimelineRow *
mk_timeline_row_new (void)
{
  return g_object_new (MK_TYPE_TIMELINE_ROW, NULL);
}

/**
 * mk_timeline_row_bind:
 * @self: a row
 * @list_item: whose child it is
 * @item: what it shows from now on
 */
void
mk_timeline_row_bind (MkTimelineRow  *self,
                      GtkListItem    *list_item,
                      MkTimelineItem *item)
{
  g_return_if_fail (MK_IS_TIMELINE_ROW (self));

  mk_timeline_row_unbind (self);
  self->list_item = list_item;
  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_cb), self);
  show_cb (self);
}

/**
 * mk_timeline_row_unbind:
 * @self: a row
 *
 * Shows nothing any more.
 */
void
mk_timeline_row_unbind (MkTimelineRow *self)
{
  g_return_if_fail (MK_IS_TIMELINE_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  mk_timeline_card_show (self->card, NULL);
  g_clear_object (&self->item);
  self->list_item = NULL;
}

/**
 * mk_timeline_row_delete:
 * @self: a row
 *
 * Deletes its entry, where that is possible.
 */
void
mk_timeline_row_delete (MkTimelineRow *self)
{
  g_return_if_fail (MK_IS_TIMELINE_ROW (self));

  mk_timeline_card_delete (self->card);
}
