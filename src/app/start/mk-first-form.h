/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-role.h"

G_BEGIN_DECLS

/**
 * MkFirstForm:
 *
 * What stands in the form of the first run, as it was typed. Borrowed.
 */
typedef struct
{
  MkRole      role;
  const char *name;
  const char *company;
  const char *cvr_number;
} MkFirstForm;

/**
 * MkFirstField:
 *
 * Where something is wrong in the form of the first run.
 */
typedef enum
{
  MK_FIRST_NONE,
  MK_FIRST_NAME,
  MK_FIRST_COMPANY,
  MK_FIRST_CVR
} MkFirstField;

MkFirstField mk_first_form_judge          (const MkFirstForm *form,
                                           char             **trouble);
gboolean     mk_first_form_judge_repeated (const char *passphrase,
                                           const char *repeated,
                                           char      **trouble);
char        *mk_first_form_cvr            (const char *typed);

G_END_DECLS
