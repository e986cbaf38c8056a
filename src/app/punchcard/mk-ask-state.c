/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-ask-state.h"

#include "mk-cpr.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "punchcard/mk-help-words.h"
#include "widgets/mk-text-count.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * mk_ask_state_free:
 * @self: (nullable): a state
 */
void
mk_ask_state_free (MkAskState *self)
{
  if (self == NULL)
    return;
  g_free (self->notice);
  g_free (self->card);
  g_free (self->readers);
  g_free (self->warning);
  g_free (self->sends);
  g_free (self);
}

static const MkHelpRecord *
card_of (const MkAskDraft  *draft,
         const MkAskAround *around)
{
  return mk_help_find_card (around->help, draft->data->card_id);
}

/* On a card that is over or empty it can be asked all the same: the authority decides. */
static char *
notice_words (const MkAskDraft  *draft,
              const MkAskAround *around)
{
  const MkHelpRecord *card = card_of (draft, around);
  g_autofree char *today = g_date_time_format (around->now, "%Y-%m-%d");
  const MkBalance *balance;
  gint64 price;

  if (card == NULL)
    return g_strdup (_ ("There is no punch card to ask on. Call instead."));
  balance = mk_help_find_balance (around->help, card->record.id);
  price = mk_help_price (card->record.data, draft->data->service);
  if (!mk_help_is_valid (card->record.data, today))
    {
      g_autofree char *validity = mk_card_validity_words (card->record.data, around->now);

      /* Translators: %s says that the card ran out, or from when it can be used. */
      return mk_isolate_printf (_ ("%s. You can ask all the same; the authority decides."),
                                validity);
    }
  if (draft->id == NULL && balance->left < price)
    return g_strdup (_ ("There are not enough punches left on the card. You can ask all the same; "
                        "the authority decides."));
  return NULL;
}

static char *
readers_words (const MkAskAround *around)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *joined = NULL;

  g_strv_builder_addv (builder, (const char **) around->readers);
  g_strv_builder_add (builder, around->authority != NULL ? around->authority : _ ("the authority"));
  all = g_strv_builder_end (builder);
  joined = mk_isolate_join (", ", (const char *const *) all);
  if (around->name == NULL)
    /* Translators: %s is a list of names. */
    return mk_isolate_printf (_ ("Read by: %s."), joined);
  /* Translators: a list of names, and the candidate. */
  return mk_isolate_printf (_ ("Read by: %1$s. %2$s can have it shown."), joined, around->name);
}

static char *
warning_words (const char *text)
{
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;

  if (text != NULL && mk_cpr_find (text, NULL, NULL))
    return g_strdup (_ ("This looks like a CPR number. The request is saved here, but not sent "
                        "before the number is gone."));
  return mk_text_count_words (length, MK_TEXT_MAX);
}

static void
append_line (GString    *lines,
             const char *label,
             const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "", label, text);
}

/* A description that fills the form stands there in full just above, and a label of that length takes
 * seconds to be laid out. */
#define MOST_SHOWN 300

static char *
description_words (const char *text)
{
  g_autofree char *beginning = NULL;

  if (text == NULL || g_utf8_strlen (text, -1) <= MOST_SHOWN)
    return g_strdup (text);
  beginning = g_utf8_substring (text, 0, MOST_SHOWN);
  return g_strconcat (beginning, "…", NULL);
}

static char *
sends_words (const MkAskDraft  *draft,
             const MkAskAround *around)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *service = mk_service_words (around->help, draft->data);
  g_autoptr (GDateTime) wished =
      draft->data->wished_date != NULL ? mk_date_text_read (draft->data->wished_date) : NULL;
  g_autofree char *date = wished != NULL ? mk_date_text_long (wished) : NULL;
  g_autofree char *description = description_words (draft->data->description);

  append_line (lines, _ ("What"), service);
  append_line (lines, _ ("How urgent"), mk_urgency_words (draft->data->urgency));
  append_line (lines, _ ("For whom"), around->name);
  append_line (lines, _ ("Wished date"), date);
  append_line (lines, _ ("Description"), description);
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static gboolean
has_text (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0';
}

/**
 * mk_ask_state_new:
 * @draft: what stands in the form
 * @around: what is around
 *
 * Returns: (transfer full): what the form shows
 */
MkAskState *
mk_ask_state_new (const MkAskDraft  *draft,
                  const MkAskAround *around)
{
  MkAskState *self = g_new0 (MkAskState, 1);
  const MkHelpRecord *card = card_of (draft, around);
  const char *text = draft->data->description;

  self->shows_hotline = g_str_equal (draft->data->urgency, MK_URGENCY_NOW);
  self->notice = notice_words (draft, around);
  if (card != NULL)
    self->card = mk_card_balance_words (mk_help_find_balance (around->help, card->record.id));
  self->readers = readers_words (around);
  self->warning = warning_words (text);
  self->sends = sends_words (draft, around);
  self->can_send = card != NULL && draft->data->service != NULL && has_text (text) &&
                   g_utf8_strlen (text, -1) <= MK_TEXT_MAX;
  return self;
}
