/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-reading.h"

#include "mk-clock.h"
#include "mk-log.h"
#include "mk-record-reading.h"
#include "mk-telephone.h"
#include "records/mk-contact-note.h"
#include "workplace/mk-workplace-reading.h"

#include <glib/gi18n-lib.h>

/* Plain functions on the database; the window calls them on the store's thread. */

/* People whom no authority ordered come after those whom one did. */
#define PRIORITY_OF_PERSON 1000

/* What is gone through, and where it goes. */
typedef struct
{
  GPtrArray                *lines;
  GHashTable               *notes; /* of Note, by the id of the contact */
  const MkWorkplaceReading *workplace;
  const MkPlacementReading *placement;
} Reading;

static const MkPlacementReading *
find_placement (const MkWorkplaceReading *workplace,
                const char               *id)
{
  for (guint i = 0; i < workplace->placements->len; i++)
    {
      const MkPlacementReading *reading = g_ptr_array_index (workplace->placements, i);

      if (g_str_equal (mk_record_get_id (MK_RECORD (reading->placement)), id))
        return reading;
    }
  return NULL;
}

static const char *
name_of (const MkPlacementReading *reading)
{
  const MkPlacementData *data = mk_record_get_content (MK_RECORD (reading->placement));

  return reading->arrangement->name != NULL ? reading->arrangement->name : data->candidate->alias;
}

static void
put_placement (MkHotlineLine            *line,
               const MkPlacementReading *reading)
{
  line->placement_id = g_strdup (mk_record_get_id (MK_RECORD (reading->placement)));
  line->placement_name = g_strdup (name_of (reading));
}

/* What is written here beside an authority's contacts */

typedef struct
{
  char              *id;
  MkContactNoteData *data;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->id);
  mk_shape_free (mk_contact_note_type.shape, note->data);
  g_free (note);
}

/* The newest comes first, and holds. */
static void
add_note (const MkListed *listed,
          gpointer        user_data)
{
  MkContactNoteData *data = NULL;
  Note *note;

  if (listed->stays)
    data = mk_record_content_read (&mk_contact_note_type, listed->data, NULL);
  if (data == NULL || g_hash_table_contains (user_data, data->contact_id))
    {
      mk_shape_free (mk_contact_note_type.shape, data);
      return;
    }
  note = g_new0 (Note, 1);
  note->id = g_strdup (listed->id);
  note->data = data;
  g_hash_table_insert (user_data, data->contact_id, note);
}

/* What was confirmed here holds for the number that it was, and as long as no later day is known. */
static void
put_note (MkHotlineLine *line,
          const Note    *note)
{
  if (note == NULL)
    return;
  line->note_id = g_strdup (note->id);
  line->own_note = g_strdup (note->data->note);
  if (note->data->confirmed_date != NULL &&
      g_strcmp0 (note->data->confirmed_telephone, line->telephone) == 0 &&
      g_strcmp0 (line->confirmed_date, note->data->confirmed_date) < 0)
    g_set_str (&line->confirmed_date, note->data->confirmed_date);
}

/* Contacts */

static MkHotlineLine *
line_for_contact (const char    *id,
                  MkContactData *contact)
{
  MkHotlineLine *line = g_new0 (MkHotlineLine, 1);

  line->kind = MK_HOTLINE_CONTACT;
  line->key = g_strdup (id);
  line->id = g_strdup (id);
  line->name = g_strdup (contact->name);
  line->function = g_strdup (contact->function);
  line->organization = g_strdup (contact->organization);
  line->telephone = g_strdup (contact->telephone);
  line->note = g_strdup (contact->description);
  line->priority = contact->priority;
  line->confirmed_date = g_strdup (contact->confirmed_date);
  line->contact = contact;
  return line;
}

/* A number of a placement that has ended is nobody's any more. */
static void
take_line (Reading       *reading,
           MkHotlineLine *line)
{
  const char *id = line->contact->placement_id;
  const MkPlacementReading *placement = id != NULL ? find_placement (reading->workplace, id) : NULL;

  if (id != NULL && placement == NULL)
    {
      mk_hotline_line_free (line);
      return;
    }
  if (placement != NULL)
    put_placement (line, placement);
  g_ptr_array_add (reading->lines, line);
}

static void
add_contact (const MkListed *listed,
             gpointer        user_data)
{
  Reading *reading = user_data;
  MkContactData *contact = mk_record_content_read (&mk_contact_type, listed->data, NULL);
  MkHotlineLine *line;

  if (contact == NULL)
    return;
  line = line_for_contact (listed->id, contact);
  put_note (line, g_hash_table_lookup (reading->notes, listed->id));
  take_line (reading, line);
}

static MkContactData *
contact_of (const MkOwnContactData *own)
{
  MkContactData *contact = mk_shape_new (mk_contact_type.shape);
  MkOwnContactData *copy = mk_shape_copy (mk_own_contact_type.shape, own);

  contact->name = g_strdup (own->name);
  contact->function = g_strdup (own->function != NULL ? own->function : _ ("Own number"));
  contact->telephone = g_strdup (own->telephone);
  contact->description = g_strdup (own->description);
  contact->priority = own->priority;
  contact->placement_id = g_strdup (own->placement_id);
  contact->confirmed_date = g_strdup (own->confirmed_date);
  contact->opening_hours = g_steal_pointer (&copy->opening_hours);
  mk_shape_free (mk_own_contact_type.shape, copy);
  return contact;
}

static void
add_own_contact (const MkListed *listed,
                 gpointer        user_data)
{
  MkOwnContactData *own = NULL;
  MkHotlineLine *line;

  if (listed->stays)
    own = mk_record_content_read (&mk_own_contact_type, listed->data, NULL);
  if (own == NULL)
    return;
  line = line_for_contact (listed->id, contact_of (own));
  line->kind = MK_HOTLINE_OWN;
  line->own = own;
  take_line (user_data, line);
}

/* People of the placements */

static gboolean
is_same_number (const char *a,
                const char *b)
{
  g_autofree char *first = a != NULL ? mk_telephone_dialable (a) : NULL;
  g_autofree char *second = b != NULL ? mk_telephone_dialable (b) : NULL;

  return first != NULL && g_strcmp0 (first, second) == 0;
}

/* Whether somebody of that name, or with that number, can be called for that placement already. */
static gboolean
is_there (const GPtrArray *lines,
          const char      *placement,
          const char      *name,
          const char      *telephone)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MkHotlineLine *line = g_ptr_array_index (lines, i);

      if (line->placement_id != NULL && !g_str_equal (line->placement_id, placement))
        continue;
      if (is_same_number (line->telephone, telephone) ||
          (telephone == NULL && g_str_equal (line->name, name)))
        return TRUE;
    }
  return FALSE;
}

static void
add_person (Reading    *reading,
            const char *name,
            const char *function,
            const char *telephone)
{
  const char *id = mk_record_get_id (MK_RECORD (reading->placement->placement));
  MkHotlineLine *line;

  if (is_there (reading->lines, id, name, telephone))
    return;
  line = g_new0 (MkHotlineLine, 1);
  line->kind = MK_HOTLINE_PERSON;
  line->key = g_strdup_printf ("%s %s", id, name);
  line->name = g_strdup (name);
  line->function = g_strdup (function);
  line->telephone = g_strdup (telephone);
  line->priority = PRIORITY_OF_PERSON;
  put_placement (line, reading->placement);
  g_ptr_array_add (reading->lines, line);
}

static void
add_assigned (const char *role,
              const char *name,
              gpointer    user_data)
{
  add_person (user_data, name, g_str_equal (role, "leder") ? _ ("Leader") : _ ("Buddy"), NULL);
}

static gboolean
add_people (MkDatabase *database,
            Reading    *reading,
            GError    **error)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  for (guint i = 0; i < reading->workplace->placements->len; i++)
    {
      const MkPlacementData *data;

      reading->placement = g_ptr_array_index (reading->workplace->placements, i);
      data = mk_record_get_content (MK_RECORD (reading->placement->placement));
      add_person (reading, data->job_consultant->name, _ ("Job consultant"),
                  data->job_consultant->telephone);
      if (!mk_log_people (database, mk_record_get_id (MK_RECORD (reading->placement->placement)),
                          today, add_assigned, reading, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mk_hotline_reading_new:
 * @database: a store
 * @workplace: what was read of it already
 * @error: return location
 *
 * Reads everybody who can be called: the contacts, the authority's and the own ones, and the fixed
 * people of the living placements who are not among them.
 *
 * Returns: (transfer full) (element-type MkHotlineLine): in no order; %NULL on error
 */
GPtrArray *
mk_hotline_reading_new (MkDatabase               *database,
                        const MkWorkplaceReading *workplace,
                        GError                  **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (mk_hotline_line_free);
  g_autoptr (GHashTable) noted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, note_free);
  Reading reading = { lines, noted, workplace, NULL };
  MkListing notes = { .type = mk_contact_note_type.name, .limit = -1 };
  MkListing contacts = { .type = mk_contact_type.name, .limit = -1 };
  MkListing own = { .type = mk_own_contact_type.name, .limit = -1 };

  if (!mk_record_list (database, &notes, add_note, noted, error) ||
      !mk_record_list (database, &contacts, add_contact, &reading, error) ||
      !mk_record_list (database, &own, add_own_contact, &reading, error) ||
      !add_people (database, &reading, error))
    return NULL;
  return g_steal_pointer (&lines);
}
