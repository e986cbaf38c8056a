/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-paper.h"
#include "print/mk-paper-dialog.h"
#include "print/mk-pocket-card.h"
#include "print/mk-wall-sheet.h"
#include "shell/mk-window-private.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The window's actions that take the hotline's numbers elsewhere: to the wall, into a pocket, and
 * into a telephone. */

static const char *
company_of (MkWindow *self)
{
  return mk_workplace_get_self (mk_window_get_workplace (self))->company;
}

static MkHotline *
hotline_of (MkWindow *self)
{
  return mk_workplace_get_hotline (mk_window_get_workplace (self));
}

static void
present (MkWindow          *self,
         const MkPaperKind *kind,
         MkNumbersSheet    *sheet,
         const char        *title)
{
  MkPaperDialog *dialog = mk_paper_dialog_new (kind, sheet, title);

  mk_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->shell));
}

static void
print_hotline_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  present (self, &mk_wall_sheet_kind, mk_hotline_wall_sheet (hotline_of (self), company_of (self)),
           _ ("Emergency telephone"));
}

static void
print_pocket_card_cb (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = mk_window_find_placement (self, parameter);

  if (placement == NULL)
    placement = mk_shell_get_placement (self->shell);
  if (placement == NULL)
    return;
  present (self, &mk_pocket_card_kind,
           mk_hotline_pocket_card (hotline_of (self), company_of (self),
                                   mk_placement_item_get_id (placement)),
           _ ("Pocket card"));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    mk_dialog_tell (parent, _ ("The numbers are saved"),
                    _ ("Send the file to your telephone and open it there."));
  else
    mk_dialog_tell (parent, _ ("The numbers were not saved"), error->message);
}

static void
place_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MkWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *cards;

  /* It may have been locked meanwhile. */
  if (file == NULL || self->shell == NULL)
    return;
  cards = mk_hotline_vcards (hotline_of (self));
  bytes = g_bytes_new_take (cards, strlen (cards));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (self->shell));
}

static void
save_vcard_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog =
      mk_portal_file_dialog_new (widget, _ ("Put the numbers into your telephone"));

  if (dialog == NULL)
    return;
  gtk_file_dialog_set_initial_name (dialog, _ ("Emergency telephone.vcf"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, place_chosen_cb, g_object_ref (widget));
}

/**
 * mk_window_install_numbers_actions:
 * @widget_class: of the window
 *
 * Installs what takes the hotline's numbers elsewhere.
 */
void
mk_window_install_numbers_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print-hotline", NULL, print_hotline_cb);
  gtk_widget_class_install_action (widget_class, "win.print-pocket-card", "s",
                                   print_pocket_card_cb);
  gtk_widget_class_install_action (widget_class, "win.save-vcard", NULL, save_vcard_cb);
}
