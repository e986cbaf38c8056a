/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the files of the workplace alone. */

#include "workplace/mk-counting.h"
#include "workplace/mk-workplace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MkWorkplace:
 *
 * What the window's pages have of an open store: who this installation is, its living placements,
 * and the work they ask for. Main thread; the store's thread does the work. It is empty until it
 * was first refreshed, and refreshes itself after each change.
 */
struct _MkWorkplace
{
  GObject parent_instance;

  MkStore            *store;
  gboolean            is_invented;
  MkInstallation     *self;
  GPtrArray          *leaders;
  GPtrArray          *colleagues;
  char               *author; /* who sits here now, or NULL for the installation's own person */
  GListStore         *placements;
  char               *only; /* UUID of the one placement that may be seen now, or NULL for all */
  GtkFilterListModel *seen; /* of the placements, those that may be seen */
  MkCorrespondence   *post;
  MkHotline          *hotline;
  MkCounting         *counting; /* of what is to be sent */
  MkHelp             *help;
  MkDayReading       *day;
  char               *trouble;
  GListStore         *works;
  MkDraftKeeper      *drafts;
  GHashTable         *asked; /* set of ids of placements */
};

G_END_DECLS
