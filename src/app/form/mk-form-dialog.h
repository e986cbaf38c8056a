/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"
#include "workplace/mk-workplace.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MkFormSubject:
 * @type: of the record that is saved
 * @id: (nullable): UUID of the record that is changed; %NULL for a new one
 * @key: what its draft is kept under
 * @action: of the window; opens the form again, with what was kept
 * @parameter: for @action
 * @saved: what is told when it was saved; static
 *
 * What a form is about.
 */
typedef struct
{
  const MkRecordType *type;
  const char         *id;
  const char         *key;
  const char         *action;
  GVariant           *parameter;
  const char         *saved;
} MkFormSubject;

#define MK_TYPE_FORM_DIALOG (mk_form_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (MkFormDialog, mk_form_dialog, MK, FORM_DIALOG, AdwDialog)

/**
 * MkFormDialogClass:
 * @refresh: shows all that follows from what stands in the form, and says by
 *   mk_form_dialog_set_can_save() whether it can be saved
 * @has_words: whether something stands in it that would be a pity to lose; always, where there is none
 * @dup_draft: writes all that stands in it as a text, to be kept
 * @dup_content: makes a struct of the type's shape of it, to be saved
 */
struct _MkFormDialogClass
{
  AdwDialogClass parent_class;

  void (*refresh) (MkFormDialog *self);
  gboolean (*has_words) (MkFormDialog *self);
  char *(*dup_draft) (MkFormDialog *self);
  gpointer (*dup_content) (MkFormDialog *self);
};

void                 mk_form_dialog_begin         (MkFormDialog        *self,
                                                   MkWorkplace         *workplace,
                                                   const MkFormSubject *subject);
MkWorkplace         *mk_form_dialog_get_workplace (MkFormDialog *self);
const MkFormSubject *mk_form_dialog_get_subject   (MkFormDialog *self);
char                *mk_form_dialog_dup_draft     (MkFormDialog *self);
gboolean             mk_form_dialog_is_edit       (MkFormDialog *self);
void                 mk_form_dialog_edited        (MkFormDialog *self);
void                 mk_form_dialog_keep          (MkFormDialog *self);
void                 mk_form_dialog_refresh       (MkFormDialog *self);
void                 mk_form_dialog_set_can_save  (MkFormDialog *self,
                                                   gboolean      can_save);
gboolean             mk_form_dialog_get_can_save  (MkFormDialog *self);
gboolean             mk_form_dialog_get_is_saved  (MkFormDialog *self);
void                 mk_form_dialog_save          (MkFormDialog *self);
void                 mk_form_dialog_discard       (MkFormDialog *self);
void                 mk_form_dialog_tell          (MkFormDialog *self,
                                                   const char   *reason);

G_END_DECLS
