/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/mk-person-page.h"

#include "config.h"
#include "preferences/mk-person-form.h"
#include "widgets/mk-toast.h"

#include <glib/gi18n-lib.h>

/**
 * MkPersonPage:
 *
 * Who uses the program and for which company, as the packages say it. What was typed stays until it
 * is saved, also when saving fails.
 */
struct _MkPersonPage
{
  AdwPreferencesPage parent_instance;

  GtkWidget *name;
  GtkWidget *company;
  GtkWidget *cvr_number;
  GtkWidget *p_number;
  GtkLabel  *trouble;
  GtkWidget *save;

  MkWorkplace *workplace;
  gboolean     is_saving;
};

G_DEFINE_FINAL_TYPE (MkPersonPage, mk_person_page, ADW_TYPE_PREFERENCES_PAGE)

static const char *
text_of (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static MkPersonForm
form_of (MkPersonPage *self)
{
  return (MkPersonForm) { .role = mk_workplace_get_self (self->workplace)->role,
                          .name = text_of (self->name),
                          .company = text_of (self->company),
                          .cvr_number = text_of (self->cvr_number),
                          .p_number = text_of (self->p_number) };
}

static GtkWidget *
row_of (MkPersonPage *self,
        MkPersonField field)
{
  switch (field)
    {
    case MK_PERSON_NAME:
      return self->name;
    case MK_PERSON_COMPANY:
      return self->company;
    case MK_PERSON_CVR:
      return self->cvr_number;
    case MK_PERSON_P_NUMBER:
      return self->p_number;
    case MK_PERSON_NONE:
    default:
      return self->save;
    }
}

static void
tell (MkPersonPage *self,
      const char   *trouble)
{
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  if (trouble != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), trouble,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
refresh (MkPersonPage *self)
{
  MkPersonForm form = form_of (self);

  gtk_widget_set_sensitive (
      self->save,
      !self->is_saving && !mk_person_form_says (&form, mk_workplace_get_self (self->workplace)));
}

static void
changed_cb (MkPersonPage *self)
{
  if (self->workplace == NULL)
    return;
  for (MkPersonField field = MK_PERSON_NAME; field <= MK_PERSON_P_NUMBER; field++)
    gtk_widget_remove_css_class (row_of (self, field), "error");
  tell (self, NULL);
  refresh (self);
}

/* Saving */

static gpointer
save_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_installation_update (database, data, error) ? data : NULL;
}

static void
free_installation (gpointer data)
{
  mk_installation_free (data);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MkPersonPage) self = MK_PERSON_PAGE (user_data);
  GtkWidget *dialog;

  mk_workplace_refresh_finish (MK_WORKPLACE (object), result, NULL);
  self->is_saving = FALSE;
  if (self->name == NULL)
    return;
  refresh (self);
  dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog),
                                      mk_toast_new (C_ ("state", "Saved")));
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkPersonPage) self = MK_PERSON_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (mk_store_run_finish (MK_STORE (object), result, &error) != NULL)
    {
      mk_workplace_refresh_async (self->workplace, refreshed_cb, g_object_ref (self));
      return;
    }
  self->is_saving = FALSE;
  if (self->name == NULL)
    return;
  tell (self, error->message);
  refresh (self);
}

static void
save_cb (MkPersonPage *self)
{
  MkPersonForm form = form_of (self);
  const char *trouble;
  MkPersonField field = mk_person_form_judge (&form, &trouble);

  if (!gtk_widget_get_sensitive (self->save))
    return;
  tell (self, trouble);
  if (field != MK_PERSON_NONE)
    {
      gtk_widget_add_css_class (row_of (self, field), "error");
      gtk_widget_grab_focus (row_of (self, field));
      return;
    }
  self->is_saving = TRUE;
  refresh (self);
  mk_store_run_async (mk_workplace_get_store (self->workplace), save_func,
                      mk_person_form_read (&form), free_installation, NULL, MK_STORE_WRITE, NULL,
                      saved_cb, g_object_ref (self));
}

static void
mk_person_page_dispose (GObject *object)
{
  MkPersonPage *self = MK_PERSON_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PERSON_PAGE);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_person_page_parent_class)->dispose (object);
}

static void
mk_person_page_class_init (MkPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_person_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPersonPage, name);
  gtk_widget_class_bind_template_child (widget_class, MkPersonPage, company);
  gtk_widget_class_bind_template_child (widget_class, MkPersonPage, cvr_number);
  gtk_widget_class_bind_template_child (widget_class, MkPersonPage, p_number);
  gtk_widget_class_bind_template_child (widget_class, MkPersonPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkPersonPage, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
mk_person_page_init (MkPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (GtkWidget  *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/**
 * mk_person_page_set_workplace:
 * @self: a page
 * @workplace: whose person it is about, refreshed once
 *
 * Shows what is saved. Once.
 */
void
mk_person_page_set_workplace (MkPersonPage *self,
                              MkWorkplace  *workplace)
{
  const MkInstallation *saved;

  g_return_if_fail (MK_IS_PERSON_PAGE (self));
  g_return_if_fail (self->workplace == NULL);

  saved = mk_workplace_get_self (workplace);
  fill (self->name, saved->name);
  fill (self->company, saved->company);
  fill (self->cvr_number, saved->cvr_number);
  fill (self->p_number, saved->p_number);
  self->workplace = g_object_ref (workplace);
  refresh (self);
}
