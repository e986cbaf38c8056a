/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-undo-toast.h"

#include "widgets/mk-toast.h"
#include "workplace/mk-workplace-work.h"

/* What was done to a record is told, and can be taken back. */

typedef struct
{
  AdwToastOverlay    *overlay;
  MkWorkplace        *workplace;
  const MkRecordType *type;
  char               *id;
} Done;

static Done *
done_new (AdwToastOverlay    *overlay,
          MkWorkplace        *workplace,
          const MkRecordType *type,
          const char         *id)
{
  Done *done = g_new0 (Done, 1);

  done->overlay = g_object_ref (overlay);
  done->workplace = g_object_ref (workplace);
  done->type = type;
  done->id = g_strdup (id);
  return done;
}

static void
done_free (gpointer  data,
           GClosure *closure)
{
  Done *done = data;

  g_object_unref (done->overlay);
  g_object_unref (done->workplace);
  g_free (done->id);
  g_free (done);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) overlay = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved == NULL)
    mk_toast_tell (overlay, error->message);
}

static void
undo_cb (AdwToast *toast,
         gpointer  user_data)
{
  const Done *done = user_data;

  mk_workplace_undo_async (done->workplace, done->type, done->id, undone_cb,
                           g_object_ref (done->overlay));
}

/**
 * mk_undo_toast_offer:
 * @overlay: over the page
 * @workplace: where it was done
 * @type: the record's type
 * @id: UUID of a record whose newest revision is what was done
 * @text: what was done
 *
 * Tells what was done, and offers to undo it.
 */
void
mk_undo_toast_offer (AdwToastOverlay    *overlay,
                     MkWorkplace        *workplace,
                     const MkRecordType *type,
                     const char         *id,
                     const char         *text)
{
  mk_toast_offer_undo (overlay, text, G_CALLBACK (undo_cb), done_new (overlay, workplace, type, id),
                       done_free);
}
