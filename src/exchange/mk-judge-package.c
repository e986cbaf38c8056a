/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-packages-in.h"
#include "mk-taking.h"

#include <string.h>

/* Section 5 of the exchange contract, steps 1 to 6: the package as a whole. The first step that
 * fails decides; the seal of a sealed one comes before them (section 8). */

typedef gboolean (*Step) (MkTaking *taking,
                          GError  **error);

/* 1. laesning, version, felt */

static void
refuse_by_fault (MkTaking       *taking,
                 const char     *code,
                 const MkFaults *faults)
{
  const MkFault *fault = mk_faults_first (faults);

  mk_verdict_refuse (taking->verdict, code, fault->pointer, "%s", fault->reason);
}

static void
read_header (MkTaking *taking,
             MkFaults *faults)
{
  MkJsonValue root = mk_gate_root (taking->gate);
  MkVerdict *verdict = taking->verdict;

  taking->header = mk_shape_read (&mk_package_header_shape, root, MK_READ_PUBLIC, "", faults);
  verdict->package_id = g_strdup (taking->header->package_id);
  verdict->number = taking->header->number;
  if (taking->header->sender != NULL)
    verdict->sender = mk_shape_copy (&mk_part_shape, taking->header->sender);
}

static void
count_one (const char *name G_GNUC_UNUSED,
           MkJsonValue value G_GNUC_UNUSED,
           gpointer    user_data)
{
  ++*(gint64 *) user_data;
}

static gint64
count_entries (MkJsonValue entries)
{
  gint64 count = 0;

  if (mk_json_kind (entries) == MK_JSON_LIST)
    mk_json_foreach (entries, count_one, &count);
  return count;
}

static void
candidate_free (gpointer data)
{
  MkCandidate *candidate = data;

  mk_shape_free (&mk_entry_key_shape, candidate->key);
  mk_shape_free (&mk_entry_rest_shape, candidate->rest);
  if (candidate->type != NULL)
    mk_shape_free (candidate->type->shape, candidate->content);
  mk_version_free (candidate->known);
  g_free (candidate);
}

typedef struct
{
  MkTaking   *taking;
  MkFaults   *faults;
  GHashTable *ids;
  guint       index;
} Collecting;

static void
collect_entry (const char *name G_GNUC_UNUSED,
               MkJsonValue value,
               gpointer    user_data)
{
  Collecting *collecting = user_data;
  g_autofree char *pointer = g_strdup_printf ("/poster/%u", collecting->index++);
  MkCandidate *candidate;

  if (mk_faults_count (collecting->faults) > 0)
    return;
  if (mk_json_kind (value) != MK_JSON_OBJECT)
    {
      mk_faults_add (collecting->faults, MK_CODE_FIELD, pointer,
                     "»poster« må kun indeholde objekter.");
      return;
    }
  candidate = g_new0 (MkCandidate, 1);
  g_ptr_array_add (collecting->taking->candidates, candidate);
  candidate->key =
      mk_shape_read (&mk_entry_key_shape, value, MK_READ_PUBLIC, pointer, collecting->faults);
  candidate->data = value;
  if (candidate->key->id != NULL && !g_hash_table_add (collecting->ids, candidate->key->id))
    mk_faults_add (collecting->faults, MK_CODE_FIELD, pointer,
                   "To poster i pakken har det samme »id«.");
}

static void
collect_entries (MkTaking   *taking,
                 MkJsonValue entries,
                 gint64      count,
                 MkFaults   *faults)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Collecting collecting = { taking, faults, ids, 0 };

  if (mk_json_kind (entries) != MK_JSON_LIST)
    mk_faults_add (faults, MK_CODE_FIELD, "/poster", "»poster« mangler eller er ikke en liste.");
  else if (count != taking->header->count)
    mk_faults_add (faults, MK_CODE_FIELD, "/antal", "»antal« passer ikke med antallet af poster.");
  else
    mk_json_foreach (entries, collect_entry, &collecting);
}

static gboolean
step_read (MkTaking *taking,
           GError  **error G_GNUC_UNUSED)
{
  g_autoptr (MkFaults) faults = mk_faults_new ();
  MkJsonValue root, entries;
  gint64 count;

  taking->gate = mk_gate_open (taking->bytes, faults);
  if (taking->gate == NULL)
    {
      refuse_by_fault (taking, MK_CODE_READING, faults);
      return TRUE;
    }
  root = mk_gate_root (taking->gate);
  if (g_strcmp0 (mk_json_text (mk_json_member (root, "format")), MK_PACKAGE_FORMAT) != 0)
    {
      mk_verdict_refuse (taking->verdict, MK_CODE_READING, "/format",
                         "Filen er ikke en pakke fra Makker eller en myndighed.");
      return TRUE;
    }
  entries = mk_json_member (root, "poster");
  count = count_entries (entries);
  read_header (taking, faults);
  if (count > MK_PACKAGE_MOST_ENTRIES)
    mk_verdict_refuse (taking->verdict, MK_CODE_READING, "/poster",
                       "Pakken har flere end 5.000 poster, som er det største.");
  else if (taking->header->version > MK_PACKAGE_VERSION)
    mk_verdict_refuse (taking->verdict, MK_CODE_VERSION, "/version",
                       "Pakken er lavet til en nyere udgave. Opdatér Makker, og hent pakken igen.");
  else
    {
      if (mk_faults_count (faults) == 0)
        collect_entries (taking, entries, count, faults);
      if (mk_faults_count (faults) > 0)
        refuse_by_fault (taking, MK_CODE_FIELD, faults);
    }
  return TRUE;
}

/* 3. kendt, genbrug */

static gboolean
step_known (MkTaking *taking,
            GError  **error)
{
  g_autofree char *sha256 = NULL;
  gboolean has_number = FALSE;

  if (taking->partner == NULL)
    return TRUE;
  if (!mk_package_in_find_sha256 (taking->database, taking->partner->key,
                                  taking->header->package_id, &sha256, error) ||
      !mk_epoch_find (taking->database, taking->partner->key, MK_DIRECTION_IN,
                      taking->header->epoch, &taking->epoch, error) ||
      !mk_package_in_has_number (taking->database, taking->epoch.key, taking->header->number,
                                 &has_number, error))
    return FALSE;
  if (sha256 != NULL && g_str_equal (sha256, taking->verdict->sha256))
    {
      taking->verdict->status = MK_VERDICT_KNOWN;
      taking->verdict->code = MK_CODE_KNOWN;
      g_set_str (&taking->verdict->reason, "Pakken er hentet før. Intet er ændret.");
    }
  else if (sha256 != NULL)
    mk_verdict_refuse (taking->verdict, MK_CODE_REUSE, "/pakkeId",
                       "En pakke med samme »pakkeId«, men andet indhold, er hentet før.");
  else if (has_number)
    mk_verdict_refuse (taking->verdict, MK_CODE_REUSE, "/loebenummer",
                       "En anden pakke med samme nummer er hentet før.");
  return TRUE;
}

/* 4. epoke */

static gboolean
supersedes (const MkPackageHeader *header,
            const char            *epoch)
{
  return header->supersedes != NULL &&
         g_ptr_array_find_with_equal_func (header->supersedes, epoch, g_str_equal, NULL);
}

static gboolean
step_epoch (MkTaking *taking,
            GError  **error)
{
  if (taking->partner == NULL)
    return TRUE;
  if (!mk_epoch_present (taking->database, taking->partner->key, MK_DIRECTION_IN, &taking->present,
                         error))
    return FALSE;
  if (taking->epoch.key != 0 && !taking->epoch.present)
    mk_verdict_refuse (
        taking->verdict, MK_CODE_EPOCH, "/epoke",
        "Pakken hører til en tidligere epoke, som er afløst. Bed afsenderen sende igen.");
  else if (taking->epoch.key == 0 && taking->header->number == 1 && taking->present.key != 0 &&
           !supersedes (taking->header, taking->present.id) && !taking->accepts)
    {
      mk_verdict_refuse (taking->verdict, MK_CODE_EPOCH, "/afloeser",
                         "Afsenderen begynder forfra uden at nævne det, der er hentet før. Spørg "
                         "afsenderen, og sig ja, hvis det er rigtigt.");
      taking->verdict->asks = TRUE;
    }
  return TRUE;
}

/* 5. venter, kaede */

static gboolean
wait_for_turn (MkTaking *taking,
               gint64    next,
               GError  **error)
{
  MkVerdict *verdict = taking->verdict;

  verdict->status = MK_VERDICT_WAITS;
  verdict->code = MK_CODE_WAITS;
  g_set_str (&verdict->reason, "Pakken venter, til de pakker, der mangler før den, er hentet.");
  verdict->missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  return mk_waiting_missing (taking->database, taking->partner != NULL ? taking->partner->key : 0,
                             taking->header->epoch, next, verdict->number, verdict->missing, error);
}

static gboolean
step_turn (MkTaking *taking,
           GError  **error)
{
  g_autofree char *previous = NULL;
  gint64 newest;

  if (!mk_package_in_newest (taking->database, taking->epoch.key, &newest, &previous, error))
    return FALSE;
  if (taking->header->number > newest + 1)
    return wait_for_turn (taking, newest + 1, error);
  if (g_strcmp0 (previous, taking->header->previous_sha256) != 0)
    mk_verdict_refuse (taking->verdict, MK_CODE_CHAIN, "/forrigeSha256",
                       "Pakken passer ikke sammen med den pakke, der kom før den.");
  return TRUE;
}

/* 6. fjernelse */

static void
count_type (GHashTable *counts,
            const char *type)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, type));

  g_hash_table_insert (counts, g_strdup (type), GUINT_TO_POINTER (n + 1));
}

/* How many living records of each type that this sender wrote or carried the package deletes. */
static void
count_removals (const MkTaking *taking,
                GHashTable     *counts)
{
  for (guint i = 0; i < taking->candidates->len; i++)
    {
      const MkCandidate *candidate = g_ptr_array_index (taking->candidates, i);

      if (candidate->deletes && !candidate->refused && candidate->known != NULL &&
          !candidate->known->deleted && !mk_candidate_is_older (taking, candidate))
        count_type (counts, candidate->known->type);
    }
}

static gint
compare_removals (gconstpointer a,
                  gconstpointer b)
{
  const MkRemoval *left = a, *right = b;

  return strcmp (left->type, right->type);
}

/* "6 af 10 af typen »kontakt« og 7 af 20 af typen »checkin«" */
static char *
removal_words (GPtrArray *removals)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < removals->len; i++)
    {
      const MkRemoval *removal = g_ptr_array_index (removals, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT " af %" G_GINT64_FORMAT " af typen »%s«",
                              i > 0 ? " og " : "", removal->count, removal->living, removal->type);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
wait_for_yes (MkVerdict *verdict)
{
  g_autofree char *words = NULL;

  g_ptr_array_sort_values (verdict->removals, compare_removals);
  words = removal_words (verdict->removals);
  verdict->status = MK_VERDICT_WAITS;
  verdict->code = MK_CODE_REMOVAL;
  verdict->asks = TRUE;
  /* The entries are judged when it is taken. */
  g_ptr_array_set_size (verdict->entries, 0);
  g_free (verdict->reason);
  verdict->reason =
      g_strdup_printf ("Pakken fjerner %s. Spørg afsenderen, og sig ja, hvis det er rigtigt.",
                       words);
}

/* Five or more, and more than a fifth. FALSE on an error of the store. */
static gboolean
judge_removals (MkTaking   *taking,
                const char *type,
                guint       count,
                GError    **error)
{
  gint64 living = count >= 5 ? mk_record_living (taking->database, type, taking->partner->key,
                                                 taking->header->sender->id, error)
                             : 0;
  MkRemoval *removal;

  if (count < 5 || living < 0 || (gint64) count * 5 <= living)
    return living >= 0;
  removal = g_new0 (MkRemoval, 1);
  removal->type = g_strdup (type);
  removal->count = count;
  removal->living = living;
  g_ptr_array_add (taking->verdict->removals, removal);
  return TRUE;
}

static gboolean
step_removal (MkTaking *taking,
              GError  **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer type, count;

  if (taking->partner == NULL || taking->accepts)
    return TRUE;
  count_removals (taking, counts);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &type, &count))
    if (!judge_removals (taking, type, GPOINTER_TO_UINT (count), error))
      return FALSE;
  if (taking->verdict->removals->len > 0)
    wait_for_yes (taking->verdict);
  return TRUE;
}

/**
 * mk_judge_package:
 * @taking: with database, installation, bytes and an empty verdict
 * @error: return location
 *
 * Judges a package as a whole. When its verdict is still `modtaget` afterwards, its entries are
 * to be judged.
 *
 * Returns: %FALSE on an error of the store
 */
gboolean
mk_judge_package (MkTaking *taking,
                  GError  **error)
{
  static const Step steps[] = { mk_judge_sender, mk_judge_recipient, step_known,  step_epoch,
                                step_turn,       mk_judge_writers,   step_removal };

  taking->candidates = g_ptr_array_new_with_free_func (candidate_free);
  if (!mk_judge_seal (taking, error))
    return FALSE;
  if (mk_taking_is_decided (taking))
    return TRUE;
  if (!step_read (taking, error) || !mk_judge_find_sender (taking, error) ||
      !mk_judge_signer (taking, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps) && !mk_taking_is_decided (taking); i++)
    if (!steps[i](taking, error))
      return FALSE;
  return TRUE;
}
