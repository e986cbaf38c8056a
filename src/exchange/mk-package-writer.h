/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-package.h"
#include "mk-outbox.h"

G_BEGIN_DECLS

void    mk_package_append_entry (GString         *entries,
                                 const MkPending *pending);
GBytes *mk_package_write        (const MkPackageHeader *header,
                                 const GString         *entries);

G_END_DECLS
