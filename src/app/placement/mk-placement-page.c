/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-placement-page.h"

#include "check-in/mk-check-in-row.h"
#include "config.h"
#include "mk-date-text.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* So many check-ins are shown at first, and so many more each time. */
#define PAGE 50

/**
 * MkPlacementPage:
 *
 * One placement: who it is, and what was written about it, the newest first, by weeks.
 */
struct _MkPlacementPage
{
  AdwNavigationPage parent_instance;

  AdwBanner  *invented;
  AdwAvatar  *avatar;
  GtkLabel   *name;
  GtkLabel   *job;
  GtkLabel   *start;
  GtkStack   *stack;
  GtkListBox *rows;
  GtkWidget  *more;

  GtkMenuButton *menu_button;

  MkWorkplace     *workplace;
  MkPlacementItem *placement;
  GListStore      *check_ins;
  guint            most;
  GCancellable    *cancellable;
};

G_DEFINE_FINAL_TYPE (MkPlacementPage, mk_placement_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_check_ins (MkPlacementPage *self,
                GPtrArray       *items)
{
  GListModel *shown = G_LIST_MODEL (self->check_ins);

  g_list_store_splice (self->check_ins, 0, g_list_model_get_n_items (shown), items->pdata,
                       items->len);
  gtk_widget_set_visible (self->more, items->len == self->most);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MkPlacementPage) self = MK_PLACEMENT_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = mk_workplace_list_finish (MK_WORKPLACE (object), result, &error);

  /* A newer reading is on its way, or the page is gone. */
  if (self->workplace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (items == NULL)
    g_debug ("Could not read the check-ins: %s", error->message);
  else
    show_check_ins (self, items);
}

static void
load_cb (MkPlacementPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mk_workplace_list_async (self->workplace, mk_placement_item_get_id (self->placement), self->most,
                           self->cancellable, listed_cb, g_object_ref (self));
}

static void
more_cb (MkPlacementPage *self)
{
  self->most += PAGE;
  load_cb (self);
}

static void
row_activated_cb (MkPlacementPage *self,
                  MkCheckInRow    *row)
{
  mk_check_in_row_open (row);
}

static void
check_in_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MkPlacementPage *self = MK_PLACEMENT_PAGE (widget);

  gtk_widget_activate_action (widget, "win.check-in", "(ss)",
                              mk_placement_item_get_id (self->placement), "");
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  return GTK_WIDGET (mk_check_in_row_new (item, TRUE));
}

static char *
week_of (GtkListBoxRow *row)
{
  MkCheckInItem *item = mk_check_in_row_get_item (MK_CHECK_IN_ROW (row));
  g_autoptr (GDateTime) moment = mk_date_text_read (mk_check_in_item_get_data (item)->moment);
  g_autofree char *week = mk_date_text_week (moment);

  return mk_date_text_capitalize (week);
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
put_heading_cb (GtkListBoxRow *row,
                GtkListBoxRow *before,
                gpointer       user_data)
{
  g_autofree char *week = week_of (row);
  g_autofree char *week_before = before != NULL ? week_of (before) : NULL;

  gtk_list_box_row_set_header (row,
                               g_strcmp0 (week, week_before) != 0 ? create_heading (week) : NULL);
}

static void
mk_placement_page_dispose (GObject *object)
{
  MkPlacementPage *self = MK_PLACEMENT_PAGE (object);

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PLACEMENT_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->check_ins);
  g_clear_object (&self->placement);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_placement_page_parent_class)->dispose (object);
}

static void
mk_placement_page_class_init (MkPlacementPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_placement_page_dispose;

  gtk_widget_class_install_action (widget_class, "placement.check-in", NULL, check_in_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-placement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, invented);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, name);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, job);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, start);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, rows);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, more);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
mk_placement_page_init (MkPlacementPage *self)
{
  self->most = PAGE;
  self->check_ins = g_list_store_new (MK_TYPE_CHECK_IN_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->rows, put_heading_cb, NULL, NULL);
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (self->check_ins), create_row_cb, NULL, NULL);
}

static void
show_start (MkPlacementPage *self)
{
  g_autoptr (GDateTime) start = mk_date_text_read (mk_placement_item_get_start (self->placement));
  g_autofree char *date = mk_date_text_long (start);
  g_autofree char *text = NULL;

  if (mk_placement_item_has_started (self->placement))
    text = g_strdup_printf (_ ("Began %s"), date);
  else
    text = g_strdup_printf (_ ("Begins %s"), date);
  gtk_label_set_label (self->start, text);
}

static void
add_choice (GMenu      *menu,
            const char *label,
            const char *action,
            const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
fill_menu (MkPlacementPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *id = mk_placement_item_get_id (self->placement);

  add_choice (menu, _ ("The _week in a minute…"), "win.week", id);
  add_choice (menu, _ ("_Attendance plan and scheme…"), "win.arrange", id);
  add_choice (menu, _ ("_Called here…"), "win.name-here", id);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

/**
 * mk_placement_page_new:
 * @workplace: where it belongs
 * @placement: what it shows
 *
 * Returns: (transfer floating): a new page
 */
MkPlacementPage *
mk_placement_page_new (MkWorkplace     *workplace,
                       MkPlacementItem *placement)
{
  MkPlacementPage *self = g_object_new (MK_TYPE_PLACEMENT_PAGE, NULL);

  self->workplace = g_object_ref (workplace);
  self->placement = g_object_ref (placement);
  g_object_bind_property (placement, "name", self, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (placement, "name", self->avatar, "text", G_BINDING_SYNC_CREATE);
  g_object_bind_property (placement, "name", self->name, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (placement, "job", self->job, "label", G_BINDING_SYNC_CREATE);
  adw_banner_set_revealed (self->invented, mk_workplace_get_is_invented (workplace));
  show_start (self);
  fill_menu (self);
  g_signal_connect_swapped (workplace, "changed", G_CALLBACK (load_cb), self);
  load_cb (self);
  return self;
}

/**
 * mk_placement_page_get_placement:
 * @self: a page
 *
 * Returns: (transfer none): what it shows
 */
MkPlacementItem *
mk_placement_page_get_placement (MkPlacementPage *self)
{
  g_return_val_if_fail (MK_IS_PLACEMENT_PAGE (self), NULL);

  return self->placement;
}
