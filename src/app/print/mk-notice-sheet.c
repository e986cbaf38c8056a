/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-notice-sheet.h"

#include "mk-date-text.h"
#include "mk-isolate.h"
#include "mk-flow.h"

#include <glib/gi18n-lib.h>

/* What is written about somebody, told to them before the first of it is written: what for, who
 * reads it, for how long, what they can ask for, and where they can complain. */

/* In points. */
#define MARGIN 48.0
#define FOOT_HEIGHT 16.0
#define GAP 10.0
#define BLANK_HEIGHT 24.0

typedef struct
{
  const char *heading; /* translated */
  char       *text;
  gboolean    has_blank; /* a line to be filled in by hand */
} Section;

/**
 * MkNoticeSheet:
 *
 * "What we write about you", for one candidate. Counts its references.
 */
struct _MkNoticeSheet
{
  char      *candidate;
  char      *company;
  char      *date;
  GPtrArray *sections; /* element-type Section */
};

static void
section_free (gpointer data)
{
  Section *self = data;

  g_free (self->text);
  g_free (self);
}

static Section *
add (MkNoticeSheet *self,
     const char    *heading,
     const char    *text)
{
  Section *section = g_new0 (Section, 1);

  section->heading = heading;
  section->text = g_strdup (text);
  g_ptr_array_add (self->sections, section);
  return section;
}

static void
add_responsible (MkNoticeSheet       *self,
                 const MkNoticeFacts *facts)
{
  const char *company = facts->company != NULL ? facts->company : _ ("The workplace");
  g_autofree char *number =
      facts->cvr_number != NULL ? mk_isolate_printf (_ (" (CVR %s)"), facts->cvr_number) : NULL;
  g_autofree char *text = mk_isolate_printf (
      /* Translators: the company, its CVR number in brackets or nothing, and a person there. */
      _ ("%1$s%2$s is responsible for what is written here. Ask %3$s when there is something that "
         "you want to know."),
      company, number != NULL ? number : "", facts->person);

  add (self, _ ("Who is responsible"), text);
}

static void
add_readers (MkNoticeSheet       *self,
             const MkNoticeFacts *facts)
{
  const char *authority = facts->authority != NULL ? facts->authority : _ ("The job centre");
  g_autofree char *contact =
      facts->consultant != NULL
          ? mk_isolate_printf (_ (" Your contact there is %s."), facts->consultant)
          : NULL;
  g_autofree char *text = mk_isolate_printf (
      /* Translators: the authority, and a sentence about a person there or nothing. */
      _ ("Your buddy and the leader here; the buddy’s own notes are for the buddy alone. %1$s gets "
         "your attendance, your hours, your own answers, the help that we ask for, and the texts "
         "that we choose to send.%2$s Nobody else gets anything."),
      authority, contact != NULL ? contact : "");

  add (self, _ ("Who reads it"), text);
}

static void
add_sections (MkNoticeSheet       *self,
              const MkNoticeFacts *facts)
{
  add (self, _ ("What it is for"),
       _ ("We write so that we can see how it goes, and get help in time. It is about your work "
          "here, and it is used for nothing else."));
  add (
      self, _ ("What we write"),
      _ ("When you came and for how many hours. How you say the day was, if you want to answer. "
         "What worked, what was hard, and what is next. Which help we ask for. We do not write why "
         "you were away, nothing about illness, and no CPR number."));
  add_readers (self, facts);
  add (
      self, _ ("What never leaves us"),
      _ ("Your buddy’s own notes, the name that we call you by, and your plan of days stay at this "
         "workplace. Everything lies encrypted on our computer."));
  add (
      self, _ ("How long it is kept"),
      _ ("As long as you are here, and after that no longer than we need it. It is deleted by this "
         "day at the latest:"))
      ->has_blank = TRUE;
  add (self, _ ("What you can ask for"),
       _ ("You can see all of it at any time, also the notes, and get a copy. You can have it "
          "corrected, and in some cases deleted, or used for less. You can say no to a question "
          "about your day, and it has no consequence. Ask your buddy or the leader."));
  add_responsible (self, facts);
  add (self, _ ("Where you can complain"),
       _ ("Speak to us first if you can. You can always complain to the Danish Data Protection "
          "Agency, Datatilsynet: www.datatilsynet.dk."));
}

/**
 * mk_notice_sheet_new:
 * @facts: what it is filled with
 * @printed: when it is printed
 *
 * Returns: (transfer full): a notice
 */
MkNoticeSheet *
mk_notice_sheet_new (const MkNoticeFacts *facts,
                     GDateTime           *printed)
{
  MkNoticeSheet *self;

  g_return_val_if_fail (facts != NULL && facts->candidate != NULL, NULL);

  self = g_rc_box_new0 (MkNoticeSheet);
  self->candidate = g_strdup (facts->candidate);
  self->company = g_strdup (facts->company);
  self->date = mk_date_text_long (printed);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  add_sections (self, facts);
  return self;
}

/**
 * mk_notice_sheet_ref:
 * @data: a notice
 *
 * Returns: (transfer full): the same
 */
gpointer
mk_notice_sheet_ref (gpointer data)
{
  return g_rc_box_acquire (data);
}

static void
sheet_clear (gpointer data)
{
  MkNoticeSheet *self = data;

  g_ptr_array_unref (self->sections);
  g_free (self->candidate);
  g_free (self->company);
  g_free (self->date);
}

/**
 * mk_notice_sheet_unref:
 * @data: (transfer full): a notice
 */
void
mk_notice_sheet_unref (gpointer data)
{
  g_rc_box_release_full (data, sheet_clear);
}

static const MkNoticeSheet *
sheet_of (const MkFlow *flow)
{
  return flow->content;
}

static void
write_title (const MkFlow *flow,
             MkPen        *pen,
             guint         page)
{
  g_autofree char *whom = mk_isolate_printf (_ ("To %s"), sheet_of (flow)->candidate);

  mk_pen_write (pen, page == 0 ? "Sans Bold 28" : "Sans Bold 16", PANGO_ALIGN_LEFT,
                _ ("What we write about you"));
  if (page == 0)
    {
      mk_pen_write (pen, "Sans Bold 14", PANGO_ALIGN_LEFT, whom);
      mk_pen_write (pen, "Sans 12", PANGO_ALIGN_LEFT, sheet_of (flow)->company);
    }
  pen->y += GAP;
}

static void
write_section (const MkFlow *flow,
               MkPen        *pen,
               guint         index)
{
  const Section *section = g_ptr_array_index (sheet_of (flow)->sections, index);

  mk_pen_rule (pen, 0.75);
  pen->y += GAP / 2;
  mk_pen_write (pen, "Sans Bold 12", PANGO_ALIGN_LEFT, section->heading);
  mk_pen_write (pen, "Sans 11", PANGO_ALIGN_LEFT, section->text);
  if (section->has_blank)
    {
      MkPen blank = *pen;

      blank.y += BLANK_HEIGHT;
      blank.width /= 2;
      mk_pen_rule (&blank, 0.75);
      pen->y += BLANK_HEIGHT + GAP / 2;
    }
  pen->y += GAP;
}

static const MkFlowKind flow_kind = { MARGIN, FOOT_HEIGHT, write_title, write_section };

static gpointer
lay_out (gconstpointer content,
         PangoContext *fonts,
         double        width,
         double        height)
{
  const MkNoticeSheet *self = content;

  return mk_flow_new (&flow_kind, self, self->sections->len, fonts, width, height);
}

static int
n_pages (gpointer layout)
{
  return (int) ((const MkFlow *) layout)->starts->len;
}

static void
draw (gpointer layout,
      cairo_t *cairo,
      int      page)
{
  const MkFlow *flow = layout;
  g_autofree char *printed = mk_isolate_printf (_ ("Printed on %s"), sheet_of (flow)->date);
  MkPen foot = mk_flow_pen (flow, cairo);

  mk_flow_draw (flow, cairo, (guint) page);
  foot.y = flow->height - MARGIN - FOOT_HEIGHT / 2;
  mk_pen_write (&foot, "Sans 9", PANGO_ALIGN_LEFT, printed);
}

/**
 * mk_notice_sheet_kind:
 *
 * An MkNoticeSheet, on one page where its names are not very long.
 */
const MkPaperKind mk_notice_sheet_kind = {
  .lay_out = lay_out,
  .n_pages = n_pages,
  .draw = draw,
  .free_layout = mk_flow_free,
  .ref_content = mk_notice_sheet_ref,
  .free_content = mk_notice_sheet_unref,
};
