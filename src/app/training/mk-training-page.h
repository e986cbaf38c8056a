/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "training/mk-learning.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MK_TYPE_TRAINING_PAGE (mk_training_page_get_type ())

G_DECLARE_FINAL_TYPE (MkTrainingPage, mk_training_page, MK, TRAINING_PAGE, AdwNavigationPage)

MkTrainingPage *mk_training_page_new           (MkLearning *learning);
void            mk_training_page_show          (MkTrainingPage *self,
                                                const MkLesson *lesson,
                                                const char     *passage);
void            mk_training_page_show_material (MkTrainingPage *self,
                                                const char     *id,
                                                const char     *searched);
void            mk_training_page_show_meetings (MkTrainingPage *self);
void            mk_training_page_keep          (MkTrainingPage *self);

G_END_DECLS
