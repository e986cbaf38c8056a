/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mk-correspondence.h"
#include "mk-app-test.h"

G_BEGIN_DECLS

MkWorkplace      *mk_sending_test_workplace          (MkWindow *window);
MkCorrespondence *mk_sending_test_post               (MkWindow *window);
void              mk_sending_test_refresh            (MkWindow *window);
GtkWidget        *mk_sending_test_show_page          (MkWindow *window);
void              mk_sending_test_empty_folder       (const char *folder);
const MkPostLine *mk_sending_test_line               (GListModel *list,
                                                      guint       position);
void              mk_sending_test_assert_heading     (MkWindow   *window,
                                                      const char *heading,
                                                      const char *part);
void              mk_sending_test_close_dialog       (MkWindow *window);
char             *mk_sending_test_send_to_new_folder (MkWindow *window);
void              mk_sending_test_press              (MkWindow   *window,
                                                      const char *words);

G_END_DECLS
