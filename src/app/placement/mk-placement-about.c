/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-placement-about.h"

#include "mk-clock.h"
#include "mk-isolate.h"
#include "mk-log.h"

#include <glib/gi18n-lib.h>

/* A plain function on the database; the window calls it on the store's thread. */

/**
 * mk_placement_about_free:
 * @self: (nullable): what was read
 */
void
mk_placement_about_free (MkPlacementAbout *self)
{
  if (self == NULL)
    return;
  g_free (self->phase);
  g_ptr_array_unref (self->people);
  g_free (self);
}

static void
add_person (const char *role,
            const char *name,
            gpointer    user_data)
{
  if (g_str_equal (role, "buddy"))
    g_ptr_array_add (user_data, mk_isolate_printf (_ ("Buddy: %s"), name));
  else
    g_ptr_array_add (user_data, mk_isolate_printf (_ ("Leader: %s"), name));
}

/**
 * mk_placement_about_read:
 * @database: a store
 * @placement: UUID
 * @error: return location
 *
 * Returns: (transfer full): what stands about it today; %NULL on error
 */
MkPlacementAbout *
mk_placement_about_read (MkDatabase *database,
                         const char *placement,
                         GError    **error)
{
  g_autoptr (MkPlacementAbout) self = g_new0 (MkPlacementAbout, 1);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GError) local = NULL;

  self->people = g_ptr_array_new_with_free_func (g_free);
  self->phase = mk_log_phase (database, placement, today, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (!mk_log_people (database, placement, today, add_person, self->people, error))
    return NULL;
  return g_steal_pointer (&self);
}
