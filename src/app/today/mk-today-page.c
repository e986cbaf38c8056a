/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-today-page.h"

#include "config.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "today/mk-today-card.h"

/**
 * MkTodayPage:
 *
 * This day: a card for each placement that has begun.
 */
struct _MkTodayPage
{
  AdwNavigationPage parent_instance;

  GtkStack   *stack;
  GtkLabel   *heading;
  GtkListBox *cards;

  MkWorkplace        *workplace;
  GtkFilterListModel *begun;
};

G_DEFINE_FINAL_TYPE (MkTodayPage, mk_today_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
has_begun (gpointer item,
           gpointer user_data)
{
  return mk_placement_item_has_started (item);
}

static GtkWidget *
create_card_cb (gpointer item,
                gpointer user_data)
{
  return GTK_WIDGET (mk_today_card_new (item));
}

static const char *
page_name (MkTodayPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->begun)) > 0)
    return "cards";
  if (g_list_model_get_n_items (mk_workplace_get_placements (self->workplace)) > 0)
    return "nobody-today";
  return "nobody-yet";
}

/* The day may be another than before, and with it who has begun. */
static void
changed_cb (MkTodayPage *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *day = mk_date_text_day (now);
  g_autofree char *heading = mk_date_text_capitalize (day);

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->begun), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_label_set_label (self->heading, heading);
  gtk_stack_set_visible_child_name (self->stack, page_name (self));
}

static void
mk_today_page_dispose (GObject *object)
{
  MkTodayPage *self = MK_TODAY_PAGE (object);

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_TODAY_PAGE);
  g_clear_object (&self->begun);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_today_page_parent_class)->dispose (object);
}

static void
mk_today_page_class_init (MkTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_today_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, cards);
}

static void
mk_today_page_init (MkTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_today_page_new:
 * @workplace: what it shows, refreshed once
 *
 * Returns: (transfer floating): a new page
 */
MkTodayPage *
mk_today_page_new (MkWorkplace *workplace)
{
  MkTodayPage *self = g_object_new (MK_TYPE_TODAY_PAGE, NULL);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (has_begun, NULL, NULL));

  self->workplace = g_object_ref (workplace);
  self->begun =
      gtk_filter_list_model_new (g_object_ref (mk_workplace_get_placements (workplace)), filter);
  gtk_list_box_bind_model (self->cards, G_LIST_MODEL (self->begun), create_card_cb, NULL, NULL);
  g_signal_connect_swapped (workplace, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  return self;
}
