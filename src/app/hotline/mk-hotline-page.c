/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-page.h"

#include "config.h"
#include "hotline/mk-hotline-view.h"

/**
 * MkHotlinePage:
 *
 * Whom to call, as a page: everybody, whatever placement they are there for.
 */
struct _MkHotlinePage
{
  AdwNavigationPage parent_instance;

  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (MkHotlinePage, mk_hotline_page, ADW_TYPE_NAVIGATION_PAGE)

static void
mk_hotline_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_HOTLINE_PAGE);

  G_OBJECT_CLASS (mk_hotline_page_parent_class)->dispose (object);
}

static void
mk_hotline_page_class_init (MkHotlinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_hotline_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-hotline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkHotlinePage, content);
}

static void
mk_hotline_page_init (MkHotlinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_hotline_page_new:
 * @workplace: whose numbers
 *
 * Returns: (transfer floating): a new page
 */
MkHotlinePage *
mk_hotline_page_new (MkWorkplace *workplace)
{
  MkHotlinePage *self = g_object_new (MK_TYPE_HOTLINE_PAGE, NULL);

  adw_bin_set_child (self->content, mk_hotline_view_new (workplace, NULL));
  return self;
}
