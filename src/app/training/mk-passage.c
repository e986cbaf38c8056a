/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-passage.h"

#include "mk-fold.h"

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
  guint place; /* in thousandths of the way */
} Aim;

static void
aim_free (gpointer data)
{
  Aim *aim = data;

  g_free (aim->passage);
  g_free (aim);
}

static GtkWidget *
find_below (GtkWidget  *widget,
            const char *folded)
{
  if (GTK_IS_LABEL (widget))
    {
      g_autofree char *words = mk_fold (gtk_label_get_text (GTK_LABEL (widget)));

      return gtk_widget_get_mapped (widget) && strstr (words, folded) != NULL ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, folded);

      if (found != NULL)
        return found;
    }
  return NULL;
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
             const char        *folded)
{
  GtkWidget *child = gtk_scrolled_window_get_child (scroll);
  GtkWidget *label = find_below (child, folded);
  GtkWidget *content = gtk_widget_get_first_child (child);
  graphene_point_t point;

  if (label == NULL || content == NULL ||
      !gtk_widget_compute_point (label, content, &GRAPHENE_POINT_INIT_ZERO, &point))
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroll), point.y - ROOM_ABOVE);
  gtk_widget_grab_focus (label);
}

static void
go (GtkScrolledWindow *scroll,
    const Aim         *aim)
{
  GtkAdjustment *way = gtk_scrolled_window_get_vadjustment (scroll);
  double most = gtk_adjustment_get_upper (way) - gtk_adjustment_get_page_size (way);

  if (aim->passage != NULL)
    go_to_words (scroll, aim->passage);
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
