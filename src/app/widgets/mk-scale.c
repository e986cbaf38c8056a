/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-scale.h"

#include "mk-shape.h"

#include <glib/gi18n-lib.h>

#define N_STEPS 5

/**
 * MkScale:
 *
 * An answer to a sentence, from 1 (not at all) to 5 (very much), or none. A second press takes the
 * answer back.
 *
 * # Accessibility
 *
 * A group of toggle buttons, each with its place on the scale in words. Whoever puts it somewhere
 * names the group after the sentence.
 */
struct _MkScale
{
  GtkBox parent_instance;

  GtkToggleButton *steps[N_STEPS];
  gint64           score;
};

G_DEFINE_FINAL_TYPE (MkScale, mk_scale, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
score_of (MkScale         *self,
          GtkToggleButton *step)
{
  for (gint64 i = 0; i < N_STEPS; i++)
    if (self->steps[i] == step)
      return i + 1;
  return MK_ABSENT;
}

static void
toggled_cb (MkScale         *self,
            GtkToggleButton *step)
{
  gint64 score = score_of (self, step);
  gboolean is_active = gtk_toggle_button_get_active (step);

  /* What the program itself sets agrees with the score already. */
  if (is_active == (score == self->score))
    return;
  mk_scale_set_score (self, is_active ? score : MK_ABSENT);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
mk_scale_class_init (MkScaleClass *klass)
{
  /**
   * MkScale::edited:
   *
   * A person gave another answer.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static const char *
step_words (guint step)
{
  switch (step)
    {
    case 0:
      return _ ("1 of 5, not at all");
    case 1:
      return _ ("2 of 5, a little");
    case 2:
      return _ ("3 of 5, somewhat");
    case 3:
      return _ ("4 of 5, mostly");
    default:
      return _ ("5 of 5, very much");
    }
}

static void
mk_scale_init (MkScale *self)
{
  self->score = MK_ABSENT;
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%u", i + 1);
      GtkWidget *step = gtk_toggle_button_new_with_label (figure);

      gtk_widget_add_css_class (step, "face");
      gtk_widget_set_tooltip_text (step, step_words (i));
      gtk_accessible_update_property (GTK_ACCESSIBLE (step), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      step_words (i), -1);
      g_signal_connect_swapped (step, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self), step);
      self->steps[i] = GTK_TOGGLE_BUTTON (step);
    }
}

/**
 * mk_scale_set_score:
 * @self: a scale
 * @score: 1 to 5, or %MK_ABSENT for no answer
 */
void
mk_scale_set_score (MkScale *self,
                    gint64   score)
{
  g_return_if_fail (MK_IS_SCALE (self));

  self->score = score;
  for (gint64 i = 0; i < N_STEPS; i++)
    gtk_toggle_button_set_active (self->steps[i], i + 1 == score);
}

/**
 * mk_scale_get_score:
 * @self: a scale
 *
 * Returns: 1 to 5, or %MK_ABSENT for no answer
 */
gint64
mk_scale_get_score (MkScale *self)
{
  g_return_val_if_fail (MK_IS_SCALE (self), MK_ABSENT);

  return self->score;
}
