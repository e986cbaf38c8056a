/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-check-in.h"
#include "records/mk-contact.h"
#include "records/mk-placement.h"

#include "mk-example.h"

/* Three levels of names: a member's own, one with capitals, one within an object with capitals. */
typedef struct
{
  char *someName;
} MkInner;

typedef struct
{
  MkInner *inner;
  gint64   count;
} MkNestedData;

static const MkField inner_fields[] = {
  MK_TEXT (MkInner, someName, "etNavn", "Name", MK_REQUIRED),
};

static const MkShape inner_shape = MK_SHAPE (MkInner, inner_fields, NULL);

static const MkField nested_fields[] = {
  MK_OBJECT (MkNestedData, inner, MkInner, "indreDel", "Inner", MK_OPTIONAL, &inner_shape),
  MK_COUNT (MkNestedData, count, "antal", "Count", MK_OPTIONAL),
};

static const MkShape nested_shape = MK_SHAPE (MkNestedData, nested_fields, NULL);

static const MkRecordType nested_type = { .name = "proeve",
                                          .label = "Nested",
                                          .writers = MK_ROLE_ANY,
                                          .shape = &nested_shape };

G_DECLARE_FINAL_TYPE (MkNested, mk_nested, MK, NESTED, MkRecord)
MK_DEFINE_RECORD (MkNested, mk_nested, nested_type)

static const MkEnvelope envelope = {
  .id = "b214c9a4-5320-553f-a8c0-5fdcb5cccc62",
  .revision = 3,
  .writer = "6455a220-c464-547d-a4d7-0a45ea755fca",
  .changed = "2026-11-16T09:00:00+01:00",
  .state = "hentet",
};

/* The example of a type as a record. */
static gpointer
record_of (const char *name,
           GType       gtype)
{
  const MkRecordType *type = mk_record_type_find (name);
  g_autoptr (JsonNode) root = mk_example_load (name);
  g_autoptr (MkFaults) faults = mk_faults_new ();
  gpointer data = mk_shape_read (type->shape, mk_json_of (root), MK_READ_PRIVATE, "", faults);

  g_assert_cmpuint (mk_faults_count (faults), ==, 0);
  return mk_record_new (&envelope, gtype, data);
}

static void
assert_text (gpointer    record,
             const char *property,
             const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (record, property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_number (gpointer    record,
               const char *property,
               gint64      expected)
{
  gint64 number = 4711;

  g_object_get (record, property, &number, NULL);
  g_assert_cmpint (number, ==, expected);
}

static void
test_envelope (void)
{
  MkRecord *record = record_of ("forloeb", MK_TYPE_PLACEMENT);

  g_assert_cmpstr (mk_record_get_id (record), ==, envelope.id);
  g_assert_cmpint (mk_record_get_revision (record), ==, 3);
  g_assert_cmpstr (mk_record_get_writer (record), ==, envelope.writer);
  g_assert_cmpstr (mk_record_get_changed (record), ==, envelope.changed);
  g_assert_cmpstr (mk_record_get_state (record), ==, "hentet");
  assert_text (record, "id", envelope.id);
  assert_number (record, "revision", 3);
  assert_text (record, "state", "hentet");
  g_assert_finalize_object (record);
}

static void
test_fields_by_name (void)
{
  MkRecord *record = record_of ("forloeb", MK_TYPE_PLACEMENT);
  const MkPlacementData *data = mk_record_get_content (record);

  assert_text (record, "start-dato", data->start_date);
  assert_text (record, "stilling", data->position);
  assert_text (record, "kandidat-alias", data->candidate->alias);
  assert_text (record, "jobformidler-navn", data->job_consultant->name);
  assert_number (record, "maal-minutter-pr-maaned", data->goal_minutes_per_month);
  g_assert_finalize_object (record);
}

static void
test_booleans_by_name (void)
{
  MkCheckInData *data = mk_shape_new (mk_check_in_type.shape);
  gpointer record;
  gboolean needs_help = FALSE, took_breaks = TRUE;

  data->needs_help = TRUE;
  record = mk_record_new (&envelope, MK_TYPE_CHECK_IN, data);
  g_object_get (record, "behov-for-hjaelp", &needs_help, "pauser-med-kolleger", &took_breaks, NULL);
  g_assert_true (needs_help);
  g_assert_false (took_breaks);
  g_assert_finalize_object (record);
}

static void
test_what_is_absent (void)
{
  gpointer record =
      mk_record_new (&envelope, MK_TYPE_CHECK_IN, mk_shape_new (mk_check_in_type.shape));

  assert_text (record, "note", NULL);
  assert_number (record, "trivsel", MK_ABSENT);
  assert_number (record, "puls-autonomi", MK_ABSENT);
  g_assert_finalize_object (record);
}

static void
test_names_within_an_object (void)
{
  MkNestedData *data = mk_shape_new (&nested_shape);
  gpointer record;

  data->inner = mk_shape_new (&inner_shape);
  data->inner->someName = g_strdup ("Ane");
  record = mk_record_new (&envelope, mk_nested_get_type (), data);
  assert_text (record, "indre-del-et-navn", "Ane");
  assert_number (record, "antal", MK_ABSENT);
  g_assert_finalize_object (record);
}

static void
test_immutable (void)
{
  static const char *const names[] = { "forloeb", "kontakt", "checkin" };
  GType gtypes[] = { MK_TYPE_PLACEMENT, MK_TYPE_CONTACT, MK_TYPE_CHECK_IN };

  for (guint i = 0; i < G_N_ELEMENTS (gtypes); i++)
    {
      g_autoptr (GTypeClass) class = g_type_class_ref (gtypes[i]);
      g_autofree GParamSpec **properties = NULL;
      guint n_properties;

      properties = g_object_class_list_properties (G_OBJECT_CLASS (class), &n_properties);
      g_assert_cmpuint (n_properties, >, 3);
      for (guint j = 0; j < n_properties; j++)
        g_assert_cmpint (properties[j]->flags & G_PARAM_READWRITE, ==, G_PARAM_READABLE);
      g_assert_true (MK_RECORD_CLASS (class)->type == mk_record_type_find (names[i]));
    }
}

/* Every leaf of a table has a property of its type that can be got. */
static void
test_every_property_can_be_got (void)
{
  static const char *const names[] = { "forloeb", "kontakt", "checkin" };
  GType gtypes[] = { MK_TYPE_PLACEMENT, MK_TYPE_CONTACT, MK_TYPE_CHECK_IN };

  for (guint i = 0; i < G_N_ELEMENTS (gtypes); i++)
    {
      gpointer record = record_of (names[i], gtypes[i]);
      g_autofree GParamSpec **properties = NULL;
      guint n_properties;

      properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_properties);
      for (guint j = 0; j < n_properties; j++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_object_get_property (record, properties[j]->name, &value);
          g_assert_true (G_VALUE_TYPE (&value) == properties[j]->value_type);
          g_assert_false (g_param_value_validate (properties[j], &value));
        }
      g_assert_finalize_object (record);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/envelope", test_envelope);
  g_test_add_func ("/record/fields-by-name", test_fields_by_name);
  g_test_add_func ("/record/booleans-by-name", test_booleans_by_name);
  g_test_add_func ("/record/what-is-absent-says-so", test_what_is_absent);
  g_test_add_func ("/record/names-within-an-object", test_names_within_an_object);
  g_test_add_func ("/record/immutable", test_immutable);
  g_test_add_func ("/record/every-property-can-be-got", test_every_property_can_be_got);
  return g_test_run ();
}
