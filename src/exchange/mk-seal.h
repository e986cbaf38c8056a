/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-partners.h"

G_BEGIN_DECLS

/**
 * MkSealing:
 *
 * What is ready for one partner becoming packages, one after the other. Between two of them other
 * work on the database may go, and what that changes is packed with the rest.
 */
typedef struct _MkSealing MkSealing;

MkSealing *mk_sealing_new  (MkDatabase      *database,
                            const MkPartner *partner);
void       mk_sealing_free (MkSealing *self);
gboolean   mk_sealing_next (MkSealing *self,
                            gboolean  *sealed,
                            GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MkSealing, mk_sealing_free)

G_END_DECLS
