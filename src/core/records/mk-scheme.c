/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-scheme.h"

#include "mk-check.h"

#include <glib/gi18n.h>

const char *const mk_scheme_names[] = {
  MK_SCHEME_INTERNSHIP,
  MK_SCHEME_WAGE_SUBSIDY,
  MK_SCHEME_SMALL_JOB,
  MK_SCHEME_HYBRID,
  MK_SCHEME_FLEX_JOB,
  MK_SCHEME_ORDINARY,
  NULL,
};

static const MkField fields[] = {
  MK_REFERENCE (MkSchemeData, placement_id, "forloebId", N_ ("Placement"), MK_REQUIRED, "forloeb"),
  MK_CHOICE (MkSchemeData, scheme, "ordning", N_ ("Scheme"), MK_REQUIRED, mk_scheme_names),
  MK_DATE (MkSchemeData, from_date, "fraDato", N_ ("From"), MK_REQUIRED),
  MK_DATE (MkSchemeData, to_date, "tilDato", N_ ("To"), MK_OPTIONAL),
  MK_INTEGER (MkSchemeData, paid_minutes_a_day, "loennedeMinutterPrDag", N_ ("Paid minutes a day"),
              MK_OPTIONAL, 0, 1440),
};

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkSchemeData *scheme = data;

  mk_check_order (scheme->from_date, scheme->to_date, pointer, "tilDato", faults);
}

static const MkShape shape = MK_SHAPE (MkSchemeData, fields, check);

const MkRecordType mk_scheme_type = {
  .name = "ordning",
  .label = N_ ("Scheme"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};

/**
 * mk_scheme_on:
 * @schemes: (nullable) (element-type MkSchemeData): those of one placement, in the order they were
 *   written
 * @date: YYYY-MM-DD
 *
 * Of those that have begun and not ended, the one that began last holds; of two that began on the
 * same day, the one that was written later.
 *
 * Returns: (transfer none) (nullable): the scheme of that day; %NULL when none is known
 */
const MkSchemeData *
mk_scheme_on (const GPtrArray *schemes,
              const char      *date)
{
  const MkSchemeData *found = NULL;

  for (guint i = 0; schemes != NULL && i < schemes->len; i++)
    {
      const MkSchemeData *scheme = g_ptr_array_index (schemes, i);

      if (strcmp (scheme->from_date, date) <= 0 &&
          (scheme->to_date == NULL || strcmp (date, scheme->to_date) <= 0) &&
          (found == NULL || strcmp (scheme->from_date, found->from_date) >= 0))
        found = scheme;
    }
  return found;
}

/**
 * mk_scheme_paid:
 * @scheme: (nullable): the scheme of a day
 * @minutes: of that day
 *
 * Only ordinary wage counts: an internship and a job with a wage subsidy have none, a small job, a
 * flex job and an ordinary job nothing else, and a hybrid up to its paid minutes of a day. Without
 * a scheme nothing is known to be paid.
 *
 * Returns: how many of the minutes are paid; the rest is not
 */
gint64
mk_scheme_paid (const MkSchemeData *scheme,
                gint64              minutes)
{
  static const char *const all_paid[] = { MK_SCHEME_SMALL_JOB, MK_SCHEME_FLEX_JOB,
                                          MK_SCHEME_ORDINARY, NULL };

  if (scheme == NULL)
    return 0;
  if (g_strv_contains (all_paid, scheme->scheme))
    return minutes;
  if (!g_str_equal (scheme->scheme, MK_SCHEME_HYBRID) || scheme->paid_minutes_a_day == MK_ABSENT)
    return 0;
  return MIN (minutes, scheme->paid_minutes_a_day);
}
