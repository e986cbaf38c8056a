/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-holes.h"

#include <pango/pango.h>

/**
 * MkHoles:
 *
 * The punches of a card as rows of holes: the used ones filled, the reserved ones half, the others
 * open. It grows with the text beside it, which says the same in words.
 */
struct _MkHoles
{
  GtkWidget parent_instance;

  guint used;
  guint reserved;
  guint left;
};

G_DEFINE_FINAL_TYPE (MkHoles, mk_holes, GTK_TYPE_WIDGET)

/* More holes than these are not counted by looking. */
#define MOST_HOLES 40
#define LINE_WIDTH 2

static guint
count (MkHoles *self)
{
  return self->used + self->reserved + self->left;
}

/* A hole is as large as a line of text is high, with a gap after it. */
static int
hole_size (MkHoles *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static int
pitch (MkHoles *self)
{
  return hole_size (self) * 3 / 2;
}

static int
holes_a_row (MkHoles *self,
             int      width)
{
  return MAX (1, (width + pitch (self) - hole_size (self)) / pitch (self));
}

static GtkSizeRequestMode
mk_holes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mk_holes_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  MkHoles *self = MK_HOLES (widget);
  int n_holes = (int) count (self);
  int a_row = for_size < 0 ? n_holes : holes_a_row (self, for_size);
  int n_rows = n_holes > 0 ? (n_holes + a_row - 1) / a_row : 0;

  *minimum = hole_size (self);
  *natural = MAX (*minimum, n_holes * pitch (self));
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = n_rows * pitch (self);
}

static void
draw_hole (MkHoles     *self,
           GtkSnapshot *snapshot,
           float        x,
           float        y,
           float        filled)
{
  const float size = (float) hole_size (self);
  const float widths[4] = { LINE_WIDTH, LINE_WIDTH, LINE_WIDTH, LINE_WIDTH };
  GdkRGBA color;
  GdkRGBA colors[4];
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, size, size);
  GskRoundedRect circle;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    colors[i] = color;
  gsk_rounded_rect_init_from_rect (&circle, &bounds, size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, y, size * filled, size));
  gtk_snapshot_pop (snapshot);
  /* Two edges over each other would show where the colour is not quite solid. */
  if (filled < 1)
    gtk_snapshot_append_border (snapshot, &circle, widths, colors);
}

static void
mk_holes_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  MkHoles *self = MK_HOLES (widget);
  guint a_row = (guint) holes_a_row (self, gtk_widget_get_width (widget));

  for (guint i = 0; i < count (self); i++)
    {
      float x = (float) (i % a_row) * (float) pitch (self);
      float y = (float) (i / a_row) * (float) pitch (self);
      float filled = i < self->used ? 1 : 0;

      if (i >= self->used && i < self->used + self->reserved)
        filled = 0.5f;
      draw_hole (self, snapshot, x, y, filled);
    }
}

static void
mk_holes_class_init (MkHolesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = mk_holes_get_request_mode;
  widget_class->measure = mk_holes_measure;
  widget_class->snapshot = mk_holes_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mk_holes_init (MkHoles *self)
{
}

/**
 * mk_holes_set_balance:
 * @self: holes
 * @balance: how a card stands
 *
 * Shows the card's punches; nothing where there are too many to look at.
 */
void
mk_holes_set_balance (MkHoles         *self,
                      const MkBalance *balance)
{
  gboolean fits = balance->granted <= MOST_HOLES && balance->used + balance->reserved <= MOST_HOLES;

  g_return_if_fail (MK_IS_HOLES (self));

  self->used = fits ? (guint) balance->used : 0;
  self->reserved = fits ? (guint) balance->reserved : 0;
  self->left = fits ? (guint) MAX (balance->left, 0) : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), count (self) > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
