/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PROMPTS_PAGE (mk_prompts_page_get_type ())

G_DECLARE_FINAL_TYPE (MkPromptsPage, mk_prompts_page, MK, PROMPTS_PAGE, AdwPreferencesPage)

G_END_DECLS
