/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-passage.h"

#include "mk-fold.h"
#include "mk-search.h"

#include <graphene.h>
#include <string.h>

/* Places in a long page: where some words stand, and how far somebody came. A page that was just made
 * has no height yet, so that one goes there as soon as it has. */

/* By what a page knows where to go. */
#define AIM "mk-passage-aim"

/* Room that stays above the words. */
#define ROOM_ABOVE 48

/* Where to go when the page has its height. */
typedef struct
{
  char *passage; /* folded, or NULL */
  GStrv words; /* as mk_search_words() has them, or NULL */
  guint place; /* in thousandths of the way */
} Aim;

static void
aim_free (gpointer data)
{
  Aim *aim = data;

  g_free (aim->passage);
  g_strfreev (aim->words);
  g_free (aim);
}

/* The label that has the most of what is looked for, and the first of those. */
typedef struct
{
  const Aim *aim;
  GtkWidget *label;
  guint      most;
} Looking;

static guint
count_in (GtkLabel  *label,
          const Aim *aim)
{
  g_autofree char *folded = NULL;

  if (aim->words != NULL)
    return mk_search_count (gtk_label_get_text (label), (const char *const *) aim->words);
  folded = mk_fold (gtk_label_get_text (label));
  return strstr (folded, aim->passage) != NULL;
}

static void
look_below (GtkWidget *widget,
            Looking   *looking)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      guint count = count_in (GTK_LABEL (widget), looking->aim);

      if (count > looking->most)
        looking->label = widget;
      looking->most = MAX (count, looking->most);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_below (child, looking);
}

/* The first of the words that stands in the label is marked there, and not the whole of it. */
static void
mark_word (GtkLabel *label,
           GStrv     words)
{
  const char *text = gtk_label_get_text (label);
  const char *place = NULL;
  gsize length;

  for (guint i = 0; words[i] != NULL && place == NULL; i++)
    place = mk_search_place (text, words[i], &length);
  if (place != NULL)
    gtk_label_select_region (label, (int) g_utf8_pointer_to_offset (text, place),
                             (int) g_utf8_pointer_to_offset (text, place + length));
}

static gboolean
is_laid_out (GtkScrolledWindow *scroll)
{
  GtkAdjustment *way = gtk_scrolled_window_get_vadjustment (scroll);

  return gtk_widget_get_mapped (GTK_WIDGET (scroll)) && gtk_adjustment_get_upper (way) > 0 &&
         gtk_adjustment_get_page_size (way) > 0;
}

static void
go_to_words (GtkScrolledWindow *scroll,
             const Aim         *aim)
{
  GtkWidget *child = gtk_scrolled_window_get_child (scroll);
  GtkWidget *content = gtk_widget_get_first_child (child);
  Looking looking = { .aim = aim };
  graphene_point_t point;

  look_below (child, &looking);
  if (looking.label == NULL || content == NULL ||
      !gtk_widget_compute_point (looking.label, content, &GRAPHENE_POINT_INIT_ZERO, &point))
    return;
  /* The focus scrolls too, by where things are on the screen, so that it comes first. */
  gtk_widget_grab_focus (looking.label);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroll), point.y - ROOM_ABOVE);
  if (aim->words != NULL)
    mark_word (GTK_LABEL (looking.label), aim->words);
}

static void
go (GtkScrolledWindow *scroll,
    const Aim         *aim)
{
  GtkAdjustment *way = gtk_scrolled_window_get_vadjustment (scroll);
  double most = gtk_adjustment_get_upper (way) - gtk_adjustment_get_page_size (way);

  if (aim->passage != NULL || aim->words != NULL)
    go_to_words (scroll, aim);
  else
    gtk_adjustment_set_value (way, most * aim->place / 1000);
}

/* What was asked for last. */
static Aim *
aim_of (GtkWidget *scroll)
{
  return g_object_get_data (G_OBJECT (scroll), AIM);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  if (aim_of (widget) != NULL && !is_laid_out (GTK_SCROLLED_WINDOW (widget)))
    return G_SOURCE_CONTINUE;
  if (aim_of (widget) != NULL)
    go (GTK_SCROLLED_WINDOW (widget), aim_of (widget));
  g_object_set_data (G_OBJECT (widget), AIM, NULL);
  return G_SOURCE_REMOVE;
}

/* Of two places the last one that was asked for counts: callbacks of one frame have no order. */
static void
go_when_laid_out (GtkScrolledWindow *scroll,
                  Aim               *aim)
{
  g_object_set_data_full (G_OBJECT (scroll), AIM, aim, aim_free);
  gtk_widget_add_tick_callback (GTK_WIDGET (scroll), tick_cb, NULL, NULL);
}

/**
 * mk_passage_go_to:
 * @scroll: a long page
 * @passage: words that stand in it
 *
 * Goes to where they stand first, and puts the focus there.
 */
void
mk_passage_go_to (GtkScrolledWindow *scroll,
                  const char        *passage)
{
  Aim *aim = g_new0 (Aim, 1);

  aim->passage = mk_fold (passage);
  go_when_laid_out (scroll, aim);
}

/**
 * mk_passage_look_for:
 * @scroll: a long page
 * @searched: what was searched for
 *
 * Goes to where the most of its words stand, marks the first of them there, and puts the focus there.
 * Where none of them stands, it goes nowhere.
 */
void
mk_passage_look_for (GtkScrolledWindow *scroll,
                     const char        *searched)
{
  Aim *aim = g_new0 (Aim, 1);

  aim->words = mk_search_words (searched);
  go_when_laid_out (scroll, aim);
}

/**
 * mk_passage_set_place:
 * @scroll: a long page
 * @place: how far to go, in thousandths of the way
 */
void
mk_passage_set_place (GtkScrolledWindow *scroll,
                      guint              place)
{
  Aim *aim = g_new0 (Aim, 1);

  aim->place = place;
  go_when_laid_out (scroll, aim);
}

/**
 * mk_passage_get_place:
 * @scroll: a long page
 *
 * Returns: how far one came, in thousandths of the way
 */
guint
mk_passage_get_place (GtkScrolledWindow *scroll)
{
  GtkAdjustment *way = gtk_scrolled_window_get_vadjustment (scroll);
  double most = gtk_adjustment_get_upper (way) - gtk_adjustment_get_page_size (way);

  return most > 0 ? (guint) (gtk_adjustment_get_value (way) * 1000 / most + 0.5) : 0;
}
