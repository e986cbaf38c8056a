/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-undo-toast.h"

#include "widgets/mk-dialog.h"
#include "widgets/mk-toast.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* What was done to a record is told, and can be taken back. */

/* In a box that counts who holds it: the toast, and undoing. */
typedef struct
{
  AdwToastOverlay    *overlay;
  MkWorkplace        *workplace;
  const MkRecordType *type;
  char               *id;
  MkUndone            undone;
  gpointer            data;
  GDestroyNotify      destroy;
} Done;

static void
done_clear (gpointer data)
{
  Done *done = data;

  g_object_unref (done->overlay);
  g_object_unref (done->workplace);
  g_free (done->id);
  if (done->destroy != NULL)
    done->destroy (done->data);
}

static void
done_release (gpointer data)
{
  g_rc_box_release_full (data, done_clear);
}

static void
toast_gone (gpointer  data,
            GClosure *closure)
{
  done_release (data);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Done *done = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved == NULL)
    mk_dialog_tell (GTK_WIDGET (done->overlay), _ ("It could not be undone"), error->message);
  else if (done->undone != NULL)
    done->undone (done->overlay, done->workplace, done->data);
  done_release (done);
}

static void
undo_cb (AdwToast *toast,
         gpointer  user_data)
{
  Done *done = user_data;

  mk_workplace_undo_async (done->workplace, done->type, done->id, undone_cb,
                           g_rc_box_acquire (done));
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
  mk_undo_toast_offer_then (overlay, workplace, type, id, text, NULL, NULL, NULL);
}

/**
 * mk_undo_toast_offer_then:
 * @overlay: over the page
 * @workplace: where it was done
 * @type: the record's type
 * @id: UUID of a record whose newest revision is what was done
 * @text: what was done
 * @undone: (nullable): called when it is undone
 * @data: for @undone
 * @destroy: (nullable): frees @data when it can't be undone any more
 *
 * Tells what was done, and offers to undo it, from which something follows.
 */
void
mk_undo_toast_offer_then (AdwToastOverlay    *overlay,
                          MkWorkplace        *workplace,
                          const MkRecordType *type,
                          const char         *id,
                          const char         *text,
                          MkUndone            undone,
                          gpointer            data,
                          GDestroyNotify      destroy)
{
  Done *done = g_rc_box_new0 (Done);

  done->overlay = g_object_ref (overlay);
  done->workplace = g_object_ref (workplace);
  done->type = type;
  done->id = g_strdup (id);
  done->undone = undone;
  done->data = data;
  done->destroy = destroy;
  mk_toast_offer_undo (overlay, text, G_CALLBACK (undo_cb), done, toast_gone);
}

/* Changes that are told */

struct _MkChange
{
  AdwToastOverlay    *overlay;
  const MkRecordType *type;
  char               *text;
};

static void
mk_change_free (MkChange *change)
{
  g_object_unref (change->overlay);
  g_free (change->text);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkChange, mk_change_free)

/**
 * mk_change_new:
 * @overlay: over the page
 * @type: of the record that is changed
 * @text: what was done then
 *
 * Returns: (transfer full): what mk_change_cb() tells
 */
MkChange *
mk_change_new (AdwToastOverlay    *overlay,
               const MkRecordType *type,
               const char         *text)
{
  MkChange *change = g_new0 (MkChange, 1);

  change->overlay = g_object_ref (overlay);
  change->type = type;
  change->text = g_strdup (text);
  return change;
}

/**
 * mk_change_cb:
 * @object: a workplace
 * @result: of changing a record, ended by mk_workplace_change_finish()
 * @user_data: (transfer full): an #MkChange
 *
 * Tells what was done and offers to undo it, or tells why it was not.
 */
void
mk_change_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MkChange) change = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved != NULL)
    mk_undo_toast_offer (change->overlay, MK_WORKPLACE (object), change->type, saved->id,
                         change->text);
  else
    mk_dialog_tell (GTK_WIDGET (change->overlay), _ ("It could not be done"), error->message);
}
