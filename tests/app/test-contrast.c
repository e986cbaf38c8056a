/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "mk-app-test.h"

#include <math.h>

/* Every colour of the program's own, as it is drawn: text against what lies behind it, and marks
 * against what lies beside them, light and dark, and in high contrast. */

#define TEXT 4.5
#define MARK 3.0

/* Glyphs that are filled, so that a pixel in their middle has the colour of the text. */
#define FILLED "\u2588\u2588\u2588\u2588"
/* From the edge inwards, behind rings and before text. */
#define INSIDE 4

typedef struct
{
  const char *classes; /* with a space between them */
  GType (*type) (void);
  gboolean is_chosen;
  gboolean has_mark; /* on its left side */
  gboolean has_edge; /* on its left side too, in high contrast */
} Case;

static const Case cases[] = {
  { "notice", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "chip", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "chip sent", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "chip received", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "chip not-sent", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "chip refused", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "only-bar", gtk_label_get_type, FALSE, FALSE, FALSE },
  { "count", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "sidebar-heading", gtk_label_get_type, FALSE, FALSE, FALSE },
  { "log-row", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "situation", gtk_label_get_type, FALSE, TRUE, TRUE },
  { "say", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "verdict", gtk_label_get_type, FALSE, FALSE, TRUE },
  { "verdict right", gtk_label_get_type, FALSE, TRUE, TRUE },
  { "verdict wrong", gtk_label_get_type, FALSE, TRUE, TRUE },
  { "filter", gtk_toggle_button_get_type, FALSE, FALSE, TRUE },
  { "filter", gtk_toggle_button_get_type, TRUE, TRUE, TRUE },
  { "tile", gtk_check_button_get_type, FALSE, FALSE, TRUE },
  { "tile", gtk_check_button_get_type, TRUE, TRUE, TRUE },
};

static double
linear (guchar channel)
{
  double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* By the definition of WCAG 2. */
static double
luminance (const guchar *pixel)
{
  return 0.2126 * linear (pixel[0]) + 0.7152 * linear (pixel[1]) + 0.0722 * linear (pixel[2]);
}

static double
contrast (const guchar *one,
          const guchar *other)
{
  double first = luminance (one) + 0.05, second = luminance (other) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

typedef struct
{
  GBytes *pixels;
  gsize   stride;
} Picture;

static const guchar *
pixel_at (const Picture *picture,
          double         x,
          double         y)
{
  const guchar *data = g_bytes_get_data (picture->pixels, NULL);

  return data + (gsize) y * picture->stride + 4 * (gsize) x;
}

/* Of the content alone: that of a window has its shadow around it. */
static Picture
take_picture (GtkWidget *content)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (content);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  GtkNative *native = gtk_widget_get_native (content);
  int width = gtk_widget_get_width (content), height = gtk_widget_get_height (content);
  Picture picture;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (native), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  downloader = gdk_texture_downloader_new (texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  picture.pixels = gdk_texture_downloader_download_bytes (downloader, &picture.stride);
  return picture;
}

static GtkWidget *
widget_new (const Case *one)
{
  g_auto (GStrv) classes = g_strsplit (one->classes, " ", -1);
  GtkWidget *widget = g_object_new (one->type (), "label", FILLED, "halign", GTK_ALIGN_START,
                                    "css-classes", classes, NULL);

  if (GTK_IS_TOGGLE_BUTTON (widget))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), one->is_chosen);
  else if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), one->is_chosen);
  return widget;
}

/* What stands out most at the left side, where no text begins yet. */
static double
mark_of (const Picture *picture,
         double         left,
         double         middle,
         const guchar  *beside)
{
  double most = 0;

  for (int inside = 0; inside < INSIDE; inside++)
    most = MAX (most, contrast (pixel_at (picture, left + inside, middle), beside));
  g_test_message ("  its mark: %.2f", most);
  return most;
}

static gboolean
is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

static void
judge (const Case      *one,
       const Picture   *picture,
       graphene_rect_t *bounds)
{
  double middle = bounds->origin.y + bounds->size.height / 2;
  double right = bounds->origin.x + bounds->size.width;
  const guchar *behind = pixel_at (picture, right - INSIDE, middle);
  const guchar *beside = pixel_at (picture, right + INSIDE, middle);
  const guchar *text = pixel_at (picture, bounds->origin.x + bounds->size.width / 2, middle);

  if (g_str_equal (one->classes, "sidebar-heading"))
    behind = beside;
  g_test_message ("%s: %.2f", one->classes, contrast (text, behind));
  g_assert_cmpfloat (contrast (text, behind), >=, TEXT);
  if (one->has_mark || (one->has_edge && is_high_contrast ()))
    g_assert_cmpfloat (mark_of (picture, bounds->origin.x, middle, beside), >=, MARK);
}

static void
judge_all (AdwColorScheme scheme)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *content = g_object_new (ADW_TYPE_BIN, "child", box, NULL);
  GtkWidget *window =
      g_object_new (ADW_TYPE_WINDOW, "content", content, "default-width", 400, NULL);
  GtkWidget *widgets[G_N_ELEMENTS (cases)];
  Picture picture;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_add_css_class (content, "background");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      widgets[i] = widget_new (&cases[i]);
      gtk_box_append (GTK_BOX (box), widgets[i]);
    }
  gtk_window_present (GTK_WINDOW (window));
  mk_app_test_settle ();
  picture = take_picture (content);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (widgets[i], content, &bounds));
      judge (&cases[i], &picture, &bounds);
    }
  g_bytes_unref (picture.pixels);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_style (const char *path)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

/* As libadwaita does for a program. */
static void
load_style (void)
{
  adw_init ();
  add_style (MK_APP_PATH "/style.css");
  if (is_high_contrast ())
    add_style (MK_APP_PATH "/style-hc.css");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
test_can_be_read (void)
{
  load_style ();
  judge_all (ADW_COLOR_SCHEME_FORCE_LIGHT);
  judge_all (ADW_COLOR_SCHEME_FORCE_DARK);
}

/* The desktop's wish is read once, when a program begins. */
static void
test_can_be_read_in_high_contrast (void)
{
  g_auto (GStrv) environment = g_get_environ ();

  environment = g_environ_setenv (environment, "ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  g_test_trap_subprocess_with_envp ("/contrast/own-colours-can-be-read",
                                    (const char *const *) environment, 0,
                                    G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  g_test_add_func ("/contrast/own-colours-can-be-read", test_can_be_read);
  g_test_add_func ("/contrast/own-colours-can-be-read-in-high-contrast",
                   test_can_be_read_in_high_contrast);
  return g_test_run ();
}
