/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/mk-meetings-page.h"

#include "config.h"
#include "meeting/mk-meeting-words.h"
#include "mk-clock.h"
#include "training/mk-course.h"
#include "widgets/mk-banner.h"
#include "widgets/mk-link-row.h"

/**
 * MkMeetingsPage:
 *
 * The meetings of buddies with each other: when the next one fits, those that were held, and the
 * agendas to choose from.
 */
struct _MkMeetingsPage
{
  AdwNavigationPage parent_instance;

  AdwBanner           *trouble;
  GtkLabel            *due;
  GtkWidget           *meetings;
  GtkListBox          *list;
  AdwPreferencesGroup *agendas;

  MkWorkplace *workplace;
};

G_DEFINE_FINAL_TYPE (MkMeetingsPage, mk_meetings_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_meetings (MkMeetingsPage  *self,
               const GPtrArray *meetings)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *due = mk_meeting_due_words (meetings, today);

  gtk_label_set_label (self->due, due);
  gtk_widget_set_visible (self->meetings, meetings->len > 0);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < meetings->len; i++)
    {
      const MkMeeting *meeting = g_ptr_array_index (meetings, i);
      g_autofree char *title = mk_meeting_title (meeting->data, today);
      g_autofree char *subtitle = mk_meeting_subtitle (meeting->data);

      gtk_list_box_append (self->list,
                           mk_link_row_new (title, subtitle, "win.write-meeting", meeting->id));
    }
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_meetings_read (database, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MkMeetingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = mk_store_run_finish (MK_STORE (object), result, &error);

  /* The page may be gone. */
  if (self->workplace == NULL)
    return;
  mk_banner_tell (self->trouble, error != NULL ? error->message : NULL);
  if (meetings != NULL)
    show_meetings (self, meetings);
}

static void
read_again (MkMeetingsPage *self)
{
  mk_store_run_async (mk_workplace_get_store (self->workplace), read_func, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, MK_STORE_READ, NULL, read_cb,
                      g_object_ref (self));
}

static void
retry_cb (MkMeetingsPage *self)
{
  read_again (self);
}

static void
add_agendas (MkMeetingsPage *self)
{
  g_autoptr (GPtrArray) lessons = mk_course_list (MK_LESSON_ERFA);

  for (guint i = 0; i < lessons->len; i++)
    {
      const MkLesson *lesson = g_ptr_array_index (lessons, i);

      adw_preferences_group_add (self->agendas, mk_link_row_new (lesson->title, lesson->goal,
                                                                 "win.show-lesson", lesson->name));
    }
}

static void
mk_meetings_page_dispose (GObject *object)
{
  MkMeetingsPage *self = MK_MEETINGS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_MEETINGS_PAGE);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_meetings_page_parent_class)->dispose (object);
}

static void
mk_meetings_page_class_init (MkMeetingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_meetings_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-meetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkMeetingsPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingsPage, due);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingsPage, meetings);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, MkMeetingsPage, agendas);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
mk_meetings_page_init (MkMeetingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_agendas (self);
}

/**
 * mk_meetings_page_new:
 * @workplace: whose meetings they are
 *
 * Returns: (transfer floating): a page with them
 */
MkMeetingsPage *
mk_meetings_page_new (MkWorkplace *workplace)
{
  MkMeetingsPage *self = g_object_new (MK_TYPE_MEETINGS_PAGE, NULL);

  self->workplace = g_object_ref (workplace);
  g_signal_connect_object (workplace, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  read_again (self);
  return self;
}
