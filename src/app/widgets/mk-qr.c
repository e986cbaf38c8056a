/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-qr.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <qrencode.h>

/* The white that a reader needs around the code, in modules, by ISO 18004. */
#define QUIET_ZONE 4

/* A telephone's camera reads it at arm's length, in pixels; a module of a long text still is some. */
#define LEAST_SIZE 224
#define LEAST_MODULE 4

/**
 * MkQr:
 *
 * A QR code, to be scanned from the screen. It is black on white whatever the colours around it are,
 * since not every reader takes another one, and a module is a whole number of pixels.
 *
 * # Accessibility
 *
 * An image that says that it is a QR code. Whoever puts it somewhere shows the text beside it.
 */
struct _MkQr
{
  GtkWidget parent_instance;

  QRcode *code;
};

G_DEFINE_FINAL_TYPE (MkQr, mk_qr, GTK_TYPE_WIDGET)

typedef void (*RunFunc) (gpointer user_data,
                         int      column,
                         int      row,
                         int      length);

static QRcode *
encode (const char *text)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);

  /* Only a text that is too long for the largest code is left without one. */
  if (code == NULL && errno != ERANGE)
    g_error ("A QR code could not be made: %s", g_strerror (errno));
  return code;
}

static int
count_modules (const QRcode *code)
{
  return code->width + 2 * QUIET_ZONE;
}

static gboolean
is_black (const QRcode *code,
          int           column,
          int           row)
{
  return column < code->width && (code->data[row * code->width + column] & 1) != 0;
}

/* Black modules side by side are one, so that no light gets between them. */
static void
for_each_run (const QRcode *code,
              RunFunc       func,
              gpointer      user_data)
{
  for (int row = 0; row < code->width; row++)
    for (int column = 0; column < code->width; column++)
      {
        int first = column;

        while (is_black (code, column, row))
          column++;
        if (column > first)
          func (user_data, first + QUIET_ZONE, row + QUIET_ZONE, column - first);
      }
}

static int
least_size (MkQr *self)
{
  int modules = count_modules (self->code);

  return modules * MAX (LEAST_MODULE, (LEAST_SIZE + modules - 1) / modules);
}

static void
mk_qr_measure (GtkWidget     *widget,
               GtkOrientation orientation,
               int            for_size,
               int           *minimum,
               int           *natural,
               int           *minimum_baseline,
               int           *natural_baseline)
{
  MkQr *self = MK_QR (widget);

  *minimum = *natural = self->code != NULL ? least_size (self) : 0;
}

/* Where a code is drawn on the screen. */
typedef struct
{
  GtkSnapshot *snapshot;
  float        left;
  float        top;
  float        module;
} Screen;

static void
append_run (gpointer user_data,
            int      column,
            int      row,
            int      length)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };
  const Screen *screen = user_data;
  float module = screen->module;

  gtk_snapshot_append_color (screen->snapshot, &black,
                             &GRAPHENE_RECT_INIT (screen->left + (float) column * module,
                                                  screen->top + (float) row * module,
                                                  (float) length * module, module));
}

static void
mk_qr_snapshot (GtkWidget   *widget,
                GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  MkQr *self = MK_QR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int modules, module, size;
  Screen screen;

  if (self->code == NULL)
    return;
  modules = count_modules (self->code);
  module = MIN (width, height) / modules;
  size = modules * module;
  screen = (Screen) { snapshot, (float) ((width - size) / 2), (float) ((height - size) / 2),
                      (float) module };
  gtk_snapshot_append_color (
      snapshot, &white, &GRAPHENE_RECT_INIT (screen.left, screen.top, (float) size, (float) size));
  for_each_run (self->code, append_run, &screen);
}

static void
mk_qr_finalize (GObject *object)
{
  MkQr *self = MK_QR (object);

  g_clear_pointer (&self->code, QRcode_free);

  G_OBJECT_CLASS (mk_qr_parent_class)->finalize (object);
}

static void
mk_qr_class_init (MkQrClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mk_qr_finalize;
  widget_class->measure = mk_qr_measure;
  widget_class->snapshot = mk_qr_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mk_qr_init (MkQr *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("QR code to scan with a telephone"), -1);
}

/**
 * mk_qr_new:
 * @text: what is read out of it, UTF-8, not empty
 *
 * Returns: (transfer floating): a widget that shows the code; it is empty and takes no room for a text
 *   that is too long for one, of about 2300 bytes
 */
GtkWidget *
mk_qr_new (const char *text)
{
  MkQr *self;

  g_return_val_if_fail (text != NULL && *text != '\0', NULL);

  self = g_object_new (MK_TYPE_QR, NULL);
  self->code = encode (text);
  return GTK_WIDGET (self);
}

static void
add_run (gpointer user_data,
         int      column,
         int      row,
         int      length)
{
  cairo_rectangle (user_data, column, row, length, 1);
}

/**
 * mk_qr_draw:
 * @cairo: where to
 * @text: what is read out of it, UTF-8, not empty
 * @x: its left side
 * @y: its upper side
 * @size: of each side, with the white around it
 *
 * Draws a code on paper, black on what is there. All of it is one area, so that no edge shows inside.
 *
 * Returns: whether the text was short enough for one
 */
gboolean
mk_qr_draw (cairo_t    *cairo,
            const char *text,
            double      x,
            double      y,
            double      size)
{
  QRcode *code;

  g_return_val_if_fail (text != NULL && *text != '\0', FALSE);

  code = encode (text);
  if (code == NULL)
    return FALSE;
  cairo_save (cairo);
  cairo_translate (cairo, x, y);
  cairo_scale (cairo, size / count_modules (code), size / count_modules (code));
  cairo_new_path (cairo);
  for_each_run (code, add_run, cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_fill (cairo);
  cairo_restore (cairo);
  QRcode_free (code);
  return TRUE;
}
