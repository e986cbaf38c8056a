/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-post-words.h"

#include "exchange/mk-reason-words.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-fault.h"
#include "mk-isolate.h"
#include "mk-record-type.h"

#include <glib/gi18n-lib.h>

/* The correspondence in words, for the page that shows it. */

/**
 * mk_post_kind_words:
 * @type: the contract's name of a type of record
 * @count: how many
 *
 * Returns: (transfer full): so many of them: "2 check-ins"
 */
char *
mk_post_kind_words (const char *type,
                    guint       count)
{
  if (g_strcmp0 (type, "checkin") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u check-in", "%u check-ins", count),
                            count);
  if (g_strcmp0 (type, "anmodning") == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u support request", "%u support requests", count), count);
  if (g_strcmp0 (type, "forloeb") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u placement", "%u placements", count),
                            count);
  if (g_strcmp0 (type, "kontakt") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u contact", "%u contacts", count),
                            count);
  if (g_strcmp0 (type, "klippekort") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u punch card", "%u punch cards", count),
                            count);
  if (g_strcmp0 (type, "kvittering") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u receipt", "%u receipts", count),
                            count);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u other entry", "%u other entries", count), count);
}

/* A list in a sentence: "a", "a and b", "a, b and c". */
static char *
join (GPtrArray *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == parts->len ? _ (" and ") : ", ");
      g_string_append (text, g_ptr_array_index (parts, i));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
ready_sentence (const MkPostReady *ready)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  const MkRecordType *type;
  guint others = g_hash_table_size (ready->counts);

  for (guint i = 0; (type = mk_record_type_get (i)) != NULL; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (ready->counts, type->name));

      if (count > 0)
        g_ptr_array_add (parts, mk_post_kind_words (type->name, count));
      others -= count > 0;
    }
  if (others > 0)
    g_ptr_array_add (parts, mk_post_kind_words (NULL, others));
  if (ready->n_receipts > 0)
    g_ptr_array_add (parts, mk_post_kind_words ("kvittering", ready->n_receipts));
  if (parts->len == 0)
    return NULL;
  list = join (parts);
  /* Translators: what is sent, such as "2 check-ins and 1 receipt", and to whom. */
  return mk_isolate_printf (_ ("%1$s to %2$s"), list, ready->name);
}

/**
 * mk_post_ready_words:
 * @reading: what is to be sent
 *
 * Returns: (transfer full) (nullable): what is ready for whom, a line for each partner; %NULL when
 *   nothing is
 */
char *
mk_post_ready_words (const MkReadyReading *reading)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reading->ready->len; i++)
    {
      g_autofree char *sentence = ready_sentence (g_ptr_array_index (reading->ready, i));

      if (sentence != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* "today at 14:30", beginning a sentence. */
static char *
moment_words (const char *moment)
{
  g_autoptr (GDateTime) then = moment != NULL ? mk_date_text_read (moment) : NULL;
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *day = then != NULL ? mk_date_text_relative (then, now) : NULL;
  g_autofree char *time = then != NULL ? mk_date_text_time (then) : NULL;

  return day != NULL ? mk_isolate_printf ("%s %s", day, time) : g_strdup ("");
}

/* Sentences one after the other, without the empty ones. */
static char *
sentences (const char *first,
           const char *second)
{
  if (second == NULL)
    return g_strdup (first);
  return mk_isolate_printf ("%s. %s", first, second);
}

static char *
entries_words (gint64 entries)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d entry", "%d entries", (gulong) entries),
                          (int) entries);
}

/**
 * mk_post_held_item:
 * @held: an entry that stays
 *
 * Returns: (transfer full): a row that tells why, and leads to where it can be mended
 */
MkPostItem *
mk_post_held_item (const MkHeld *held)
{
  const MkRecordType *type = mk_record_type_find (held->type);
  gboolean is_check_in = g_strcmp0 (held->type, "checkin") == 0;
  g_autofree char *title =
      mk_isolate_printf (_ ("%s: is not sent now"), type != NULL ? _ (type->label) : held->type);
  g_autofree char *target = g_strdup_printf ("'%s'", held->id);
  MkPostLine line = { .icon = (char *) "dialog-warning-symbolic",
                      .title = title,
                      .detail = held->reason,
                      .button = is_check_in ? _ ("Change") : NULL,
                      .action = is_check_in ? (char *) "win.open-check-in" : NULL,
                      .target = target };

  return mk_post_item_new (&line);
}

/* Of exchange.send-again: to whom, and from which number on. */
static char *
again_target (const MkPosted *posted)
{
  g_autoptr (GVariant) target =
      g_variant_ref_sink (g_variant_new ("(sx)", posted->partner_id, posted->number));

  return g_variant_print (target, TRUE);
}

/**
 * mk_post_sent_item:
 * @posted: a package that went and is not known to have come
 *
 * Returns: (transfer full): a row with a way to send it again
 */
MkPostItem *
mk_post_sent_item (const MkPosted *posted)
{
  g_autofree char *title =
      mk_isolate_printf (_ ("Package %1$d to %2$s"), (int) posted->number, posted->partner);
  g_autofree char *when = moment_words (posted->moment);
  g_autofree char *entries = entries_words (posted->entries);
  /* Translators: so many entries, and when they were sent. */
  g_autofree char *sent = mk_isolate_printf (_ ("%1$s, packed %2$s"), entries, when);
  g_autofree char *target = again_target (posted);
  MkPostLine line = { .icon = (char *) "document-send-symbolic",
                      .title = title,
                      .detail = sent,
                      .button = _ ("Send again…"),
                      .action = (char *) "exchange.send-again",
                      .target = target };

  return mk_post_item_new (&line);
}

/**
 * mk_post_unwritten_item:
 * @posted: a package that is packed and was never written
 *
 * Returns: (transfer full): a row with a way to write it
 */
MkPostItem *
mk_post_unwritten_item (const MkPosted *posted)
{
  g_autofree char *title =
      mk_isolate_printf (_ ("Package %1$d to %2$s"), (int) posted->number, posted->partner);
  g_autofree char *entries = entries_words (posted->entries);
  g_autofree char *detail = sentences (_ ("Packed, not written yet"), entries);
  g_autofree char *target = again_target (posted);
  MkPostLine line = { .icon = (char *) "dialog-warning-symbolic",
                      .title = title,
                      .detail = detail,
                      .button = _ ("Write again…"),
                      .action = (char *) "exchange.send-again",
                      .target = target };

  return mk_post_item_new (&line);
}

/* Of exchange.begin-anew: with whom. */
static char *
anew_target (const MkPosted *posted)
{
  g_autoptr (GVariant) target =
      g_variant_ref_sink (g_variant_new ("(ss)", posted->partner_id, posted->partner));

  return g_variant_print (target, TRUE);
}

/**
 * mk_post_refused_item:
 * @posted: a package that the other end refused
 *
 * Returns: (transfer full): a row that tells why, with a way to send it again, or to begin anew where
 *   the same bytes would be refused again
 */
MkPostItem *
mk_post_refused_item (const MkPosted *posted)
{
  gboolean must_begin_anew =
      g_strcmp0 (posted->code, MK_CODE_EPOCH) == 0 || g_strcmp0 (posted->code, MK_CODE_CHAIN) == 0;
  /* Translators: who, and the number of the package. */
  g_autofree char *title = mk_isolate_printf (_ ("%2$s could not take package %1$d"),
                                              (int) posted->number, posted->partner);
  g_autofree char *target = must_begin_anew ? anew_target (posted) : again_target (posted);
  const char *mend =
      must_begin_anew ? _ ("The same package would be refused again. Talk to them, and begin anew.")
                      : _ ("Talk to them. When they are ready, send it again.");
  g_autofree char *detail =
      posted->reason != NULL ? mk_isolate_printf ("%s %s", posted->reason, mend) : g_strdup (mend);
  MkPostLine line = { .icon = (char *) "dialog-warning-symbolic",
                      .title = title,
                      .detail = detail,
                      .button = must_begin_anew ? _ ("Begin anew…") : _ ("Send again…"),
                      .action = (char *) (must_begin_anew ? "exchange.begin-anew"
                                                          : "exchange.send-again"),
                      .target = target };

  return mk_post_item_new (&line);
}

/**
 * mk_post_unable_item:
 * @entry: a record that the other end could not take
 *
 * Returns: (transfer full): a row that tells why, and leads to where it can be mended
 */
MkPostItem *
mk_post_unable_item (const MkRefusedEntry *entry)
{
  const MkRecordType *type = mk_record_type_find (entry->type);
  gboolean can_mend = entry->is_own && g_strcmp0 (entry->type, "checkin") == 0;
  /* Translators: the kind of an entry, and who could not take it. */
  g_autofree char *title =
      mk_isolate_printf (_ ("%1$s: %2$s could not take it"),
                         type != NULL ? _ (type->label) : _ ("Unknown kind"), entry->partner);
  g_autofree char *target = g_strdup_printf ("'%s'", entry->id);
  const char *mend =
      can_mend ? _ ("Change it and save; then it is sent anew.") : _ ("Talk to them about it.");
  g_autofree char *reason = mk_reason_words (type, entry->reason);
  g_autofree char *detail =
      reason != NULL ? mk_isolate_printf ("%s %s", reason, mend) : g_strdup (mend);
  MkPostLine line = { .icon = (char *) "dialog-warning-symbolic",
                      .title = title,
                      .detail = detail,
                      .button = can_mend ? _ ("Change") : NULL,
                      .action = can_mend ? (char *) "win.open-check-in" : NULL,
                      .target = target };

  return mk_post_item_new (&line);
}

static void
choose_state (MkPostLine *line,
              const char *state)
{
  line->icon = (char *) "object-select-symbolic";
  line->state = (char *) C_ ("state", "Received");
  line->state_class = (char *) "received";
  if (g_strcmp0 (state, "delvist") == 0)
    {
      line->icon = (char *) "dialog-warning-symbolic";
      line->state = (char *) C_ ("state", "Partly received");
      line->state_class = (char *) "not-sent";
    }
  else if (g_strcmp0 (state, "hentet") == 0)
    {
      line->icon = (char *) "folder-download-symbolic";
      line->state = (char *) C_ ("state", "Fetched");
      line->state_class = (char *) "fetched";
    }
  else if (g_strcmp0 (state, "afvist") == 0)
    {
      line->icon = (char *) "dialog-error-symbolic";
      line->state = (char *) C_ ("state", "Refused");
      line->state_class = (char *) "not-sent";
    }
}

static char *
done_title (const MkPosted *posted)
{
  if (posted->partner == NULL)
    return g_strdup (_ ("A file was not taken"));
  if (g_strcmp0 (posted->state, "afvist") == 0 && posted->number > 0)
    return mk_isolate_printf (_ ("Package %1$d from %2$s was not taken"), (int) posted->number,
                              posted->partner);
  if (g_strcmp0 (posted->state, "afvist") == 0)
    return mk_isolate_printf (_ ("A file from %s was not taken"), posted->partner);
  return mk_isolate_printf (g_strcmp0 (posted->state, "hentet") == 0 ? _ ("Package %1$d from %2$s")
                                                                     : _ ("Package %1$d to %2$s"),
                            (int) posted->number, posted->partner);
}

/**
 * mk_post_done_item:
 * @posted: a package that came, or is known to have come to the other end, or was refused here
 *
 * Returns: (transfer full): a row that tells so
 */
MkPostItem *
mk_post_done_item (const MkPosted *posted)
{
  g_autofree char *title = done_title (posted);
  g_autofree char *when = moment_words (posted->moment);
  g_autofree char *capital = mk_date_text_capitalize (when);
  g_autofree char *entries = posted->entries > 0 ? entries_words (posted->entries) : NULL;
  g_autofree char *facts =
      entries != NULL ? mk_isolate_printf ("%s, %s", entries, when) : g_strdup (capital);
  g_autofree char *detail = sentences (facts, posted->reason);
  MkPostLine line = { .title = title, .detail = detail };

  choose_state (&line, posted->state);
  return mk_post_item_new (&line);
}

static char *
number_list (const GArray *numbers)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < numbers->len; i++)
    g_ptr_array_add (parts, g_strdup_printf ("%d", (int) g_array_index (numbers, gint64, i)));
  return join (parts);
}

/* What to write to them. */
static char *
request_words (const MkPostMissing *missing,
               const char          *list)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Hello. We are missing package %1$s from you. Will you send again from number "
                   "%2$d?",
                   "Hello. We are missing packages %1$s from you. Will you send again from number "
                   "%2$d?",
                   missing->numbers->len),
      list, (int) g_array_index (missing->numbers, gint64, 0));
}

/**
 * mk_post_missing_item:
 * @missing: packages that have not come
 *
 * Returns: (transfer full): a row that tells whom to ask for what, with the sentence to send them
 */
MkPostItem *
mk_post_missing_item (const MkPostMissing *missing)
{
  g_autofree char *list = number_list (missing->numbers);
  g_autofree char *title =
      mk_isolate_printf (g_dngettext (GETTEXT_PACKAGE, "Package %1$s from %2$s is missing",
                                      "Packages %1$s from %2$s are missing", missing->numbers->len),
                         list, missing->name);
  g_autofree char *detail =
      g_strdup_printf (_ ("What came after it waits here. Ask them to send from number %d."),
                       (int) g_array_index (missing->numbers, gint64, 0));
  g_autofree char *request = request_words (missing, list);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (request));
  g_autofree char *printed = g_variant_print (target, TRUE);
  MkPostLine line = { .icon = (char *) "dialog-warning-symbolic",
                      .title = title,
                      .detail = detail,
                      .button = _ ("Copy text"),
                      .action = (char *) "exchange.copy",
                      .target = printed };

  return mk_post_item_new (&line);
}

/**
 * mk_post_question_item:
 * @posted: a package that waits for a yes, or a file that was kept aside
 *
 * Returns: (transfer full) (nullable): a row that leads to the question; %NULL when nobody is asked
 *   about it
 */
MkPostItem *
mk_post_question_item (const MkPosted *posted)
{
  gboolean removes = g_strcmp0 (posted->state, "fjernelse") == 0;
  g_autofree char *title = NULL;
  g_autofree char *target = g_strdup_printf ("'%s'", posted->sha256);
  MkPostLine line = { .icon = (char *) "dialog-question-symbolic",
                      .detail = removes ? _ ("It deletes a lot. What comes after it waits.")
                                        : _ ("It is kept here, and nothing of it is used."),
                      .button = _ ("Answer…"),
                      .action = (char *) "win.answer-package",
                      .target = target };

  if (!posted->asks)
    return NULL;
  title = mk_isolate_printf (_ ("Package %1$d from %2$s waits for your yes"), (int) posted->number,
                             posted->partner);
  line.title = title;
  return mk_post_item_new (&line);
}

/**
 * mk_post_released_item:
 *
 * Returns: (transfer full): a row for packages that had waited, have their turn, and were not
 *   fetched to the end
 */
MkPostItem *
mk_post_released_item (void)
{
  MkPostLine line = { .icon = (char *) "dialog-warning-symbolic",
                      .title = _ ("Packages wait here that can be fetched now"),
                      .detail = _ ("They were not fetched to the end the last time."),
                      .button = _ ("Go on"),
                      .action = (char *) "win.fetch-waiting" };

  return mk_post_item_new (&line);
}

/**
 * mk_post_older_item:
 * @n_older: how many a list has no room for
 *
 * Returns: (transfer full): a row that tells so, the last one of the list
 */
MkPostItem *
mk_post_older_item (guint n_older)
{
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… and %u older", "… and %u older", n_older),
                       n_older);
  MkPostLine line = { .icon = (char *) "view-more-symbolic", .title = title };

  return mk_post_item_new (&line);
}
