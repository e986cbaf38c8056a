/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-line.h"

#include "mk-danish-order.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "mk-telephone.h"

#include <glib/gi18n-lib.h>

/* Whom to call first: nothing but a function of who there is, and of the moment. */

/* A number that nobody confirmed for so long is marked. */
#define DAYS_TO_CONFIRM 30

/**
 * mk_hotline_line_free:
 * @data: (nullable): an MkHotlineLine
 */
void
mk_hotline_line_free (gpointer data)
{
  MkHotlineLine *self = data;

  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->id);
  g_free (self->name);
  g_free (self->function);
  g_free (self->organization);
  g_free (self->telephone);
  g_free (self->note);
  g_free (self->own_note);
  g_free (self->note_id);
  g_free (self->placement_id);
  g_free (self->placement_name);
  g_free (self->confirmed_date);
  mk_shape_free (mk_contact_type.shape, self->contact);
  mk_shape_free (mk_own_contact_type.shape, self->own);
  g_free (self);
}

static void
turn_free (gpointer data)
{
  MkHotlineTurn *turn = data;

  mk_open_state_clear (&turn->state);
  g_ptr_array_unref (turn->lines);
  g_free (turn);
}

static gboolean
has_telephone (const MkHotlineLine *line)
{
  return line->telephone != NULL;
}

/* Those who take the telephone, those who may, those who do not now, and those without one. */
static int
rank_of (const MkHotlineTurn *turn)
{
  if (!has_telephone (turn->line))
    return 3;
  if (!turn->has_hours)
    return 1;
  return turn->state.is_open ? 0 : 2;
}

static int
compare_turns (gconstpointer a,
               gconstpointer b,
               gpointer      placement)
{
  const MkHotlineTurn *left = *(const MkHotlineTurn *const *) a;
  const MkHotlineTurn *right = *(const MkHotlineTurn *const *) b;
  int order = rank_of (left) - rank_of (right);

  if (order == 0 && placement != NULL)
    order = (g_strcmp0 (left->line->placement_id, placement) != 0) -
            (g_strcmp0 (right->line->placement_id, placement) != 0);
  if (order == 0)
    order = (left->line->priority > right->line->priority) -
            (left->line->priority < right->line->priority);
  return order != 0 ? order : mk_danish_order_compare (left->line->name, right->line->name);
}

static MkHotlineTurn *
turn_new (GPtrArray           *lines,
          const MkHotlineLine *line,
          GDateTime           *now)
{
  MkHotlineTurn *turn = g_new0 (MkHotlineTurn, 1);

  turn->lines = g_ptr_array_ref (lines);
  turn->line = line;
  turn->has_hours = line->contact != NULL;
  if (turn->has_hours)
    mk_opening_hours_at (line->contact->opening_hours, now, &turn->state);
  return turn;
}

static gboolean
is_same_number (const char *a,
                const char *b)
{
  g_autofree char *first = a != NULL ? mk_telephone_dialable (a) : NULL;
  g_autofree char *second = b != NULL ? mk_telephone_dialable (b) : NULL;

  return first != NULL && g_strcmp0 (first, second) == 0;
}

/* Where all placements are together, nobody stands there twice. */
static gboolean
is_told_before (const GPtrArray     *lines,
                const MkHotlineLine *line)
{
  if (line->kind != MK_HOTLINE_PERSON)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const MkHotlineLine *other = g_ptr_array_index (lines, i);

      if (other == line)
        return FALSE;
      if (is_same_number (other->telephone, line->telephone))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_about (const GPtrArray     *lines,
          const MkHotlineLine *line,
          const char          *placement)
{
  if (placement == NULL)
    return !is_told_before (lines, line);
  return line->placement_id == NULL || g_str_equal (line->placement_id, placement);
}

/**
 * mk_hotline_order:
 * @lines: (element-type MkHotlineLine): all there are
 * @placement: (nullable): UUID of the placement that it is about; %NULL for all
 * @now: the present moment
 *
 * Puts those who can be called in the order in which they are: who takes the telephone before who
 * does not, this placement's own before what is for all, then as the authority ordered them, then by
 * name. What belongs to other placements is left out.
 *
 * Returns: (transfer full) (element-type MkHotlineTurn): the first first; they keep @lines
 */
GPtrArray *
mk_hotline_order (GPtrArray  *lines,
                  const char *placement,
                  GDateTime  *now)
{
  GPtrArray *turns = g_ptr_array_new_with_free_func (turn_free);

  g_return_val_if_fail (lines != NULL && now != NULL, turns);

  for (guint i = 0; i < lines->len; i++)
    {
      const MkHotlineLine *line = g_ptr_array_index (lines, i);

      if (is_about (lines, line, placement))
        g_ptr_array_add (turns, turn_new (lines, line, now));
    }
  g_ptr_array_sort_with_data (turns, compare_turns, (gpointer) placement);
  return turns;
}

/**
 * mk_hotline_line_is_old:
 * @self: somebody to call
 * @now: the present moment
 *
 * Returns: whether nobody has confirmed the number for a month
 */
gboolean
mk_hotline_line_is_old (const MkHotlineLine *self,
                        GDateTime           *now)
{
  g_autoptr (GDateTime) oldest = g_date_time_add_days (now, -DAYS_TO_CONFIRM);
  g_autofree char *date = g_date_time_format (oldest, "%Y-%m-%d");

  return self->id != NULL &&
         (self->confirmed_date == NULL || g_strcmp0 (self->confirmed_date, date) < 0);
}

/**
 * mk_hotline_turn_takes:
 * @self: somebody to call
 *
 * Returns: whether they take the telephone, or may, because nothing says otherwise
 */
gboolean
mk_hotline_turn_takes (const MkHotlineTurn *self)
{
  return has_telephone (self->line) && mk_telephone_is_dialable (self->line->telephone) &&
         (!self->has_hours || self->state.is_open);
}

/**
 * mk_hotline_turn_when:
 * @self: somebody to call
 * @now: the moment it was asked for
 *
 * Returns: (transfer full): when they take the telephone, as the end of a sentence
 */
char *
mk_hotline_turn_when (const MkHotlineTurn *self,
                      GDateTime           *now)
{
  if (!has_telephone (self->line))
    return g_strdup (_ ("no number is written"));
  if (!self->has_hours)
    return g_strdup (_ ("hours are not written"));
  return mk_opening_hours_words (&self->state, now);
}

/**
 * mk_hotline_line_who:
 * @self: somebody to call
 *
 * Returns: (transfer full): what they are, where, and for whom
 */
char *
mk_hotline_line_who (const MkHotlineLine *self)
{
  g_autofree char *role = self->organization != NULL
                              ? mk_isolate_printf ("%s, %s", self->function, self->organization)
                              : g_strdup (self->function);

  if (self->placement_name == NULL)
    return g_steal_pointer (&role);
  return mk_isolate_printf ("%s · %s", role, self->placement_name);
}

/**
 * mk_hotline_turn_sentence:
 * @self: somebody to call
 * @now: the moment it was asked for
 *
 * Returns: (transfer full): all of it as one sentence, for those who hear it
 */
char *
mk_hotline_turn_sentence (const MkHotlineTurn *self,
                          GDateTime           *now)
{
  g_autofree char *who = mk_hotline_line_who (self->line);
  g_autofree char *when = mk_hotline_turn_when (self, now);
  g_autofree char *number =
      has_telephone (self->line) ? mk_telephone_format (self->line->telephone) : NULL;

  if (number == NULL)
    return mk_isolate_printf ("%s, %s, %s", self->line->name, who, when);
  if (!mk_telephone_is_dialable (self->line->telephone))
    return mk_isolate_printf ("%s, %s, %s, %s, %s", self->line->name, who, number,
                              _ ("can’t be called"), when);
  return mk_isolate_printf ("%s, %s, %s, %s", self->line->name, who, number, when);
}
