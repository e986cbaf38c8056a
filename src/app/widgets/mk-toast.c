/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-toast.h"

#include <glib/gi18n-lib.h>

/* What is told for a moment over a page. A toast has one line, which is cut where it does not fit: what
 * has a reason is told by mk_dialog_tell(). */

/**
 * mk_toast_new:
 * @text: what was done, in a few words without a name
 *
 * Every toast of the program begins here. Main thread.
 *
 * Returns: (transfer full): a toast that says so
 */
AdwToast *
mk_toast_new (const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  return toast;
}

/**
 * mk_toast_offer_undo:
 * @overlay: over the page
 * @text: what was done, in a few words without a name
 * @undo: a function of the toast and @user_data, called when it is to be undone
 * @user_data: for @undo
 * @destroy: frees @user_data when the toast is gone
 *
 * Tells what was done, and for some seconds offers to undo it.
 */
void
mk_toast_offer_undo (AdwToastOverlay *overlay,
                     const char      *text,
                     GCallback        undo,
                     gpointer         user_data,
                     GClosureNotify   destroy)
{
  AdwToast *toast;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  toast = mk_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", undo, user_data, destroy, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (overlay, toast);
}
