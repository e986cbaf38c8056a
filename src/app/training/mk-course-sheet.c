/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-course-sheet.h"

#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-duration.h"
#include "mk-pen.h"
#include "training/mk-course.h"

#include <glib/gi18n-lib.h>

/* What a person went through of the course, on paper, by their own word. The hours are what the course
 * is meant to take: nobody measures how long somebody reads. */

/* In points. */
#define MARGIN 56.0
#define SPACE 10.0
#define DATE_WIDTH 150.0
#define HOURS_WIDTH 80.0
#define SIGNATURE_WIDTH 220.0
#define SIGNATURE_ROOM 64.0
#define FOOT_ROOM 36.0

#define TEXT "Sans 11"

/* A module that was gone through. */
typedef struct
{
  char  *title;
  char  *date;
  gint64 minutes;
} Line;

typedef struct
{
  GPtrArray *lines; /* of Line */
  char      *title;
  char      *person;
  char      *company;
  char      *printed;
} Sheet;

typedef struct
{
  const Sheet  *sheet;
  PangoContext *fonts;
  double        width;
  double        height;
} Layout;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->title);
  g_free (line->date);
  g_free (line);
}

static void
add_line (Sheet      *self,
          MkLearning *learning,
          guint       module)
{
  const MkProgressData *data = mk_learning_get (learning, module);
  const MkLesson *core = mk_course_part (module, MK_LESSON_CORE);
  g_autoptr (GDateTime) day = mk_date_text_read (data->date);
  Line *line;

  if (core == NULL)
    return;
  line = g_new0 (Line, 1);
  line->title = g_strdup_printf ("%u. %s", module, core->title);
  line->date = day != NULL ? mk_date_text_long (day) : NULL;
  line->minutes = mk_course_minutes (module);
  g_ptr_array_add (self->lines, line);
}

/**
 * mk_course_sheet_title:
 * @learning: how far a person has come
 *
 * Returns: what their sheet is, which is a certificate when all is done
 */
const char *
mk_course_sheet_title (MkLearning *learning)
{
  return mk_learning_count_done (learning) == MK_LESSON_N_MODULES ? _ ("Course certificate")
                                                                  : _ ("Course so far");
}

/**
 * mk_course_sheet_new:
 * @learning: how far a person has come
 *
 * Returns: (transfer full): what they went through until now, for [const@course_sheet_kind]
 */
gpointer
mk_course_sheet_new (MkLearning *learning)
{
  Sheet *self = g_rc_box_new0 (Sheet);
  g_autoptr (GDateTime) now = mk_clock_now ();

  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->title = g_strdup (mk_course_sheet_title (learning));
  self->person = g_strdup (mk_learning_get_person (learning));
  self->company = g_strdup (mk_workplace_get_self (mk_learning_get_workplace (learning))->company);
  self->printed = mk_date_text_long (now);
  for (guint module = 1; module <= MK_LESSON_N_MODULES; module++)
    if (mk_learning_is_done (learning, module))
      add_line (self, learning, module);
  return self;
}

static void
sheet_clear (gpointer data)
{
  Sheet *self = data;

  g_ptr_array_unref (self->lines);
  g_free (self->title);
  g_free (self->person);
  g_free (self->company);
  g_free (self->printed);
}

static void
sheet_unref (gpointer data)
{
  g_rc_box_release_full (data, sheet_clear);
}

/* Drawing */

static void
write_head (const Sheet *sheet,
            MkPen       *pen)
{
  mk_pen_write (pen, "Sans Bold 30", PANGO_ALIGN_LEFT, sheet->title);
  mk_pen_write (pen, "Sans 13", PANGO_ALIGN_LEFT, _ ("Training for buddies at work"));
  pen->y += 3 * SPACE;
  mk_pen_write (pen, "Sans Bold 20", PANGO_ALIGN_LEFT, sheet->person);
  mk_pen_write (pen, "Sans 13", PANGO_ALIGN_LEFT, sheet->company);
  pen->y += 2 * SPACE;
}

/* Three columns, as high as the highest of them. */
static void
write_row (MkPen      *pen,
           const char *font,
           const char *title,
           const char *date,
           const char *hours)
{
  MkPen left = *pen, middle = *pen, right = *pen;

  left.width -= DATE_WIDTH + HOURS_WIDTH + 2 * SPACE;
  middle.x += left.width + SPACE;
  middle.width = DATE_WIDTH;
  right.x = middle.x + DATE_WIDTH + SPACE;
  right.width = HOURS_WIDTH;
  left.y = middle.y = right.y = pen->y + SPACE / 2;
  mk_pen_write (&left, font, PANGO_ALIGN_LEFT, title);
  mk_pen_write (&middle, font, PANGO_ALIGN_LEFT, date);
  mk_pen_write (&right, font, PANGO_ALIGN_RIGHT, hours);
  pen->y = MAX (left.y, MAX (middle.y, right.y)) + SPACE / 2;
}

static void
write_modules (const Sheet *sheet,
               MkPen       *pen)
{
  g_autofree char *count = g_strdup_printf (_ ("%1$u of %2$u modules gone through"),
                                            sheet->lines->len, MK_LESSON_N_MODULES);
  g_autofree char *sum = NULL;
  gint64 minutes = 0;

  write_row (pen, "Sans Bold 11", _ ("Module"), _ ("Gone through on"), _ ("Length"));
  mk_pen_rule (pen, 1.5);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (sheet->lines, i);
      g_autofree char *length = mk_duration_to_words (line->minutes);

      minutes += line->minutes;
      write_row (pen, TEXT, line->title, line->date, length);
      mk_pen_rule (pen, 0.5);
    }
  sum = mk_duration_to_words (minutes);
  write_row (pen, "Sans Bold 11", count, NULL, sum);
}

static void
write_signatures (const Layout *self,
                  MkPen        *pen)
{
  MkPen left = *pen, right = *pen;

  left.y = right.y = pen->y + SIGNATURE_ROOM;
  left.width = right.width = SIGNATURE_WIDTH;
  right.x = self->width - MARGIN - SIGNATURE_WIDTH;
  mk_pen_rule (&left, 0.75);
  mk_pen_rule (&right, 0.75);
  left.y += SPACE / 3;
  right.y += SPACE / 3;
  mk_pen_write (&left, "Sans 9", PANGO_ALIGN_LEFT, self->sheet->person);
  mk_pen_write (&right, "Sans 9", PANGO_ALIGN_LEFT, _ ("Date and signature of the leader"));
}

static gpointer
lay_out (gconstpointer content,
         PangoContext *fonts,
         double        width,
         double        height)
{
  Layout *self = g_new0 (Layout, 1);

  *self = (Layout) { content, fonts, width, height };
  return self;
}

static int
n_pages (gpointer layout)
{
  return 1;
}

static void
draw (gpointer layout,
      cairo_t *cairo,
      int      page)
{
  const Layout *self = layout;
  g_autofree char *printed = g_strdup_printf (_ ("Printed on %s"), self->sheet->printed);
  MkPen pen = { self->fonts, cairo, MARGIN, MARGIN, self->width - 2 * MARGIN };

  write_head (self->sheet, &pen);
  write_modules (self->sheet, &pen);
  write_signatures (self, &pen);
  pen.y = self->height - MARGIN - FOOT_ROOM;
  mk_pen_write (&pen, "Sans 9", PANGO_ALIGN_LEFT,
                _ ("The person has said so themselves. The length is what the course is meant to "
                   "take, and nobody has measured it."));
  mk_pen_write (&pen, "Sans 9", PANGO_ALIGN_LEFT, printed);
}

static void
free_layout (gpointer layout)
{
  g_object_unref (((Layout *) layout)->fonts);
  g_free (layout);
}

/**
 * mk_course_sheet_kind:
 *
 * What mk_course_sheet_new() made, on one A4.
 */
const MkPaperKind mk_course_sheet_kind = {
  .lay_out = lay_out,
  .n_pages = n_pages,
  .draw = draw,
  .free_layout = free_layout,
  .ref_content = g_rc_box_acquire,
  .free_content = sheet_unref,
};
