/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-person-flow.h"

#include "mk-person-sheet.h"
#include "mk-person.h"
#include "print/mk-paper-dialog.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* From a placement to the paper with all that is kept about its candidate, who may ask for it. */

typedef struct
{
  GtkWidget   *parent;
  MkWorkplace *workplace;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->parent);
  g_object_unref (asked->workplace);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static gpointer
read_func (MkDatabase   *database,
           gpointer      placement,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_person_read (database, placement, error);
}

static void
show (const Asked *asked,
      JsonNode    *person)
{
  const MkInstallation *self = mk_workplace_get_self (asked->workplace);
  MkPaperDialog *dialog =
      mk_paper_dialog_new (&mk_person_sheet_kind, mk_person_sheet_new (person, self->company),
                           _ ("All that is kept about you"));

  mk_dialog_present (ADW_DIALOG (dialog), asked->parent);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) person = mk_store_run_finish (MK_STORE (object), result, &error);

  /* Locked in the meantime, or about something else by now. */
  if (gtk_widget_get_root (asked->parent) == NULL || !mk_dialog_has_room (asked->parent))
    return;
  if (person == NULL)
    mk_dialog_tell (asked->parent, _ ("It could not be read"), error->message);
  else
    show (asked, person);
}

/**
 * mk_person_flow_show:
 * @parent: over what the paper is shown
 * @workplace: where it is kept
 * @placement: whose candidate it is about
 *
 * Shows all that is kept about somebody as pages to print. Main thread.
 */
void
mk_person_flow_show (GtkWidget       *parent,
                     MkWorkplace     *workplace,
                     MkPlacementItem *placement)
{
  Asked *asked;

  g_return_if_fail (MK_IS_WORKPLACE (workplace));
  g_return_if_fail (MK_IS_PLACEMENT_ITEM (placement));

  asked = g_new0 (Asked, 1);
  asked->parent = g_object_ref (parent);
  asked->workplace = g_object_ref (workplace);
  mk_store_run_async (mk_workplace_get_store (workplace), read_func,
                      g_strdup (mk_placement_item_get_id (placement)), g_free,
                      (GDestroyNotify) json_node_unref, MK_STORE_READ, NULL, read_cb, asked);
}
