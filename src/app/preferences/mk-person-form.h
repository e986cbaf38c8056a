/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-installation.h"

G_BEGIN_DECLS

/**
 * MkPersonForm:
 *
 * What stands in the form about person and company, as it was typed. Borrowed.
 */
typedef struct
{
  MkRole      role;
  const char *name;
  const char *company;
  const char *cvr_number;
  const char *p_number;
} MkPersonForm;

/**
 * MkPersonField:
 *
 * Where something is wrong in the form about person and company.
 */
typedef enum
{
  MK_PERSON_NONE,
  MK_PERSON_NAME,
  MK_PERSON_COMPANY,
  MK_PERSON_CVR,
  MK_PERSON_P_NUMBER
} MkPersonField;

MkPersonField   mk_person_form_judge (const MkPersonForm *form,
                                      const char        **trouble);
MkInstallation *mk_person_form_read  (const MkPersonForm *form);
gboolean        mk_person_form_says  (const MkPersonForm   *form,
                                      const MkInstallation *installation);

G_END_DECLS
