/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_LOCK_PAGE (mk_lock_page_get_type ())

G_DECLARE_FINAL_TYPE (MkLockPage, mk_lock_page, MK, LOCK_PAGE, AdwPreferencesPage)

G_END_DECLS
