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
  GArray    *columns; /* GtkRequestedSize, of the table as it was measured last */
};

#define SPACING 12

G_DEFINE_FINAL_TYPE (MkMarkdownTable, mk_markdown_table, GTK_TYPE_WIDGET)

/* As columns */

/* A word of a column is never broken: the stack is for that. */
static GtkWidget *
cell_new (const MkBlock *cell)
{
  gboolean is_head = cell->level == 1;
  GtkWidget *label = mk_markdown_label_new (cell->markup->str);
  GtkWidget *holder =
      g_object_new (GTK_TYPE_BOX, "accessible-role",
                    is_head ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL, NULL);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, is_head ? "heading" : "body");
  gtk_box_append (GTK_BOX (holder), label);
  return holder;
}

/* Every cell of a column has the room of its widest. */
static void
measure_cells (MkMarkdownTable *self,
               GtkWidget       *row)
{
  guint column = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell), column++)
    {
      GtkRequestedSize *size;
      int minimum, natural;

      if (column == self->columns->len)
        g_array_set_size (self->columns, column + 1);
      size = &g_array_index (self->columns, GtkRequestedSize, column);
      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      size->minimum_size = MAX (size->minimum_size, minimum);
      size->natural_size = MAX (size->natural_size, natural);
    }
}

static void
measure_columns (MkMarkdownTable *self)
{
  g_array_set_size (self->columns, 0);
  for (GtkWidget *row = gtk_widget_get_first_child (self->table); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    measure_cells (self, row);
}

static MkMarkdownTable *
table_of (GtkWidget *row)
{
  return MK_MARKDOWN_TABLE (gtk_widget_get_ancestor (row, MK_TYPE_MARKDOWN_TABLE));
}

/* Returns: (transfer full): the columns, whose minimum is what they get of @width */
static GArray *
share_out (MkMarkdownTable *self,
           int              width)
{
  GArray *columns = g_array_copy (self->columns);
  GtkRequestedSize *sizes = (GtkRequestedSize *) (gpointer) columns->data;
  int n_columns = (int) columns->len;
  int rest = width - SPACING * MAX (n_columns - 1, 0);

  for (int i = 0; i < n_columns; i++)
    rest -= sizes[i].minimum_size;
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), columns->len, sizes);
  for (int i = 0; i < n_columns; i++)
    sizes[i].minimum_size += rest / n_columns;
  return columns;
}

static void
measure_width (MkMarkdownTable *self,
               int             *minimum,
               int             *natural)
{
  *minimum = *natural = SPACING * MAX ((int) self->columns->len - 1, 0);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (self->columns, GtkRequestedSize, i);

      *minimum += size->minimum_size;
      *natural += size->natural_size;
    }
}

static void
measure_row (GtkWidget     *row,
             GtkOrientation orientation,
             int            for_size,
             int           *minimum,
             int           *natural,
             int           *minimum_baseline,
             int           *natural_baseline)
{
  MkMarkdownTable *self = table_of (row);
  g_autoptr (GArray) columns = NULL;
  int least;
  guint i = 0;

  measure_width (self, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  columns = share_out (self, for_size < 0 ? *natural : for_size);
  *minimum = *natural = 0;
  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL && i < columns->len;
       cell = gtk_widget_get_next_sibling (cell), i++)
    {
      gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL,
                          g_array_index (columns, GtkRequestedSize, i).minimum_size, &least, NULL,
                          NULL, NULL);
      *minimum = *natural = MAX (*minimum, least);
    }
}

static void
allocate_row (GtkWidget *row,
              int        width,
              int        height,
              int        baseline)
{
  g_autoptr (GArray) columns = share_out (table_of (row), width);
  GtkAllocation place = { .height = height };
  guint i = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL && i < columns->len;
       cell = gtk_widget_get_next_sibling (cell), i++)
    {
      place.width = g_array_index (columns, GtkRequestedSize, i).minimum_size;
      gtk_widget_size_allocate (cell, &place, -1);
      place.x += place.width + SPACING;
    }
}

static GtkSizeRequestMode
get_row_mode (GtkWidget *row)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GtkWidget *
row_new (const MkBlock *row)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  gtk_widget_set_layout_manager (box,
                                 gtk_custom_layout_new (get_row_mode, measure_row, allocate_row));
  for (guint i = 0; i < row->children->len; i++)
    gtk_box_append (GTK_BOX (box), cell_new (g_ptr_array_index (row->children, i)));
  gtk_widget_add_css_class (box, "lesson-row");
  return box;
}

static GtkWidget *
table_new (const MkBlock *table)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  for (guint i = 0; i < table->children->len; i++)
    gtk_box_append (GTK_BOX (box), row_new (g_ptr_array_index (table->children, i)));
  return box;
}

/* As a stack */

static const MkBlock *
head_of (const MkBlock *table)
{
  const MkBlock *first = table->children->len > 0 ? g_ptr_array_index (table->children, 0) : NULL;
  const MkBlock *cell =
      first != NULL && first->children->len > 0 ? g_ptr_array_index (first->children, 0) : NULL;

  return cell != NULL && cell->level == 1 ? first : NULL;
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
  measure_columns (self);
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
mk_markdown_table_finalize (GObject *object)
{
  g_array_unref (MK_MARKDOWN_TABLE (object)->columns);

  G_OBJECT_CLASS (mk_markdown_table_parent_class)->finalize (object);
}

static void
mk_markdown_table_class_init (MkMarkdownTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_markdown_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = mk_markdown_table_finalize;
  widget_class->measure = mk_markdown_table_measure;
  widget_class->get_request_mode = mk_markdown_table_get_request_mode;
  widget_class->size_allocate = mk_markdown_table_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
mk_markdown_table_init (MkMarkdownTable *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));
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
