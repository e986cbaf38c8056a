/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-day-reading.h"

#include "check-in/mk-check-in-draft.h"
#include "check-in/mk-private-text.h"
#include "hotline/mk-hotline-line.h"
#include "meeting/mk-meetings.h"
#include "mk-attention.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-holidays.h"
#include "mk-isolate.h"
#include "mk-post.h"
#include "records/mk-answer.h"
#include "records/mk-call.h"
#include "records/mk-contact.h"
#include "records/mk-punch-card.h"
#include "records/mk-receipt.h"
#include "records/mk-support-request.h"
#include "mk-record-reading.h"
#include "workplace/mk-workplace-reading.h"

#include <string.h>

/* Plain functions on the database; the window calls them on the store's thread. */

#define MOST_NEWS 5
#define MOST_WINS 12
#define DAYS_OF_WINS 7
#define WORKING_DAYS_FOR_ANSWER 5

/**
 * mk_came_back_free:
 * @data: an MkCameBack
 */
void
mk_came_back_free (gpointer data)
{
  MkCameBack *self = data;

  g_free (self->partner);
  g_free (self->status);
  g_free (self->moment);
  g_free (self->planned_for);
  g_free (self->message);
  g_free (self->service);
  g_free (self->placement);
  g_free (self);
}

static void
win_free (gpointer data)
{
  MkWin *win = data;

  g_free (win->name);
  g_free (win->text);
  g_free (win->day);
  g_free (win);
}

/**
 * mk_day_reading_free:
 * @self: (nullable): a reading
 */
void
mk_day_reading_free (MkDayReading *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->dismissed, g_hash_table_unref);
  g_clear_pointer (&self->wins, g_ptr_array_unref);
  g_free (self);
}

/* What came back */

static char *
service_name (const char *card_data,
              const char *code)
{
  MkPunchCardData *card = mk_record_content_read (&mk_punch_card_type, card_data, NULL);
  char *name = NULL;

  for (guint i = 0; card != NULL && i < card->services->len; i++)
    {
      const MkPunchCardService *service = g_ptr_array_index (card->services, i);

      if (g_str_equal (service->code, code))
        g_set_str (&name, service->name);
    }
  mk_shape_free (mk_punch_card_type.shape, card);
  return name;
}

static void
take_request (MkCameBack   *back,
              const MkNews *news)
{
  MkSupportRequestData *request =
      mk_record_content_read (&mk_support_request_type, news->request, NULL);

  if (request == NULL)
    return;
  back->placement = g_strdup (request->placement_id);
  if (news->card != NULL)
    back->service = service_name (news->card, request->service);
  mk_shape_free (mk_support_request_type.shape, request);
}

static MkCameBack *
answer_of (const MkNews *news)
{
  MkAnswerData *answer = mk_record_content_read (&mk_answer_type, news->data, NULL);
  MkCameBack *back;

  if (answer == NULL)
    return NULL;
  back = g_new0 (MkCameBack, 1);
  back->kind = MK_CAME_BACK_ANSWER;
  back->status = g_strdup (answer->status);
  back->planned_for = g_strdup (answer->planned_for);
  back->message = g_strdup (answer->message);
  back->moment = g_strdup (news->asked);
  back->count = (guint) answer->punches_used;
  if (news->request != NULL)
    take_request (back, news);
  mk_shape_free (mk_answer_type.shape, answer);
  return back;
}

static MkCameBack *
receipt_of (const MkNews *news)
{
  MkReceiptData *receipt = mk_record_content_read (&mk_receipt_type, news->data, NULL);
  MkCameBack *back;

  if (receipt == NULL)
    return NULL;
  back = g_new0 (MkCameBack, 1);
  back->status = g_strdup (receipt->status);
  back->message = g_strdup (receipt->reason);
  back->moment = g_strdup (news->sealed);
  back->count = receipt->entries != NULL ? receipt->entries->len : 0;
  mk_shape_free (mk_receipt_type.shape, receipt);
  return back;
}

static MkCameBack *
number_of (const MkNews *news)
{
  MkContactData *contact = mk_record_content_read (&mk_contact_type, news->data, NULL);
  MkCameBack *back;

  if (contact == NULL)
    return NULL;
  back = g_new0 (MkCameBack, 1);
  back->kind = MK_CAME_BACK_NUMBER;
  back->partner = g_strdup (contact->name);
  back->message = g_strdup (contact->telephone);
  mk_shape_free (mk_contact_type.shape, contact);
  return back;
}

static void
add_news (const MkNews *news,
          gpointer      user_data)
{
  MkCameBack *back;

  if (g_str_equal (news->type, mk_contact_type.name))
    back = number_of (news);
  else if (g_str_equal (news->type, mk_answer_type.name))
    back = answer_of (news);
  else
    back = receipt_of (news);
  if (back == NULL)
    return;
  if (back->partner == NULL)
    back->partner = g_strdup (news->partner);
  g_ptr_array_add (user_data, back);
}

/* Facts from which questions may follow */

static const MkPlacementReading *
find_placement (const MkWorkplaceReading *workplace,
                const char               *id)
{
  for (guint i = 0; id != NULL && i < workplace->placements->len; i++)
    {
      const MkPlacementReading *reading = g_ptr_array_index (workplace->placements, i);

      if (g_str_equal (mk_record_get_id (MK_RECORD (reading->placement)), id))
        return reading;
    }
  return NULL;
}

static const MkPlacementData *
data_of (const MkPlacementReading *reading)
{
  return mk_record_get_content (MK_RECORD (reading->placement));
}

static const char *
name_of (const MkPlacementReading *reading)
{
  return reading->arrangement->name != NULL ? reading->arrangement->name
                                            : data_of (reading)->candidate->alias;
}

/* Nothing follows from a day that is not known. */
static void
add_day (MkDayReading             *self,
         const MkPlacementReading *reading,
         MkPromptKind              kind,
         const char               *date)
{
  const char *id = mk_record_get_id (MK_RECORD (reading->placement));
  MkPrompt *fact;

  if (date == NULL)
    return;
  fact = mk_prompt_new (kind, id, name_of (reading), date);
  fact->placement = g_strdup (id);
  g_ptr_array_add (self->facts, fact);
}

static void
add_days (MkDayReading             *self,
          const MkWorkplaceReading *workplace)
{
  for (guint i = 0; i < workplace->placements->len; i++)
    {
      const MkPlacementReading *reading = g_ptr_array_index (workplace->placements, i);

      add_day (self, reading, MK_PROMPT_NOTICE, data_of (reading)->start_date);
      add_day (self, reading, MK_PROMPT_END, data_of (reading)->expected_end_date);
    }
}

static void
add_sent (MkDayReading             *self,
          const MkWorkplaceReading *workplace)
{
  const GPtrArray *sent = workplace->post->sent;

  for (guint i = 0; i < sent->len; i++)
    {
      const MkPosted *posted = g_ptr_array_index (sent, i);
      g_autofree char *subject =
          g_strdup_printf ("%s %" G_GINT64_FORMAT, posted->partner, posted->number);
      g_autofree char *date = posted->moment != NULL ? g_strndup (posted->moment, 10) : NULL;

      if (g_strcmp0 (posted->state, "sendt") == 0)
        g_ptr_array_add (self->facts,
                         mk_prompt_new (MK_PROMPT_RECEIPT, subject, posted->partner, date));
    }
}

static void
add_card (MkDayReading             *self,
          const MkWorkplaceReading *workplace,
          const MkHelpRecord       *card)
{
  const MkPunchCardData *data = card->record.data;
  const MkBalance *balance = mk_help_find_balance (workplace->help, card->record.id);
  const MkPlacementReading *placement = find_placement (workplace, data->placement_id);
  MkPrompt *fact = mk_prompt_new (MK_PROMPT_CARD, card->record.id,
                                  placement != NULL ? name_of (placement) : NULL, data->valid_to);

  fact->placement = placement != NULL ? g_strdup (data->placement_id) : NULL;
  fact->count = (guint) MAX (0, balance->left);
  g_ptr_array_add (self->facts, fact);
}

/* The day from which it is asked why there is no answer. */
static char *
answer_due (const MkHelpRecord *request)
{
  g_autoptr (GDateTime) due =
      mk_date_text_read (request->sent != NULL ? request->sent : request->made);

  for (guint i = 0; due != NULL && i < WORKING_DAYS_FOR_ANSWER; i++)
    {
      g_autoptr (GDateTime) before = g_steal_pointer (&due);

      due = mk_working_day_after (before);
    }
  return due != NULL ? g_date_time_format (due, "%Y-%m-%d") : NULL;
}

static void
add_request (MkDayReading             *self,
             const MkWorkplaceReading *workplace,
             const MkHelpRecord       *request)
{
  const MkSupportRequestData *data = request->record.data;
  const MkAnswerData *answer = mk_help_find_answer (workplace->help, request->record.id);
  const MkHelpRecord *card = mk_help_find_card (workplace->help, data->card_id);
  const MkPunchCardService *service =
      card != NULL ? mk_help_service (card->record.data, data->service) : NULL;
  MkHelpStage stage = mk_help_stage_of (workplace->help, request);
  g_autofree char *date = NULL;
  MkPrompt *fact;

  if (stage == MK_HELP_PLANNED && answer->planned_for != NULL)
    date = g_strndup (answer->planned_for, 10);
  else if (answer == NULL && (stage == MK_HELP_SENT || stage == MK_HELP_RECEIVED))
    date = answer_due (request);
  if (date == NULL)
    return;
  fact = mk_prompt_new (stage == MK_HELP_PLANNED ? MK_PROMPT_VISIT : MK_PROMPT_ANSWER,
                        request->record.id, service != NULL ? service->name : data->service, date);
  fact->detail = stage == MK_HELP_PLANNED ? g_strdup (answer->planned_for) : NULL;
  g_ptr_array_add (self->facts, fact);
}

static void
add_help (MkDayReading             *self,
          const MkWorkplaceReading *workplace)
{
  const MkHelp *help = workplace->help;

  for (guint i = 0; i < help->cards->len; i++)
    add_card (self, workplace, g_ptr_array_index (help->cards, i));
  for (guint i = 0; i < help->requests->len; i++)
    add_request (self, workplace, g_ptr_array_index (help->requests, i));
}

static void
add_numbers (MkDayReading             *self,
             const MkWorkplaceReading *workplace)
{
  for (guint i = 0; i < workplace->hotline->len; i++)
    {
      const MkHotlineLine *line = g_ptr_array_index (workplace->hotline, i);
      MkPrompt *fact;

      if (line->id == NULL)
        continue;
      fact = mk_prompt_new (MK_PROMPT_NUMBER, line->key, line->name, line->confirmed_date);
      fact->detail = g_strdup (line->telephone);
      g_ptr_array_add (self->facts, fact);
    }
}

/* What goes through the calls and notes facts. */
typedef struct
{
  MkDayReading             *self;
  const MkWorkplaceReading *workplace;
} Noting;

static void
add_call (const char *id,
          const char *text,
          gpointer    user_data)
{
  const Noting *noting = user_data;
  MkCallData *call = mk_record_content_read (&mk_call_type, text, NULL);
  const MkPlacementReading *placement;
  MkPrompt *fact;

  if (call == NULL)
    return;
  placement = find_placement (noting->workplace, call->placement_id);
  fact = mk_prompt_new (MK_PROMPT_CALL, id, call->contact_name, call->follow_up_date);
  fact->placement = placement != NULL ? g_strdup (call->placement_id) : NULL;
  fact->detail = placement != NULL && call->note != NULL
                     ? mk_isolate_printf ("%s · %s", name_of (placement), call->note)
                     : g_strdup (placement != NULL ? name_of (placement) : call->note);
  g_ptr_array_add (noting->self->facts, fact);
  mk_shape_free (mk_call_type.shape, call);
}

/* One that is planned needs no reminder. */
static gboolean
read_meetings (MkDatabase   *database,
               MkDayReading *self,
               GError      **error)
{
  g_autoptr (GPtrArray) meetings = mk_meetings_read (database, error);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const MkMeeting *last = meetings != NULL ? mk_meetings_last_held (meetings, today) : NULL;

  if (last != NULL && mk_meetings_planned (meetings, today) == NULL)
    g_ptr_array_add (self->facts,
                     mk_prompt_new (MK_PROMPT_MEETING, last->id, NULL, last->data->date));
  return meetings != NULL;
}

static gboolean
read_facts (MkDatabase               *database,
            MkDayReading             *self,
            const MkWorkplaceReading *workplace,
            GError                  **error)
{
  Noting noting = { self, workplace };

  add_days (self, workplace);
  add_sent (self, workplace);
  add_help (self, workplace);
  add_numbers (self, workplace);
  return mk_call_due_list (database, add_call, &noting, error) &&
         read_meetings (database, self, error);
}

/* What worked */

static void
add_win (MkDayReading             *self,
         const MkPlacementReading *reading,
         const MkCheckInData      *data)
{
  g_autoptr (MkCheckInData) kept = mk_shape_new (mk_check_in_type.shape);
  const char *text = data->small_win;
  MkWin *win;

  mk_private_text_split (data->private_note, kept);
  if (text == NULL)
    text = kept->small_win;
  if (text == NULL)
    return;
  win = g_new0 (MkWin, 1);
  win->name = g_strdup (name_of (reading));
  win->text = g_strdup (text);
  win->day = g_strndup (data->moment, 10);
  g_ptr_array_add (self->wins, win);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const MkWin *first = a, *second = b;

  return strcmp (second->day, first->day);
}

static gboolean
read_wins (MkDatabase               *database,
           MkDayReading             *self,
           const MkWorkplaceReading *workplace,
           GError                  **error)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) first = g_date_time_add_days (now, 1 - DAYS_OF_WINS);
  g_autofree char *from = g_date_time_format (first, "%Y-%m-%d");

  for (guint i = 0; i < workplace->placements->len; i++)
    {
      const MkPlacementReading *reading = g_ptr_array_index (workplace->placements, i);
      MkDays days = { .placement = mk_record_get_id (MK_RECORD (reading->placement)),
                      .from = from,
                      .limit = -1 };
      g_autoptr (GPtrArray) items = mk_check_ins_read (database, &days, error);

      for (guint j = 0; items != NULL && j < items->len; j++)
        add_win (self, reading, mk_check_in_item_get_data (g_ptr_array_index (items, j)));
      if (items == NULL)
        return FALSE;
    }
  g_ptr_array_sort_values (self->wins, compare_days);
  g_ptr_array_set_size (self->wins, (int) MIN (self->wins->len, MOST_WINS));
  return TRUE;
}

/**
 * mk_day_reading_new:
 * @database: a store
 * @workplace: what was read of it already
 * @error: return location
 *
 * Reads what came back, what may be asked, and what worked.
 *
 * Returns: (transfer full): what was read; %NULL on error
 */
MkDayReading *
mk_day_reading_new (MkDatabase               *database,
                    const MkWorkplaceReading *workplace,
                    GError                  **error)
{
  g_autoptr (MkDayReading) self = g_new0 (MkDayReading, 1);

  self->news = g_ptr_array_new_with_free_func (mk_came_back_free);
  self->facts = g_ptr_array_new_with_free_func (mk_prompt_free);
  self->wins = g_ptr_array_new_with_free_func (win_free);
  self->dismissed = mk_dismissal_list (database, error);
  if (self->dismissed == NULL || !mk_news_list (database, MOST_NEWS, add_news, self->news, error) ||
      !read_facts (database, self, workplace, error) ||
      !read_wins (database, self, workplace, error))
    return NULL;
  return g_steal_pointer (&self);
}
