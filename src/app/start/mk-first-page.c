/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-first-page.h"

#include "config.h"
#include "mk-random.h"
#include "start/mk-first-form.h"

/**
 * MkFirstPage:
 *
 * Asks who uses the program and how it is locked. It makes nothing itself.
 */
struct _MkFirstPage
{
  AdwBin parent_instance;

  GtkCheckButton *leader;
  GtkWidget      *name;
  GtkWidget      *company;
  GtkWidget      *cvr_number;
  GtkWidget      *passphrase;
  GtkWidget      *repeated;
  GtkLabel       *trouble;
  GtkWidget      *create;
  GtkWidget      *spinner;
};

G_DEFINE_FINAL_TYPE (MkFirstPage, mk_first_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
text_of (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static MkFirstForm
form_of (MkFirstPage *self)
{
  return (MkFirstForm) { .role = gtk_check_button_get_active (self->leader) ? MK_ROLE_LEADER
                                                                            : MK_ROLE_BUDDY,
                         .name = text_of (self->name),
                         .company = text_of (self->company),
                         .cvr_number = text_of (self->cvr_number),
                         .passphrase = text_of (self->passphrase),
                         .repeated = text_of (self->repeated) };
}

static GtkWidget *
row_of (MkFirstPage *self,
        MkFirstField field)
{
  switch (field)
    {
    case MK_FIRST_NAME:
      return self->name;
    case MK_FIRST_COMPANY:
      return self->company;
    case MK_FIRST_CVR:
      return self->cvr_number;
    case MK_FIRST_PASSPHRASE:
      return self->passphrase;
    case MK_FIRST_REPEATED:
      return self->repeated;
    case MK_FIRST_NONE:
    default:
      return self->create;
    }
}

static void
create_cb (MkFirstPage *self)
{
  MkFirstForm form = form_of (self);
  g_autofree char *trouble = NULL;
  MkFirstField field = mk_first_form_judge (&form, &trouble);

  if (!gtk_widget_get_sensitive (self->create))
    return;
  mk_first_page_tell (self, trouble);
  if (field == MK_FIRST_NONE)
    g_signal_emit (self, signals[SIGNAL_CREATE], 0);
  else
    gtk_widget_grab_focus (row_of (self, field));
}

static void
mk_first_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_FIRST_PAGE);

  G_OBJECT_CLASS (mk_first_page_parent_class)->dispose (object);
}

static void
mk_first_page_class_init (MkFirstPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_first_page_dispose;

  /**
   * MkFirstPage::create:
   *
   * A person filled everything in, without a fault.
   */
  signals[SIGNAL_CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-first-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, leader);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, name);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, company);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, cvr_number);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, repeated);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, create);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
mk_first_page_init (MkFirstPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
trimmed_or_null (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));

  return *copy != '\0' ? g_steal_pointer (&copy) : NULL;
}

/**
 * mk_first_page_dup_installation:
 * @self: a page without a fault
 *
 * Returns: (transfer full): who this installation shall be, with a new id
 */
MkInstallation *
mk_first_page_dup_installation (MkFirstPage *self)
{
  MkFirstForm form;
  MkInstallation *installation;

  g_return_val_if_fail (MK_IS_FIRST_PAGE (self), NULL);

  form = form_of (self);
  installation = g_new0 (MkInstallation, 1);
  installation->id = mk_random_uuid ();
  installation->role = form.role;
  installation->name = trimmed_or_null (form.name);
  installation->company = trimmed_or_null (form.company);
  installation->cvr_number = mk_first_form_cvr (form.cvr_number);
  return installation;
}

/**
 * mk_first_page_get_passphrase:
 * @self: a page
 *
 * Returns: what shall open the store
 */
const char *
mk_first_page_get_passphrase (MkFirstPage *self)
{
  g_return_val_if_fail (MK_IS_FIRST_PAGE (self), NULL);

  return text_of (self->passphrase);
}

/**
 * mk_first_page_set_busy:
 * @self: a page
 * @is_busy: whether the store is being made
 */
void
mk_first_page_set_busy (MkFirstPage *self,
                        gboolean     is_busy)
{
  g_return_if_fail (MK_IS_FIRST_PAGE (self));

  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_set_sensitive (self->create, !is_busy);
}

/**
 * mk_first_page_tell:
 * @self: a page
 * @trouble: (nullable): what is wrong; %NULL for nothing
 *
 * Tells in place what is wrong.
 */
void
mk_first_page_tell (MkFirstPage *self,
                    const char  *trouble)
{
  g_return_if_fail (MK_IS_FIRST_PAGE (self));

  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  if (trouble != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), trouble,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/**
 * mk_first_page_forget:
 * @self: a page
 *
 * Takes the passphrase out of the fields.
 */
void
mk_first_page_forget (MkFirstPage *self)
{
  g_return_if_fail (MK_IS_FIRST_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->repeated), "");
}
