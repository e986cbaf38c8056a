/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MkStatement:
 *
 * One prepared SQL statement of a [struct@Database], borrowed from its cache by
 * mk_database_query(). It belongs to the database and to the database's thread.
 *
 * Hold it as `g_autoptr (MkStatement)`: leaving the scope gives it back, also in the middle of
 * its rows. Giving it back more than once does nothing.
 */
typedef struct _MkStatement MkStatement;

/**
 * MkParameter:
 *
 * A value on its way into a statement. It borrows what it points to. Made by MK_PARAMETER(), which
 * mk_database_query() applies to each of its arguments.
 */
typedef struct
{
  enum
  {
    MK_PARAMETER_NULL,
    MK_PARAMETER_INTEGER,
    MK_PARAMETER_REAL,
    MK_PARAMETER_TEXT,
    MK_PARAMETER_BLOB,
  } kind;
  union
  {
    gint64 integer;
    double real;
    const char *text;
    GBytes *blob;
  };
} MkParameter;

static inline MkParameter
mk_parameter_null (const void *ignored)
{
  g_assert (ignored == NULL);
  return (MkParameter) { .kind = MK_PARAMETER_NULL };
}

static inline MkParameter
mk_parameter_integer (gint64 integer)
{
  return (MkParameter) { .kind = MK_PARAMETER_INTEGER, .integer = integer };
}

static inline MkParameter
mk_parameter_real (double real)
{
  return (MkParameter) { .kind = MK_PARAMETER_REAL, .real = real };
}

static inline MkParameter
mk_parameter_text (const char *text)
{
  return (MkParameter) { .kind = text != NULL ? MK_PARAMETER_TEXT : MK_PARAMETER_NULL,
                         .text = text };
}

static inline MkParameter
mk_parameter_blob (GBytes *blob)
{
  return (MkParameter) { .kind = blob != NULL ? MK_PARAMETER_BLOB : MK_PARAMETER_NULL,
                         .blob = blob };
}

/**
 * MK_PARAMETER:
 * @x: text, an integer, a boolean, a double, a `GBytes *` or `NULL`
 *
 * Wraps @x by its C type. NULL pointers become SQL's NULL. A type that is not in the list does
 * not compile.
 */
#define MK_PARAMETER(x)                         \
  _Generic ((x),                                \
      void *: mk_parameter_null,                \
      char *: mk_parameter_text,                \
      const char *: mk_parameter_text,          \
      GBytes *: mk_parameter_blob,              \
      _Bool: mk_parameter_integer,              \
      int: mk_parameter_integer,                \
      unsigned int: mk_parameter_integer,       \
      long: mk_parameter_integer,               \
      unsigned long: mk_parameter_integer,      \
      long long: mk_parameter_integer,          \
      unsigned long long: mk_parameter_integer, \
      double: mk_parameter_real) (x)

void     mk_statement_bind  (MkStatement *self,
                             int          index,
                             MkParameter  value);
gboolean mk_statement_step  (MkStatement *self,
                             GError     **error);
gboolean mk_statement_run   (MkStatement *self,
                             GError     **error);
void     mk_statement_reset (MkStatement *self);

gboolean    mk_statement_is_null  (MkStatement *self,
                                   int          column);
gint64      mk_statement_int64    (MkStatement *self,
                                   int          column);
double      mk_statement_double   (MkStatement *self,
                                   int          column);
const char *mk_statement_text     (MkStatement *self,
                                   int          column);
char       *mk_statement_dup_text (MkStatement *self,
                                   int          column);
GBytes     *mk_statement_blob     (MkStatement *self,
                                   int          column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkStatement, mk_statement_reset)

G_END_DECLS
