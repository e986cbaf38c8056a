/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-material-rows.h"

#include "mk-date-text.h"
#include "mk-isolate.h"
#include "mk-materials.h"
#include "records/mk-material.h"

#include <glib/gi18n-lib.h>

/* The materials that came in packages, a group of rows for each sender. */

/* A material as the list shows it. */
typedef struct
{
  char *id;
  char *title;
  char *format;
  char *sender;
  char *changed;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row->title);
  g_free (row->format);
  g_free (row->sender);
  g_free (row->changed);
  g_free (row);
}

static void
add_row (const MkMaterialListed *listed,
         gpointer                user_data)
{
  Row *row = g_new0 (Row, 1);

  row->id = g_strdup (listed->id);
  row->title = g_strdup (listed->title);
  row->format = g_strdup (listed->format);
  row->sender = g_strdup (listed->sender);
  row->changed = g_strdup (listed->changed);
  g_ptr_array_add (user_data, row);
}

static gpointer
read_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);

  return mk_material_list (database, add_row, rows, error) ? g_steal_pointer (&rows) : NULL;
}

static const char *
format_words (const char *format)
{
  if (g_str_equal (format, MK_MATERIAL_PDF))
    return _ ("PDF");
  return g_str_equal (format, MK_MATERIAL_VIDEO) ? _ ("Film") : _ ("Text");
}

static GtkWidget *
row_new (const Row *row)
{
  GtkWidget *widget = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", row->title,
                                    "activatable", TRUE, NULL);
  g_autoptr (GDateTime) moment = mk_date_text_read (row->changed);
  g_autofree char *day = moment != NULL ? mk_date_text_long (moment) : g_strdup ("");
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", format_words (row->format), day);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", row->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), "win.show-material");
  return widget;
}

static AdwPreferencesGroup *
add_group (GtkBox     *box,
           const char *sender)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title =
      *sender != '\0'
          ? mk_isolate_printf (/* Translators: %s is an authority. */ _ ("From %s"), sender)
          : g_strdup (_ ("Material that was sent here"));
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GtkBox) box = user_data;
  g_autoptr (GPtrArray) rows = mk_store_run_finish (MK_STORE (object), result, NULL);
  AdwPreferencesGroup *group = NULL;
  const char *sender = NULL;
  GtkWidget *child;

  if (rows == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (sender, row->sender) != 0)
        group = add_group (box, row->sender);
      sender = row->sender;
      adw_preferences_group_add (group, row_new (row));
    }
}

/**
 * mk_material_rows_fill:
 * @box: where they go, in the place of those that are there
 * @workplace: where they came
 *
 * Shows the materials that are here now.
 */
void
mk_material_rows_fill (GtkBox      *box,
                       MkWorkplace *workplace)
{
  mk_store_run_async (mk_workplace_get_store (workplace), read_func, NULL, NULL,
                      (GDestroyNotify) g_ptr_array_unref, MK_STORE_READ, NULL, read_cb,
                      g_object_ref (box));
}
