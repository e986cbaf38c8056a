/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workplace/mk-workplace.h"

G_BEGIN_DECLS

#define MK_TYPE_SIDEBAR_PLACE (mk_sidebar_place_get_type ())

G_DECLARE_FINAL_TYPE (MkSidebarPlace, mk_sidebar_place, MK, SIDEBAR_PLACE, GObject)

/**
 * MkSidebarPlaceWords:
 * @workplace: a workplace that was refreshed
 *
 * Returns: (transfer full) (nullable): what the row says beneath its title
 */
typedef char *(*MkSidebarPlaceWords) (MkWorkplace *workplace);

/**
 * MkSidebarPlaceLine:
 * @tag: of the page that it leads to
 * @action: of the window, without a parameter
 * @icon: name of an icon
 * @title: English, to be translated
 * @section: the heading it stands under; English, to be translated
 * @words: (nullable): what it says beneath, where that follows from the workplace
 *
 * A page of the sidebar that is neither this day, nor a placement, nor the correspondence.
 */
typedef struct
{
  const char         *tag;
  const char         *action;
  const char         *icon;
  const char         *title;
  const char         *section;
  MkSidebarPlaceWords words;
} MkSidebarPlaceLine;

GListModel               *mk_sidebar_places_new          (MkWorkplace *workplace);
const MkSidebarPlaceLine *mk_sidebar_place_get_line      (MkSidebarPlace *self);
MkWorkplace              *mk_sidebar_place_get_workplace (MkSidebarPlace *self);
char                     *mk_sidebar_place_dup_words     (MkSidebarPlace *self);
void                      mk_sidebar_place_set_words     (MkSidebarPlace *self,
                                                          const char     *words);

G_END_DECLS
