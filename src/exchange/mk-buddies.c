/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-buddies.h"

#include "mk-clock.h"
#include "mk-installation.h"
#include "mk-own-records.h"
#include "mk-random.h"

#include "records/mk-assignment.h"

#include <glib/gi18n.h>

/* A leader and the buddies' installations below it (exchange contract, section 7). */

/**
 * mk_started_free:
 * @self: (nullable): what was started
 */
void
mk_started_free (MkStarted *self)
{
  if (self == NULL)
    return;
  g_free (self->partner);
  g_ptr_array_unref (self->assignments);
  g_free (self);
}

static gboolean
require_leader (MkDatabase *database,
                GError    **error)
{
  g_autoptr (MkInstallation) self = mk_installation_get (database, error);

  if (self != NULL && self->role != MK_ROLE_LEADER)
    g_set_error (error, MK_RECORD_ERROR, MK_RECORD_ERROR_NOT_OWN,
                 _ ("Only a leader starts a buddy's installation. Nothing was changed."));
  return self != NULL && self->role == MK_ROLE_LEADER;
}

static gboolean
assign (MkDatabase *database,
        MkStarted  *started,
        const char *name,
        const char *placement,
        GError    **error)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  MkAssignmentData data = { (char *) placement, (char *) name, (char *) "buddy", NULL, today, NULL,
                            started->partner };
  g_autoptr (MkSaved) saved =
      mk_own_record_save (database, &mk_assignment_type, NULL, &data, error);

  if (saved != NULL)
    g_ptr_array_add (started->assignments, g_steal_pointer (&saved->id));
  return saved != NULL;
}

static gboolean
start (MkDatabase        *database,
       MkStarted         *started,
       const char        *name,
       const char *const *placements,
       GError           **error)
{
  MkPartner partner = { 0, started->partner, MK_ROLE_BUDDY, (char *) name, NULL, NULL, FALSE };

  if (!require_leader (database, error) || mk_partner_add (database, &partner, error) == 0)
    return FALSE;
  for (guint i = 0; placements[i] != NULL; i++)
    if (!assign (database, started, name, placements[i], error))
      return FALSE;
  return TRUE;
}

/**
 * mk_buddy_start:
 * @database: a leader's store
 * @name: of the buddy
 * @placements: (array zero-terminated=1): UUIDs of placements
 * @error: return location
 *
 * Adds a partner whose first package the next export writes, and assigns the placements to it.
 *
 * Returns: (transfer full): what was started; %NULL on error, when nothing was
 */
MkStarted *
mk_buddy_start (MkDatabase        *database,
                const char        *name,
                const char *const *placements,
                GError           **error)
{
  g_autoptr (MkStarted) started = g_new0 (MkStarted, 1);

  started->partner = mk_random_uuid ();
  started->assignments = g_ptr_array_new_with_free_func (g_free);
  if (!mk_database_begin (database, error) ||
      !mk_database_end (database, start (database, started, name, placements, error), error))
    return NULL;
  return g_steal_pointer (&started);
}

/* The assignments of a partner, by the id it went by: id and data of each, in turn. */
static GPtrArray *
list_assignments (MkDatabase *database,
                  const char *partner,
                  GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "assignments-of", partner);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    {
      g_ptr_array_add (list, mk_statement_dup_text (statement, 0));
      g_ptr_array_add (list, mk_statement_dup_text (statement, 1));
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
name_installation (MkDatabase *database,
                   const char *assignment,
                   const char *data,
                   const char *installation,
                   GError    **error)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (JsonNode) root = mk_json_from_text (data);
  MkAssignmentData *content =
      mk_shape_read (mk_assignment_type.shape, mk_json_of (root), MK_READ_PUBLIC, "", faults);
  g_autoptr (MkSaved) saved = NULL;

  g_set_str (&content->installation, installation);
  saved = mk_own_record_save (database, &mk_assignment_type, assignment, content, error);
  mk_shape_free (mk_assignment_type.shape, content);
  return saved != NULL;
}

static gboolean
name_assignments (MkDatabase *database,
                  const char *id,
                  GError    **error)
{
  g_autoptr (GPtrArray) assignments = list_assignments (database, id, error);

  for (guint i = 0; assignments != NULL && i < assignments->len; i += 2)
    if (!name_installation (database, g_ptr_array_index (assignments, i),
                            g_ptr_array_index (assignments, i + 1), id, error))
      return FALSE;
  return assignments != NULL;
}

/**
 * mk_buddy_identify:
 * @database: a leader's store, in a transaction
 * @started: a partner that has not told its UUID
 * @id: that UUID
 * @known: (nullable): the partner that is known by @id already, say because a person said yes to it
 * @error: return location
 *
 * From now on the buddy that was started is known by its own UUID, and its assignments name it.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_buddy_identify (MkDatabase      *database,
                   const MkPartner *started,
                   const char      *id,
                   const MkPartner *known,
                   GError         **error)
{
  return (known != NULL ? mk_partner_join (database, started, known, error)
                        : mk_partner_identify (database, started, id, error)) &&
         name_assignments (database, id, error);
}

/**
 * mk_buddy_guess:
 * @database: a store
 * @name: what a buddy calls itself
 * @error: return location
 *
 * Which of the buddies that were started here a person means who says yes to an unknown one: the
 * only one that has not told its UUID, or the only one of that name among several.
 *
 * Returns: (transfer full) (nullable): that partner; %NULL without an error when nobody can tell
 */
MkPartner *
mk_buddy_guess (MkDatabase *database,
                const char *name,
                GError    **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);
  const MkPartner *only = NULL, *namesake = NULL;
  guint n_started = 0, n_namesakes = 0;

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    {
      const MkPartner *partner = g_ptr_array_index (partners, i);

      if (partner->known)
        continue;
      only = partner;
      n_started++;
      if (g_strcmp0 (partner->name, name) != 0)
        continue;
      namesake = partner;
      n_namesakes++;
    }
  if (n_started == 1)
    return mk_partner_find (database, only->id, error);
  return n_namesakes == 1 ? mk_partner_find (database, namesake->id, error) : NULL;
}

/**
 * mk_buddies_carried_to:
 * @database: a store
 * @record: key of a record
 * @revision: of it
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): UUIDs of the partners that were sent this revision
 *   of the record or a higher one in the present epoch; %NULL on error
 */
GPtrArray *
mk_buddies_carried_to (MkDatabase *database,
                       gint64      record,
                       gint64      revision,
                       GError    **error)
{
  g_autoptr (MkStatement) statement =
      mk_database_query (database, "packed-higher", record, revision);
  g_autoptr (GPtrArray) partners = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;

  while (mk_statement_step (statement, &local))
    g_ptr_array_add (partners, mk_statement_dup_text (statement, 0));
  if (local == NULL)
    return g_steal_pointer (&partners);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
