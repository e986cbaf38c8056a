/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files of the window alone. */

#include "shell/mk-lock-watch.h"
#include "shell/mk-place.h"
#include "shell/mk-window.h"
#include "start/mk-start.h"

G_BEGIN_DECLS

/**
 * MkWindow:
 *
 * The one window: first what opens the store, then the shell with its pages. It bears the actions
 * that pages ask for. Lives in the main thread; owned by the application. The store is closed with
 * it.
 */
struct _MkWindow
{
  AdwApplicationWindow parent_instance;

  AdwBin *content;

  MkShell     *shell; /* owned by the content, or NULL while no store is open */
  MkStart     *start; /* the same, while none is */
  MkBackups   *backups; /* of the store that is open */
  gboolean     has_backup_trouble; /* which was told */
  GSettings   *settings;
  MkLockWatch *lock_watch;
  MkPlace     *place; /* where the person was when it was locked, or NULL */
  MkWorkplace *left; /* what was open then and may be closing, or NULL */
  char        *demo_directory; /* of an invented workplace in the place of the own, or NULL */
  GStrv        to_fetch; /* files that were opened while one placement is shown alone, or NULL */
  int          day; /* of the year, when it was last refreshed */
  guint        midnight; /* source that looks for another day */
};

MkWorkplace     *mk_window_get_workplace  (MkWindow *self);
MkPlacementItem *mk_window_find_placement (MkWindow *self,
                                           GVariant *id);
void             mk_window_remember_day   (MkWindow *self);

void mk_window_install_call_actions     (GtkWidgetClass *widget_class);
void mk_window_install_check_in_actions (GtkWidgetClass *widget_class);
void mk_window_install_help_actions     (GtkWidgetClass *widget_class);
void mk_window_install_numbers_actions  (GtkWidgetClass *widget_class);
void mk_window_install_only_actions     (GtkWidgetClass *widget_class);
void mk_window_install_page_actions     (GtkWidgetClass *widget_class);
void mk_window_install_store_actions    (GtkWidgetClass *widget_class);
void mk_window_install_training_actions (GtkWidgetClass *widget_class);

void mk_window_enable_store_actions (MkWindow *self,
                                     gboolean  is_enabled);
void mk_window_close_store          (MkWindow *self);
void mk_window_show_own_start       (MkWindow *self,
                                     gboolean  is_locked);
void mk_window_remove_demo          (MkWindow *self);

G_END_DECLS
