/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training/mk-learning.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_SHELL (mk_shell_get_type ())

G_DECLARE_FINAL_TYPE (MkShell, mk_shell, MK, SHELL, AdwBin)

MkShell         *mk_shell_new              (MkWorkplace *workplace);
MkWorkplace     *mk_shell_get_workplace    (MkShell *self);
MkLearning      *mk_shell_get_learning     (MkShell *self);
AdwToastOverlay *mk_shell_get_overlay      (MkShell *self);
void             mk_shell_show_today       (MkShell *self);
void             mk_shell_show_exchange    (MkShell *self);
void             mk_shell_show_hotline     (MkShell *self);
void             mk_shell_show_punch_cards (MkShell *self);
void             mk_shell_show_training    (MkShell *self);
void             mk_shell_show_situations  (MkShell *self);
void             mk_shell_show_lesson      (MkShell    *self,
                                            const char *name,
                                            const char *passage);
void             mk_shell_show_material    (MkShell    *self,
                                            const char *id,
                                            const char *searched);
void             mk_shell_show_meetings    (MkShell *self);
void             mk_shell_keep             (MkShell *self);
void             mk_shell_show_placement   (MkShell         *self,
                                            MkPlacementItem *placement);
void             mk_shell_show_record      (MkShell         *self,
                                            MkPlacementItem *placement,
                                            gint64           key);
void             mk_shell_show_search      (MkShell *self);
void             mk_shell_leave_search     (MkShell *self);
MkPlacementItem *mk_shell_get_placement    (MkShell *self);
char            *mk_shell_dup_page         (MkShell *self);
void             mk_shell_show_page        (MkShell    *self,
                                            const char *page);
void             mk_shell_offer_leaving    (MkShell *self);
void             mk_shell_show_only        (MkShell         *self,
                                            MkPlacementItem *placement);
void             mk_shell_show_all         (MkShell *self);

AdwNavigationPage *mk_shell_get_page (MkShell *self);

G_END_DECLS
