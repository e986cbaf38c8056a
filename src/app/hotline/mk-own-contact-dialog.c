/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-own-contact-dialog.h"

#include "arrangement/mk-plan-day-row.h"
#include "config.h"
#include "form/mk-record-draft.h"
#include "mk-clock.h"
#include "mk-telephone.h"
#include "records/mk-contact.h"
#include "workplace/mk-choice.h"

#include <glib/gi18n-lib.h>

#define N_DAYS 7

/**
 * MkOwnContactDialog:
 *
 * The form of somebody whom the workplace itself wants to be able to call.
 */
struct _MkOwnContactDialog
{
  MkFormDialog parent_instance;

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

  char      *telephone_before; /* as it is saved, or NULL */
  char      *confirmed_date;
  GPtrArray *placement_ids; /* of the rows; the first is "" */
};

G_DEFINE_FINAL_TYPE (MkOwnContactDialog, mk_own_contact_dialog, MK_TYPE_FORM_DIALOG)

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
  if (mk_form_dialog_is_edit (MK_FORM_DIALOG (self)))
    mk_form_dialog_edited (MK_FORM_DIALOG (self));
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

/* When the number was confirmed is seen when it is saved. */
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
  return data;
}

/* MkFormDialog */

static void
mk_own_contact_dialog_refresh (MkFormDialog *form)
{
  MkOwnContactDialog *self = MK_OWN_CONTACT_DIALOG (form);
  g_autofree char *name = typed (self->name);
  g_autofree char *telephone = typed (self->telephone);

  gtk_widget_set_visible (self->undialled,
                          telephone != NULL && !mk_telephone_is_dialable (telephone));
  mk_form_dialog_set_can_save (form, name != NULL && telephone != NULL && are_hours_right (self));
}

static gboolean
mk_own_contact_dialog_has_words (MkFormDialog *form)
{
  MkOwnContactDialog *self = MK_OWN_CONTACT_DIALOG (form);
  GtkEditable *const fields[] = { self->name, self->telephone, self->function, self->description };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = typed (fields[i]);

      if (text != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
mk_own_contact_dialog_dup_draft (MkFormDialog *form)
{
  MkOwnContactData *data = typed_data (MK_OWN_CONTACT_DIALOG (form));
  char *text = mk_record_draft_to_text (&mk_own_contact_type, data);

  mk_shape_free (mk_own_contact_type.shape, data);
  return text;
}

/* Whoever writes a number knows it; what was only renamed was confirmed when it was. */
static gpointer
mk_own_contact_dialog_dup_content (MkFormDialog *form)
{
  MkOwnContactDialog *self = MK_OWN_CONTACT_DIALOG (form);
  MkOwnContactData *data = typed_data (self);
  g_autoptr (GDateTime) now = mk_clock_now ();

  if (g_strcmp0 (self->telephone_before, data->telephone) == 0)
    data->confirmed_date = g_strdup (self->confirmed_date);
  else
    data->confirmed_date = g_date_time_format (now, "%Y-%m-%d");
  return data;
}

static void
mk_own_contact_dialog_finalize (GObject *object)
{
  MkOwnContactDialog *self = MK_OWN_CONTACT_DIALOG (object);

  g_free (self->telephone_before);
  g_free (self->confirmed_date);
  g_ptr_array_unref (self->placement_ids);

  G_OBJECT_CLASS (mk_own_contact_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
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
  MkFormDialogClass *form_class = MK_FORM_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mk_own_contact_dialog_finalize;
  form_class->refresh = mk_own_contact_dialog_refresh;
  form_class->has_words = mk_own_contact_dialog_has_words;
  form_class->dup_draft = mk_own_contact_dialog_dup_draft;
  form_class->dup_content = mk_own_contact_dialog_dup_content;

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
fill_text (GtkEditable *field,
           const char  *text)
{
  gtk_editable_set_text (field, text != NULL ? text : "");
}

static void
fill (MkOwnContactDialog     *self,
      const MkOwnContactData *data)
{
  fill_text (self->name, data->name);
  fill_text (self->telephone, data->telephone);
  fill_text (self->function, data->function);
  fill_text (self->description, data->description);
  mk_choice_select (self->placement, self->placement_ids, data->placement_id);
  for (guint i = 0; i < G_N_ELEMENTS (priorities); i++)
    if (data->priority >= priorities[i])
      adw_combo_row_set_selected (self->priority, i);
  fill_hours (self, data->opening_hours);
}

/**
 * mk_own_contact_dialog_new:
 * @workplace: saves it
 * @saved: (nullable): the own contact that is changed; %NULL for a new one
 * @data: what stands in it at first; copied
 * @key: what its draft is kept under
 *
 * Returns: (transfer floating): a new dialog
 */
MkOwnContactDialog *
mk_own_contact_dialog_new (MkWorkplace            *workplace,
                           const MkHotlineLine    *saved,
                           const MkOwnContactData *data,
                           const char             *key)
{
  MkOwnContactDialog *self = g_object_new (MK_TYPE_OWN_CONTACT_DIALOG, NULL);
  const char *place = data->placement_id != NULL ? data->placement_id : "";
  MkFormSubject subject = { .type = &mk_own_contact_type,
                            .id = saved != NULL ? saved->id : NULL,
                            .key = key,
                            .action = saved != NULL ? "win.edit-number" : "win.add-number",
                            .parameter = g_variant_new_string (saved != NULL ? saved->key : place),
                            .saved = C_ ("state", "Saved") };

  mk_choice_fill_placements (self->placement, mk_workplace_get_placements (workplace),
                             _ ("Everybody"), self->placement_ids);
  fill (self, data);
  if (saved != NULL)
    {
      self->telephone_before = g_strdup (saved->own->telephone);
      self->confirmed_date = g_strdup (saved->own->confirmed_date);
    }
  mk_form_dialog_begin (MK_FORM_DIALOG (self), workplace, &subject);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name));
  return self;
}
