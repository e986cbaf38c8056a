/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-fault.h"
#include "mk-json.h"

#include <stddef.h>

G_BEGIN_DECLS

/* An integer or boolean that is not there. Every real one of the contract is 0 or more. */
#define MK_ABSENT G_MININT

/* The largest integer that a package may hold: 2 to the power of 53. */
#define MK_INTEGER_MAX (G_GINT64_CONSTANT (1) << 53)

/* The most code points of a text whose field names no other limit. */
#define MK_TEXT_MAX 10000

typedef enum
{
  MK_KIND_TEXT, /* char *                    */
  MK_KIND_INTEGER, /* gint64                    */
  MK_KIND_BOOLEAN, /* int                       */
  MK_KIND_DATE, /* char *, YYYY-MM-DD        */
  MK_KIND_TIME, /* char *, HH:MM             */
  MK_KIND_DATE_TIME, /* char *, RFC 3339          */
  MK_KIND_UUID, /* char *                    */
  MK_KIND_CHOICE, /* char *, one of choices    */
  MK_KIND_SHA256, /* char *                    */
  MK_KIND_BASE64, /* char *                    */
  MK_KIND_OBJECT, /* pointer to its own struct */
  MK_KIND_OBJECTS, /* GPtrArray * of structs    */
  MK_KIND_INTEGERS, /* GArray * of gint64        */
  MK_KIND_UUIDS /* GPtrArray * of char *     */
} MkKind;

typedef enum
{
  MK_OPTIONAL = 0,
  MK_REQUIRED = 1 << 0,
  MK_PRIVATE = 1 << 1, /* never leaves this installation */
  MK_FREE_TEXT =
      1 << 2, /* a person's own words: says who reads it, and is looked through for CPR numbers */
  MK_SEARCHED = 1 << 3,
  MK_NULLABLE = 1 << 4 /* null stands for "none" */
} MkFieldFlags;

typedef struct _MkField MkField;
typedef struct _MkShape MkShape;

/**
 * MkShapeCheck:
 * @data: a struct of the shape, read without a fault of form
 * @pointer: JSON pointer to it
 * @faults: where faults of value across fields go
 */
typedef void (*MkShapeCheck) (gconstpointer data,
                              const char   *pointer,
                              MkFaults     *faults);

/**
 * MkField:
 * @name: the contract's name
 * @label: what people call it, English, to be translated
 * @min: smallest integer
 * @max: largest integer, or for texts the most code points (0: 10,000; -1: no limit but the package's)
 * @choices: %NULL-terminated closed set
 * @refers_to: record type that a UUID must name
 * @shape: of objects
 * @offset: of the member in the struct
 *
 * One member of a JSON object, and where it lies in the struct beside it.
 */
struct _MkField
{
  const char  *name;
  const char  *label;
  MkKind       kind;
  MkFieldFlags flags;
  gint64       min;
  gint64       max;
  const char *const *choices;
  const char    *refers_to;
  const MkShape *shape;
  gsize          offset;
};

struct _MkShape
{
  gsize          size;
  const MkField *fields;
  guint          n_fields;
  MkShapeCheck   check;
};

/* The offset of a member, compiling only when the member has the C type that the kind asks for. */
#define MK_OFFSET(Struct, member, Type) \
  _Generic (((Struct *) 0)->member, Type: offsetof (Struct, member))

#define MK_FIELD_(kind_, Struct, member, Type, name_, label_, flags_, ...) \
  { .name = name_,                                                         \
    .label = label_,                                                       \
    .kind = kind_,                                                         \
    .flags = (MkFieldFlags) (flags_),                                      \
    .offset = MK_OFFSET (Struct, member, Type),                            \
    __VA_ARGS__ }

#define MK_TEXT(S, m, name, label, flags) \
  MK_FIELD_ (MK_KIND_TEXT, S, m, char *, name, label, flags, )
#define MK_TEXT_UPTO(S, m, name, label, flags, most) \
  MK_FIELD_ (MK_KIND_TEXT, S, m, char *, name, label, flags, .max = (most))
#define MK_INTEGER(S, m, name, label, flags, least, most) \
  MK_FIELD_ (MK_KIND_INTEGER, S, m, gint64, name, label, flags, .min = (least), .max = (most))
#define MK_COUNT(S, m, name, label, flags) MK_INTEGER (S, m, name, label, flags, 0, MK_INTEGER_MAX)
#define MK_ORDINAL(S, m, name, label, flags) \
  MK_INTEGER (S, m, name, label, flags, 1, MK_INTEGER_MAX)
#define MK_SCORE(S, m, name, label, flags) MK_INTEGER (S, m, name, label, flags, 1, 5)
#define MK_BOOLEAN(S, m, name, label, flags) \
  MK_FIELD_ (MK_KIND_BOOLEAN, S, m, int, name, label, flags, )
#define MK_DATE(S, m, name, label, flags) \
  MK_FIELD_ (MK_KIND_DATE, S, m, char *, name, label, flags, )
#define MK_TIME(S, m, name, label, flags) \
  MK_FIELD_ (MK_KIND_TIME, S, m, char *, name, label, flags, )
#define MK_DATE_TIME(S, m, name, label, flags) \
  MK_FIELD_ (MK_KIND_DATE_TIME, S, m, char *, name, label, flags, )
#define MK_UUID(S, m, name, label, flags) \
  MK_FIELD_ (MK_KIND_UUID, S, m, char *, name, label, flags, )
#define MK_REFERENCE(S, m, name, label, flags, type) \
  MK_FIELD_ (MK_KIND_UUID, S, m, char *, name, label, flags, .refers_to = (type))
#define MK_CHOICE(S, m, name, label, flags, set) \
  MK_FIELD_ (MK_KIND_CHOICE, S, m, char *, name, label, flags, .choices = (set))
#define MK_SHA256(S, m, name, label, flags) \
  MK_FIELD_ (MK_KIND_SHA256, S, m, char *, name, label, flags, )
#define MK_BASE64(S, m, name, label, flags) \
  MK_FIELD_ (MK_KIND_BASE64, S, m, char *, name, label, flags, )
#define MK_OBJECT(S, m, Type, name, label, flags, of) \
  MK_FIELD_ (MK_KIND_OBJECT, S, m, Type *, name, label, flags, .shape = (of))
#define MK_OBJECTS(S, m, name, label, flags, of) \
  MK_FIELD_ (MK_KIND_OBJECTS, S, m, GPtrArray *, name, label, flags, .shape = (of))
#define MK_INTEGERS(S, m, name, label, flags, least, most) \
  MK_FIELD_ (MK_KIND_INTEGERS, S, m, GArray *, name, label, flags, .min = (least), .max = (most))
#define MK_UUIDS(S, m, name, label, flags) \
  MK_FIELD_ (MK_KIND_UUIDS, S, m, GPtrArray *, name, label, flags, )

#define MK_SHAPE(Struct, table, check_) \
  { .size = sizeof (Struct),            \
    .fields = (table),                  \
    .n_fields = G_N_ELEMENTS (table),   \
    .check = (check_) }

gpointer       mk_shape_new  (const MkShape *shape);
void           mk_shape_free (const MkShape *shape,
                              gpointer       data);
gpointer       mk_shape_copy (const MkShape *shape,
                              gconstpointer  data);
const MkField *mk_shape_find (const MkShape *shape,
                              const char    *name);

/**
 * MkReadFlags:
 * @MK_READ_PUBLIC: what may travel; private names are unknown fields
 * @MK_READ_PRIVATE: the private fields too
 * @MK_READ_CLOSED: what is written here: an unknown field is a fault (of form), and CR LF in a
 *   text becomes LF
 */
typedef enum
{
  MK_READ_PUBLIC = 0,
  MK_READ_PRIVATE = 1 << 0,
  MK_READ_CLOSED = 1 << 1
} MkReadFlags;

gpointer mk_shape_read (const MkShape *shape,
                        MkJsonValue    value,
                        MkReadFlags    flags,
                        const char    *pointer,
                        MkFaults      *faults);

/**
 * MkWriteWhat:
 * @MK_WRITE_PUBLIC: what travels
 * @MK_WRITE_PRIVATE: what stays
 * @MK_WRITE_ALL: both, for the person whose it is
 */
typedef enum
{
  MK_WRITE_PUBLIC,
  MK_WRITE_PRIVATE,
  MK_WRITE_ALL
} MkWriteWhat;

JsonObject *mk_shape_write          (const MkShape *shape,
                                     gconstpointer  data,
                                     MkWriteWhat    what);
void        mk_shape_append_members (GString       *json,
                                     const MkShape *shape,
                                     gconstpointer  data);

G_END_DECLS
