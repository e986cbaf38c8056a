/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-placement-page.h"

#include "config.h"
#include "placement/mk-entry-flow.h"
#include "placement/mk-placement-head.h"
#include "placement/mk-timeline-row.h"
#include "print/mk-print-dialog.h"
#include "records/mk-call.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-headed-list.h"

/**
 * MkPlacementPage:
 *
 * One placement: who it is, and its log, the newest first, by weeks. The head scrolls with the log,
 * as the first row of the list, which is a grid of one column: that has thirty rows at a time, where
 * a list view has two hundred, makes all of them before it is seen, and gives a quarter of them
 * other entries with each step of scrolling.
 */
struct _MkPlacementPage
{
  AdwNavigationPage parent_instance;

  GtkGridView *list;

  MkWorkplace     *workplace;
  MkPlacementItem *placement;
  MkTimeline      *timeline;
  GtkWidget       *head; /* owned, since its row comes and goes */
  gint64           to_show; /* key of a record that is shown as soon as it can be */
  guint            showing; /* the tick callback that does it, or 0 */
};

G_DEFINE_FINAL_TYPE (MkPlacementPage, mk_placement_page, ADW_TYPE_NAVIGATION_PAGE)

/* Rows */

static void
set_is_row (GtkListItem *list_item,
            gboolean     is_row)
{
  gtk_list_item_set_activatable (list_item, is_row);
  gtk_list_item_set_focusable (list_item, is_row);
  gtk_list_item_set_selectable (list_item, FALSE);
}

static void
bind_row_cb (MkPlacementPage *self,
             GtkListItem     *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);

  set_is_row (list_item, item != self->head);
  if (item == self->head)
    {
      gtk_list_item_set_child (list_item, self->head);
      gtk_list_item_set_accessible_label (list_item, mk_placement_item_get_name (self->placement));
      return;
    }
  if (!MK_IS_TIMELINE_ROW (child))
    {
      child = GTK_WIDGET (mk_timeline_row_new ());
      gtk_list_item_set_child (list_item, child);
    }
  mk_timeline_row_bind (MK_TIMELINE_ROW (child), list_item, item);
}

/* The head is kept for the next row that shows it. */
static void
unbind_row_cb (MkPlacementPage *self,
               GtkListItem     *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (MK_IS_TIMELINE_ROW (child))
    mk_timeline_row_unbind (MK_TIMELINE_ROW (child));
  else
    gtk_list_item_set_child (list_item, NULL);
}

static void
set_factory (MkPlacementPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (self->list, rows);
}

/* The row of the list that has the focus, if one has. */
static MkTimelineRow *
focused_row (MkPlacementPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return MK_IS_TIMELINE_ROW (child) ? MK_TIMELINE_ROW (child) : NULL;
}

static void
activate_cb (MkPlacementPage *self,
             guint            position)
{
  g_autoptr (GObject) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_grid_view_get_model (self->list)), position);
  const MkLogEntry *entry =
      MK_IS_TIMELINE_ITEM (item) ? mk_timeline_item_get_entry (MK_TIMELINE_ITEM (item)) : NULL;

  if (entry != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "placement.open-entry", "(ss)", entry->id,
                                entry->type != NULL ? entry->type->name : "");
}

static gboolean
delete_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  MkTimelineRow *row = focused_row (MK_PLACEMENT_PAGE (widget));

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  mk_timeline_row_delete (row);
  return GDK_EVENT_STOP;
}

/* Actions */

static void
check_in_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MkPlacementPage *self = MK_PLACEMENT_PAGE (widget);

  gtk_widget_activate_action (widget, "win.check-in", "(ss)",
                              mk_placement_item_get_id (self->placement), "");
}

static void
open_entry_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  MkPlacementPage *self = MK_PLACEMENT_PAGE (widget);
  const char *id, *type;

  g_variant_get (parameter, "(&s&s)", &id, &type);
  if (g_str_equal (type, mk_check_in_type.name))
    gtk_widget_activate_action (widget, "win.open-check-in", "s", id);
  else if (g_str_equal (type, mk_call_type.name))
    gtk_widget_activate_action (widget, "win.open-call", "s", id);
  else
    mk_entry_flow_read (widget, self->workplace, id);
}

static void
print_week_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  MkPlacementPage *self = MK_PLACEMENT_PAGE (widget);

  mk_dialog_present (ADW_DIALOG (mk_print_dialog_new (self->workplace, self->placement)), widget);
}

/* A list gives no row the focus before it has room. */
static gboolean
show_wanted_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  MkPlacementPage *self = MK_PLACEMENT_PAGE (widget);
  guint position = mk_timeline_find (self->timeline, self->to_show);
  if (position == GTK_INVALID_LIST_POSITION || !gtk_widget_get_mapped (GTK_WIDGET (self->list)) ||
      gtk_widget_get_height (GTK_WIDGET (self->list)) == 0)
    return G_SOURCE_CONTINUE;
  self->showing = 0;
  gtk_grid_view_scroll_to (self->list, position + 1, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return G_SOURCE_REMOVE;
}

static void
mk_placement_page_dispose (GObject *object)
{
  MkPlacementPage *self = MK_PLACEMENT_PAGE (object);

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self->timeline);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PLACEMENT_PAGE);
  g_clear_object (&self->head);
  g_clear_object (&self->timeline);
  g_clear_object (&self->placement);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_placement_page_parent_class)->dispose (object);
}

static void
mk_placement_page_class_init (MkPlacementPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_placement_page_dispose;

  gtk_widget_class_install_action (widget_class, "placement.check-in", NULL, check_in_cb);
  gtk_widget_class_install_action (widget_class, "placement.open-entry", "(ss)", open_entry_cb);
  gtk_widget_class_install_action (widget_class, "placement.print-week", NULL, print_week_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-placement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPlacementPage, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mk_placement_page_init (MkPlacementPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_factory (self);
}

static void
set_timeline (MkPlacementPage *self)
{
  g_autoptr (MkHeadedList) headed = NULL;
  g_autoptr (GtkNoSelection) model = NULL;

  self->timeline = mk_timeline_new (mk_workplace_get_store (self->workplace),
                                    mk_placement_item_get_id (self->placement));
  self->head = GTK_WIDGET (
      g_object_ref_sink (mk_placement_head_new (self->workplace, self->placement, self->timeline)));
  g_signal_connect_swapped (self->workplace, "changed", G_CALLBACK (mk_timeline_refresh),
                            self->timeline);
  headed = mk_headed_list_new (self->head, G_LIST_MODEL (self->timeline));
  model = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&headed)));
  gtk_grid_view_set_model (self->list, GTK_SELECTION_MODEL (model));
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
  set_timeline (self);
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

/**
 * mk_placement_page_show_record:
 * @self: a page
 * @key: row of a record in the store
 *
 * Scrolls to an entry of the log and gives it the focus, as soon as the log was read.
 */
void
mk_placement_page_show_record (MkPlacementPage *self,
                               gint64           key)
{
  g_return_if_fail (MK_IS_PLACEMENT_PAGE (self));

  self->to_show = key;
  mk_placement_head_show_all (MK_PLACEMENT_HEAD (self->head));
  if (self->showing == 0)
    self->showing = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_wanted_cb, NULL, NULL);
}
