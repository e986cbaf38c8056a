/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"
#include "mk-attention.h"
#include "today/mk-prompt.h"
#include "today/mk-reminding.h"

#include <string.h>

/* Which questions are asked follows from facts, the day, and what was not wanted, and from nothing
 * else. No display. */

#define TODAY "2026-12-03"

/* A fact, and what of it was not wanted until when. */
typedef struct
{
  MkPromptKind kind;
  const char  *subject;
  const char  *date;
  guint        count;
  const char  *not_before;
} Fact;

#define MOST_FACTS 7

typedef struct
{
  const char *name;
  Fact        facts[MOST_FACTS]; /* up to the first without a subject */
  const char *asked; /* subjects in their order */
} Case;

static const Case cases[] = {
  { "nothing is known", { { 0 } }, "" },
  { "help is asked about every day", { { MK_PROMPT_HELP, "h", NULL, 0, NULL } }, "h" },
  { "not until the day", { { MK_PROMPT_HELP, "h", NULL, 0, "2026-12-04" } }, "" },
  { "on the day itself", { { MK_PROMPT_HELP, "h", NULL, 0, "2026-12-03" } }, "h" },
  { "a receipt is awaited for six days",
    { { MK_PROMPT_RECEIPT, "r", "2026-11-27", 0, NULL } },
    "" },
  { "for a week", { { MK_PROMPT_RECEIPT, "r", "2026-11-26", 0, NULL } }, "r" },
  { "a card runs out in 31 days", { { MK_PROMPT_CARD, "c", "2027-01-03", 7, NULL } }, "" },
  { "in 30 days", { { MK_PROMPT_CARD, "c", "2027-01-02", 7, NULL } }, "c" },
  { "and is used up", { { MK_PROMPT_CARD, "c", "2027-01-02", 0, NULL } }, "" },
  { "today", { { MK_PROMPT_CARD, "c", TODAY, 1, NULL } }, "c" },
  { "yesterday", { { MK_PROMPT_CARD, "c", "2026-12-02", 1, NULL } }, "" },
  { "a placement begins in 8 days", { { MK_PROMPT_NOTICE, "b", "2026-12-11", 0, NULL } }, "" },
  { "in a week", { { MK_PROMPT_NOTICE, "b", "2026-12-10", 0, NULL } }, "b" },
  { "began three weeks ago", { { MK_PROMPT_NOTICE, "b", "2026-11-12", 0, NULL } }, "b" },
  { "a day more", { { MK_PROMPT_NOTICE, "b", "2026-11-11", 0, NULL } }, "" },
  { "a placement ends in 43 days", { { MK_PROMPT_END, "e", "2027-01-15", 0, NULL } }, "" },
  { "in six weeks", { { MK_PROMPT_END, "e", "2027-01-14", 0, NULL } }, "e" },
  { "has ended", { { MK_PROMPT_END, "e", "2026-12-02", 0, NULL } }, "" },
  { "a number was confirmed 30 days ago",
    { { MK_PROMPT_NUMBER, "n", "2026-11-03", 0, NULL } },
    "" },
  { "a month ago", { { MK_PROMPT_NUMBER, "n", "2026-11-02", 0, NULL } }, "n" },
  { "buddies met 41 days ago", { { MK_PROMPT_MEETING, "m", "2026-10-23", 0, NULL } }, "" },
  { "42 days ago", { { MK_PROMPT_MEETING, "m", "2026-10-22", 0, NULL } }, "m" },
  { "56 days ago", { { MK_PROMPT_MEETING, "m", "2026-10-08", 0, NULL } }, "m" },
  { "57 days ago", { { MK_PROMPT_MEETING, "m", "2026-10-07", 0, NULL } }, "" },
  { "never, and so nobody knows", { { MK_PROMPT_NUMBER, "n", NULL, 0, NULL } }, "" },
  { "what is no date", { { MK_PROMPT_END, "e", "2027-02-30", 0, NULL } }, "" },
  { "a visit is tomorrow", { { MK_PROMPT_VISIT, "v", "2026-12-04", 0, NULL } }, "" },
  { "is today", { { MK_PROMPT_VISIT, "v", TODAY, 0, NULL } }, "v" },
  { "was yesterday", { { MK_PROMPT_VISIT, "v", "2026-12-02", 0, NULL } }, "" },
  { "an answer is awaited until tomorrow",
    { { MK_PROMPT_ANSWER, "a", "2026-12-04", 0, NULL } },
    "" },
  { "is five working days late", { { MK_PROMPT_ANSWER, "a", TODAY, 0, NULL } }, "a" },
  { "and still is", { { MK_PROMPT_ANSWER, "a", "2026-11-01", 0, NULL } }, "a" },
  { "of a kind the most urgent",
    { { MK_PROMPT_END, "late", "2027-01-10", 0, NULL },
      { MK_PROMPT_END, "soon", "2026-12-10", 0, NULL } },
    "soon" },
  { "and the next when it is not wanted",
    { { MK_PROMPT_END, "late", "2027-01-10", 0, NULL },
      { MK_PROMPT_END, "soon", "2026-12-10", 0, "2026-12-08" } },
    "late" },
  { "at most three, in their order",
    { { MK_PROMPT_NUMBER, "n", "2026-10-01", 0, NULL },
      { MK_PROMPT_END, "e", "2026-12-10", 0, NULL },
      { MK_PROMPT_CARD, "c", "2026-12-20", 7, NULL },
      { MK_PROMPT_HELP, "h", NULL, 0, NULL },
      { MK_PROMPT_RECEIPT, "r", "2026-11-01", 0, NULL } },
    "r h c" },
  { "one that is not wanted makes room",
    { { MK_PROMPT_NUMBER, "n", "2026-10-01", 0, NULL },
      { MK_PROMPT_END, "e", "2026-12-10", 0, NULL },
      { MK_PROMPT_CARD, "c", "2026-12-20", 7, NULL },
      { MK_PROMPT_HELP, "h", NULL, 0, "2026-12-10" },
      { MK_PROMPT_RECEIPT, "r", "2026-11-01", 0, NULL } },
    "r c e" },
};

static char *
asked_in (const Case *one)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (mk_prompt_free);
  g_autoptr (GHashTable) dismissed =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GString) asked = g_string_new (NULL);

  for (guint i = 0; i < MOST_FACTS && one->facts[i].subject != NULL; i++)
    {
      const Fact *fact = &one->facts[i];
      MkPrompt *prompt = mk_prompt_new (fact->kind, fact->subject, "Mia", fact->date);

      prompt->count = fact->count;
      g_ptr_array_add (facts, prompt);
      if (fact->not_before != NULL)
        g_hash_table_insert (dismissed,
                             mk_dismissal_key (mk_prompt_kind_name (fact->kind), fact->subject),
                             g_strdup (fact->not_before));
    }
  chosen = mk_prompts_choose (facts, dismissed, TODAY);
  for (guint i = 0; i < chosen->len; i++)
    g_string_append_printf (asked, "%s%s", i > 0 ? " " : "",
                            ((const MkPrompt *) g_ptr_array_index (chosen, i))->subject);
  return g_strdup (asked->str);
}

static void
test_questions_follow_from_facts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *asked = asked_in (&cases[i]);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (asked, ==, cases[i].asked);
    }
}

static void
test_not_now_rests_as_fits (void)
{
  static const struct
  {
    MkPromptKind kind;
    const char *today;
    const char *until;
  } rests[] = {
    { MK_PROMPT_HELP, TODAY, "2026-12-10" },   { MK_PROMPT_RECEIPT, TODAY, "2026-12-04" },
    { MK_PROMPT_CARD, TODAY, "2026-12-10" },   { MK_PROMPT_END, "2026-12-28", "2027-01-04" },
    { MK_PROMPT_NUMBER, TODAY, "2026-12-10" }, { MK_PROMPT_RECEIPT, "2028-02-28", "2028-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      g_autofree char *until =
          mk_prompt_name_until (mk_prompt_kind_name (rests[i].kind), rests[i].today);

      g_assert_cmpstr (until, ==, rests[i].until);
    }
}

/* A message stands on the desktop for everybody: its kind, and nothing of what it is about. */
static void
test_message_names_nobody (void)
{
  guint n_messages = 0;

  for (guint kind = 0; kind < MK_PROMPT_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func (mk_prompt_free);
      MkPrompt *prompt = mk_prompt_new ((MkPromptKind) kind, "id", "Mia", TODAY);
      const char *words;

      prompt->detail = g_strdup ("70 10 10 10");
      prompt->count = 7;
      g_ptr_array_add (prompts, prompt);
      words = mk_reminding_words (prompts);
      n_messages += words != NULL;
      for (const char *at = words; at != NULL && *at != '\0'; at++)
        g_assert_false (g_ascii_isdigit (*at));
      g_assert_true (words == NULL || strstr (words, "Mia") == NULL);
    }
  g_assert_cmpuint (n_messages, ==, 8);
}

/* A question that is asked day after day, and a key that is not saved, are no reason. */
static void
test_message_has_a_reason (void)
{
  g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func (mk_prompt_free);

  g_assert_null (mk_reminding_words (prompts));
  g_ptr_array_add (prompts, mk_prompt_new (MK_PROMPT_CODE, "", NULL, NULL));
  g_ptr_array_add (prompts, mk_prompt_new (MK_PROMPT_HELP, "", NULL, NULL));
  g_ptr_array_add (prompts, mk_prompt_new (MK_PROMPT_NUMBER, "n", "Mia", TODAY));
  g_assert_null (mk_reminding_words (prompts));
  g_ptr_array_add (prompts, mk_prompt_new (MK_PROMPT_CARD, "c", "Mia", TODAY));
  g_assert_nonnull (mk_reminding_words (prompts));
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/prompts/questions-follow-from-facts", test_questions_follow_from_facts);
  g_test_add_func ("/prompts/not-now-rests-as-fits", test_not_now_rests_as_fits);
  g_test_add_func ("/prompts/message-names-nobody", test_message_names_nobody);
  g_test_add_func ("/prompts/message-has-a-reason", test_message_has_a_reason);
  return g_test_run ();
}
