/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-module-row.h"

#include "training/mk-course.h"

#include <glib/gi18n-lib.h>

/**
 * MkModuleRow:
 *
 * A module on the path through the course: what it is about, how long it takes, and how far the person
 * has come with it.
 */
struct _MkModuleRow
{
  AdwActionRow parent_instance;

  MkLearning *learning;
  guint       module;
  GtkImage   *icon;
  GtkLabel   *state;
};

G_DEFINE_FINAL_TYPE (MkModuleRow, mk_module_row, ADW_TYPE_ACTION_ROW)

static const char *
state_words (MkModuleRow *self)
{
  if (mk_learning_is_done (self->learning, self->module))
    return _ ("Gone through");
  return mk_learning_get (self->learning, self->module) != NULL ? _ ("Begun") : NULL;
}

static const char *
state_icon (MkModuleRow *self)
{
  if (mk_learning_is_done (self->learning, self->module))
    return "object-select-symbolic";
  return mk_learning_get (self->learning, self->module) != NULL ? "mk-circle-half-symbolic"
                                                                : "mk-circle-symbolic";
}

static void
update_cb (MkModuleRow *self)
{
  const char *words = state_words (self);
  guint minutes = mk_course_minutes (self->module);
  g_autofree char *time =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u min", "%u min", minutes), minutes);
  g_autofree char *state =
      words != NULL ? g_strdup_printf ("%s\n%s", words, time) : g_strdup (time);
  g_autofree char *name =
      g_strdup_printf ("%s, %s, %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                       words != NULL ? words : _ ("not begun"), time);

  gtk_image_set_from_icon_name (self->icon, state_icon (self));
  gtk_label_set_label (self->state, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
mk_module_row_dispose (GObject *object)
{
  g_clear_object (&MK_MODULE_ROW (object)->learning);

  G_OBJECT_CLASS (mk_module_row_parent_class)->dispose (object);
}

static void
mk_module_row_class_init (MkModuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mk_module_row_dispose;
}

static void
mk_module_row_init (MkModuleRow *self)
{
  self->icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->state = g_object_new (GTK_TYPE_LABEL, "justify", GTK_JUSTIFY_RIGHT, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "caption");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->state));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * mk_module_row_new:
 * @learning: how far the person has come
 * @module: 1 to 8, one that the course has
 *
 * Returns: (transfer floating): a row that leads to the module
 */
MkModuleRow *
mk_module_row_new (MkLearning *learning,
                   guint       module)
{
  MkModuleRow *self = g_object_new (MK_TYPE_MODULE_ROW, NULL);
  const MkLesson *core = mk_course_part (module, MK_LESSON_CORE);
  g_autofree char *title = g_strdup_printf ("%u. %s", module, core->title);

  self->learning = g_object_ref (learning);
  self->module = module;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), core->goal);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", core->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-lesson");
  g_signal_connect_object (learning, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  return self;
}
