/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-sidebar-place.h"

#include "config.h"
#include "mk-clock.h"
#include "punchcard/mk-help-words.h"

#include <glib/gi18n-lib.h>

/**
 * MkSidebarPlace:
 *
 * A page that helps or teaches, as a place in the sidebar. The one table of them is here.
 */
struct _MkSidebarPlace
{
  GObject parent_instance;

  const MkSidebarPlaceLine *line;
  MkWorkplace              *workplace;
  char                     *words; /* that were told, or NULL */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MkSidebarPlace, mk_sidebar_place, G_TYPE_OBJECT)

/* What is left on the cards that can be used now; an overdrawn one takes nothing from another. */
static char *
punch_card_words (MkWorkplace *workplace)
{
  const MkHelp *help = mk_workplace_get_help (workplace);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  gint64 left = 0;

  for (guint i = 0; help != NULL && i < help->cards->len; i++)
    {
      const MkHelpRecord *card = g_ptr_array_index (help->cards, i);
      const MkBalance *balance = g_ptr_array_index (help->balances, i);

      if (mk_help_is_valid (card->record.data, today))
        left += MAX (balance->left, 0);
    }
  return help != NULL && help->cards->len > 0 ? mk_punches_words (left) : NULL;
}

static char *
hotline_words (MkWorkplace *workplace)
{
  return mk_hotline_dup_summary (mk_workplace_get_hotline (workplace));
}

static void
hotline_changed_cb (MkSidebarPlace *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static const MkSidebarPlaceLine lines[] = {
  { "hotline", "win.show-hotline", "call-start-symbolic", N_ ("Emergency telephone"), N_ ("Help"),
    hotline_words },
  { "punch-cards", "win.show-punch-cards", "view-grid-symbolic", N_ ("Punch cards"), N_ ("Help"),
    punch_card_words },
  { "situations", "win.show-situations", "dialog-question-symbolic", N_ ("What do I do when …"),
    N_ ("Help"), NULL },
  { "training", "win.show-training", "user-bookmarks-symbolic", N_ ("Training"), N_ ("More"),
    NULL },
};

static void
mk_sidebar_place_finalize (GObject *object)
{
  g_clear_object (&MK_SIDEBAR_PLACE (object)->workplace);
  g_free (MK_SIDEBAR_PLACE (object)->words);

  G_OBJECT_CLASS (mk_sidebar_place_parent_class)->finalize (object);
}

static void
mk_sidebar_place_class_init (MkSidebarPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_sidebar_place_finalize;

  /**
   * MkSidebarPlace::changed:
   *
   * Other words were told.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_sidebar_place_init (MkSidebarPlace *self)
{
}

/**
 * mk_sidebar_places_new:
 * @workplace: whose pages they are
 *
 * Returns: (transfer full): a list of [class@SidebarPlace]
 */
GListModel *
mk_sidebar_places_new (MkWorkplace *workplace)
{
  GListStore *places = g_list_store_new (MK_TYPE_SIDEBAR_PLACE);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (MkSidebarPlace) place = g_object_new (MK_TYPE_SIDEBAR_PLACE, NULL);

      place->line = &lines[i];
      place->workplace = g_object_ref (workplace);
      /* It changes by the hour, and not with the store alone. */
      if (lines[i].words == hotline_words)
        g_signal_connect_object (mk_workplace_get_hotline (workplace), "changed",
                                 G_CALLBACK (hotline_changed_cb), place, G_CONNECT_SWAPPED);
      g_list_store_append (places, place);
    }
  return G_LIST_MODEL (places);
}

/**
 * mk_sidebar_place_get_line:
 * @self: a place
 *
 * Returns: (transfer none): what it says and where it leads
 */
const MkSidebarPlaceLine *
mk_sidebar_place_get_line (MkSidebarPlace *self)
{
  g_return_val_if_fail (MK_IS_SIDEBAR_PLACE (self), NULL);

  return self->line;
}

/**
 * mk_sidebar_place_get_workplace:
 * @self: a place
 *
 * Returns: (transfer none): whose page it is
 */
MkWorkplace *
mk_sidebar_place_get_workplace (MkSidebarPlace *self)
{
  g_return_val_if_fail (MK_IS_SIDEBAR_PLACE (self), NULL);

  return self->workplace;
}

/**
 * mk_sidebar_place_dup_words:
 * @self: a place
 *
 * Returns: (transfer full) (nullable): what it says beneath its title now
 */
char *
mk_sidebar_place_dup_words (MkSidebarPlace *self)
{
  g_return_val_if_fail (MK_IS_SIDEBAR_PLACE (self), NULL);

  return self->line->words != NULL ? self->line->words (self->workplace) : g_strdup (self->words);
}

/**
 * mk_sidebar_place_set_words:
 * @self: a place whose words do not follow from the workplace
 * @words: (nullable): what it says beneath its title from now on
 */
void
mk_sidebar_place_set_words (MkSidebarPlace *self,
                            const char     *words)
{
  g_return_if_fail (MK_IS_SIDEBAR_PLACE (self));

  if (g_set_str (&self->words, words))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
