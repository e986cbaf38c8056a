/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/mk-code-page.h"

#include "config.h"
#include "keys/mk-recovery-sheet.h"
#include "mk-key-wrap.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkCodePage:
 *
 * Shows a recovery code this once, to be printed or saved, and asks whether the person has it.
 */
struct _MkCodePage
{
  AdwBin parent_instance;

  GtkLabel       *description;
  GtkLabel       *code;
  GtkWidget      *print;
  GtkLabel       *message;
  GtkCheckButton *kept;
  GtkWidget      *later;

  MkSecretText *secret; /* the code itself, or NULL */
};

G_DEFINE_FINAL_TYPE (MkCodePage, mk_code_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_KEPT,
  SIGNAL_LATER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Half of the groups a line, where the window lets them be. */
static char *
in_two_lines (const char *code)
{
  g_autoptr (GString) lines = g_string_new (code);
  gsize middle = lines->len / 2;

  if (lines->len > 0 && lines->str[middle] == '-')
    g_string_insert_c (lines, (gssize) middle + 1, '\n');
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static void
print_cb (MkCodePage *self)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (mk_portal_explain_missing (MK_PORTAL_PRINTING, GTK_WIDGET (self)))
    return;
  if (self->secret != NULL && mk_recovery_sheet_print (self->secret, window, &error))
    mk_code_page_tell (self, _ ("It was sent to the printer."));
  else if (error != NULL)
    mk_code_page_tell (self, error->message);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MkCodePage) self = MK_CODE_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (object));
  g_autofree char *told = NULL;

  if (self->message == NULL)
    return;
  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    told = g_strdup_printf (_ ("Saved as “%s”. Move it to where only you can find it."), name);
  else
    told = g_strdup_printf (_ ("It could not be saved: %s"), error->message);
  mk_code_page_tell (self, told);
}

static void
place_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MkCodePage) self = MK_CODE_PAGE (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (file == NULL || self->secret == NULL)
    return;
  text = mk_recovery_sheet_text (self->secret);
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, g_object_ref (self));
}

static void
save_cb (MkCodePage *self)
{
  g_autoptr (GtkFileDialog) dialog =
      mk_portal_file_dialog_new (GTK_WIDGET (self), _ ("Save the recovery code"));

  if (dialog == NULL)
    return;
  gtk_file_dialog_set_initial_name (dialog, _ ("makker-recovery-code.txt"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        place_chosen_cb, g_object_ref (self));
}

static void
done_cb (MkCodePage *self)
{
  g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

static void
later_cb (MkCodePage *self)
{
  g_signal_emit (self, signals[SIGNAL_LATER], 0);
}

static void
mk_code_page_dispose (GObject *object)
{
  g_clear_pointer (&MK_CODE_PAGE (object)->secret, mk_secret_text_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_CODE_PAGE);

  G_OBJECT_CLASS (mk_code_page_parent_class)->dispose (object);
}

static void
mk_code_page_class_init (MkCodePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_code_page_dispose;

  /**
   * MkCodePage::kept:
   *
   * The person says to have the code.
   */
  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MkCodePage::later:
   *
   * The person puts it off.
   */
  signals[SIGNAL_LATER] = g_signal_new ("later", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-code-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkCodePage, description);
  gtk_widget_class_bind_template_child (widget_class, MkCodePage, code);
  gtk_widget_class_bind_template_child (widget_class, MkCodePage, print);
  gtk_widget_class_bind_template_child (widget_class, MkCodePage, message);
  gtk_widget_class_bind_template_child (widget_class, MkCodePage, kept);
  gtk_widget_class_bind_template_child (widget_class, MkCodePage, later);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
}

static void
mk_code_page_init (MkCodePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_code_page_begin:
 * @self: a page that is shown
 * @code: the recovery code
 * @can_wait: whether it may be put off
 * @is_new: whether it takes the place of one that the person may have
 *
 * Shows a code.
 */
void
mk_code_page_begin (MkCodePage *self,
                    const char *code,
                    gboolean    can_wait,
                    gboolean    is_new)
{
  g_autoptr (MkSecretText) lines = NULL;

  g_return_if_fail (MK_IS_CODE_PAGE (self));

  if (is_new)
    gtk_label_set_label (self->description,
                         _ ("This is a new one. A code that you may have from before opens nothing "
                            "any more. Print it or save it, and keep it where only you can find "
                            "it."));
  mk_secret_text_free (self->secret);
  self->secret = g_strdup (code);
  lines = in_two_lines (code);
  gtk_label_set_label (self->code, lines);
  gtk_check_button_set_active (self->kept, FALSE);
  gtk_widget_set_visible (self->later, can_wait);
  mk_code_page_tell (self, NULL);
  gtk_widget_grab_focus (self->print);
}

/**
 * mk_code_page_tell:
 * @self: a page
 * @message: (nullable): what came of printing, saving or going on; %NULL for nothing
 */
void
mk_code_page_tell (MkCodePage *self,
                   const char *message)
{
  g_return_if_fail (MK_IS_CODE_PAGE (self));

  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * mk_code_page_forget:
 * @self: a page
 *
 * Takes the code off the page.
 */
void
mk_code_page_forget (MkCodePage *self)
{
  g_return_if_fail (MK_IS_CODE_PAGE (self));

  g_clear_pointer (&self->secret, mk_secret_text_free);
  gtk_label_set_label (self->code, "");
}
