/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-package.h"
#include "mk-packages-out.h"

G_BEGIN_DECLS

char   *mk_package_write_entry (const MkPending *pending);
GBytes *mk_package_write       (const MkPackageHeader *header,
                                const GString         *entries);

G_END_DECLS
