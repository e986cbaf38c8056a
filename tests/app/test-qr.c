/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"
#include "mk-reader.h"
#include "widgets/mk-qr.h"

#include <string.h>

/* What a reader finds in the code, on the screen and on paper. */

#define NUMBER "tel:+4570101097"
#define CARD                                                                                  \
  "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Åse Øby\r\nORG:Eksempelkommune\r\nTITLE:Jobformidler\r\n" \
  "TEL;VALUE=uri:tel:+4570101097\r\nEND:VCARD\r\n"

/* Returns: (transfer full) (nullable): what of the widget is on the screen; NULL before its first frame */
static GskRenderNode *
node_of (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  return gtk_snapshot_to_node (snapshot);
}

static gboolean
is_drawn (gpointer widget)
{
  g_autoptr (GskRenderNode) node = node_of (widget);

  return node != NULL;
}

/* A dialog around the code, as large as it wants to be. */
static GtkWidget *
present (MkWindow   *window,
         const char *text)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *code = mk_qr_new (text);

  adw_dialog_set_child (dialog, code);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  mk_app_test_wait (is_drawn, code);
  return code;
}

/* The widget alone, on the grey of a dark window. */
static cairo_surface_t *
take_picture (GtkWidget *widget)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  g_autoptr (GskRenderNode) node = node_of (widget);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_source_rgb (cairo, 0.1, 0.1, 0.1);
  cairo_paint (cairo);
  gsk_render_node_draw (node, cairo);
  cairo_destroy (cairo);
  return surface;
}

static gboolean
is_black_or_white (cairo_surface_t *surface,
                   int              column,
                   int              row)
{
  guint32 pixel;

  memcpy (&pixel,
          cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface) +
              column * 4,
          sizeof pixel);
  pixel &= 0xffffff;
  return pixel == 0 || pixel == 0xffffff;
}

static void
assert_reads (MkWindow   *window,
              const char *text)
{
  GtkWidget *code = present (window, text);
  cairo_surface_t *surface = take_picture (code);
  g_autofree char *read = mk_reader_scan_image (surface);
  g_autofree char *wanted = g_strconcat (text, "\n", NULL);

  g_assert_cmpstr (read, ==, wanted);
  cairo_surface_destroy (surface);
}

static void
test_is_read_from_the_screen (MkWindow *window)
{
  assert_reads (window, NUMBER);
}

static void
test_card_is_read_from_the_screen (MkWindow *window)
{
  assert_reads (window, CARD);
}

static void
test_is_read_in_the_dark (MkWindow *window)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_reads (window, NUMBER);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* An edge between black and white lies between two pixels. */
static void
test_is_crisp (MkWindow *window)
{
  cairo_surface_t *surface = take_picture (present (window, NUMBER));
  int size =
      MIN (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));
  int left = (cairo_image_surface_get_width (surface) - size) / 2;
  int top = (cairo_image_surface_get_height (surface) - size) / 2;

  /* What is left when the size is no multiple of the modules lies outside. */
  for (int row = size / 8; row < size - size / 8; row++)
    for (int column = size / 8; column < size - size / 8; column++)
      g_assert_true (is_black_or_white (surface, left + column, top + row));
  cairo_surface_destroy (surface);
}

static void
test_is_large_enough (MkWindow *window)
{
  GtkWidget *code = present (window, NUMBER);

  g_assert_cmpint (gtk_widget_get_width (code), >=, 220);
  g_assert_cmpint (gtk_widget_get_height (code), >=, 220);
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (code), GTK_ACCESSIBLE_ROLE_IMG));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (code), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "QR-kode, der kan scannes med en telefon");
}

static void
test_too_long_has_none (MkWindow *window)
{
  g_autofree char *text = g_strnfill (3000, 'a');
  GtkWidget *code = g_object_ref_sink (mk_qr_new (text));
  int minimum;

  gtk_widget_measure (code, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_finalize_object (code);
}

static void
test_is_read_from_paper (MkWindow *window)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  cairo_t *cairo = cairo_create (surface);
  g_autofree char *read = NULL;

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  /* No whole number of pixels a module, as paper has none either. */
  g_assert_true (mk_qr_draw (cairo, NUMBER, 20.3, 30.7, 150.5));
  g_assert_true (mk_qr_draw (cairo, "tel:112", 210, 30, 140));
  cairo_destroy (cairo);
  read = mk_reader_scan_image (surface);
  g_assert_nonnull (strstr (read, NUMBER "\n"));
  g_assert_nonnull (strstr (read, "tel:112\n"));
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  mk_app_test_init (&argc, &argv);
  mk_app_test_add ("/qr/is-read-from-the-screen", test_is_read_from_the_screen);
  mk_app_test_add ("/qr/a-card-is-read-from-the-screen", test_card_is_read_from_the_screen);
  mk_app_test_add ("/qr/is-read-in-the-dark", test_is_read_in_the_dark);
  mk_app_test_add ("/qr/is-crisp", test_is_crisp);
  mk_app_test_add ("/qr/is-large-enough", test_is_large_enough);
  mk_app_test_add ("/qr/too-long-a-text-has-none", test_too_long_has_none);
  mk_app_test_add ("/qr/is-read-from-paper", test_is_read_from_paper);
  return g_test_run ();
}
