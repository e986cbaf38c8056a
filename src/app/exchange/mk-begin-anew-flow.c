/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-begin-anew-flow.h"

#include "mk-isolate.h"
#include "mk-new-epoch.h"
#include "widgets/mk-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* From a refusal that sending again can't mend to a new epoch, which a person says yes to. */

/* Whom it is begun towards. */
typedef struct
{
  GtkWidget   *parent;
  MkWorkplace *workplace;
  char        *partner;
} Beginning;

static void
beginning_free (gpointer data)
{
  Beginning *beginning = data;

  g_object_unref (beginning->parent);
  g_object_unref (beginning->workplace);
  g_free (beginning->partner);
  g_free (beginning);
}

static void
begun_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Beginning *beginning = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) begun = mk_store_run_finish (MK_STORE (object), result, &error);

  mk_workplace_refresh (beginning->workplace);
  if (begun != NULL)
    mk_dialog_tell (beginning->parent, _ ("Everything is ready to be sent"),
                    _ ("Press “Send…” when you want to send it."));
  else
    mk_dialog_tell (beginning->parent, _ ("Nothing was begun anew"), error->message);
  beginning_free (beginning);
}

static gpointer
begin_func (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return mk_new_epoch (database, data, error);
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             gpointer        user_data)
{
  const Beginning *asked = user_data;
  Beginning *beginning;

  if (!g_str_equal (response, "begin"))
    return;
  beginning = g_new0 (Beginning, 1);
  beginning->parent = g_object_ref (asked->parent);
  beginning->workplace = g_object_ref (asked->workplace);
  beginning->partner = g_strdup (asked->partner);
  mk_store_run_async (mk_workplace_get_store (asked->workplace), begin_func,
                      g_strdup (asked->partner), g_free, (GDestroyNotify) g_ptr_array_unref,
                      MK_STORE_WRITE, NULL, begun_cb, beginning);
}

static void
free_asked (gpointer  data,
            GClosure *closure G_GNUC_UNUSED)
{
  beginning_free (data);
}

/**
 * mk_begin_anew_flow_ask:
 * @parent: over what the dialogs stand
 * @workplace: whose correspondence
 * @partner: UUID of the partner that refused
 * @name: what that partner is called
 *
 * Says what it means to begin anew towards a partner, and does it after a yes: every record is to be
 * sent again, in a new epoch.
 */
void
mk_begin_anew_flow_ask (GtkWidget   *parent,
                        MkWorkplace *workplace,
                        const char  *partner,
                        const char  *name)
{
  g_autofree char *body = mk_isolate_printf (
      _ ("Talk to %s first. If you say yes, everything that they shall have is made ready to be sent "
         "once more, under new numbers from 1. The packages that they have not received are replaced "
         "by the new ones.\n\nNothing is deleted, here or there. What they have stays until it comes "
         "anew."),
      name);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Begin anew?"), body));
  Beginning *asked = g_new0 (Beginning, 1);

  asked->parent = g_object_ref (parent);
  asked->workplace = g_object_ref (workplace);
  asked->partner = g_strdup (partner);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "begin", _ ("_Begin anew"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "begin", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asked, free_asked,
                         G_CONNECT_DEFAULT);
  mk_dialog_present (ADW_DIALOG (dialog), parent);
}
