/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-shape.h"

G_BEGIN_DECLS

#define MK_PACKAGE_FORMAT "makker-udveksling"
#define MK_PACKAGE_VERSION 1
#define MK_PACKAGE_MOST_BYTES (8 * 1024 * 1024)
#define MK_PACKAGE_MOST_ENTRIES 5000
#define MK_PACKAGE_MOST_DEPTH 32

#define MK_ACTION_SAVE "gem"
#define MK_ACTION_DELETE "slet"

/**
 * MkPart:
 * @id: UUID, or %NULL in a recipient that the sender does not know by it yet
 * @role: the contract's name
 *
 * One of the two ends of a package.
 */
typedef struct
{
  char *id;
  char *role;
  char *name;
  char *cvr_number;
  char *p_number;
} MkPart;

/**
 * MkPackageHeader:
 * @supersedes: (nullable): GPtrArray of UUIDs, the epochs that this one replaces
 * @previous_sha256: (nullable): of the bytes of the package before; %NULL in number 1
 *
 * Everything of a package but its entries.
 */
typedef struct
{
  char      *format;
  gint64     version;
  char      *package_id;
  MkPart    *sender;
  MkPart    *recipient;
  char      *epoch;
  GPtrArray *supersedes;
  gint64     number;
  char      *previous_sha256;
  char      *created;
  gint64     count;
} MkPackageHeader;

/**
 * MkEntryKey:
 *
 * What an entry must have for the package to be a package at all.
 */
typedef struct
{
  char  *type;
  char  *id;
  gint64 revision;
} MkEntryKey;

/**
 * MkEntryRest:
 * @origin: (nullable): `ophav`, the installation that wrote the record, where the sender carries it
 *
 * What an entry must have to be taken; its `data` is read by its type's own shape.
 */
typedef struct
{
  char *action;
  char *changed;
  char *origin;
} MkEntryRest;

extern const MkShape mk_part_shape;
extern const MkShape mk_package_header_shape;
extern const MkShape mk_entry_key_shape;
extern const MkShape mk_entry_rest_shape;

G_END_DECLS
