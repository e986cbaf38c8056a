/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"
#include "training/mk-markdown-view.h"

#include <string.h>

/* A text as it is shown: what it is to a screen reader, and where it stands. */

static void
test_headings_are_headings (MkWindow *window)
{
  MkBlock *document = mk_markdown_parse ("## Et\n\n### To\n", 15, NULL);
  MkMarkdownView *view = g_object_ref_sink (mk_markdown_view_new ());
  GtkWidget *first, *second;

  mk_markdown_view_take (view, document);
  first = gtk_widget_get_first_child (GTK_WIDGET (view));
  second = gtk_widget_get_next_sibling (first);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (first)), ==,
                   GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (second), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3);
  g_object_unref (view);
}

/* Tables */

#define TABLE                             \
  "| Minutter | Hvad | Hvem begynder |\n" \
  "|---|---|---|\n"                       \
  "| 5 | Velkommen | Susanne |\n"         \
  "| 10 | En tur rundt i huset | Leila, måske |\n"

static GtkWidget *
show_table (GtkWindow *shown_in,
            int        width)
{
  MkMarkdownView *view = mk_markdown_view_new ();

  mk_markdown_view_take (view, mk_markdown_parse (TABLE, strlen (TABLE), NULL));
  gtk_window_set_default_size (shown_in, width, 600);
  gtk_window_set_child (shown_in, GTK_WIDGET (view));
  gtk_window_present (shown_in);
  mk_app_test_settle ();
  return GTK_WIDGET (view);
}

static void
find_seen (GtkWidget  *widget,
           const char *text,
           GPtrArray  *found)
{
  if (!gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_seen (child, text, found);
}

static GPtrArray *
seen (GtkWidget  *view,
      const char *text)
{
  GPtrArray *found = g_ptr_array_new ();

  find_seen (view, text, found);
  return found;
}

static float
left_of (GtkWidget  *view,
         const char *text)
{
  g_autoptr (GPtrArray) found = seen (view, text);
  graphene_rect_t bounds;

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (gtk_widget_compute_bounds (found->pdata[0], view, &bounds));
  return bounds.origin.x;
}

/* However much room there is, and whatever wraps. */
static void
test_columns_stand_below_their_heads (MkWindow *window)
{
  static const int widths[] = { 330, 360, 500, 800 };
  GtkWindow *shown_in = GTK_WINDOW (gtk_window_new ());

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *view = show_table (shown_in, widths[i]);
      float left = left_of (view, "Hvem begynder");

      g_assert_cmpfloat_with_epsilon (left_of (view, "Susanne"), left, 0.5);
      g_assert_cmpfloat_with_epsilon (left_of (view, "Leila, måske"), left, 0.5);
      g_assert_cmpfloat (left, >, left_of (view, "Velkommen") + 20);
    }
  gtk_window_destroy (shown_in);
}

/* Where its words would have to break, each row stands by itself, and each cell below its head. */
static void
test_table_without_room_is_a_stack (MkWindow *window)
{
  GtkWindow *shown_in = GTK_WINDOW (gtk_window_new ());
  GtkWidget *view = show_table (shown_in, 200);
  g_autoptr (GPtrArray) heads = seen (view, "Hvem begynder");
  GtkWidget *below;

  g_assert_cmpuint (heads->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (left_of (view, "Susanne"), left_of (view, "Velkommen"), 0.5);
  below = gtk_widget_get_next_sibling (heads->pdata[0]);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (below)), ==, "Susanne");
  gtk_window_destroy (shown_in);
}

int
main (int    argc,
      char **argv)
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/lessons/headings-are-headings", test_headings_are_headings);
  mk_app_test_add ("/lessons/columns-stand-below-their-heads",
                   test_columns_stand_below_their_heads);
  mk_app_test_add ("/lessons/table-without-room-is-a-stack", test_table_without_room_is_a_stack);
  return g_test_run ();
}
