/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-workplace-private.h"

#include "mk-isolate.h"

#include <glib/gi18n-lib.h>

/* Who of the workplace writes at this machine, and who reads it. */

/**
 * mk_workplace_get_author:
 * @self: a workplace that was refreshed
 *
 * Returns: who sits at this machine now, and so writes what is written
 */
const char *
mk_workplace_get_author (MkWorkplace *self)
{
  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  return self->author != NULL ? self->author : self->self->name;
}

/**
 * mk_workplace_set_author:
 * @self: a workplace
 * @author: a person's name
 *
 * Remembers who sits at this machine, for as long as the window is open.
 */
void
mk_workplace_set_author (MkWorkplace *self,
                         const char  *author)
{
  g_return_if_fail (MK_IS_WORKPLACE (self));

  g_set_str (&self->author, author);
}

/**
 * mk_workplace_dup_authors:
 * @self: a workplace that was refreshed
 *
 * Returns: (transfer full): the names of those who write at this machine, the installation's own
 *   person first, each once
 */
GStrv
mk_workplace_dup_authors (MkWorkplace *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  g_ptr_array_add (names, g_strdup (self->self->name));
  for (guint i = 0; i < self->colleagues->len; i++)
    {
      const char *name = g_ptr_array_index (self->colleagues, i);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * mk_workplace_dup_readers:
 * @self: a workplace that was refreshed
 * @author: who writes
 *
 * Returns: (transfer full): who of the workplace reads what @author sends, beside the author
 */
GStrv
mk_workplace_dup_readers (MkWorkplace *self,
                          const char  *author)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (MK_IS_WORKPLACE (self), NULL);

  if (self->self->role == MK_ROLE_LEADER && !g_str_equal (self->self->name, author))
    g_strv_builder_take (builder, mk_isolate_printf (_ ("%s (leader)"), self->self->name));
  for (guint i = 0; i < self->leaders->len; i++)
    g_strv_builder_take (builder,
                         mk_isolate_printf (_ ("%s (leader)"),
                                            (char *) g_ptr_array_index (self->leaders, i)));
  return g_strv_builder_end (builder);
}
