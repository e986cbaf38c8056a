/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"
#include "mk-scenes.h"

#include <glib/gstdio.h>

/* Pictures of real windows of the program, wide and narrow, light and dark:
 * makker-screenshots [--large] [--contrast] [--laptop] FOLDER [NAME …]. */

/* What a resolution of text is when nobody asked for larger text. */
#define USUAL_DPI (96 * 1024)

typedef struct
{
  const char *name;
  int         width;
  int         height;
} Size;

static const Size sizes[] = { { "wide", 1100, 800 }, { "narrow", 360, 720 } };

/* The whole screen of a small one, below the bar of the desktop. */
static const Size laptop[] = { { "laptop", 1024, 568 } };

/* What some people ask of their desktop, and have it on. */
typedef struct
{
  gboolean is_large;
  gboolean is_contrast;
  gboolean is_laptop;
} Needs;

/* One picture being taken. */
typedef struct
{
  const char    *folder;
  const Needs   *needs;
  const MkScene *scene;
  const Size    *size;
  gboolean       is_dark;
} Picture;

static void
save (GtkWidget  *widget,
      const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("Could not write %s", path);
}

static void
take (MkWindow *window,
      gpointer  user_data)
{
  const Picture *picture = user_data;
  g_autofree char *name = g_strdup_printf ("%s-%s-%s%s%s.png", picture->scene->name,
                                           picture->size->name, picture->is_dark ? "dark" : "light",
                                           picture->needs->is_large ? "-large" : "",
                                           picture->needs->is_contrast ? "-contrast" : "");
  g_autofree char *path = g_build_filename (picture->folder, name, NULL);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      picture->is_dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                       : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                picture->needs->is_large ? 2 * USUAL_DPI : USUAL_DPI, NULL);
  mk_scene_set_up (picture->scene, window, picture->size->width, picture->size->height);
  save (GTK_WIDGET (window), path);
  g_print ("%s\n", path);
}

static gboolean
is_wanted (const MkScene *scene,
           char         **names)
{
  return *names == NULL || g_strv_contains ((const char *const *) names, scene->name);
}

/* Takes what begins with a hyphen out of @argv. */
static void
parse (Needs  *needs,
       int    *argc,
       char ***argv)
{
  const GOptionEntry entries[] = {
    { "large", 0, 0, G_OPTION_ARG_NONE, &needs->is_large, "Text of double size", NULL },
    { "contrast", 0, 0, G_OPTION_ARG_NONE, &needs->is_contrast, "High contrast", NULL },
    { "laptop", 0, 0, G_OPTION_ARG_NONE, &needs->is_laptop, "The screen of a small laptop", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER [NAME …]");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    g_error ("%s", error->message);
  if (needs->is_contrast)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
}

/* In each size, light and dark. */
static void
take_all (const MkScene *scene,
          const char    *folder,
          const Needs   *needs)
{
  const Size *wanted = needs->is_laptop ? laptop : sizes;
  guint n_wanted = needs->is_laptop ? G_N_ELEMENTS (laptop) : G_N_ELEMENTS (sizes);

  for (guint i = 0; i < 2 * n_wanted; i++)
    {
      Picture picture = { folder, needs, scene, &wanted[i / 2], i % 2 == 1 };

      mk_scene_run (scene, take, &picture);
    }
}

int
main (int   argc,
      char *argv[])
{
  Needs needs = { FALSE, FALSE, FALSE };
  guint n_scenes;
  const MkScene *scenes = mk_scenes_get (&n_scenes);
  const char *folder;

  parse (&needs, &argc, &argv);
  mk_app_test_init (&argc, &argv);
  /* Adwaita measures the buttons of its own alerts for less than they need before it puts them
   * below each other, and GTK warns of that, which is no fault here. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  folder = argc > 1 ? argv[1] : NULL;
  if (folder == NULL || g_mkdir_with_parents (folder, 0777) != 0)
    g_error ("A folder for the pictures is needed");
  for (guint i = 0; i < n_scenes; i++)
    if (is_wanted (&scenes[i], argv + 2))
      take_all (&scenes[i], folder, &needs);
  return 0;
}
