/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-pen.h"

G_BEGIN_DECLS

typedef struct _MkFlow MkFlow;

/**
 * MkFlowKind:
 * @margin: around a page, in points
 * @foot: height that lines leave free above the lower margin, in points
 * @write_title: writes what stands on top of a page, from 0
 * @write_line: writes a line, from 0
 *
 * How lines flow over pages, or over the cards that a page is cut into. Both functions are also given
 * pens that only measure.
 */
typedef struct
{
  double margin;
  double foot;
  void (*write_title) (const MkFlow *flow, MkPen *pen, guint page);
  void (*write_line) (const MkFlow *flow, MkPen *pen, guint index);
} MkFlowKind;

/**
 * MkFlow:
 * @kind: how it flows
 * @content: what the lines are from
 * @n_lines: how many there are
 * @fonts: what letters are taken from
 * @width: of a page, in points
 * @height: of a page, in points
 * @starts: (element-type guint): the first line of each page
 *
 * Lines laid out on pages, each line whole on one of them.
 */
struct _MkFlow
{
  const MkFlowKind *kind;
  gconstpointer     content;
  guint             n_lines;
  PangoContext     *fonts;
  double            width;
  double            height;
  GArray           *starts;
};

MkFlow *mk_flow_new    (const MkFlowKind *kind,
                        gconstpointer     content,
                        guint             n_lines,
                        PangoContext     *fonts,
                        double            width,
                        double            height);
void    mk_flow_free   (gpointer data);
double  mk_flow_lowest (const MkFlow *self);
MkPen   mk_flow_pen    (const MkFlow *self,
                        cairo_t      *cairo);
void    mk_flow_draw   (const MkFlow *self,
                        cairo_t      *cairo,
                        guint         page);

G_END_DECLS
