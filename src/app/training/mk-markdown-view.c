/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-markdown-view.h"

#include "training/mk-course.h"
#include "training/mk-link-question.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkMarkdownView:
 *
 * A Markdown text as widgets: what is a heading is one to a screen reader too, words can be marked
 * and copied, and tasks can be ticked.
 *
 * ## Accessibility
 *
 * Headings have the role and the level of one, lists, quotes and tables theirs, and a picture says
 * what it shows.
 */
struct _MkMarkdownView
{
  GtkBox parent_instance;

  GPtrArray *tasks; /* GtkCheckButton, borrowed, in the order of the text */
  gboolean   is_setting;
};

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

/* Words */

static gboolean
activate_link_cb (GtkLabel   *label,
                  const char *uri)
{
  mk_link_question_follow (GTK_WIDGET (label), uri);
  return TRUE;
}

/**
 * mk_markdown_label_new:
 * @markup: words as MkBlock has them
 *
 * Returns: (transfer floating): a label that shows them, to be marked and copied, with its links
 *   asked about before they are followed
 */
GtkWidget *
mk_markdown_label_new (const char *markup)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "use-markup", TRUE, "label", markup, "xalign", 0.0f, "wrap",
                    TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);

  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  return label;
}

static GtkWidget *
heading_new (const MkBlock *block)
{
  static const char *const classes[] = { "title-1", "title-1", "title-3", "heading" };
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "use-markup", TRUE, "label", block->markup->str, "xalign", 0.0f,
                    "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  block->level, -1);
  gtk_widget_add_css_class (label, classes[MIN (block->level, 3)]);
  gtk_widget_add_css_class (label, "lesson-heading");
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  return label;
}

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
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "use-markup", TRUE, "label", words->markup->str, "xalign", 0.0f,
                    "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
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

static GtkWidget *
item_new (MkMarkdownView *self,
          const MkBlock  *item,
          int             number)
{
  GtkWidget *row =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkBox *box;

  if (item->is_task)
    {
      gtk_box_append (GTK_BOX (row), task_new (self, item));
      return row;
    }
  box = box_new (GTK_ACCESSIBLE_ROLE_GENERIC, 6);
  add_children (self, box, item);
  gtk_box_append (GTK_BOX (row), marker_new (number));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (box));
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

/* Tables */

static GtkWidget *
cell_new (const MkBlock *cell)
{
  GtkWidget *label = mk_markdown_label_new (cell->markup->str);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, cell->level == 1 ? "heading" : "body");
  return label;
}

static GtkWidget *
row_new (const MkBlock *row)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 12, "homogeneous", TRUE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  for (guint i = 0; i < row->children->len; i++)
    {
      const MkBlock *cell = g_ptr_array_index (row->children, i);
      GtkWidget *holder = g_object_new (
          GTK_TYPE_BOX, "accessible-role",
          cell->level == 1 ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL, NULL);

      gtk_box_append (GTK_BOX (holder), cell_new (cell));
      gtk_box_append (GTK_BOX (box), holder);
    }
  gtk_widget_add_css_class (box, "lesson-row");
  return box;
}

static GtkWidget *
table_new (const MkBlock *table)
{
  GtkBox *box = box_new (GTK_ACCESSIBLE_ROLE_TABLE, 0);

  for (guint i = 0; i < table->children->len; i++)
    gtk_box_append (box, row_new (g_ptr_array_index (table->children, i)));
  gtk_widget_add_css_class (GTK_WIDGET (box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (box), "lesson-table");
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
      return heading_new (block);
    case MK_BLOCK_QUOTE:
      return quote_new (self, block);
    case MK_BLOCK_LIST:
      return list_new (self, block);
    case MK_BLOCK_TABLE:
      return table_new (block);
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

/* MkMarkdownView */

static void
mk_markdown_view_finalize (GObject *object)
{
  g_ptr_array_unref (MK_MARKDOWN_VIEW (object)->tasks);

  G_OBJECT_CLASS (mk_markdown_view_parent_class)->finalize (object);
}

static void
mk_markdown_view_class_init (MkMarkdownViewClass *klass)
{
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
 * mk_markdown_view_show:
 * @self: a view
 * @document: what it shows from now on
 */
void
mk_markdown_view_show (MkMarkdownView *self,
                       const MkBlock  *document)
{
  GtkWidget *child;

  g_return_if_fail (MK_IS_MARKDOWN_VIEW (self));
  g_return_if_fail (document != NULL);

  g_ptr_array_set_size (self->tasks, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  add_children (self, GTK_BOX (self), document);
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

  for (guint i = 0; i < self->tasks->len; i++)
    g_string_append_c (
        ticks, gtk_check_button_get_active (g_ptr_array_index (self->tasks, i)) ? 'x' : '.');
  return g_string_free_and_steal (ticks);
}
