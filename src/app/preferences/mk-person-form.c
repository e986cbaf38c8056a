/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/mk-person-form.h"

#include "mk-format.h"
#include "start/mk-first-form.h"

#include <glib/gi18n-lib.h>

static char *
trimmed_or_null (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));

  return *copy != '\0' ? g_steal_pointer (&copy) : NULL;
}

/**
 * mk_person_form_read:
 * @form: what was typed
 *
 * Returns: (transfer full): what the form says, without an id
 */
MkInstallation *
mk_person_form_read (const MkPersonForm *form)
{
  MkInstallation *installation = g_new0 (MkInstallation, 1);

  installation->role = form->role;
  installation->name = trimmed_or_null (form->name);
  installation->company = trimmed_or_null (form->company);
  installation->cvr_number = mk_first_form_cvr (form->cvr_number);
  installation->p_number = mk_first_form_cvr (form->p_number);
  return installation;
}

/**
 * mk_person_form_judge:
 * @form: what was typed
 * @trouble: (out) (nullable): what is wrong, a sentence
 *
 * Returns: the first field where something is wrong; %MK_PERSON_NONE when nothing is
 */
MkPersonField
mk_person_form_judge (const MkPersonForm *form,
                      const char        **trouble)
{
  g_autoptr (MkInstallation) said = mk_person_form_read (form);

  if (said->name == NULL)
    {
      *trouble = _ ("Write your name. Your colleagues see it beside what you write.");
      return MK_PERSON_NAME;
    }
  if (said->role == MK_ROLE_LEADER && said->company == NULL)
    {
      *trouble = _ ("Write what the company is called.");
      return MK_PERSON_COMPANY;
    }
  if (said->cvr_number != NULL && !mk_format_is_cvr (said->cvr_number))
    {
      *trouble =
          _ ("That is not a CVR number. It has 8 digits. Look at it again, or leave it out.");
      return MK_PERSON_CVR;
    }
  if (said->p_number != NULL && !mk_format_is_p_number (said->p_number))
    {
      *trouble = _ ("That is not a P number. It has 10 digits. Look at it again, or leave it out.");
      return MK_PERSON_P_NUMBER;
    }
  *trouble = NULL;
  return MK_PERSON_NONE;
}

/**
 * mk_person_form_says:
 * @form: what was typed
 * @installation: what is saved
 *
 * Returns: whether there is nothing to save
 */
gboolean
mk_person_form_says (const MkPersonForm   *form,
                     const MkInstallation *installation)
{
  g_autoptr (MkInstallation) said = mk_person_form_read (form);

  return g_strcmp0 (said->name, installation->name) == 0 &&
         g_strcmp0 (said->company, installation->company) == 0 &&
         g_strcmp0 (said->cvr_number, installation->cvr_number) == 0 &&
         g_strcmp0 (said->p_number, installation->p_number) == 0;
}
