/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/mk-form-dialog.h"

G_BEGIN_DECLS

void mk_form_flow_present (AdwToastOverlay *overlay,
                           MkFormDialog    *form);

G_END_DECLS
