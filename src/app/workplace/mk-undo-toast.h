/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MkUndone:
 * @overlay: over the page
 * @workplace: where it was undone
 * @data: what was given with it
 *
 * Called when something was undone, and is durable.
 */
typedef void (*MkUndone) (AdwToastOverlay *overlay,
                          MkWorkplace     *workplace,
                          gpointer         data);

void mk_undo_toast_offer      (AdwToastOverlay    *overlay,
                               MkWorkplace        *workplace,
                               const MkRecordType *type,
                               const char         *id,
                               const char         *text);
void mk_undo_toast_offer_then (AdwToastOverlay    *overlay,
                               MkWorkplace        *workplace,
                               const MkRecordType *type,
                               const char         *id,
                               const char         *text,
                               MkUndone            undone,
                               gpointer            data,
                               GDestroyNotify      destroy);

/**
 * MkChange:
 *
 * What is told of a change once it is durable; the user data of mk_change_cb().
 */
typedef struct _MkChange MkChange;

MkChange *mk_change_new (AdwToastOverlay    *overlay,
                         const MkRecordType *type,
                         const char         *text);
void      mk_change_cb  (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data);

G_END_DECLS
