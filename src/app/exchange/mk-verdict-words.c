/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-verdict-words.h"

#include "exchange/mk-post-words.h"
#include "mk-isolate.h"
#include "mk-role.h"

#include <glib/gi18n-lib.h>

/* What became of a package, in words for people. */

/**
 * mk_verdict_words:
 * @verdict: a verdict
 *
 * Returns: (transfer none): what became of it, in a word or two
 */
const char *
mk_verdict_words (const MkVerdict *verdict)
{
  switch (verdict->status)
    {
    case MK_VERDICT_TAKEN:
      return C_ ("package", "Fetched");
    case MK_VERDICT_PARTLY:
      return C_ ("package", "Partly fetched");
    case MK_VERDICT_KNOWN:
      return C_ ("package", "Fetched before");
    case MK_VERDICT_WAITS:
      return C_ ("package", "Waits");
    case MK_VERDICT_REFUSED:
    default:
      return C_ ("package", "Refused");
    }
}

/**
 * mk_verdict_title:
 * @verdict: a verdict
 *
 * Returns: (transfer full): the name of its file, or what it was when it had waited here
 */
char *
mk_verdict_title (const MkVerdict *verdict)
{
  g_autofree char *name = NULL;

  if (verdict->file == NULL)
    return g_strdup (_ ("A package that had waited here"));
  name = g_path_get_basename (verdict->file);
  return g_filename_display_name (name);
}

static char *
numbers (const GArray *missing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            g_array_index (missing, gint64, i));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_sentence (GString    *text,
              const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static void
add_origin (const MkVerdict *verdict,
            GString         *text)
{
  g_autofree char *origin = NULL;

  if (verdict->sender == NULL || verdict->sender->name == NULL || verdict->number == MK_ABSENT)
    return;
  /* Translators: the number of a package, and who it is from. */
  origin = mk_isolate_printf (_ ("Number %1$d from %2$s."), (int) verdict->number,
                              verdict->sender->name);
  add_sentence (text, origin);
}

static void
add_missing (const MkVerdict *verdict,
             GString         *text)
{
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;

  if (verdict->missing == NULL || verdict->missing->len == 0)
    return;
  list = numbers (verdict->missing);
  sentence = mk_isolate_printf (
      g_dngettext (GETTEXT_PACKAGE, "Number %s is missing. Ask the sender for it.",
                   "Numbers %s are missing. Ask the sender for them.", verdict->missing->len),
      list);
  add_sentence (text, sentence);
}

/**
 * mk_verdict_detail:
 * @verdict: a verdict
 *
 * Returns: (transfer full): what became of it, in sentences
 */
char *
mk_verdict_detail (const MkVerdict *verdict)
{
  g_autoptr (GString) text = g_string_new (mk_verdict_words (verdict));

  g_string_append_c (text, '.');
  add_origin (verdict, text);
  if (verdict->reason != NULL)
    add_sentence (text, verdict->reason);
  add_missing (verdict, text);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * mk_verdict_icon_name:
 * @verdict: a verdict
 *
 * Returns: (transfer none): an icon that says the same
 */
const char *
mk_verdict_icon_name (const MkVerdict *verdict)
{
  switch (verdict->status)
    {
    case MK_VERDICT_TAKEN:
    case MK_VERDICT_KNOWN:
      return "object-select-symbolic";
    case MK_VERDICT_WAITS:
      return "document-open-recent-symbolic";
    case MK_VERDICT_REFUSED:
      return "dialog-error-symbolic";
    case MK_VERDICT_PARTLY:
    default:
      return "dialog-warning-symbolic";
    }
}

/**
 * mk_verdict_question:
 * @verdict: a verdict that asks
 *
 * Returns: (transfer none): what a person is asked
 */
const char *
mk_verdict_question (const MkVerdict *verdict)
{
  if (verdict->lacks_seal)
    return _ ("Fetch a package without a seal?");
  if (g_strcmp0 (verdict->code, MK_CODE_SENDER) == 0)
    return _ ("Do you know the sender?");
  if (g_strcmp0 (verdict->code, MK_CODE_REMOVAL) == 0)
    return _ ("Shall so much be deleted?");
  if (g_strcmp0 (verdict->code, MK_CODE_EPOCH) == 0)
    return _ ("Does the sender begin anew?");
  return _ ("Fetch this package all the same?");
}

static const char *
role_words (const char *role)
{
  switch (mk_role_from_name (role))
    {
    case MK_ROLE_BUDDY:
      return _ ("Buddy");
    case MK_ROLE_LEADER:
      return _ ("Leader");
    case MK_ROLE_AUTHORITY:
      return _ ("Authority");
    case MK_ROLE_NONE:
    case MK_ROLE_WORKPLACE:
    case MK_ROLE_ANY:
    default:
      return _ ("Unknown role");
    }
}

static char *
sender_words (const MkPart *sender)
{
  g_autofree char *cvr = sender->cvr_number != NULL
                             ? mk_isolate_printf (_ ("CVR %s"), sender->cvr_number)
                             : g_strdup (_ ("No CVR number"));

  return mk_isolate_printf ("%s\n%s\n%s", sender->name, role_words (sender->role), cvr);
}

/* A line for each type: "6 of 10 contacts". */
static char *
removal_lines (const GPtrArray *removals)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < removals->len; i++)
    {
      const MkRemoval *removal = g_ptr_array_index (removals, i);
      g_autofree char *living = mk_post_kind_words (removal->type, (guint) removal->living);

      /* Translators: how many of how many, such as "6 of 10 contacts". */
      g_string_append_printf (text, _ ("%1$d of %2$s"), (int) removal->count, living);
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
removal_meaning (const MkVerdict *verdict)
{
  g_autofree char *lines = removal_lines (verdict->removals);

  /* Translators: who the package is from, and lines such as "6 of 10 contacts". */
  return mk_isolate_printf (
      _ ("The package from %1$s deletes here:\n\n%2$s\nAsk the sender whether "
         "that is right. Until you say yes, nothing is deleted, and what comes "
         "after it waits. You find it under Send and fetch."),
      verdict->sender->name, lines);
}

static char *
epoch_meaning (const MkVerdict *verdict)
{
  return mk_isolate_printf (
      _ ("%s has begun anew, and does not say what becomes of what was fetched "
         "before. It can be so after a backup was put back there. Ask them "
         "first.\n\nIf you say yes, what they send from now on counts. What you "
         "have stays until they send it anew. If you wait, you find the package "
         "under Send and fetch."),
      verdict->sender->name);
}

static char *
sender_meaning (const MkVerdict *verdict)
{
  g_autofree char *sender = sender_words (verdict->sender);

  if (verdict->lacks_seal)
    return mk_isolate_printf ("%s\n\n%s", verdict->reason, sender);
  return mk_isolate_printf (
      _ ("The package says that it comes from:\n\n%s\n\nSay yes only if you "
         "expect a package from there. If you wait, you find it under Send and "
         "fetch."),
      sender);
}

/**
 * mk_verdict_meaning:
 * @verdict: a verdict that asks
 *
 * Returns: (transfer full): what a yes would mean, and what happens without one
 */
char *
mk_verdict_meaning (const MkVerdict *verdict)
{
  if (verdict->sender == NULL || verdict->sender->name == NULL)
    return g_strdup (verdict->reason);
  if (g_strcmp0 (verdict->code, MK_CODE_SENDER) == 0)
    return sender_meaning (verdict);
  if (g_strcmp0 (verdict->code, MK_CODE_REMOVAL) == 0)
    return removal_meaning (verdict);
  if (g_strcmp0 (verdict->code, MK_CODE_EPOCH) == 0)
    return epoch_meaning (verdict);
  return g_strdup (verdict->reason);
}

/**
 * mk_verdict_entry_words:
 * @entry: an entry that was refused alone, or is of an unknown type
 *
 * Returns: (transfer none): what became of it
 */
const char *
mk_verdict_entry_words (const MkVerdictEntry *entry)
{
  if (g_strcmp0 (entry->code, MK_CODE_UNKNOWN) == 0)
    return _ ("Unknown kind, kept");
  return C_ ("package", "Refused");
}

static guint
count_status (const GPtrArray *verdicts,
              MkVerdictStatus  status)
{
  guint count = 0;

  for (guint i = 0; i < verdicts->len; i++)
    count += ((const MkVerdict *) g_ptr_array_index (verdicts, i))->status == status;
  return count;
}

static char *
count_words (MkVerdictStatus status,
             guint           count)
{
  switch (status)
    {
    case MK_VERDICT_TAKEN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u package is fetched.",
                                           "%u packages are fetched.", count),
                              count);
    case MK_VERDICT_PARTLY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u package is partly fetched.",
                                           "%u packages are partly fetched.", count),
                              count);
    case MK_VERDICT_KNOWN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u package was fetched before.",
                                           "%u packages were fetched before.", count),
                              count);
    case MK_VERDICT_WAITS:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u package waits.", "%u packages wait.", count), count);
    case MK_VERDICT_REFUSED:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u package is refused.",
                                           "%u packages are refused.", count),
                              count);
    }
}

/**
 * mk_verdict_summary:
 * @verdicts: (element-type MkVerdict): what became of packages
 *
 * Returns: (transfer full): how many of each: "12 packages are fetched. 1 package is refused."
 */
char *
mk_verdict_summary (const GPtrArray *verdicts)
{
  static const MkVerdictStatus order[] = { MK_VERDICT_TAKEN, MK_VERDICT_PARTLY, MK_VERDICT_KNOWN,
                                           MK_VERDICT_WAITS, MK_VERDICT_REFUSED };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint count = count_status (verdicts, order[i]);
      g_autofree char *words = count > 0 ? count_words (order[i], count) : NULL;

      if (words != NULL)
        add_sentence (text, words);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * mk_fetching_words:
 * @fetching: a fetching
 *
 * Returns: (transfer full): what it does now: "Fetches 12 of 340…"
 */
char *
mk_fetching_words (MkFetching *fetching)
{
  guint n_packages = mk_fetching_get_n_packages (fetching);

  if (mk_fetching_get_is_releasing (fetching))
    return g_strdup (_ ("Fetches packages that had waited here…"));
  if (n_packages < 2)
    return g_strdup (_ ("Fetches packages…"));
  return g_strdup_printf (_ ("Fetches %1$u of %2$u…"), mk_fetching_get_n_begun (fetching),
                          n_packages);
}

/**
 * mk_fetching_end_words:
 * @fetching: a fetching that is done
 *
 * Returns: (transfer full) (nullable): why it came to an end before its time, and what was not
 *   fetched; %NULL when all was judged
 */
char *
mk_fetching_end_words (MkFetching *fetching)
{
  guint n_left = mk_fetching_get_n_packages (fetching) - mk_fetching_get_n_begun (fetching);
  g_autofree char *left =
      n_left > 0
          ? g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE, "%u file was not fetched. Fetch it again later.",
                             "%u files were not fetched. Fetch them again later.", n_left),
                n_left)
          : g_strdup (_ ("What waits here can be fetched later."));

  if (mk_fetching_get_error (fetching) != NULL)
    return n_left > 0 ? mk_isolate_printf ("%s %s", mk_fetching_get_error (fetching)->message, left)
                      : g_strdup (mk_fetching_get_error (fetching)->message);
  if (mk_fetching_get_is_cancelled (fetching))
    return mk_isolate_printf (_ ("Stopped. %s"), left);
  return NULL;
}
