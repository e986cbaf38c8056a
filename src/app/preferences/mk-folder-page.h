/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_FOLDER_PAGE (mk_folder_page_get_type ())

G_DECLARE_FINAL_TYPE (MkFolderPage, mk_folder_page, MK, FOLDER_PAGE, AdwPreferencesPage)

G_END_DECLS
