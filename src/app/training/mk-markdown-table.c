/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-markdown-table.h"

#include "training/mk-markdown-words.h"

/**
 * MkMarkdownTable:
 *
 * A table of a text. Where there is no room for its columns without breaking a word, its rows stand
 * below each other, and each says which column its cells are of.
 *
 * ## Accessibility
 *
 * It is a table with its rows and cells, or a list of what would be its rows. Only the one that is
 * seen is read.
 */
struct _MkMarkdownTable
{
  GtkWidget parent_instance;

  GtkWidget *table;
  GtkWidget *stack;
};

G_DEFINE_FINAL_TYPE (MkMarkdownTable, mk_markdown_table, GTK_TYPE_WIDGET)

/* As columns */

/* A word of a column is never broken: the stack is for that. */
static GtkWidget *
cell_new (const MkBlock *cell,
          GtkSizeGroup  *column)
{
  gboolean is_head = cell->level == 1;
  GtkWidget *label = mk_markdown_label_new (cell->markup->str);
  GtkWidget *holder =
      g_object_new (GTK_TYPE_BOX, "accessible-role",
                    is_head ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL,
                    "hexpand", TRUE, NULL);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, is_head ? "heading" : "body");
  gtk_box_append (GTK_BOX (holder), label);
  gtk_size_group_add_widget (column, holder);
  return holder;
}

static GtkSizeGroup *
column_at (GPtrArray *columns,
           guint      index)
{
  while (columns->len <= index)
    g_ptr_array_add (columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
  return g_ptr_array_index (columns, index);
}

static GtkWidget *
row_new (const MkBlock *row,
         GPtrArray     *columns)
{
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  for (guint i = 0; i < row->children->len; i++)
    gtk_box_append (GTK_BOX (box),
                    cell_new (g_ptr_array_index (row->children, i), column_at (columns, i)));
  gtk_widget_add_css_class (box, "lesson-row");
  return box;
}

static GtkWidget *
table_new (const MkBlock *table)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  for (guint i = 0; i < table->children->len; i++)
    gtk_box_append (GTK_BOX (box), row_new (g_ptr_array_index (table->children, i), columns));
  return box;
}

/* As a stack */

static const MkBlock *
head_of (const MkBlock *table)
{
  const MkBlock *first = table->children->len > 0 ? g_ptr_array_index (table->children, 0) : NULL;

  return first != NULL && first->level == 1 ? first : NULL;
}

static void
stack_cell (GtkBox        *box,
            const MkBlock *head,
            const MkBlock *cell)
{
  if (cell->text->len == 0)
    return;
  if (head != NULL && head->text->len > 0)
    {
      GtkWidget *label = mk_markdown_label_new (head->markup->str);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (box, label);
    }
  gtk_box_append (box, mk_markdown_label_new (cell->markup->str));
}

static GtkWidget *
stacked_row_new (const MkBlock *row,
                 const MkBlock *head)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 2, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  for (guint i = 0; i < row->children->len; i++)
    stack_cell (GTK_BOX (box),
                head != NULL && i < head->children->len ? g_ptr_array_index (head->children, i)
                                                        : NULL,
                g_ptr_array_index (row->children, i));
  gtk_widget_add_css_class (box, "lesson-row");
  return box;
}

static GtkWidget *
stack_new (const MkBlock *table)
{
  const MkBlock *head = head_of (table);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);

  for (guint i = head != NULL ? 1 : 0; i < table->children->len; i++)
    gtk_box_append (GTK_BOX (box), stacked_row_new (g_ptr_array_index (table->children, i), head));
  return box;
}

/* MkMarkdownTable */

static GtkWidget *
fitting (MkMarkdownTable *self,
         int              width)
{
  int least;

  gtk_widget_measure (self->table, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return width < 0 || width >= least ? self->table : self->stack;
}

static void
mk_markdown_table_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  MkMarkdownTable *self = MK_MARKDOWN_TABLE (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (fitting (self, for_size), orientation, for_size, minimum, natural, NULL,
                          NULL);
      return;
    }
  gtk_widget_measure (self->stack, orientation, -1, minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->table, orientation, -1, NULL, natural, NULL, NULL);
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
mk_markdown_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
show_child (GtkWidget *child,
            gboolean   is_shown)
{
  gtk_widget_set_child_visible (child, is_shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !is_shown, -1);
}

static void
mk_markdown_table_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  MkMarkdownTable *self = MK_MARKDOWN_TABLE (widget);
  GtkWidget *child = fitting (self, width);

  show_child (self->table, child == self->table);
  show_child (self->stack, child == self->stack);
  gtk_widget_allocate (child, width, height, -1, NULL);
}

static void
mk_markdown_table_dispose (GObject *object)
{
  MkMarkdownTable *self = MK_MARKDOWN_TABLE (object);

  g_clear_pointer (&self->table, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (mk_markdown_table_parent_class)->dispose (object);
}

static void
mk_markdown_table_class_init (MkMarkdownTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_markdown_table_dispose;
  widget_class->measure = mk_markdown_table_measure;
  widget_class->get_request_mode = mk_markdown_table_get_request_mode;
  widget_class->size_allocate = mk_markdown_table_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
mk_markdown_table_init (MkMarkdownTable *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "lesson-table");
}

/**
 * mk_markdown_table_new:
 * @table: a table
 *
 * Returns: (transfer floating): a widget that shows it
 */
GtkWidget *
mk_markdown_table_new (const MkBlock *table)
{
  MkMarkdownTable *self = g_object_new (MK_TYPE_MARKDOWN_TABLE, NULL);

  self->table = table_new (table);
  self->stack = stack_new (table);
  gtk_widget_set_parent (self->table, GTK_WIDGET (self));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
