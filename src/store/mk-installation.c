/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-installation.h"

#include "mk-clock.h"

#include <glib/gi18n.h>

/* As the database names them, in the order of MkRecovery. */
static const char *const recovery_names[] = { "kept", "open", "later" };

static MkRecovery
recovery_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (recovery_names); i++)
    if (g_str_equal (name, recovery_names[i]))
      return (MkRecovery) i;
  return MK_RECOVERY_OPEN;
}

/**
 * mk_installation_insert:
 * @database: a new store
 * @installation: who it is
 * @error: return location
 *
 * Writes who this installation is, once.
 *
 * Returns: whether it was written
 */
gboolean
mk_installation_insert (MkDatabase           *database,
                        const MkInstallation *installation,
                        GError              **error)
{
  g_autofree char *now = mk_clock_text ();

  return mk_statement_run (mk_database_query (database, "installation-insert", installation->id,
                                              mk_role_name (installation->role), installation->name,
                                              installation->company, installation->cvr_number,
                                              installation->p_number,
                                              recovery_names[installation->recovery], now),
                           error);
}

/**
 * mk_installation_update:
 * @database: a store
 * @installation: what shall be said of it; the id and the role stay
 * @error: return location
 *
 * Changes what this installation says of itself, from the next package on.
 *
 * Returns: whether it was written
 */
gboolean
mk_installation_update (MkDatabase           *database,
                        const MkInstallation *installation,
                        GError              **error)
{
  return mk_statement_run (mk_database_query (database, "installation-update", installation->name,
                                              installation->company, installation->cvr_number,
                                              installation->p_number),
                           error);
}

/**
 * mk_installation_get:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full): who this installation is; %NULL with %MK_STORE_ERROR_DAMAGED when the
 *   store does not say
 */
MkInstallation *
mk_installation_get (MkDatabase *database,
                     GError    **error)
{
  g_autoptr (MkStatement) statement = mk_database_query (database, "installation-get");
  g_autoptr (GError) local = NULL;
  MkInstallation *self;

  if (!mk_statement_step (statement, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (
            error, MK_STORE_ERROR, MK_STORE_ERROR_DAMAGED,
            _ ("The store does not say whose it is. Nothing was changed. Restore a "
               "backup."));
      return NULL;
    }
  self = g_new0 (MkInstallation, 1);
  self->id = mk_statement_dup_text (statement, 0);
  self->role = mk_role_from_name (mk_statement_text (statement, 1));
  self->name = mk_statement_dup_text (statement, 2);
  self->company = mk_statement_dup_text (statement, 3);
  self->cvr_number = mk_statement_dup_text (statement, 4);
  self->p_number = mk_statement_dup_text (statement, 5);
  self->recovery = recovery_from_name (mk_statement_text (statement, 6));
  return self;
}

/**
 * mk_installation_set_recovery:
 * @database: a store that says whose it is
 * @recovery: whether the person has the recovery key
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mk_installation_set_recovery (MkDatabase *database,
                              MkRecovery  recovery,
                              GError    **error)
{
  return mk_statement_run (
      mk_database_query (database, "installation-recovery", recovery_names[recovery]), error);
}

/**
 * mk_installation_title:
 * @self: an installation
 *
 * Returns: (transfer none): what the other end calls it: the company of a leader, else the person
 */
const char *
mk_installation_title (const MkInstallation *self)
{
  return self->role == MK_ROLE_LEADER && self->company != NULL ? self->company : self->name;
}

/**
 * mk_installation_free:
 * @self: (nullable): an installation
 */
void
mk_installation_free (MkInstallation *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->company);
  g_free (self->cvr_number);
  g_free (self->p_number);
  g_free (self);
}
