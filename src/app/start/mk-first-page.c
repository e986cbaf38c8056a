/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-first-page.h"

#include "config.h"
#include "exchange/mk-package-files.h"
#include "mk-isolate.h"
#include "mk-random.h"
#include "mk-start-package.h"
#include "start/mk-field.h"
#include "start/mk-first-form.h"

#include <glib/gi18n-lib.h>

/**
 * MkFirstPage:
 *
 * Asks who uses the program. Whoever has a start package need not know the role: it is read from
 * the file, which is fetched later. It makes nothing itself.
 */
struct _MkFirstPage
{
  AdwBin parent_instance;

  GtkWidget      *package_row;
  GtkWidget      *package_button;
  GtkCheckButton *buddy;
  GtkCheckButton *leader;
  GtkWidget      *name;
  GtkWidget      *company;
  GtkWidget      *cvr_number;
  GtkLabel       *trouble;
  GtkWidget      *next;

  GCancellable *cancellable; /* of the file that is read */
};

G_DEFINE_FINAL_TYPE (MkFirstPage, mk_first_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_NEXT,
  SIGNAL_FILES,
  SIGNAL_LOOK_AROUND,
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
                         .cvr_number = text_of (self->cvr_number) };
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
    case MK_FIRST_NONE:
    default:
      return self->next;
    }
}

static void
next_cb (MkFirstPage *self)
{
  MkFirstForm form = form_of (self);
  g_autofree char *trouble = NULL;
  MkFirstField field = mk_first_form_judge (&form, &trouble);

  for (MkFirstField other = MK_FIRST_NAME; other <= MK_FIRST_CVR; other++)
    mk_field_pass (row_of (self, other));
  mk_field_tell (self->trouble, row_of (self, field), trouble);
  if (field == MK_FIRST_NONE)
    g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
look_around_cb (MkFirstPage *self)
{
  g_signal_emit (self, signals[SIGNAL_LOOK_AROUND], 0);
}

/* The start package */

static void
fill_in (GtkWidget  *row,
         const char *text)
{
  if (*text_of (row) == '\0' && text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* A leader calls the buddy by name; an authority calls whoever it starts by the workplace's. */
static void
take_over (MkFirstPage          *self,
           const MkStartPackage *package)
{
  gboolean is_leader = package->role == MK_ROLE_LEADER;
  g_autofree char *subtitle =
      is_leader
          ? mk_isolate_printf (_ ("The start package is for a leader, from %s."), package->sender)
          : mk_isolate_printf (_ ("The start package is for a buddy, from %s."), package->sender);

  gtk_check_button_set_active (is_leader ? self->leader : self->buddy, TRUE);
  if (is_leader)
    {
      fill_in (self->company, package->name);
      fill_in (self->cvr_number, package->cvr_number);
    }
  else if (package->sender_role == MK_ROLE_LEADER)
    fill_in (self->name, package->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->package_row), subtitle);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), subtitle,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_grab_focus (self->name);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkFirstPage) self = MK_FIRST_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);
  g_autoptr (MkStartPackage) package = NULL;
  g_autofree char *path = g_file_get_path (G_FILE (object));
  const char *const files[] = { path, NULL };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->trouble == NULL)
    return;
  package = bytes != NULL ? mk_start_package_read (bytes) : NULL;
  if (package == NULL)
    {
      mk_field_tell (self->trouble, self->package_button,
                     _ ("That file is no start package. Nothing was fetched. Look for the file "
                        "that you were sent, or go on without it."));
      return;
    }
  mk_field_pass (self->package_button);
  mk_field_tell (self->trouble, NULL, NULL);
  take_over (self, package);
  g_signal_emit (self, signals[SIGNAL_FILES], 0, files);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkFirstPage) self = MK_FIRST_PAGE (user_data);
  g_auto (GStrv) files = mk_package_files_choose_finish (result);

  if (files != NULL && self->trouble != NULL)
    mk_first_page_read (self, (const char *const *) files);
}

static void
choose_cb (MkFirstPage *self)
{
  mk_package_files_choose_async (GTK_WIDGET (self), chosen_cb, g_object_ref (self));
}

static void
mk_first_page_dispose (GObject *object)
{
  MkFirstPage *self = MK_FIRST_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_FIRST_PAGE);

  G_OBJECT_CLASS (mk_first_page_parent_class)->dispose (object);
}

static void
add_signals (MkFirstPageClass *klass)
{
  /**
   * MkFirstPage::next:
   *
   * A person filled everything in, without a fault.
   */
  signals[SIGNAL_NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MkFirstPage::files:
   * @self: the page
   * @files: (array zero-terminated=1): paths of a start package, to be fetched when a store is open
   */
  signals[SIGNAL_FILES] = g_signal_new ("files", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  /**
   * MkFirstPage::look-around:
   *
   * A person wants to see the program first.
   */
  signals[SIGNAL_LOOK_AROUND] =
      g_signal_new ("look-around", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
mk_first_page_class_init (MkFirstPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_first_page_dispose;
  add_signals (klass);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-first-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, package_row);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, package_button);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, buddy);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, leader);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, name);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, company);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, cvr_number);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkFirstPage, next);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_around_cb);
}

static void
mk_first_page_init (MkFirstPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_first_page_begin:
 * @self: a page that is shown
 *
 * Puts the focus where one types.
 */
void
mk_first_page_begin (MkFirstPage *self)
{
  g_return_if_fail (MK_IS_FIRST_PAGE (self));

  gtk_widget_grab_focus (self->name);
}

/**
 * mk_first_page_read:
 * @self: a page
 * @files: (array zero-terminated=1): paths; the first one is read
 *
 * Learns from a start package who the person is, and emits `files` when it is one.
 */
void
mk_first_page_read (MkFirstPage       *self,
                    const char *const *files)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (MK_IS_FIRST_PAGE (self));
  g_return_if_fail (files != NULL && files[0] != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  file = g_file_new_for_path (files[0]);
  g_file_load_bytes_async (file, self->cancellable, loaded_cb, g_object_ref (self));
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
 * Returns: (transfer full): who this installation shall be, with a new id, the recovery code not
 *   kept yet
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
  installation->recovery = MK_RECOVERY_OPEN;
  if (form.role != MK_ROLE_LEADER)
    return installation;
  installation->company = trimmed_or_null (form.company);
  installation->cvr_number = mk_first_form_cvr (form.cvr_number);
  return installation;
}
