/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-fault.h"

G_BEGIN_DECLS

/* What a target has, by the names that libFuzzer asks for. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
gsize LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize most, guint seed);

/* What libFuzzer has. */
gsize LLVMFuzzerMutate (guint8 *data, gsize size, gsize most);

/* How the smoke run damages an input, and what a mutator of ours begins with. */
gsize mk_fuzz_damage_json (guint8 *data,
                           gsize   size,
                           gsize   most,
                           GRand  *chance);

/* What every answer must be. */
void  mk_fuzz_assert_reason  (const char *reason);
void  mk_fuzz_assert_pointer (const char *pointer);
void  mk_fuzz_assert_faults  (const MkFaults *faults);
char *mk_fuzz_text           (const guint8 *data,
                              gsize         size);

G_END_DECLS
