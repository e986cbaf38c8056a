/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-package.h"
#include "mk-record-type.h"

/* The tables themselves: what the engine relies on and the compiler cannot see. */

#define REQUIRE(field, condition)                                            \
  G_STMT_START                                                               \
  {                                                                          \
    if (!(condition))                                                        \
      g_error ("The table's field %s fails: %s", (field)->name, #condition); \
  }                                                                          \
  G_STMT_END

static gboolean
is_contract_name (const char *name)
{
  gboolean good = g_ascii_islower (name[0]);

  for (const char *c = name; *c != '\0'; c++)
    good = good && g_ascii_isalnum (*c);
  return good;
}

static gboolean
has_room (const MkField *field,
          gsize          size)
{
  gsize needed = sizeof (gpointer);

  if (field->kind == MK_KIND_INTEGER)
    needed = sizeof (gint64);
  else if (field->kind == MK_KIND_BOOLEAN)
    needed = sizeof (int);
  return field->offset + needed <= size;
}

static void
judge_field (const MkField *field)
{
  gboolean has_shape = field->kind == MK_KIND_OBJECT || field->kind == MK_KIND_OBJECTS;
  gboolean is_words = field->kind == MK_KIND_TEXT;

  REQUIRE (field, is_contract_name (field->name));
  REQUIRE (field, field->label != NULL && *field->label != '\0');
  REQUIRE (field, (field->shape != NULL) == has_shape);
  REQUIRE (field, (field->choices != NULL) == (field->kind == MK_KIND_CHOICE));
  REQUIRE (field, field->choices == NULL || field->choices[0] != NULL);
  REQUIRE (field, field->refers_to == NULL || field->kind == MK_KIND_UUID);
  REQUIRE (field, !(field->flags & (MK_FREE_TEXT | MK_SEARCHED)) || is_words);
  /* A private field cannot be asked for: what is read of others has none. */
  REQUIRE (field, !(field->flags & MK_PRIVATE) || !(field->flags & MK_REQUIRED));
  if (field->kind == MK_KIND_INTEGER || field->kind == MK_KIND_INTEGERS)
    {
      REQUIRE (field, field->min >= 0 && field->min <= field->max);
      REQUIRE (field, field->max <= MK_INTEGER_MAX);
    }
}

static void
judge_shape (const MkShape *shape,
             gboolean       is_top)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) offsets = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (shape->n_fields, >, 0);
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const MkField *field = &shape->fields[i];

      judge_field (field);
      REQUIRE (field, has_room (field, shape->size));
      REQUIRE (field, g_hash_table_add (names, (gpointer) field->name));
      REQUIRE (field, g_hash_table_add (offsets, GSIZE_TO_POINTER (field->offset)));
      /* What is written as private is the record's own members, not those of its objects. */
      REQUIRE (field, is_top || !(field->flags & MK_PRIVATE));
      if (field->shape != NULL)
        judge_shape (field->shape, FALSE);
    }
}

static void
test_tables_are_sound (void)
{
  const MkRecordType *type;

  for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
    judge_shape (type->shape, TRUE);
  judge_shape (&mk_package_header_shape, TRUE);
  judge_shape (&mk_entry_key_shape, TRUE);
  judge_shape (&mk_entry_rest_shape, TRUE);
}

static void
test_types_are_found_by_name (void)
{
  static const char *const names[] = { "forloeb", "kontakt", "checkin", "kvittering" };
  const MkRecordType *type;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (mk_record_type_find (names[i])->name, ==, names[i]);
  for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
    {
      g_assert_true (mk_record_type_find (type->name) == type);
      g_assert_true (is_contract_name (type->name));
      g_assert_cmpstr (type->label, !=, "");
      g_assert_cmpint (type->writers, !=, MK_ROLE_NONE);
      g_assert_cmpint (type->writers & ~MK_ROLE_ANY, ==, 0);
    }
  g_assert_null (mk_record_type_find ("ukendt"));
  g_assert_null (mk_record_type_find ("Forloeb"));
  g_assert_null (mk_record_type_find (""));
  g_assert_null (mk_record_type_find (NULL));
  g_assert_null (mk_record_type_get (G_MAXUINT));
}

static void
test_types_have_the_contracts_writers (void)
{
  g_assert_cmpint (mk_record_type_find ("forloeb")->writers, ==, MK_ROLE_AUTHORITY);
  g_assert_cmpint (mk_record_type_find ("kontakt")->writers, ==, MK_ROLE_AUTHORITY);
  g_assert_cmpint (mk_record_type_find ("checkin")->writers, ==, MK_ROLE_WORKPLACE);
  g_assert_cmpint (mk_record_type_find ("kvittering")->writers, ==, MK_ROLE_ANY);
}

static void
test_roles_by_name (void)
{
  static const MkRole roles[] = { MK_ROLE_BUDDY, MK_ROLE_LEADER, MK_ROLE_AUTHORITY };

  g_assert_cmpstr (mk_role_name (MK_ROLE_BUDDY), ==, "buddy");
  g_assert_cmpstr (mk_role_name (MK_ROLE_LEADER), ==, "leder");
  g_assert_cmpstr (mk_role_name (MK_ROLE_AUTHORITY), ==, "myndighed");
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpint (mk_role_from_name (mk_role_name (roles[i])), ==, roles[i]);
  g_assert_cmpint (mk_role_from_name ("Leder"), ==, MK_ROLE_NONE);
  g_assert_cmpint (mk_role_from_name (""), ==, MK_ROLE_NONE);
  g_assert_cmpint (mk_role_from_name (NULL), ==, MK_ROLE_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/tables-are-sound", test_tables_are_sound);
  g_test_add_func ("/record-type/found-by-name", test_types_are_found_by_name);
  g_test_add_func ("/record-type/the-contracts-writers", test_types_have_the_contracts_writers);
  g_test_add_func ("/role/found-by-name", test_roles_by_name);
  return g_test_run ();
}
