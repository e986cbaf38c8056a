/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"
#include "shell/mk-window.h"

G_BEGIN_DECLS

/* What tests of the hotline share. */

MkWorkplace *mk_hotline_test_workplace (MkWindow *window);
MkHotline   *mk_hotline_test_hotline   (MkWindow *window);
GtkWidget   *mk_hotline_test_show      (MkWindow *window);
GPtrArray   *mk_hotline_test_read      (MkWindow           *window,
                                        const MkRecordType *type);
void         mk_hotline_test_free      (GPtrArray          *list,
                                        const MkRecordType *type);
void         mk_hotline_test_undo      (MkWindow *window);

G_END_DECLS
