/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workplace/mk-choice.h"

#include "workplace/mk-placement-item.h"

/* Rows of forms in which one of several is chosen that have an id. */

/**
 * mk_choice_fill_placements:
 * @row: a row that asks for whom it is
 * @placements: (element-type MkPlacementItem): who may be chosen
 * @nobody: what the first choice is called, which is none of them
 * @ids: (element-type utf8): empty; gets what each choice stands for, the first being ""
 *
 * Lets one of the placements be chosen, or none.
 */
void
mk_choice_fill_placements (AdwComboRow *row,
                           GListModel  *placements,
                           const char  *nobody,
                           GPtrArray   *ids)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, nobody);
  g_ptr_array_add (ids, g_strdup (""));
  for (guint i = 0; i < g_list_model_get_n_items (placements); i++)
    {
      g_autoptr (MkPlacementItem) item = g_list_model_get_item (placements, i);

      gtk_string_list_append (names, mk_placement_item_get_name (item));
      g_ptr_array_add (ids, g_strdup (mk_placement_item_get_id (item)));
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

/**
 * mk_choice_select:
 * @row: a row
 * @ids: (element-type utf8): what its choices stand for
 * @id: (nullable): UUID of what is chosen; %NULL for none of them
 *
 * Shows what is chosen.
 */
void
mk_choice_select (AdwComboRow *row,
                  GPtrArray   *ids,
                  const char  *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (ids, i), id != NULL ? id : "") == 0)
      adw_combo_row_set_selected (row, i);
}
