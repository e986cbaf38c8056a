/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/mk-form-dialog.h"

G_BEGIN_DECLS

gboolean mk_form_author_choose (MkFormDialog *form,
                                const char   *name);

G_END_DECLS
