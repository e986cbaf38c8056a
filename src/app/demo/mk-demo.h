/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store.h"

G_BEGIN_DECLS

/* UUIDs of the invented placements. */
#define MK_DEMO_MIA "b1a9be0a-fa70-4c55-a17a-968ba719069e"
#define MK_DEMO_JONAS "59984baf-e07e-4112-b0fb-5283b6fe6618"
#define MK_DEMO_AMINA "7ad19922-0e14-434b-a118-e0677341c6f3"

MkStore *mk_demo_store_new     (const char *directory);
char    *mk_demo_directory     (GError **error);
void     mk_demo_remove        (const char *directory);
gboolean mk_demo_fill          (MkDatabase *database,
                                GError    **error);
gboolean mk_demo_write_package (const char *path,
                                GError    **error);

G_END_DECLS
