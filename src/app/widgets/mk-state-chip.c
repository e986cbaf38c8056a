/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-state-chip.h"

#include "check-in/mk-check-in-words.h"

#define ICON_SIZE 12
#define SPACING 4

/**
 * MkStateChip:
 *
 * How far something has come, as a word with an icon; the colour only helps. Lists have hundreds of
 * them, so that it is one widget that draws both.
 *
 * # Accessibility
 *
 * It is a label with that word.
 */
struct _MkStateChip
{
  GtkWidget parent_instance;

  const char   *shown; /* the class of what it shows, or NULL at first */
  MkProgress    progress;
  PangoLayout  *word;
  GdkPaintable *icon; /* as it was drawn last, or NULL */
};

G_DEFINE_FINAL_TYPE (MkStateChip, mk_state_chip, GTK_TYPE_WIDGET)

/* The class of each MkProgress in the style sheet. */
static const char *const classes[] = {
  "saved", "sent", "received", "not-sent", "fetched", "refused",
};

static void
mk_state_chip_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  int width, height;

  pango_layout_get_pixel_size (MK_STATE_CHIP (widget)->word, &width, &height);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? ICON_SIZE + SPACING + width
                                                       : MAX (ICON_SIZE, height);
  *natural = *minimum;
}

static void
draw_icon (MkStateChip   *self,
           GtkSnapshot   *snapshot,
           const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->icon == NULL)
    self->icon = GDK_PAINTABLE (gtk_icon_theme_lookup_icon (
        gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
        mk_progress_icon_name (self->progress), NULL, ICON_SIZE,
        gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget),
        GTK_ICON_LOOKUP_FORCE_SYMBOLIC));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot,
                                            ICON_SIZE, ICON_SIZE, color, 1);
}

static void
mk_state_chip_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  MkStateChip *self = MK_STATE_CHIP (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int height = gtk_widget_get_height (widget), word_width, word_height;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  pango_layout_get_pixel_size (self->word, &word_width, &word_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (is_rtl ? (float) (word_width + SPACING) : 0,
                                                (float) ((height - ICON_SIZE) / 2)));
  draw_icon (self, snapshot, &color);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (is_rtl ? 0 : (float) (ICON_SIZE + SPACING),
                                                (float) ((height - word_height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->word, &color);
  gtk_snapshot_restore (snapshot);
}

/* The icon is one for a scale and a direction. */
static void
forget_icon_cb (MkStateChip *self)
{
  g_clear_object (&self->icon);
}

static void
mk_state_chip_dispose (GObject *object)
{
  MkStateChip *self = MK_STATE_CHIP (object);

  g_clear_object (&self->icon);
  g_clear_object (&self->word);

  G_OBJECT_CLASS (mk_state_chip_parent_class)->dispose (object);
}

static void
mk_state_chip_class_init (MkStateChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_state_chip_dispose;

  widget_class->measure = mk_state_chip_measure;
  widget_class->snapshot = mk_state_chip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
mk_state_chip_init (MkStateChip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_add_css_class (widget, "chip");
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  self->word = gtk_widget_create_pango_layout (widget, NULL);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_icon_cb), NULL);
  g_signal_connect (self, "direction-changed", G_CALLBACK (forget_icon_cb), NULL);
}

/**
 * mk_state_chip_set_progress:
 * @self: a chip
 * @progress: how far it has come
 */
void
mk_state_chip_set_progress (MkStateChip *self,
                            MkProgress   progress)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (MK_IS_STATE_CHIP (self));

  /* A row of a long list is used again and again, mostly for the same. */
  if (self->shown == classes[progress])
    return;
  if (self->shown != NULL)
    gtk_widget_remove_css_class (widget, self->shown);
  self->shown = classes[progress];
  gtk_widget_add_css_class (widget, self->shown);
  self->progress = progress;
  forget_icon_cb (self);
  pango_layout_set_text (self->word, mk_progress_words (progress), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mk_progress_words (progress), -1);
  gtk_widget_queue_resize (widget);
}
