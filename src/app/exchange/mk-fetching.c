/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-fetching.h"

#include "mk-packages-in.h"
#include "mk-take.h"

/**
 * MkFetching:
 *
 * The taking of some packages, one piece of the store's work for each, so that other work goes
 * between. After each of them, those that waited here and now have their turn are taken in the
 * same way. Where the contract asks for a person, it stops and emits `question` until it is
 * answered; at the end it emits `done`. No widgets.
 */
struct _MkFetching
{
  GObject parent_instance;

  MkWorkplace *workplace;
  gboolean     had_numbers; /* before anything was taken */
  GPtrArray   *packages; /* element-type Package */
  guint        next;
  GPtrArray   *verdicts; /* element-type MkVerdict */
  MkVerdict   *question; /* of the package in hand */
  char        *asked; /* hash of a released package that the question is about, or NULL */
  GError      *error;
  gboolean     is_releasing;
  gboolean     is_cancelled;
  gboolean     is_done;
};

G_DEFINE_FINAL_TYPE (MkFetching, mk_fetching, G_TYPE_OBJECT)

enum
{
  SIGNAL_QUESTION,
  SIGNAL_PROGRESS,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A file, or a package that is kept in the store. */
typedef struct
{
  char    *name; /* path, or the hash of its bytes */
  gboolean is_kept;
} Package;

/* One package on its way to the store's thread. */
typedef struct
{
  char       *name;
  gboolean    is_kept;
  MkTakeFlags flags;
} Work;

static void take_next (MkFetching *self);
static void release   (MkFetching *self);

static void
package_free (gpointer data)
{
  Package *package = data;

  g_free (package->name);
  g_free (package);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->name);
  g_free (work);
}

/* On the store's thread */

static gpointer
take_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  const Work *work = data;
  const char *files[] = { work->name, NULL };

  return work->is_kept ? mk_take_kept (database, work->name, work->flags, error)
                       : mk_take_files (database, files, work->flags, error);
}

static gpointer
release_func (MkDatabase   *database,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  return mk_take_released (database, error);
}

static gpointer
settle_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  return GINT_TO_POINTER (mk_aside_settle (database, data, error));
}

/* One after the other */

static void
finish (MkFetching *self)
{
  self->is_done = TRUE;
  mk_workplace_refresh (self->workplace);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
ask (MkFetching *self,
     MkVerdict  *verdict)
{
  self->question = verdict;
  g_signal_emit (self, signals[SIGNAL_QUESTION], 0);
}

/* One job gives one verdict, or none when there was nothing to judge. */
static MkVerdict *
steal_verdict (GPtrArray *verdicts)
{
  MkVerdict *verdict = verdicts->len > 0 ? g_ptr_array_index (verdicts, 0) : NULL;

  if (verdict != NULL)
    verdicts->pdata[0] = NULL;
  return verdict;
}

static void
taken_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkFetching) self = MK_FETCHING (user_data);
  g_autoptr (GPtrArray) verdicts = mk_store_run_finish (MK_STORE (object), result, &self->error);
  MkVerdict *verdict = verdicts != NULL ? steal_verdict (verdicts) : NULL;

  if (verdicts == NULL)
    {
      finish (self);
      return;
    }
  if (verdict != NULL && verdict->asks && !self->is_cancelled)
    {
      ask (self, verdict);
      return;
    }
  if (verdict != NULL)
    g_ptr_array_add (self->verdicts, verdict);
  release (self);
}

static void
take (MkFetching *self,
      const char *name,
      gboolean    is_kept,
      MkTakeFlags flags)
{
  Work *work = g_new0 (Work, 1);

  self->is_releasing = FALSE;
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  work->name = g_strdup (name);
  work->is_kept = is_kept;
  work->flags = flags | MK_TAKE_ALONE;
  mk_store_run_async (mk_workplace_get_store (self->workplace), take_func, work, work_free,
                      (GDestroyNotify) g_ptr_array_unref, MK_STORE_LONG_WRITE, NULL, taken_cb,
                      g_object_ref (self));
}

static void
take_package (MkFetching *self,
              guint       index,
              MkTakeFlags flags)
{
  const Package *package = g_ptr_array_index (self->packages, index);

  take (self, package->name, package->is_kept, flags);
}

static void
released_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MkFetching) self = MK_FETCHING (user_data);
  g_autoptr (GPtrArray) verdicts = mk_store_run_finish (MK_STORE (object), result, &self->error);
  MkVerdict *verdict = verdicts != NULL ? steal_verdict (verdicts) : NULL;

  if (verdicts == NULL)
    finish (self);
  else if (verdict == NULL)
    take_next (self);
  else if (verdict->asks && !self->is_cancelled)
    {
      self->asked = g_strdup (verdict->sha256);
      ask (self, verdict);
    }
  else
    {
      self->is_releasing = TRUE;
      g_ptr_array_add (self->verdicts, verdict);
      g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
      release (self);
    }
}

/* Takes one of those that waited, until nothing more has its turn. */
static void
release (MkFetching *self)
{
  if (self->is_cancelled)
    {
      finish (self);
      return;
    }
  mk_store_run_async (mk_workplace_get_store (self->workplace), release_func, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, MK_STORE_LONG_WRITE, NULL, released_cb,
                      g_object_ref (self));
}

static void
take_next (MkFetching *self)
{
  if (self->is_cancelled || self->next >= self->packages->len)
    finish (self);
  else
    take_package (self, self->next++, MK_TAKE_PLAIN);
}

static void
verdict_free (gpointer data)
{
  mk_verdict_free (data);
}

static void
mk_fetching_finalize (GObject *object)
{
  MkFetching *self = MK_FETCHING (object);

  g_clear_object (&self->workplace);
  g_ptr_array_unref (self->packages);
  g_ptr_array_unref (self->verdicts);
  mk_verdict_free (self->question);
  g_free (self->asked);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (mk_fetching_parent_class)->finalize (object);
}

static void
mk_fetching_class_init (MkFetchingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_fetching_finalize;

  /**
   * MkFetching::question:
   *
   * A person has to say whether a package is taken; mk_fetching_answer() goes on.
   */
  signals[SIGNAL_QUESTION] = g_signal_new ("question", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MkFetching::progress:
   *
   * It has begun with another package.
   */
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MkFetching::done:
   *
   * Every package was judged, a person ended it, or the store failed.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_fetching_init (MkFetching *self)
{
  self->packages = g_ptr_array_new_with_free_func (package_free);
  self->verdicts = g_ptr_array_new_with_free_func (verdict_free);
}

/**
 * mk_fetching_new:
 * @workplace: where packages are taken
 *
 * Returns: (transfer full): a fetching of what waits here and has its turn, not begun
 */
MkFetching *
mk_fetching_new (MkWorkplace *workplace)
{
  MkFetching *self = g_object_new (MK_TYPE_FETCHING, NULL);

  self->workplace = g_object_ref (workplace);
  self->had_numbers = !mk_hotline_is_empty (mk_workplace_get_hotline (workplace));
  return self;
}

static void
add (MkFetching *self,
     const char *name,
     gboolean    is_kept)
{
  Package *package = g_new0 (Package, 1);

  package->name = g_strdup (name);
  package->is_kept = is_kept;
  g_ptr_array_add (self->packages, package);
}

/**
 * mk_fetching_add_files:
 * @self: a fetching that is not done
 * @files: (array zero-terminated=1): paths, in the order in which they are taken
 *
 * Takes these too, after those that were there before.
 */
void
mk_fetching_add_files (MkFetching        *self,
                       const char *const *files)
{
  g_return_if_fail (MK_IS_FETCHING (self));
  g_return_if_fail (!self->is_done);

  for (guint i = 0; files[i] != NULL; i++)
    add (self, files[i], FALSE);
}

/**
 * mk_fetching_add_kept:
 * @self: a fetching that is not done
 * @sha256: of the bytes of a package that waits here for a yes, or was kept aside
 *
 * Asks about it once more, after those that were there before.
 */
void
mk_fetching_add_kept (MkFetching *self,
                      const char *sha256)
{
  g_return_if_fail (MK_IS_FETCHING (self));
  g_return_if_fail (!self->is_done);

  add (self, sha256, TRUE);
}

/**
 * mk_fetching_start:
 * @self: a fetching that was not begun
 *
 * Begins with what waits here and has its turn, as it is where a fetching was cancelled.
 */
void
mk_fetching_start (MkFetching *self)
{
  g_return_if_fail (MK_IS_FETCHING (self));

  release (self);
}

/**
 * mk_fetching_cancel:
 * @self: a fetching
 *
 * Brings the package in hand to its end, and takes no more. What was taken stays taken.
 */
void
mk_fetching_cancel (MkFetching *self)
{
  g_return_if_fail (MK_IS_FETCHING (self));

  self->is_cancelled = TRUE;
}

/**
 * mk_fetching_get_question:
 * @self: a fetching
 *
 * Returns: (nullable): the judgement on the package that a person is asked about
 */
const MkVerdict *
mk_fetching_get_question (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), NULL);

  return self->question;
}

static void
go_on_without (MkFetching *self)
{
  g_clear_pointer (&self->asked, g_free);
  g_ptr_array_add (self->verdicts, g_steal_pointer (&self->question));
  release (self);
}

/**
 * mk_fetching_answer:
 * @self: a fetching that has a question
 * @accepts: whether the package shall be taken; if not, it is kept and can be asked about again
 *
 * Answers the question, and goes on.
 */
void
mk_fetching_answer (MkFetching *self,
                    gboolean    accepts)
{
  g_autofree char *asked = NULL;

  g_return_if_fail (MK_IS_FETCHING (self));
  g_return_if_fail (self->question != NULL);

  if (!accepts)
    {
      go_on_without (self);
      return;
    }
  g_clear_pointer (&self->question, mk_verdict_free);
  asked = g_steal_pointer (&self->asked);
  if (asked != NULL)
    take (self, asked, TRUE, MK_TAKE_ACCEPT);
  else
    take_package (self, self->next - 1, MK_TAKE_ACCEPT);
}

static void
settled_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MkFetching) self = MK_FETCHING (user_data);

  mk_store_run_finish (MK_STORE (object), result, &self->error);
  if (self->error == NULL)
    {
      self->question->asks = FALSE;
      go_on_without (self);
    }
  else
    finish (self);
}

/**
 * mk_fetching_refuse:
 * @self: a fetching that has a question about a package that was refused
 *
 * Answers the question with a no that stays, and goes on.
 */
void
mk_fetching_refuse (MkFetching *self)
{
  g_return_if_fail (MK_IS_FETCHING (self));
  g_return_if_fail (self->question != NULL);

  mk_store_run_async (mk_workplace_get_store (self->workplace), settle_func,
                      g_strdup (self->question->sha256), g_free, NULL, MK_STORE_WRITE, NULL,
                      settled_cb, g_object_ref (self));
}

/**
 * mk_fetching_get_verdicts:
 * @self: a fetching
 *
 * Returns: (transfer none) (element-type MkVerdict): what became of the packages so far
 */
GPtrArray *
mk_fetching_get_verdicts (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), NULL);

  return self->verdicts;
}

/**
 * mk_fetching_get_error:
 * @self: a fetching that is done
 *
 * Returns: (nullable): why the store could not go on; what was taken before stays taken
 */
const GError *
mk_fetching_get_error (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), NULL);

  return self->error;
}

/**
 * mk_fetching_get_n_packages:
 * @self: a fetching
 *
 * Returns: how many packages it was given
 */
guint
mk_fetching_get_n_packages (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), 0);

  return self->packages->len;
}

/**
 * mk_fetching_get_n_begun:
 * @self: a fetching
 *
 * Returns: with how many of them it has begun; the others were not touched
 */
guint
mk_fetching_get_n_begun (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), 0);

  return self->next;
}

/**
 * mk_fetching_get_is_releasing:
 * @self: a fetching
 *
 * Returns: whether it takes packages that had waited here
 */
gboolean
mk_fetching_get_is_releasing (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), FALSE);

  return self->is_releasing;
}

/**
 * mk_fetching_get_is_cancelled:
 * @self: a fetching
 *
 * Returns: whether a person ended it
 */
gboolean
mk_fetching_get_is_cancelled (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), FALSE);

  return self->is_cancelled;
}

/**
 * mk_fetching_get_is_done:
 * @self: a fetching
 *
 * Returns: whether it has come to its end
 */
gboolean
mk_fetching_get_is_done (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), FALSE);

  return self->is_done;
}

/**
 * mk_fetching_get_new_hotline:
 * @self: a fetching
 *
 * Returns: (transfer none) (nullable): the workplace's hotline, where it knew nobody before
 */
MkHotline *
mk_fetching_get_new_hotline (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), NULL);

  return self->had_numbers ? NULL : mk_workplace_get_hotline (self->workplace);
}
