/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-stage.h"

/**
 * MkStage:
 *
 * What a window usually shows, or one widget of it alone over the whole screen. That one goes back to
 * where it was when it leaves, or when somebody ends the full screen by other means, and away with the
 * page it belongs to. The focus goes with it.
 *
 * ## Keyboard
 *
 * Escape, or what goes back elsewhere, leaves the full screen.
 */
struct _MkStage
{
  GtkWidget parent_instance;

  GtkWidget *usual;
  GtkWidget *alone; /* or NULL */
  AdwBin    *home; /* of that one, borrowed until it is destroyed */
  gboolean   was_full; /* whether the window filled the screen already */
};

enum
{
  PROP_USUAL = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MkStage, mk_stage, GTK_TYPE_WIDGET)

static MkStage *
stage_of (GtkWidget *widget)
{
  return MK_STAGE (gtk_widget_get_ancestor (widget, MK_TYPE_STAGE));
}

/* Returns: (transfer full) (nullable): what has the focus in @widget */
static GtkWidget *
dup_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget) ? g_object_ref (focus) : NULL;
}

static void
give_focus (GtkWidget *widget,
            GtkWidget *focus)
{
  if (focus == NULL || !gtk_widget_grab_focus (focus))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* Returns: (transfer full) (nullable): what was alone */
static GtkWidget *
clear (MkStage *self)
{
  GtkWidget *alone = g_steal_pointer (&self->alone);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (alone == NULL)
    return NULL;
  g_object_ref (alone);
  g_signal_handlers_disconnect_by_data (self->home, self);
  self->home = NULL;
  gtk_widget_unparent (alone);
  if (self->usual != NULL)
    gtk_widget_set_visible (self->usual, TRUE);
  if (root != NULL && !self->was_full)
    gtk_window_unfullscreen (GTK_WINDOW (root));
  return alone;
}

static void
go_home (MkStage *self)
{
  AdwBin *home = self->home;
  g_autoptr (GtkWidget) focus = self->alone != NULL ? dup_focus (self->alone) : NULL;
  g_autoptr (GtkWidget) alone = clear (self);

  if (alone == NULL)
    return;
  adw_bin_set_child (home, alone);
  give_focus (alone, focus);
}

static void
home_destroyed_cb (MkStage *self)
{
  g_autoptr (GtkWidget) alone = clear (self);
}

static void
fullscreened_cb (MkStage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && !gtk_window_is_fullscreen (GTK_WINDOW (root)))
    go_home (self);
}

/* Where nothing is alone, the keys are others'. */
static gboolean
leave_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  MkStage *self = MK_STAGE (widget);
  gboolean is_alone = self->alone != NULL;

  go_home (self);
  return is_alone;
}

/* Wherever the focus is. */
static void
add_keys (MkStage *self)
{
  static const char *const keys[] = { "Escape", "<Alt>Left", "Back" };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]),
                          gtk_callback_action_new (leave_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
mk_stage_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mk_stage_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::fullscreened",
                           G_CALLBACK (fullscreened_cb), widget, G_CONNECT_SWAPPED);
}

/* A window that locks itself shows what it asks for as large as it was before. */
static void
mk_stage_unroot (GtkWidget *widget)
{
  g_autoptr (GtkWidget) alone = clear (MK_STAGE (widget));

  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);

  GTK_WIDGET_CLASS (mk_stage_parent_class)->unroot (widget);
}

static void
mk_stage_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  MkStage *self = MK_STAGE (object);

  g_assert (id == PROP_USUAL && self->usual == NULL);
  self->usual = g_value_get_object (value);
  gtk_widget_set_parent (self->usual, GTK_WIDGET (self));
}

static void
mk_stage_dispose (GObject *object)
{
  MkStage *self = MK_STAGE (object);
  g_autoptr (GtkWidget) alone = clear (self);

  g_clear_pointer (&self->usual, gtk_widget_unparent);

  G_OBJECT_CLASS (mk_stage_parent_class)->dispose (object);
}

static void
mk_stage_class_init (MkStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = mk_stage_set_property;
  object_class->dispose = mk_stage_dispose;
  widget_class->root = mk_stage_root;
  widget_class->unroot = mk_stage_unroot;

  /**
   * MkStage:usual:
   *
   * What is shown while nothing is alone.
   */
  properties[PROP_USUAL] = g_param_spec_object ("usual", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mk_stage_init (MkStage *self)
{
  add_keys (self);
}

/**
 * mk_stage_enter:
 * @widget: the child of an AdwBin, somewhere in a stage
 *
 * Shows it alone, over the whole screen.
 */
void
mk_stage_enter (GtkWidget *widget)
{
  MkStage *self = stage_of (widget);
  g_autoptr (GtkWidget) held = g_object_ref (widget);
  g_autoptr (GtkWidget) focus = dup_focus (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  g_return_if_fail (ADW_IS_BIN (gtk_widget_get_parent (widget)));

  if (self == NULL || self->alone != NULL)
    return;
  self->was_full = gtk_window_is_fullscreen (GTK_WINDOW (root));
  self->home = ADW_BIN (gtk_widget_get_parent (widget));
  self->alone = widget;
  g_signal_connect_swapped (self->home, "destroy", G_CALLBACK (home_destroyed_cb), self);
  adw_bin_set_child (self->home, NULL);
  gtk_widget_set_visible (self->usual, FALSE);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  gtk_window_fullscreen (GTK_WINDOW (root));
  give_focus (widget, focus);
}

/**
 * mk_stage_leave:
 * @widget: what is alone
 *
 * Shows it where it was.
 */
void
mk_stage_leave (GtkWidget *widget)
{
  if (mk_stage_is_alone (widget))
    go_home (stage_of (widget));
}

/**
 * mk_stage_is_alone:
 * @widget: a widget
 *
 * Returns: whether it is alone
 */
gboolean
mk_stage_is_alone (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return MK_IS_STAGE (parent) && MK_STAGE (parent)->alone == widget;
}
