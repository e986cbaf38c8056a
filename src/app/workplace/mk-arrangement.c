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
  if (content != NULL)
    g_ptr_array_insert (list, 0, content);
}

static void
add_plan (const MkListed *listed,
          gpointer        user_data)
{
  MkArrangement *self = user_data;

  if (listed->stays)
    add_before (self->plans, mk_record_content_read (&mk_attendance_plan_type, listed->data, NULL));
}

static void
add_scheme (const MkListed *listed,
            gpointer        user_data)
{
  MkArrangement *self = user_data;

  if (listed->stays)
    add_before (self->schemes, mk_record_content_read (&mk_scheme_type, listed->data, NULL));
}

static void
take_name (const MkListed *listed,
           gpointer        user_data)
{
  MkArrangement *self = user_data;
  MkNameHereData *data;

  if (!listed->stays || self->name != NULL)
    return;
  data = mk_record_content_read (&mk_name_here_type, listed->data, NULL);
  if (data == NULL)
    return;
  self->name_id = g_strdup (listed->id);
  self->name = g_strdup (data->name);
  mk_shape_free (mk_name_here_type.shape, data);
}

/**
 * mk_arrangement_read:
 * @database: a store
 * @placement_id: UUID of a placement
 * @error: return location
 *
 * Returns: (transfer full): what is arranged about it; %NULL on error
 */
MkArrangement *
mk_arrangement_read (MkDatabase *database,
                     const char *placement_id,
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
  g_autoptr (MkArrangement) self = g_atomic_rc_box_new0 (MkArrangement);

  self->plans = g_ptr_array_new_with_free_func (free_plan);
  self->schemes = g_ptr_array_new_with_free_func (free_scheme);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      MkListing listing = { .type = parts[i].type->name, .placement = placement_id, .limit = -1 };

      if (!mk_record_list (database, &listing, parts[i].func, self, error))
        return NULL;
    }
  return g_steal_pointer (&self);
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
