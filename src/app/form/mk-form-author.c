/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/mk-form-author.h"

#include "records/mk-colleague.h"
#include "workplace/mk-workplace-work.h"

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MkFormDialog) form = MK_FORM_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved == NULL && gtk_widget_get_root (GTK_WIDGET (form)) != NULL)
    mk_form_dialog_tell (form, error->message);
}

/**
 * mk_form_author_choose:
 * @form: a form
 * @name: who writes in it, known before or not
 *
 * Whoever writes here writes the next form too, and whoever was not known before is from now on.
 *
 * Returns: whether it counts
 */
gboolean
mk_form_author_choose (MkFormDialog *form,
                       const char   *name)
{
  MkWorkplace *workplace = mk_form_dialog_get_workplace (form);
  g_auto (GStrv) known = NULL;
  MkColleagueData colleague = { (char *) name };

  if (!mk_form_dialog_is_edit (form))
    return FALSE;
  known = mk_workplace_dup_authors (workplace);
  if (!g_strv_contains ((const char *const *) known, name))
    mk_workplace_keep_async (workplace, &mk_colleague_type, NULL, &colleague, NULL, kept_cb,
                             g_object_ref (form));
  mk_workplace_set_author (workplace, name);
  return TRUE;
}
