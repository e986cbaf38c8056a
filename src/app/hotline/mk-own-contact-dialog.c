/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-own-contact-dialog.h"

#include "arrangement/mk-plan-day-row.h"
#include "config.h"
#include "mk-clock.h"
#include "mk-telephone.h"
#include "records/mk-contact.h"
#include "workplace/mk-choice.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

#define N_DAYS 7

/**
 * MkOwnContactDialog:
 *
 * The form of somebody whom the workplace itself wants to be able to call.
 */
struct _MkOwnContactDialog
{
  AdwDialog parent_instance;

  AdwBanner    *trouble;
  GtkEditable  *name;
  GtkEditable  *telephone;
  GtkEditable  *function;
  GtkEditable  *description;
  GtkWidget    *undialled;
  AdwComboRow  *placement;
  AdwComboRow  *priority;
  AdwSwitchRow *limited;
  GtkListBox   *days;
  MkPlanDayRow *rows[N_DAYS];

  MkWorkplace *workplace;
  char        *id; /* UUID, or NULL for a new one */
  char        *telephone_before; /* as it was, or NULL */
  char        *confirmed_date;
  GPtrArray   *placement_ids; /* of the rows; the first is "" */
  gboolean     is_saving;
};

G_DEFINE_FINAL_TYPE (MkOwnContactDialog, mk_own_contact_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the choices of the order stand for, among the numbers that an authority gives. */
static const gint64 priorities[] = { 1, 10, 900 };
#define USUAL_PRIORITY 1

static char *
typed (GtkEditable *field)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (field)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Certain hours are some hours, each of which can be read. */
static gboolean
are_hours_right (MkOwnContactDialog *self)
{
  gboolean has_day = FALSE;

  if (!adw_switch_row_get_active (self->limited))
    return TRUE;
  for (guint i = 0; i < N_DAYS; i++)
    {
      if (mk_plan_day_row_is_at_fault (self->rows[i]))
        return FALSE;
      has_day |= mk_plan_day_row_is_checked (self->rows[i]);
    }
  return has_day;
}

static void
edited_cb (MkOwnContactDialog *self)
{
  g_autofree char *name = typed (self->name);
  g_autofree char *telephone = typed (self->telephone);

  gtk_widget_set_visible (self->undialled,
                          telephone != NULL && !mk_telephone_is_dialable (telephone));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "own-contact.save",
                                 name != NULL && telephone != NULL && are_hours_right (self) &&
                                     !self->is_saving);
}

/* What stands in the form */

static void
add_span (GPtrArray       *hours,
          const MkPlanDay *day)
{
  MkOpeningHours *span = g_new0 (MkOpeningHours, 1);

  span->days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (span->days, day->day);
  span->from = g_strdup (day->from);
  span->to = g_strdup (day->to);
  g_ptr_array_add (hours, span);
}

/* No hours are at any time. */
static GPtrArray *
typed_hours (MkOwnContactDialog *self)
{
  GPtrArray *hours = g_ptr_array_new ();

  if (!adw_switch_row_get_active (self->limited))
    return hours;
  for (guint i = 0; i < N_DAYS; i++)
    {
      MkPlanDay *day = mk_plan_day_row_dup_day (self->rows[i]);

      if (day == NULL)
        continue;
      add_span (hours, day);
      g_free (day->from);
      g_free (day->to);
      g_free (day);
    }
  return hours;
}

/* Whoever writes a number knows it; what was only renamed was confirmed when it was. */
static char *
confirmed_date (MkOwnContactDialog *self,
                const char         *telephone)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  if (g_strcmp0 (self->telephone_before, telephone) == 0)
    return g_strdup (self->confirmed_date);
  return g_date_time_format (now, "%Y-%m-%d");
}

static MkOwnContactData *
typed_data (MkOwnContactDialog *self)
{
  MkOwnContactData *data = mk_shape_new (mk_own_contact_type.shape);
  const char *placement =
      g_ptr_array_index (self->placement_ids, adw_combo_row_get_selected (self->placement));

  data->name = typed (self->name);
  data->telephone = typed (self->telephone);
  data->function = typed (self->function);
  data->description = typed (self->description);
  data->priority = priorities[adw_combo_row_get_selected (self->priority)];
  data->placement_id = *placement != '\0' ? g_strdup (placement) : NULL;
  data->opening_hours = typed_hours (self);
  data->confirmed_date = confirmed_date (self, data->telephone);
  return data;
}

/* Saving */

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkOwnContactDialog) self = MK_OWN_CONTACT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  self->is_saving = FALSE;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  /* Closed by the lock meanwhile, it has nobody to tell. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (saved == NULL)
    {
      edited_cb (self);
      adw_banner_set_title (self->trouble, error->message);
      adw_banner_set_revealed (self->trouble, TRUE);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, saved->id);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkOwnContactDialog *self = MK_OWN_CONTACT_DIALOG (widget);
  MkOwnContactData *data = typed_data (self);

  self->is_saving = TRUE;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  adw_banner_set_revealed (self->trouble, FALSE);
  edited_cb (self);
  mk_workplace_keep_async (self->workplace, &mk_own_contact_type, self->id, data, NULL, saved_cb,
                           g_object_ref (self));
  mk_shape_free (mk_own_contact_type.shape, data);
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
mk_own_contact_dialog_dispose (GObject *object)
{
  MkOwnContactDialog *self = MK_OWN_CONTACT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_OWN_CONTACT_DIALOG);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_own_contact_dialog_parent_class)->dispose (object);
}

static void
mk_own_contact_dialog_finalize (GObject *object)
{
  MkOwnContactDialog *self = MK_OWN_CONTACT_DIALOG (object);

  g_free (self->id);
  g_free (self->telephone_before);
  g_free (self->confirmed_date);
  g_ptr_array_unref (self->placement_ids);

  G_OBJECT_CLASS (mk_own_contact_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, name);
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, telephone);
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, function);
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, description);
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, undialled);
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, placement);
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, priority);
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, limited);
  gtk_widget_class_bind_template_child (widget_class, MkOwnContactDialog, days);
}

static void
mk_own_contact_dialog_class_init (MkOwnContactDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_own_contact_dialog_dispose;
  object_class->finalize = mk_own_contact_dialog_finalize;

  /**
   * MkOwnContactDialog::saved:
   * @self: the dialog
   * @id: UUID of the contact
   *
   * The contact is durable. The dialog closes next.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "own-contact.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "own-contact.cancel", NULL, cancel_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-own-contact-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mk_own_contact_dialog_init (MkOwnContactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->priority, USUAL_PRIORITY);
  self->placement_ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_DAYS; i++)
    {
      self->rows[i] = mk_plan_day_row_new ((gint64) i + 1);
      g_signal_connect_swapped (self->rows[i], "edited", G_CALLBACK (edited_cb), self);
      gtk_list_box_append (self->days, GTK_WIDGET (self->rows[i]));
    }
}

/* Where no hours are known, those of an office are there to be ticked off. */
static void
fill_hours (MkOwnContactDialog *self,
            const GPtrArray    *hours)
{
  gboolean is_limited = hours != NULL && hours->len > 0;

  adw_switch_row_set_active (self->limited, is_limited);
  for (guint i = 0; !is_limited && i < 5; i++)
    mk_plan_day_row_set (self->rows[i], "08:00", "16:00");
  for (guint i = 0; is_limited && i < hours->len; i++)
    {
      const MkOpeningHours *span = g_ptr_array_index (hours, i);

      for (guint j = 0; j < span->days->len; j++)
        mk_plan_day_row_set (self->rows[g_array_index (span->days, gint64, j) - 1], span->from,
                             span->to);
    }
}

static void
fill (MkOwnContactDialog     *self,
      const MkOwnContactData *data)
{
  gtk_editable_set_text (self->name, data->name);
  gtk_editable_set_text (self->telephone, data->telephone);
  gtk_editable_set_text (self->function, data->function != NULL ? data->function : "");
  gtk_editable_set_text (self->description, data->description != NULL ? data->description : "");
  for (guint i = 0; i < G_N_ELEMENTS (priorities); i++)
    if (data->priority >= priorities[i])
      adw_combo_row_set_selected (self->priority, i);
  self->telephone_before = g_strdup (data->telephone);
  self->confirmed_date = g_strdup (data->confirmed_date);
}

/**
 * mk_own_contact_dialog_new:
 * @workplace: saves it
 * @id: (nullable): UUID of the contact that is changed; %NULL for a new one
 * @data: what stands in it; of a new one only the placement is looked at
 *
 * Returns: (transfer floating): a new dialog
 */
MkOwnContactDialog *
mk_own_contact_dialog_new (MkWorkplace            *workplace,
                           const char             *id,
                           const MkOwnContactData *data)
{
  MkOwnContactDialog *self = g_object_new (MK_TYPE_OWN_CONTACT_DIALOG, NULL);

  self->workplace = g_object_ref (workplace);
  self->id = g_strdup (id);
  mk_choice_fill_placements (self->placement, mk_workplace_get_placements (workplace),
                             _ ("Everybody"), self->placement_ids);
  mk_choice_select (self->placement, self->placement_ids, data->placement_id);
  fill_hours (self, id != NULL ? data->opening_hours : NULL);
  if (id != NULL)
    fill (self, data);
  edited_cb (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name));
  return self;
}
