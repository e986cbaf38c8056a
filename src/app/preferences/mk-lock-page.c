/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/mk-lock-page.h"

#include "config.h"
#include "shell/mk-settings.h"

/**
 * MkLockPage:
 *
 * When Makker locks itself, and what opens it.
 */
struct _MkLockPage
{
  AdwPreferencesPage parent_instance;

  GtkWidget *minutes;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MkLockPage, mk_lock_page, ADW_TYPE_PREFERENCES_PAGE)

/* As the row names them; the last one is never. */
static const guint choices[] = { 1, 5, 10, 15, 30, 60, 0 };

static gboolean
show_minutes (GValue   *selected,
              GVariant *saved,
              gpointer  user_data)
{
  guint minutes = g_variant_get_uint32 (saved);
  guint shown = G_N_ELEMENTS (choices) - 1;

  /* Another number, which somebody set by hand, is shown as the next longer one. */
  for (guint i = G_N_ELEMENTS (choices) - 1; minutes > 0 && i > 0; i--)
    if (choices[i - 1] >= minutes)
      shown = i - 1;
  g_value_set_uint (selected, shown);
  return TRUE;
}

static GVariant *
save_minutes (const GValue       *selected,
              const GVariantType *type,
              gpointer            user_data)
{
  guint shown = g_value_get_uint (selected);

  return shown < G_N_ELEMENTS (choices) ? g_variant_new_uint32 (choices[shown]) : NULL;
}

static void
mk_lock_page_dispose (GObject *object)
{
  MkLockPage *self = MK_LOCK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_LOCK_PAGE);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mk_lock_page_parent_class)->dispose (object);
}

static void
mk_lock_page_class_init (MkLockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_lock_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-lock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkLockPage, minutes);
}

static void
mk_lock_page_init (MkLockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = mk_settings_new ();
  gtk_widget_set_sensitive (self->minutes, self->settings != NULL);
  if (self->settings != NULL)
    g_settings_bind_with_mapping (self->settings, "lock-minutes", self->minutes, "selected",
                                  G_SETTINGS_BIND_DEFAULT, show_minutes, save_minutes, NULL, NULL);
}
