/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-schema.h"

#include "mk-package.h"

/* The field tables as JSON Schema 2020-12, for those who write the other end of the exchange. What
 * a schema cannot say (real days, rules across fields, 1.0 being no integer) is left to the
 * contract's page. */

#define DIALECT "https://json-schema.org/draft/2020-12/schema"
/* A URN's namespace has letters, digits and hyphens only; x- claims nothing that is registered. */
#define IDENTITY "urn:x-makker:udveksling:1:"

/* The JSON type of each kind, and for texts of a certain form its pattern, and the name that JSON
 * Schema has for it. */
static const struct
{
  const char *type;
  const char *pattern;
  const char *format;
} forms[] = {
  [MK_KIND_TEXT] = { "string", "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$", NULL },
  [MK_KIND_INTEGER] = { "integer", NULL, NULL },
  [MK_KIND_BOOLEAN] = { "boolean", NULL, NULL },
  [MK_KIND_DATE] = { "string", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "date" },
  [MK_KIND_TIME] = { "string", "^([01][0-9]|2[0-3]):[0-5][0-9]$", NULL },
  [MK_KIND_DATE_TIME] = { "string",
                          "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
                          "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?"
                          "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)$",
                          "date-time" },
  [MK_KIND_UUID] = { "string", "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
                     "uuid" },
  [MK_KIND_CHOICE] = { "string", NULL, NULL },
  [MK_KIND_SHA256] = { "string", "^[0-9a-f]{64}$", NULL },
  [MK_KIND_BASE64] = { "string", "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
                       NULL },
  [MK_KIND_OBJECT] = { "object", NULL, NULL },
  [MK_KIND_OBJECTS] = { "array", NULL, NULL },
  [MK_KIND_INTEGERS] = { "array", NULL, NULL },
  [MK_KIND_UUIDS] = { "array", NULL, NULL },
};

static void describe_shape (JsonObject    *schema,
                            const MkShape *shape);
static void describe_kind  (JsonObject    *schema,
                            const MkField *field);

static void
describe_type (JsonObject    *schema,
               const MkField *field)
{
  const char *type = forms[field->kind].type;
  JsonArray *types;

  if (!(field->flags & MK_NULLABLE))
    {
      json_object_set_string_member (schema, "type", type);
      return;
    }
  types = json_array_new ();
  json_array_add_string_element (types, type);
  json_array_add_string_element (types, "null");
  json_object_set_array_member (schema, "type", types);
}

static void
describe_length (JsonObject    *schema,
                 const MkField *field)
{
  gint64 most = field->max == 0 ? MK_TEXT_MAX : field->max;

  if (field->flags & MK_REQUIRED)
    json_object_set_int_member (schema, "minLength", 1);
  if (most > 0)
    json_object_set_int_member (schema, "maxLength", most);
}

static void
describe_choices (JsonObject    *schema,
                  const MkField *field)
{
  JsonArray *choices = json_array_new ();

  for (guint i = 0; field->choices[i] != NULL; i++)
    json_array_add_string_element (choices, field->choices[i]);
  if (field->flags & MK_NULLABLE)
    json_array_add_null_element (choices);
  json_object_set_array_member (schema, "enum", choices);
}

/* What a list's field says of range and shape holds for each of its elements. */
static void
describe_elements (JsonObject    *schema,
                   const MkField *field,
                   MkKind         kind)
{
  MkField element = *field;
  JsonObject *items = json_object_new ();

  element.kind = kind;
  element.flags = MK_OPTIONAL;
  describe_kind (items, &element);
  json_object_set_object_member (schema, "items", items);
}

static void
describe_form (JsonObject    *schema,
               const MkField *field)
{
  if (forms[field->kind].pattern != NULL)
    json_object_set_string_member (schema, "pattern", forms[field->kind].pattern);
  if (forms[field->kind].format != NULL)
    json_object_set_string_member (schema, "format", forms[field->kind].format);
}

static void
describe_kind (JsonObject    *schema,
               const MkField *field)
{
  if (field->kind != MK_KIND_OBJECT)
    describe_type (schema, field);
  switch (field->kind)
    {
    case MK_KIND_TEXT:
      describe_length (schema, field);
      describe_form (schema, field);
      break;
    case MK_KIND_INTEGER:
      json_object_set_int_member (schema, "minimum", field->min);
      json_object_set_int_member (schema, "maximum", field->max);
      break;
    case MK_KIND_CHOICE:
      describe_choices (schema, field);
      break;
    case MK_KIND_OBJECT:
      describe_shape (schema, field->shape);
      break;
    case MK_KIND_OBJECTS:
      describe_elements (schema, field, MK_KIND_OBJECT);
      break;
    case MK_KIND_INTEGERS:
      describe_elements (schema, field, MK_KIND_INTEGER);
      break;
    case MK_KIND_UUIDS:
      describe_elements (schema, field, MK_KIND_UUID);
      break;
    case MK_KIND_BOOLEAN:
    case MK_KIND_DATE:
    case MK_KIND_TIME:
    case MK_KIND_DATE_TIME:
    case MK_KIND_UUID:
    case MK_KIND_SHA256:
    case MK_KIND_BASE64:
    default:
      describe_form (schema, field);
      break;
    }
}

static JsonObject *
describe_field (const MkField *field)
{
  JsonObject *schema = json_object_new ();

  json_object_set_string_member (schema, "title", field->label);
  if (field->refers_to != NULL)
    {
      g_autofree char *description =
          g_strdup_printf ("The id of a record of type %s.", field->refers_to);

      json_object_set_string_member (schema, "description", description);
    }
  describe_kind (schema, field);
  return schema;
}

static void
describe_fields (const MkShape *shape,
                 JsonObject    *properties,
                 JsonArray     *required)
{
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];

      if (field->flags & MK_PRIVATE)
        continue;
      json_object_set_object_member (properties, field->name, describe_field (field));
      if (field->flags & MK_REQUIRED)
        json_array_add_string_element (required, field->name);
    }
}

static void
add_members (JsonObject *schema,
             JsonObject *properties,
             JsonArray  *required)
{
  json_object_set_string_member (schema, "type", "object");
  json_object_set_object_member (schema, "properties", properties);
  json_object_set_array_member (schema, "required", required);
}

static void
describe_shape (JsonObject    *schema,
                const MkShape *shape)
{
  JsonObject *properties = json_object_new ();
  JsonArray *required = json_array_new ();

  describe_fields (shape, properties, required);
  add_members (schema, properties, required);
}

static char *
identity_of (const char *name)
{
  return g_strconcat (IDENTITY, name, NULL);
}

static JsonObject *
begin_schema (const char *name,
              const char *title,
              const char *description)
{
  JsonObject *schema = json_object_new ();
  g_autofree char *identity = identity_of (name);

  json_object_set_string_member (schema, "$schema", DIALECT);
  json_object_set_string_member (schema, "$id", identity);
  json_object_set_string_member (schema, "title", title);
  json_object_set_string_member (schema, "description", description);
  return schema;
}

static void
add_rule (JsonArray  *rules,
          const char *text)
{
  JsonNode *rule = mk_json_from_text (text);

  json_array_add_element (rules, rule);
}

/* Which `data` belongs to an entry hangs on its `handling` and its `type`; a type that is not named
 * is none of this version's, and free. */
static JsonArray *
entry_rules (void)
{
  JsonArray *rules = json_array_new ();
  const MkRecordType *type;

  add_rule (rules,
            "{\"if\": {\"properties\": {\"handling\": {\"const\": \"" MK_ACTION_DELETE "\"}}},"
            " \"then\": {\"properties\": {\"data\": false}},"
            " \"else\": {\"required\": [\"data\"]}}");
  for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
    {
      g_autofree char *identity = identity_of (type->name);
      g_autofree char *rule = NULL;

      if (type->stays)
        continue;
      rule = g_strdup_printf ("{\"if\": {\"properties\": {\"type\": {\"const\": \"%s\"}}},"
                              " \"then\": {\"properties\": {\"data\": {\"$ref\": \"%s\"}}}}",
                              type->name, identity);

      add_rule (rules, rule);
    }
  return rules;
}

static JsonObject *
describe_entry (void)
{
  JsonObject *schema = json_object_new ();
  JsonObject *properties = json_object_new ();
  JsonArray *required = json_array_new ();
  JsonObject *data = json_object_new ();

  describe_fields (&mk_entry_key_shape, properties, required);
  describe_fields (&mk_entry_rest_shape, properties, required);
  json_object_set_string_member (data, "type", "object");
  json_object_set_object_member (properties, "data", data);
  add_members (schema, properties, required);
  json_object_set_array_member (schema, "allOf", entry_rules ());
  return schema;
}

static JsonObject *
describe_entries (void)
{
  JsonObject *schema = json_object_new ();

  json_object_set_string_member (schema, "type", "array");
  json_object_set_int_member (schema, "maxItems", MK_PACKAGE_MOST_ENTRIES);
  json_object_set_object_member (schema, "items", describe_entry ());
  return schema;
}

/**
 * mk_schema_for_type:
 * @type: a record type
 *
 * Returns: (transfer full): JSON Schema 2020-12 of the type's `data` as it travels, without what is
 *   private
 */
JsonObject *
mk_schema_for_type (const MkRecordType *type)
{
  g_autofree char *description = NULL;
  JsonObject *schema;

  g_return_val_if_fail (type != NULL, NULL);

  description = g_strdup_printf ("The data of an entry of type %s.", type->name);
  schema = begin_schema (type->name, type->label, description);
  describe_shape (schema, type->shape);
  return schema;
}

/**
 * mk_schema_for_package:
 *
 * Returns: (transfer full): JSON Schema 2020-12 of a whole package, which refers to the schemas of
 *   the types by their `$id`
 */
JsonObject *
mk_schema_for_package (void)
{
  JsonObject *schema = begin_schema ("pakke", "Package", "A package of the exchange, version 1.");
  JsonObject *properties = json_object_new ();
  JsonArray *required = json_array_new ();

  describe_fields (&mk_package_header_shape, properties, required);
  json_object_set_string_member (json_object_get_object_member (properties, "format"), "const",
                                 MK_PACKAGE_FORMAT);
  json_object_set_int_member (json_object_get_object_member (properties, "version"), "const",
                              MK_PACKAGE_VERSION);
  json_object_set_object_member (properties, "poster", describe_entries ());
  json_array_add_string_element (required, "poster");
  add_members (schema, properties, required);
  return schema;
}

/**
 * mk_schema_to_text:
 * @schema: a schema
 *
 * Returns: (transfer full): it as the text of a file, indented, with a line feed at the end
 */
char *
mk_schema_to_text (JsonObject *schema)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  g_return_val_if_fail (schema != NULL, NULL);

  json_node_set_object (root, schema);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
