/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-start-package.h"

#include "mk-gate.h"
#include "mk-package.h"

/* What a first run learns from a file, before there is a store to judge it against. */

static MkStartPackage *
package_of (const MkPackageHeader *header)
{
  MkStartPackage *self = g_new0 (MkStartPackage, 1);

  self->role = mk_role_from_name (header->recipient->role);
  self->name = g_strdup (header->recipient->name);
  self->cvr_number = g_strdup (header->recipient->cvr_number);
  self->sender_role = mk_role_from_name (header->sender->role);
  self->sender = g_strdup (header->sender->name);
  return self;
}

/**
 * mk_start_package_read:
 * @bytes: of a file
 *
 * Reads whom a package is for. It is judged in full when it is taken.
 *
 * Returns: (transfer full) (nullable): what it tells; %NULL when it is no package for a workplace
 */
MkStartPackage *
mk_start_package_read (GBytes *bytes)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (MkGate) gate = mk_gate_open (bytes, faults);
  g_autoptr (MkStartPackage) self = NULL;
  MkPackageHeader *header;

  if (gate == NULL || g_strcmp0 (mk_json_text (mk_json_member (mk_gate_root (gate), "format")),
                                 MK_PACKAGE_FORMAT) != 0)
    return NULL;
  header =
      mk_shape_read (&mk_package_header_shape, mk_gate_root (gate), MK_READ_PUBLIC, "", faults);
  if (header->recipient != NULL && header->recipient->role != NULL && header->sender != NULL &&
      header->sender->role != NULL && header->sender->name != NULL)
    self = package_of (header);
  mk_shape_free (&mk_package_header_shape, header);
  return self != NULL && self->role & MK_ROLE_WORKPLACE ? g_steal_pointer (&self) : NULL;
}

/**
 * mk_start_package_free:
 * @self: (transfer full) (nullable): what a package told
 */
void
mk_start_package_free (MkStartPackage *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->cvr_number);
  g_free (self->sender);
  g_free (self);
}
