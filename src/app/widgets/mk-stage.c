/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-stage.h"

/**
 * MkStage:
 *
 * What a window usually shows, or one widget of it alone over the whole screen. That one goes back to
 * where it was when it leaves, or when somebody ends the full screen by other means, and away with the
 * page it belongs to.
 */
struct _MkStage
{
  GtkWidget parent_instance;

  GtkWidget *usual;
  GtkWidget *alone; /* or NULL */
  AdwBin    *home; /* of that one, borrowed until it is destroyed */
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
  if (root != NULL)
    gtk_window_unfullscreen (GTK_WINDOW (root));
  return alone;
}

static void
go_home (MkStage *self)
{
  AdwBin *home = self->home;
  g_autoptr (GtkWidget) alone = clear (self);

  if (alone != NULL)
    adw_bin_set_child (home, alone);
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
  GtkRoot *root = gtk_widget_get_root (widget);

  g_return_if_fail (ADW_IS_BIN (gtk_widget_get_parent (widget)));

  if (self == NULL || self->alone != NULL)
    return;
  self->home = ADW_BIN (gtk_widget_get_parent (widget));
  self->alone = widget;
  g_signal_connect_swapped (self->home, "destroy", G_CALLBACK (home_destroyed_cb), self);
  adw_bin_set_child (self->home, NULL);
  gtk_widget_set_visible (self->usual, FALSE);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  gtk_window_fullscreen (GTK_WINDOW (root));
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
  return MK_IS_STAGE (gtk_widget_get_parent (widget)) && stage_of (widget)->alone == widget;
}
