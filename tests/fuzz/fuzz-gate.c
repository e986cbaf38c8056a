/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-fuzz.h"
#include "mk-gate.h"
#include "mk-record-type.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Foreign bytes: refused with one fault, or read as values that are kept as they are. */

/* What was read without fault is written and read again without fault. */
static void
read_as (const MkRecordType *type,
         MkJsonValue         root)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  gpointer data = mk_shape_read (type->shape, root, MK_READ_PUBLIC, "", faults);

  mk_fuzz_assert_faults (faults);
  if (mk_faults_count (faults) == 0)
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
      gpointer again;

      json_node_take_object (node, mk_shape_write (type->shape, data, MK_WRITE_PUBLIC));
      again = mk_shape_read (type->shape, mk_json_of (node), MK_READ_PUBLIC, "", faults);
      g_assert_cmpuint (mk_faults_count (faults), ==, 0);
      mk_shape_free (type->shape, again);
    }
  mk_shape_free (type->shape, data);
}

static void
judge_values (const MkGate *gate)
{
  MkJsonValue root = mk_gate_root (gate);
  g_autofree char *kept = mk_gate_dup_text (root);
  g_autoptr (GBytes) bytes = g_bytes_new (kept, strlen (kept));
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (MkGate) again = mk_gate_open (bytes, faults);
  g_autoptr (JsonNode) node = json_from_string (kept, NULL);
  const MkRecordType *type;

  g_assert_nonnull (again);
  g_assert_nonnull (node);
  g_assert_true (mk_gate_is_equal (root, kept));
  if (mk_json_kind (root) == MK_JSON_OBJECT)
    for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
      read_as (type, root);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (MkFaults) faults = mk_faults_new ();
  g_autoptr (MkGate) gate = mk_gate_open (bytes, faults);

  mk_fuzz_assert_faults (faults);
  if (gate != NULL)
    {
      g_assert_cmpuint (mk_faults_count (faults), ==, 0);
      judge_values (gate);
      return 0;
    }
  g_assert_cmpuint (mk_faults_count (faults), ==, 1);
  g_assert_cmpstr (mk_faults_first (faults)->code, ==, MK_CODE_READING);
  return 0;
}
