/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-lesson-page.h"

#include "config.h"
#include "training/mk-markdown-view.h"
#include "training/mk-passage.h"
#include "training/mk-text-size-button.h"
#include "training/mk-text-size.h"
#include "widgets/mk-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkLessonPage:
 *
 * One text of the course that belongs to no module's own page: a card for a situation, which ends in
 * the button that helps, a guide, an agenda, or what there is to know beyond a module.
 */
struct _MkLessonPage
{
  AdwNavigationPage parent_instance;

  GtkScrolledWindow *scroll;
  GtkWidget         *content;
  GtkLabel          *title;
  GtkLabel          *goal;
  GtkWidget         *say_box;
  GtkLabel          *say;
  MkMarkdownView    *view;
  GtkWidget         *ending;
  GtkButton         *ending_button;
};

G_DEFINE_FINAL_TYPE (MkLessonPage, mk_lesson_page, ADW_TYPE_NAVIGATION_PAGE)

/* The button that a card ends in. */
typedef struct
{
  const char *name; /* in the front matter */
  const char *label;
  const char *action;
  gboolean    has_target; /* a placement, or none */
} Ending;

static const Ending endings[] = {
  { "call", N_ ("_Whom to call"), "win.hotline", TRUE },
  { "ask", N_ ("_Ask for help"), "win.ask-help", TRUE },
  { "write", N_ ("_Write a check-in"), "win.new-check-in", FALSE },
};

static void
show_ending (MkLessonPage *self,
             const char   *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      GtkActionable *button = GTK_ACTIONABLE (self->ending_button);

      if (g_strcmp0 (action, endings[i].name) != 0)
        continue;
      gtk_button_set_label (self->ending_button, _ (endings[i].label));
      mk_wrap_words (GTK_WIDGET (self->ending_button));
      if (endings[i].has_target)
        gtk_actionable_set_action_target (button, "s", "");
      gtk_actionable_set_action_name (button, endings[i].action);
      gtk_widget_set_visible (self->ending, TRUE);
    }
}

static void
mk_lesson_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_LESSON_PAGE);

  G_OBJECT_CLASS (mk_lesson_page_parent_class)->dispose (object);
}

static void
mk_lesson_page_class_init (MkLessonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_lesson_page_dispose;

  g_type_ensure (MK_TYPE_MARKDOWN_VIEW);
  g_type_ensure (MK_TYPE_TEXT_SIZE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-lesson-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkLessonPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, MkLessonPage, content);
  gtk_widget_class_bind_template_child (widget_class, MkLessonPage, title);
  gtk_widget_class_bind_template_child (widget_class, MkLessonPage, goal);
  gtk_widget_class_bind_template_child (widget_class, MkLessonPage, say_box);
  gtk_widget_class_bind_template_child (widget_class, MkLessonPage, say);
  gtk_widget_class_bind_template_child (widget_class, MkLessonPage, view);
  gtk_widget_class_bind_template_child (widget_class, MkLessonPage, ending);
  gtk_widget_class_bind_template_child (widget_class, MkLessonPage, ending_button);
  mk_text_size_install (widget_class);
}

static void
mk_lesson_page_init (MkLessonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mk_text_size_follow (GTK_WIDGET (self), self->content);
}

/**
 * mk_lesson_page_new:
 * @lesson: a text of the course
 *
 * Returns: (transfer floating): a page that shows it
 */
MkLessonPage *
mk_lesson_page_new (const MkLesson *lesson)
{
  MkLessonPage *self = g_object_new (MK_TYPE_LESSON_PAGE, "title", lesson->title, NULL);
  MkBlock *document = mk_markdown_parse (lesson->body, strlen (lesson->body), NULL);

  gtk_label_set_label (self->title, lesson->title);
  gtk_label_set_label (self->goal, lesson->goal != NULL ? lesson->goal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->goal), lesson->goal != NULL);
  gtk_label_set_label (self->say, lesson->say != NULL ? lesson->say : "");
  gtk_widget_set_visible (self->say_box, lesson->say != NULL);
  if (document != NULL)
    mk_markdown_view_take (self->view, document);
  show_ending (self, lesson->action);
  return self;
}

/**
 * mk_lesson_page_show_passage:
 * @self: a page
 * @passage: words that stand in it
 *
 * Goes to where they stand.
 */
void
mk_lesson_page_show_passage (MkLessonPage *self,
                             const char   *passage)
{
  g_return_if_fail (MK_IS_LESSON_PAGE (self));

  mk_markdown_view_complete (self->view);
  mk_passage_go_to (self->scroll, passage);
}
