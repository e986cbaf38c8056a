/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-store.h"

G_BEGIN_DECLS

/* UUIDs of the invented placements. Lis has ended, Amina has not begun. */
#define MK_DEMO_MIA "b1a9be0a-fa70-4c55-a17a-968ba719069e"
#define MK_DEMO_JONAS "59984baf-e07e-4112-b0fb-5283b6fe6618"
#define MK_DEMO_AMINA "7ad19922-0e14-434b-a118-e0677341c6f3"
#define MK_DEMO_SARA "c0f1a2de-4d6b-4a58-9f1b-6f0c2c5b7d13"
#define MK_DEMO_OMAR "2f9d7e54-8b1a-4e0f-a3c6-51d2e8f90b27"
#define MK_DEMO_LIS "e47b3c91-06d5-4f2a-8c1e-b90a7d6f3e38"

MkStore *mk_demo_store_new     (const char *directory);
char    *mk_demo_directory     (GError **error);
void     mk_demo_remove        (const char *directory);
gboolean mk_demo_fill          (MkDatabase *database,
                                GError    **error);
gboolean mk_demo_write_package (const char *path,
                                GError    **error);

G_END_DECLS
