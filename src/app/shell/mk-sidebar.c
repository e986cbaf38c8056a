/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-sidebar.h"

#include "config.h"
#include "mk-fold.h"
#include "shell/mk-sidebar-row.h"
#include "widgets/mk-growing-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MkSidebar:
 *
 * Where one can go: this day, the living placements, what helps, and the correspondence.
 */
struct _MkSidebar
{
  AdwNavigationPage parent_instance;

  GtkWidget  *lock;
  GtkListBox *places;
  GtkWidget  *search;

  MkWorkplace        *workplace;
  GListModel         *helping; /* the pages that help */
  GtkFilterListModel *shown;
  char               *wanted; /* what was searched for, folded, or NULL */
};

/* So many placements fill a window of the usual height, with what stands around them. */
#define FILLING_ROWS 10

/* With so many placements one searches rather than looks. */
#define MOST_TO_LOOK_THROUGH 12

G_DEFINE_FINAL_TYPE (MkSidebar, mk_sidebar, ADW_TYPE_NAVIGATION_PAGE)

static void
row_activated_cb (MkSidebar    *self,
                  MkSidebarRow *row)
{
  gpointer place = mk_sidebar_row_get_place (row);

  if (MK_IS_PLACEMENT_ITEM (place))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-placement", "s",
                                mk_placement_item_get_id (place));
  else if (MK_IS_SIDEBAR_PLACE (place))
    gtk_widget_activate_action (GTK_WIDGET (self), mk_sidebar_place_get_line (place)->action, NULL);
  else if (MK_IS_CORRESPONDENCE (place))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-exchange", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-today", NULL);
}

/* The list holds the workplace itself, for this day, its placements, the pages that help, and its
 * correspondence. */
static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  if (MK_IS_WORKPLACE (item))
    return GTK_WIDGET (mk_sidebar_row_new_today (item));
  if (MK_IS_SIDEBAR_PLACE (item))
    return GTK_WIDGET (mk_sidebar_row_new_place (item));
  if (MK_IS_CORRESPONDENCE (item))
    return GTK_WIDGET (mk_sidebar_row_new_post (item));
  return GTK_WIDGET (mk_sidebar_row_new_placement (item));
}

/* None for this day. */
static const char *
heading_of (gpointer place)
{
  if (MK_IS_PLACEMENT_ITEM (place))
    return _ ("Placements");
  if (MK_IS_SIDEBAR_PLACE (place))
    return _ (mk_sidebar_place_get_line (place)->section);
  return MK_IS_CORRESPONDENCE (place) ? _ ("More") : NULL;
}

static void
put_heading_cb (GtkListBoxRow *row,
                GtkListBoxRow *before,
                gpointer       user_data)
{
  gpointer place = mk_sidebar_row_get_place (MK_SIDEBAR_ROW (row));
  gpointer place_before =
      before != NULL ? mk_sidebar_row_get_place (MK_SIDEBAR_ROW (before)) : NULL;
  gboolean begins =
      place_before != NULL && g_strcmp0 (heading_of (place), heading_of (place_before)) != 0;
  GtkWidget *label;

  if (!begins || gtk_list_box_row_get_header (row) != NULL)
    {
      if (!begins)
        gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading_of (place));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

/* Finding */

static gboolean
is_wanted (MkSidebar       *self,
           MkPlacementItem *placement)
{
  g_autofree char *name = mk_fold (mk_placement_item_get_name (placement));
  g_autofree char *job = mk_fold (mk_placement_item_get_job (placement));

  return self->wanted == NULL || strstr (name, self->wanted) != NULL ||
         strstr (job, self->wanted) != NULL;
}

/* Where one placement is shown alone, nothing leads anywhere else. */
static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  MkSidebar *self = user_data;

  if (MK_IS_PLACEMENT_ITEM (item))
    return is_wanted (self, item);
  return !mk_workplace_get_is_only (self->workplace);
}

static void
search_changed_cb (MkSidebar      *self,
                   GtkSearchEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  g_free (self->wanted);
  self->wanted = *text != '\0' ? mk_fold (text) : NULL;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Return in the search goes to what was found first. */
static void
search_activate_cb (MkSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    if (MK_IS_PLACEMENT_ITEM (mk_sidebar_row_get_place (MK_SIDEBAR_ROW (row))))
      {
        row_activated_cb (self, MK_SIDEBAR_ROW (row));
        return;
      }
}

static void
changed_cb (MkSidebar *self)
{
  GListModel *placements = mk_workplace_get_placements (self->workplace);

  gtk_widget_set_visible (self->search,
                          g_list_model_get_n_items (placements) > MOST_TO_LOOK_THROUGH);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
mk_sidebar_dispose (GObject *object)
{
  MkSidebar *self = MK_SIDEBAR (object);

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_SIDEBAR);
  g_clear_object (&self->helping);
  g_clear_object (&self->shown);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (mk_sidebar_parent_class)->dispose (object);
}

static void
mk_sidebar_class_init (MkSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_sidebar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, MkSidebar, lock);
  gtk_widget_class_bind_template_child (widget_class, MkSidebar, places);
  gtk_widget_class_bind_template_child (widget_class, MkSidebar, search);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
mk_sidebar_init (MkSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->places, put_heading_cb, NULL, NULL);
}

/**
 * mk_sidebar_set_workplace:
 * @self: a sidebar
 * @workplace: whose placements it shows
 */
void
mk_sidebar_set_workplace (MkSidebar   *self,
                          MkWorkplace *workplace)
{
  g_autoptr (GListStore) today = g_list_store_new (MK_TYPE_WORKPLACE);
  g_autoptr (GListStore) more = g_list_store_new (MK_TYPE_CORRESPONDENCE);
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) placements = NULL;
  g_autoptr (GtkFlattenListModel) all = NULL;

  g_return_if_fail (MK_IS_SIDEBAR (self));

  /* What is invented has no key to be opened with again. */
  gtk_widget_set_visible (self->lock, !mk_workplace_get_is_invented (workplace));
  g_list_store_append (today, workplace);
  g_list_store_append (parts, today);
  placements = mk_growing_list_new (mk_workplace_get_placements (workplace), FILLING_ROWS,
                                    GTK_WIDGET (self));
  g_list_store_append (parts, placements);
  self->helping = mk_sidebar_places_new (workplace);
  g_list_store_append (parts, self->helping);
  g_list_store_append (more, mk_workplace_get_post (workplace));
  g_list_store_append (parts, more);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts)));
  self->workplace = g_object_ref (workplace);
  self->shown =
      gtk_filter_list_model_new (G_LIST_MODEL (g_steal_pointer (&all)),
                                 GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL)));
  gtk_list_box_bind_model (self->places, G_LIST_MODEL (self->shown), create_row_cb, NULL, NULL);
  g_signal_connect_swapped (workplace, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

/**
 * mk_sidebar_select:
 * @self: a sidebar
 * @place: (nullable): what is shown now, as mk_sidebar_row_get_place() has it
 *
 * Marks the row that leads to what is shown.
 */
void
mk_sidebar_select (MkSidebar *self,
                   gpointer   place)
{
  GtkListBoxRow *row;

  g_return_if_fail (MK_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    mk_sidebar_row_set_current (MK_SIDEBAR_ROW (row),
                                mk_sidebar_row_get_place (MK_SIDEBAR_ROW (row)) == place);
}

/**
 * mk_sidebar_find_place:
 * @self: a sidebar
 * @tag: of a page that helps
 *
 * Returns: (transfer none) (nullable): the place that leads to it
 */
gpointer
mk_sidebar_find_place (MkSidebar  *self,
                       const char *tag)
{
  g_return_val_if_fail (MK_IS_SIDEBAR (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->helping); i++)
    {
      g_autoptr (MkSidebarPlace) place = g_list_model_get_item (self->helping, i);

      if (g_str_equal (mk_sidebar_place_get_line (place)->tag, tag))
        return place;
    }
  return NULL;
}
