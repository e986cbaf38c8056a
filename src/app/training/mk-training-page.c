/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-training-page.h"

#include "check-in/mk-author-popover.h"
#include "config.h"
#include "meeting/mk-meetings-page.h"
#include "mk-isolate.h"
#include "records/mk-colleague.h"
#include "training/mk-course-sheet.h"
#include "training/mk-course.h"
#include "training/mk-lesson-page.h"
#include "training/mk-material-page.h"
#include "training/mk-material-rows.h"
#include "training/mk-module-page.h"
#include "training/mk-module-row.h"
#include "widgets/mk-banner.h"
#include "widgets/mk-link-row.h"
#include "widgets/mk-wrap.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/**
 * MkTrainingPage:
 *
 * The path through the course: how far the person who sits here has come, its modules, and what
 * stands beside them. What is opened from it stands above it.
 */
struct _MkTrainingPage
{
  AdwNavigationPage parent_instance;

  AdwNavigationView *navigation;
  AdwBanner         *trouble;
  GtkLabel          *whose;
  GtkProgressBar    *progress;
  GtkLabel          *summary;
  GtkButton         *read_on;
  MkAuthorPopover   *authors;
  GtkBox            *groups;
  GtkBox            *materials;

  MkLearning   *learning;
  AdwActionRow *sheet_row;
  AdwSwitchRow *shows_row;
};

G_DEFINE_FINAL_TYPE (MkTrainingPage, mk_training_page, ADW_TYPE_NAVIGATION_PAGE)

/* How far one has come */

static char *
summary_words (MkTrainingPage *self)
{
  guint done = mk_learning_count_done (self->learning);
  guint last = mk_learning_get_last (self->learning);
  const MkLesson *core = last > 0 ? mk_course_part (last, MK_LESSON_CORE) : NULL;
  g_autofree char *count = g_strdup_printf (
      /* Translators: how many modules of how many the person says they are through. */
      _ ("%1$u of %2$u gone through."), done, MK_LESSON_N_MODULES);
  g_autofree char *middle =
      core != NULL ? g_strdup_printf (_ ("You were in the middle of “%s”."), core->title) : NULL;

  return middle != NULL ? g_strdup_printf ("%s %s", count, middle) : g_steal_pointer (&count);
}

/* Where "read on" leads: where one left off, or to the first that one is not through. */
static guint
next_module (MkTrainingPage *self)
{
  guint last = mk_learning_get_last (self->learning);

  for (guint module = 1; last == 0 && module <= MK_LESSON_N_MODULES; module++)
    if (!mk_learning_is_done (self->learning, module) &&
        mk_course_part (module, MK_LESSON_CORE) != NULL)
      last = module;
  return last;
}

static void
show_read_on (MkTrainingPage *self)
{
  guint next = next_module (self);
  const MkLesson *core = next > 0 ? mk_course_part (next, MK_LESSON_CORE) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->read_on), core != NULL);
  if (core == NULL)
    return;
  gtk_button_set_label (self->read_on, mk_learning_get (self->learning, next) != NULL
                                           ? _ ("_Read on")
                                           : _ ("_Begin"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->read_on), "s", core->name);
}

static void
show_sheet_row (MkTrainingPage *self)
{
  guint done = mk_learning_count_done (self->learning);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sheet_row),
                                 mk_course_sheet_title (self->learning));
  adw_action_row_set_subtitle (
      self->sheet_row, done > 0 ? _ ("Your modules with dates and hours, for you or your leader")
                                : _ ("It can be printed when you have gone through a module"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheet_row), done > 0);
}

static void
changed_cb (MkTrainingPage *self)
{
  g_autofree char *whose = mk_isolate_printf (
      /* Translators: %s is who sits at this machine. */
      _ ("Your training, %s"), mk_learning_get_person (self->learning));
  g_autofree char *summary = summary_words (self);
  g_auto (GStrv) names = mk_workplace_dup_authors (mk_learning_get_workplace (self->learning));
  const char *trouble = mk_learning_get_trouble (self->learning);

  gtk_label_set_label (self->whose, whose);
  gtk_label_set_label (self->summary, summary);
  gtk_progress_bar_set_fraction (self->progress, (double) mk_learning_count_done (self->learning) /
                                                     MK_LESSON_N_MODULES);
  mk_author_popover_set_names (self->authors, (const char *const *) names);
  show_read_on (self);
  show_sheet_row (self);
  adw_switch_row_set_active (self->shows_row, mk_learning_get_shows (self->learning));
  mk_banner_tell (self->trouble, trouble);
}

static void
workplace_changed_cb (MkTrainingPage *self)
{
  mk_material_rows_fill (self->materials, mk_learning_get_workplace (self->learning));
}

static void
retry_cb (MkTrainingPage *self)
{
  mk_learning_try_again (self->learning);
}

/* Who was not known yet is remembered with those who write here. */
static void
chosen_cb (MkTrainingPage *self,
           const char     *name)
{
  MkWorkplace *workplace = mk_learning_get_workplace (self->learning);
  g_auto (GStrv) known = mk_workplace_dup_authors (workplace);
  MkColleagueData colleague = { .name = (char *) name };

  if (!g_strv_contains ((const char *const *) known, name))
    mk_workplace_keep_async (workplace, &mk_colleague_type, NULL, &colleague, NULL, NULL, NULL);
  mk_learning_set_person (self->learning, name);
}

/* Groups of rows */

static AdwPreferencesGroup *
add_group (MkTrainingPage *self,
           const char     *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_modules (MkTrainingPage *self)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Modules"));

  for (guint module = 1; module <= MK_LESSON_N_MODULES; module++)
    if (mk_course_part (module, MK_LESSON_CORE) != NULL)
      adw_preferences_group_add (group, GTK_WIDGET (mk_module_row_new (self->learning, module)));
}

static void
add_lessons (MkTrainingPage *self,
             MkLessonKind    kind,
             const char     *title)
{
  g_autoptr (GPtrArray) lessons = mk_course_list (kind);
  AdwPreferencesGroup *group = lessons->len > 0 ? add_group (self, title) : NULL;

  for (guint i = 0; i < lessons->len; i++)
    {
      const MkLesson *lesson = g_ptr_array_index (lessons, i);

      adw_preferences_group_add (group, mk_link_row_new (lesson->title, lesson->goal,
                                                         "win.show-lesson", lesson->name));
    }
}

static void
add_paper (MkTrainingPage *self)
{
  AdwPreferencesGroup *group = add_group (self, _ ("On paper"));
  GtkWidget *cards =
      mk_link_row_new (_ ("Cards for the pocket"), _ ("A card for each module, four on a sheet"),
                       "win.print-course-cards", "");
  GtkWidget *sheet = mk_link_row_new ("", NULL, "win.print-course", NULL);

  self->sheet_row = ADW_ACTION_ROW (sheet);
  adw_preferences_group_add (group, cards);
  adw_preferences_group_add (group, sheet);
}

static void
shows_cb (MkTrainingPage *self)
{
  mk_learning_set_shows (self->learning, adw_switch_row_get_active (self->shows_row));
}

/* Off until the person says otherwise. */
static void
add_shows (MkTrainingPage *self)
{
  AdwPreferencesGroup *group = add_group (self, _ ("What is sent of it"));
  GtkWidget *row =
      g_object_new (ADW_TYPE_SWITCH_ROW, "use-markup", FALSE, "title",
                    _ ("Let be sent which modules I have gone through"), "subtitle",
                    _ ("Your leader and the authority get the number of the module, your name and "
                       "the day, with the next package. Never your answers, and never how long you "
                       "read. If you turn it off, it is deleted there too."),
                    "subtitle-lines", 0, NULL);

  self->shows_row = ADW_SWITCH_ROW (row);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (shows_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
add_meetings (MkTrainingPage *self)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Together with others"));

  adw_preferences_group_add (group, mk_link_row_new (_ ("Peer meetings"),
                                                     _ ("Dates, agendas, and what you take home"),
                                                     "win.show-meetings", NULL));
}

/* MkTrainingPage */

static void
mk_training_page_dispose (GObject *object)
{
  MkTrainingPage *self = MK_TRAINING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_TRAINING_PAGE);
  g_clear_object (&self->learning);

  G_OBJECT_CLASS (mk_training_page_parent_class)->dispose (object);
}

static void
mk_training_page_class_init (MkTrainingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_training_page_dispose;

  g_type_ensure (MK_TYPE_AUTHOR_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-training-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkTrainingPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, MkTrainingPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkTrainingPage, whose);
  gtk_widget_class_bind_template_child (widget_class, MkTrainingPage, progress);
  gtk_widget_class_bind_template_child (widget_class, MkTrainingPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MkTrainingPage, read_on);
  gtk_widget_class_bind_template_child (widget_class, MkTrainingPage, authors);
  gtk_widget_class_bind_template_child (widget_class, MkTrainingPage, groups);
  gtk_widget_class_bind_template_child (widget_class, MkTrainingPage, materials);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
mk_training_page_init (MkTrainingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_training_page_new:
 * @learning: how far the person has come
 *
 * Returns: (transfer floating): a page with the path through the course
 */
MkTrainingPage *
mk_training_page_new (MkLearning *learning)
{
  MkTrainingPage *self = g_object_new (MK_TYPE_TRAINING_PAGE, NULL);

  self->learning = g_object_ref (learning);
  add_modules (self);
  add_paper (self);
  add_shows (self);
  add_lessons (self, MK_LESSON_GUIDE, _ ("Guides"));
  add_lessons (self, MK_LESSON_LEADER, _ ("For the leader"));
  add_meetings (self);
  g_signal_connect_object (learning, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mk_learning_get_workplace (learning), "changed",
                           G_CALLBACK (workplace_changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  workplace_changed_cb (self);
  return self;
}

static void
show_module (MkTrainingPage *self,
             guint           module,
             const char     *passage)
{
  MkModulePage *page = mk_module_page_new (self->learning, module);

  adw_navigation_view_pop_to_tag (self->navigation, "path");
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  if (passage != NULL)
    mk_module_page_show_passage (page, passage);
}

static void
show_text (MkTrainingPage *self,
           const MkLesson *lesson,
           const char     *passage)
{
  MkLessonPage *page = mk_lesson_page_new (lesson);

  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  if (lesson->kind == MK_LESSON_MORE)
    mk_learning_add_part (self->learning, lesson->module, MK_LESSON_MORE);
  if (passage != NULL)
    mk_lesson_page_show_passage (page, passage);
}

/**
 * mk_training_page_show:
 * @self: a page
 * @lesson: what to open
 * @passage: (nullable): words in it to go to
 *
 * Opens a text of the course; of what stands on a module's own page, that page.
 */
void
mk_training_page_show (MkTrainingPage *self,
                       const MkLesson *lesson,
                       const char     *passage)
{
  g_return_if_fail (MK_IS_TRAINING_PAGE (self));

  if (lesson->module > 0 && lesson->kind != MK_LESSON_MORE)
    show_module (self, lesson->module, passage);
  else
    show_text (self, lesson, passage);
}

/**
 * mk_training_page_show_meetings:
 * @self: a page
 *
 * Opens the meetings of buddies.
 */
void
mk_training_page_show_meetings (MkTrainingPage *self)
{
  GtkWidget *page;

  g_return_if_fail (MK_IS_TRAINING_PAGE (self));

  page = GTK_WIDGET (mk_meetings_page_new (mk_learning_get_workplace (self->learning)));
  mk_wrap_titles (page);
  adw_navigation_view_pop_to_tag (self->navigation, "path");
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

/**
 * mk_training_page_show_material:
 * @self: a page
 * @id: UUID of a material that came in a package
 * @searched: (nullable): what it was found by
 *
 * Opens it, where the words stand that it was found by.
 */
void
mk_training_page_show_material (MkTrainingPage *self,
                                const char     *id,
                                const char     *searched)
{
  MkMaterialPage *page;

  g_return_if_fail (MK_IS_TRAINING_PAGE (self));

  page = mk_material_page_new (mk_learning_get_workplace (self->learning), id, searched);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

/**
 * mk_training_page_keep:
 * @self: a page
 *
 * Remembers where the person is, before the store is closed.
 */
void
mk_training_page_keep (MkTrainingPage *self)
{
  AdwNavigationPage *page;

  g_return_if_fail (MK_IS_TRAINING_PAGE (self));

  page = adw_navigation_view_get_visible_page (self->navigation);
  if (MK_IS_MODULE_PAGE (page))
    mk_module_page_keep (MK_MODULE_PAGE (page));
}
