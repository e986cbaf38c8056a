/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-fetching.h"

#include "mk-take.h"

/**
 * MkFetching:
 *
 * The taking of some files, one piece of the store's work for each, so that other work goes
 * between. Where the contract asks for a person, it stops and emits `question` until it is
 * answered; at the end it emits `done`. No widgets.
 */
struct _MkFetching
{
  GObject parent_instance;

  MkWorkplace *workplace;
  GStrv        files;
  guint        next;
  GPtrArray   *verdicts; /* element-type MkVerdict */
  MkVerdict   *question; /* of the file before next */
  GError      *error;
  gboolean     is_done;
};

G_DEFINE_FINAL_TYPE (MkFetching, mk_fetching, G_TYPE_OBJECT)

enum
{
  SIGNAL_QUESTION,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One file on its way to the store's thread. */
typedef struct
{
  char       *file;
  MkTakeFlags flags;
} Work;

static void take_next (MkFetching *self);

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->file);
  g_free (work);
}

static gpointer
take_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  const Work *work = data;
  const char *files[] = { work->file, NULL };

  return mk_take_files (database, files, work->flags, error);
}

static void
finish (MkFetching *self)
{
  self->is_done = TRUE;
  mk_workplace_refresh (self->workplace);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

/* The first verdict is of the file itself; the others are of packages that it released. */
static void
sort_out (MkFetching *self,
          GPtrArray  *verdicts)
{
  for (guint i = 0; i < verdicts->len; i++)
    {
      MkVerdict *verdict = verdicts->pdata[i];

      verdicts->pdata[i] = NULL;
      if (i == 0 && verdict->asks)
        self->question = verdict;
      else
        g_ptr_array_add (self->verdicts, verdict);
    }
  if (self->question != NULL)
    g_signal_emit (self, signals[SIGNAL_QUESTION], 0);
  else
    take_next (self);
}

static void
taken_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MkFetching) self = MK_FETCHING (user_data);
  g_autoptr (GPtrArray) verdicts = mk_store_run_finish (MK_STORE (object), result, &self->error);

  if (verdicts != NULL)
    sort_out (self, verdicts);
  else
    finish (self);
}

static void
take (MkFetching *self,
      guint       index,
      MkTakeFlags flags)
{
  Work *work = g_new0 (Work, 1);

  work->file = g_strdup (self->files[index]);
  work->flags = flags;
  mk_store_run_async (mk_workplace_get_store (self->workplace), take_func, work, work_free,
                      (GDestroyNotify) g_ptr_array_unref, MK_STORE_LONG_WRITE, NULL, taken_cb,
                      g_object_ref (self));
}

static void
take_next (MkFetching *self)
{
  if (self->files[self->next] == NULL)
    finish (self);
  else
    take (self, self->next++, MK_TAKE_PLAIN);
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
  g_strfreev (self->files);
  g_ptr_array_unref (self->verdicts);
  mk_verdict_free (self->question);
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
   * A person has to say whether a file is taken; mk_fetching_answer() goes on.
   */
  signals[SIGNAL_QUESTION] = g_signal_new ("question", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MkFetching::done:
   *
   * Every file was judged, or the store failed.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_fetching_init (MkFetching *self)
{
  self->verdicts = g_ptr_array_new_with_free_func (verdict_free);
}

/**
 * mk_fetching_new:
 * @workplace: where they are taken
 * @files: (array zero-terminated=1): paths, in the order in which they are taken
 *
 * Returns: (transfer full): the fetching of these files, not begun
 */
MkFetching *
mk_fetching_new (MkWorkplace       *workplace,
                 const char *const *files)
{
  MkFetching *self = g_object_new (MK_TYPE_FETCHING, NULL);

  self->workplace = g_object_ref (workplace);
  self->files = g_strdupv ((char **) files);
  return self;
}

/**
 * mk_fetching_start:
 * @self: a fetching that was not begun
 *
 * Begins with the first file.
 */
void
mk_fetching_start (MkFetching *self)
{
  g_return_if_fail (MK_IS_FETCHING (self));

  take_next (self);
}

/**
 * mk_fetching_get_question:
 * @self: a fetching
 *
 * Returns: (nullable): the judgement on the file that a person is asked about
 */
const MkVerdict *
mk_fetching_get_question (MkFetching *self)
{
  g_return_val_if_fail (MK_IS_FETCHING (self), NULL);

  return self->question;
}

/**
 * mk_fetching_answer:
 * @self: a fetching that has a question
 * @accepts: whether the file shall be taken
 *
 * Answers the question, and goes on.
 */
void
mk_fetching_answer (MkFetching *self,
                    gboolean    accepts)
{
  g_return_if_fail (MK_IS_FETCHING (self));
  g_return_if_fail (self->question != NULL);

  if (accepts)
    {
      g_clear_pointer (&self->question, mk_verdict_free);
      take (self, self->next - 1, MK_TAKE_ACCEPT);
      return;
    }
  g_ptr_array_add (self->verdicts, g_steal_pointer (&self->question));
  take_next (self);
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
