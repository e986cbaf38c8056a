/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-model.h"

#include "mk-clock.h"
#include "mk-new-epoch.h"
#include "mk-own-records.h"
#include "mk-random.h"

#include "records/mk-assignment.h"

/* One thing that happens, by chance. */

static gint32
chance (MkModel *self,
        gint32   most)
{
  return g_rand_int_range (self->random, 0, most);
}

/* , "forloebId": … of some placement, or nothing. */
static char *
some_placement (MkModel *self)
{
  return chance (self, 2) == 0
             ? g_strdup ("")
             : g_strdup_printf (",\"forloebId\":\"%s\"", mk_model_pick (self, self->placements));
}

static char *
data_above (MkModel    *self,
            const char *type)
{
  g_autofree char *placement = some_placement (self);

  if (g_str_equal (type, "kontakt"))
    return g_strdup_printf ("{\"navn\":\"Vagt %d\",\"%s\":\"Vagt\",\"organisation\":"
                            "\"Jobcenter\",\"telefon\":\"" MODEL_FROM_ABOVE "\",\"prioritet\":1,"
                            "\"aabningstider\":[]%s,\"ekstra\":{\"a\":[%d,1.5]}}",
                            chance (self, 999), "funktion", placement, chance (self, 999));
  if (g_str_equal (type, "klippekort"))
    return g_strdup_printf ("{\"antalKlip\":%d,\"gyldigFra\":\"2026-09-07\",\"gyldigTil\":"
                            "\"2027-03-06\",\"ydelser\":[{\"kode\":\"A\",\"navn\":\"Samtale\","
                            "\"klip\":1}]%s}",
                            chance (self, 99), placement);
  /* A type that nobody here knows, which names a placement, a card, or nothing. */
  return g_strdup_printf ("{\"nr\":%d%s,\"klippekortId\":\"%s\"}", chance (self, 999), placement,
                          mk_model_pick (self, self->cards));
}

/* Most of the time what belongs to the workplace stays in its place. */
static void
write_above (MkModel *self)
{
  static const char *const types[] = { "kontakt", "kontakt", "nytSlags", "klippekort" };
  const char *type = types[chance (self, G_N_ELEMENTS (types))];
  g_autofree char *data = data_above (self, type);
  char *id = mk_random_uuid ();

  mk_plain_authority_write (self->authority, type, id, data);
  g_ptr_array_add (g_str_equal (type, "klippekort") ? self->cards : self->others, id);
}

static void
change_above (MkModel *self,
              gboolean deletes)
{
  const char *id = mk_model_pick (self, self->others);
  const MkPlain *plain = id != NULL ? g_hash_table_lookup (self->authority->own, id) : NULL;
  g_autofree char *data = NULL;

  /* A restored authority may have forgotten it. */
  if (plain == NULL || g_str_equal (plain->type, "svar"))
    return;
  data = deletes ? NULL : data_above (self, plain->type);
  mk_plain_authority_write (self->authority, plain->type, id, data);
}

static void
answer_above (MkModel *self)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->authority->theirs);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const MkPlain *request = value;
      g_autofree char *data = NULL;
      g_autofree char *answer = mk_random_uuid ();

      if (!g_str_equal (request->type, "anmodning") || chance (self, 2) == 0)
        continue;
      data =
          g_strdup_printf ("{\"anmodningId\":\"%s\",\"klippekortId\":\"%s\",\"status\":"
                           "\"planlagt\",\"klipBrugt\":0,\"tidspunkt\":\"2026-11-20T10:00:00Z\"}",
                           (char *) id, (char *) g_ptr_array_index (self->cards, 0));
      mk_plain_authority_write (self->authority, "svar", answer, data);
      return;
    }
}

static char *
check_in (MkModel    *self,
          const char *placement)
{
  static const char *const notes[] = { "godt", "svært", MODEL_HELD, "Æblet \\\"faldt\\\"\\n" };

  return g_strdup_printf (
      "{\"forloebId\":\"%s\",\"tidspunkt\":\"2026-11-17T15:00:00+01:00\",\"forfatter\":\"Per\","
      "\"fremmoede\":\"moedt\",\"loennedeMinutter\":%d,\"uloennedeMinutter\":0,"
      "\"behovForHjaelp\":false,\"note\":\"%s\",\"privatNote\":\"" MODEL_PRIVATE " " MODEL_HELD
      "\",\"sendesTidligst\":\"1990-01-01T00:00:00Z\"}",
      placement, chance (self, 400), notes[chance (self, G_N_ELEMENTS (notes))]);
}

/* Some own living record of a type, or NULL. */
static char *
some_own (MkModel    *self,
          MkEnd      *end,
          const char *type)
{
  g_autoptr (GHashTable) records = mk_end_records (end);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (((MkSeen *) value)->own && g_str_equal (((MkSeen *) value)->type, type))
      g_ptr_array_add (ids, id);
  return g_strdup (mk_model_pick (self, ids));
}

/* A placement that this end has, which may not be every one. */
static char *
some_known (MkModel    *self,
            MkEnd      *end,
            const char *type)
{
  g_autoptr (GHashTable) records = mk_end_records (end);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (g_str_equal (((MkSeen *) value)->type, type))
      g_ptr_array_add (ids, id);
  return g_strdup (mk_model_pick (self, ids));
}

static void
write_below (MkModel *self,
             MkEnd   *end)
{
  g_autofree char *placement = some_known (self, end, "forloeb");
  g_autofree char *card = some_known (self, end, "klippekort");
  g_autofree char *id = chance (self, 2) == 0 ? some_own (self, end, "checkin") : NULL;
  g_autofree char *data = NULL;

  if (chance (self, 6) == 0 && card != NULL)
    {
      data = g_strdup_printf ("{\"klippekortId\":\"%s\",\"ydelse\":\"A\",\"hast\":\"snart\","
                              "\"beskrivelse\":\"Hjælp\",\"status\":\"sendt\"}",
                              card);
      g_free (mk_end_save (end, "anmodning", NULL, data));
    }
  else if (placement != NULL)
    {
      data = check_in (self, placement);
      g_free (mk_end_save (end, "checkin", id, data));
    }
}

static void
take_back (MkModel *self,
           MkEnd   *end)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = some_own (self, end, "checkin");
  const MkRecordType *type = mk_record_type_find ("checkin");
  MkSaved *saved;

  if (id == NULL)
    return;
  saved = chance (self, 2) == 0 ? mk_own_record_delete (end->database, type, id, &error)
                                : mk_own_record_undo (end->database, type, id, &error);
  g_assert_no_error (error);
  mk_saved_free (saved);
}

/* Ends an assignment, brings one back, or makes one. */
static void
assign (MkModel *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = some_own (self, self->leader, "tildeling");
  g_autofree char *data = NULL;
  MkSaved *saved = NULL;

  if (id != NULL && chance (self, 2) == 0)
    saved = mk_own_record_delete (self->leader->database, &mk_assignment_type, id, &error);
  else
    {
      data = g_strdup_printf ("{\"forloebId\":\"%s\",\"navn\":\"Buddy\",\"rolle\":\"buddy\","
                              "\"installation\":\"" MODEL_BUDDY "\",\"fraDato\":\"2026-11-16\"}",
                              mk_model_pick (self, self->placements));
      g_free (mk_end_save (self->leader, "tildeling", NULL, data));
    }
  g_assert_no_error (error);
  mk_saved_free (saved);
}

/* The way: files come in any order, twice, in part, or never. */
static void
move_wire (MkModel *self)
{
  guint at;
  MkSent *sent;
  g_autoptr (GBytes) part = NULL;

  if (self->wire->len == 0)
    return;
  at = (guint) chance (self, (gint32) self->wire->len);
  sent = g_ptr_array_index (self->wire, at);
  switch (chance (self, 8))
    {
    case 0:
      break;
    case 1:
      part = g_bytes_new_from_bytes (
          sent->bytes, 0, (gsize) chance (self, (gint32) g_bytes_get_size (sent->bytes) - 1));
      mk_model_deliver (self, sent->recipient, part);
      return;
    case 2:
      mk_model_deliver (self, sent->recipient, sent->bytes);
      return;
    default:
      mk_model_deliver (self, sent->recipient, sent->bytes);
      break;
    }
  g_ptr_array_remove_index (self->wire, at);
}

static void
begin_epoch (MkEnd *end)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) begun = mk_new_epoch (end->database, NULL, &error);

  g_assert_no_error (error);
}

/* A backup is put in place, and with it begin new epochs. */
static void
restore (MkModel *self,
         MkEnd   *end)
{
  self->restored = TRUE;
  mk_end_restore (end);
  begin_epoch (end);
}

static void
send_above (MkModel *self)
{
  const GPtrArray *sent = self->authority->sent;

  mk_plain_authority_seal (self->authority);
  for (guint i = sent->len - MIN (sent->len, 3); i < sent->len; i++)
    {
      MkSent *file = g_new0 (MkSent, 1);

      file->recipient = g_strdup (MODEL_LEADER);
      file->bytes = g_bytes_ref (g_ptr_array_index (sent, i));
      g_ptr_array_add (self->wire, file);
    }
}

/* What happens seldom: epochs, backups, and a clock that is years off. */
static void
upset (MkModel *self)
{
  MkEnd *end = chance (self, 2) == 0 ? self->leader : self->buddy;
  g_autofree char *now = g_strdup_printf ("20%02d-06-01T12:00:00Z", 10 + chance (self, 40));

  switch (chance (self, 8))
    {
    case 0:
      begin_epoch (end);
      break;
    case 1:
      mk_end_keep (end);
      break;
    case 2:
      restore (self, end);
      break;
    case 3:
      mk_plain_authority_keep (self->authority);
      break;
    case 4:
      mk_plain_authority_restore (self->authority);
      break;
    case 5:
      mk_plain_authority_restart (self->authority);
      break;
    default:
      mk_clock_set (now, NULL);
      break;
    }
}

void
mk_model_step (MkModel *self)
{
  MkEnd *end = chance (self, 2) == 0 ? self->leader : self->buddy;
  gint32 what = chance (self, 100);

  if (what < 12)
    write_above (self);
  else if (what < 18)
    change_above (self, chance (self, 3) == 0);
  else if (what < 21)
    answer_above (self);
  else if (what < 37)
    write_below (self, end);
  else if (what < 43)
    take_back (self, end);
  else if (what < 46)
    assign (self);
  else if (what < 54)
    send_above (self);
  else if (what < 66)
    mk_model_send (self, end, 0, FALSE);
  else if (what < 97)
    move_wire (self);
  else
    upset (self);
}
