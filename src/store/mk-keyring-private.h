/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For tests. */

#include "mk-keyring.h"

G_BEGIN_DECLS

void mk_keyring_set_default_for_tests  (MkKeyring *keyring);
void mk_keyring_set_patience_for_tests (guint milliseconds);

G_END_DECLS
