/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-key-wrap.h"

G_BEGIN_DECLS

MkSecretText *mk_recovery_code_new   (void);
MkSecretText *mk_recovery_code_parse (const char *typed,
                                      GError    **error);

G_END_DECLS
