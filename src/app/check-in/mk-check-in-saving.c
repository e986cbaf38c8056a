/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-saving.h"

#include "mk-clock.h"
#include "mk-drafts.h"
#include "workplace/mk-record-saving.h"

#include <glib/gi18n-lib.h>

/* Plain functions on the database; the window calls them on the store's thread. */

static MkSaved *
put (MkDatabase           *database,
     const MkCheckInDraft *draft,
     GError              **error)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (MkCheckInData) data = mk_check_in_draft_to_data (draft, now);

  return mk_record_save_judged (database, &mk_check_in_type, draft->id, data, error);
}

/**
 * mk_check_in_save:
 * @database: a store
 * @draft: what stands in the form, its attendance chosen
 * @error: return location
 *
 * Saves a check-in, new or as the next revision, and forgets its draft in the same step. When this returns without an error, it is durable.
 *
 * Returns: (transfer full): what was saved; %NULL on error, when nothing was
 */
MkSaved *
mk_check_in_save (MkDatabase           *database,
                  const MkCheckInDraft *draft,
                  GError              **error)
{
  g_autoptr (MkSaved) saved = NULL;
  gboolean is_done;

  if (!mk_database_begin (database, error))
    return NULL;
  saved = put (database, draft, error);
  is_done = saved != NULL && mk_draft_remove (database, mk_check_in_draft_get_key (draft), error);
  return mk_database_end (database, is_done, error) ? g_steal_pointer (&saved) : NULL;
}

/**
 * mk_check_in_save_many:
 * @database: a store
 * @drafts: (element-type MkCheckInDraft): new check-ins, their attendance chosen
 * @error: return location
 *
 * Saves all of them in one transaction. What stands in a form of its own is no business of theirs.
 *
 * Returns: (transfer full): their UUIDs; %NULL on error, when none was saved
 */
GStrv
mk_check_in_save_many (MkDatabase *database,
                       GPtrArray  *drafts,
                       GError    **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  gboolean is_good = TRUE;

  if (!mk_database_begin (database, error))
    return NULL;
  for (guint i = 0; is_good && i < drafts->len; i++)
    {
      g_autoptr (MkSaved) saved = put (database, g_ptr_array_index (drafts, i), error);

      is_good = saved != NULL;
      if (is_good)
        g_strv_builder_add (ids, saved->id);
    }
  return mk_database_end (database, is_good, error) ? g_strv_builder_end (ids) : NULL;
}

/**
 * mk_check_in_undo_many:
 * @database: a store
 * @ids: (array zero-terminated=1): UUIDs of check-ins of this installation
 * @error: return location
 *
 * Takes the last change of each back, in one transaction.
 *
 * Returns: (transfer full): the same UUIDs; %NULL on error, when nothing was undone
 */
GStrv
mk_check_in_undo_many (MkDatabase        *database,
                       const char *const *ids,
                       GError           **error)
{
  gboolean is_good = TRUE;

  if (!mk_database_begin (database, error))
    return NULL;
  for (guint i = 0; is_good && ids[i] != NULL; i++)
    {
      g_autoptr (MkSaved) saved = mk_own_record_undo (database, &mk_check_in_type, ids[i], error);

      is_good = saved != NULL;
    }
  return mk_database_end (database, is_good, error) ? g_strdupv ((char **) ids) : NULL;
}

/* A row of the store's list, of which the form needs what is written and whose it is. */
static MkCheckInItem *
item_of (const MkVersion *version)
{
  MkListed listed = { .id = version->id,
                      .type = version->type,
                      .revision = version->revision,
                      .writer = version->writer,
                      .changed = version->changed,
                      .own = version->partner == 0,
                      .data = version->data,
                      .private_data = version->private_data,
                      .state = version->partner == 0 ? "gemt" : "hentet" };

  return mk_check_in_item_new (&listed);
}

/**
 * mk_check_in_find:
 * @database: a store
 * @id: UUID of a check-in
 * @error: return location
 *
 * Finds the newest revision of one check-in.
 *
 * Returns: (transfer full): it; %NULL on error, also when it is not there any more
 */
MkCheckInItem *
mk_check_in_find (MkDatabase *database,
                  const char *id,
                  GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (MkVersion) version = mk_record_find (database, id, &local);
  MkCheckInItem *item = NULL;

  if (version != NULL && !version->deleted && g_str_equal (version->type, mk_check_in_type.name))
    item = item_of (version);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (item == NULL)
    g_set_error_literal (error, MK_RECORD_ERROR, MK_RECORD_ERROR_UNKNOWN,
                         _ ("The check-in is not here any more."));
  return item;
}
