/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-situations-page.h"

#include "config.h"
#include "training/mk-course.h"
#include "training/mk-lesson-page.h"

/**
 * MkSituationsPage:
 *
 * Cards for what may happen, each read in a minute, and the card that was chosen.
 */
struct _MkSituationsPage
{
  AdwNavigationPage parent_instance;

  AdwNavigationView *navigation;
  GtkFlowBox        *cards;
};

/* Two stand beside each other where there is room for both. */
#define CARD_WIDTH 250

G_DEFINE_FINAL_TYPE (MkSituationsPage, mk_situations_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
icon_for (const MkLesson *lesson)
{
  if (g_strcmp0 (lesson->action, "call") == 0)
    return "call-start-symbolic";
  return g_strcmp0 (lesson->action, "ask") == 0 ? "system-users-symbolic"
                                                : "document-edit-symbolic";
}

static GtkWidget *
button_new (const MkLesson *lesson)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 8, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_for (lesson));
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", lesson->title, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, NULL);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 24);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lesson->title, -1);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "situation-card");
  gtk_widget_set_size_request (button, CARD_WIDTH, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", lesson->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-lesson");
  return button;
}

/* The button is what has the focus, not the child of the list around it. */
static void
add_card (MkSituationsPage *self,
          const MkLesson   *lesson)
{
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "focusable", FALSE, "child",
                                   button_new (lesson), NULL);

  gtk_flow_box_append (self->cards, child);
}

static void
mk_situations_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_SITUATIONS_PAGE);

  G_OBJECT_CLASS (mk_situations_page_parent_class)->dispose (object);
}

static void
mk_situations_page_class_init (MkSituationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_situations_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-situations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkSituationsPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, MkSituationsPage, cards);
}

static void
mk_situations_page_init (MkSituationsPage *self)
{
  g_autoptr (GPtrArray) lessons = mk_course_list (MK_LESSON_SITUATION);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < lessons->len; i++)
    add_card (self, g_ptr_array_index (lessons, i));
}

/**
 * mk_situations_page_new:
 *
 * Returns: (transfer floating): a page with all cards
 */
MkSituationsPage *
mk_situations_page_new (void)
{
  return g_object_new (MK_TYPE_SITUATIONS_PAGE, NULL);
}

/**
 * mk_situations_page_show:
 * @self: a page
 * @lesson: the card to open
 * @passage: (nullable): words in it to go to
 */
void
mk_situations_page_show (MkSituationsPage *self,
                         const MkLesson   *lesson,
                         const char       *passage)
{
  MkLessonPage *page;

  g_return_if_fail (MK_IS_SITUATIONS_PAGE (self));

  page = mk_lesson_page_new (lesson);
  adw_navigation_view_pop_to_tag (self->navigation, "cards");
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  if (passage != NULL)
    mk_lesson_page_show_passage (page, passage);
}
