/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-timeline-card.h"

#include "check-in/mk-check-in-words.h"
#include "config.h"
#include "records/mk-call.h"
#include "records/mk-check-in.h"
#include "widgets/mk-state-chip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Between the words and what stands at the end, between two texts, and between the chip and the
 * button. */
#define SPACING 12
#define TEXT_SPACING 2
#define END_SPACING 6

/* Room for a word, and the width of a card where a log has all that it may have: the view asks for
 * the height in that too, and a height in another would have to be found out. */
#define LEAST_WORDS 60
#define NATURAL_WIDTH 636

/* A row that is narrower has its chip over its button, and below its words where they would have less
 * room than this beside it. */
#define NARROW 432
#define NARROW_WORDS 130

/* What is written in it: what happened, the words of a person, and why it was not sent. */
enum
{
  SENTENCE,
  WORDS,
  REASON,
  N_TEXTS
};

static const struct
{
  int lines; /* the most */
  gboolean is_small;
  gboolean is_dim;
} styles[N_TEXTS] = {
  [SENTENCE] = { 6, FALSE, FALSE },
  [WORDS] = { 2, TRUE, TRUE },
  [REASON] = { 6, TRUE, FALSE },
};

/* What Adwaita makes of a caption, and of dim words. */
#define SMALL 0.82
#define DIM 0.55
#define DIM_CONTRAST 0.9

/**
 * MkTimelineCard:
 *
 * An entry of a log, as a sentence with how far it has come. It shows one item after the other, and
 * says that it is empty until that is read.
 *
 * A view gives its rows other entries while somebody scrolls, many of them out of sight. So a card
 * is little more than what is seen, lays its texts out when it comes into sight, and finds out once
 * how high an entry is.
 *
 * # Accessibility
 *
 * Its row says what it shows, as one sentence.
 */
struct _MkTimelineCard
{
  GtkWidget parent_instance;

  MkStateChip *chip;
  GtkWidget   *delete_button;

  MkTimelineItem *item;
  PangoLayout    *texts[N_TEXTS]; /* where they were needed */
};

G_DEFINE_FINAL_TYPE (MkTimelineCard, mk_timeline_card, GTK_TYPE_WIDGET)

static const MkLogEntry *
entry_of (MkTimelineCard *self)
{
  return self->item != NULL ? mk_timeline_item_get_entry (self->item) : NULL;
}

static void
delete_cb (MkTimelineCard *self)
{
  mk_timeline_card_delete (self);
}

static gboolean
can_delete (const MkLogEntry *entry)
{
  return entry != NULL && entry->is_own &&
         (entry->type == &mk_check_in_type || entry->type == &mk_call_type);
}

static void
forget_texts (MkTimelineCard *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->texts[i]);
}

/* Texts */

static const char *
text_at (const MkLogEntry *entry,
         guint             which)
{
  if (entry == NULL)
    return which == SENTENCE ? "…" : NULL;
  if (which == SENTENCE)
    return entry->sentence;
  return which == WORDS ? entry->text : entry->reason;
}

static PangoAttrList *
small_letters (void)
{
  static PangoAttrList *attributes;

  if (attributes == NULL)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
    }
  return attributes;
}

static PangoLayout *
text_new (MkTimelineCard *self,
          guint           which,
          const char     *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -styles[which].lines);
  if (styles[which].is_small)
    pango_layout_set_attributes (layout, small_letters ());
  return layout;
}

/* Lays the texts out in a width. */
static void
fit_texts (MkTimelineCard *self,
           int             width)
{
  const MkLogEntry *entry = entry_of (self);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *text = text_at (entry, i);

      if (text == NULL)
        continue;
      if (self->texts[i] == NULL)
        self->texts[i] = text_new (self, i, text);
      pango_layout_set_width (self->texts[i], width * PANGO_SCALE);
    }
}

static int
height_of_text (PangoLayout *text)
{
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);
  return height;
}

static int
height_of_texts (MkTimelineCard *self,
                 int             width)
{
  int height = 0;

  fit_texts (self, width);
  for (guint i = 0; i < N_TEXTS; i++)
    if (self->texts[i] != NULL)
      height += height_of_text (self->texts[i]) + (height > 0 ? TEXT_SPACING : 0);
  return height;
}

/* The same words take the same room in the same width and font, as long as the desktop keeps the size
 * of its text. */
static int
remembered_height (MkTimelineCard *self,
                   int             width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint resolution = (guint) pango_cairo_context_get_resolution (context);
  guint in = pango_font_description_hash (pango_context_get_font_description (context)) ^
             (resolution << 16) ^ (guint) width;
  int height;

  if (self->item == NULL)
    return height_of_texts (self, width);
  height = mk_timeline_item_get_height (self->item, in);
  if (height == 0)
    {
      height = height_of_texts (self, width);
      mk_timeline_item_set_height (self->item, in, height);
    }
  return height;
}

/* Layout */

/* Where the chip and the button stand: at the end of the words, there the one over the other, or in a
 * line below the words. */
typedef enum
{
  END_BESIDE,
  END_STACKED,
  END_BELOW
} Ending;

typedef struct
{
  Ending         ending;
  GtkRequisition end; /* of the chip and the button together */
  int            words; /* width of the words */
} Layout;

static GtkRequisition
size_of_end (MkTimelineCard *self,
             gboolean        is_stacked)
{
  GtkWidget *const parts[] = { GTK_WIDGET (self->chip), self->delete_button };
  GtkRequisition size = { 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkRequisition natural;

      if (!gtk_widget_get_visible (parts[i]))
        continue;
      gtk_widget_get_preferred_size (parts[i], NULL, &natural);
      if (is_stacked)
        {
          size.height += natural.height + (size.height > 0 ? END_SPACING : 0);
          size.width = MAX (size.width, natural.width);
        }
      else
        {
          size.width += natural.width + (size.width > 0 ? END_SPACING : 0);
          size.height = MAX (size.height, natural.height);
        }
    }
  return size;
}

static int
to_pixels (MkTimelineCard *self,
           double          sp)
{
  return (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, sp,
                                      gtk_widget_get_settings (GTK_WIDGET (self)));
}

static Layout
layout_for (MkTimelineCard *self,
            int             width)
{
  Layout layout = { width < to_pixels (self, NARROW) ? END_STACKED : END_BESIDE, { 0, 0 }, width };

  layout.end = size_of_end (self, layout.ending == END_STACKED);
  if (layout.end.width > 0)
    layout.words = MAX (width - layout.end.width - SPACING, 1);
  if (layout.ending == END_BESIDE || layout.end.width == 0 ||
      layout.words >= to_pixels (self, NARROW_WORDS))
    return layout;
  return (Layout) { END_BELOW, size_of_end (self, FALSE), width };
}

static int
height_for (MkTimelineCard *self,
            const Layout   *layout)
{
  int words = remembered_height (self, layout->words);

  return layout->ending == END_BELOW ? words + END_SPACING + layout->end.height
                                     : MAX (words, layout->end.height);
}

static GtkSizeRequestMode
mk_timeline_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mk_timeline_card_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  MkTimelineCard *self = MK_TIMELINE_CARD (widget);
  Layout layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (LEAST_WORDS, size_of_end (self, FALSE).width);
      *natural = MAX (*minimum, NATURAL_WIDTH);
      return;
    }
  layout = layout_for (self, for_size >= 0 ? for_size : NATURAL_WIDTH);
  *minimum = height_for (self, &layout);
  *natural = *minimum;
}

static void
place_end (MkTimelineCard *self,
           int             width,
           int             height,
           const Layout   *layout)
{
  GtkWidget *const parts[] = { GTK_WIDGET (self->chip), self->delete_button };
  gboolean is_below = layout->ending == END_BELOW;
  gboolean is_stacked = layout->ending == END_STACKED;
  int x = width - layout->end.width;
  int y = is_below ? height - layout->end.height : (height - layout->end.height) / 2;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkAllocation area = { 0 };
      GtkRequisition size;

      if (!gtk_widget_get_visible (parts[i]))
        continue;
      gtk_widget_get_preferred_size (parts[i], NULL, &size);
      area.x = is_stacked ? width - size.width : x;
      area.y = is_stacked ? y : y + (layout->end.height - size.height) / 2;
      area.width = size.width;
      area.height = size.height;
      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
        area.x = width - area.x - area.width;
      gtk_widget_size_allocate (parts[i], &area, -1);
      x += size.width + END_SPACING;
      if (is_stacked)
        y += size.height + END_SPACING;
    }
}

static void
mk_timeline_card_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MkTimelineCard *self = MK_TIMELINE_CARD (widget);
  Layout layout = layout_for (self, width);

  place_end (self, width, height, &layout);
}

static GdkRGBA
color_of (MkTimelineCard *self,
          guint           which)
{
  gboolean is_clear = adw_style_manager_get_high_contrast (
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  if (styles[which].is_dim)
    color.alpha *= (float) (is_clear ? DIM_CONTRAST : DIM);
  return color;
}

static void
draw_texts (MkTimelineCard *self,
            GtkSnapshot    *snapshot,
            const Layout   *layout)
{
  int below = layout->ending == END_BELOW ? END_SPACING + layout->end.height : 0;
  int room = gtk_widget_get_height (GTK_WIDGET (self)) - below;
  int y = (room - height_of_texts (self, layout->words)) / 2;
  int x = 0;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - layout->words;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      GdkRGBA color = color_of (self, i);

      if (self->texts[i] == NULL)
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      gtk_snapshot_append_layout (snapshot, self->texts[i], &color);
      gtk_snapshot_restore (snapshot);
      y += height_of_text (self->texts[i]) + TEXT_SPACING;
    }
}

static void
mk_timeline_card_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MkTimelineCard *self = MK_TIMELINE_CARD (widget);
  Layout layout = layout_for (self, gtk_widget_get_width (widget));

  draw_texts (self, snapshot, &layout);
  GTK_WIDGET_CLASS (mk_timeline_card_parent_class)->snapshot (widget, snapshot);
}

static void
mk_timeline_card_dispose (GObject *object)
{
  MkTimelineCard *self = MK_TIMELINE_CARD (object);

  mk_timeline_card_show (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_TIMELINE_CARD);

  G_OBJECT_CLASS (mk_timeline_card_parent_class)->dispose (object);
}

static void
mk_timeline_card_class_init (MkTimelineCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_timeline_card_dispose;

  widget_class->get_request_mode = mk_timeline_card_get_request_mode;
  widget_class->measure = mk_timeline_card_measure;
  widget_class->size_allocate = mk_timeline_card_size_allocate;
  widget_class->snapshot = mk_timeline_card_snapshot;

  g_type_ensure (MK_TYPE_STATE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-timeline-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MkTimelineCard, chip);
  gtk_widget_class_bind_template_child (widget_class, MkTimelineCard, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
mk_timeline_card_init (MkTimelineCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_timeline_card_show:
 * @self: a card
 * @item: (nullable): what it shows from now on, as it is now
 */
void
mk_timeline_card_show (MkTimelineCard *self,
                       MkTimelineItem *item)
{
  const MkLogEntry *entry;

  g_return_if_fail (MK_IS_TIMELINE_CARD (self));

  forget_texts (self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  entry = entry_of (self);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), entry != NULL);
  if (entry != NULL)
    mk_state_chip_set_progress (self->chip, entry->progress);
  gtk_widget_set_visible (self->delete_button, can_delete (entry));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mk_timeline_card_delete:
 * @self: a card
 *
 * Deletes its entry, where that is possible.
 */
void
mk_timeline_card_delete (MkTimelineCard *self)
{
  g_return_if_fail (MK_IS_TIMELINE_CARD (self));

  if (can_delete (entry_of (self)))
    gtk_widget_activate_action (GTK_WIDGET (self),
                                entry_of (self)->type == &mk_call_type ? "win.delete-call"
                                                                       : "win.delete-check-in",
                                "s", entry_of (self)->id);
}
