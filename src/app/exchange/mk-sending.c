/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-sending.h"

#include "mk-export.h"
#include "mk-folder.h"
#include "mk-partners.h"

/**
 * MkSending:
 *
 * Packages on their way to a folder, one piece of the store's work for each step of the export, so
 * that other work goes between. It ends when all is written, when a person ends it, or when the
 * folder fails; what was written by then stays written, and the rest stays packed. No widgets.
 */
struct _MkSending
{
  GObject parent_instance;

  MkWorkplace *workplace;
  char        *folder;
  char        *recipient;
  gint64       from;
  MkExport    *export; /* of the store's thread while a step is done, else of this one */
  GPtrArray   *partners; /* element-type MkPartner, or NULL before it has begun */
  GError      *error;
  gboolean     is_cancelled;
  gboolean     is_done;
};

G_DEFINE_FINAL_TYPE (MkSending, mk_sending, G_TYPE_OBJECT)

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the store's thread is given at the beginning. */
typedef struct
{
  char  *folder;
  char  *recipient;
  gint64 from;
} Beginning;

/* What it gives back. */
typedef struct
{
  MkExport  *export;
  GPtrArray *partners;
} Begun;

static void
beginning_free (gpointer data)
{
  Beginning *beginning = data;

  g_free (beginning->folder);
  g_free (beginning->recipient);
  g_free (beginning);
}

static void
begun_free (gpointer data)
{
  Begun *begun = data;

  mk_export_free (begun->export);
  g_clear_pointer (&begun->partners, g_ptr_array_unref);
  g_free (begun);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Begun, begun_free)

/* On the store's thread */

/* A folder that is not there is found out before anything is packed. */
static gpointer
begin_func (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  const Beginning *beginning = data;
  g_autoptr (Begun) begun = g_new0 (Begun, 1);

  if (!mk_folder_prepare (beginning->folder, error) ||
      (begun->partners = mk_partner_list (database, error)) == NULL)
    return NULL;
  begun->export =
      mk_export_new (database, beginning->folder, beginning->recipient, beginning->from, error);
  return begun->export != NULL ? g_steal_pointer (&begun) : NULL;
}

static gpointer
step_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return GINT_TO_POINTER (mk_export_step (data, error));
}

/* One after the other */

static void
finish (MkSending *self)
{
  self->is_done = TRUE;
  mk_workplace_refresh (self->workplace);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void step (MkSending *self);

static void
stepped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MkSending) self = MK_SENDING (user_data);

  if (mk_store_run_finish (MK_STORE (object), result, &self->error) != NULL)
    step (self);
  else
    finish (self);
}

static void
step (MkSending *self)
{
  if (self->is_cancelled || mk_export_is_done (self->export))
    {
      finish (self);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  mk_store_run_async (mk_workplace_get_store (self->workplace), step_func, self->export, NULL, NULL,
                      MK_STORE_LONG_WRITE, NULL, stepped_cb, g_object_ref (self));
}

static void
begun_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkSending) self = MK_SENDING (user_data);
  g_autoptr (Begun) begun = mk_store_run_finish (MK_STORE (object), result, &self->error);

  if (begun == NULL)
    {
      finish (self);
      return;
    }
  self->export = g_steal_pointer (&begun->export);
  self->partners = g_steal_pointer (&begun->partners);
  step (self);
}

static void
mk_sending_finalize (GObject *object)
{
  MkSending *self = MK_SENDING (object);

  g_clear_object (&self->workplace);
  g_free (self->folder);
  g_free (self->recipient);
  mk_export_free (self->export);
  g_clear_pointer (&self->partners, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (mk_sending_parent_class)->finalize (object);
}

static void
mk_sending_class_init (MkSendingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_sending_finalize;

  /**
   * MkSending::progress:
   *
   * It has begun with another step.
   */
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MkSending::done:
   *
   * It has come to its end.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_sending_init (MkSending *self)
{
}

/**
 * mk_sending_new:
 * @workplace: whose packages
 * @folder: path
 * @recipient: (nullable): UUID of the one partner to send to; %NULL for all
 * @from: the number to send again from; 0 for all that is not received
 *
 * Returns: (transfer full): a sending, not begun
 */
MkSending *
mk_sending_new (MkWorkplace *workplace,
                const char  *folder,
                const char  *recipient,
                gint64       from)
{
  MkSending *self = g_object_new (MK_TYPE_SENDING, NULL);

  self->workplace = g_object_ref (workplace);
  self->folder = g_strdup (folder);
  self->recipient = g_strdup (recipient);
  self->from = from;
  return self;
}

/**
 * mk_sending_start:
 * @self: a sending that was not begun
 *
 * Packs what is to be packed, and then writes the files.
 */
void
mk_sending_start (MkSending *self)
{
  Beginning *beginning = g_new0 (Beginning, 1);

  g_return_if_fail (MK_IS_SENDING (self));

  beginning->folder = g_strdup (self->folder);
  beginning->recipient = g_strdup (self->recipient);
  beginning->from = self->from;
  mk_store_run_async (mk_workplace_get_store (self->workplace), begin_func, beginning,
                      beginning_free, begun_free, MK_STORE_LONG_WRITE, NULL, begun_cb,
                      g_object_ref (self));
}

/**
 * mk_sending_cancel:
 * @self: a sending
 *
 * Brings the step in hand to its end, and does no more.
 */
void
mk_sending_cancel (MkSending *self)
{
  g_return_if_fail (MK_IS_SENDING (self));

  self->is_cancelled = TRUE;
}

/**
 * mk_sending_get_workplace:
 * @self: a sending
 *
 * Returns: (transfer none): whose packages it writes
 */
MkWorkplace *
mk_sending_get_workplace (MkSending *self)
{
  g_return_val_if_fail (MK_IS_SENDING (self), NULL);

  return self->workplace;
}

/**
 * mk_sending_get_folder:
 * @self: a sending
 *
 * Returns: the path that it writes to
 */
const char *
mk_sending_get_folder (MkSending *self)
{
  g_return_val_if_fail (MK_IS_SENDING (self), NULL);

  return self->folder;
}

/**
 * mk_sending_get_recipient:
 * @self: a sending
 *
 * Returns: (nullable): UUID of the one partner that it writes to
 */
const char *
mk_sending_get_recipient (MkSending *self)
{
  g_return_val_if_fail (MK_IS_SENDING (self), NULL);

  return self->recipient;
}

/**
 * mk_sending_get_from:
 * @self: a sending
 *
 * Returns: the number to send again from; 0 for all that is not received
 */
gint64
mk_sending_get_from (MkSending *self)
{
  g_return_val_if_fail (MK_IS_SENDING (self), 0);

  return self->from;
}

/**
 * mk_sending_get_n_files:
 * @self: a sending that waits for no step
 *
 * Returns: how many files there will be; 0 while that is not known yet
 */
guint
mk_sending_get_n_files (MkSending *self)
{
  g_return_val_if_fail (MK_IS_SENDING (self), 0);

  return self->export != NULL ? mk_export_n_files (self->export) : 0;
}

/**
 * mk_sending_get_n_written:
 * @self: a sending that waits for no step
 *
 * Returns: how many files are written
 */
guint
mk_sending_get_n_written (MkSending *self)
{
  g_return_val_if_fail (MK_IS_SENDING (self), 0);

  return self->export != NULL ? mk_export_get_files (self->export)->len : 0;
}

/**
 * mk_sending_count_for:
 * @self: a sending that is done
 * @partner: counted from 0
 * @name: (out) (transfer none) (nullable): what the partner is called; %NULL when there are no more
 *
 * Returns: how many files were written for it
 */
guint
mk_sending_count_for (MkSending   *self,
                      guint        partner,
                      const char **name)
{
  const GPtrArray *files;
  const MkPartner *one;
  guint count = 0;

  g_return_val_if_fail (MK_IS_SENDING (self), 0);

  *name = NULL;
  if (self->partners == NULL || partner >= self->partners->len)
    return 0;
  one = g_ptr_array_index (self->partners, partner);
  *name = one->name;
  files = mk_export_get_files (self->export);
  for (guint i = 0; i < files->len; i++)
    count += g_str_equal (((const MkExported *) g_ptr_array_index (files, i))->recipient, one->id);
  return count;
}

/**
 * mk_sending_get_error:
 * @self: a sending that is done
 *
 * Returns: (nullable): why it could not go on
 */
const GError *
mk_sending_get_error (MkSending *self)
{
  g_return_val_if_fail (MK_IS_SENDING (self), NULL);

  return self->error;
}

/**
 * mk_sending_get_is_cancelled:
 * @self: a sending
 *
 * Returns: whether a person ended it
 */
gboolean
mk_sending_get_is_cancelled (MkSending *self)
{
  g_return_val_if_fail (MK_IS_SENDING (self), FALSE);

  return self->is_cancelled;
}

/**
 * mk_sending_get_is_done:
 * @self: a sending
 *
 * Returns: whether it has come to its end
 */
gboolean
mk_sending_get_is_done (MkSending *self)
{
  g_return_val_if_fail (MK_IS_SENDING (self), FALSE);

  return self->is_done;
}
