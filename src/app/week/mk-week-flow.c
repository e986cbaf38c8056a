/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "week/mk-week-flow.h"

#include "punchcard/mk-help-offer.h"
#include "week/mk-week-dialog.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-toast.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* What happens around a week: it is opened, what it saved is told, and can be undone in one go. Where
 * one of its days says itself that help may be needed, it is offered. */

/* What undoing needs to know. */
typedef struct
{
  AdwToastOverlay *overlay;
  MkWorkplace     *workplace;
  GStrv            ids;
} Flow;

static Flow *
flow_new (AdwToastOverlay *overlay,
          MkWorkplace     *workplace,
          GStrv            ids)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->overlay = g_object_ref (overlay);
  flow->workplace = g_object_ref (workplace);
  flow->ids = g_strdupv (ids);
  return flow;
}

static void
flow_closure_free (gpointer  data,
                   GClosure *closure)
{
  Flow *flow = data;

  g_object_unref (flow->overlay);
  g_object_unref (flow->workplace);
  g_strfreev (flow->ids);
  g_free (flow);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) overlay = ADW_TOAST_OVERLAY (user_data);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = mk_workplace_change_many_finish (MK_WORKPLACE (object), result, &error);

  if (ids == NULL)
    mk_dialog_tell (GTK_WIDGET (overlay), _ ("It could not be undone"), error->message);
}

static void
undo_cb (AdwToast *toast,
         gpointer  user_data)
{
  const Flow *flow = user_data;

  mk_workplace_undo_many_async (flow->workplace, (const char *const *) flow->ids, undone_cb,
                                g_object_ref (flow->overlay));
}

/* Of several days that say so, the last one is what it is about now. */
static void
offer_help (MkWeekDialog *dialog,
            const Flow   *flow)
{
  GPtrArray *drafts = mk_week_dialog_get_saved (dialog);

  for (guint i = drafts->len; i > 0; i--)
    if (mk_help_offer_is_due (flow->workplace, g_ptr_array_index (drafts, i - 1)))
      {
        mk_help_offer_after (ADW_DIALOG (dialog), flow->overlay, flow->workplace,
                             g_ptr_array_index (drafts, i - 1));
        return;
      }
}

static void
saved_cb (MkWeekDialog *dialog,
          GStrv         ids,
          const Flow   *flow)
{
  guint count = g_strv_length (ids);
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day saved", "%u days saved", count),
                       count);

  mk_toast_offer_undo (flow->overlay, text, G_CALLBACK (undo_cb),
                       flow_new (flow->overlay, flow->workplace, ids), flow_closure_free);
  offer_help (dialog, flow);
}

/**
 * mk_week_flow_write:
 * @overlay: over the page
 * @workplace: where it is saved
 * @placement: whom it is about
 *
 * Opens the week of a placement, and offers to undo what was saved, and help where it says so.
 */
void
mk_week_flow_write (AdwToastOverlay *overlay,
                    MkWorkplace     *workplace,
                    MkPlacementItem *placement)
{
  MkWeekDialog *dialog = mk_week_dialog_new (workplace, placement);

  g_signal_connect_data (dialog, "saved", G_CALLBACK (saved_cb),
                         flow_new (overlay, workplace, NULL), flow_closure_free, G_CONNECT_DEFAULT);
  mk_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (overlay));
}
