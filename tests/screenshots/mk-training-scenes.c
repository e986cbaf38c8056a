/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-training-scenes.h"

#include "mk-app-test.h"
#include "training/mk-module-page.h"
#include "training/mk-quiz-view.h"

/* The course: its path, a module, its questions, and the cards for what may happen. */

static void
show_lesson (MkWindow   *window,
             const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-lesson", "s", name);
  mk_app_test_settle ();
}

void
mk_scene_module (MkWindow *window)
{
  show_lesson (window, "modul-1-kerne");
}

/* One that is begun. */
void
mk_scene_training (MkWindow *window)
{
  mk_scene_module (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-training", NULL);
  mk_app_test_settle ();
}

static GtkWidget *
choice_of (GtkWidget *root,
           guint      wanted)
{
  GtkWidget *group = gtk_widget_get_first_child (root);
  GtkWidget *child = gtk_widget_get_first_child (group);

  while (child != NULL && (!GTK_IS_CHECK_BUTTON (child) || wanted-- > 0))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* A wrong answer and then the right one stand there with their reasons. */
void
mk_scene_quiz (MkWindow *window)
{
  GtkWidget *quiz;

  mk_scene_module (window);
  quiz = mk_app_test_find (GTK_WIDGET (window), MK_TYPE_QUIZ_VIEW);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice_of (quiz, 0)), TRUE);
  mk_module_page_show_passage (
      MK_MODULE_PAGE (mk_app_test_find (GTK_WIDGET (window), MK_TYPE_MODULE_PAGE)), "Spørgsmål");
  mk_app_test_settle ();
}

void
mk_scene_situations (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-situations", NULL);
  mk_app_test_settle ();
}

void
mk_scene_situation (MkWindow *window)
{
  show_lesson (window, "naar-ikke-moedt");
}
