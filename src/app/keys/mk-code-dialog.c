/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/mk-code-dialog.h"

#include "keys/mk-code-page.h"
#include "keys/mk-keys.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* A recovery code after the first run: a new one is made and shown, since the former one was shown
 * only once. */

/* What a dialog works with, for as long as it is there. */
typedef struct
{
  AdwDialog   *dialog; /* not owned */
  MkCodePage  *page; /* not owned */
  MkWorkplace *workplace;
} Showing;

static void
showing_free (gpointer  data,
              GClosure *closure)
{
  Showing *showing = data;

  g_object_unref (showing->workplace);
  g_free (showing);
}

static void
recovery_set_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MkCodePage) page = MK_CODE_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_DIALOG);

  if (dialog == NULL)
    return;
  if (mk_keys_finish (MK_STORE (object), result, &error))
    adw_dialog_close (ADW_DIALOG (dialog));
  else
    mk_code_page_tell (page, error->message);
}

static void
kept_cb (MkCodePage    *page,
         const Showing *showing)
{
  mk_keys_set_recovery_async (mk_workplace_get_store (showing->workplace), MK_RECOVERY_KEPT,
                              recovery_set_cb, g_object_ref (page));
}

static void
later_cb (MkCodePage    *page,
          const Showing *showing)
{
  adw_dialog_close (showing->dialog);
}

static void
closed_cb (AdwDialog     *dialog,
           const Showing *showing)
{
  mk_code_page_forget (showing->page);
  mk_workplace_refresh (showing->workplace);
}

static void
connect_page (AdwDialog   *dialog,
              MkCodePage  *page,
              MkWorkplace *workplace)
{
  Showing *showing = g_new0 (Showing, 1);

  showing->dialog = dialog;
  showing->page = page;
  showing->workplace = g_object_ref (workplace);
  g_signal_connect (page, "kept", G_CALLBACK (kept_cb), showing);
  g_signal_connect (page, "later", G_CALLBACK (later_cb), showing);
  g_signal_connect_data (dialog, "closed", G_CALLBACK (closed_cb), showing, showing_free,
                         G_CONNECT_DEFAULT);
}

static AdwDialog *
new_dialog (const char  *code,
            MkWorkplace *workplace)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  MkCodePage *page = g_object_new (MK_TYPE_CODE_PAGE, NULL);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, _ ("Recovery code"));
  adw_dialog_set_content_width (dialog, 480);
  connect_page (dialog, page, workplace);
  mk_code_page_begin (page, code, TRUE, TRUE);
  return dialog;
}

/* What the new code is shown over. */
typedef struct
{
  GtkWidget   *parent;
  MkWorkplace *workplace;
} Making;

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Making *making = user_data;
  g_autoptr (GtkWidget) parent = making->parent;
  g_autoptr (MkWorkplace) workplace = making->workplace;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSecretText) code = mk_keys_new_recovery_finish (MK_STORE (object), result, &error);

  if (gtk_widget_get_root (parent) == NULL)
    return;
  if (code != NULL)
    mk_dialog_present (new_dialog (code, workplace), parent);
  else
    mk_dialog_tell (parent, _ ("No new recovery code was made"), error->message);
}

/**
 * mk_code_dialog_present:
 * @parent: over what it stands
 * @workplace: whose store gets a new recovery code
 *
 * Makes a new recovery code and shows it, to be printed or saved. The former one opens nothing from
 * then on, so that whoever has one is asked before.
 */
void
mk_code_dialog_present (GtkWidget   *parent,
                        MkWorkplace *workplace)
{
  Making *making = g_new0 (Making, 1);

  making->parent = g_object_ref (parent);
  making->workplace = g_object_ref (workplace);
  mk_keys_new_recovery_async (mk_workplace_get_store (workplace), made_cb, making);
}
