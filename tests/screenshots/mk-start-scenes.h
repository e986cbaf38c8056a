/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mk-window.h"

G_BEGIN_DECLS

#define MK_SCENE_PASSPHRASE "en lille opdigtet kode"

void mk_scene_make_store          (const char *folder);
void mk_scene_make_foreign        (const char *folder);
void mk_scene_unlock_wrong        (MkWindow *window);
void mk_scene_first_package       (MkWindow *window);
void mk_scene_empty               (MkWindow *window);
void mk_scene_first_wrong         (MkWindow *window);
void mk_scene_first_leader        (MkWindow *window);
void mk_scene_first_lock          (MkWindow *window);
void mk_scene_first_lock_wrong    (MkWindow *window);
void mk_scene_first_code          (MkWindow *window);
void mk_scene_locked              (MkWindow *window);
void mk_scene_code_dialog         (MkWindow *window);
void mk_scene_first_look_around   (MkWindow *window);
void mk_scene_make_keyring_store  (const char *folder);
void mk_scene_unlock_keyring_lost (MkWindow *window);
void mk_scene_unlock_keyring      (MkWindow *window);
void mk_scene_unlock_keyring_busy (MkWindow *window);

G_END_DECLS
