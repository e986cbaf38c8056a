/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-markdown-words.h"

#include "training/mk-link-question.h"

/* The words of a Markdown text. They can be marked and copied, and where a link leads out of the
 * program, that is asked about. */

static gboolean
activate_link_cb (GtkLabel   *label,
                  const char *uri)
{
  mk_link_question_follow (GTK_WIDGET (label), uri);
  return TRUE;
}

/* How narrow a line may become. With less, GTK measures the words letter by letter; with more, the
 * largest letters, four times the usual ones, have no room in a narrow window. */
#define LEAST_LETTERS 3

static GtkWidget *
label_new (const char       *markup,
           GtkAccessibleRole role)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "use-markup", TRUE, "label", markup,
                    "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars",
                    LEAST_LETTERS, "selectable", TRUE, NULL);

  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  return label;
}

/**
 * mk_markdown_label_new:
 * @markup: words as MkBlock has them
 *
 * Returns: (transfer floating): a label that shows them
 */
GtkWidget *
mk_markdown_label_new (const char *markup)
{
  return label_new (markup, GTK_ACCESSIBLE_ROLE_LABEL);
}

/**
 * mk_markdown_heading_new:
 * @block: a heading
 *
 * Returns: (transfer floating): a label that shows it, a heading to a screen reader too
 */
GtkWidget *
mk_markdown_heading_new (const MkBlock *block)
{
  static const char *const classes[] = { "title-1", "title-1", "title-3", "heading" };
  GtkWidget *label = label_new (block->markup->str, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  block->level, -1);
  gtk_widget_add_css_class (label, classes[MIN (block->level, 3)]);
  gtk_widget_add_css_class (label, "lesson-heading");
  return label;
}
