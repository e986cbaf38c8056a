/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-keyring.h"

G_BEGIN_DECLS

#define MK_TYPE_DESKTOP_KEYRING (mk_desktop_keyring_get_type ())

G_DECLARE_FINAL_TYPE (MkDesktopKeyring, mk_desktop_keyring, MK, DESKTOP_KEYRING, GObject)

MkKeyring *mk_desktop_keyring_new (void);

G_END_DECLS
