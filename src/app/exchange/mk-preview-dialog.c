/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-preview-dialog.h"

#include "config.h"
#include "mk-field-words.h"
#include "mk-isolate.h"
#include "mk-preview.h"
#include "mk-record-type.h"
#include "widgets/mk-wrap.h"

#include <glib/gi18n-lib.h>

/**
 * MkPreviewDialog:
 *
 * What would be sent now, entry by entry and field by field as the other end gets it, and what
 * would stay. Entries are filled with their fields when they are unfolded.
 */
struct _MkPreviewDialog
{
  AdwDialog parent_instance;

  GtkStack      *stack;
  GtkBox        *groups;
  GtkWidget     *empty;
  AdwStatusPage *trouble;

  GCancellable *cancellable;
  gboolean      has_receipts;
};

G_DEFINE_FINAL_TYPE (MkPreviewDialog, mk_preview_dialog, ADW_TYPE_DIALOG)

/* More rows than anybody reads would only make the dialog slow; the rest is counted. */
#define MOST_SHOWN 500U

/* How much further in a field within another stands. */
#define INDENTATION 18

static GtkWidget *
create_field_row (const MkFieldWords *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words->label);
  if (words->value != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words->value);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
      gtk_widget_add_css_class (row, "property");
    }
  if (words->depth > 0)
    gtk_widget_set_margin_start (gtk_widget_get_first_child (row),
                                 (int) words->depth * INDENTATION);
  return row;
}

/* Ids travel too, and stand apart: they say nothing to a person. */
static void
add_technical (AdwExpanderRow  *row,
               const GPtrArray *words)
{
  GtkWidget *inner = adw_expander_row_new ();
  guint count = 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (inner), _ ("Numbers that the computers use"));
  for (guint i = 0; i < words->len; i++)
    {
      const MkFieldWords *one = g_ptr_array_index (words, i);

      if (!one->is_technical)
        continue;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (inner), create_field_row (one));
      count++;
    }
  if (count > 0)
    adw_expander_row_add_row (row, inner);
  else
    g_object_unref (g_object_ref_sink (inner));
}

static void
unfold_cb (AdwExpanderRow *row,
           GParamSpec     *pspec,
           JsonObject     *entry)
{
  g_autoptr (GPtrArray) words = NULL;

  if (g_object_get_data (G_OBJECT (row), "is-filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "is-filled", row);
  words = mk_entry_words (entry);
  for (guint i = 0; i < words->len; i++)
    if (!((const MkFieldWords *) g_ptr_array_index (words, i))->is_technical)
      adw_expander_row_add_row (row, create_field_row (g_ptr_array_index (words, i)));
  add_technical (row, words);
}

/* The first field that says when. */
static char *
when_of (GPtrArray *words)
{
  static const char *const names[] = { "tidspunkt", "startDato", "dato", "aendret" };

  for (guint j = 0; j < G_N_ELEMENTS (names); j++)
    for (guint i = 0; i < words->len; i++)
      {
        const MkFieldWords *one = g_ptr_array_index (words, i);

        if (one->value != NULL && g_str_equal (one->name, names[j]))
          return g_strdup (one->value);
      }
  return NULL;
}

static GtkWidget *
create_entry_row (JsonObject *entry)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autoptr (GPtrArray) words = mk_entry_words (entry);
  g_autofree char *title = mk_entry_title (entry);
  g_autofree char *when = when_of (words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (when != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), when);
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (unfold_cb), json_object_ref (entry),
                         (GClosureNotify) (GCallback) json_object_unref, G_CONNECT_DEFAULT);
  return row;
}

static AdwPreferencesGroup *
add_group (MkPreviewDialog *self,
           const char      *title,
           const char      *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  mk_wrap_titles (group);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
show_package (MkPreviewDialog   *self,
              const MkPreviewed *package)
{
  g_autofree char *title = mk_isolate_printf (_ ("To %s"), package->name);
  AdwPreferencesGroup *group = add_group (
      self, title,
      self->has_receipts
          ? _ ("Field by field, as the recipient gets it. Receipts for what you have fetched go with it.")
          : _ ("Field by field, as the recipient gets it. Nothing else is sent."));

  for (guint i = 0; i < json_array_get_length (package->entries); i++)
    {
      GtkWidget *row = create_entry_row (json_array_get_object_element (package->entries, i));

      adw_preferences_group_add (group, row);
      if (i == 0)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
}

static GtkWidget *
create_held_row (const MkHeld *held)
{
  const MkRecordType *type = mk_record_type_find (held->type);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 type != NULL ? _ (type->label) : held->type);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), held->reason);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
show_more (MkPreviewDialog *self,
           guint64          n_more)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %lu more entry",
                                                        "And %lu more entries", (gulong) n_more),
                                           (gulong) n_more);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->groups, label);
}

static void
show_preview (MkPreviewDialog *self,
              const MkPreview *preview)
{
  AdwPreferencesGroup *group;

  for (guint i = 0; i < preview->packages->len; i++)
    show_package (self, g_ptr_array_index (preview->packages, i));
  gtk_widget_set_visible (self->empty, preview->packages->len == 0);
  if (preview->n_more > 0)
    show_more (self, preview->n_more);
  if (preview->held->len == 0)
    return;
  group = add_group (self, _ ("Is not sent now"), NULL);
  for (guint i = 0; i < preview->held->len; i++)
    adw_preferences_group_add (group, create_held_row (g_ptr_array_index (preview->held, i)));
}

static gpointer
preview_func (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return mk_preview_find (database, MOST_SHOWN, error);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkPreviewDialog) self = MK_PREVIEW_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPreview) preview = mk_store_run_finish (MK_STORE (object), result, &error);

  /* Closed in the meantime. */
  if (self->stack == NULL)
    return;
  if (preview != NULL)
    show_preview (self, preview);
  else
    adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, preview != NULL ? "content" : "trouble");
}

static void
mk_preview_dialog_dispose (GObject *object)
{
  MkPreviewDialog *self = MK_PREVIEW_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PREVIEW_DIALOG);

  G_OBJECT_CLASS (mk_preview_dialog_parent_class)->dispose (object);
}

static void
mk_preview_dialog_finalize (GObject *object)
{
  g_object_unref (MK_PREVIEW_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (mk_preview_dialog_parent_class)->finalize (object);
}

static void
mk_preview_dialog_class_init (MkPreviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_preview_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_preview_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-preview-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPreviewDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MkPreviewDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, MkPreviewDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, MkPreviewDialog, trouble);
}

static void
mk_preview_dialog_init (MkPreviewDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_preview_dialog_new:
 * @workplace: whose packages
 *
 * Returns: (transfer floating): a new dialog, looking it up
 */
MkPreviewDialog *
mk_preview_dialog_new (MkWorkplace *workplace)
{
  MkPreviewDialog *self = g_object_new (MK_TYPE_PREVIEW_DIALOG, NULL);

  self->has_receipts = mk_correspondence_has_receipts (mk_workplace_get_post (workplace));
  mk_store_run_async (mk_workplace_get_store (workplace), preview_func, NULL, NULL,
                      (GDestroyNotify) mk_preview_free, MK_STORE_READ, self->cancellable, found_cb,
                      g_object_ref (self));
  return self;
}
