/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-arrangement.h"

#include "mk-records.h"
#include "mk-record-reading.h"

static void
free_plan (gpointer data)
{
  mk_shape_free (mk_attendance_plan_type.shape, data);
}

static void
free_scheme (gpointer data)
{
  mk_shape_free (mk_scheme_type.shape, data);
}

/* The list comes with the last first; the rules of plans and schemes want it last. */
static void
add_before (GPtrArray *list,
            gpointer   content)
{
  g_ptr_array_insert (list, 0, content);
}

static MkArrangement *
find_or_add (GHashTable *arrangements,
             const char *placement_id)
{
  MkArrangement *self = g_hash_table_lookup (arrangements, placement_id);

  if (self == NULL)
    {
      self = mk_arrangement_new ();
      g_hash_table_insert (arrangements, g_strdup (placement_id), self);
    }
  return self;
}

static void
add_plan (const MkListed *listed,
          gpointer        arrangements)
{
  MkAttendancePlanData *plan = NULL;

  if (listed->stays)
    plan = mk_record_content_read (&mk_attendance_plan_type, listed->data, NULL);
  if (plan != NULL)
    add_before (find_or_add (arrangements, plan->placement_id)->plans, plan);
}

static void
add_scheme (const MkListed *listed,
            gpointer        arrangements)
{
  MkSchemeData *scheme = NULL;

  if (listed->stays)
    scheme = mk_record_content_read (&mk_scheme_type, listed->data, NULL);
  if (scheme != NULL)
    add_before (find_or_add (arrangements, scheme->placement_id)->schemes, scheme);
}

/* The last one that was given counts, and it comes first. */
static void
take_name (const MkListed *listed,
           gpointer        arrangements)
{
  MkNameHereData *data = NULL;
  MkArrangement *self;

  if (listed->stays)
    data = mk_record_content_read (&mk_name_here_type, listed->data, NULL);
  if (data == NULL)
    return;
  self = find_or_add (arrangements, data->placement_id);
  if (self->name == NULL)
    {
      self->name_id = g_strdup (listed->id);
      self->name = g_strdup (data->name);
    }
  mk_shape_free (mk_name_here_type.shape, data);
}

/**
 * mk_arrangement_new:
 *
 * Returns: (transfer full): nothing arranged
 */
MkArrangement *
mk_arrangement_new (void)
{
  MkArrangement *self = g_atomic_rc_box_new0 (MkArrangement);

  self->plans = g_ptr_array_new_with_free_func (free_plan);
  self->schemes = g_ptr_array_new_with_free_func (free_scheme);
  return self;
}

/**
 * mk_arrangements_read:
 * @database: a store
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8 MkArrangement): what is arranged about each placement,
 *   by its id, those left out about which nothing is; %NULL on error
 */
GHashTable *
mk_arrangements_read (MkDatabase *database,
                      GError    **error)
{
  static const struct
  {
    const MkRecordType *type;
    MkListedFunc func;
  } parts[] = {
    { &mk_attendance_plan_type, add_plan },
    { &mk_scheme_type, add_scheme },
    { &mk_name_here_type, take_name },
  };
  g_autoptr (GHashTable) arrangements =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                             (GDestroyNotify) mk_arrangement_unref);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      MkListing listing = { .type = parts[i].type->name, .limit = -1 };

      if (!mk_record_list (database, &listing, parts[i].func, arrangements, error))
        return NULL;
    }
  return g_steal_pointer (&arrangements);
}

static void
clear (gpointer data)
{
  MkArrangement *self = data;

  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_free (self->name_id);
  g_free (self->name);
}

/**
 * mk_arrangement_ref:
 * @self: an arrangement
 *
 * Returns: (transfer full): the same one
 */
MkArrangement *
mk_arrangement_ref (MkArrangement *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mk_arrangement_unref:
 * @self: (nullable): an arrangement
 */
void
mk_arrangement_unref (MkArrangement *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}
