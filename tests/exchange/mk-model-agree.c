/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-model.h"

/* Whether all ends hold the same, judged plainly, each record against each. */

static gboolean
same_json (const char *one,
           const char *two)
{
  g_autoptr (JsonNode) a = json_from_string (one, NULL);
  g_autoptr (JsonNode) b = json_from_string (two, NULL);

  return json_node_equal (a, b);
}

static void
compare (GString       *problems,
         const char    *where,
         const char    *id,
         const MkPlain *wanted,
         const MkSeen  *found)
{
  if (found == NULL)
    g_string_append_printf (problems, "%s: %s %s is not there\n", where, wanted->type, id);
  else if (found->deleted != wanted->deleted || found->revision != wanted->revision)
    g_string_append_printf (
        problems, "%s: %s %s is revision %" G_GINT64_FORMAT "%s, not %" G_GINT64_FORMAT "%s\n",
        where, wanted->type, id, found->revision, found->deleted ? " deleted" : "",
        wanted->revision, wanted->deleted ? " deleted" : "");
  else if (!wanted->deleted && !same_json (found->data, wanted->data))
    g_string_append_printf (problems, "%s: %s %s holds something else\n", where, wanted->type, id);
}

/* Member of a record's data as text, or NULL. */
static char *
member (const char *data,
        const char *name)
{
  g_autoptr (JsonNode) root = data != NULL ? json_from_string (data, NULL) : NULL;

  return root != NULL
             ? g_strdup (json_object_get_string_member_with_default (json_node_get_object (root),
                                                                     name, NULL))
             : NULL;
}

static GHashTable *
assigned_placements (GHashTable *leader)
{
  GHashTable *assigned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, leader);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const MkSeen *seen = value;
      g_autofree char *to = NULL;

      if (!g_str_equal (seen->type, "tildeling") || seen->deleted)
        continue;
      to = member (seen->data, "installation");
      if (g_strcmp0 (to, MODEL_BUDDY) == 0)
        g_hash_table_add (assigned, member (seen->data, "forloebId"));
    }
  return assigned;
}

/* Whether what the authority wrote is for the buddy, by section 7 of the contract. */
static gboolean
is_for_buddy (MkModel       *self,
              GHashTable    *buddy,
              GHashTable    *assigned,
              const char    *id,
              const MkPlain *plain)
{
  g_autofree char *placement =
      g_str_equal (plain->type, "forloeb") ? g_strdup (id) : member (plain->data, "forloebId");
  g_autofree char *card = member (plain->data, "klippekortId");
  const MkPlain *on = card != NULL ? g_hash_table_lookup (self->authority->own, card) : NULL;

  if (g_str_equal (plain->type, "svar"))
    {
      g_autofree char *request = member (plain->data, "anmodningId");
      const MkSeen *asked = g_hash_table_lookup (buddy, request);

      return asked != NULL && asked->own;
    }
  /* What a restored authority forgot is for nobody to judge. */
  if (placement == NULL && card != NULL && on == NULL)
    return FALSE;
  if (placement == NULL && on != NULL)
    placement = member (on->data, "forloebId");
  return placement == NULL || g_hash_table_contains (assigned, placement);
}

static void
compare_above (MkModel    *self,
               GHashTable *leader,
               GHashTable *buddy,
               GString    *problems)
{
  g_autoptr (GHashTable) assigned = assigned_placements (leader);
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->authority->own);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const MkPlain *plain = value;
      const MkSeen *carried = g_hash_table_lookup (buddy, id);

      compare (problems, "leader", id, plain, g_hash_table_lookup (leader, id));
      if (is_for_buddy (self, buddy, assigned, id, plain) && !(plain->deleted && carried == NULL))
        compare (problems, "buddy", id, plain, carried);
    }
}

/* An own record at its writer's against what another end holds of it. */
static void
compare_own (GString       *problems,
             const char    *where,
             const char    *id,
             const MkSeen  *seen,
             const MkPlain *found)
{
  MkPlain wanted = { .type = seen->type,
                     .revision = seen->revision,
                     .deleted = seen->deleted,
                     .data = seen->data };
  MkSeen there = { 0 };

  if (found == NULL && seen->deleted)
    return;
  if (found != NULL)
    there =
        (MkSeen) { .revision = found->revision, .deleted = found->deleted, .data = found->data };
  compare (problems, where, id, &wanted, found != NULL ? &there : NULL);
}

/* When authority and leader were both restored, nobody may have a card that a buddy still has. */
static gboolean
is_on_lost_card (MkModel      *self,
                 const MkSeen *seen)
{
  g_autofree char *card = member (seen->data, "klippekortId");

  return card != NULL && !g_hash_table_contains (self->authority->own, card);
}

static void
compare_below (MkModel    *self,
               GHashTable *records,
               const char *writer,
               GString    *problems)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const MkSeen *seen = value;
      const MkPlain *found = g_hash_table_lookup (self->authority->theirs, id);

      if (!seen->own || g_str_equal (seen->type, "kvittering") ||
          g_str_equal (seen->state, "tilbageholdt") || is_on_lost_card (self, seen))
        continue;
      compare_own (problems, writer, id, seen, found);
      if (found != NULL)
        g_assert_cmpstr (found->writer, ==, writer);
      if (!g_str_equal (seen->state, "modtaget") &&
          !(seen->deleted && g_str_equal (seen->state, "gemt")))
        g_string_append_printf (problems, "%s: %s is %s\n", writer, (char *) id, seen->state);
    }
}

/**
 * mk_model_agrees:
 * @problems: where what is not the same goes
 *
 * Whether every end holds what its writer wrote last.
 */
gboolean
mk_model_agrees (MkModel *self,
                 GString *problems)
{
  g_autoptr (GHashTable) leader = mk_end_records (self->leader);
  g_autoptr (GHashTable) buddy = mk_end_records (self->buddy);

  compare_above (self, leader, buddy, problems);
  compare_below (self, leader, MODEL_LEADER, problems);
  compare_below (self, buddy, MODEL_BUDDY, problems);
  return problems->len == 0;
}
