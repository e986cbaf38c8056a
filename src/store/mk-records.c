/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-records.h"

#include "mk-clock.h"
#include "mk-hold.h"
#include "mk-search.h"

#include <string.h>

/* The records: their newest version, every revision, and the table of their type. */

/**
 * mk_record_find:
 * @database: a store
 * @id: UUID
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the newest version; %NULL without an error when unknown
 */
MkVersion *
mk_record_find (MkDatabase *database,
                const char *id,
                GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "record-find", id);
  MkVersion *self;

  if (!mk_statement_step (statement, error))
    return NULL;
  self = g_new0 (MkVersion, 1);
  self->id = g_strdup (id);
  self->key = mk_statement_int64 (statement, 0);
  self->type = mk_statement_dup_text (statement, 1);
  self->revision = mk_statement_int64 (statement, 2);
  self->writer = mk_statement_dup_text (statement, 3);
  self->partner = mk_statement_int64 (statement, 4);
  self->epoch = mk_statement_int64 (statement, 5);
  self->deleted = mk_statement_int64 (statement, 6) != 0;
  self->placement = mk_statement_dup_text (statement, 7);
  self->changed = mk_statement_dup_text (statement, 8);
  self->data = mk_statement_dup_text (statement, 9);
  self->private_data = mk_statement_dup_text (statement, 10);
  return self;
}

/**
 * mk_version_free:
 * @self: (nullable): a version
 */
void
mk_version_free (MkVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->type);
  g_free (self->id);
  g_free (self->writer);
  g_free (self->changed);
  g_free (self->placement);
  g_free (self->data);
  g_free (self->private_data);
  g_free (self);
}

/* A type of this workplace's own names what was written here alone: what comes from others under
 * that name is of a type that nobody here knows. */
static const MkRecordType *
type_of (const MkVersion *version)
{
  return version->partner == 0 ? mk_record_type_find (version->type)
                               : mk_record_type_find_travelling (version->type);
}

/* Binds NULL for a key that is 0. */
static MkParameter
key_or_null (gint64 key)
{
  return key != 0 ? mk_parameter_integer (key) : mk_parameter_null (NULL);
}

/* The key of the next revision. The record is written with it, so that its indexes are written
 * once; in a statement of its own, since one that writes what it selects would make the search index
 * write out what it gathers, each time. */
static gint64
next_revision (MkDatabase *database,
               GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "revision-next");

  return mk_statement_step (statement, error) ? mk_statement_int64 (statement, 0) : 0;
}

static gint64
insert_record (MkDatabase      *database,
               const MkVersion *version,
               gint64           entry,
               GError         **error)
{
  const MkRecordType *type = type_of (version);
  gboolean stays = type != NULL && type->stays;
  MkStatement *statement = mk_database_query (database, "record-insert", version->id, version->type,
                                              version->revision, version->writer, NULL, NULL,
                                              version->deleted, version->placement, stays, entry);

  mk_statement_bind (statement, 5, key_or_null (version->partner));
  mk_statement_bind (statement, 6, key_or_null (version->epoch));
  return mk_statement_run (statement, error) ? mk_database_last_rowid (database) : 0;
}

static gint64
update_record (MkDatabase      *database,
               const MkVersion *version,
               gint64           entry,
               GError         **error)
{
  MkStatement *statement =
      mk_database_query (database, "record-update", version->key, version->revision,
                         version->writer, NULL, NULL, version->deleted, version->placement, entry);

  mk_statement_bind (statement, 4, key_or_null (version->partner));
  mk_statement_bind (statement, 5, key_or_null (version->epoch));
  return mk_statement_run (statement, error) ? version->key : 0;
}

static gboolean
insert_revision (MkDatabase      *database,
                 const MkVersion *version,
                 gint64           record,
                 gint64           entry,
                 GError         **error)
{
  const char *data = version->deleted ? NULL : version->data;
  const char *private_data = version->deleted ? NULL : version->private_data;
  MkStatement *statement =
      mk_database_query (database, "revision-insert", entry, record, version->revision, NULL, NULL,
                         version->deleted, version->changed, data, private_data);

  mk_statement_bind (statement, 4, key_or_null (version->epoch));
  mk_statement_bind (statement, 5, key_or_null (version->package));
  return mk_statement_run (statement, error);
}

static gboolean
put_content (MkDatabase      *database,
             const MkVersion *version,
             gint64           record,
             GError         **error)
{
  const MkRecordType *type = type_of (version);
  g_autofree char *query =
      g_strdup_printf ("content-put@%s", type != NULL ? type->name : "unknown_type");

  if (version->deleted)
    return TRUE;
  return mk_statement_run (
      mk_database_query (database, query, record, version->data, version->private_data), error);
}

/**
 * mk_record_put:
 * @database: a store, in a transaction
 * @version: the version; its key is that of the record, or 0 for a new one
 * @error: return location
 *
 * Writes the version as the newest one of its record, keeps it among the revisions, and puts its
 * content in the table of its type, where a deleted record's last content stays.
 *
 * Returns: %FALSE on error; the caller rolls back
 */
gboolean
mk_record_put (MkDatabase      *database,
               const MkVersion *version,
               GError         **error)
{
  gint64 entry = next_revision (database, error);
  gint64 record;

  if (entry == 0)
    return FALSE;
  record = version->key == 0 ? insert_record (database, version, entry, error)
                             : update_record (database, version, entry, error);
  return record != 0 && insert_revision (database, version, record, entry, error) &&
         put_content (database, version, record, error) &&
         mk_search_put (database, record, version, error);
}

/**
 * mk_record_is_of:
 * @database: a store
 * @id: UUID
 * @type: the contract's name of a type
 * @is_of: (out): whether a record of that type, living or deleted, has this id
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_record_is_of (MkDatabase *database,
                 const char *id,
                 const char *type,
                 gboolean   *is_of,
                 GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (MkVersion) version = mk_record_find (database, id, &local);

  *is_of = version != NULL && g_str_equal (version->type, type);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_card_offers:
 * @database: a store
 * @card: UUID of a punch card
 * @service: code of a service
 * @offers: (out): whether that service may be asked for on that card
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_card_offers (MkDatabase *database,
                const char *card,
                const char *service,
                gboolean   *offers,
                GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "service-find", card, service);
  g_autoptr (GError) local = NULL;

  *offers = mk_statement_step (statement, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_record_living:
 * @database: a store
 * @type: the contract's name of a type
 * @partner: key of a partner
 * @writer: its UUID
 * @error: return location
 *
 * Returns: how many living records of @type that partner delivered or wrote; -1 on error
 */
gint64
mk_record_living (MkDatabase *database,
                  const char *type,
                  gint64      partner,
                  const char *writer,
                  GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "living-count", type, partner, writer);

  return mk_statement_step (statement, error) ? mk_statement_int64 (statement, 0) : -1;
}

static void
read_listed (MkStatement *statement,
             const char  *now,
             gboolean     deleted,
             MkListed    *listed)
{
  *listed = (MkListed) {
    .id = mk_statement_text (statement, 0),
    .type = mk_statement_text (statement, 1),
    .revision = mk_statement_int64 (statement, 2),
    .writer = mk_statement_text (statement, 3),
    .changed = mk_statement_text (statement, 4),
    .own = mk_statement_int64 (statement, 5) != 0,
    .data = mk_statement_text (statement, 6),
    .private_data = mk_statement_text (statement, 7),
    .state = mk_statement_text (statement, 8),
    .reason = mk_statement_text (statement, 9),
    .stays = mk_statement_int64 (statement, 10) != 0,
    .key = mk_statement_int64 (statement, 11),
  };
  /* A tombstone holds no text, whatever stood there before. */
  if (!deleted && !listed->stays && g_str_equal (listed->state, "gemt"))
    {
      listed->reason = mk_hold_reason (listed->data, listed->private_data, now);
      if (listed->reason != NULL)
        listed->state = "tilbageholdt";
    }
}

static gboolean
list_rows (MkStatement *statement,
           gboolean     deleted,
           MkListedFunc func,
           gpointer     user_data,
           GError     **error)
{
  g_autofree char *now = mk_clock_text ();
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      MkListed listed;

      read_listed (statement, now, deleted, &listed);
      func (&listed, user_data);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mk_record_whole:
 * @data: (nullable): the JSON object of the contract as text
 * @private_data: (nullable): the one that never leaves
 *
 * Returns: (transfer full): both in one object, as it is saved; an empty one where no content ever came
 */
char *
mk_record_whole (const char *data,
                 const char *private_data)
{
  GString *whole = g_string_new (data != NULL ? data : "{}");

  if (private_data == NULL || strlen (private_data) <= 2)
    return g_string_free_and_steal (whole);
  g_string_truncate (whole, whole->len - 1);
  g_string_append (whole, whole->len > 1 ? "," : "");
  g_string_append (whole, private_data + 1);
  return g_string_free_and_steal (whole);
}

/**
 * mk_record_list:
 * @database: a store
 * @listing: which records
 * @func: (scope call): called for each, the last stored first
 * @user_data: for @func
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_record_list (MkDatabase      *database,
                const MkListing *listing,
                MkListedFunc     func,
                gpointer         user_data,
                GError         **error)
{
  g_autoptr (MkStatement) statement = NULL;

  /* Only where it is said that there is a type can its index be used. */
  if (listing->type != NULL)
    statement =
        mk_database_query (database, "record-list-type", listing->deleted, listing->placement,
                           listing->limit, listing->offset, listing->type);
  else
    statement = mk_database_query (database, "record-list", listing->deleted, listing->placement,
                                   listing->limit, listing->offset);
  return list_rows (statement, listing->deleted, func, user_data, error);
}

/**
 * mk_check_in_list:
 * @database: a store
 * @days: which check-ins
 * @func: (scope call): called for each living one, the last moment first
 * @user_data: for @func
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
mk_check_in_list (MkDatabase   *database,
                  const MkDays *days,
                  MkListedFunc  func,
                  gpointer      user_data,
                  GError      **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "check-in-list", days->placement, days->from, days->to,
                         days->limit, days->with_hours);

  return list_rows (statement, FALSE, func, user_data, error);
}

/**
 * mk_check_in_pulse_day:
 * @database: a store
 * @placement: UUID
 * @since: YYYY-MM-DD, from when on to look
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the last day on which the candidate answered the three
 *   questions, YYYY-MM-DD; %NULL for none, or on error
 */
char *
mk_check_in_pulse_day (MkDatabase *database,
                       const char *placement,
                       const char *since,
                       GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "check-in-pulse", placement, since);

  return mk_statement_step (statement, error) ? mk_statement_dup_text (statement, 0) : NULL;
}

/**
 * mk_record_pick:
 * @database: a store
 * @keys: (array length=n_keys): rows of records in the store
 * @n_keys: how many
 * @func: (scope call): called for each of them that lives, in any order
 * @user_data: for @func
 * @error: return location
 *
 * Lists chosen records, such as those of a list that are in sight.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_record_pick (MkDatabase   *database,
                const gint64 *keys,
                gsize         n_keys,
                MkListedFunc  func,
                gpointer      user_data,
                GError      **error)
{
  g_autoptr (GString) list = g_string_new ("[");
  g_autoptr (MkStatement) statement = NULL;

  for (gsize i = 0; i < n_keys; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", keys[i]);
  g_string_append_c (list, ']');
  statement = mk_database_query (database, "record-pick", list->str);
  return list_rows (statement, FALSE, func, user_data, error);
}
