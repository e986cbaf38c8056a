/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  MK_JSON_NONE, /* not there */
  MK_JSON_NULL,
  MK_JSON_BOOLEAN,
  MK_JSON_INTEGER, /* a number written without fraction or exponent */
  MK_JSON_REAL,
  MK_JSON_TEXT,
  MK_JSON_LIST,
  MK_JSON_OBJECT
} MkJsonKind;

typedef struct _MkJsonClass MkJsonClass;

/**
 * MkJsonValue:
 *
 * A JSON value to be read, whoever parsed it: json-glib for what the store holds, the exchange's
 * own gate for foreign bytes. Both are judged by the one field table through this. Borrowed; it
 * lives as long as the document it points into.
 */
typedef struct
{
  const MkJsonClass *class;
  gconstpointer      node;
} MkJsonValue;

typedef void (*MkJsonFunc) (const char *name,
                            MkJsonValue value,
                            gpointer    user_data);

struct _MkJsonClass
{
  MkJsonKind (*kind) (gconstpointer node);
  gboolean (*boolean) (gconstpointer node);
  gint64 (*integer) (gconstpointer node);
  const char *(*text) (gconstpointer node);
  gconstpointer (*member) (gconstpointer object, const char *name);
  /* For a list @name is NULL. */
  void (*foreach) (gconstpointer node, MkJsonFunc func, gpointer user_data);
};

MkJsonValue mk_json_of      (JsonNode *node);
MkJsonKind  mk_json_kind    (MkJsonValue value);
gboolean    mk_json_boolean (MkJsonValue value);
gint64      mk_json_integer (MkJsonValue value);
const char *mk_json_text    (MkJsonValue value);
MkJsonValue mk_json_member  (MkJsonValue value,
                             const char *name);
void        mk_json_foreach (MkJsonValue value,
                             MkJsonFunc  func,
                             gpointer    user_data);

char     *mk_json_to_text     (JsonObject *object);
void      mk_json_append_text (GString    *json,
                               const char *text);
JsonNode *mk_json_from_text   (const char *text);

G_END_DECLS
