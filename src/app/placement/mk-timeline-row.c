/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-timeline-row.h"

#include "check-in/mk-check-in-words.h"
#include "config.h"
#include "records/mk-call.h"
#include "records/mk-check-in.h"
#include "widgets/mk-state-chip.h"

#include <glib/gi18n-lib.h>

/**
 * MkTimelineRow:
 *
 * An entry of a log in a list view, as a sentence with how far it has come. It shows one item after
 * the other, and stays empty until that is read.
 *
 * # Accessibility
 *
 * The list item reads as one sentence, its state included; Enter opens it.
 */
struct _MkTimelineRow
{
  GtkBox parent_instance;

  GtkLabel    *sentence;
  GtkLabel    *text;
  GtkLabel    *reason;
  MkStateChip *chip;
  GtkWidget   *end;
  GtkWidget   *delete_button;

  GtkListItem    *list_item; /* unowned, while it is bound */
  MkTimelineItem *item;
};

G_DEFINE_FINAL_TYPE (MkTimelineRow, mk_timeline_row, GTK_TYPE_BOX)

static const MkLogEntry *
entry_of (MkTimelineRow *self)
{
  return self->item != NULL ? mk_timeline_item_get_entry (self->item) : NULL;
}

static void
delete_cb (MkTimelineRow *self)
{
  mk_timeline_row_delete (self);
}

static gboolean
can_delete (const MkLogEntry *entry)
{
  return entry != NULL && entry->is_own &&
         (entry->type == &mk_check_in_type || entry->type == &mk_call_type);
}

static void
show_optional (GtkLabel   *label,
               const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

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
  name = g_strdup_printf ("%s. %s%s%s", entry->sentence, mk_progress_words (entry->progress),
                          entry->text != NULL ? ". " : "", entry->text != NULL ? entry->text : "");
  gtk_list_item_set_accessible_label (self->list_item, name);
}

static void
show_cb (MkTimelineRow *self)
{
  const MkLogEntry *entry = entry_of (self);

  gtk_label_set_label (self->sentence, entry != NULL ? entry->sentence : "…");
  show_optional (self->text, entry != NULL ? entry->text : NULL);
  show_optional (self->reason, entry != NULL ? entry->reason : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), entry != NULL);
  if (entry != NULL)
    mk_state_chip_set_progress (self->chip, entry->progress);
  gtk_widget_set_visible (self->delete_button, can_delete (entry));
  name_for_readers (self, entry);
}

static void
mk_timeline_row_dispose (GObject *object)
{
  MkTimelineRow *self = MK_TIMELINE_ROW (object);

  mk_timeline_row_unbind (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_TIMELINE_ROW);

  G_OBJECT_CLASS (mk_timeline_row_parent_class)->dispose (object);
}

static void
mk_timeline_row_class_init (MkTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_timeline_row_dispose;

  g_type_ensure (MK_TYPE_STATE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkTimelineRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, MkTimelineRow, text);
  gtk_widget_class_bind_template_child (widget_class, MkTimelineRow, reason);
  gtk_widget_class_bind_template_child (widget_class, MkTimelineRow, chip);
  gtk_widget_class_bind_template_child (widget_class, MkTimelineRow, end);
  gtk_widget_class_bind_template_child (widget_class, MkTimelineRow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
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
 * mk_timeline_row_get_end:
 * @self: a row
 *
 * Returns: (transfer none): the box at its end, which stands upright where the row is narrow
 */
GtkWidget *
mk_timeline_row_get_end (MkTimelineRow *self)
{
  g_return_val_if_fail (MK_IS_TIMELINE_ROW (self), NULL);

  return self->end;
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

  if (can_delete (entry_of (self)))
    gtk_widget_activate_action (GTK_WIDGET (self),
                                entry_of (self)->type == &mk_call_type ? "win.delete-call"
                                                                       : "win.delete-check-in",
                                "s", entry_of (self)->id);
}
