/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-quiz-view.h"

#include "mk-quiz.h"
#include "training/mk-markdown-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkQuizView:
 *
 * A quiz, to be taken as often as one likes. Each answer that is chosen says at once whether it is
 * right, in words, and why. Nothing of it is kept.
 */
struct _MkQuizView
{
  GtkBox parent_instance;

  GPtrArray  *questions; /* MkQuizQuestion */
  GHashTable *answered; /* set of questions */
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MkQuizView, mk_quiz_view, GTK_TYPE_BOX)

/* What a button of an answer knows. */
typedef struct
{
  MkQuizView     *view;
  MkQuizQuestion *question;
  MkQuizChoice   *choice;
  GtkWidget      *verdict; /* the box under it */
  GtkLabel       *word;
} Answer;

static void
show_verdict (Answer  *answer,
              gboolean is_chosen)
{
  const char *word = answer->choice->is_right ? _ ("Right") : _ ("Not quite");
  g_autofree char *said = NULL;

  gtk_widget_set_visible (answer->verdict, is_chosen);
  if (!is_chosen)
    return;
  gtk_label_set_label (answer->word, word);
  said =
      g_strdup_printf ("%s. %s", word,
                       answer->choice->explanation_text != NULL ? answer->choice->explanation_text
                                                                : "");
  gtk_accessible_announce (GTK_ACCESSIBLE (answer->view), said,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
note_answered (Answer *answer)
{
  MkQuizView *self = answer->view;

  if (g_hash_table_add (self->answered, answer->question) &&
      g_hash_table_size (self->answered) == self->questions->len)
    g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
toggled_cb (GtkCheckButton *button,
            gpointer        user_data)
{
  Answer *answer = user_data;
  gboolean is_chosen = gtk_check_button_get_active (button);

  show_verdict (answer, is_chosen);
  if (is_chosen)
    note_answered (answer);
}

static GtkWidget *
verdict_new (Answer *answer)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 4, "visible", FALSE, NULL);
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 6, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (
      answer->choice->is_right ? "object-select-symbolic" : "edit-undo-symbolic");

  answer->word = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (answer->word), "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (answer->word));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), mk_markdown_label_new (answer->choice->explanation));
  gtk_widget_add_css_class (box, "verdict");
  gtk_widget_add_css_class (box, answer->choice->is_right ? "right" : "wrong");
  return box;
}

static GtkWidget *
button_new (const MkQuizChoice *choice,
            GtkCheckButton     *group)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = mk_markdown_label_new (choice->markup);

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice->text, -1);
  gtk_widget_add_css_class (button, "task");
  return button;
}

static GtkCheckButton *
add_choice (MkQuizView     *self,
            GtkBox         *box,
            MkQuizQuestion *question,
            MkQuizChoice   *choice,
            GtkCheckButton *group)
{
  Answer *answer = g_new0 (Answer, 1);
  GtkWidget *button = button_new (choice, question->has_several ? NULL : group);

  answer->view = self;
  answer->question = question;
  answer->choice = choice;
  answer->verdict = verdict_new (answer);
  g_signal_connect_data (button, "toggled", G_CALLBACK (toggled_cb), answer,
                         (GClosureNotify) (GCallback) g_free, G_CONNECT_DEFAULT);
  gtk_box_append (box, button);
  gtk_box_append (box, answer->verdict);
  return GTK_CHECK_BUTTON (button);
}

static GtkWidget *
heading_new (const MkQuizQuestion *question,
             guint                 number)
{
  g_autofree char *text = g_strdup_printf ("%u. %s", number, question->text);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3, -1);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
add_question (MkQuizView     *self,
              MkQuizQuestion *question,
              guint           number)
{
  GtkBox *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkCheckButton *group = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->text, -1);
  gtk_box_append (box, heading_new (question, number));
  if (question->has_several)
    gtk_box_append (box, g_object_new (GTK_TYPE_LABEL, "label", _ ("More than one may be right."),
                                       "xalign", 0.0f, "wrap", TRUE, "css-classes",
                                       (const char *[]) { "dimmed", NULL }, NULL));
  for (guint i = 0; i < question->choices->len; i++)
    group = add_choice (self, box, question, g_ptr_array_index (question->choices, i), group);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (box));
}

static void
mk_quiz_view_finalize (GObject *object)
{
  MkQuizView *self = MK_QUIZ_VIEW (object);

  g_hash_table_unref (self->answered);
  g_clear_pointer (&self->questions, g_ptr_array_unref);

  G_OBJECT_CLASS (mk_quiz_view_parent_class)->finalize (object);
}

static void
mk_quiz_view_class_init (MkQuizViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mk_quiz_view_finalize;

  /**
   * MkQuizView::answered:
   *
   * Every question has been answered, rightly or not.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mk_quiz_view_init (MkQuizView *self)
{
  self->answered = g_hash_table_new (NULL, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lesson");
}

/**
 * mk_quiz_view_new:
 * @lesson: a quiz of the course
 *
 * Returns: (transfer floating): a view of its questions
 */
MkQuizView *
mk_quiz_view_new (const MkLesson *lesson)
{
  MkQuizView *self = g_object_new (MK_TYPE_QUIZ_VIEW, NULL);
  g_autoptr (MkBlock) document = mk_markdown_parse (lesson->body, strlen (lesson->body), NULL);

  self->questions = document != NULL ? mk_quiz_read (document) : g_ptr_array_new ();
  for (guint i = 0; i < self->questions->len; i++)
    add_question (self, g_ptr_array_index (self->questions, i), i + 1);
  return self;
}
