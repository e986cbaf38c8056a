/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-statement-dialog.h"

#include "config.h"
#include "mk-clock.h"
#include "print/mk-week-print.h"
#include "punchcard/mk-statement-sheet.h"
#include "widgets/mk-date-row.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MONTHS 3

/**
 * MkStatementDialog:
 *
 * Asks for which period a card's statement is printed.
 */
struct _MkStatementDialog
{
  AdwDialog parent_instance;

  AdwComboRow *period;
  MkDateRow   *from;
  MkDateRow   *to;
  GtkLabel    *trouble;
  GtkWidget   *print;

  MkHelpItem *card;
  char       *company;
};

/* The rows of the choice. */
typedef enum
{
  PERIOD_ALL,
  PERIOD_YEAR,
  PERIOD_MONTHS,
  PERIOD_DAYS
} Period;

G_DEFINE_FINAL_TYPE (MkStatementDialog, mk_statement_dialog, ADW_TYPE_DIALOG)

static Period
chosen_period (MkStatementDialog *self)
{
  return (Period) adw_combo_row_get_selected (self->period);
}

static char *
first_day (MkStatementDialog *self,
           GDateTime         *now)
{
  g_autoptr (GDateTime) first = g_date_time_add_months (now, -MONTHS);

  switch (chosen_period (self))
    {
    case PERIOD_YEAR:
      return g_date_time_format (now, "%Y-01-01");
    case PERIOD_MONTHS:
      return g_date_time_format (first, "%Y-%m-%d");
    case PERIOD_DAYS:
      return g_strdup (mk_date_row_get_day (self->from));
    case PERIOD_ALL:
    default:
      return NULL;
    }
}

static void
say (MkStatementDialog *self,
     const char        *text)
{
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
}

static void
days_cb (MkStatementDialog *self)
{
  gboolean is_backwards =
      chosen_period (self) == PERIOD_DAYS &&
      strcmp (mk_date_row_get_day (self->to), mk_date_row_get_day (self->from)) < 0;

  say (self, is_backwards ? _ ("The last day comes before the first.") : NULL);
  gtk_widget_set_sensitive (self->print, !is_backwards);
}

static void
period_cb (MkStatementDialog *self)
{
  gboolean is_days = chosen_period (self) == PERIOD_DAYS;

  gtk_widget_set_visible (GTK_WIDGET (self->from), is_days);
  gtk_widget_set_visible (GTK_WIDGET (self->to), is_days);
  days_cb (self);
}

static void
tell_trouble (MkStatementDialog *self,
              const GError      *error)
{
  say (self, error != NULL ? error->message : _ ("It could not be printed."));
}

static void
done_cb (MkStatementDialog      *self,
         GtkPrintOperationResult result,
         GtkPrintOperation      *operation)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_trouble (self, error);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
print_cb (MkStatementDialog *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *from = first_day (self, now);
  const char *to = chosen_period (self) == PERIOD_DAYS ? mk_date_row_get_day (self->to) : NULL;
  g_autoptr (GPtrArray) paragraphs =
      mk_statement_sheet_new (self->card, self->company, from, to, now);
  g_autoptr (GtkPrintOperation) operation = mk_week_print_new (paragraphs, _ ("Punch card"));
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  say (self, NULL);
  if (mk_portal_explain_missing (MK_PORTAL_PRINTING, GTK_WIDGET (self)))
    return;
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_trouble (self, error);
}

static void
mk_statement_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_STATEMENT_DIALOG);
  g_clear_object (&MK_STATEMENT_DIALOG (object)->card);

  G_OBJECT_CLASS (mk_statement_dialog_parent_class)->dispose (object);
}

static void
mk_statement_dialog_finalize (GObject *object)
{
  g_free (MK_STATEMENT_DIALOG (object)->company);

  G_OBJECT_CLASS (mk_statement_dialog_parent_class)->finalize (object);
}

static void
mk_statement_dialog_class_init (MkStatementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_statement_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_statement_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-statement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MkStatementDialog, period);
  gtk_widget_class_bind_template_child (widget_class, MkStatementDialog, from);
  gtk_widget_class_bind_template_child (widget_class, MkStatementDialog, to);
  gtk_widget_class_bind_template_child (widget_class, MkStatementDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkStatementDialog, print);
  gtk_widget_class_bind_template_callback (widget_class, period_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
mk_statement_dialog_init (MkStatementDialog *self)
{
  g_type_ensure (MK_TYPE_DATE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_statement_dialog_new:
 * @card: a punch card
 * @company: (nullable): where
 *
 * Returns: (transfer floating): a new dialog
 */
MkStatementDialog *
mk_statement_dialog_new (MkHelpItem *card,
                         const char *company)
{
  MkStatementDialog *self = g_object_new (MK_TYPE_STATEMENT_DIALOG, NULL);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const MkPunchCardData *data;

  data = mk_help_item_get_record (card)->record.data;
  mk_date_row_set_day (self->from, data->valid_from);
  mk_date_row_set_day (self->to, today);
  self->card = g_object_ref (card);
  self->company = g_strdup (company);
  return self;
}
