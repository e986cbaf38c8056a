/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-text-size.h"

#include "shell/mk-settings.h"

#include <adwaita.h>

/* How large the texts of a page are that are read at length. The size is the person's, the same on
 * every such page, and remembered on this machine. */

/* By what a page knows its settings. */
#define SETTINGS "mk-text-size-settings"

#define KEY "text-size"

/* In per cent of the program's other words, and what the style sheet calls it. */
static const struct
{
  guint size;
  const char *style;
} sizes[] = {
  { 100, "text-100" }, { 115, "text-115" }, { 130, "text-130" },
  { 150, "text-150" }, { 175, "text-175" }, { 200, "text-200" },
};

/* What was kept by a newer program may be between two sizes. */
static guint
index_now (GSettings *settings)
{
  guint size = g_settings_get_uint (settings, KEY);
  guint index = 0;

  while (index + 1 < G_N_ELEMENTS (sizes) && sizes[index + 1].size <= size)
    index++;
  return index;
}

static void
changed_cb (GSettings  *settings,
            const char *key,
            GtkWidget  *content)
{
  guint now = index_now (settings);
  GtkWidget *page = gtk_widget_get_ancestor (content, ADW_TYPE_NAVIGATION_PAGE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (i == now)
      gtk_widget_add_css_class (content, sizes[i].style);
    else
      gtk_widget_remove_css_class (content, sizes[i].style);
  gtk_widget_action_set_enabled (page, "text.smaller", now > 0);
  gtk_widget_action_set_enabled (page, "text.larger", now + 1 < G_N_ELEMENTS (sizes));
}

/* A page that shows no such text now has no settings. */
static GSettings *
settings_of (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), SETTINGS);
}

static void
larger_cb (GtkWidget  *page,
           const char *action,
           GVariant   *parameter)
{
  GSettings *settings = settings_of (page);

  if (settings != NULL && index_now (settings) + 1 < G_N_ELEMENTS (sizes))
    g_settings_set_uint (settings, KEY, sizes[index_now (settings) + 1].size);
}

static void
smaller_cb (GtkWidget  *page,
            const char *action,
            GVariant   *parameter)
{
  GSettings *settings = settings_of (page);

  if (settings != NULL && index_now (settings) > 0)
    g_settings_set_uint (settings, KEY, sizes[index_now (settings) - 1].size);
}

static void
usual_cb (GtkWidget  *page,
          const char *action,
          GVariant   *parameter)
{
  if (settings_of (page) != NULL)
    g_settings_reset (settings_of (page), KEY);
}

/**
 * mk_text_size_install:
 * @page_class: of a page with a text that is read at length
 *
 * Gives its pages the actions text.larger, text.smaller and text.usual, and their keys.
 */
void
mk_text_size_install (GtkWidgetClass *page_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "text.larger" },   { GDK_KEY_KP_Add, "text.larger" },
    { GDK_KEY_minus, "text.smaller" }, { GDK_KEY_KP_Subtract, "text.smaller" },
    { GDK_KEY_0, "text.usual" },       { GDK_KEY_KP_0, "text.usual" },
  };

  gtk_widget_class_install_action (page_class, "text.larger", NULL, larger_cb);
  gtk_widget_class_install_action (page_class, "text.smaller", NULL, smaller_cb);
  gtk_widget_class_install_action (page_class, "text.usual", NULL, usual_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (page_class, keys[i].key, GDK_CONTROL_MASK, keys[i].action,
                                         NULL);
}

/**
 * mk_text_size_follow:
 * @page: a page that shows such a text from now on
 * @content: what holds the text in it
 *
 * Shows the text as large as the person wants it, and another size as soon as one is chosen.
 */
void
mk_text_size_follow (GtkWidget *page,
                     GtkWidget *content)
{
  GSettings *settings = mk_settings_new ();

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (GTK_IS_WIDGET (content));

  if (settings == NULL)
    return;
  g_object_set_data_full (G_OBJECT (page), SETTINGS, settings, g_object_unref);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (changed_cb), content,
                           G_CONNECT_DEFAULT);
  changed_cb (settings, KEY, content);
}
