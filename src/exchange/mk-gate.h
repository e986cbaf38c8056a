/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-fault.h"
#include "mk-json.h"

G_BEGIN_DECLS

/**
 * MkGate:
 *
 * Foreign bytes that passed section 2 of the exchange contract, parsed. Values read from it live
 * as long as it does.
 */
typedef struct _MkGate MkGate;

MkGate     *mk_gate_open     (GBytes   *bytes,
                              MkFaults *faults);
void        mk_gate_free     (MkGate *self);
MkJsonValue mk_gate_root     (const MkGate *self);
char       *mk_gate_dup_text (MkJsonValue value);
gboolean    mk_gate_is_equal (MkJsonValue value,
                              const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkGate, mk_gate_free)

G_END_DECLS
