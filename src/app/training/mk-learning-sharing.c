/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-learning-sharing.h"

#include "mk-record-reading.h"
#include "mk-records.h"
#include "records/mk-colleague.h"
#include "records/mk-learning-record.h"
#include "workplace/mk-record-saving.h"

#include <string.h>

/* What is sent of the training: nothing, unless the person wants it. Then each module that they are
 * through is a record of its own, and when they no longer want it, these are deleted, also where they
 * were sent. Plain functions on the database. */

/* Who lets it be sent */

static void
take_colleague (const MkListed *listed,
                gpointer        user_data)
{
  MkColleagueData *data = mk_record_content_read (&mk_colleague_type, listed->data, NULL);

  if (data != NULL && data->shows_learning == TRUE)
    g_hash_table_add (user_data, g_strdup (data->name));
  mk_shape_free (mk_colleague_type.shape, data);
}

/**
 * mk_learning_read_who_shows:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8 utf8): the names of those who let it be sent; %NULL on
 *   error
 */
GHashTable *
mk_learning_read_who_shows (MkDatabase *database,
                            GError    **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MkListing listing = { .type = mk_colleague_type.name, .limit = -1 };

  return mk_record_list (database, &listing, take_colleague, names, error)
             ? g_steal_pointer (&names)
             : NULL;
}

/* The records that are sent */

/* What is looked for: the ids of a person's records. Of one module, the one that there is. */
typedef struct
{
  const char           *person;
  const MkProgressData *progress; /* or NULL for all modules */
  gboolean              is_same; /* whether that one says what it would say now */
  GPtrArray            *ids;
} Sought;

static gboolean
says_same (const MkLearningData *data,
           const MkProgressData *progress)
{
  return g_str_equal (data->state, progress->state) && g_str_equal (data->date, progress->date);
}

static void
seek (const MkListed *listed,
      gpointer        user_data)
{
  Sought *sought = user_data;
  MkLearningData *data =
      listed->own ? mk_record_content_read (&mk_learning_type, listed->data, NULL) : NULL;

  if (data != NULL && g_str_equal (data->person, sought->person) &&
      (sought->progress == NULL || sought->progress->module == data->module))
    {
      sought->is_same = sought->progress != NULL && says_same (data, sought->progress);
      g_ptr_array_add (sought->ids, g_strdup (listed->id));
    }
  mk_shape_free (mk_learning_type.shape, data);
}

static gboolean
find_shared (MkDatabase *database,
             Sought     *sought,
             GError    **error)
{
  MkListing listing = { .type = mk_learning_type.name, .limit = -1 };

  return mk_record_list (database, &listing, seek, sought, error);
}

/* A module that is only begun is nobody's business; one that was said to be done may be so no more. */
static gboolean
put_shared (MkDatabase           *database,
            const MkProgressData *progress,
            GError              **error)
{
  MkLearningData data = { progress->module, progress->person, progress->state, progress->date };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Sought sought = { progress->person, progress, FALSE, ids };
  g_autoptr (MkSaved) saved = NULL;

  if (!find_shared (database, &sought, error))
    return FALSE;
  if (sought.is_same || (ids->len == 0 && !g_str_equal (progress->state, MK_LEARNING_DONE)))
    return TRUE;
  saved = mk_record_save_judged (database, &mk_learning_type,
                                 ids->len > 0 ? g_ptr_array_index (ids, 0) : NULL, &data, error);
  return saved != NULL;
}

/**
 * mk_learning_share:
 * @database: a store
 * @progress: how far a person has come with a module
 * @error: return location
 *
 * Makes what is to be sent of it, if the person lets it be sent.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_learning_share (MkDatabase           *database,
                   const MkProgressData *progress,
                   GError              **error)
{
  g_autoptr (GHashTable) names = mk_learning_read_who_shows (database, error);

  if (names == NULL)
    return FALSE;
  return !g_hash_table_contains (names, progress->person) || put_shared (database, progress, error);
}

static void
take_progress (const MkListed *listed,
               gpointer        user_data)
{
  gpointer data = mk_record_content_read (&mk_progress_type, listed->data, NULL);

  if (data != NULL)
    g_ptr_array_add (user_data, data);
}

static void
progress_free (gpointer data)
{
  mk_shape_free (mk_progress_type.shape, data);
}

static gboolean
share_all (MkDatabase *database,
           const char *person,
           GError    **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (progress_free);
  MkListing listing = { .type = mk_progress_type.name, .limit = -1 };

  if (!mk_record_list (database, &listing, take_progress, all, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const MkProgressData *progress = g_ptr_array_index (all, i);

      if (g_str_equal (progress->person, person) && !put_shared (database, progress, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_all (MkDatabase *database,
            const char *person,
            GError    **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Sought sought = { person, NULL, FALSE, ids };

  if (!find_shared (database, &sought, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (MkSaved) saved =
          mk_own_record_delete (database, &mk_learning_type, g_ptr_array_index (ids, i), error);

      if (saved == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Letting it be sent, or not */

typedef struct
{
  const char *name;
  char       *id;
} SoughtColleague;

static void
seek_colleague (const MkListed *listed,
                gpointer        user_data)
{
  SoughtColleague *sought = user_data;
  MkColleagueData *data = mk_record_content_read (&mk_colleague_type, listed->data, NULL);

  if (data != NULL && g_str_equal (data->name, sought->name))
    g_set_str (&sought->id, listed->id);
  mk_shape_free (mk_colleague_type.shape, data);
}

static MkSaved *
keep_choice (MkDatabase *database,
             const char *person,
             gboolean    shows,
             GError    **error)
{
  MkColleagueData colleague = { (char *) person, shows };
  SoughtColleague sought = { person, NULL };
  MkListing listing = { .type = mk_colleague_type.name, .limit = -1 };
  g_autofree char *id = NULL;

  if (!mk_record_list (database, &listing, seek_colleague, &sought, error))
    return NULL;
  id = sought.id;
  return mk_record_save_judged (database, &mk_colleague_type, id, &colleague, error);
}

/**
 * mk_learning_let_be_sent:
 * @database: a store
 * @person: whose training it is
 * @shows: whether they let it be sent
 * @error: return location
 *
 * Keeps what the person wants, and does it for all modules that they are through.
 *
 * Returns: (transfer full): the choice as it was saved; %NULL on error, when nothing was
 */
MkSaved *
mk_learning_let_be_sent (MkDatabase *database,
                         const char *person,
                         gboolean    shows,
                         GError    **error)
{
  g_autoptr (MkSaved) saved = NULL;
  gboolean is_done;

  if (!mk_database_begin (database, error))
    return NULL;
  saved = keep_choice (database, person, shows, error);
  is_done = saved != NULL &&
            (shows ? share_all (database, person, error) : delete_all (database, person, error));
  return mk_database_end (database, is_done, error) ? g_steal_pointer (&saved) : NULL;
}
