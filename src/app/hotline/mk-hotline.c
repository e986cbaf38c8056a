/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline.h"

#include "mk-clock.h"
#include "mk-isolate.h"

#include <glib/gi18n-lib.h>

/**
 * MkHotline:
 *
 * Everybody who can be called, ready to be shown at once. Main thread; owned by the workplace, which
 * updates it after each change.
 */
struct _MkHotline
{
  GObject parent_instance;

  GPtrArray *lines;
  char      *told; /* what was said when it last changed, to know when time changed it */
};

G_DEFINE_FINAL_TYPE (MkHotline, mk_hotline, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
mk_hotline_finalize (GObject *object)
{
  MkHotline *self = MK_HOTLINE (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self->told);

  G_OBJECT_CLASS (mk_hotline_parent_class)->finalize (object);
}

static void
mk_hotline_class_init (MkHotlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_hotline_finalize;

  /**
   * MkHotline::changed:
   *
   * Who can be called, or when, is another than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_hotline_init (MkHotline *self)
{
  self->lines = g_ptr_array_new_with_free_func (mk_hotline_line_free);
}

/**
 * mk_hotline_new:
 *
 * Returns: (transfer full): a hotline that knows nobody yet
 */
MkHotline *
mk_hotline_new (void)
{
  return g_object_new (MK_TYPE_HOTLINE, NULL);
}

/* All that is shown of it, in the order in which it is. */
static char *
tell_all (MkHotline *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GPtrArray) turns = mk_hotline_order (self->lines, NULL, now);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineTurn *turn = g_ptr_array_index (turns, i);
      g_autofree char *sentence = mk_hotline_turn_sentence (turn, now);

      g_string_append_printf (text, "%s %s %d %s %s %s\n", turn->line->key, sentence,
                              mk_hotline_line_is_old (turn->line, now),
                              turn->line->note != NULL ? turn->line->note : "",
                              turn->line->own_note != NULL ? turn->line->own_note : "",
                              turn->line->placement_id != NULL ? turn->line->placement_id : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * mk_hotline_tick:
 * @self: a hotline
 *
 * Looks whether the time that passed changed who takes the telephone.
 */
void
mk_hotline_tick (MkHotline *self)
{
  g_autofree char *told = NULL;

  g_return_if_fail (MK_IS_HOTLINE (self));

  told = tell_all (self);
  if (g_set_str (&self->told, told))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * mk_hotline_update:
 * @self: a hotline
 * @lines: (transfer full) (element-type MkHotlineLine): what was read
 *
 * Shows what was read.
 */
void
mk_hotline_update (MkHotline *self,
                   GPtrArray *lines)
{
  g_return_if_fail (MK_IS_HOTLINE (self));
  g_return_if_fail (lines != NULL);

  g_ptr_array_unref (self->lines);
  self->lines = lines;
  mk_hotline_tick (self);
}

/**
 * mk_hotline_list:
 * @self: a hotline
 * @placement: (nullable): UUID of the placement that it is about; %NULL for all
 *
 * Returns: (transfer full) (element-type MkHotlineTurn): whom to call now, the first first
 */
GPtrArray *
mk_hotline_list (MkHotline  *self,
                 const char *placement)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  g_return_val_if_fail (MK_IS_HOTLINE (self), NULL);

  return mk_hotline_order (self->lines, placement, now);
}

/**
 * mk_hotline_is_empty:
 * @self: a hotline
 *
 * Returns: whether it knows nobody, so that only the emergency numbers are left
 */
gboolean
mk_hotline_is_empty (MkHotline *self)
{
  g_return_val_if_fail (MK_IS_HOTLINE (self), TRUE);

  return self->lines->len == 0;
}

/**
 * mk_hotline_find:
 * @self: a hotline
 * @key: of somebody to call
 *
 * Returns: (transfer none) (nullable): them; good until the hotline is updated
 */
const MkHotlineLine *
mk_hotline_find (MkHotline  *self,
                 const char *key)
{
  g_return_val_if_fail (MK_IS_HOTLINE (self), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const MkHotlineLine *line = g_ptr_array_index (self->lines, i);

      if (g_str_equal (line->key, key))
        return line;
    }
  return NULL;
}

/**
 * mk_hotline_find_next:
 * @self: a hotline
 * @placement: (nullable): UUID of the placement that it is about; %NULL for all
 * @key: of somebody who was called and did not answer
 *
 * Returns: (transfer none) (nullable): who comes after them in the order of calling and takes the
 *   telephone now; good until the hotline is updated
 */
const MkHotlineLine *
mk_hotline_find_next (MkHotline  *self,
                      const char *placement,
                      const char *key)
{
  g_autoptr (GPtrArray) turns = NULL;
  gboolean is_past = FALSE;

  g_return_val_if_fail (MK_IS_HOTLINE (self), NULL);

  turns = mk_hotline_list (self, placement);
  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineTurn *turn = g_ptr_array_index (turns, i);

      if (is_past && mk_hotline_turn_takes (turn))
        return turn->line;
      is_past |= g_str_equal (turn->line->key, key);
    }
  return NULL;
}

/* Of those who do not take the telephone now, the one who does first. */
static const MkHotlineTurn *
first_to_open (const GPtrArray *turns)
{
  const MkHotlineTurn *first = NULL;

  for (guint i = 0; i < turns->len; i++)
    {
      const MkHotlineTurn *turn = g_ptr_array_index (turns, i);

      if (turn->line->telephone != NULL && turn->state.changes != NULL &&
          (first == NULL || g_date_time_compare (turn->state.changes, first->state.changes) < 0))
        first = turn;
    }
  return first;
}

/**
 * mk_hotline_dup_summary:
 * @self: a hotline
 *
 * Returns: (transfer full): how it stands, in a few words: who takes the telephone now, or first
 */
char *
mk_hotline_dup_summary (MkHotline *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GPtrArray) turns = mk_hotline_list (self, NULL);
  const MkHotlineTurn *first = turns->len > 0 ? g_ptr_array_index (turns, 0) : NULL;
  g_autofree char *when = NULL;

  if (first == NULL)
    return g_strdup (_ ("only 112 and 114"));
  if (mk_hotline_turn_takes (first))
    return first->has_hours ? g_strdup (_ ("takes the telephone now"))
                            : mk_hotline_turn_when (first, now);
  if (first_to_open (turns) == NULL)
    return mk_hotline_turn_when (first, now);
  first = first_to_open (turns);
  when = mk_hotline_turn_when (first, now);
  /* Translators: a name, and when they take the telephone, such as "opens Monday at 7:30". */
  return mk_isolate_printf (_ ("%1$s %2$s"), first->line->name, when);
}
