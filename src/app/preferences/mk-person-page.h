/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_PERSON_PAGE (mk_person_page_get_type ())

G_DECLARE_FINAL_TYPE (MkPersonPage, mk_person_page, MK, PERSON_PAGE, AdwPreferencesPage)

void mk_person_page_set_workplace (MkPersonPage *self,
                                   MkWorkplace  *workplace);

G_END_DECLS
