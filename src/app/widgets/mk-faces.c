/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-faces.h"

#include "config.h"

#define N_FACES 5

/**
 * MkFaces:
 *
 * An answer from 1 to 5 as faces with words, or none. A second press takes the answer back.
 */
struct _MkFaces
{
  GtkBox parent_instance;

  GtkToggleButton *faces[N_FACES];
  guint            score;
};

G_DEFINE_FINAL_TYPE (MkFaces, mk_faces, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
score_of (MkFaces         *self,
          GtkToggleButton *face)
{
  for (guint i = 0; i < N_FACES; i++)
    if (self->faces[i] == face)
      return i + 1;
  return 0;
}

static void
toggled_cb (MkFaces         *self,
            GtkToggleButton *face)
{
  guint score = score_of (self, face);
  gboolean is_active = gtk_toggle_button_get_active (face);

  /* What the program itself sets agrees with the score already. */
  if (is_active == (score == self->score))
    return;
  mk_faces_set_score (self, is_active ? score : 0);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
mk_faces_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_FACES);

  G_OBJECT_CLASS (mk_faces_parent_class)->dispose (object);
}

static void
mk_faces_class_init (MkFacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_faces_dispose;

  /**
   * MkFaces::edited:
   *
   * A person gave another answer.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-faces.ui");
  for (guint i = 0; i < N_FACES; i++)
    {
      g_autofree char *name = g_strdup_printf ("face_%u", i + 1);

      gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                                 (gssize) (G_STRUCT_OFFSET (MkFaces, faces) +
                                                           i * sizeof (GtkToggleButton *)));
    }
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
mk_faces_init (MkFaces *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_faces_set_score:
 * @self: the faces
 * @score: 1 to 5, or 0 for no answer
 */
void
mk_faces_set_score (MkFaces *self,
                    guint    score)
{
  g_return_if_fail (MK_IS_FACES (self));
  g_return_if_fail (score <= N_FACES);

  self->score = score;
  for (guint i = 0; i < N_FACES; i++)
    gtk_toggle_button_set_active (self->faces[i], i + 1 == score);
}

/**
 * mk_faces_get_score:
 * @self: the faces
 *
 * Returns: 1 to 5, or 0 for no answer
 */
guint
mk_faces_get_score (MkFaces *self)
{
  g_return_val_if_fail (MK_IS_FACES (self), 0);

  return self->score;
}
