/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-verdict.h"

static void
entry_free (gpointer data)
{
  MkVerdictEntry *entry = data;

  g_free (entry->type);
  g_free (entry->id);
  g_free (entry->reason);
  g_free (entry);
}

static void
removal_free (gpointer data)
{
  MkRemoval *removal = data;

  g_free (removal->type);
  g_free (removal);
}

/**
 * mk_verdict_new:
 * @file: (nullable): the file as it was given
 *
 * Returns: (transfer full): a verdict `modtaget`, to be changed by what is found
 */
MkVerdict *
mk_verdict_new (const char *file)
{
  MkVerdict *self = g_new0 (MkVerdict, 1);

  self->file = g_strdup (file);
  self->number = MK_ABSENT;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->removals = g_ptr_array_new_with_free_func (removal_free);
  return self;
}

/**
 * mk_verdict_free:
 * @self: (nullable): a verdict
 */
void
mk_verdict_free (MkVerdict *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->sha256);
  g_free (self->package_id);
  g_free (self->pointer);
  g_free (self->reason);
  g_clear_pointer (&self->missing, g_array_unref);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->removals);
  mk_shape_free (&mk_part_shape, self->sender);
  g_free (self);
}

/**
 * mk_verdict_refuse:
 * @self: a verdict
 * @code: of the contract, static
 * @pointer: (nullable): JSON pointer to the fault
 * @format: Danish sentence
 *
 * Makes it a refusal of the whole package.
 */
void
mk_verdict_refuse (MkVerdict  *self,
                   const char *code,
                   const char *pointer,
                   const char *format,
                   ...)
{
  va_list arguments;

  self->status = MK_VERDICT_REFUSED;
  self->code = code;
  g_set_str (&self->pointer, pointer);
  g_free (self->reason);
  va_start (arguments, format);
  self->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

/**
 * mk_verdict_add_entry:
 * @self: a verdict
 * @type: of the entry, as it travels
 * @id: UUID of the entry
 * @revision: of it
 * @code: why it was refused, or `ukendt`; static
 * @reason: a Danish sentence
 */
void
mk_verdict_add_entry (MkVerdict  *self,
                      const char *type,
                      const char *id,
                      gint64      revision,
                      const char *code,
                      const char *reason)
{
  MkVerdictEntry *entry = g_new0 (MkVerdictEntry, 1);

  entry->type = g_strdup (type);
  entry->id = g_strdup (id);
  entry->revision = revision;
  entry->code = code;
  entry->reason = g_strdup (reason);
  g_ptr_array_add (self->entries, entry);
}

/**
 * mk_verdict_n_refused:
 * @self: a verdict
 *
 * Returns: how many entries were refused alone
 */
guint
mk_verdict_n_refused (const MkVerdict *self)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const MkVerdictEntry *entry = g_ptr_array_index (self->entries, i);

      n += !g_str_equal (entry->code, MK_CODE_UNKNOWN);
    }
  return n;
}

/**
 * mk_verdict_is_trouble:
 * @self: a verdict
 *
 * Returns: whether a person has to do something: it was refused, or waits for a yes
 */
gboolean
mk_verdict_is_trouble (const MkVerdict *self)
{
  return self->status == MK_VERDICT_REFUSED ||
         (self->status == MK_VERDICT_WAITS && g_strcmp0 (self->code, MK_CODE_REMOVAL) == 0);
}

/**
 * mk_verdict_status_name:
 * @status: a status
 *
 * Returns: the command line's word for it
 */
const char *
mk_verdict_status_name (MkVerdictStatus status)
{
  static const char *const names[] = { "modtaget", "delvist", "afvist", "kendt", "venter" };

  return names[status];
}
