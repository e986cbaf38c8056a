/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-learning.h"

#include "mk-clock.h"
#include "mk-records.h"
#include "mk-record-reading.h"
#include "records/mk-learning-record.h"
#include "training/mk-learning-sharing.h"
#include "workplace/mk-record-saving.h"
#include "workplace/mk-workplace-work.h"

/**
 * MkLearning:
 *
 * How far the person who sits here has come with the course: what was gone through, what was tried,
 * and where they left off. Main thread; what changes is shown at once and saved behind it, and what
 * could not be saved is kept and tried again. No clock runs, and no answer is kept.
 */
struct _MkLearning
{
  GObject parent_instance;

  MkWorkplace *workplace;
  GPtrArray   *all; /* MkProgressData of everybody */
  GHashTable  *shows; /* set of the names of those who let it be sent */
  guint        saving; /* how many savings are under way */
  char        *trouble;
  GHashTable  *unsaved; /* set of MkProgressData of @all that wait for another try */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MkLearning, mk_learning, G_TYPE_OBJECT)

static void
data_free (gpointer data)
{
  mk_shape_free (mk_progress_type.shape, data);
}

/* Reading */

/* What is read at once. */
typedef struct
{
  GPtrArray  *all;
  GHashTable *shows;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->all, g_ptr_array_unref);
  g_clear_pointer (&reading->shows, g_hash_table_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
take_listed (const MkListed *listed,
             gpointer        user_data)
{
  MkProgressData *data =
      mk_record_content_read (&mk_progress_type, listed->data, listed->private_data);

  if (data != NULL)
    g_ptr_array_add (user_data, data);
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  MkListing listing = { .type = mk_progress_type.name, .limit = -1 };

  reading->all = g_ptr_array_new_with_free_func (data_free);
  reading->shows = mk_learning_read_who_shows (database, error);
  if (reading->shows == NULL ||
      !mk_record_list (database, &listing, take_listed, reading->all, error))
    return NULL;
  return g_steal_pointer (&reading);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MkLearning) self = user_data;
  g_autoptr (Reading) reading = mk_store_run_finish (MK_STORE (object), result, NULL);

  /* What is known here is newer than what was read meanwhile. */
  if (reading == NULL || self->saving > 0 || g_hash_table_size (self->unsaved) > 0)
    return;
  g_ptr_array_unref (self->all);
  self->all = g_steal_pointer (&reading->all);
  g_hash_table_unref (self->shows);
  self->shows = g_steal_pointer (&reading->shows);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_again (MkLearning *self)
{
  mk_store_run_async (mk_workplace_get_store (self->workplace), read_func, NULL, NULL, reading_free,
                      MK_STORE_READ, NULL, read_cb, g_object_ref (self));
}

/* Saving */

/* Which record it is, is looked up when it is saved: two changes in a row are one record. */
typedef struct
{
  const MkProgressData *data;
  char                 *id;
} Sought;

static void
seek (const MkListed *listed,
      gpointer        user_data)
{
  Sought *sought = user_data;
  MkProgressData *other = mk_record_content_read (&mk_progress_type, listed->data, NULL);

  if (other != NULL && other->module == sought->data->module &&
      g_str_equal (other->person, sought->data->person))
    g_set_str (&sought->id, listed->id);
  data_free (other);
}

static gpointer
save_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  Sought sought = { data, NULL };
  MkListing listing = { .type = mk_progress_type.name, .limit = -1 };
  g_autoptr (MkSaved) saved = NULL;
  g_autofree char *id = NULL;
  gboolean is_done;

  if (!mk_record_list (database, &listing, seek, &sought, error) ||
      !mk_database_begin (database, error))
    {
      g_free (sought.id);
      return NULL;
    }
  id = sought.id;
  saved = mk_record_save_judged (database, &mk_progress_type, id, data, error);
  is_done = saved != NULL && mk_learning_share (database, data, error);
  return mk_database_end (database, is_done, error) ? g_steal_pointer (&saved) : NULL;
}

/* Who and what is saved, for whoever waits for it. */
typedef struct
{
  MkLearning     *self;
  MkProgressData *data; /* of @self, as long as nothing is read anew */
} Saving;

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (MkLearning) self = saving->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_store_run_finish (MK_STORE (object), result, &error);
  gboolean had_trouble = self->trouble != NULL;

  self->saving--;
  if (saved == NULL)
    g_hash_table_add (self->unsaved, saving->data);
  g_free (saving);
  g_set_str (&self->trouble, error != NULL ? error->message : NULL);
  if (had_trouble || error != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  /* What is ready to be sent is counted anew. */
  if (self->workplace != NULL && saved != NULL && mk_learning_get_shows (self))
    mk_workplace_refresh (self->workplace);
}

static void
save (MkLearning     *self,
      MkProgressData *data)
{
  Saving *saving = g_new0 (Saving, 1);

  g_hash_table_remove (self->unsaved, data);
  saving->self = g_object_ref (self);
  saving->data = data;
  self->saving++;
  mk_store_run_async (mk_workplace_get_store (self->workplace), save_func,
                      mk_shape_copy (mk_progress_type.shape, data), data_free,
                      (GDestroyNotify) mk_saved_free, MK_STORE_WRITE, NULL, saved_cb, saving);
}

static MkProgressData *
find (MkLearning *self,
      guint       module)
{
  const char *person = mk_learning_get_person (self);

  for (guint i = 0; i < self->all->len; i++)
    {
      MkProgressData *data = g_ptr_array_index (self->all, i);

      if (data->module == module && g_str_equal (data->person, person))
        return data;
    }
  return NULL;
}

static MkProgressData *
find_or_begin (MkLearning *self,
               guint       module)
{
  MkProgressData *data = find (self, module);
  g_autoptr (GDateTime) now = NULL;

  if (data != NULL)
    return data;
  now = mk_clock_now ();
  data = mk_shape_new (mk_progress_type.shape);
  data->module = module;
  data->person = g_strdup (mk_learning_get_person (self));
  data->state = g_strdup (MK_LEARNING_BEGUN);
  data->date = g_date_time_format (now, "%Y-%m-%d");
  g_ptr_array_add (self->all, data);
  return data;
}

static void
tell_and_save (MkLearning     *self,
               MkProgressData *data)
{
  save (self, data);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* MkLearning */

static void
mk_learning_dispose (GObject *object)
{
  MkLearning *self = MK_LEARNING (object);

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_learning_parent_class)->dispose (object);
}

static void
mk_learning_finalize (GObject *object)
{
  MkLearning *self = MK_LEARNING (object);

  g_hash_table_unref (self->unsaved);
  g_hash_table_unref (self->shows);
  g_ptr_array_unref (self->all);
  g_free (self->trouble);

  G_OBJECT_CLASS (mk_learning_parent_class)->finalize (object);
}

static void
mk_learning_class_init (MkLearningClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mk_learning_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_learning_finalize;

  /**
   * MkLearning::changed:
   *
   * Somebody came further, or another person sits here.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_learning_init (MkLearning *self)
{
  self->all = g_ptr_array_new_with_free_func (data_free);
  self->unsaved = g_hash_table_new (NULL, NULL);
  self->shows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * mk_learning_new:
 * @workplace: a workplace that was refreshed
 *
 * Returns: (transfer full): what is known of everybody there, as soon as it is read
 */
MkLearning *
mk_learning_new (MkWorkplace *workplace)
{
  MkLearning *self = g_object_new (MK_TYPE_LEARNING, NULL);

  self->workplace = g_object_ref (workplace);
  g_signal_connect_swapped (workplace, "changed", G_CALLBACK (read_again), self);
  read_again (self);
  return self;
}

/**
 * mk_learning_get_workplace:
 * @self: what is known
 *
 * Returns: (transfer none): where it belongs
 */
MkWorkplace *
mk_learning_get_workplace (MkLearning *self)
{
  g_return_val_if_fail (MK_IS_LEARNING (self), NULL);

  return self->workplace;
}

/**
 * mk_learning_get_person:
 * @self: what is known
 *
 * Returns: whose learning it shows: who sits here and writes
 */
const char *
mk_learning_get_person (MkLearning *self)
{
  g_return_val_if_fail (MK_IS_LEARNING (self), NULL);

  return mk_workplace_get_author (self->workplace);
}

/**
 * mk_learning_set_person:
 * @self: what is known
 * @person: who sits here now
 */
void
mk_learning_set_person (MkLearning *self,
                        const char *person)
{
  g_return_if_fail (MK_IS_LEARNING (self));

  mk_workplace_set_author (self->workplace, person);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mk_learning_get:
 * @self: what is known
 * @module: 1 to 8
 *
 * Returns: (transfer none) (nullable): how far the person has come with it; %NULL where they have not
 *   begun
 */
const MkProgressData *
mk_learning_get (MkLearning *self,
                 guint       module)
{
  g_return_val_if_fail (MK_IS_LEARNING (self), NULL);

  return find (self, module);
}

/**
 * mk_learning_get_shows:
 * @self: what is known
 *
 * Returns: whether the person lets be sent which modules they went through
 */
gboolean
mk_learning_get_shows (MkLearning *self)
{
  g_return_val_if_fail (MK_IS_LEARNING (self), FALSE);

  return g_hash_table_contains (self->shows, mk_learning_get_person (self));
}

/**
 * mk_learning_get_trouble:
 * @self: what is known
 *
 * Returns: (nullable): why the last change could not be saved; it is shown all the same
 */
const char *
mk_learning_get_trouble (MkLearning *self)
{
  g_return_val_if_fail (MK_IS_LEARNING (self), NULL);

  return self->trouble;
}

/**
 * mk_learning_add_part:
 * @self: what is known
 * @module: 1 to 8
 * @part: what the person went through
 */
void
mk_learning_add_part (MkLearning  *self,
                      guint        module,
                      MkLessonKind part)
{
  MkProgressData *data;
  char *parts;

  g_return_if_fail (MK_IS_LEARNING (self) && part < MK_LESSON_N_PARTS);

  if (mk_learning_has_part (self, module, part))
    return;
  data = find_or_begin (self, module);
  parts = data->parts != NULL ? g_strjoin (" ", data->parts, mk_learning_part_name (part), NULL)
                              : g_strdup (mk_learning_part_name (part));
  g_free (data->parts);
  data->parts = parts;
  tell_and_save (self, data);
}

/**
 * mk_learning_set_ticks:
 * @self: what is known
 * @module: 1 to 8
 * @ticks: as mk_markdown_view_dup_ticks() has them
 */
void
mk_learning_set_ticks (MkLearning *self,
                       guint       module,
                       const char *ticks)
{
  MkProgressData *data;

  g_return_if_fail (MK_IS_LEARNING (self));

  data = find_or_begin (self, module);
  if (g_set_str (&data->ticks, ticks))
    tell_and_save (self, data);
}

/**
 * mk_learning_set_place:
 * @self: what is known
 * @module: 1 to 8
 * @place: where the person left off, in thousandths of the way
 */
void
mk_learning_set_place (MkLearning *self,
                       guint       module,
                       guint       place)
{
  MkProgressData *data;

  g_return_if_fail (MK_IS_LEARNING (self));

  data = find_or_begin (self, module);
  data->place = MIN (place, 1000);
  g_free (data->left);
  data->left = mk_clock_text ();
  tell_and_save (self, data);
}

/**
 * mk_learning_set_done:
 * @self: what is known
 * @module: 1 to 8
 * @is_done: whether the person says that they are through it
 */
void
mk_learning_set_done (MkLearning *self,
                      guint       module,
                      gboolean    is_done)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  MkProgressData *data;

  g_return_if_fail (MK_IS_LEARNING (self));

  if (mk_learning_is_done (self, module) == is_done)
    return;
  data = find_or_begin (self, module);
  g_set_str (&data->state, is_done ? MK_LEARNING_DONE : MK_LEARNING_BEGUN);
  g_free (data->date);
  data->date = g_date_time_format (now, "%Y-%m-%d");
  tell_and_save (self, data);
}

/* What is to be sent */

typedef struct
{
  char    *person;
  gboolean shows;
} Choice;

static void
choice_free (gpointer data)
{
  g_free (((Choice *) data)->person);
  g_free (data);
}

static gpointer
choose_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  const Choice *choice = data;

  return mk_learning_let_be_sent (database, choice->person, choice->shows, error);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkLearning) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  g_set_str (&self->trouble, error != NULL ? error->message : NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mk_learning_set_shows:
 * @self: what is known
 * @shows: whether the person lets be sent which modules they went through
 *
 * Keeps that, and makes or deletes what is sent. It is shown when it is done; until then, and when it
 * fails, nothing has changed.
 */
void
mk_learning_set_shows (MkLearning *self,
                       gboolean    shows)
{
  Choice *choice;

  g_return_if_fail (MK_IS_LEARNING (self));

  if (mk_learning_get_shows (self) == shows)
    return;
  choice = g_new0 (Choice, 1);
  choice->person = g_strdup (mk_learning_get_person (self));
  choice->shows = shows;
  mk_workplace_change_async (self->workplace, choose_func, choice, choice_free, chosen_cb,
                             g_object_ref (self));
}

/**
 * mk_learning_try_again:
 * @self: what is known
 *
 * Saves again what could not be saved.
 */
void
mk_learning_try_again (MkLearning *self)
{
  g_autoptr (GPtrArray) waiting = NULL;

  g_return_if_fail (MK_IS_LEARNING (self));

  waiting = g_hash_table_get_keys_as_ptr_array (self->unsaved);
  for (guint i = 0; i < waiting->len; i++)
    save (self, g_ptr_array_index (waiting, i));
}
