/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-banner.h"

#include "widgets/mk-wrap.h"

/**
 * mk_banner_tell:
 * @banner: above a page or a form
 * @reason: (nullable): what is the matter, in whole sentences; %NULL for nothing
 *
 * Tells it for as long as it is so, whole: libadwaita would cut it after three lines. When it comes it
 * is told to those who do not see it come, too. Main thread.
 */
void
mk_banner_tell (AdwBanner  *banner,
                const char *reason)
{
  gboolean is_new;

  g_return_if_fail (ADW_IS_BANNER (banner));

  is_new = reason != NULL && (!adw_banner_get_revealed (banner) ||
                              g_strcmp0 (adw_banner_get_title (banner), reason) != 0);
  if (is_new)
    {
      mk_wrap_words (GTK_WIDGET (banner));
      adw_banner_set_use_markup (banner, FALSE);
      adw_banner_set_title (banner, reason);
      gtk_accessible_announce (GTK_ACCESSIBLE (banner), reason,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  adw_banner_set_revealed (banner, reason != NULL);
}
