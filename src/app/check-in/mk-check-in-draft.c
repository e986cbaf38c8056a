/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-draft.h"

#include "check-in/mk-draft-text.h"
#include "check-in/mk-private-text.h"
#include "mk-format.h"
#include "mk-holidays.h"

#include <string.h>

/**
 * mk_check_in_data_free:
 * @data: (nullable): the content of a check-in
 */
void
mk_check_in_data_free (MkCheckInData *data)
{
  mk_shape_free (mk_check_in_type.shape, data);
}

static MkSplit
split_of (const MkCheckInData *data)
{
  if (data->paid_minutes == 0)
    return MK_SPLIT_UNPAID;
  return data->unpaid_minutes == 0 ? MK_SPLIT_PAID : MK_SPLIT_BOTH;
}

static void
take_hours (MkCheckInDraft      *self,
            const MkCheckInData *data)
{
  self->minutes = data->paid_minutes + data->unpaid_minutes;
  self->split = split_of (data);
  self->paid_minutes = data->paid_minutes;
}

/**
 * mk_check_in_draft_new:
 * @placement_id: UUID of the placement
 * @author: who writes
 * @now: the present moment, RFC 3339
 * @last: (nullable): an earlier check-in whose hours this day probably has too
 *
 * Returns: (transfer full): a new check-in with nothing said about the day yet
 */
MkCheckInDraft *
mk_check_in_draft_new (const char          *placement_id,
                       const char          *author,
                       const char          *now,
                       const MkCheckInData *last)
{
  MkCheckInDraft *self = g_new0 (MkCheckInDraft, 1);

  self->data = mk_shape_new (mk_check_in_type.shape);
  self->data->placement_id = g_strdup (placement_id);
  self->data->author = g_strdup (author);
  self->data->moment = g_strdup (now);
  self->data->needs_help = FALSE;
  if (last != NULL)
    {
      take_hours (self, last);
      self->hours_source = MK_HOURS_AS_LAST;
    }
  return self;
}

/**
 * mk_check_in_draft_new_change:
 * @id: UUID of a check-in
 * @revision: the one that is shown
 * @data: its content
 *
 * Returns: (transfer full): a draft that changes a check-in
 */
MkCheckInDraft *
mk_check_in_draft_new_change (const char          *id,
                              gint64               revision,
                              const MkCheckInData *data)
{
  MkCheckInDraft *self = g_new0 (MkCheckInDraft, 1);

  self->id = g_strdup (id);
  self->revision = revision;
  self->data = mk_shape_copy (mk_check_in_type.shape, data);
  take_hours (self, data);
  self->is_split_typed = TRUE;
  self->sends_text = data->small_win != NULL || data->difficult != NULL ||
                     data->next_step != NULL || data->note != NULL;
  if (self->sends_text)
    self->kept_private = g_strdup (data->private_note);
  else
    mk_private_text_split (data->private_note, self->data);
  self->sends_path = data->path != NULL;
  if (!self->sends_path)
    g_set_str (&self->data->path, data->private_path);
  return self;
}

/**
 * mk_check_in_draft_copy:
 * @self: a draft
 *
 * Returns: (transfer full): another one like it
 */
MkCheckInDraft *
mk_check_in_draft_copy (const MkCheckInDraft *self)
{
  MkCheckInDraft *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->data = mk_shape_copy (mk_check_in_type.shape, self->data);
  copy->kept_private = g_strdup (self->kept_private);
  return copy;
}

/**
 * mk_check_in_draft_free:
 * @self: (nullable): a draft
 */
void
mk_check_in_draft_free (MkCheckInDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  mk_check_in_data_free (self->data);
  g_free (self->kept_private);
  g_free (self);
}

/**
 * mk_check_in_draft_get_key:
 * @self: a draft
 *
 * Returns: (transfer none): what it is kept under: UUID of the check-in that it changes, or of the
 *   placement for a new one
 */
const char *
mk_check_in_draft_get_key (const MkCheckInDraft *self)
{
  return self->id != NULL ? self->id : self->data->placement_id;
}

static char *
trimmed_or_null (const char *text)
{
  g_autofree char *lines = text != NULL ? mk_format_unix_lines (text) : NULL;

  if (lines == NULL || *g_strstrip (lines) == '\0')
    return NULL;
  return g_steal_pointer (&lines);
}

/**
 * mk_check_in_draft_dup_day:
 * @self: a draft
 *
 * Returns: (transfer full): the day that it is about, YYYY-MM-DD
 */
char *
mk_check_in_draft_dup_day (const MkCheckInDraft *self)
{
  return g_strndup (self->data->moment, strlen ("2026-12-03"));
}

/**
 * mk_check_in_draft_has_text:
 * @self: a draft
 *
 * Returns: whether somebody typed words that would be a pity to lose
 */
gboolean
mk_check_in_draft_has_text (const MkCheckInDraft *self)
{
  const char *const texts[] = { self->data->small_win, self->data->difficult, self->data->next_step,
                                self->data->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = trimmed_or_null (texts[i]);

      if (text != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_presence (const char *attendance)
{
  return attendance == NULL || g_str_equal (attendance, MK_ATTENDANCE_MET) ||
         g_str_equal (attendance, MK_ATTENDANCE_LATE);
}

/* A check-in may come from elsewhere with hours on a day of absence; they are not thrown away. */
static gboolean
has_hours_of_absence (const MkCheckInDraft *self)
{
  return self->id != NULL && self->data->paid_minutes + self->data->unpaid_minutes > 0;
}

/**
 * mk_check_in_draft_shows_hours:
 * @self: a draft
 *
 * Returns: whether the day has hours; a day on which nobody came has none
 */
gboolean
mk_check_in_draft_shows_hours (const MkCheckInDraft *self)
{
  return is_presence (self->data->attendance) || has_hours_of_absence (self);
}

static void
put_hours (const MkCheckInDraft *self,
           MkCheckInData        *data)
{
  gint64 minutes = mk_check_in_draft_shows_hours (self) ? self->minutes : 0;
  gint64 paid = MIN (self->paid_minutes, minutes);

  if (self->split != MK_SPLIT_BOTH)
    paid = self->split == MK_SPLIT_PAID ? minutes : 0;
  data->paid_minutes = paid;
  data->unpaid_minutes = minutes - paid;
}

/* The texts without what nobody meant: white space around them, and other line ends. */
static void
trim_texts (MkCheckInData *data)
{
  char **texts[] = { &data->small_win, &data->difficult, &data->next_step, &data->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *trimmed = trimmed_or_null (*texts[i]);

      g_free (*texts[i]);
      *texts[i] = trimmed;
    }
}

/**
 * mk_check_in_draft_dup_private:
 * @self: a draft
 *
 * Returns: (transfer full) (nullable): the text that stays here when it is saved as it is
 */
char *
mk_check_in_draft_dup_private (const MkCheckInDraft *self)
{
  g_autoptr (MkCheckInData) data = mk_shape_copy (mk_check_in_type.shape, self->data);
  g_autofree char *joined = NULL;

  trim_texts (data);
  joined = self->sends_text ? NULL : mk_private_text_join (data);
  if (self->kept_private != NULL && joined != NULL)
    return g_strconcat (joined, "\n", self->kept_private, NULL);
  return g_strdup (joined != NULL ? joined : self->kept_private);
}

static void
put_texts (const MkCheckInDraft *self,
           MkCheckInData        *data)
{
  g_free (data->private_note);
  data->private_note = mk_check_in_draft_dup_private (self);
  trim_texts (data);
  if (self->sends_text)
    return;
  g_clear_pointer (&data->small_win, g_free);
  g_clear_pointer (&data->difficult, g_free);
  g_clear_pointer (&data->next_step, g_free);
  g_clear_pointer (&data->note, g_free);
}

static void
put_path (const MkCheckInDraft *self,
          MkCheckInData        *data)
{
  g_set_str (&data->private_path, self->sends_path ? NULL : self->data->path);
  g_set_str (&data->path, self->sends_path ? self->data->path : NULL);
}

/* A no-show can cost the candidate money, so it stays here until the next working day. */
static void
put_send_earliest (MkCheckInData *data,
                   GDateTime     *now)
{
  g_autoptr (GDateTime) next = mk_working_day_after (now);

  if (!g_str_equal (data->attendance, MK_ATTENDANCE_ABSENT))
    g_clear_pointer (&data->send_earliest, g_free);
  else if (data->send_earliest == NULL)
    data->send_earliest = g_date_time_format (next, "%Y-%m-%dT%H:%M:%S%:z");
}

/**
 * mk_check_in_draft_to_data:
 * @self: a draft whose attendance is chosen
 * @now: the present moment
 *
 * Returns: (transfer full): what is to be saved
 */
MkCheckInData *
mk_check_in_draft_to_data (const MkCheckInDraft *self,
                           GDateTime            *now)
{
  MkCheckInData *data = mk_shape_copy (mk_check_in_type.shape, self->data);

  g_return_val_if_fail (data->attendance != NULL, data);

  put_hours (self, data);
  put_texts (self, data);
  put_path (self, data);
  put_send_earliest (data, now);
  return data;
}
