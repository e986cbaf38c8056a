/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-print-dialog.h"

#include "config.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "print/mk-week-print.h"
#include "print/mk-week-sheet.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>

/**
 * MkPrintDialog:
 *
 * Asks which week of a placement is printed, and how much of it. What is never sent is left out
 * unless somebody asks for it.
 */
struct _MkPrintDialog
{
  AdwDialog parent_instance;

  AdwActionRow *week_row;
  GtkWidget    *next_button;
  AdwSwitchRow *texts_row;
  AdwSwitchRow *private_row;
  GtkLabel     *trouble;
  GtkWidget    *print_button;

  MkWorkplace     *workplace;
  MkPlacementItem *placement;
  GDate            monday;
};

G_DEFINE_FINAL_TYPE (MkPrintDialog, mk_print_dialog, ADW_TYPE_DIALOG)

static void
asked_free (gpointer data)
{
  MkWeekAsked *asked = data;

  g_free (asked->placement);
  g_free (asked->name);
  g_free (asked->company);
  g_free (asked);
}

static MkWeekAsked *
asked_new (MkPrintDialog *self)
{
  MkWeekAsked *asked = g_new0 (MkWeekAsked, 1);

  asked->placement = g_strdup (mk_placement_item_get_id (self->placement));
  asked->name = g_strdup (mk_placement_item_get_name (self->placement));
  asked->company = g_strdup (mk_workplace_get_self (self->workplace)->company);
  asked->monday = self->monday;
  asked->has_texts = adw_switch_row_get_active (self->texts_row);
  asked->has_private = adw_switch_row_get_active (self->private_row);
  return asked;
}

static GDateTime *
days_after (const GDate *day,
            guint        days)
{
  GDate other = *day;

  g_date_add_days (&other, days);
  return g_date_time_new_local (g_date_get_year (&other), (int) g_date_get_month (&other),
                                g_date_get_day (&other), 12, 0, 0);
}

static void
show_week (MkPrintDialog *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) first = days_after (&self->monday, 0);
  g_autoptr (GDateTime) last = days_after (&self->monday, 6);
  g_autofree char *week = mk_date_text_week (first);
  g_autofree char *capital = mk_date_text_capitalize (week);
  g_autofree char *from = mk_date_text_long (first);
  g_autofree char *to = mk_date_text_long (last);
  g_autofree char *days = g_strdup_printf ("%s – %s", from, to);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->week_row), capital);
  adw_action_row_set_subtitle (self->week_row, days);
  gtk_widget_set_sensitive (self->next_button, g_date_time_compare (last, now) < 0);
}

static void
previous_cb (MkPrintDialog *self)
{
  g_date_subtract_days (&self->monday, 7);
  show_week (self);
}

static void
next_cb (MkPrintDialog *self)
{
  g_date_add_days (&self->monday, 7);
  show_week (self);
}

static void
tell_trouble (MkPrintDialog *self,
              const char    *text)
{
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
}

static void
done_cb (MkPrintDialog          *self,
         GtkPrintOperationResult result,
         GtkPrintOperation      *operation)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_trouble (self, error != NULL ? error->message : _ ("It could not be printed."));
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
run_print (MkPrintDialog *self,
           GPtrArray     *paragraphs)
{
  g_autoptr (GtkPrintOperation) operation = mk_week_print_new (paragraphs, _ ("Week"));
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (mk_portal_explain_missing (MK_PORTAL_PRINTING, GTK_WIDGET (self)))
    return;
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_trouble (self, error != NULL ? error->message : _ ("It could not be printed."));
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_week_sheet_read (database, data, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MkPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paragraphs = mk_store_run_finish (MK_STORE (object), result, &error);

  gtk_widget_set_sensitive (self->print_button, TRUE);
  /* Whoever closed the dialog meanwhile wants nothing printed. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (paragraphs != NULL)
    run_print (self, paragraphs);
  else
    tell_trouble (self, error->message);
}

static void
print_cb (MkPrintDialog *self)
{
  gtk_widget_set_sensitive (self->print_button, FALSE);
  tell_trouble (self, NULL);
  mk_store_run_async (mk_workplace_get_store (self->workplace), read_func, asked_new (self),
                      asked_free, (GDestroyNotify) g_ptr_array_unref, MK_STORE_READ, NULL, read_cb,
                      g_object_ref (self));
}

static void
mk_print_dialog_dispose (GObject *object)
{
  MkPrintDialog *self = MK_PRINT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PRINT_DIALOG);
  g_clear_object (&self->placement);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_print_dialog_parent_class)->dispose (object);
}

static void
mk_print_dialog_class_init (MkPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_print_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPrintDialog, week_row);
  gtk_widget_class_bind_template_child (widget_class, MkPrintDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, MkPrintDialog, texts_row);
  gtk_widget_class_bind_template_child (widget_class, MkPrintDialog, private_row);
  gtk_widget_class_bind_template_child (widget_class, MkPrintDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkPrintDialog, print_button);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
mk_print_dialog_init (MkPrintDialog *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_date_clear (&self->monday, 1);
  g_date_set_dmy (&self->monday, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  g_date_subtract_days (&self->monday, (guint) g_date_time_get_day_of_week (now) - 1);
  show_week (self);
}

/**
 * mk_print_dialog_new:
 * @workplace: where it belongs
 * @placement: whose log is printed
 *
 * Returns: (transfer floating): a new dialog, at this week
 */
MkPrintDialog *
mk_print_dialog_new (MkWorkplace     *workplace,
                     MkPlacementItem *placement)
{
  MkPrintDialog *self = g_object_new (MK_TYPE_PRINT_DIALOG, NULL);

  self->workplace = g_object_ref (workplace);
  self->placement = g_object_ref (placement);
  return self;
}
