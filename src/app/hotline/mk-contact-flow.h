/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

void mk_contact_flow_add        (AdwToastOverlay *overlay,
                                 MkWorkplace     *workplace,
                                 const char      *placement_id);
void mk_contact_flow_edit       (AdwToastOverlay     *overlay,
                                 MkWorkplace         *workplace,
                                 const MkHotlineLine *line);
void mk_contact_flow_delete     (AdwToastOverlay     *overlay,
                                 MkWorkplace         *workplace,
                                 const MkHotlineLine *line);
void mk_contact_flow_confirm    (AdwToastOverlay     *overlay,
                                 MkWorkplace         *workplace,
                                 const MkHotlineLine *line);
void mk_contact_flow_write_note (AdwToastOverlay     *overlay,
                                 MkWorkplace         *workplace,
                                 const MkHotlineLine *line);

G_END_DECLS
