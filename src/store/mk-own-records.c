/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-own-records.h"

#include "mk-clock.h"
#include "mk-installation.h"
#include "mk-partners.h"
#include "mk-random.h"
#include "mk-records.h"

#include "records/mk-assignment.h"
#include "records/mk-support-request.h"

#include <glib/gi18n.h>

/* What this installation writes: every change is the next revision, in one transaction. */

G_DEFINE_QUARK (mk - record - error - quark, mk_record_error)

/**
 * mk_saved_free:
 * @self: (nullable): what was saved
 */
void
mk_saved_free (MkSaved *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self);
}

/* Every field that refers to a record must name one of that type, living or deleted. */
static gboolean
check_references (MkDatabase         *database,
                  const MkRecordType *type,
                  gconstpointer       content,
                  GError            **error)
{
  for (guint i = 0; i < type->shape->n_fields; i++)
    {
      const MkField *field = &type->shape->fields[i];
      const char *id;
      gboolean is_of = TRUE;

      if (field->refers_to == NULL)
        continue;
      id = *(char *const *) (gconstpointer) ((const char *) content + field->offset);
      if (id != NULL && !mk_record_is_of (database, id, field->refers_to, &is_of, error))
        return FALSE;
      if (!is_of)
        {
          g_set_error (error, MK_RECORD_ERROR, MK_RECORD_ERROR_REFERENCE,
                       _ ("“%s” names a record that is not here. Nothing was saved."), field->name);
          return FALSE;
        }
    }
  return TRUE;
}

/* A new request asks for something that its card offers. */
static gboolean
check_service (MkDatabase         *database,
               const MkRecordType *type,
               gconstpointer       content,
               GError            **error)
{
  const MkSupportRequestData *request = content;
  gboolean offers;

  if (type != &mk_support_request_type)
    return TRUE;
  if (!mk_card_offers (database, request->card_id, request->service, &offers, error))
    return FALSE;
  if (!offers)
    g_set_error (error, MK_RECORD_ERROR, MK_RECORD_ERROR_REFERENCE,
                 _ ("The punch card does not offer that service. Nothing was saved."));
  return offers;
}

static gboolean
has_leader (MkDatabase *database,
            gboolean   *has,
            GError    **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  *has = FALSE;
  for (guint i = 0; partners != NULL && i < partners->len; i++)
    *has |= ((const MkPartner *) g_ptr_array_index (partners, i))->role == MK_ROLE_LEADER;
  return partners != NULL;
}

/* Who is with whom is written by a leader, or by a buddy without one. */
static gboolean
may_write (MkDatabase           *database,
           const MkRecordType   *type,
           const MkInstallation *self,
           gboolean             *may,
           GError              **error)
{
  gboolean has = FALSE;

  *may = (type->writers & self->role) != 0;
  if (!*may || type != &mk_assignment_type || self->role != MK_ROLE_BUDDY)
    return TRUE;
  if (!has_leader (database, &has, error))
    return FALSE;
  *may = !has;
  return TRUE;
}

/* The placement that a content belongs to: its own id for a placement, else its `forloebId`. */
static const char *
placement_of (const MkRecordType *type,
              gconstpointer       content)
{
  for (guint i = 0; i < type->shape->n_fields; i++)
    {
      const MkField *field = &type->shape->fields[i];

      if (g_strcmp0 (field->refers_to, "forloeb") == 0)
        return *(char *const *) (gconstpointer) ((const char *) content + field->offset);
    }
  return NULL;
}

/* The next version of the record @id, or the first of a new one. */
static MkVersion *
next_version (MkDatabase         *database,
              const MkRecordType *type,
              const char         *id,
              GError            **error)
{
  g_autoptr (MkInstallation) self = mk_installation_get (database, error);
  g_autoptr (MkVersion) known = NULL;
  g_autoptr (GError) local = NULL;
  MkVersion *next;
  gboolean may;

  if (self == NULL || !may_write (database, type, self, &may, error))
    return NULL;
  if (!may)
    {
      g_set_error (error, MK_RECORD_ERROR, MK_RECORD_ERROR_NOT_OWN,
                   _ ("Records of the type “%s” are written by others. Nothing was saved."),
                   type->name);
      return NULL;
    }
  if (id != NULL && (known = mk_record_find (database, id, &local)) == NULL && local == NULL)
    g_set_error (&local, MK_RECORD_ERROR, MK_RECORD_ERROR_UNKNOWN,
                 _ ("There is no record with that id here. Nothing was saved."));
  else if (known != NULL && (known->partner != 0 || !g_str_equal (known->type, type->name)))
    g_set_error (&local, MK_RECORD_ERROR, MK_RECORD_ERROR_NOT_OWN,
                 _ ("That record is another type's or somebody else's. Nothing was saved."));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  next = g_new0 (MkVersion, 1);
  next->key = known != NULL ? known->key : 0;
  next->id = id != NULL ? g_strdup (id) : mk_random_uuid ();
  next->type = g_strdup (type->name);
  next->revision = known != NULL ? known->revision + 1 : 1;
  next->writer = g_strdup (self->id);
  next->changed = mk_clock_text ();
  return next;
}

static MkSaved *
put_own (MkDatabase      *database,
         const MkVersion *version,
         GError         **error)
{
  MkSaved *saved;

  if (!mk_record_put (database, version, error))
    return NULL;
  saved = g_new0 (MkSaved, 1);
  saved->id = g_strdup (version->id);
  saved->revision = version->revision;
  return saved;
}

static char *
object_text_or_null (JsonObject *object)
{
  g_autoptr (JsonObject) owned = object;

  return json_object_get_size (owned) > 0 ? mk_json_to_text (owned) : NULL;
}

static MkSaved *
save (MkDatabase         *database,
      const MkRecordType *type,
      const char         *id,
      gconstpointer       content,
      GError            **error)
{
  g_autoptr (MkVersion) version = next_version (database, type, id, error);
  g_autoptr (JsonObject) data = NULL;

  if (version == NULL || !check_references (database, type, content, error) ||
      (id == NULL && !check_service (database, type, content, error)))
    return NULL;
  data = mk_shape_write (type->shape, content, MK_WRITE_PUBLIC);
  version->data = mk_json_to_text (data);
  version->private_data =
      object_text_or_null (mk_shape_write (type->shape, content, MK_WRITE_PRIVATE));
  version->placement = g_strdup (placement_of (type, content));
  return put_own (database, version, error);
}

/**
 * mk_own_record_save:
 * @database: a store
 * @type: the record's type
 * @id: (nullable): UUID of a known record of this installation, or %NULL for a new one
 * @content: a struct of the type's shape, judged to be without fault
 * @error: return location
 *
 * Writes the content as a new record or as the next revision of a known one. When this returns
 * without an error outside of a transaction, the content is durable.
 *
 * Returns: (transfer full): what was saved; %NULL with %MK_RECORD_ERROR or %MK_STORE_ERROR
 */
MkSaved *
mk_own_record_save (MkDatabase         *database,
                    const MkRecordType *type,
                    const char         *id,
                    gconstpointer       content,
                    GError            **error)
{
  g_autoptr (MkSaved) saved = NULL;

  if (!mk_database_begin (database, error))
    return NULL;
  saved = save (database, type, id, content, error);
  return mk_database_end (database, saved != NULL, error) ? g_steal_pointer (&saved) : NULL;
}

static MkSaved *
tombstone (MkDatabase         *database,
           const MkRecordType *type,
           const char         *id,
           GError            **error)
{
  g_autoptr (MkVersion) version = next_version (database, type, id, error);

  if (version == NULL)
    return NULL;
  version->deleted = TRUE;
  return put_own (database, version, error);
}

/**
 * mk_own_record_delete:
 * @database: a store
 * @type: the record's type
 * @id: UUID of a known record of this installation
 * @error: return location
 *
 * Writes a tombstone as the next revision. The content stays among the revisions.
 *
 * Returns: (transfer full): what was saved; %NULL with %MK_RECORD_ERROR or %MK_STORE_ERROR
 */
MkSaved *
mk_own_record_delete (MkDatabase         *database,
                      const MkRecordType *type,
                      const char         *id,
                      GError            **error)
{
  g_autoptr (MkSaved) saved = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  if (!mk_database_begin (database, error))
    return NULL;
  saved = tombstone (database, type, id, error);
  return mk_database_end (database, saved != NULL, error) ? g_steal_pointer (&saved) : NULL;
}

static char *
placement_in (const char *data)
{
  g_autoptr (JsonNode) root = data != NULL ? mk_json_from_text (data) : NULL;

  return root != NULL ? g_strdup (mk_json_text (mk_json_member (mk_json_of (root), "forloebId")))
                      : NULL;
}

/* Before the first revision there was nothing, so undoing it deletes. */
static MkSaved *
bring_back (MkDatabase         *database,
            const MkRecordType *type,
            const char         *id,
            GError            **error)
{
  g_autoptr (MkVersion) version = next_version (database, type, id, error);
  g_autoptr (MkStatement) statement = NULL;
  g_autoptr (GError) local = NULL;

  if (version == NULL)
    return NULL;
  statement = mk_database_query (database, "revision-before", version->key);
  version->deleted = TRUE;
  if (mk_statement_step (statement, &local))
    {
      version->deleted = mk_statement_int64 (statement, 0) != 0;
      version->data = mk_statement_dup_text (statement, 1);
      version->private_data = mk_statement_dup_text (statement, 2);
      version->placement = placement_in (version->data);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return put_own (database, version, error);
}

/**
 * mk_own_record_undo:
 * @database: a store
 * @type: the record's type
 * @id: UUID of a known record of this installation
 * @error: return location
 *
 * Writes the content before the newest revision as a new revision, so that undoing an undo brings
 * it back. Undoing the first revision deletes the record.
 *
 * Returns: (transfer full): what was saved; %NULL with %MK_RECORD_ERROR or %MK_STORE_ERROR
 */
MkSaved *
mk_own_record_undo (MkDatabase         *database,
                    const MkRecordType *type,
                    const char         *id,
                    GError            **error)
{
  g_autoptr (MkSaved) saved = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  if (!mk_database_begin (database, error))
    return NULL;
  saved = bring_back (database, type, id, error);
  return mk_database_end (database, saved != NULL, error) ? g_steal_pointer (&saved) : NULL;
}
