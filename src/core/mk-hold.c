/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-hold.h"

#include "mk-cpr.h"
#include "mk-format.h"
#include "mk-json.h"

#include <string.h>

/* Ids, fingerprints and moments are made of digits too, and nobody's own words. */
static gboolean
is_words (const char *text)
{
  return mk_format_judge_uuid (text) != MK_FORMAT_GOOD &&
         mk_format_judge_date_time (text) != MK_FORMAT_GOOD &&
         mk_format_judge_sha256 (text) != MK_FORMAT_GOOD;
}

static void
look_for_cpr (const char *name G_GNUC_UNUSED,
              MkJsonValue value,
              gpointer    user_data)
{
  gboolean *found = user_data;

  if (*found)
    return;
  if (mk_json_kind (value) == MK_JSON_TEXT)
    *found = is_words (mk_json_text (value)) && mk_cpr_find (mk_json_text (value), NULL, NULL);
  else
    mk_json_foreach (value, look_for_cpr, found);
}

static gboolean
has_cpr (const char *data)
{
  g_autoptr (JsonNode) root = NULL;
  gboolean found = FALSE;

  /* Most texts need no parsing: without a run they hold none, unless escapes hide it, as a digit
   * written as one does, or one whose own digits stand right before the run. */
  if (data == NULL || (strstr (data, "\\u") == NULL && !mk_cpr_find (data, NULL, NULL)))
    return FALSE;
  root = mk_json_from_text (data);
  look_for_cpr (NULL, mk_json_of (root), &found);
  return found;
}

/* An entry may wait for a moment that its private `sendesTidligst` names. */
static gboolean
lies_ahead (const char *private_data,
            const char *now)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GDateTime) earliest = NULL;
  g_autoptr (GDateTime) present = NULL;
  const char *text;

  if (private_data == NULL)
    return FALSE;
  root = mk_json_from_text (private_data);
  text = mk_json_text (mk_json_member (mk_json_of (root), "sendesTidligst"));
  if (text == NULL)
    return FALSE;
  earliest = g_date_time_new_from_iso8601 (text, NULL);
  present = g_date_time_new_from_iso8601 (now, NULL);
  return earliest != NULL && g_date_time_compare (earliest, present) > 0;
}

/**
 * mk_hold_reason:
 * @data: (nullable): a record's `data` of the workplace, as JSON text
 * @private_data: (nullable): its private object
 * @now: date-time that is now
 *
 * Says whether an entry must not be packed yet: CPR-shaped text stands in it (exchange contract,
 * section 7), or its own earliest moment lies ahead.
 *
 * Returns: (transfer none) (nullable): why it is held back, a Danish sentence; %NULL if it is not
 */
const char *
mk_hold_reason (const char *data,
                const char *private_data,
                const char *now)
{
  if (has_cpr (data))
    return "Teksten indeholder noget, der ligner et CPR-nummer. Den sendes, når nummeret er væk.";
  if (lies_ahead (private_data, now))
    return "Den sendes først på det tidspunkt, der er valgt.";
  return NULL;
}
