/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/mk-prompts-page.h"

#include "config.h"
#include "mk-date-text.h"
#include "shell/mk-settings.h"
#include "widgets/mk-portal.h"

#include <glib/gi18n-lib.h>

/**
 * MkPromptsPage:
 *
 * What Makker asks by itself, and when it is quiet.
 */
struct _MkPromptsPage
{
  AdwPreferencesPage parent_instance;

  GtkWidget *help;
  GtkWidget *messages;
  GtkWidget *quiet_from;
  GtkWidget *quiet_to;
  GtkLabel  *trouble;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MkPromptsPage, mk_prompts_page, ADW_TYPE_PREFERENCES_PAGE)

static void
show_time (MkPromptsPage *self,
           GtkWidget     *row,
           const char    *key)
{
  g_autofree char *saved = g_settings_get_string (self->settings, key);
  g_autofree char *shown = mk_date_text_clock_of (saved);

  gtk_editable_set_text (GTK_EDITABLE (row), shown != NULL ? shown : "");
}

static gboolean
save_time (MkPromptsPage *self,
           GtkWidget     *row,
           const char    *key)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *time = *typed != '\0' ? mk_date_text_read_time (typed) : g_strdup ("");

  gtk_widget_remove_css_class (row, "error");
  if (time == NULL)
    {
      gtk_widget_add_css_class (row, "error");
      return FALSE;
    }
  g_settings_set_string (self->settings, key, time);
  show_time (self, row, key);
  return TRUE;
}

/* What was typed and is no time stays, and the other is saved all the same. */
static void
apply_cb (MkPromptsPage *self)
{
  gboolean has_from = save_time (self, self->quiet_from, "quiet-from");
  gboolean has_to = save_time (self, self->quiet_to, "quiet-to");

  gtk_widget_set_visible (GTK_WIDGET (self->trouble), !has_from || !has_to);
  if (!has_from || !has_to)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->trouble),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
mk_prompts_page_dispose (GObject *object)
{
  MkPromptsPage *self = MK_PROMPTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PROMPTS_PAGE);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mk_prompts_page_parent_class)->dispose (object);
}

static void
mk_prompts_page_class_init (MkPromptsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_prompts_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-prompts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPromptsPage, help);
  gtk_widget_class_bind_template_child (widget_class, MkPromptsPage, messages);
  gtk_widget_class_bind_template_child (widget_class, MkPromptsPage, quiet_from);
  gtk_widget_class_bind_template_child (widget_class, MkPromptsPage, quiet_to);
  gtk_widget_class_bind_template_child (widget_class, MkPromptsPage, trouble);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
mk_prompts_page_init (MkPromptsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = mk_settings_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->settings != NULL);
  if (self->settings == NULL)
    return;
  g_settings_bind (self->settings, "prompt-help", self->help, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "messages", self->messages, "active", G_SETTINGS_BIND_DEFAULT);
  show_time (self, self->quiet_from, "quiet-from");
  show_time (self, self->quiet_to, "quiet-to");
  if (mk_portal_is_missing (MK_PORTAL_MESSAGES))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->messages),
                                 _ ("This desktop shows no messages from Makker."));
}
