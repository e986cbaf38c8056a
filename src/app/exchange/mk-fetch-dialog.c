/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-fetch-dialog.h"

#include "config.h"
#include "exchange/mk-reason-words.h"
#include "exchange/mk-verdict-words.h"
#include "mk-isolate.h"
#include "widgets/mk-banner.h"

/**
 * MkFetchDialog:
 *
 * What became of the packages that were fetched, a row for each.
 */
struct _MkFetchDialog
{
  AdwDialog parent_instance;

  AdwBanner  *trouble;
  GtkLabel   *summary;
  GtkListBox *rows;
  GtkWidget  *numbers;
};

G_DEFINE_FINAL_TYPE (MkFetchDialog, mk_fetch_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_entry_row (const MkVerdictEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *reason = mk_reason_words (mk_record_type_find (entry->type), entry->reason);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mk_verdict_entry_words (entry));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* Rows with entries that were refused alone unfold. */
static GtkWidget *
create_bare_row (const MkVerdict *verdict,
                 const char      *detail)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (mk_verdict_icon_name (verdict));
  GtkWidget *row;

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  if (verdict->entries->len == 0)
    {
      row = adw_action_row_new ();
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      return row;
    }
  row = adw_expander_row_new ();
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), detail);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (row), 0);
  for (guint i = 0; i < verdict->entries->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              create_entry_row (g_ptr_array_index (verdict->entries, i)));
  return row;
}

static GtkWidget *
create_row (const MkVerdict *verdict)
{
  g_autofree char *title = mk_verdict_title (verdict);
  g_autofree char *detail = mk_verdict_detail (verdict);
  g_autofree char *escaped = g_markup_escape_text (detail, -1);
  GtkWidget *row = create_bare_row (verdict, escaped);
  g_autofree char *name = mk_isolate_printf ("%s: %s", title, detail);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
mk_fetch_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_FETCH_DIALOG);

  G_OBJECT_CLASS (mk_fetch_dialog_parent_class)->dispose (object);
}

static void
mk_fetch_dialog_class_init (MkFetchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_fetch_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-fetch-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkFetchDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkFetchDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, MkFetchDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, MkFetchDialog, numbers);
}

static void
mk_fetch_dialog_init (MkFetchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
needs_a_look (const MkVerdict *verdict)
{
  return mk_verdict_is_trouble (verdict) || verdict->status == MK_VERDICT_PARTLY ||
         verdict->status == MK_VERDICT_WAITS;
}

/* What went wrong first, since the list may be long. */
static void
add_rows (MkFetchDialog   *self,
          const GPtrArray *verdicts,
          gboolean         is_trouble)
{
  for (guint i = 0; i < verdicts->len; i++)
    {
      const MkVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (needs_a_look (verdict) == is_trouble)
        gtk_list_box_append (self->rows, create_row (verdict));
    }
}

static void
numbers_cb (MkFetchDialog *self,
            MkHotline     *hotline)
{
  gtk_widget_set_visible (self->numbers, !mk_hotline_is_empty (hotline));
}

/* The first run ends with the numbers on the wall and in a pocket. They may be read a moment later
 * than they were taken. */
static void
offer_numbers (MkFetchDialog *self,
               MkHotline     *hotline)
{
  g_signal_connect_object (hotline, "changed", G_CALLBACK (numbers_cb), self, G_CONNECT_SWAPPED);
  numbers_cb (self, hotline);
}

/**
 * mk_fetch_dialog_new:
 * @fetching: a fetching that is done
 *
 * Returns: (transfer floating): a new dialog
 */
MkFetchDialog *
mk_fetch_dialog_new (MkFetching *fetching)
{
  MkFetchDialog *self = g_object_new (MK_TYPE_FETCH_DIALOG, NULL);
  GPtrArray *verdicts = mk_fetching_get_verdicts (fetching);
  g_autofree char *end = mk_fetching_end_words (fetching);
  g_autofree char *summary = mk_verdict_summary (verdicts);

  add_rows (self, verdicts, TRUE);
  add_rows (self, verdicts, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), verdicts->len > 0);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), verdicts->len > 1);
  if (mk_fetching_get_new_hotline (fetching) != NULL)
    offer_numbers (self, mk_fetching_get_new_hotline (fetching));
  mk_banner_tell (self->trouble, end);
  return self;
}
