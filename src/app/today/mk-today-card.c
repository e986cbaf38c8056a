/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-today-card.h"

#include "check-in/mk-check-in-row.h"
#include "config.h"
#include "mk-date-text.h"
#include "mk-isolate.h"

#include <glib/gi18n-lib.h>

/**
 * MkTodayCard:
 *
 * One placement on this day: the large buttons while nothing is written about it, and what is
 * written when something is. It acts by the window's actions.
 */
struct _MkTodayCard
{
  GtkListBoxRow parent_instance;

  AdwAvatar     *avatar;
  GtkLabel      *name;
  GtkLabel      *job;
  GtkLabel      *span;
  GtkMenuButton *menu_button;
  GMenuModel    *card_menu;
  GtkWidget     *choices;
  GtkWidget     *written;
  GtkListBox    *rows;

  MkPlacementItem *placement;
};

G_DEFINE_FINAL_TYPE (MkTodayCard, mk_today_card, GTK_TYPE_LIST_BOX_ROW)

static void
check_in (MkTodayCard *self,
          const char  *attendance)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.check-in", "(ss)",
                              mk_placement_item_get_id (self->placement), attendance);
}

static void
check_in_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  check_in (MK_TODAY_CARD (widget), g_variant_get_string (parameter, NULL));
}

static void
week_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.write-week", "s",
                              mk_placement_item_get_id (MK_TODAY_CARD (widget)->placement));
}

static void
tried_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  check_in (MK_TODAY_CARD (widget), MK_ATTENDANCE_TRIED);
}

static void
show_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkTodayCard *self = MK_TODAY_CARD (widget);

  gtk_widget_activate_action (widget, "win.show-placement", "s",
                              mk_placement_item_get_id (self->placement));
}

static void
show_only_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  MkTodayCard *self = MK_TODAY_CARD (widget);

  gtk_widget_activate_action (widget, "win.show-only", "s",
                              mk_placement_item_get_id (self->placement));
}

static void
row_activated_cb (MkTodayCard  *self,
                  MkCheckInRow *row)
{
  mk_check_in_row_open (row);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  return GTK_WIDGET (mk_check_in_row_new (item, FALSE));
}

static void
update_cb (MkTodayCard *self)
{
  GListModel *today = mk_placement_item_get_today (self->placement);
  gboolean is_written = g_list_model_get_n_items (today) > 0;

  gtk_widget_set_visible (self->choices, !is_written);
  gtk_widget_set_visible (self->written, is_written);
}

/* Where the plan knows it, from when to when. */
static void
show_span_cb (MkTodayCard *self)
{
  const char *from, *to;
  g_autofree char *span = NULL;
  g_autofree char *text = NULL;

  if (mk_placement_item_get_today_span (self->placement, &from, &to))
    span = mk_date_text_span (from, to);
  if (span != NULL)
    /* Translators: from when to when, such as "8:00–11:00". */
    text = mk_isolate_printf (_ ("at %s"), span);
  gtk_label_set_label (self->span, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->span), text != NULL);
}

static void
name_for_readers (MkTodayCard *self)
{
  const char *name = mk_placement_item_get_name (self->placement);
  g_autofree char *menu = mk_isolate_printf (_ ("More choices for %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu, -1);
}

/* Made when it is asked for: there may be hundreds of cards, and a menu costs as much as all else of
 * one. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  MkTodayCard *self = MK_TODAY_CARD (user_data);

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->card_menu);
}

static void
mk_today_card_dispose (GObject *object)
{
  MkTodayCard *self = MK_TODAY_CARD (object);

  if (self->placement != NULL)
    g_signal_handlers_disconnect_by_data (mk_placement_item_get_today (self->placement), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_TODAY_CARD);
  g_clear_object (&self->placement);

  G_OBJECT_CLASS (mk_today_card_parent_class)->dispose (object);
}

static void
mk_today_card_class_init (MkTodayCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_today_card_dispose;

  gtk_widget_class_install_action (widget_class, "card.check-in", "s", check_in_cb);
  gtk_widget_class_install_action (widget_class, "card.week", NULL, week_cb);
  gtk_widget_class_install_action (widget_class, "card.tried", NULL, tried_cb);
  gtk_widget_class_install_action (widget_class, "card.show", NULL, show_cb);
  gtk_widget_class_install_action (widget_class, "card.show-only", NULL, show_only_cb);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-today-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MkTodayCard, avatar);
  gtk_widget_class_bind_template_child (widget_class, MkTodayCard, name);
  gtk_widget_class_bind_template_child (widget_class, MkTodayCard, job);
  gtk_widget_class_bind_template_child (widget_class, MkTodayCard, span);
  gtk_widget_class_bind_template_child (widget_class, MkTodayCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MkTodayCard, card_menu);
  gtk_widget_class_bind_template_child (widget_class, MkTodayCard, choices);
  gtk_widget_class_bind_template_child (widget_class, MkTodayCard, written);
  gtk_widget_class_bind_template_child (widget_class, MkTodayCard, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
mk_today_card_init (MkTodayCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self, NULL);
}

/**
 * mk_today_card_new:
 * @placement: whom it is about
 *
 * Returns: (transfer floating): a new card
 */
MkTodayCard *
mk_today_card_new (MkPlacementItem *placement)
{
  MkTodayCard *self = g_object_new (MK_TYPE_TODAY_CARD, NULL);
  GListModel *today = mk_placement_item_get_today (placement);

  self->placement = g_object_ref (placement);
  g_object_bind_property (placement, "name", self->avatar, "text", G_BINDING_SYNC_CREATE);
  g_object_bind_property (placement, "name", self->name, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (placement, "job", self->job, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (placement, "notify::expected", G_CALLBACK (show_span_cb), self,
                           G_CONNECT_SWAPPED);
  show_span_cb (self);
  gtk_list_box_bind_model (self->rows, today, create_row_cb, NULL, NULL);
  g_signal_connect_swapped (today, "items-changed", G_CALLBACK (update_cb), self);
  update_cb (self);
  name_for_readers (self);
  return self;
}

/**
 * mk_today_card_get_placement:
 * @self: a card
 *
 * Returns: (transfer none): whom it is about
 */
MkPlacementItem *
mk_today_card_get_placement (MkTodayCard *self)
{
  g_return_val_if_fail (MK_IS_TODAY_CARD (self), NULL);

  return self->placement;
}
