/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-model.h"

#include "mk-buddies.h"
#include "mk-new-epoch.h"
#include "mk-random.h"

#include <string.h>

/* Three ends and the way between them. */

static void
make_above (MkModel    *self,
            GPtrArray  *ids,
            const char *type,
            const char *data)
{
  char *id = mk_random_uuid ();

  g_ptr_array_add (ids, id);
  mk_plain_authority_write (self->authority, type, id, data);
}

static void
start (MkModel *self)
{
  static const char placement[] =
      "{\"kandidat\":{\"alias\":\"Kandidat A\"},\"sagsreference\":\"EKS-1\",\"stilling\":\"Lager\","
      "\"startDato\":\"2026-09-07\",\"maalMinutterPrMaaned\":1800,"
      "\"jobformidler\":{\"navn\":\"Jobformidler 1\",\"telefon\":\"70101010\"}}";
  static const char card[] = "{\"antalKlip\":10,\"gyldigFra\":\"2026-09-07\",\"gyldigTil\":"
                             "\"2027-03-06\",\"ydelser\":[{\"kode\":\"A\",\"navn\":\"Samtale\","
                             "\"klip\":1}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) taken = NULL;
  const char *placements[] = { NULL, NULL };
  MkStarted *started;

  for (guint i = 0; i < 3; i++)
    make_above (self, self->placements, "forloeb", placement);
  make_above (self, self->cards, "klippekort", card);
  mk_plain_authority_seal (self->authority);
  taken = mk_end_take (self->leader, g_ptr_array_index (self->authority->sent, 0), MK_TAKE_ACCEPT);
  g_assert_cmpuint (taken->len, ==, 1);
  placements[0] = g_ptr_array_index (self->placements, 0);
  started = mk_buddy_start (self->leader->database, "Buddy Prøve", placements, &error);
  g_assert_no_error (error);
  mk_started_free (started);
}

static void
start_buddy (MkModel *self)
{
  g_autoptr (GPtrArray) files = mk_end_export (self->leader, 0);

  for (guint i = 0; i < files->len; i++)
    {
      const MkSent *sent = g_ptr_array_index (files, i);
      g_autoptr (GPtrArray) verdicts = NULL;

      if (!g_str_equal (sent->recipient, MODEL_AUTHORITY))
        verdicts = mk_end_take (self->buddy, sent->bytes, MK_TAKE_ACCEPT);
    }
}

MkModel *
mk_model_new (guint32 seed)
{
  MkModel *self = g_new0 (MkModel, 1);

  self->random = g_rand_new_with_seed (seed);
  self->authority = mk_plain_authority_new (MODEL_AUTHORITY);
  self->leader = mk_end_new (MODEL_LEADER, MK_ROLE_LEADER);
  self->buddy = mk_end_new (MODEL_BUDDY, MK_ROLE_BUDDY);
  self->wire = g_ptr_array_new_with_free_func (mk_sent_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->placements = g_ptr_array_new_with_free_func (g_free);
  self->cards = g_ptr_array_new_with_free_func (g_free);
  self->others = g_ptr_array_new_with_free_func (g_free);
  start (self);
  start_buddy (self);
  mk_end_keep (self->leader);
  mk_end_keep (self->buddy);
  mk_plain_authority_keep (self->authority);
  return self;
}

void
mk_model_free (MkModel *self)
{
  g_rand_free (self->random);
  mk_plain_authority_free (self->authority);
  mk_end_free (self->leader);
  mk_end_free (self->buddy);
  g_ptr_array_unref (self->wire);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->placements);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->others);
  g_free (self);
}

char *
mk_model_pick (MkModel   *self,
               GPtrArray *ids)
{
  return ids->len == 0
             ? NULL
             : g_ptr_array_index (ids, g_rand_int_range (self->random, 0, (gint32) ids->len));
}

/* A person says yes to what removes much, and to a buddy that a restored leader does not know yet. */
static gboolean
asks (const MkVerdict *verdict)
{
  return (verdict->status == MK_VERDICT_WAITS && g_str_equal (verdict->code, MK_CODE_REMOVAL)) ||
         (verdict->asks && g_strcmp0 (verdict->code, MK_CODE_SENDER) == 0);
}

/* An honest end is refused for its epoch alone, or for what a restored one has lost. */
static gboolean
may_refuse (const MkModel   *self,
            const MkVerdict *verdict)
{
  gboolean may = TRUE;

  if (verdict->status == MK_VERDICT_REFUSED)
    return g_str_equal (verdict->code, MK_CODE_EPOCH);
  for (guint i = 0; i < verdict->entries->len; i++)
    {
      const char *code = ((MkVerdictEntry *) g_ptr_array_index (verdict->entries, i))->code;

      may &= g_str_equal (code, MK_CODE_UNKNOWN) ||
             (self->restored && g_str_equal (code, MK_CODE_REFERENCE));
    }
  return may;
}

static gboolean
is_damaged (const MkVerdict *verdict)
{
  return verdict->status == MK_VERDICT_REFUSED && g_str_equal (verdict->code, MK_CODE_READING);
}

static void
look_at (MkModel   *self,
         MkEnd     *end,
         GBytes    *bytes,
         GPtrArray *verdicts)
{
  for (guint i = 0; i < verdicts->len; i++)
    {
      const MkVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (asks (verdict))
        {
          g_autoptr (GPtrArray) again = mk_end_take (end, bytes, MK_TAKE_ACCEPT);

          g_assert_cmpuint (again->len, >=, 1);
        }
      else if (verdict->status == MK_VERDICT_REFUSED || verdict->status == MK_VERDICT_PARTLY)
        {
          if (!is_damaged (verdict) && !may_refuse (self, verdict))
            g_error ("%s says %s of a package, %s: %.2000s", end->id, verdict->code,
                     verdict->reason, (const char *) g_bytes_get_data (bytes, NULL));
          self->refused |= !is_damaged (verdict);
        }
    }
}

void
mk_model_deliver (MkModel    *self,
                  const char *recipient,
                  GBytes     *bytes)
{
  MkEnd *end = g_str_equal (recipient, MODEL_LEADER) ? self->leader : self->buddy;
  g_autoptr (GPtrArray) verdicts = NULL;

  if (g_str_equal (recipient, MODEL_AUTHORITY))
    {
      mk_plain_authority_take (self->authority, bytes);
      return;
    }
  verdicts = mk_end_take (end, bytes, MK_TAKE_PLAIN);
  look_at (self, end, bytes, verdicts);
}

/* What no package may hold, and that its number stands for its bytes alone. */
static void
assert_fit (MkModel *self,
            MkEnd   *end,
            GBytes  *bytes)
{
  g_autoptr (JsonNode) root = mk_sent_parse (bytes);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  JsonObject *package = json_node_get_object (root);
  g_autofree char *number = g_strdup_printf ("%s %s %" G_GINT64_FORMAT, end->id,
                                             json_object_get_string_member (package, "epoke"),
                                             json_object_get_int_member (package, "loebenummer"));
  char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const char *known = g_hash_table_lookup (self->numbers, number);

  g_assert_null (strstr (text, MODEL_PRIVATE));
  g_assert_null (strstr (text, "privatNote"));
  g_assert_null (strstr (text, "sendesTidligst"));
  g_assert_null (strstr (text, MODEL_HELD));
  if (known != NULL)
    g_assert_cmpstr (known, ==, sha256);
  g_hash_table_insert (self->numbers, g_steal_pointer (&number), sha256);
}

/* Exports what an end has, and puts it on the way, or delivers it at once. */
void
mk_model_send (MkModel *self,
               MkEnd   *end,
               gint64   from,
               gboolean at_once)
{
  g_autoptr (GPtrArray) files = mk_end_export (end, from);

  for (guint i = 0; i < files->len; i++)
    {
      MkSent *sent = g_ptr_array_index (files, i);
      MkSent *copy = g_new0 (MkSent, 1);

      copy->bytes = g_bytes_ref (sent->bytes);
      if (end == self->buddy)
        copy->recipient = g_strdup (MODEL_LEADER);
      else
        copy->recipient = g_strdup (g_str_equal (sent->recipient, MODEL_AUTHORITY) ? MODEL_AUTHORITY
                                                                                   : MODEL_BUDDY);
      assert_fit (self, end, copy->bytes);
      if (at_once)
        mk_model_deliver (self, copy->recipient, copy->bytes);
      if (at_once)
        mk_sent_free (copy);
      else
        g_ptr_array_add (self->wire, copy);
    }
}

static void
begin_again (MkEnd *end)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) begun = mk_new_epoch (end->database, NULL, &error);

  g_assert_no_error (error);
}

/* Lets everything arrive until all agree: what is asked for again is sent again, and a person who
 * was refused something begins a new epoch. */
void
mk_model_settle (MkModel *self)
{
  g_autoptr (GString) problems = g_string_new (NULL);

  for (guint round = 0; round < 14; round++)
    {
      g_string_truncate (problems, 0);
      self->authority->refused_epoch = FALSE;
      mk_plain_authority_seal (self->authority);
      for (guint i = 0; i < self->authority->sent->len; i++)
        mk_model_deliver (self, MODEL_LEADER, g_ptr_array_index (self->authority->sent, i));
      mk_model_send (self, self->leader, 1, TRUE);
      mk_model_send (self, self->buddy, 1, TRUE);
      if (mk_model_agrees (self, problems))
        return;
      if (round % 3 == 2 && (self->refused || self->authority->refused_epoch))
        {
          self->refused = FALSE;
          begin_again (self->leader);
          begin_again (self->buddy);
        }
    }
  g_error ("they do not agree:\n%s", problems->str);
}
