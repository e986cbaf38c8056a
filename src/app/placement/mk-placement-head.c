/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement/mk-placement-head.h"

#include "config.h"
#include "mk-choice-words.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "placement/mk-log-words.h"
#include "placement/mk-placement-about.h"

#include <glib/gi18n-lib.h>

/**
 * MkPlacementHead:
 *
 * What stands above the log of a placement: who it is, what can be done, what of the log is shown,
 * and why nothing is where nothing is.
 */
struct _MkPlacementHead
{
  GtkBox parent_instance;

  AdwAvatar       *avatar;
  GtkLabel        *name;
  GtkLabel        *about;
  GtkLabel        *people;
  GtkMenuButton   *menu_button;
  GtkWidget       *week_tile;
  GtkWidget       *only_tile;
  GtkLabel        *only_label;
  GtkToggleButton *all_button;
  GtkToggleButton *check_ins_button;
  GtkToggleButton *help_button;
  GtkToggleButton *phases_button;
  GtkSearchEntry  *search;
  GtkWidget       *status;
  GtkWidget       *spinner;
  GtkImage        *status_icon;
  GtkLabel        *status_title;
  GtkLabel        *status_text;
  GtkButton       *status_button;

  MkWorkplace     *workplace;
  MkPlacementItem *placement;
  MkTimeline      *timeline;
  GCancellable    *reading;
};

G_DEFINE_FINAL_TYPE (MkPlacementHead, mk_placement_head, GTK_TYPE_BOX)

/* Who it is */

/* The week of the placement, counted from its first day. */
static char *
week_words (MkPlacementItem *placement)
{
  g_autoptr (GDateTime) start = mk_date_text_read (mk_placement_item_get_start (placement));
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *date = mk_date_text_long (start);

  if (!mk_placement_item_has_started (placement))
    return mk_isolate_printf (_ ("begins %s"), date);
  return g_strdup_printf (_ ("week %d"),
                          (int) (g_date_time_difference (now, start) / G_TIME_SPAN_DAY / 7 + 1));
}

static void
show_about (MkPlacementHead        *self,
            const MkPlacementAbout *about)
{
  g_autofree char *week = week_words (self->placement);
  const char *consultant = mk_placement_item_get_consultant (self->placement);
  g_autofree char *consultant_words = mk_isolate_printf (_ ("Job consultant: %s"), consultant);
  g_autofree char *job =
      mk_isolate_printf ("%s · %s", mk_placement_item_get_job (self->placement), week);
  g_autoptr (GString) text = g_string_new (job);
  g_autoptr (GString) people = g_string_new (NULL);

  if (about != NULL && about->phase != NULL)
    g_string_append_printf (text, " · %s", mk_choice_words ("fase", about->phase));
  for (guint i = 0; about != NULL && i < about->people->len; i++)
    g_string_append_printf (people, "%s · ", (char *) g_ptr_array_index (about->people, i));
  g_string_append (people, consultant_words);
  gtk_label_set_label (self->about, text->str);
  gtk_label_set_label (self->people, people->str);
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  return mk_placement_about_read (database, data, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkPlacementAbout) about = mk_store_run_finish (MK_STORE (object), result, &error);

  /* The widget may be gone then. What is shown already stays, and the log tells of the fault. */
  if (about != NULL)
    show_about (user_data, about);
}

static void
stop_reading (MkPlacementHead *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_about_cb (MkPlacementHead *self)
{
  stop_reading (self);
  self->reading = g_cancellable_new ();
  mk_store_run_async (mk_workplace_get_store (self->workplace), read_func,
                      g_strdup (mk_placement_item_get_id (self->placement)), g_free,
                      (GDestroyNotify) mk_placement_about_free, MK_STORE_READ, self->reading,
                      read_cb, self);
}

/* What can be done */

static gboolean
has_action (GtkWidget  *root,
            const char *wanted)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (root);
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &name, &parameter, &property); i++)
    if (g_str_equal (name, wanted))
      return TRUE;
  return FALSE;
}

static void
show_tile (MkPlacementHead *self,
           GtkWidget       *tile,
           const char      *action)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean is_shown = has_action (root, action);

  gtk_widget_set_visible (tile, is_shown);
  if (!is_shown)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (tile), "s",
                                    mk_placement_item_get_id (self->placement));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (tile), action);
}

static void
name_cb (MkPlacementHead *self)
{
  const char *name = mk_placement_item_get_name (self->placement);
  g_autofree char *only = mk_isolate_printf (_ ("Show only %s"), name);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->only_label, only);
  adw_avatar_set_text (self->avatar, name);
}

/* What is shown */

static const char *
kind_of (MkPlacementHead *self)
{
  if (gtk_toggle_button_get_active (self->check_ins_button))
    return MK_LOG_CHECK_INS;
  if (gtk_toggle_button_get_active (self->help_button))
    return MK_LOG_HELP;
  return gtk_toggle_button_get_active (self->phases_button) ? MK_LOG_PHASES : MK_LOG_ALL;
}

static void
filter_cb (MkPlacementHead *self)
{
  if (self->timeline != NULL)
    mk_timeline_set_filter (self->timeline, kind_of (self),
                            gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (MkPlacementHead *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MkPlacementHead *self = MK_PLACEMENT_HEAD (widget);

  mk_placement_head_show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->all_button));
}

static void
retry_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  mk_timeline_refresh (MK_PLACEMENT_HEAD (widget)->timeline);
}

/* What is said where no entries are, and what can be done then. */
typedef struct
{
  const char *icon; /* or NULL for a spinner */
  const char *title;
  const char *text; /* or NULL for the reason of a problem */
  const char *button; /* or NULL for none */
  const char *action;
} Status;

static const Status busy = { NULL, N_ ("The log is being read"), "", NULL, NULL };
static const Status empty = { "document-edit-symbolic", N_ ("Nothing written yet"),
                              N_ ("The first check-in takes half a minute."), N_ ("Check-_in"),
                              "placement.check-in" };
static const Status none = { "system-search-symbolic", N_ ("Nothing found here"),
                             N_ ("Nothing in the log is what you ask for."),
                             N_ ("_Show everything"), "head.show-all" };
static const Status problem = { "dialog-warning-symbolic", N_ ("The log could not be read"), NULL,
                                N_ ("_Try again"), "head.retry" };

static const Status *
status_of (MkPlacementHead *self)
{
  if (mk_timeline_get_problem (self->timeline) != NULL)
    return &problem;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) > 0)
    return NULL;
  if (mk_timeline_is_busy (self->timeline))
    return &busy;
  return mk_timeline_is_filtered (self->timeline) ? &none : &empty;
}

static const char *
translated (const char *text)
{
  return text != NULL && *text != '\0' ? _ (text) : "";
}

static void
show_status (MkPlacementHead *self,
             const Status    *status)
{
  const char *text =
      status->text != NULL ? translated (status->text) : mk_timeline_get_problem (self->timeline);

  gtk_widget_set_visible (self->spinner, status->icon == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->status_icon), status->icon != NULL);
  gtk_image_set_from_icon_name (self->status_icon, status->icon);
  gtk_label_set_label (self->status_title, translated (status->title));
  gtk_label_set_label (self->status_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status_text), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->status_button), status->button != NULL);
  gtk_button_set_label (self->status_button, translated (status->button));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->status_button), status->action);
}

static void
announce_found (MkPlacementHead *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->timeline));
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u found", "%u found", count), count);

  if (mk_timeline_is_filtered (self->timeline))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
state_cb (MkPlacementHead *self)
{
  const Status *status = status_of (self);

  gtk_widget_set_visible (self->status, status != NULL);
  if (status != NULL)
    show_status (self, status);
  announce_found (self);
}

/* MkPlacementHead */

static void
mk_placement_head_root (GtkWidget *widget)
{
  MkPlacementHead *self = MK_PLACEMENT_HEAD (widget);

  GTK_WIDGET_CLASS (mk_placement_head_parent_class)->root (widget);
  show_tile (self, self->week_tile, "win.write-week");
  show_tile (self, self->only_tile, "win.show-only");
}

static void
mk_placement_head_dispose (GObject *object)
{
  MkPlacementHead *self = MK_PLACEMENT_HEAD (object);

  stop_reading (self);
  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self);
  if (self->placement != NULL)
    g_signal_handlers_disconnect_by_data (self->placement, self);
  if (self->timeline != NULL)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_clear_object (&self->timeline);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PLACEMENT_HEAD);
  g_clear_object (&self->placement);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_placement_head_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-placement-head.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, avatar);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, name);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, about);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, people);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, week_tile);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, only_tile);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, only_label);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, all_button);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, check_ins_button);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, help_button);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, phases_button);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, search);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, status);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, spinner);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, status_icon);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, status_title);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, status_text);
  gtk_widget_class_bind_template_child (widget_class, MkPlacementHead, status_button);
}

static void
mk_placement_head_class_init (MkPlacementHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_placement_head_dispose;
  widget_class->root = mk_placement_head_root;

  gtk_widget_class_install_action (widget_class, "head.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "head.retry", NULL, retry_cb);
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
mk_placement_head_init (MkPlacementHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
fill_menu (MkPlacementHead *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *id = mk_placement_item_get_id (self->placement);

  add_choice (menu, _ ("_Attendance plan and scheme…"), "win.arrange", id);
  add_choice (menu, _ ("_Called here…"), "win.name-here", id);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

/**
 * mk_placement_head_new:
 * @workplace: where it belongs
 * @placement: whose log it is
 * @timeline: the log, which is filtered here
 *
 * Returns: (transfer floating): a new head
 */
MkPlacementHead *
mk_placement_head_new (MkWorkplace     *workplace,
                       MkPlacementItem *placement,
                       MkTimeline      *timeline)
{
  MkPlacementHead *self = g_object_new (MK_TYPE_PLACEMENT_HEAD, NULL);

  self->workplace = g_object_ref (workplace);
  self->placement = g_object_ref (placement);
  self->timeline = g_object_ref (timeline);
  g_signal_connect_swapped (placement, "notify", G_CALLBACK (name_cb), self);
  g_signal_connect_swapped (workplace, "changed", G_CALLBACK (read_about_cb), self);
  g_signal_connect_swapped (timeline, "state-changed", G_CALLBACK (state_cb), self);
  name_cb (self);
  fill_menu (self);
  show_about (self, NULL);
  state_cb (self);
  read_about_cb (self);
  return self;
}

/**
 * mk_placement_head_show_all:
 * @self: a head
 *
 * Shows all of the log again.
 */
void
mk_placement_head_show_all (MkPlacementHead *self)
{
  g_return_if_fail (MK_IS_PLACEMENT_HEAD (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (self->all_button, TRUE);
  filter_cb (self);
}
