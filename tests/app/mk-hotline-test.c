/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-hotline-test.h"

#include "hotline/mk-hotline-view.h"
#include "mk-app-test.h"
#include "mk-own-records.h"
#include "mk-record-reading.h"

MkWorkplace *
mk_hotline_test_workplace (MkWindow *window)
{
  return mk_shell_get_workplace (mk_window_get_shell (window));
}

MkHotline *
mk_hotline_test_hotline (MkWindow *window)
{
  return mk_workplace_get_hotline (mk_hotline_test_workplace (window));
}

GtkWidget *
mk_hotline_test_show (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-hotline", NULL);
  mk_app_test_settle ();
  return mk_app_test_find (GTK_WIDGET (window), MK_TYPE_HOTLINE_VIEW);
}

/* What stands in the store */

static void
add_content (const MkListed *listed,
             gpointer        user_data)
{
  gpointer content =
      mk_record_content_read (mk_record_type_find (listed->type), listed->data, NULL);

  g_assert_nonnull (content);
  g_assert_true (listed->stays);
  g_ptr_array_add (user_data, content);
}

static gpointer
contents_func (MkDatabase   *database,
               gpointer      type,
               GCancellable *cancellable,
               GError      **error)
{
  MkListing listing = { .type = ((const MkRecordType *) type)->name, .limit = -1 };
  GPtrArray *contents = g_ptr_array_new ();

  g_assert_true (mk_record_list (database, &listing, add_content, contents, error));
  return contents;
}

GPtrArray *
mk_hotline_test_read (MkWindow           *window,
                      const MkRecordType *type)
{
  return mk_app_test_on_store (window, contents_func, (gpointer) type);
}

void
mk_hotline_test_free (GPtrArray          *list,
                      const MkRecordType *type)
{
  for (guint i = 0; i < list->len; i++)
    mk_shape_free (type->shape, g_ptr_array_index (list, i));
  g_ptr_array_unref (list);
}

static gboolean
offers_undo (gpointer window)
{
  return mk_app_test_find_text (window, "Fortryd") != NULL;
}

void
mk_hotline_test_undo (MkWindow *window)
{
  GtkWidget *label;

  mk_app_test_wait (offers_undo, window);
  label = mk_app_test_find_text (GTK_WIDGET (window), "Fortryd");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}
