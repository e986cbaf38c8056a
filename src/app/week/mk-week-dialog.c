/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "week/mk-week-dialog.h"

#include "check-in/mk-check-in-edits.h"
#include "check-in/mk-form-state.h"
#include "config.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "week/mk-week-row.h"
#include "widgets/mk-banner.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many weeks back somebody may still remember. */
#define MOST_WEEKS_AGO 8

/* Stands before what is kept of this dialog, so that it is taken for that of no other form. */
#define KEY_PREFIX "uge "

/**
 * MkWeekDialog:
 *
 * A week of one placement in one go: its days as planned, of which a person confirms those that they
 * know about, and saves them all at once. Nothing is confirmed by itself.
 */
struct _MkWeekDialog
{
  AdwDialog parent_instance;

  GtkButton   *save_button;
  AdwBanner   *trouble;
  GtkLabel    *week;
  GtkListBox  *rows;
  AdwEntryRow *small_win;
  GtkLabel    *small_win_readers;
  GtkLabel    *small_win_warning;

  MkWorkplace     *workplace;
  MkPlacementItem *placement;
  GPtrArray       *days; /* of MkWeekDay, or NULL while they are read */
  GPtrArray       *saving; /* of MkCheckInDraft, what was confirmed, once it is being saved */
  char            *key; /* of what worked, while it is not saved */
  int              weeks_ago;
  gboolean         is_saving;
};

G_DEFINE_FINAL_TYPE (MkWeekDialog, mk_week_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static MkWeekRow *
row_at (MkWeekDialog *self,
        guint         index)
{
  return MK_WEEK_ROW (gtk_list_box_get_row_at_index (self->rows, (int) index));
}

static guint
count_confirmed (MkWeekDialog *self)
{
  guint count = 0;

  for (guint i = 0; self->days != NULL && i < self->days->len; i++)
    count += mk_week_row_is_confirmed (row_at (self, i));
  return count;
}

static gboolean
is_at_fault (MkWeekDialog *self)
{
  for (guint i = 0; self->days != NULL && i < self->days->len; i++)
    if (mk_week_row_is_at_fault (row_at (self, i)))
      return TRUE;
  return FALSE;
}

static void
update (MkWeekDialog *self)
{
  guint count = count_confirmed (self);
  g_autofree char *label = g_strdup_printf (_ ("_Save %u"), count);

  gtk_button_set_label (self->save_button, count > 0 ? label : _ ("_Save"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.save",
                                 count > 0 && !is_at_fault (self) && !self->is_saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.back",
                                 self->weeks_ago < MOST_WEEKS_AGO && !self->is_saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.forth",
                                 self->weeks_ago > 0 && !self->is_saving);
}

static void
show_days (MkWeekDialog *self,
           GPtrArray    *check_ins,
           const char   *monday)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *notice =
      mk_absence_notice (mk_placement_item_get_name (self->placement),
                         mk_placement_item_get_authority (self->placement), now);

  gtk_list_box_remove_all (self->rows);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = mk_week_new (mk_placement_item_get_arrangement (self->placement),
                            mk_placement_item_get_last (self->placement), check_ins, monday, now);
  for (guint i = 0; i < self->days->len; i++)
    {
      MkWeekRow *row = mk_week_row_new (g_ptr_array_index (self->days, i), notice);

      g_signal_connect_swapped (row, "edited", G_CALLBACK (update), self);
      gtk_list_box_append (self->rows, GTK_WIDGET (row));
    }
  update (self);
}

/* Which week is asked for, while it is read. */
static char *
monday_of (MkWeekDialog *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  return mk_week_monday (now, self->weeks_ago);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkWeekDialog) self = MK_WEEK_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = mk_workplace_read_finish (MK_WORKPLACE (object), result, &error);
  g_autofree char *monday = monday_of (self);

  /* It was closed meanwhile. */
  if (self->workplace == NULL)
    return;
  if (items == NULL)
    mk_banner_tell (self->trouble, error->message);
  else
    show_days (self, items, monday);
}

/* Two readings come back in their order, so the last week asked for is the one that is shown. */
static void
load (MkWeekDialog *self)
{
  g_autofree char *monday = monday_of (self);
  g_autoptr (GDateTime) first = mk_date_text_read (monday);
  g_autoptr (GDateTime) last = g_date_time_add_days (first, 6);
  g_autofree char *sunday = g_date_time_format (last, "%Y-%m-%d");
  g_autofree char *week = mk_date_text_week (first);
  /* Translators: the candidate, and a week such as "week 49". */
  g_autofree char *heading =
      mk_isolate_printf (_ ("%1$s, %2$s"), mk_placement_item_get_name (self->placement), week);
  MkDays days = { .placement = mk_placement_item_get_id (self->placement),
                  .from = monday,
                  .to = sunday,
                  .limit = -1 };

  gtk_label_set_label (self->week, heading);
  update (self);
  mk_workplace_list_days_async (self->workplace, &days, listed_cb, g_object_ref (self));
}

static void
go (MkWeekDialog *self,
    int           weeks)
{
  self->weeks_ago = CLAMP (self->weeks_ago + weeks, 0, MOST_WEEKS_AGO);
  load (self);
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  go (MK_WEEK_DIALOG (widget), 1);
}

static void
forth_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  go (MK_WEEK_DIALOG (widget), -1);
}

/* What worked */

static const char *
typed_small_win (MkWeekDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->small_win));
}

static void
small_win_edited_cb (MkWeekDialog *self)
{
  MkDraftKeeper *drafts;
  const char *text = typed_small_win (self);
  g_autofree char *warning = mk_line_warning (text, FALSE);

  gtk_label_set_label (self->small_win_warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->small_win_warning), warning != NULL);
  if (self->workplace == NULL || self->is_saving)
    return;
  drafts = mk_workplace_get_drafts (self->workplace);
  if (*text != '\0')
    {
      g_autofree char *kept = g_strconcat (KEY_PREFIX, text, NULL);

      mk_draft_keeper_keep (drafts, self->key, kept);
    }
  else
    mk_draft_keeper_drop (drafts, self->key);
}

static void
show_small_win (MkWeekDialog *self)
{
  const char *kept = mk_draft_keeper_get (mk_workplace_get_drafts (self->workplace), self->key);
  g_autofree char *readers = mk_isolate_printf (
      _ ("Is put on the last day that you tick. Your own note. Not sent. %s has a "
         "right to see it."),
      mk_placement_item_get_name (self->placement));

  gtk_label_set_label (self->small_win_readers, readers);
  if (kept != NULL && g_str_has_prefix (kept, KEY_PREFIX))
    gtk_editable_set_text (GTK_EDITABLE (self->small_win), kept + strlen (KEY_PREFIX));
}

/* Saving */

/* It belongs to a day with hours, the last of them, where there is one. */
static void
add_small_win (MkWeekDialog *self,
               GPtrArray    *drafts)
{
  guint chosen = drafts->len - 1;
  MkCheckInDraft *draft;

  if (*typed_small_win (self) == '\0')
    return;
  for (guint i = 0; i < drafts->len; i++)
    if (mk_check_in_draft_shows_hours (g_ptr_array_index (drafts, i)))
      chosen = i;
  draft = g_ptr_array_index (drafts, chosen);
  g_ptr_array_index (drafts, chosen) =
      mk_check_in_draft_with_small_win (draft, typed_small_win (self));
  mk_check_in_draft_free (draft);
}

static GPtrArray *
confirmed_drafts (MkWeekDialog *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) mk_check_in_draft_free);

  for (guint i = 0; i < self->days->len; i++)
    {
      MkWeekAnswer answer = mk_week_row_get_answer (row_at (self, i));

      if (mk_week_row_is_confirmed (row_at (self, i)))
        g_ptr_array_add (
            drafts, mk_week_day_draft (&answer, mk_placement_item_get_arrangement (self->placement),
                                       mk_placement_item_get_last (self->placement),
                                       mk_placement_item_get_id (self->placement),
                                       mk_workplace_get_author (self->workplace), now));
    }
  add_small_win (self, drafts);
  return drafts;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkWeekDialog) self = MK_WEEK_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = mk_workplace_change_many_finish (MK_WORKPLACE (object), result, &error);

  self->is_saving = FALSE;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  update (self);
  if (ids == NULL)
    {
      mk_banner_tell (self->trouble, error->message);
      return;
    }
  /* Closed by the lock meanwhile, it has nobody to tell, and the store is closed. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  mk_draft_keeper_drop (mk_workplace_get_drafts (self->workplace), self->key);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, ids);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkWeekDialog *self = MK_WEEK_DIALOG (widget);

  self->is_saving = TRUE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  mk_banner_tell (self->trouble, NULL);
  update (self);
  g_clear_pointer (&self->saving, g_ptr_array_unref);
  self->saving = confirmed_drafts (self);
  mk_workplace_save_many_async (self->workplace, g_ptr_array_ref (self->saving), saved_cb,
                                g_object_ref (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
mk_week_dialog_dispose (GObject *object)
{
  MkWeekDialog *self = MK_WEEK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_WEEK_DIALOG);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->saving, g_ptr_array_unref);
  g_clear_object (&self->workplace);
  g_clear_object (&self->placement);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (mk_week_dialog_parent_class)->dispose (object);
}

static void
mk_week_dialog_class_init (MkWeekDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_week_dialog_dispose;

  /**
   * MkWeekDialog::saved:
   * @self: the dialog
   * @ids: (type GStrv): UUIDs of the check-ins
   *
   * All confirmed days are durable. The dialog closes next.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_install_action (widget_class, "week.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "week.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "week.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "week.forth", NULL, forth_cb);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-week-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkWeekDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, MkWeekDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkWeekDialog, week);
  gtk_widget_class_bind_template_child (widget_class, MkWeekDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, MkWeekDialog, small_win);
  gtk_widget_class_bind_template_child (widget_class, MkWeekDialog, small_win_readers);
  gtk_widget_class_bind_template_child (widget_class, MkWeekDialog, small_win_warning);
  gtk_widget_class_bind_template_callback (widget_class, small_win_edited_cb);
}

static void
mk_week_dialog_init (MkWeekDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_week_dialog_new:
 * @workplace: saves it
 * @placement: whom it is about
 *
 * Returns: (transfer floating): a new dialog, which reads what is written of this week
 */
MkWeekDialog *
mk_week_dialog_new (MkWorkplace     *workplace,
                    MkPlacementItem *placement)
{
  MkWeekDialog *self = g_object_new (MK_TYPE_WEEK_DIALOG, NULL);

  self->workplace = g_object_ref (workplace);
  self->placement = g_object_ref (placement);
  self->key = mk_week_dialog_dup_key (mk_placement_item_get_id (placement));
  show_small_win (self);
  load (self);
  return self;
}

/**
 * mk_week_dialog_dup_key:
 * @placement_id: UUID of a placement
 *
 * Returns: (transfer full): what is kept under it is what worked, as long as it is not saved
 */
char *
mk_week_dialog_dup_key (const char *placement_id)
{
  return g_strconcat (KEY_PREFIX, placement_id, NULL);
}

/**
 * mk_week_dialog_get_placement:
 * @self: a dialog
 *
 * Returns: (transfer none): whom it is about
 */
MkPlacementItem *
mk_week_dialog_get_placement (MkWeekDialog *self)
{
  g_return_val_if_fail (MK_IS_WEEK_DIALOG (self), NULL);

  return self->placement;
}

/**
 * mk_week_dialog_get_saved:
 * @self: a dialog that emits MkWeekDialog::saved
 *
 * Returns: (transfer none) (element-type MkCheckInDraft): the days that were confirmed
 */
GPtrArray *
mk_week_dialog_get_saved (MkWeekDialog *self)
{
  g_return_val_if_fail (MK_IS_WEEK_DIALOG (self), NULL);

  return self->saving;
}
