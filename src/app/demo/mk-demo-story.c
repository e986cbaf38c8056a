/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/mk-demo-story.h"

#include "demo/mk-demo-arranging.h"
#include "demo/mk-demo-authority.h"
#include "demo/mk-demo-log.h"
#include "demo/mk-demo-people.h"
#include "demo/mk-demo.h"
#include "mk-attention.h"
#include "mk-clock.h"
#include "mk-own-records.h"
#include "mk-packages-out.h"
#include "mk-records.h"
#include "mk-seal.h"
#include "records/mk-assignment.h"
#include "records/mk-check-in.h"
#include "records/mk-phase.h"
#include "records/mk-support-request.h"

#include <string.h>

/* Four months at the invented workplace, in the order in which they happened: packages come and
 * go, people are put together, phases change, help is asked for, and every day is written. */

#define CARD "9d2c5f0a-71be-4c83-b6e4-0a8f3d1c2b46"
#define FIRST_DAY -122

/* Whatever happens from here on comes after all that is written on its day. */
#define LAST_OF_DAY "15:00"

typedef struct
{
  MkDatabase     *database;
  MkDemoAuthority first;
  MkDemoAuthority other;
  MkDemoLog       log;
  GHashTable     *words; /* what the authorities' packages answer to */
} Story;

static void
story_clear (Story *story)
{
  mk_clock_pretend (NULL);
  mk_demo_authority_clear (&story->first);
  mk_demo_authority_clear (&story->other);
  mk_demo_log_clear (&story->log);
  g_clear_pointer (&story->words, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

/**
 * Step:
 * @day: counted from today
 * @what: what happens
 * @placement: (nullable): UUID of the placement it is about
 * @detail: (nullable): a package, a phase, a person or a service
 * @text: (nullable): words, or the name by which an answer knows it
 */
typedef struct _Step Step;

struct _Step
{
  int         day;
  const char *time;
  gboolean (*what) (Story *story, const Step *step, GError **error);
  const char *placement;
  const char *detail;
  const char *text;
};

static char *
date_of (const Story *story,
         const Step  *step)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (story->log.now, step->day);

  return g_date_time_format (day, "%Y-%m-%d");
}

static gboolean
save (Story              *story,
      const MkRecordType *type,
      gconstpointer       content,
      char              **id,
      GError            **error)
{
  g_autoptr (MkSaved) saved = mk_own_record_save (story->database, type, NULL, content, error);

  if (saved != NULL && id != NULL)
    *id = g_strdup (saved->id);
  return saved != NULL;
}

static gboolean
assign (Story      *story,
        const Step *step,
        GError    **error)
{
  g_autofree char *date = date_of (story, step);
  MkAssignmentData data = { .placement_id = (char *) step->placement,
                            .name = (char *) step->detail,
                            .role = (char *) "buddy",
                            .from_date = date };

  return save (story, &mk_assignment_type, &data, NULL, error);
}

static gboolean
introduce (Story      *story,
           const Step *step,
           GError    **error)
{
  return mk_demo_arrange_people (story->database, error);
}

static gboolean
arrange (Story      *story,
         const Step *step,
         GError    **error)
{
  return mk_demo_arrange_placement (story->database, story->log.now, step->placement, error);
}

static gboolean
enter_phase (Story      *story,
             const Step *step,
             GError    **error)
{
  g_autofree char *date = date_of (story, step);
  MkPhaseData data = { .placement_id = (char *) step->placement,
                       .phase = (char *) step->detail,
                       .from_date = date,
                       .reason = (char *) step->text };

  return save (story, &mk_phase_type, &data, NULL, error);
}

/* The answer that comes later knows the request by the name of the step. */
static gboolean
ask_for_help (Story      *story,
              const Step *step,
              GError    **error)
{
  MkSupportRequestData data = { .card_id = (char *) CARD,
                                .placement_id = (char *) step->placement,
                                .service = (char *) step->detail,
                                .urgency = (char *) MK_URGENCY_SOON,
                                .description =
                                    (char *) "Vi vil gerne tale om, hvordan ugen kan se ud.",
                                .status = (char *) MK_REQUEST_SENT };
  char *id = NULL;

  if (!save (story, &mk_support_request_type, &data, &id, error))
    return FALSE;
  g_hash_table_replace (story->words, g_strdup (step->text), id);
  return TRUE;
}

static void
note_id (const MkListed *listed,
         gpointer        user_data)
{
  g_hash_table_replace (user_data, g_strdup ("refused"), g_strdup (listed->id));
}

/* The package that was sealed last is on its way, and the receipt will name it. */
static gboolean
note_sealed (Story           *story,
             const MkPartner *partner,
             GError         **error)
{
  g_auto (MkEpoch) epoch = { 0 };
  g_autoptr (GPtrArray) sealed = NULL;
  const MkSealed *last;

  if (!mk_epoch_present (story->database, partner->key, MK_DIRECTION_OUT, &epoch, error))
    return FALSE;
  sealed = mk_package_out_to_send (story->database, epoch.key, 0, error);
  if (sealed == NULL)
    return FALSE;
  last = g_ptr_array_index (sealed, sealed->len - 1);
  if (!mk_package_out_written (story->database, last->id, error))
    return FALSE;
  g_hash_table_replace (story->words, g_strdup ("package"), g_strdup (last->id));
  g_hash_table_replace (story->words, g_strdup ("sha256"), g_strdup (last->sha256));
  g_hash_table_replace (story->words, g_strdup ("number"),
                        g_strdup_printf ("%" G_GINT64_FORMAT, last->number));
  return TRUE;
}

static gboolean
seal (Story           *story,
      const MkPartner *partner,
      GError         **error)
{
  g_autoptr (MkSealing) sealing = mk_sealing_new (story->database, partner);
  gboolean sealed = TRUE;

  while (sealed)
    if (!mk_sealing_next (sealing, &sealed, error))
      return FALSE;
  return TRUE;
}

static gboolean
send_to (Story                 *story,
         const MkDemoAuthority *authority,
         GError               **error)
{
  g_autoptr (MkPartner) partner = mk_partner_find (story->database, authority->id, error);
  MkDays days = { .placement = MK_DEMO_LIS, .from = "0000-00-00", .to = "9999-99-99", .limit = 1 };

  return partner != NULL && seal (story, partner, error) &&
         mk_check_in_list (story->database, &days, note_id, story->words, error) &&
         note_sealed (story, partner, error);
}

static gboolean
send_first (Story      *story,
            const Step *step,
            GError    **error)
{
  return send_to (story, &story->first, error);
}

static gboolean
send_other (Story      *story,
            const Step *step,
            GError    **error)
{
  return send_to (story, &story->other, error);
}

static gboolean
fetch_from (Story           *story,
            MkDemoAuthority *authority,
            const Step      *step,
            GError         **error)
{
  g_autofree char *package =
      mk_demo_authority_write (authority, step->detail, story->log.now, story->words, error);

  return package != NULL && mk_demo_authority_send (authority, story->database, package, error);
}

static gboolean
fetch_first (Story      *story,
             const Step *step,
             GError    **error)
{
  return fetch_from (story, &story->first, step, error);
}

static gboolean
fetch_other (Story      *story,
             const Step *step,
             GError    **error)
{
  return fetch_from (story, &story->other, step, error);
}

/* Of the two check-ins of a day, the one that was refused goes. */
static gboolean
delete_refused (Story      *story,
                const Step *step,
                GError    **error)
{
  const char *id = g_hash_table_lookup (story->words, "refused");
  g_autoptr (MkSaved) saved = mk_own_record_delete (story->database, &mk_check_in_type, id, error);

  return saved != NULL;
}

static gboolean
look_at_news (Story      *story,
              const Step *step,
              GError    **error)
{
  return mk_news_seen (story->database, error);
}

static const Step steps[] = {
  { FIRST_DAY, "09:30", fetch_first, NULL, "start", NULL },
  { FIRST_DAY, "09:45", introduce, NULL, NULL, NULL },
  { -116, "10:00", fetch_other, NULL, "other-start", NULL },
  { -113, "07:30", assign, MK_DEMO_MIA, MK_DEMO_PER, NULL },
  { -113, "07:35", enter_phase, MK_DEMO_MIA, MK_PHASE_TRIAL,
    "Vi er enige om opgaverne og begynder i varemodtagelsen." },
  { -113, "07:38", arrange, MK_DEMO_MIA, NULL, NULL },
  { -113, "07:40", assign, MK_DEMO_OMAR, MK_DEMO_HENNING, NULL },
  { -113, "07:45", enter_phase, MK_DEMO_OMAR, MK_PHASE_TRIAL,
    "Omar begynder på lageret og tager truckkort undervejs." },
  { -113, "07:50", arrange, MK_DEMO_OMAR, NULL, NULL },
  { -111, "09:15", fetch_first, NULL, "second", NULL },
  { -110, "09:00", assign, MK_DEMO_LIS, MK_DEMO_HENNING, NULL },
  { -110, "09:05", enter_phase, MK_DEMO_LIS, MK_PHASE_TRIAL, "Vi prøver butikken af." },
  { -110, "09:10", arrange, MK_DEMO_LIS, NULL, NULL },
  { -80, "12:00", ask_for_help, MK_DEMO_MIA, "OPLAERING", "request-1" },
  { -75, "15:30", send_first, NULL, NULL, NULL },
  { -74, "12:30", fetch_first, NULL, "planned", NULL },
  { -60, "08:30", assign, MK_DEMO_SARA, MK_DEMO_ANNA, NULL },
  { -60, "08:35", enter_phase, MK_DEMO_SARA, MK_PHASE_TRIAL,
    "Lageret mangler en til pakningen, og Sara vil gerne." },
  { -60, "08:40", arrange, MK_DEMO_SARA, NULL, NULL },
  { -60, "15:30", send_other, NULL, NULL, NULL },
  { -57, "07:30", fetch_other, NULL, "other-receipt", NULL },
  { -57, "07:45", enter_phase, MK_DEMO_MIA, MK_PHASE_EMPLOYMENT,
    "Mia har fået ordinære timer i varemodtagelsen." },
  { -49, "13:40", enter_phase, MK_DEMO_OMAR, MK_PHASE_EMPLOYMENT,
    "Omar er ansat på lageret på almindelige vilkår." },
  { -40, "14:15", ask_for_help, MK_DEMO_LIS, "SAMTALE", "request-2" },
  { -36, "15:30", send_first, NULL, NULL, NULL },
  { -34, "11:30", fetch_first, NULL, "given", NULL },
  { -33, "08:00", delete_refused, NULL, NULL, NULL },
  { -30, "07:00", assign, MK_DEMO_JONAS, MK_DEMO_PER, NULL },
  { -30, "07:05", enter_phase, MK_DEMO_JONAS, MK_PHASE_TRIAL,
    "Jonas begynder i køkkenet med salatbaren." },
  { -30, "07:10", arrange, MK_DEMO_JONAS, NULL, NULL },
  { -21, "13:40", enter_phase, MK_DEMO_OMAR, MK_PHASE_AFTERCARE,
    "Henning og Omar taler sammen hver anden uge." },
  { -19, "09:10", fetch_first, NULL, "ended", NULL },
  { -9, "15:30", send_other, NULL, NULL, NULL },
  { -3, "12:10", ask_for_help, MK_DEMO_MIA, "SAMTALE", "request-3" },
  { -2, "15:30", send_first, NULL, NULL, NULL },
  { -1, "15:00", look_at_news, NULL, NULL, NULL },
  { 0, "07:45", fetch_first, NULL, "answer", NULL },
};

static gboolean
take_step (Story      *story,
           const Step *step,
           GError    **error)
{
  gboolean is_last_of_day = strcmp (step->time, LAST_OF_DAY) >= 0;
  g_autoptr (GDateTime) moment = NULL;

  /* What was written by then comes before it. */
  if (!mk_demo_log_write (&story->log, is_last_of_day ? step->day : step->day - 1, error))
    return FALSE;
  moment = mk_demo_moment (story->log.now, step->day, step->time);
  mk_clock_pretend (moment);
  return step->what (story, step, error);
}

static gboolean
tell (MkDatabase *database,
      GError    **error)
{
  g_auto (Story) story = { .database = database };

  mk_demo_authority_init (&story.first, TRUE);
  mk_demo_authority_init (&story.other, FALSE);
  mk_demo_log_init (&story.log, database, FIRST_DAY);
  story.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!take_step (&story, &steps[i], error))
      return FALSE;
  return mk_demo_log_write (&story.log, 0, error);
}

/**
 * mk_demo_story_tell:
 * @database: a store that knows who it belongs to
 * @error: return location
 *
 * Fills it with four months, in one transaction. The clock of this thread is the present one again
 * afterwards.
 *
 * Returns: %FALSE on error
 */
gboolean
mk_demo_story_tell (MkDatabase *database,
                    GError    **error)
{
  return mk_database_begin (database, error) &&
         mk_database_end (database, tell (database, error), error);
}
