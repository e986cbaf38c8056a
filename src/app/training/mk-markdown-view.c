/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-markdown-view.h"

#include "training/mk-course.h"
#include "training/mk-markdown-table.h"
#include "training/mk-markdown-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkMarkdownView:
 *
 * A Markdown text as widgets: what is a heading is one to a screen reader too, words can be marked
 * and copied, and tasks can be ticked. Its beginning is there at once, and the rest a few frames later.
 *
 * ## Accessibility
 *
 * Headings have the role and the level of one, lists, quotes and tables theirs, and a picture says
 * what it shows.
 */
struct _MkMarkdownView
{
  GtkBox parent_instance;

  MkBlock   *document; /* until all of it is there, or NULL */
  guint      n_made; /* of its blocks */
  guint      making; /* tick callback, or 0 */
  GPtrArray *tasks; /* GtkCheckButton, borrowed, in the order of the text */
  gboolean   is_setting;
};

/* So many letters are there at once, about a screen of them, and so many more with each frame: a long
 * text opens as soon as a short one. */
#define FIRST_LETTERS 2000
#define MORE_LETTERS 3000

/* A drawing is made this wide, so that it is sharp on a screen of twice the density. */
#define PICTURE_WIDTH 840

enum
{
  SIGNAL_TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MkMarkdownView, mk_markdown_view, GTK_TYPE_BOX)

static void add_children (MkMarkdownView *self,
                          GtkBox         *box,
                          const MkBlock  *block);

static GtkWidget *
code_new (const MkBlock *block)
{
  GtkWidget *label = mk_markdown_label_new (block->markup->str);

  gtk_widget_add_css_class (label, "monospace");
  return label;
}

/* Boxes of blocks */

static GtkBox *
box_new (GtkAccessibleRole role,
         int               spacing)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", spacing,
                       "hexpand", TRUE, "accessible-role", role, NULL);
}

static GtkWidget *
quote_new (MkMarkdownView *self,
           const MkBlock  *block)
{
  GtkBox *box = box_new (GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE, 8);

  gtk_widget_add_css_class (GTK_WIDGET (box), "situation");
  add_children (self, box, block);
  return GTK_WIDGET (box);
}

static void
ticked_cb (MkMarkdownView *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

/* A task's own words are its button's, so that the whole line can be hit. */
static GtkWidget *
task_new (MkMarkdownView *self,
          const MkBlock  *item)
{
  const MkBlock *words = item->children->len > 0 ? g_ptr_array_index (item->children, 0) : item;
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = mk_markdown_label_new (words->markup->str);

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), item->is_ticked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words->text->str, -1);
  gtk_widget_add_css_class (button, "task");
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (ticked_cb), self);
  g_ptr_array_add (self->tasks, button);
  return button;
}

static GtkWidget *
marker_new (int number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%d.", number) : g_strdup ("•");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (label), number > 0 ? 3 : 2);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* Most items are one paragraph. */
static GtkWidget *
words_of_item (MkMarkdownView *self,
               const MkBlock  *item)
{
  const MkBlock *only = item->children->len == 1 ? g_ptr_array_index (item->children, 0) : NULL;
  GtkBox *box;

  if (only != NULL && only->kind == MK_BLOCK_PARAGRAPH)
    {
      GtkWidget *label = mk_markdown_label_new (only->markup->str);

      gtk_widget_set_hexpand (label, TRUE);
      return label;
    }
  box = box_new (GTK_ACCESSIBLE_ROLE_GENERIC, 6);
  add_children (self, box, item);
  return GTK_WIDGET (box);
}

static GtkWidget *
item_new (MkMarkdownView *self,
          const MkBlock  *item,
          int             number)
{
  GtkWidget *row =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  if (item->is_task)
    {
      gtk_box_append (GTK_BOX (row), task_new (self, item));
      return row;
    }
  gtk_box_append (GTK_BOX (row), marker_new (number));
  gtk_box_append (GTK_BOX (row), words_of_item (self, item));
  return row;
}

static GtkWidget *
list_new (MkMarkdownView *self,
          const MkBlock  *list)
{
  GtkBox *box = box_new (GTK_ACCESSIBLE_ROLE_LIST, 8);
  int number = list->level;

  for (guint i = 0; i < list->children->len; i++)
    {
      gtk_box_append (box, item_new (self, g_ptr_array_index (list->children, i), number));
      if (number > 0 && number < G_MAXINT)
        number++;
    }
  return GTK_WIDGET (box);
}

/* Pictures */

static GdkPaintable *
read_picture (const char *source)
{
  g_autofree char *path = mk_course_picture (source);
  g_autoptr (GdkPixbuf) drawing =
      path != NULL ? gdk_pixbuf_new_from_resource_at_scale (path, PICTURE_WIDTH, -1, TRUE, NULL)
                   : NULL;

  return drawing != NULL ? GDK_PAINTABLE (gdk_texture_new_for_pixbuf (drawing)) : NULL;
}

/* Where there is none, its words stand there. */
static GtkWidget *
picture_new (const MkBlock *block)
{
  g_autoptr (GdkPaintable) drawing = read_picture (block->source);
  g_autofree char *words = g_markup_escape_text (block->text->str, -1);
  GtkWidget *picture;

  if (drawing == NULL)
    return mk_markdown_label_new (words);
  picture = gtk_picture_new_for_paintable (drawing);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), block->text->str);
  gtk_widget_set_size_request (picture, -1, 200);
  gtk_widget_add_css_class (picture, "lesson-picture");
  return picture;
}

static GtkWidget *
widget_for (MkMarkdownView *self,
            const MkBlock  *block)
{
  switch (block->kind)
    {
    case MK_BLOCK_HEADING:
      return mk_markdown_heading_new (block);
    case MK_BLOCK_QUOTE:
      return quote_new (self, block);
    case MK_BLOCK_LIST:
      return list_new (self, block);
    case MK_BLOCK_TABLE:
      return mk_markdown_table_new (block);
    case MK_BLOCK_PICTURE:
      return picture_new (block);
    case MK_BLOCK_CODE:
      return code_new (block);
    case MK_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case MK_BLOCK_PARAGRAPH:
    case MK_BLOCK_ITEM:
    case MK_BLOCK_ROW:
    case MK_BLOCK_CELL:
    case MK_BLOCK_DOCUMENT:
    default:
      return mk_markdown_label_new (block->markup->str);
    }
}

static void
add_children (MkMarkdownView *self,
              GtkBox         *box,
              const MkBlock  *block)
{
  for (guint i = 0; i < block->children->len; i++)
    gtk_box_append (box, widget_for (self, g_ptr_array_index (block->children, i)));
}

/* One block after the other */

/* What a block takes to be made: its words, and something for itself and those in it. */
static gsize
count_letters (const MkBlock *block)
{
  gsize letters = block->text->len + 20;

  for (guint i = 0; i < block->children->len; i++)
    letters += count_letters (g_ptr_array_index (block->children, i));
  return letters;
}

static void
make_blocks (MkMarkdownView *self,
             gsize           n_letters)
{
  const GPtrArray *blocks = self->document->children;

  for (gsize made = 0; self->n_made < blocks->len && made < n_letters; self->n_made++)
    {
      const MkBlock *block = g_ptr_array_index (blocks, self->n_made);

      gtk_box_append (GTK_BOX (self), widget_for (self, block));
      made += count_letters (block);
    }
  if (self->n_made == blocks->len)
    g_clear_pointer (&self->document, mk_block_free);
}

static gboolean
make_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MkMarkdownView *self = MK_MARKDOWN_VIEW (widget);

  /* The first frame is for what is there. */
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  make_blocks (self, MORE_LETTERS);
  if (self->document != NULL)
    return G_SOURCE_CONTINUE;
  self->making = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_making (MkMarkdownView *self)
{
  if (self->making != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->making);
  self->making = 0;
}

/* MkMarkdownView */

static void
mk_markdown_view_dispose (GObject *object)
{
  stop_making (MK_MARKDOWN_VIEW (object));

  G_OBJECT_CLASS (mk_markdown_view_parent_class)->dispose (object);
}

static void
mk_markdown_view_finalize (GObject *object)
{
  MkMarkdownView *self = MK_MARKDOWN_VIEW (object);

  mk_block_free (self->document);
  g_ptr_array_unref (self->tasks);

  G_OBJECT_CLASS (mk_markdown_view_parent_class)->finalize (object);
}

static void
mk_markdown_view_class_init (MkMarkdownViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mk_markdown_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_markdown_view_finalize;

  /**
   * MkMarkdownView::ticked:
   *
   * Somebody ticked a task, or took a tick away.
   */
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_markdown_view_init (MkMarkdownView *self)
{
  self->tasks = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lesson");
}

/**
 * mk_markdown_view_new:
 *
 * Returns: (transfer floating): a view of nothing
 */
MkMarkdownView *
mk_markdown_view_new (void)
{
  return g_object_new (MK_TYPE_MARKDOWN_VIEW, NULL);
}

/**
 * mk_markdown_view_take:
 * @self: a view
 * @document: (transfer full): what it shows from now on
 */
void
mk_markdown_view_take (MkMarkdownView *self,
                       MkBlock        *document)
{
  GtkWidget *child;

  g_return_if_fail (MK_IS_MARKDOWN_VIEW (self));
  g_return_if_fail (document != NULL);

  stop_making (self);
  g_ptr_array_set_size (self->tasks, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  mk_block_free (self->document);
  self->document = document;
  self->n_made = 0;
  make_blocks (self, FIRST_LETTERS);
  if (self->document != NULL)
    self->making = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_cb, NULL, NULL);
}

/**
 * mk_markdown_view_is_whole:
 * @self: a view
 *
 * Returns: whether all of its text is there
 */
gboolean
mk_markdown_view_is_whole (MkMarkdownView *self)
{
  g_return_val_if_fail (MK_IS_MARKDOWN_VIEW (self), FALSE);

  return self->document == NULL;
}

/**
 * mk_markdown_view_complete:
 * @self: a view
 *
 * Makes what is not there yet, for whoever goes to a place in it.
 */
void
mk_markdown_view_complete (MkMarkdownView *self)
{
  g_return_if_fail (MK_IS_MARKDOWN_VIEW (self));

  stop_making (self);
  if (self->document != NULL)
    make_blocks (self, G_MAXSIZE);
}

/**
 * mk_markdown_view_set_ticks:
 * @self: a view
 * @ticks: (nullable): what mk_markdown_view_dup_ticks() returned
 *
 * Ticks the tasks that were ticked.
 */
void
mk_markdown_view_set_ticks (MkMarkdownView *self,
                            const char     *ticks)
{
  gsize length = ticks != NULL ? strlen (ticks) : 0;

  g_return_if_fail (MK_IS_MARKDOWN_VIEW (self));

  mk_markdown_view_complete (self);
  self->is_setting = TRUE;
  for (guint i = 0; i < self->tasks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->tasks, i), i < length && ticks[i] == 'x');
  self->is_setting = FALSE;
}

/**
 * mk_markdown_view_dup_ticks:
 * @self: a view
 *
 * Returns: (transfer full): a letter a task: x where it is ticked, a dot where it is not
 */
char *
mk_markdown_view_dup_ticks (MkMarkdownView *self)
{
  GString *ticks = g_string_new (NULL);

  g_return_val_if_fail (MK_IS_MARKDOWN_VIEW (self), NULL);

  mk_markdown_view_complete (self);
  for (guint i = 0; i < self->tasks->len; i++)
    g_string_append_c (
        ticks, gtk_check_button_get_active (g_ptr_array_index (self->tasks, i)) ? 'x' : '.');
  return g_string_free_and_steal (ticks);
}
