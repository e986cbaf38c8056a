/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-generate.h"

#include "mk-installation.h"
#include "mk-own-records.h"
#include "mk-partners.h"
#include "mk-records.h"

#include "records/mk-check-in.h"
#include "records/mk-placement.h"

#include <glib/gi18n.h>

/* Invented volume. The numbers come from a seed, so that two runs are alike. */

#define AUTHORITY_NAME "Jobcenter Eksempelby"
#define AUTHORITY_CVR "99999918"

static const char *const jobs[] = { "Medarbejder i varemodtagelsen", "Køkkenmedhjælper",
                                    "Hjælper i vaskeriet", "Medarbejder i butikken",
                                    "Gartnerassistent" };
static const char *const notes[] = {
  "Hun gik selv i gang med pallerne og spurgte, da der manglede en label.",
  "Han viste den nye, hvordan opvaskeren bliver tømt.",
  "Vi aftalte, at næste opgave er at tælle op på lageret.",
  "Bussen var forsinket. Han ringede i god tid.",
  "Frokost sammen med holdet. Der blev grinet.",
  "Kassen drillede lidt om morgenen, og så gik det.",
};
static const char *const wins[] = { "Klarede varemodtagelsen alene", "Sagde godmorgen til alle",
                                    "Fandt selv fejlen", NULL };
static const char *const attendances[] = { MK_ATTENDANCE_MET, MK_ATTENDANCE_MET, MK_ATTENDANCE_MET,
                                           MK_ATTENDANCE_LATE, MK_ATTENDANCE_EXCUSED };

typedef struct
{
  MkDatabase     *database;
  MkInstallation *self;
  GRand          *random;
  MkPartner      *authority;
  gint64          epoch;
  GDateTime      *start;
  char          **placements;
  gint64          n_placements;
} Generating;

static void
generating_clear (Generating *generating)
{
  mk_installation_free (generating->self);
  g_rand_free (generating->random);
  mk_partner_free (generating->authority);
  g_date_time_unref (generating->start);
  g_strfreev (generating->placements);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Generating, generating_clear)

static char *
next_uuid (GRand *random)
{
  guint32 n[4];

  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    n[i] = g_rand_int (random);
  return g_strdup_printf ("%08x-%04x-4%03x-8%03x-%04x%08x", n[0], n[1] >> 16, n[1] & 0xfff,
                          n[2] & 0xfff, n[2] >> 16, n[3]);
}

static const char *
pick (GRand             *random,
      const char *const *from,
      gsize              n)
{
  return from[g_rand_int_range (random, 0, (gint32) n)];
}

/* Placements come from an authority; this one is as invented as they are. */
static gboolean
make_authority (Generating *generating,
                GError    **error)
{
  g_autofree char *id = next_uuid (generating->random);
  g_autofree char *epoch = next_uuid (generating->random);
  MkPartner authority = {
    0, id, MK_ROLE_AUTHORITY, (char *) AUTHORITY_NAME, (char *) AUTHORITY_CVR, NULL, TRUE
  };

  if (mk_partner_add (generating->database, &authority, error) == 0)
    return FALSE;
  generating->authority = mk_partner_find (generating->database, id, error);
  if (generating->authority == NULL)
    return FALSE;
  generating->epoch = mk_epoch_begin (generating->database, generating->authority->key,
                                      MK_DIRECTION_IN, epoch, error);
  return generating->epoch != 0;
}

static char *
placement_data (Generating *generating,
                gint64      index)
{
  g_autofree char *alias = g_strdup_printf ("Kandidat %" G_GINT64_FORMAT, index + 1);
  g_autofree char *reference = g_strdup_printf ("EKS-%06" G_GINT64_FORMAT, index + 1);
  g_autofree char *start = g_date_time_format (generating->start, "%Y-%m-%d");
  MkCandidate candidate = { alias };
  MkJobConsultant consultant = { (char *) "Jobformidler 1", (char *) "70101010", NULL };
  MkPlacementData data = {
    &candidate, reference,  (char *) pick (generating->random, jobs, G_N_ELEMENTS (jobs)),
    start,      NULL,       1800,
    MK_ABSENT,  &consultant
  };
  g_autoptr (JsonObject) object = mk_shape_write (mk_placement_type.shape, &data, MK_WRITE_PUBLIC);

  return mk_json_to_text (object);
}

static gboolean
make_placement (Generating *generating,
                gint64      index,
                GError    **error)
{
  g_autofree char *data = placement_data (generating, index);
  g_autofree char *changed = g_date_time_format_iso8601 (generating->start);
  char *id = next_uuid (generating->random);
  MkVersion version = {
    .type = (char *) mk_placement_type.name,
    .id = id,
    .revision = 1,
    .writer = generating->authority->id,
    .partner = generating->authority->key,
    .epoch = generating->epoch,
    .changed = changed,
    .placement = id,
    .data = data,
  };

  generating->placements[index] = id;
  return mk_record_put (generating->database, &version, error);
}

static char *
check_in_data (Generating *generating,
               gint64      index,
               const char *moment)
{
  GRand *random = generating->random;
  const char *attendance = pick (random, attendances, G_N_ELEMENTS (attendances));
  gboolean works = !g_str_equal (attendance, MK_ATTENDANCE_EXCUSED);
  MkCheckInData data = {
    .placement_id = generating->placements[index % generating->n_placements],
    .moment = (char *) moment,
    .author = generating->self->name,
    .attendance = (char *) attendance,
    .paid_minutes = works ? g_rand_int_range (random, 0, 13) * 15 : 0,
    .unpaid_minutes = works ? g_rand_int_range (random, 0, 9) * 15 : 0,
    .wellbeing = g_rand_int_range (random, 1, 6),
    .breaks_with_colleagues = g_rand_boolean (random),
    .small_win = (char *) pick (random, wins, G_N_ELEMENTS (wins)),
    .note = (char *) pick (random, notes, G_N_ELEMENTS (notes)),
    .needs_help = FALSE,
  };
  g_autoptr (JsonObject) object = mk_shape_write (mk_check_in_type.shape, &data, MK_WRITE_PUBLIC);

  return mk_json_to_text (object);
}

/* Each placement has a check-in a day. */
static gboolean
make_check_in (Generating *generating,
               gint64      index,
               GError    **error)
{
  g_autoptr (GDateTime) moment =
      g_date_time_add_days (generating->start, (gint) (index / generating->n_placements));
  g_autofree char *text = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *data = check_in_data (generating, index, text);
  g_autofree char *id = next_uuid (generating->random);
  MkVersion version = {
    .type = (char *) mk_check_in_type.name,
    .id = id,
    .revision = 1,
    .writer = generating->self->id,
    .changed = text,
    .placement = generating->placements[index % generating->n_placements],
    .data = data,
  };

  return mk_record_put (generating->database, &version, error);
}

static gboolean
generate (MkDatabase     *database,
          const MkVolume *volume,
          GError        **error)
{
  g_auto (Generating) generating = {
    .database = database,
    .self = mk_installation_get (database, error),
    .random = g_rand_new_with_seed (volume->seed),
    .start = g_date_time_new_utc (2016, 1, 4, 13, 30, 0),
    .placements = g_new0 (char *, volume->placements + 1),
    .n_placements = volume->placements,
  };

  if (generating.self == NULL || !make_authority (&generating, error))
    return FALSE;
  for (gint64 i = 0; i < volume->placements; i++)
    if (!make_placement (&generating, i, error))
      return FALSE;
  for (gint64 i = 0; i < volume->check_ins; i++)
    if (!make_check_in (&generating, i, error))
      return FALSE;
  return TRUE;
}

/**
 * mk_generate:
 * @database: a store with nobody to correspond with yet
 * @volume: how much
 * @error: return location
 *
 * Fills a new store with invented records, the same for the same seed, in one transaction.
 *
 * Returns: %FALSE with %MK_RECORD_ERROR when the store is in use already, or on an error of it
 */
gboolean
mk_generate (MkDatabase     *database,
             const MkVolume *volume,
             GError        **error)
{
  g_autoptr (GPtrArray) partners = mk_partner_list (database, error);

  g_return_val_if_fail (volume->placements > 0, FALSE);
  if (partners == NULL)
    return FALSE;
  if (partners->len > 0)
    {
      g_set_error (error, MK_RECORD_ERROR, MK_RECORD_ERROR_NOT_OWN,
                   _ ("This store is in use. Only a new one is filled. Nothing was changed."));
      return FALSE;
    }
  return mk_database_begin (database, error) &&
         mk_database_end (database, generate (database, volume, error), error);
}
