/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-store-error.h"

G_DEFINE_QUARK (mk_store_error_quark, mk_store_error)
