/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-lesson.h"
#include "records/mk-progress.h"
#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

#define MK_TYPE_LEARNING (mk_learning_get_type ())

G_DECLARE_FINAL_TYPE (MkLearning, mk_learning, MK, LEARNING, GObject)

MkLearning           *mk_learning_new           (MkWorkplace *workplace);
MkWorkplace          *mk_learning_get_workplace (MkLearning *self);
const char           *mk_learning_get_person    (MkLearning *self);
void                  mk_learning_set_person    (MkLearning *self,
                                                 const char *person);
const MkProgressData *mk_learning_get           (MkLearning *self,
                                                 guint       module);
gboolean              mk_learning_is_done       (MkLearning *self,
                                                 guint       module);
gboolean              mk_learning_has_part      (MkLearning  *self,
                                                 guint        module,
                                                 MkLessonKind part);
guint                 mk_learning_count_done    (MkLearning *self);
guint                 mk_learning_get_last      (MkLearning *self);
gboolean              mk_learning_get_shows     (MkLearning *self);
void                  mk_learning_set_shows     (MkLearning *self,
                                                 gboolean    shows);
const char           *mk_learning_get_trouble   (MkLearning *self);
void                  mk_learning_add_part      (MkLearning  *self,
                                                 guint        module,
                                                 MkLessonKind part);
void                  mk_learning_set_ticks     (MkLearning *self,
                                                 guint       module,
                                                 const char *ticks);
void                  mk_learning_set_place     (MkLearning *self,
                                                 guint       module,
                                                 guint       place);
void                  mk_learning_set_done      (MkLearning *self,
                                                 guint       module,
                                                 gboolean    is_done);
void                  mk_learning_try_again     (MkLearning *self);

const char *mk_learning_part_name (MkLessonKind part);

G_END_DECLS
