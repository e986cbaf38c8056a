/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/mk-package-page.h"

#include "config.h"
#include "exchange/mk-package-files.h"

/**
 * MkPackagePage:
 *
 * Asks for the start package. It is fetched in the shell, where one sees what came of it.
 */
struct _MkPackagePage
{
  AdwBin parent_instance;

  GtkWidget *choose;
};

G_DEFINE_FINAL_TYPE (MkPackagePage, mk_package_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_FILES,
  SIGNAL_LATER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  MkPackagePage *self = MK_PACKAGE_PAGE (object);
  g_auto (GStrv) files = mk_package_files_choose_finish (result);

  if (files != NULL && self->choose != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_emit (self, signals[SIGNAL_FILES], 0, files);
}

static void
choose_cb (MkPackagePage *self)
{
  mk_package_files_choose_async (GTK_WIDGET (self), chosen_cb, NULL);
}

static void
later_cb (MkPackagePage *self)
{
  g_signal_emit (self, signals[SIGNAL_LATER], 0);
}

static void
mk_package_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_PACKAGE_PAGE);

  G_OBJECT_CLASS (mk_package_page_parent_class)->dispose (object);
}

static void
mk_package_page_class_init (MkPackagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_package_page_dispose;

  /**
   * MkPackagePage::files:
   * @self: the page
   * @files: (array zero-terminated=1): paths that were chosen
   */
  signals[SIGNAL_FILES] = g_signal_new ("files", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  /**
   * MkPackagePage::later:
   *
   * A person has no start package yet.
   */
  signals[SIGNAL_LATER] = g_signal_new ("later", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-package-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPackagePage, choose);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
}

static void
mk_package_page_init (MkPackagePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_package_page_begin:
 * @self: a page that is shown
 *
 * Puts the focus on what comes next.
 */
void
mk_package_page_begin (MkPackagePage *self)
{
  g_return_if_fail (MK_IS_PACKAGE_PAGE (self));

  gtk_widget_grab_focus (self->choose);
}
