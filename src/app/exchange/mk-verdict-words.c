/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-verdict-words.h"

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
  origin =
      g_strdup_printf (_ ("Number %1$d from %2$s."), (int) verdict->number, verdict->sender->name);
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
  sentence = g_strdup_printf (
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
                             ? g_strdup_printf (_ ("CVR %s"), sender->cvr_number)
                             : g_strdup (_ ("No CVR number"));

  return g_strdup_printf ("%s\n%s\n%s", sender->name, role_words (sender->role), cvr);
}

/**
 * mk_verdict_meaning:
 * @verdict: a verdict that asks
 *
 * Returns: (transfer full): what a yes would mean
 */
char *
mk_verdict_meaning (const MkVerdict *verdict)
{
  g_autofree char *sender = verdict->sender != NULL ? sender_words (verdict->sender) : NULL;

  if (g_strcmp0 (verdict->code, MK_CODE_SENDER) == 0 && !verdict->lacks_seal && sender != NULL)
    return g_strdup_printf (_ ("The package says that it comes from:\n\n%s\n\nSay yes only if you "
                               "expect a package from there."),
                            sender);
  return g_strdup_printf ("%s%s%s", verdict->reason != NULL ? verdict->reason : "",
                          sender != NULL ? "\n\n" : "", sender != NULL ? sender : "");
}
