/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-shell.h"

G_BEGIN_DECLS

/**
 * MkPlace:
 *
 * Where a person was in the window: the page, and the form that was open. It holds ids and no word
 * of the store.
 */
typedef struct _MkPlace MkPlace;

MkPlace *mk_place_new    (MkShell              *shell,
                          AdwApplicationWindow *window);
void     mk_place_return (MkPlace *self,
                          MkShell *shell);
void     mk_place_free   (MkPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkPlace, mk_place_free)

G_END_DECLS
