/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/mk-sidebar-row.h"

#include "config.h"
#include "mk-isolate.h"
#include "today/mk-expected.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * MkSidebarRow:
 *
 * Where one can go: this day, a placement, or the correspondence.
 */
struct _MkSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *icon;
  GtkWidget *warning;
  AdwAvatar *avatar;
  GtkLabel  *title;
  GtkLabel  *subtitle;
  GtkLabel  *count;

  /* One of them. */
  MkWorkplace      *workplace; /* of this day */
  MkPlacementItem  *placement;
  MkSidebarPlace   *place;
  MkCorrespondence *post;
};

G_DEFINE_FINAL_TYPE (MkSidebarRow, mk_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
name_for_readers (MkSidebarRow *self,
                  const char   *detail)
{
  g_autofree char *name =
      detail != NULL ? mk_isolate_printf ("%s, %s", gtk_label_get_label (self->title), detail)
                     : g_strdup (gtk_label_get_label (self->title));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What wants attention: days that can be written, and what came back. */
static guint
count_waiting (MkWorkplace *workplace)
{
  GListModel *placements = mk_workplace_get_placements (workplace);
  const MkDayReading *day = mk_workplace_get_day (workplace);
  guint count = day != NULL ? day->news->len : 0;

  for (guint i = 0; i < g_list_model_get_n_items (placements); i++)
    {
      g_autoptr (MkPlacementItem) item = g_list_model_get_item (placements, i);

      count += mk_expected_unwritten (item);
    }
  return count;
}

static void
update_count_cb (MkSidebarRow *self)
{
  guint count = count_waiting (self->workplace);
  g_autofree char *figure = g_strdup_printf ("%u", count);
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing waits", "%u things wait", count),
                       count);

  gtk_label_set_label (self->count, figure);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  name_for_readers (self, count > 0 ? words : NULL);
}

static char *
placement_subtitle (MkPlacementItem *placement)
{
  g_autofree char *when = mk_expected_words (placement);
  const char *job = mk_placement_item_get_job (placement);

  return when != NULL ? mk_isolate_printf ("%s · %s", job, when) : g_strdup (job);
}

static void
update_placement_cb (MkSidebarRow *self)
{
  g_autofree char *subtitle = placement_subtitle (self->placement);

  adw_avatar_set_text (self->avatar, mk_placement_item_get_name (self->placement));
  gtk_label_set_label (self->title, mk_placement_item_get_name (self->placement));
  gtk_label_set_label (self->subtitle, subtitle);
  name_for_readers (self, subtitle);
}

static void
update_post_cb (MkSidebarRow *self)
{
  g_autofree char *summary = mk_correspondence_dup_summary (self->post);
  GListModel *problems = mk_correspondence_get_problems (self->post);

  gtk_label_set_label (self->subtitle, summary);
  gtk_widget_set_visible (self->warning, g_list_model_get_n_items (problems) > 0);
  name_for_readers (self, summary);
}

static void
update_place_cb (MkSidebarRow *self)
{
  g_autofree char *words = mk_sidebar_place_dup_words (self->place);

  gtk_label_set_label (self->subtitle, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), words != NULL);
  name_for_readers (self, words);
}

static void
mk_sidebar_row_dispose (GObject *object)
{
  MkSidebarRow *self = MK_SIDEBAR_ROW (object);

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self);
  if (self->placement != NULL)
    g_signal_handlers_disconnect_by_data (self->placement, self);
  if (self->place != NULL)
    {
      g_signal_handlers_disconnect_by_data (mk_sidebar_place_get_workplace (self->place), self);
      g_signal_handlers_disconnect_by_data (self->place, self);
    }
  if (self->post != NULL)
    g_signal_handlers_disconnect_by_data (self->post, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->workplace);
  g_clear_object (&self->placement);
  g_clear_object (&self->place);
  g_clear_object (&self->post);

  G_OBJECT_CLASS (mk_sidebar_row_parent_class)->dispose (object);
}

static void
mk_sidebar_row_class_init (MkSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_sidebar_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MkSidebarRow, warning);
  gtk_widget_class_bind_template_child (widget_class, MkSidebarRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, MkSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, MkSidebarRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MkSidebarRow, count);
}

static void
mk_sidebar_row_init (MkSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_sidebar_row_new_today:
 * @workplace: where it belongs
 *
 * Returns: (transfer floating): the row that leads to this day
 */
MkSidebarRow *
mk_sidebar_row_new_today (MkWorkplace *workplace)
{
  MkSidebarRow *self = g_object_new (MK_TYPE_SIDEBAR_ROW, NULL);

  self->workplace = g_object_ref (workplace);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), FALSE);
  gtk_label_set_label (self->title, _ ("Today"));
  g_signal_connect_swapped (workplace, "changed", G_CALLBACK (update_count_cb), self);
  update_count_cb (self);
  return self;
}

/**
 * mk_sidebar_row_new_placement:
 * @placement: where it leads
 *
 * Returns: (transfer floating): the row that leads to a placement
 */
MkSidebarRow *
mk_sidebar_row_new_placement (MkPlacementItem *placement)
{
  MkSidebarRow *self = g_object_new (MK_TYPE_SIDEBAR_ROW, NULL);

  self->placement = g_object_ref (placement);
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  g_signal_connect_swapped (placement, "notify", G_CALLBACK (update_placement_cb), self);
  update_placement_cb (self);
  return self;
}

/**
 * mk_sidebar_row_new_place:
 * @place: where it leads
 *
 * Returns: (transfer floating): the row that leads to a page that helps
 */
MkSidebarRow *
mk_sidebar_row_new_place (MkSidebarPlace *place)
{
  MkSidebarRow *self = g_object_new (MK_TYPE_SIDEBAR_ROW, NULL);
  const MkSidebarPlaceLine *line = mk_sidebar_place_get_line (place);

  self->place = g_object_ref (place);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), line->icon);
  gtk_label_set_label (self->title, _ (line->title));
  g_signal_connect_swapped (mk_sidebar_place_get_workplace (place), "changed",
                            G_CALLBACK (update_place_cb), self);
  g_signal_connect_swapped (place, "changed", G_CALLBACK (update_place_cb), self);
  update_place_cb (self);
  return self;
}

/**
 * mk_sidebar_row_new_post:
 * @post: how the correspondence stands
 *
 * Returns: (transfer floating): the row that leads to the correspondence
 */
MkSidebarRow *
mk_sidebar_row_new_post (MkCorrespondence *post)
{
  MkSidebarRow *self = g_object_new (MK_TYPE_SIDEBAR_ROW, NULL);

  self->post = g_object_ref (post);
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), "mail-send-receive-symbolic");
  gtk_label_set_label (self->title, _ ("Send and fetch"));
  g_signal_connect_swapped (post, "changed", G_CALLBACK (update_post_cb), self);
  update_post_cb (self);
  return self;
}

/**
 * mk_sidebar_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none): where it leads: a [class@Workplace] for this day, a
 *   [class@PlacementItem], a [class@SidebarPlace] or a [class@Correspondence]
 */
gpointer
mk_sidebar_row_get_place (MkSidebarRow *self)
{
  g_return_val_if_fail (MK_IS_SIDEBAR_ROW (self), NULL);

  if (self->placement != NULL)
    return self->placement;
  if (self->place != NULL)
    return self->place;
  return self->post != NULL ? (gpointer) self->post : (gpointer) self->workplace;
}

/**
 * mk_sidebar_row_set_current:
 * @self: a row
 * @is_current: whether it leads to what is shown now
 *
 * Marks the row. It is not the list's selection, which would follow the focus.
 */
void
mk_sidebar_row_set_current (MkSidebarRow *self,
                            gboolean      is_current)
{
  g_return_if_fail (MK_IS_SIDEBAR_ROW (self));

  if (is_current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_current,
                               -1);
}
