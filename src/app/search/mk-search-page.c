/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/mk-search-page.h"

#include "config.h"
#include "search/mk-found-row.h"
#include "training/mk-course-search.h"

#include <glib/gi18n-lib.h>

/* So many results are read at first, and so many more each time the end is reached. */
#define PAGE 50

/**
 * MkSearchPage:
 *
 * Searches everything as one types. What was found stands there until the next is; a newer search
 * ends the one before it.
 */
struct _MkSearchPage
{
  AdwNavigationPage parent_instance;

  GtkSearchEntry *entry;
  GtkStack       *stack;
  GtkListView    *list;
  AdwStatusPage  *problem;
  GtkLabel       *count;

  MkWorkplace  *workplace;
  GListStore   *found;
  char         *searched; /* what @found was found by */
  guint         most;
  guint         n_records; /* of what was found */
  GCancellable *searching;
};

G_DEFINE_FINAL_TYPE (MkSearchPage, mk_search_page, ADW_TYPE_NAVIGATION_PAGE)

/* What is searched for, as work for the store. */
typedef struct
{
  char *text;
  guint most;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->text);
  g_free (asked);
}

/* What was found for what. */
typedef struct
{
  const char *text;
  GPtrArray  *items;
} Finding;

static void
add_found (const MkFound *found,
           gpointer       user_data)
{
  const Finding *finding = user_data;

  g_ptr_array_add (finding->items, mk_found_item_new (found, finding->text));
}

static gpointer
search_func (MkDatabase   *database,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  const Asked *asked = data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Finding finding = { asked->text, items };

  if (!mk_search (database, asked->text, asked->most, add_found, &finding, error))
    return NULL;
  return g_steal_pointer (&items);
}

/* Results */

static guint
count_same (GListModel *shown,
            GPtrArray  *items)
{
  guint most = MIN (g_list_model_get_n_items (shown), items->len);

  for (guint i = 0; i < most; i++)
    {
      g_autoptr (MkFoundItem) item = g_list_model_get_item (shown, i);

      if (!mk_found_item_equals (item, g_ptr_array_index (items, i)))
        return i;
    }
  return most;
}

static char *
count_words (MkSearchPage *self,
             guint         count)
{
  /* The course has a heading of its own and is the same every day: it counts where nothing else does. */
  if (self->n_records > 0)
    count = self->n_records;
  if (self->n_records == self->most)
    return g_strdup_printf (_ ("The newest %u. Type more to find fewer."), count);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u found", "%u found", count), count);
}

static void
tell_count (MkSearchPage *self,
            guint         count)
{
  g_autofree char *words = count > 0 ? count_words (self, count) : g_strdup (_ ("Nothing found"));

  gtk_label_set_label (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
mark_again (MkSearchPage *self,
            guint         n_items)
{
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (MkFoundItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      mk_found_item_set_searched (item, self->searched);
    }
}

/* What is found again stays where it is. */
static void
show_found (MkSearchPage *self,
            GPtrArray    *items)
{
  GListModel *shown = G_LIST_MODEL (self->found);
  guint same = count_same (shown, items);

  g_list_store_splice (self->found, same, g_list_model_get_n_items (shown) - same,
                       items->pdata + same, items->len - same);
  mark_again (self, same);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "found" : "none");
  tell_count (self, items->len);
}

static void
add_lesson (const MkLesson *lesson,
            const char     *passage,
            gpointer        user_data)
{
  const Finding *finding = user_data;

  g_ptr_array_add (finding->items, mk_found_item_new_lesson (lesson, passage, finding->text));
}

/* The course stands after the records. */
static void
add_lessons (MkSearchPage *self,
             GPtrArray    *items)
{
  Finding finding = { self->searched, items };

  self->n_records = items->len;
  if (!mk_workplace_get_is_only (self->workplace))
    mk_course_search (self->searched, add_lesson, &finding);
}

static void
searched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  MkSearchPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = mk_store_run_finish (MK_STORE (object), result, &error);

  /* A newer search is on its way, or the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->searching);
  if (items != NULL)
    {
      add_lessons (self, items);
      show_found (self, items);
      return;
    }
  adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
}

static void
stop_searching (MkSearchPage *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
search (MkSearchPage *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->text = g_strdup (self->searched);
  asked->most = self->most;
  stop_searching (self);
  self->searching = g_cancellable_new ();
  mk_store_run_async (mk_workplace_get_store (self->workplace), search_func, asked, asked_free,
                      (GDestroyNotify) g_ptr_array_unref, MK_STORE_READ, self->searching,
                      searched_cb, self);
}

static void
show_start (MkSearchPage *self)
{
  stop_searching (self);
  g_list_store_remove_all (self->found);
  gtk_stack_set_visible_child_name (self->stack, "start");
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
}

static void
search_cb (MkSearchPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *expression = mk_search_expression (text);

  g_set_str (&self->searched, text);
  self->most = PAGE;
  if (expression != NULL)
    search (self);
  else
    show_start (self);
}

/* The store is another than before. */
static void
changed_cb (MkSearchPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    search (self);
}

static void
edge_cb (MkSearchPage   *self,
         GtkPositionType edge)
{
  if (edge != GTK_POS_BOTTOM || self->searching != NULL ||
      g_list_model_get_n_items (G_LIST_MODEL (self->found)) < self->most)
    return;
  self->most += PAGE;
  search (self);
}

static void
leave_cb (MkSearchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-search", NULL);
}

/* Rows */

static const char *
name_for (MkSearchPage *self,
          MkFoundItem  *item)
{
  const char *id = mk_found_item_get_placement (item);
  MkPlacementItem *placement =
      id != NULL ? mk_workplace_find_placement (self->workplace, id) : NULL;

  return placement != NULL ? mk_placement_item_get_name (placement) : NULL;
}

static void
set_up_row_cb (MkSearchPage *self,
               GtkListItem  *list_item)
{
  gtk_list_item_set_child (list_item, GTK_WIDGET (mk_found_row_new ()));
}

static void
bind_row_cb (MkSearchPage *self,
             GtkListItem  *list_item)
{
  mk_found_row_bind (MK_FOUND_ROW (gtk_list_item_get_child (list_item)), list_item,
                     name_for (self, gtk_list_item_get_item (list_item)));
}

static void
unbind_row_cb (MkSearchPage *self,
               GtkListItem  *list_item)
{
  mk_found_row_unbind (MK_FOUND_ROW (gtk_list_item_get_child (list_item)));
}

static void
set_up_heading_cb (MkSearchPage  *self,
                   GtkListHeader *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "week");
  gtk_list_header_set_child (header, label);
}

static void
bind_heading_cb (MkSearchPage  *self,
                 GtkListHeader *header)
{
  MkFoundItem *item = gtk_list_header_get_item (header);
  const MkRecordType *kind = mk_found_item_get_kind (item);
  const char *others = mk_found_item_get_lesson (item) != NULL ? _ ("Training and cards") : "";

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       kind != NULL ? _ (kind->label) : others);
}

static void
activate_cb (MkSearchPage *self,
             guint         position)
{
  g_autoptr (MkFoundItem) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  const MkRecordType *kind = mk_found_item_get_kind (item);
  const char *placement = mk_found_item_get_placement (item);

  if (mk_found_item_get_lesson (item) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-passage", "(ss)",
                                  mk_found_item_get_lesson (item),
                                  mk_found_item_get_excerpt (item));
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-found", "(sssxs)",
                              kind != NULL ? kind->name : "", mk_found_item_get_id (item),
                              placement != NULL ? placement : "", mk_found_item_get_key (item),
                              mk_found_item_get_searched (item));
}

/* MkSearchPage */

static int
compare_kinds (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  guint first = mk_found_item_get_rank ((MkFoundItem *) a);
  guint second = mk_found_item_get_rank ((MkFoundItem *) b);

  return first == second ? 0 : (first < second ? -1 : 1);
}

static void
set_model (MkSearchPage *self)
{
  g_autoptr (GtkNoSelection) model = NULL;
  GtkSortListModel *by_kind =
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), NULL);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_kinds, NULL, NULL));

  gtk_sort_list_model_set_section_sorter (by_kind, sorter);
  model = gtk_no_selection_new (G_LIST_MODEL (by_kind));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

static void
set_factories (MkSearchPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "setup", G_CALLBACK (set_up_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "setup", G_CALLBACK (set_up_heading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "bind", G_CALLBACK (bind_heading_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headings);
}

static void
mk_search_page_map (GtkWidget *widget)
{
  MkSearchPage *self = MK_SEARCH_PAGE (widget);

  GTK_WIDGET_CLASS (mk_search_page_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
mk_search_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MK_SEARCH_PAGE (widget)->entry));
}

static gboolean
leave_key_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  leave_cb (MK_SEARCH_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
mk_search_page_dispose (GObject *object)
{
  MkSearchPage *self = MK_SEARCH_PAGE (object);

  stop_searching (self);
  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_SEARCH_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->searched, g_free);

  G_OBJECT_CLASS (mk_search_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, MkSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MkSearchPage, list);
  gtk_widget_class_bind_template_child (widget_class, MkSearchPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MkSearchPage, count);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mk_search_page_class_init (MkSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_search_page_dispose;
  widget_class->map = mk_search_page_map;
  widget_class->grab_focus = mk_search_page_grab_focus;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_key_cb, NULL);
  bind_template (widget_class);
}

static void
mk_search_page_init (MkSearchPage *self)
{
  self->most = PAGE;
  self->searched = g_strdup ("");
  self->found = g_list_store_new (MK_TYPE_FOUND_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  set_factories (self);
  set_model (self);
}

/**
 * mk_search_page_new:
 * @workplace: what is searched
 *
 * Returns: (transfer floating): a new page
 */
MkSearchPage *
mk_search_page_new (MkWorkplace *workplace)
{
  MkSearchPage *self = g_object_new (MK_TYPE_SEARCH_PAGE, NULL);

  self->workplace = g_object_ref (workplace);
  g_signal_connect_object (workplace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mk_search_page_search:
 * @self: a page
 * @text: what to search for
 *
 * Searches as if it was typed.
 */
void
mk_search_page_search (MkSearchPage *self,
                       const char   *text)
{
  g_return_if_fail (MK_IS_SEARCH_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}
