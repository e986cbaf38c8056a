/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mk-fetching.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_FETCH_DIALOG (mk_fetch_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MkFetchDialog, mk_fetch_dialog, MK, FETCH_DIALOG, AdwDialog)

MkFetchDialog *mk_fetch_dialog_new (MkFetching *fetching);

G_END_DECLS
