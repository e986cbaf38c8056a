/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-check-in-draft.h"

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
      self->is_as_last = TRUE;
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
  self->sends_text = data->small_win != NULL || data->note != NULL;
  if (self->sends_text)
    self->kept_private = g_strdup (data->private_note);
  else
    mk_private_text_split (data->private_note, &self->data->small_win, &self->data->note);
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
 * mk_check_in_draft_equal:
 * @a: a draft
 * @b: another
 *
 * Returns: whether a person sees the same in both
 */
gboolean
mk_check_in_draft_equal (const MkCheckInDraft *a,
                         const MkCheckInDraft *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->data->moment, b->data->moment) == 0 &&
         g_strcmp0 (a->data->attendance, b->data->attendance) == 0 && a->minutes == b->minutes &&
         a->split == b->split && a->paid_minutes == b->paid_minutes &&
         a->is_unreadable == b->is_unreadable && a->data->wellbeing == b->data->wellbeing &&
         g_strcmp0 (a->data->small_win, b->data->small_win) == 0 &&
         g_strcmp0 (a->data->note, b->data->note) == 0 && a->sends_text == b->sends_text &&
         a->data->needs_help == b->data->needs_help;
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
 * mk_check_in_draft_has_text:
 * @self: a draft
 *
 * Returns: whether somebody typed words that would be a pity to lose
 */
gboolean
mk_check_in_draft_has_text (const MkCheckInDraft *self)
{
  g_autofree char *small_win = trimmed_or_null (self->data->small_win);
  g_autofree char *note = trimmed_or_null (self->data->note);

  return small_win != NULL || note != NULL;
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

static void
put_texts (const MkCheckInDraft *self,
           MkCheckInData        *data)
{
  g_autofree char *small_win = trimmed_or_null (self->data->small_win);
  g_autofree char *note = trimmed_or_null (self->data->note);
  g_autofree char *joined = self->sends_text ? NULL : mk_private_text_join (small_win, note);

  g_set_str (&data->small_win, self->sends_text ? small_win : NULL);
  g_set_str (&data->note, self->sends_text ? note : NULL);
  g_free (data->private_note);
  if (self->kept_private != NULL && joined != NULL)
    data->private_note = g_strconcat (joined, "\n", self->kept_private, NULL);
  else
    data->private_note = g_strdup (joined != NULL ? joined : self->kept_private);
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
  put_send_earliest (data, now);
  return data;
}

/**
 * mk_check_in_draft_with_attendance:
 * @self: a draft
 * @attendance: one of the MK_ATTENDANCE_… strings
 *
 * Returns: (transfer full): the draft with that attendance
 */
MkCheckInDraft *
mk_check_in_draft_with_attendance (const MkCheckInDraft *self,
                                   const char           *attendance)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->attendance, attendance);
  return draft;
}

/**
 * mk_check_in_draft_with_moment:
 * @self: a draft
 * @moment: RFC 3339 date-time
 *
 * Returns: (transfer full): the draft about that moment
 */
MkCheckInDraft *
mk_check_in_draft_with_moment (const MkCheckInDraft *self,
                               const char           *moment)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->moment, moment);
  return draft;
}

/**
 * mk_check_in_draft_with_minutes:
 * @self: a draft
 * @minutes: of the day, 0 to %MK_MINUTES_A_DAY
 *
 * Returns: (transfer full): the draft with those hours
 */
MkCheckInDraft *
mk_check_in_draft_with_minutes (const MkCheckInDraft *self,
                                gint64                minutes)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->is_as_last = self->is_as_last && minutes == self->minutes;
  draft->is_unreadable = FALSE;
  draft->minutes = CLAMP (minutes, 0, MK_MINUTES_A_DAY);
  return draft;
}

/**
 * mk_check_in_draft_with_unreadable:
 * @self: a draft
 *
 * Returns: (transfer full): the draft while what is typed as hours can't be understood
 */
MkCheckInDraft *
mk_check_in_draft_with_unreadable (const MkCheckInDraft *self)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->is_unreadable = TRUE;
  return draft;
}

/**
 * mk_check_in_draft_with_split:
 * @self: a draft
 * @split: which hours are paid
 *
 * Returns: (transfer full): the draft split so
 */
MkCheckInDraft *
mk_check_in_draft_with_split (const MkCheckInDraft *self,
                              MkSplit               split)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->is_as_last = self->is_as_last && split == self->split;
  draft->split = split;
  return draft;
}

/**
 * mk_check_in_draft_with_paid:
 * @self: a draft
 * @minutes: how many of the day's minutes are paid
 *
 * Returns: (transfer full): the draft with them
 */
MkCheckInDraft *
mk_check_in_draft_with_paid (const MkCheckInDraft *self,
                             gint64                minutes)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->is_as_last = self->is_as_last && minutes == self->paid_minutes;
  draft->paid_minutes = CLAMP (minutes, 0, MK_MINUTES_A_DAY);
  return draft;
}

/**
 * mk_check_in_draft_with_wellbeing:
 * @self: a draft
 * @score: the candidate's own view of the day, 1 to 5, or %MK_ABSENT
 *
 * Returns: (transfer full): the draft with that answer
 */
MkCheckInDraft *
mk_check_in_draft_with_wellbeing (const MkCheckInDraft *self,
                                  gint64                score)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->data->wellbeing = score;
  return draft;
}

/**
 * mk_check_in_draft_with_small_win:
 * @self: a draft
 * @text: what worked, as typed
 *
 * Returns: (transfer full): the draft with that text
 */
MkCheckInDraft *
mk_check_in_draft_with_small_win (const MkCheckInDraft *self,
                                  const char           *text)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->small_win, *text != '\0' ? text : NULL);
  return draft;
}

/**
 * mk_check_in_draft_with_note:
 * @self: a draft
 * @text: the note, as typed
 *
 * Returns: (transfer full): the draft with that text
 */
MkCheckInDraft *
mk_check_in_draft_with_note (const MkCheckInDraft *self,
                             const char           *text)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  g_set_str (&draft->data->note, *text != '\0' ? text : NULL);
  return draft;
}

/**
 * mk_check_in_draft_with_sends_text:
 * @self: a draft
 * @sends_text: whether the texts are sent
 *
 * Returns: (transfer full): the draft with that choice
 */
MkCheckInDraft *
mk_check_in_draft_with_sends_text (const MkCheckInDraft *self,
                                   gboolean              sends_text)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->sends_text = sends_text;
  return draft;
}

/**
 * mk_check_in_draft_with_needs_help:
 * @self: a draft
 * @needs_help: whether the workplace needs help
 *
 * Returns: (transfer full): the draft with that choice
 */
MkCheckInDraft *
mk_check_in_draft_with_needs_help (const MkCheckInDraft *self,
                                   gboolean              needs_help)
{
  MkCheckInDraft *draft = mk_check_in_draft_copy (self);

  draft->data->needs_help = needs_help;
  return draft;
}
