/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-shape.h"

G_BEGIN_DECLS

/* Stands in wrong values, and must not be repeated to people. */
#define MK_PROBE_SECRET "hemmeligt"

/**
 * MkProbe:
 * @root: the whole with the value in it
 * @field: the field that is put to the test
 * @value: (nullable): what stands there; %NULL where the field is left out
 * @code: (nullable): the fault that this is, of the rules of @field alone; %NULL for none
 * @pointer: JSON pointer to where the fault is
 *
 * One value of one field, and what is to be said of it.
 */
typedef struct
{
  JsonNode      *root;
  const MkField *field;
  JsonNode      *value;
  const char    *code;
  const char    *pointer;
} MkProbe;

typedef void (*MkProbeFunc) (const MkProbe *probe,
                             gpointer       user_data);

void mk_probe_shape (const MkShape *shape,
                     JsonNode      *root,
                     MkProbeFunc    func,
                     gpointer       user_data);

G_END_DECLS
