/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/mk-found-row.h"

#include "config.h"
#include "mk-isolate.h"

#include <glib/gi18n-lib.h>

/**
 * MkFoundRow:
 *
 * A record that was found: whose it is and when, and the passage, what was searched for in bold.
 *
 * # Accessibility
 *
 * The list item reads as one sentence.
 */
struct _MkFoundRow
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *excerpt;

  MkFoundItem *item;
};

G_DEFINE_FINAL_TYPE (MkFoundRow, mk_found_row, GTK_TYPE_BOX)

static void
mark_word (PangoAttrList *marks,
           const char    *text,
           const char    *word)
{
  const char *from = text;
  const char *place;
  gsize length;

  while ((place = mk_search_place (from, word, &length)) != NULL)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) (place - text);
      bold->end_index = (guint) (place - text + (gssize) length);
      pango_attr_list_insert (marks, bold);
      from = place + length;
    }
}

static PangoAttrList *
marks_of (const char *text,
          const char *searched)
{
  PangoAttrList *marks = pango_attr_list_new ();
  g_auto (GStrv) words = mk_search_words (searched);

  for (guint i = 0; words[i] != NULL; i++)
    mark_word (marks, text, words[i]);
  return marks;
}

static void
mark_cb (MkFoundRow *self)
{
  g_autoptr (PangoAttrList) marks =
      marks_of (mk_found_item_get_excerpt (self->item), mk_found_item_get_searched (self->item));

  gtk_label_set_attributes (self->excerpt, marks);
}

static void
mk_found_row_dispose (GObject *object)
{
  mk_found_row_unbind (MK_FOUND_ROW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_FOUND_ROW);

  G_OBJECT_CLASS (mk_found_row_parent_class)->dispose (object);
}

static void
mk_found_row_class_init (MkFoundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_found_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-found-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkFoundRow, title);
  gtk_widget_class_bind_template_child (widget_class, MkFoundRow, excerpt);
}

static void
mk_found_row_init (MkFoundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_found_row_new:
 *
 * Returns: (transfer floating): a new row that shows nothing yet
 */
MkFoundRow *
mk_found_row_new (void)
{
  return g_object_new (MK_TYPE_FOUND_ROW, NULL);
}

/* Whose it is, and its name or when; where neither is known, what it is. */
static char *
heading_of (MkFoundItem *item,
            const char  *name)
{
  const MkRecordType *kind = mk_found_item_get_kind (item);
  const char *title = mk_found_item_get_title (item);

  if (name != NULL && title != NULL && !g_str_equal (name, title))
    return mk_isolate_printf ("%s · %s", name, title);
  if (name != NULL || title != NULL)
    return g_strdup (name != NULL ? name : title);
  return g_strdup (kind != NULL ? _ (kind->label) : "");
}

/**
 * mk_found_row_bind:
 * @self: a row
 * @list_item: whose child it is; its item is a [class@FoundItem]
 * @name: (nullable): what the candidate is called whom it is about
 */
void
mk_found_row_bind (MkFoundRow  *self,
                   GtkListItem *list_item,
                   const char  *name)
{
  MkFoundItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *heading = heading_of (item, name);
  const char *excerpt = mk_found_item_get_excerpt (item);
  g_autofree char *label = mk_isolate_printf ("%s. %s", heading, excerpt);

  g_return_if_fail (MK_IS_FOUND_ROW (self));

  mk_found_row_unbind (self);
  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (mark_cb), self);
  gtk_label_set_label (self->title, heading);
  gtk_label_set_label (self->excerpt, excerpt);
  gtk_list_item_set_accessible_label (list_item, label);
  mark_cb (self);
}

/**
 * mk_found_row_unbind:
 * @self: a row
 *
 * Shows nothing any more.
 */
void
mk_found_row_unbind (MkFoundRow *self)
{
  g_return_if_fail (MK_IS_FOUND_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}
