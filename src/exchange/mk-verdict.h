/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-package.h"

G_BEGIN_DECLS

typedef enum
{
  MK_VERDICT_TAKEN,
  MK_VERDICT_PARTLY,
  MK_VERDICT_REFUSED,
  MK_VERDICT_KNOWN,
  MK_VERDICT_WAITS
} MkVerdictStatus;

/**
 * MkVerdictEntry:
 * @code: why the entry was refused, or `ukendt` for one of an unknown type, which was taken
 */
typedef struct
{
  char       *type;
  char       *id;
  gint64      revision;
  const char *code;
  char       *reason;
} MkVerdictEntry;

/**
 * MkRemoval:
 * @type: of the records
 * @count: how many of them the package deletes
 * @living: how many there are
 */
typedef struct
{
  char  *type;
  gint64 count;
  gint64 living;
} MkRemoval;

/**
 * MkVerdict:
 * @file: (nullable): as it was given; %NULL for a package that had waited here
 * @sha256: of the bytes
 * @package_id: (nullable): where it could be read
 * @number: where it could be read, or %MK_ABSENT
 * @code: (nullable): of the contract, when @status needs one
 * @pointer: (nullable): JSON pointer to the fault, where there is a place
 * @reason: (nullable): a Danish sentence for people, without a name or a value in it
 * @missing: (nullable): GArray of gint64, the numbers that have not come
 * @entries: (element-type MkVerdictEntry): those refused alone, and those of unknown types
 * @sender: (nullable): who it says it is from, where that could be read
 * @removals: (element-type MkRemoval): what makes it wait for a yes, a type each
 * @asks: whether a person's yes would change it
 * @lacks_seal: whether that yes is for a plain package, of a sender whose packages come sealed
 *
 * What became of one package.
 */
typedef struct
{
  char           *file;
  char           *sha256;
  char           *package_id;
  gint64          number;
  MkVerdictStatus status;
  const char     *code;
  char           *pointer;
  char           *reason;
  GArray         *missing;
  GPtrArray      *entries;
  MkPart         *sender;
  GPtrArray      *removals;
  gboolean        asks;
  gboolean        lacks_seal;
} MkVerdict;

MkVerdict  *mk_verdict_new         (const char *file);
void        mk_verdict_free        (MkVerdict *self);
void        mk_verdict_refuse      (MkVerdict  *self,
                                    const char *code,
                                    const char *pointer,
                                    const char *format,
                                    ...) G_GNUC_PRINTF (4, 5);
void        mk_verdict_add_entry   (MkVerdict  *self,
                                    const char *type,
                                    const char *id,
                                    gint64      revision,
                                    const char *code,
                                    const char *reason);
guint       mk_verdict_n_refused   (const MkVerdict *self);
gboolean    mk_verdict_is_trouble  (const MkVerdict *self);
const char *mk_verdict_status_name (MkVerdictStatus status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkVerdict, mk_verdict_free)

G_END_DECLS
