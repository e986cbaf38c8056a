/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-workplace-reading.h"

#include "form/mk-draft-keeper.h"
#include "check-in/mk-form-state.h"
#include "hotline/mk-hotline-reading.h"
#include "mk-clock.h"
#include "mk-partners.h"
#include "records/mk-colleague.h"
#include "mk-record-reading.h"

/* Plain functions on the database; the window calls them on the store's thread. */

/* Days before and after all others. */
#define FIRST_DAY "0000-00-00"
#define LAST_DAY "9999-99-99"

static void
placement_reading_free (gpointer data)
{
  MkPlacementReading *self = data;

  g_clear_object (&self->placement);
  g_free (self->authority);
  mk_arrangement_unref (self->arrangement);
  g_clear_pointer (&self->today, g_ptr_array_unref);
  g_clear_object (&self->last);
  g_free (self->pulse_day);
  g_free (self);
}

/**
 * mk_workplace_reading_free:
 * @self: (nullable): a reading
 */
void
mk_workplace_reading_free (MkWorkplaceReading *self)
{
  if (self == NULL)
    return;
  mk_installation_free (self->self);
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  g_clear_pointer (&self->colleagues, g_ptr_array_unref);
  g_clear_pointer (&self->placements, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  mk_post_reading_free (self->post);
  mk_help_unref (self->help);
  g_clear_pointer (&self->hotline, g_ptr_array_unref);
  mk_day_reading_free (self->day);
  g_free (self);
}

static void
add_check_in (const MkListed *listed,
              gpointer        user_data)
{
  MkCheckInItem *item = mk_check_in_item_new (listed);

  if (item != NULL)
    g_ptr_array_add (user_data, item);
}

/**
 * mk_check_ins_read:
 * @database: a store
 * @days: which; without a first or last day from the beginning or to the end
 * @error: return location
 *
 * Returns: (transfer full) (element-type MkCheckInItem): the check-ins, the last moment first;
 *   %NULL on error
 */
GPtrArray *
mk_check_ins_read (MkDatabase   *database,
                   const MkDays *days,
                   GError      **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  MkDays asked = *days;

  if (asked.from == NULL)
    asked.from = FIRST_DAY;
  if (asked.to == NULL)
    asked.to = LAST_DAY;
  if (!mk_check_in_list (database, &asked, add_check_in, items, error))
    return NULL;
  return g_steal_pointer (&items);
}

static gboolean
find_last (MkDatabase         *database,
           MkPlacementReading *reading,
           const char         *yesterday,
           GError            **error)
{
  MkDays before = { .placement = mk_record_get_id (MK_RECORD (reading->placement)),
                    .to = yesterday,
                    .limit = 1,
                    .with_hours = TRUE };
  g_autoptr (GPtrArray) items = mk_check_ins_read (database, &before, error);

  if (items != NULL && items->len > 0)
    reading->last = g_object_ref (g_ptr_array_index (items, 0));
  return items != NULL;
}

static gboolean
find_check_ins (MkDatabase         *database,
                MkPlacementReading *reading,
                GError            **error)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) day_before = g_date_time_add_days (now, -1);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *yesterday = g_date_time_format (day_before, "%Y-%m-%d");
  MkDays days = { .placement = mk_record_get_id (MK_RECORD (reading->placement)),
                  .from = today,
                  .to = today,
                  .limit = -1 };

  reading->today = mk_check_ins_read (database, &days, error);
  return reading->today != NULL && find_last (database, reading, yesterday, error);
}

static gboolean
find_pulse (MkDatabase         *database,
            MkPlacementReading *reading,
            GError            **error)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) month_ago = g_date_time_add_days (now, -MK_PULSE_DAYS);
  g_autofree char *since = g_date_time_format (month_ago, "%Y-%m-%d");
  g_autoptr (GError) local = NULL;

  reading->pulse_day =
      mk_check_in_pulse_day (database, mk_record_get_id (MK_RECORD (reading->placement)), since,
                             &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
add_placement (const MkListed *listed,
               gpointer        user_data)
{
  MkPlacementReading *reading;
  MkEnvelope envelope = { .id = listed->id,
                          .revision = listed->revision,
                          .writer = listed->writer,
                          .changed = listed->changed,
                          .state = listed->state };
  gpointer content =
      mk_record_content_read (&mk_placement_type, listed->data, listed->private_data);

  if (content == NULL)
    return;
  reading = g_new0 (MkPlacementReading, 1);
  reading->placement = mk_record_new (&envelope, MK_TYPE_PLACEMENT, content);
  g_ptr_array_add (user_data, reading);
}

static int
compare_start (gconstpointer a,
               gconstpointer b)
{
  const MkPlacementReading *left = a, *right = b;
  const MkPlacementData *first = mk_record_get_content (MK_RECORD (left->placement));
  const MkPlacementData *second = mk_record_get_content (MK_RECORD (right->placement));
  int order = g_strcmp0 (first->start_date, second->start_date);

  return order != 0 ? order
                    : g_strcmp0 (mk_record_get_id (MK_RECORD (left->placement)),
                                 mk_record_get_id (MK_RECORD (right->placement)));
}

/* Who wrote a placement is known by name only where that authority is a partner. */
static void
find_authority (MkPlacementReading *reading,
                GPtrArray          *partners)
{
  const char *writer = mk_record_get_writer (MK_RECORD (reading->placement));

  for (guint i = 0; i < partners->len; i++)
    {
      const MkPartner *partner = g_ptr_array_index (partners, i);

      if (g_str_equal (partner->id, writer))
        g_set_str (&reading->authority, partner->name);
    }
}

static MkArrangement *
arrangement_of (GHashTable               *arrangements,
                const MkPlacementReading *reading)
{
  MkArrangement *arrangement =
      g_hash_table_lookup (arrangements, mk_record_get_id (MK_RECORD (reading->placement)));

  return arrangement != NULL ? mk_arrangement_ref (arrangement) : mk_arrangement_new ();
}

static gboolean
read_placements (MkDatabase         *database,
                 MkWorkplaceReading *self,
                 GPtrArray          *partners,
                 GError            **error)
{
  MkListing placements = { .type = mk_placement_type.name, .limit = -1 };
  g_autoptr (GHashTable) arrangements = mk_arrangements_read (database, error);

  self->placements = g_ptr_array_new_with_free_func (placement_reading_free);
  if (arrangements == NULL ||
      !mk_record_list (database, &placements, add_placement, self->placements, error))
    return FALSE;
  g_ptr_array_sort_values (self->placements, compare_start);
  for (guint i = 0; i < self->placements->len; i++)
    {
      MkPlacementReading *reading = g_ptr_array_index (self->placements, i);

      find_authority (reading, partners);
      reading->arrangement = arrangement_of (arrangements, reading);
      if (!find_check_ins (database, reading, error) || !find_pulse (database, reading, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
names_of_leaders (GPtrArray *partners)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < partners->len; i++)
    {
      const MkPartner *partner = g_ptr_array_index (partners, i);

      if (partner->role == MK_ROLE_LEADER)
        g_ptr_array_add (names, g_strdup (partner->name));
    }
  return names;
}

static void
add_colleague (const MkListed *listed,
               gpointer        user_data)
{
  MkColleagueData *data = NULL;

  if (listed->stays)
    data = mk_record_content_read (&mk_colleague_type, listed->data, NULL);
  if (data != NULL)
    g_ptr_array_insert (user_data, 0, g_strdup (data->name));
  mk_shape_free (mk_colleague_type.shape, data);
}

static gboolean
read_colleagues (MkDatabase         *database,
                 MkWorkplaceReading *self,
                 GError            **error)
{
  MkListing colleagues = { .type = mk_colleague_type.name, .limit = -1 };

  self->colleagues = g_ptr_array_new_with_free_func (g_free);
  return mk_record_list (database, &colleagues, add_colleague, self->colleagues, error);
}

/**
 * mk_workplace_reading_new:
 * @database: a store
 * @error: return location
 *
 * Reads who this installation is, its placements with their check-ins of today, and how the
 * correspondence stands.
 *
 * Returns: (transfer full): what was read; %NULL on error
 */
MkWorkplaceReading *
mk_workplace_reading_new (MkDatabase *database,
                          GError    **error)
{
  g_autoptr (MkWorkplaceReading) self = g_new0 (MkWorkplaceReading, 1);
  g_autoptr (GPtrArray) partners = NULL;

  self->self = mk_installation_get (database, error);
  partners = self->self != NULL ? mk_partner_list (database, error) : NULL;
  if (partners == NULL)
    return NULL;
  self->leaders = names_of_leaders (partners);
  if (!read_colleagues (database, self, error) ||
      !read_placements (database, self, partners, error))
    return NULL;
  self->drafts = mk_drafts_read (database, error);
  self->post = self->drafts != NULL ? mk_post_reading_new (database, error) : NULL;
  if (self->post == NULL)
    return NULL;
  self->help = mk_help_read (database, error);
  if (self->help != NULL)
    self->hotline = mk_hotline_reading_new (database, self, error);
  if (self->hotline != NULL)
    self->day = mk_day_reading_new (database, self, error);
  if (self->day == NULL)
    return NULL;
  return g_steal_pointer (&self);
}
