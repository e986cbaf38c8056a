/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * MkPersonLine:
 * @font: a description of Pango's
 * @indent: how far in it begins, in points
 * @gap: what is left free above it, in points
 * @text: one paragraph, of any length
 * @leads: whether it stands on the page of what comes after it
 *
 * A line of what is kept about somebody.
 */
typedef struct
{
  const char *font;
  double      indent;
  double      gap;
  char       *text;
  gboolean    leads;
} MkPersonLine;

GPtrArray *mk_person_lines (JsonObject *person);
char      *mk_person_name  (JsonObject *person);

G_END_DECLS
