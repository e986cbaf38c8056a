/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-first-form.h"

#include "mk-format.h"

#include <glib/gi18n-lib.h>

static gboolean
is_blank (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));

  return *copy == '\0';
}

/**
 * mk_first_form_cvr:
 * @typed: a CVR number as people write it, with blanks or a country before it
 *
 * Returns: (transfer full) (nullable): the number alone; %NULL when nothing was typed
 */
char *
mk_first_form_cvr (const char *typed)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *from = g_ascii_strncasecmp (typed, "DK", 2) == 0 ? typed + 2 : typed;

  for (const char *at = from; *at != '\0'; at++)
    if (*at != ' ')
      g_string_append_c (digits, *at);
  return digits->len > 0 ? g_string_free_and_steal (g_steal_pointer (&digits)) : NULL;
}

/**
 * mk_first_form_judge_repeated:
 * @passphrase: a new passphrase that is long enough
 * @repeated: what was typed to be sure
 * @trouble: (out) (transfer full) (nullable): what is wrong, a sentence
 *
 * Returns: whether they are the same
 */
gboolean
mk_first_form_judge_repeated (const char *passphrase,
                              const char *repeated,
                              char      **trouble)
{
  gboolean is_same = g_str_equal (passphrase, repeated);

  *trouble =
      is_same ? NULL : g_strdup (_ ("The two passphrases are not the same. Type them again."));
  return is_same;
}

/**
 * mk_first_form_judge:
 * @form: what was typed
 * @trouble: (out) (transfer full) (nullable): what is wrong, a sentence
 *
 * Returns: the first field where something is wrong; %MK_FIRST_NONE when nothing is
 */
MkFirstField
mk_first_form_judge (const MkFirstForm *form,
                     char             **trouble)
{
  g_autofree char *cvr_number = mk_first_form_cvr (form->cvr_number);

  *trouble = NULL;
  if (is_blank (form->name))
    {
      *trouble = g_strdup (_ ("Write your name. Your colleagues see it beside what you write."));
      return MK_FIRST_NAME;
    }
  if (form->role == MK_ROLE_LEADER && is_blank (form->company))
    {
      *trouble = g_strdup (_ ("Write what the company is called."));
      return MK_FIRST_COMPANY;
    }
  if (form->role == MK_ROLE_LEADER && cvr_number != NULL && !mk_format_is_cvr (cvr_number))
    {
      *trouble = g_strdup (_ ("That is not a CVR number. It has 8 digits. Look at it again, or "
                              "leave it out."));
      return MK_FIRST_CVR;
    }
  return MK_FIRST_NONE;
}
