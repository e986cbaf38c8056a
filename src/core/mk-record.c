/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-record.h"

typedef struct
{
  char    *id;
  gint64   revision;
  char    *writer;
  char    *changed;
  char    *state;
  gpointer content;
} MkRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MkRecord, mk_record, G_TYPE_OBJECT)

#define PRIVATE(self) ((MkRecordPrivate *) mk_record_get_instance_private (MK_RECORD (self)))

enum
{
  PROP_ID = 1,
  PROP_REVISION,
  PROP_STATE,
  PROP_FIRST_FIELD
};

/* A leaf of a type's table, and the object member it lies in, if it lies in one. */
typedef struct
{
  const MkField *outer;
  const MkField *field;
} Leaf;

static gboolean
is_leaf (const MkField *field)
{
  return field->kind < MK_KIND_OBJECT;
}

/* All leaves of a shape in the order of the table; they number the properties. */
static GArray *
leaves_of (const MkShape *shape)
{
  GArray *leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];
      Leaf leaf = { NULL, field };

      if (is_leaf (field))
        g_array_append_val (leaves, leaf);
      for (guint j = 0; field->kind == MK_KIND_OBJECT && j < field->shape->n_fields; j++)
        {
          Leaf inner = { field, &field->shape->fields[j] };

          if (is_leaf (inner.field))
            g_array_append_val (leaves, inner);
        }
    }
  return leaves;
}

static void
append_hyphened (GString    *name,
                 const char *contract_name)
{
  for (const char *c = contract_name; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c))
        g_string_append_c (name, '-');
      g_string_append_c (name, g_ascii_tolower (*c));
    }
}

static char *
property_name (const Leaf *leaf)
{
  GString *name = g_string_new (NULL);

  if (leaf->outer != NULL)
    {
      append_hyphened (name, leaf->outer->name);
      g_string_append_c (name, '-');
    }
  append_hyphened (name, leaf->field->name);
  return g_string_free_and_steal (name);
}

static GParamSpec *
property_for (const Leaf *leaf)
{
  g_autofree char *name = property_name (leaf);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const char *interned = g_intern_string (name);

  if (leaf->field->kind == MK_KIND_INTEGER)
    return g_param_spec_int64 (interned, NULL, NULL, MK_ABSENT, MK_INTEGER_MAX, MK_ABSENT, flags);
  if (leaf->field->kind == MK_KIND_BOOLEAN)
    return g_param_spec_boolean (interned, NULL, NULL, FALSE, flags);
  return g_param_spec_string (interned, NULL, NULL, NULL, flags);
}

static void
get_leaf (const Leaf   *leaf,
          gconstpointer content,
          GValue       *value)
{
  const char *base = content;
  gconstpointer member;

  if (leaf->outer != NULL)
    base = *(const char *const *) (gconstpointer) (base + leaf->outer->offset);
  if (base == NULL)
    {
      if (leaf->field->kind == MK_KIND_INTEGER)
        g_value_set_int64 (value, MK_ABSENT);
      return;
    }
  member = base + leaf->field->offset;
  if (leaf->field->kind == MK_KIND_INTEGER)
    g_value_set_int64 (value, *(const gint64 *) member);
  else if (leaf->field->kind == MK_KIND_BOOLEAN)
    g_value_set_boolean (value, *(const int *) member == TRUE);
  else
    g_value_set_string (value, *(const char *const *) member);
}

static void
mk_record_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  MkRecordPrivate *private = PRIVATE (object);
  g_autoptr (GArray) leaves = NULL;

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, private->id);
      return;
    case PROP_REVISION:
      g_value_set_int64 (value, private->revision);
      return;
    case PROP_STATE:
      g_value_set_string (value, private->state);
      return;
    default:
      break;
    }
  leaves = leaves_of (MK_RECORD_GET_CLASS (object)->type->shape);
  if (id - PROP_FIRST_FIELD < leaves->len)
    get_leaf (&g_array_index (leaves, Leaf, id - PROP_FIRST_FIELD), private->content, value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mk_record_finalize (GObject *object)
{
  MkRecordPrivate *private = PRIVATE (object);

  mk_shape_free (MK_RECORD_GET_CLASS (object)->type->shape, private->content);
  g_free (private->id);
  g_free (private->writer);
  g_free (private->changed);
  g_free (private->state);
  G_OBJECT_CLASS (mk_record_parent_class)->finalize (object);
}

static void
mk_record_class_init (MkRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mk_record_get_property;
  object_class->finalize = mk_record_finalize;
}

static void
mk_record_init (MkRecord *self G_GNUC_UNUSED)
{
}

/**
 * mk_record_class_set_type:
 * @klass: a class being initialized
 * @type: the record type that it stands for
 *
 * Installs the properties that follow from the type's table. MK_DEFINE_RECORD() calls it.
 */
void
mk_record_class_set_type (MkRecordClass      *klass,
                          const MkRecordType *type)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  g_autoptr (GArray) leaves = leaves_of (type->shape);

  klass->type = type;
  object_class->get_property = mk_record_get_property;
  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_REVISION,
                                   g_param_spec_int64 ("revision", NULL, NULL, 0, MK_INTEGER_MAX, 0,
                                                       flags));
  g_object_class_install_property (object_class, PROP_STATE,
                                   g_param_spec_string ("state", NULL, NULL, NULL, flags));
  for (guint i = 0; i < leaves->len; i++)
    g_object_class_install_property (object_class, PROP_FIRST_FIELD + i,
                                     property_for (&g_array_index (leaves, Leaf, i)));
}

/**
 * mk_record_new:
 * @envelope: its envelope; copied
 * @gtype: the class, defined by MK_DEFINE_RECORD()
 * @content: (transfer full): a struct of the class's shape
 *
 * Returns: (transfer full): a record
 */
gpointer
mk_record_new (const MkEnvelope *envelope,
               GType             gtype,
               gpointer          content)
{
  MkRecord *self = g_object_new (gtype, NULL);
  MkRecordPrivate *private = PRIVATE (self);

  private->id = g_strdup (envelope->id);
  private->revision = envelope->revision;
  private->writer = g_strdup (envelope->writer);
  private->changed = g_strdup (envelope->changed);
  private->state = g_strdup (envelope->state);
  private->content = content;
  return self;
}

/**
 * mk_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): its UUID
 */
const char *
mk_record_get_id (MkRecord *self)
{
  g_return_val_if_fail (MK_IS_RECORD (self), NULL);
  return PRIVATE (self)->id;
}

/**
 * mk_record_get_revision:
 * @self: a record
 *
 * Returns: its revision, from 1
 */
gint64
mk_record_get_revision (MkRecord *self)
{
  g_return_val_if_fail (MK_IS_RECORD (self), 0);
  return PRIVATE (self)->revision;
}

/**
 * mk_record_get_writer:
 * @self: a record
 *
 * Returns: (transfer none): UUID of the installation that wrote it
 */
const char *
mk_record_get_writer (MkRecord *self)
{
  g_return_val_if_fail (MK_IS_RECORD (self), NULL);
  return PRIVATE (self)->writer;
}

/**
 * mk_record_get_changed:
 * @self: a record
 *
 * Returns: (transfer none): date-time of this revision
 */
const char *
mk_record_get_changed (MkRecord *self)
{
  g_return_val_if_fail (MK_IS_RECORD (self), NULL);
  return PRIVATE (self)->changed;
}

/**
 * mk_record_get_state:
 * @self: a record
 *
 * Returns: (transfer none): how far it has come, in the command line's words (MkEnvelope)
 */
const char *
mk_record_get_state (MkRecord *self)
{
  g_return_val_if_fail (MK_IS_RECORD (self), NULL);
  return PRIVATE (self)->state;
}

/**
 * mk_record_get_content:
 * @self: a record
 *
 * Returns: (transfer none): the struct of its type's shape
 */
gconstpointer
mk_record_get_content (MkRecord *self)
{
  g_return_val_if_fail (MK_IS_RECORD (self), NULL);
  return PRIVATE (self)->content;
}
