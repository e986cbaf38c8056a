/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-module-page.h"

#include "config.h"
#include "training/mk-course.h"
#include "training/mk-markdown-view.h"
#include "training/mk-passage.h"
#include "training/mk-quiz-view.h"
#include "training/mk-text-size-button.h"
#include "training/mk-text-size.h"
#include "widgets/mk-banner.h"
#include "widgets/mk-wrap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkModulePage:
 *
 * A module of the course from its core to its card for the pocket, on one page. Where the person left
 * it, it opens again. What is read first is there at once, and the parts that follow a few frames later.
 */
struct _MkModulePage
{
  AdwNavigationPage parent_instance;

  AdwBanner         *trouble;
  GtkScrolledWindow *scroll;
  GtkBox            *parts;
  GtkLabel          *title;
  GtkLabel          *goal;

  MkLearning     *learning;
  guint           module;
  guint           next; /* MkLessonKind to be made next, and then the button at the end */
  guint           making; /* tick callback, or 0 */
  MkMarkdownView *last; /* that was made, or NULL */
  MkMarkdownView *core;
  MkMarkdownView *tasks;
  GtkCheckButton *done;
};

G_DEFINE_FINAL_TYPE (MkModulePage, mk_module_page, ADW_TYPE_NAVIGATION_PAGE)

/* What stands above each part. The core needs no heading: it is what the page is about. */
static const char *const headings[MK_LESSON_N_PARTS] = {
  [MK_LESSON_TRY] = N_ ("Try it on your next shift"),
  [MK_LESSON_TALK] = N_ ("Talk about it"),
  [MK_LESSON_QUIZ] = N_ ("Questions"),
  [MK_LESSON_POCKET] = N_ ("Card for the pocket"),
  [MK_LESSON_MORE] = N_ ("Read more"),
};

static GtkWidget *
heading_new (MkLessonKind kind)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", _ (headings[kind]), "xalign", 0.0f, "wrap", TRUE,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "margin-top", 18, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (label, "title-3");
  return label;
}

static GtkWidget *
subtitle_new (const MkLesson *lesson)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", lesson->title, "xalign", 0.0f, "wrap",
                                   TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static MkMarkdownView *
view_new (MkModulePage   *self,
          const MkLesson *lesson)
{
  MkBlock *document = mk_markdown_parse (lesson->body, strlen (lesson->body), NULL);

  self->last = mk_markdown_view_new ();
  if (document != NULL)
    mk_markdown_view_take (self->last, document);
  return self->last;
}

static void
add (MkModulePage *self,
     gpointer      widget)
{
  gtk_box_append (self->parts, widget);
}

static void
ticked_cb (MkModulePage *self)
{
  g_autofree char *ticks = mk_markdown_view_dup_ticks (self->tasks);

  mk_learning_set_ticks (self->learning, self->module, ticks);
  if (strchr (ticks, 'x') != NULL)
    mk_learning_add_part (self->learning, self->module, MK_LESSON_TRY);
}

static void
add_tasks (MkModulePage   *self,
           const MkLesson *lesson)
{
  const MkProgressData *data = mk_learning_get (self->learning, self->module);

  self->tasks = view_new (self, lesson);
  mk_markdown_view_set_ticks (self->tasks, data != NULL ? data->ticks : NULL);
  g_signal_connect_object (self->tasks, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  add (self, self->tasks);
}

static void
answered_cb (MkModulePage *self)
{
  mk_learning_add_part (self->learning, self->module, MK_LESSON_QUIZ);
}

static void
add_quiz (MkModulePage   *self,
          const MkLesson *lesson)
{
  MkQuizView *quiz = mk_quiz_view_new (lesson);

  g_signal_connect_object (quiz, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  add (self, quiz);
}

static void
add_card_button (MkModulePage   *self,
                 const MkLesson *lesson)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Print the card…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  mk_wrap_words (button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", lesson->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.print-course-cards");
  add (self, button);
}

static void
add_card (MkModulePage   *self,
          const MkLesson *lesson)
{
  MkMarkdownView *view = view_new (self, lesson);
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  8, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *title =
      g_object_new (GTK_TYPE_LABEL, "label", lesson->title, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "pocket-card");
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (view));
  add (self, card);
  add_card_button (self, lesson);
}

static void
add_more (MkModulePage   *self,
          const MkLesson *lesson)
{
  GtkWidget *button = gtk_button_new_with_label (lesson->title);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", lesson->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-lesson");
  add (self, button);
}

static void
add_part (MkModulePage *self,
          MkLessonKind  kind)
{
  const MkLesson *lesson = mk_course_part (self->module, kind);

  if (lesson == NULL)
    return;
  add (self, heading_new (kind));
  if (kind == MK_LESSON_TRY || kind == MK_LESSON_TALK)
    add (self, subtitle_new (lesson));
  if (kind == MK_LESSON_TRY)
    add_tasks (self, lesson);
  else if (kind == MK_LESSON_QUIZ)
    add_quiz (self, lesson);
  else if (kind == MK_LESSON_POCKET)
    add_card (self, lesson);
  else if (kind == MK_LESSON_MORE)
    add_more (self, lesson);
  else
    add (self, view_new (self, lesson));
}

static void
done_cb (MkModulePage *self)
{
  mk_learning_set_done (self->learning, self->module, gtk_check_button_get_active (self->done));
}

static void
add_done (MkModulePage *self)
{
  GtkWidget *button = gtk_check_button_new_with_label (_ ("I have gone through it"));

  self->done = GTK_CHECK_BUTTON (button);
  gtk_check_button_set_active (self->done, mk_learning_is_done (self->learning, self->module));
  gtk_widget_set_margin_top (button, 18);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "tile");
  mk_wrap_words (button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  add (self, button);
}

static void
add_core (MkModulePage *self)
{
  const MkLesson *core = mk_course_part (self->module, MK_LESSON_CORE);
  g_autofree char *title = NULL;

  if (core == NULL)
    return;
  title = g_strdup_printf ("%u. %s", self->module, core->title);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), core->title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->goal, core->goal);
  self->core = view_new (self, core);
  add (self, self->core);
}

/* One part after the other */

static void
make_next (MkModulePage *self)
{
  if (self->next < MK_LESSON_N_PARTS)
    add_part (self, (MkLessonKind) self->next);
  else
    add_done (self);
  self->next++;
}

static gboolean
is_whole (MkModulePage *self)
{
  return self->next > MK_LESSON_N_PARTS;
}

static gboolean
make_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MkModulePage *self = MK_MODULE_PAGE (widget);

  if (self->last == NULL || mk_markdown_view_is_whole (self->last))
    make_next (self);
  if (!is_whole (self))
    return G_SOURCE_CONTINUE;
  self->making = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_making (MkModulePage *self)
{
  if (self->making != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->making);
  self->making = 0;
}

/* For whoever goes to a place in it. */
static void
complete (MkModulePage *self)
{
  stop_making (self);
  do
    {
      if (self->last != NULL)
        mk_markdown_view_complete (self->last);
      if (!is_whole (self))
        make_next (self);
    }
  while (!is_whole (self));
}

static void
changed_cb (MkModulePage *self)
{
  const char *trouble = mk_learning_get_trouble (self->learning);

  mk_banner_tell (self->trouble, trouble);
}

static void
retry_cb (MkModulePage *self)
{
  mk_learning_try_again (self->learning);
}

/* The core is read by whoever came past its end. */
static gboolean
is_past_core (MkModulePage *self)
{
  GtkAdjustment *way = gtk_scrolled_window_get_vadjustment (self->scroll);
  graphene_rect_t bounds;

  return self->core != NULL && is_whole (self) &&
         gtk_widget_compute_bounds (GTK_WIDGET (self->core), GTK_WIDGET (self->parts), &bounds) &&
         gtk_adjustment_get_value (way) + gtk_adjustment_get_page_size (way) >=
             bounds.origin.y + bounds.size.height;
}

static void
mk_module_page_unmap (GtkWidget *widget)
{
  mk_module_page_keep (MK_MODULE_PAGE (widget));

  GTK_WIDGET_CLASS (mk_module_page_parent_class)->unmap (widget);
}

static void
mk_module_page_dispose (GObject *object)
{
  MkModulePage *self = MK_MODULE_PAGE (object);

  stop_making (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_MODULE_PAGE);
  g_clear_object (&self->learning);

  G_OBJECT_CLASS (mk_module_page_parent_class)->dispose (object);
}

static void
mk_module_page_class_init (MkModulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_module_page_dispose;
  widget_class->unmap = mk_module_page_unmap;

  g_type_ensure (MK_TYPE_TEXT_SIZE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-module-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkModulePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkModulePage, scroll);
  gtk_widget_class_bind_template_child (widget_class, MkModulePage, parts);
  gtk_widget_class_bind_template_child (widget_class, MkModulePage, title);
  gtk_widget_class_bind_template_child (widget_class, MkModulePage, goal);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  mk_text_size_install (widget_class);
}

static void
mk_module_page_init (MkModulePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mk_text_size_follow (GTK_WIDGET (self), GTK_WIDGET (self->parts));
}

/**
 * mk_module_page_new:
 * @learning: how far the person has come
 * @module: 1 to 8
 *
 * Returns: (transfer floating): a page with the module, where the person left it
 */
MkModulePage *
mk_module_page_new (MkLearning *learning,
                    guint       module)
{
  MkModulePage *self = g_object_new (MK_TYPE_MODULE_PAGE, NULL);
  const MkProgressData *data = mk_learning_get (learning, module);

  self->learning = g_object_ref (learning);
  self->module = module;
  self->next = MK_LESSON_TRY;
  add_core (self);
  g_signal_connect_object (learning, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (data != NULL && data->place != MK_ABSENT && data->place > 0)
    {
      complete (self);
      mk_passage_set_place (self->scroll, (guint) data->place);
    }
  else
    self->making = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_cb, NULL, NULL);
  return self;
}

/**
 * mk_module_page_is_whole:
 * @self: a page
 *
 * Returns: whether all of the module is there
 */
gboolean
mk_module_page_is_whole (MkModulePage *self)
{
  g_return_val_if_fail (MK_IS_MODULE_PAGE (self), FALSE);

  return is_whole (self);
}

/**
 * mk_module_page_keep:
 * @self: a page
 *
 * Remembers where the person is in it.
 */
void
mk_module_page_keep (MkModulePage *self)
{
  const MkProgressData *data;
  guint place;

  g_return_if_fail (MK_IS_MODULE_PAGE (self));

  if (self->learning == NULL)
    return;
  data = mk_learning_get (self->learning, self->module);
  /* Nobody comes far in the frames before all of it is there. */
  place = is_whole (self) ? mk_passage_get_place (self->scroll) : 0;
  if (is_past_core (self))
    mk_learning_add_part (self->learning, self->module, MK_LESSON_CORE);
  if (data == NULL || data->place != place)
    mk_learning_set_place (self->learning, self->module, place);
}

/**
 * mk_module_page_show_passage:
 * @self: a page
 * @passage: words that stand in it
 *
 * Goes to where they stand.
 */
void
mk_module_page_show_passage (MkModulePage *self,
                             const char   *passage)
{
  g_return_if_fail (MK_IS_MODULE_PAGE (self));

  complete (self);
  mk_passage_go_to (self->scroll, passage);
}
