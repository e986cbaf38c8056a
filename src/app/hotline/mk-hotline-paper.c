/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-paper.h"

#include "mk-clock.h"
#include "mk-danish-order.h"
#include "mk-vcard.h"

/* What of the hotline goes on paper and into a telephone. Its order holds at every hour, and no
 * candidate is named. */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const MkHotlineLine *left = (*(const MkHotlineTurn *const *) a)->line;
  const MkHotlineLine *right = (*(const MkHotlineTurn *const *) b)->line;
  int order = (left->placement_id == NULL) - (right->placement_id == NULL);

  if (order == 0)
    order = (left->priority > right->priority) - (left->priority < right->priority);
  return order != 0 ? order : mk_danish_order_compare (left->name, right->name);
}

/* Returns: (element-type MkHotlineTurn): a placement's own first; good until the hotline is updated */
static GPtrArray *
list_for_paper (MkHotline  *hotline,
                const char *placement)
{
  GPtrArray *turns = mk_hotline_list (hotline, placement);

  g_ptr_array_sort (turns, compare_lines);
  return turns;
}

static void
put_on_sheet (MkNumbersSheet      *sheet,
              const MkHotlineLine *line)
{
  g_autofree char *hours =
      line->contact != NULL ? mk_opening_hours_summary (line->contact->opening_hours) : NULL;

  mk_numbers_sheet_add (sheet, line->name, line->function, line->telephone, hours);
}

/**
 * mk_hotline_wall_sheet:
 * @hotline: a hotline
 * @company: (nullable): where it hangs
 *
 * Returns: (transfer full): the numbers that are for all placements, in the order of calling
 */
MkNumbersSheet *
mk_hotline_wall_sheet (MkHotline  *hotline,
                       const char *company)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GPtrArray) turns = list_for_paper (hotline, NULL);
  MkNumbersSheet *sheet = mk_numbers_sheet_new (company, now);

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineTurn *turn = g_ptr_array_index (turns, i);

      if (turn->line->placement_id == NULL)
        put_on_sheet (sheet, turn->line);
    }
  return sheet;
}

/**
 * mk_hotline_pocket_card:
 * @hotline: a hotline
 * @company: (nullable): where it is used
 * @placement: UUID of a placement
 *
 * Returns: (transfer full): whom to call for a placement, its own people first. Who has no number is
 *   left out
 */
MkNumbersSheet *
mk_hotline_pocket_card (MkHotline  *hotline,
                        const char *company,
                        const char *placement)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GPtrArray) turns = list_for_paper (hotline, placement);
  MkNumbersSheet *sheet = mk_numbers_sheet_new (company, now);

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineTurn *turn = g_ptr_array_index (turns, i);

      if (turn->line->telephone != NULL)
        put_on_sheet (sheet, turn->line);
    }
  return sheet;
}

/**
 * mk_hotline_vcards:
 * @hotline: a hotline
 *
 * Returns: (transfer full): everybody who has a number, as vCard 4.0
 */
char *
mk_hotline_vcards (MkHotline *hotline)
{
  g_autoptr (GPtrArray) turns = list_for_paper (hotline, NULL);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (MkVcardEntry));

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineLine *line = ((const MkHotlineTurn *) g_ptr_array_index (turns, i))->line;
      MkVcardEntry entry = { .id = line->id,
                             .name = line->name,
                             .organization = line->organization,
                             .function = line->function,
                             .telephone = line->telephone,
                             .email = line->contact != NULL ? line->contact->email : NULL,
                             .note = line->note };

      if (line->telephone != NULL)
        g_array_append_val (entries, entry);
    }
  return mk_vcard_text ((const MkVcardEntry *) (const void *) entries->data, entries->len);
}
