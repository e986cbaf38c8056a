/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-app-test.h"

G_BEGIN_DECLS

/**
 * MkScene:
 * @name: of the picture
 * @is_demo: whether it is of the invented workplace
 * @folder: (nullable): writes what shall be in the folder of the store
 * @set_up: (nullable): brings the window to what is shown
 *
 * One thing to be pictured.
 */
typedef struct
{
  const char *name;
  gboolean    is_demo;
  void (*folder) (const char *folder);
  void (*set_up) (MkWindow *window);
} MkScene;

const MkScene *mk_scenes_get   (guint *n_scenes);
void           mk_scene_run    (const MkScene *scene,
                                MkAppTestFunc  func,
                                gpointer       user_data);
void           mk_scene_set_up (const MkScene *scene,
                                MkWindow      *window,
                                int            width,
                                int            height);

G_END_DECLS
